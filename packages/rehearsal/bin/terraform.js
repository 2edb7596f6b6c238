const { join } = require("node:path");
const { runBundled } = require("bundle-on-demand");

runBundled(join(__dirname, "../src/cli/terraform.ts"), join(__dirname, "../dist"));
