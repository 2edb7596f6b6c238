// Times a stand-in from the start of its process to the line that says where it listens, as Terraform waits for it, and
// reads its memory then: node packages/rehearsal/bench/start.js
const { spawn, spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { platform, tmpdir } = require("node:os");
const { join } = require("node:path");
require("tsx/cjs");
const { selfSigned } = require("../src/protocol/certificate.ts");
const { writeMirror } = require("../src/terraform/mirror.ts");
const { COOKIE } = require("../src/protocol/handshake.ts");
const { identityOf } = require("../src/schema/load.ts");

const RUNS = 20;
const BUDGET = { ms: 200, mb: 80 };
const PLATFORM = "linux_amd64"; // the same text serves all

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Resident memory of a process in MB, where the system tells it as Linux does. */
const residentMb = (pid) =>
  platform() === "linux" ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024 : Number.NaN;

function start(file, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, { env, stdio: ["ignore", "pipe", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
    child.stdout.once("data", () => {
      const run = { ms: performance.now() - started, mb: residentMb(child.pid) };
      child
        .removeAllListeners("exit")
        .once("exit", () => resolve(run))
        .kill("SIGTERM");
    });
  });
}

/** An empty Node process from start to end: what no provider in Node can be faster than. */
function empty() {
  const started = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - started;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "rh-b-"));
  try {
    writeMirror(folder);
    const yardstick = median(Array.from({ length: RUNS }, empty));
    console.log(`an empty Node process: ${yardstick.toFixed(0)} ms`);
    const env = {
      ...process.env,
      TF_PLUGIN_MAGIC_COOKIE: COOKIE,
      PLUGIN_PROTOCOL_VERSIONS: "5,6",
      PLUGIN_CLIENT_CERT: selfSigned(new Date(Date.now() - 1000), new Date(Date.now() + 1e7)).cert,
      REHEARSAL_WORLD: join(folder, "world.jsonl"),
      REHEARSAL_PROVIDER: require.resolve("rehearsal/provider"),
    };
    for (const name of ["oci", "aws"]) {
      const { address, version } = identityOf(name);
      const file = join(folder, address, version, PLATFORM, `terraform-provider-${name}_v${version}`);
      await start(file, env); // the bundle may have to be made first
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await start(file, env));
      const [ms, mb] = [median(runs.map((run) => run.ms)), median(runs.map((run) => run.mb))];
      const verdict = (measured, budget) => (measured > budget ? `OVER its ${budget}` : `within its ${budget}`);
      console.log(
        `${name} ready after ${ms.toFixed(0)} ms, ${(ms / yardstick).toFixed(1)} × an empty process, ${verdict(ms, BUDGET.ms)}; ` +
          `${mb.toFixed(0)} MB resident, ${verdict(mb, BUDGET.mb)}`,
      );
      if (ms > BUDGET.ms || mb > BUDGET.mb) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
