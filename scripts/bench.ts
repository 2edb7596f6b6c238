import "@cdktf/provider-oci/ensure";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BENCHMARKS } from "../packages/perimeter/bench";

const PROJECT = join(__dirname, "..");
const RUNS = 5;

/** What is measured, and how long it may take. Seconds of wall time, whole processes, the best of some runs. */
interface Measurement {
  readonly what: string;
  readonly budget: number;
  readonly args: readonly string[];
}

/**
 * `npm run bench`: the speeds that the project promises, on this machine, beside an empty Node process as the yardstick.
 * docs/decisions/speed.md has the figures of the day when they were committed, the stock way of cdktf among them.
 */
function main(): void {
  const outdir = mkdtempSync(join(tmpdir(), "bench-"));
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const measurements: Measurement[] = [
    { what: "synth of the default deployment, the app itself", budget: 2, args: ["--require", "tsx/cjs", "main.ts"] },
    { what: "type check of the hand-written sources", budget: 2, args: [tsc, "--noEmit"] },
  ];
  try {
    const empty = best(["-e", "0"], outdir);
    console.log(`an empty Node process: ${empty.toFixed(2)} s\n`);
    for (const { what, budget, args } of measurements) {
      const seconds = best(args, outdir);
      const verdict = seconds <= budget ? "within" : "OVER";
      console.log(
        `${what}: ${seconds.toFixed(2)} s, ${(seconds / empty).toFixed(0)} × an empty process, ${verdict} its ${budget} s`,
      );
      if (seconds > budget) process.exitCode = 1;
    }
    for (const { what, run } of BENCHMARKS) {
      const { figures, isWithin } = run();
      console.log(`${what}: ${figures}${isWithin ? "" : ": OVER"}`);
      if (!isWithin) process.exitCode = 1;
    }
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function best(args: readonly string[], outdir: string): number {
  const env = { ...process.env, CDKTF_OUTDIR: join(outdir, "out"), DEPLOYMENT: "production" };
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")} failed:\n${stderr}`);
    return (performance.now() - started) / 1000;
  });
  return Math.min(...times);
}

main();
