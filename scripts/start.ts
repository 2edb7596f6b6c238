import "@cdktf/provider-oci/ensure";
import { parseArgs } from "node:util";
import { findTerraform } from "rehearsal";
import { TERRAFORM_FOR_BACKEND } from "../constructs/oci/backend";
import { type Rehearsed, rehearse } from "./rehearse";
import { REFUSED, runCommand, UsageError } from "./run-command";
import { section, summarize, table } from "./summary";
import { type Synthesis, synthesize } from "./synthesize";

const OUTDIR = "cdktf.out";

const USAGE = `usage: npm start [-- --no-rehearsal]

Synthesizes the deployment that DEPLOYMENT names (production), rehearses it, and says what was made.

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
  console.log(`${withoutRehearsal ? "" : "\n"}${summarize(synthesis)}\n`);
  console.log(next(name, synthesis));
  conclude(rehearsed);
});

function readOptions() {
  try {
    return parseArgs({ options: { "no-rehearsal": { type: "boolean", default: false } } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** The last line names the verdict, and the exit code says it again. */
function conclude(rehearsed: Rehearsed): void {
  switch (rehearsed) {
    case "rehearsed":
      console.log("verdict: rehearsed, not yet proven");
      return;
    case "left out":
      console.log("verdict: synthesized, not yet proven");
      return;
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
