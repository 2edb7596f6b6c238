#!/usr/bin/env node
const { join } = require("node:path");
const { runBundled } = require("bundle-on-demand");

runBundled(join(__dirname, "../src/cli/main.ts"), join(__dirname, "../dist"));
