#!/usr/bin/env node
const { join } = require("node:path");
const { bundleOf } = require("bundle-on-demand");

require(bundleOf(join(__dirname, "../src/cli/main.ts"), join(__dirname, "../dist")));
