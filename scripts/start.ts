import "@cdktf/provider-oci/ensure";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Verdict } from "perimeter";
import { findTerraform } from "rehearsal";
import { TERRAFORM_FOR_BACKEND } from "../constructs/oci/backend";
import { shortVerdict, unprovenText, worstOf } from "./prove";
import { proveRehearsed } from "./prove-rehearsed";
import { type Rehearsed, rehearse } from "./rehearse";
import { exitCodeOf, REFUSED, runCommand, UsageError } from "./run-command";
import { section, summarize, table } from "./summary";
import { type Synthesis, synthesize } from "./synthesize";

const OUTDIR = "cdktf.out";

const USAGE = `usage: npm start [-- --no-rehearsal]

Synthesizes the deployment that DEPLOYMENT names (production), proves it, rehearses it, proves what Terraform made of it,
and says what was made.

  --no-rehearsal  leaves the rehearsal out`;

/** `npm start`: the main job, with what was made and where to look next. */
runCommand(async () => {
  const { "no-rehearsal": withoutRehearsal } = readOptions();
  const name = process.env.DEPLOYMENT ?? "production";
  const started = performance.now();
  console.log(`synthesizing config/${name}.yaml …`);
  const synthesis = synthesize({ project: process.cwd(), deployment: name, outdir: OUTDIR });
  console.log(
    `${synthesis.estate.stacks.length} stacks in ${OUTDIR}/ after ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  const rehearsed = withoutRehearsal ? "left out" : await rehearse(OUTDIR);
  const moments = rehearsed === "rehearsed" ? proveAgain(synthesis) : [];
  console.log(`${withoutRehearsal ? "" : "\n"}${summarize(synthesis)}\n`);
  console.log(next(name, synthesis));
  conclude(rehearsed, [synthesis.proof, ...moments]);
});

/** Proves what Terraform made of the stacks: what holds for a configuration may fail with a value that only a plan knows. */
function proveAgain({ estate }: Synthesis): readonly Verdict[] {
  const names = estate.stacks.map(({ name }) => name);
  const moments = proveRehearsed(OUTDIR, join(OUTDIR, "rehearsal"), names);
  const rows = moments.map(({ name, verdict }) => [name, shortVerdict(verdict)]);
  console.log(`\n${section("proven again, with what Terraform planned and applied", table(rows))}`);
  const verdicts = moments.map(({ verdict }) => verdict);
  const worst = worstOf(verdicts);
  if (worst.verdict !== "holds") console.error(`\n${unprovenText(worst)}`);
  return verdicts;
}

function readOptions() {
  try {
    return parseArgs({ options: { "no-rehearsal": { type: "boolean", default: false } } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** The last line names the verdict, and the exit code says it again. */
function conclude(rehearsed: Rehearsed, proofs: readonly Verdict[]): void {
  switch (rehearsed) {
    case "rehearsed":
    case "left out": {
      const worst = worstOf(proofs);
      const say = worst.verdict === "holds" ? console.log : console.error;
      say(`verdict: ${shortVerdict(worst)}, ${rehearsed === "rehearsed" ? rehearsed : "not rehearsed"}`);
      process.exitCode = exitCodeOf(worst);
      return;
    }
    case "refused":
      console.error("verdict: refused by the rehearsal");
      process.exitCode = REFUSED_BY_REHEARSAL;
      return;
    case "undecided":
      console.error("verdict: the rehearsal decided nothing");
      process.exitCode = REFUSED;
  }
}
const REFUSED_BY_REHEARSAL = 1;

function next(name: string, { deployment }: Synthesis): string {
  const prefix = name === "production" ? "" : `DEPLOYMENT=${name} `;
  const lines = [
    ...table([
      [`${prefix}npm run plan -- access`, "every policy statement, as a reviewer reads it"],
      [`${prefix}npx cdktf diff primary`, "what a deployment would change (with credentials)"],
      ["docs/reviewing.md", "what to look at in a pull request"],
      ["docs/bootstrap.md", "what has to be there before the first deployment"],
    ]),
    ...terraformNotice(deployment.state.backend),
  ];
  return `${section("where to look next", lines)}\n`;
}

/** Said before Terraform says it, in the middle of a deployment. */
function terraformNotice(backend: Synthesis["deployment"]["state"]["backend"]): string[] {
  const needed = TERRAFORM_FOR_BACKEND[backend];
  const found = findTerraform()?.version;
  if (found === undefined)
    return [`note: no Terraform is on the PATH; deploying with the backend "${backend}" needs ${needed} or later`];
  if (isAtLeast(found, needed)) return [];
  return [`note: Terraform ${found} is on the PATH; deploying with the backend "${backend}" needs ${needed} or later`];
}

function isAtLeast(found: string, needed: string): boolean {
  const [a, b] = [found, needed].map((version) => version.split(/[.-]/).map(Number)) as [number[], number[]];
  for (const index of [0, 1, 2]) {
    const difference = (a[index] || 0) - (b[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
