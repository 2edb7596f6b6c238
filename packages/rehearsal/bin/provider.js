// What Terraform starts, in the end: the executable in the mirror is constant text and leads here.
const { appendFileSync } = require("node:fs");
const { join } = require("node:path");

// Terraform says of every provider that doesn't start that it read no line: the reason is kept where it can be found.
function fail(error) {
  const reason = error instanceof Error ? error.message : String(error);
  if (process.env.REHEARSAL_LOG)
    appendFileSync(process.env.REHEARSAL_LOG, `${process.argv[1]}: ${error?.stack ?? reason}\n`, { mode: 0o600 });
  console.error(reason);
  process.exit(1);
}

process.on("uncaughtException", fail);
const { requireBundled } = require("bundle-on-demand");
const { serveProvider } = requireBundled(join(__dirname, "../src/provider.ts"), join(__dirname, "../dist"));
serveProvider(process.argv[1], process.env).catch(fail);
