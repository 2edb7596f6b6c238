const { join } = require("node:path");
const { bundleOf } = require("bundle-on-demand");

require(bundleOf(join(__dirname, "../src/cli/terraform.ts"), join(__dirname, "../dist")));
