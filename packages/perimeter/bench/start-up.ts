import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Benchmark, fastest, type Measured } from "./benchmark";
import { statements } from "./statements";

const PERIMETER = join(__dirname, "../bin/perimeter.js");
const BUDGET = 60;
const RUNS = 15;

const REQUEST = {
  principal: { groups: ["us/team-1"] },
  permission: "OBJECT_READ",
  target: { compartment: "us:stores:s1" },
  variables: { "request.region": "phx" },
};

/** How much longer a command takes than a Node process that does nothing, on little input. */
const startOf = (command: string, args: readonly string[]): Benchmark => ({
  what: `start of perimeter ${command}`,
  run: () => inFolder((folder) => measure([PERIMETER, command, ...args], folder)),
});

export const startUp: readonly Benchmark[] = [
  startOf("parse", ["statements.txt"]),
  startOf("simulate", ["request.json", "--statements", "statements.tsv"]),
];

function inFolder(work: (folder: string) => Measured): Measured {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const some = statements(30);
    writeFileSync(join(folder, "statements.txt"), some.join("\n"));
    writeFileSync(join(folder, "statements.tsv"), some.map((text) => `tenancy\t${text}\n`).join(""));
    writeFileSync(join(folder, "request.json"), JSON.stringify(REQUEST));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(args: readonly string[], cwd: string): Measured {
  const run = (words: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
    if (status !== 0) throw new Error(`${words.join(" ")} failed:\n${stderr}`);
  };
  // The first run makes the bundle.
  run(args);
  let [empty, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // In turn: what else the machine does, it does to both.
  for (let pair = 0; pair < RUNS; pair += 1) {
    empty = Math.min(
      empty,
      fastest(1, () => run(["-e", "0"])),
    );
    whole = Math.min(
      whole,
      fastest(1, () => run(args)),
    );
  }
  const difference = whole - empty;
  const ratio = (whole / empty).toFixed(2);
  return {
    figures: `${difference.toFixed(0)} ms beyond an empty process, ${ratio} × as long; at most ${BUDGET} ms beyond`,
    isWithin: difference <= BUDGET,
  };
}
