/** @type {import("jest").Config} */
module.exports = {
  roots: ["<rootDir>/test", "<rootDir>/packages"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/packages/provider-oci/lib/"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/packages/provider-oci/lib.new-"],
  // Our own packages are TypeScript also where they are linked into node_modules; everybody else's are JavaScript.
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } }],
  },
  setupFiles: ["<rootDir>/test/support/setup.js"],
  globalSetup: "<rootDir>/test/support/global-setup.js",
  testEnvironment: "node",
  // Most of the time is spent waiting for commands that tests run; the default leaves one processor of two idle.
  maxWorkers: "100%",
};
