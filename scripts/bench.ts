import "@cdktf/provider-oci/ensure";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type RehearsalStep, rehearseFolder } from "rehearsal";
import { BENCHMARKS as PERIMETER } from "../packages/perimeter/bench";
import { BENCHMARKS as REHEARSAL } from "../packages/rehearsal/bench";
import { synthesize } from "./synthesize";

const PROJECT = join(__dirname, "..");
const RUNS = 5;

/** A speed that the project promises. */
interface Benchmark {
  readonly what: string;
  run(): Measured | Promise<Measured>;
}

interface Measured {
  /** With its unit, and beside its budget. */
  readonly figures: string;
  readonly isWithin: boolean;
}

/** A whole process, the best of some runs, beside an empty one as the yardstick. */
const wholeProcess = (what: string, budget: number, args: readonly string[]): Benchmark => ({
  what,
  run() {
    const [seconds, empty] = [best(args), best(["-e", "0"])];
    const ratio = (seconds / empty).toFixed(0);
    return {
      figures: `${seconds.toFixed(2)} s, ${ratio} × an empty process, at most ${budget} s`,
      isWithin: seconds <= budget,
    };
  },
});

const REHEARSAL_SECONDS = 15;
const REHEARSAL_RESOURCES = 300;

/** Terraform's init, plan, show and apply of every stack; that the second plan is empty is not part of the promise. */
const rehearsal: Benchmark = {
  what: "rehearsal of the default deployment",
  async run() {
    const outdir = mkdtempSync(join(tmpdir(), "bench-"));
    try {
      synthesize({ project: PROJECT, deployment: "production", outdir });
      let seconds = 0;
      const onStep = (step: RehearsalStep) => {
        if (step.phase === "applied") seconds += step.seconds;
      };
      const outcome = await rehearseFolder({ from: outdir, onStep });
      if (outcome.kind !== "rehearsed") throw new Error(outcome.message);
      const budget = (REHEARSAL_SECONDS * outcome.resources) / REHEARSAL_RESOURCES;
      const promise = `at most ${budget.toFixed(1)} s (${REHEARSAL_SECONDS} s for ${REHEARSAL_RESOURCES})`;
      return { figures: `${outcome.resources} resources in ${seconds.toFixed(1)} s, ${promise}`, isWithin: seconds <= budget };
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  },
};

const TSC = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

const BENCHMARKS: readonly Benchmark[] = [
  wholeProcess("synth of the default deployment, the app itself", 2, ["--require", "tsx/cjs", "main.ts"]),
  wholeProcess("type check of the hand-written sources", 4, [TSC, "--noEmit"]),
  rehearsal,
  ...REHEARSAL,
  ...PERIMETER,
];

/**
 * `npm run bench`: the speeds that the project promises, on this machine. docs/decisions/11-speed.md has the figures of
 * the day when they were committed, the stock way of cdktf among them.
 */
async function main(): Promise<void> {
  for (const { what, run } of BENCHMARKS) {
    const { figures, isWithin } = await run();
    console.log(`${what}: ${figures}${isWithin ? "" : ": OVER"}`);
    if (!isWithin) process.exitCode = 1;
  }
}

function best(args: readonly string[]): number {
  const outdir = mkdtempSync(join(tmpdir(), "bench-"));
  const env = { ...process.env, CDKTF_OUTDIR: join(outdir, "out"), DEPLOYMENT: "production" };
  try {
    const times = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, env, encoding: "utf8" });
      if (status !== 0) throw new Error(`${args.join(" ")} failed:\n${stderr}`);
      return (performance.now() - started) / 1000;
    });
    return Math.min(...times);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

main();
