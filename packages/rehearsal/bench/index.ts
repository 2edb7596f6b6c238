import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { PLAYED } from "../src/clouds";
import { selfSigned } from "../src/protocol/certificate";
import { COOKIE } from "../src/protocol/handshake";
import { identityOf, type ProviderName } from "../src/schema/load";
import { writeMirror } from "../src/terraform/mirror";

const RUNS = 15;
const BUDGET = { milliseconds: 200, megabytes: 80 };
/** The text in the mirror is the same for all. */
const PLATFORM = "linux_amd64";

interface Started {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** What `npm run bench` holds this package to: a stand-in is ready as soon as Terraform waits for a real provider. */
export const BENCHMARKS = PLAYED.map((name) => ({ what: `start of the stand-in of ${name}`, run: () => measure(name) }));

/** From the start of its process to the line that says where it listens, and its memory then. */
async function measure(name: ProviderName) {
  const folder = mkdtempSync(join(tmpdir(), "rh-b-"));
  try {
    writeMirror(folder);
    const { address, version } = identityOf(name);
    const file = join(folder, address, version, PLATFORM, `terraform-provider-${name}_v${version}`);
    await start(file, folder); // the bundle may have to be made first
    const runs: Started[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await start(file, folder));
    const milliseconds = Math.min(...runs.map((run) => run.milliseconds));
    const megabytes = Math.max(...runs.map((run) => run.megabytes));
    const ratio = (milliseconds / emptyProcess()).toFixed(1);
    const time = `${milliseconds.toFixed(0)} ms, ${ratio} × an empty process, at most ${BUDGET.milliseconds} ms`;
    return {
      figures: `${time}; ${megabytes.toFixed(0)} MB resident, at most ${BUDGET.megabytes} MB`,
      isWithin: milliseconds <= BUDGET.milliseconds && megabytes <= BUDGET.megabytes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(file: string, folder: string): Promise<Started> {
  const env = {
    ...process.env,
    TF_PLUGIN_MAGIC_COOKIE: COOKIE,
    PLUGIN_PROTOCOL_VERSIONS: "5,6",
    PLUGIN_CLIENT_CERT: selfSigned(new Date(Date.now() - 1000), new Date(Date.now() + 1e7)).cert,
    REHEARSAL_WORLD: join(folder, "world.jsonl"),
    REHEARSAL_PROVIDER: require.resolve("rehearsal/provider"),
  };
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(file, { env, stdio: ["ignore", "pipe", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
    child.stdout.once("data", () => {
      const started = { milliseconds: performance.now() - began, megabytes: residentMegabytes(child) };
      child.removeAllListeners("exit").once("exit", () => resolve(started));
      child.kill("SIGTERM");
    });
  });
}

/** Resident memory, where the system tells it as Linux does; elsewhere nothing is claimed. */
function residentMegabytes({ pid }: ChildProcess): number {
  if (platform() !== "linux") return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** Milliseconds of a Node process that does nothing: no provider in Node can be faster. */
function emptyProcess(): number {
  const runs = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    return performance.now() - began;
  });
  return Math.min(...runs);
}
