import "@cdktf/provider-oci/ensure";
import { spawnSync } from "node:child_process";
import { devNull } from "node:os";
import { TERRAFORM_FOR_BACKEND } from "../constructs/oci/backend";
import { runCommand } from "./run-command";
import { section, summarize, table } from "./summary";
import { type Synthesis, synthesize } from "./synthesize";

const OUTDIR = "cdktf.out";

/** `npm start`: the main job, with what was made and where to look next. */
runCommand(() => {
  const name = process.env.DEPLOYMENT ?? "production";
  const started = performance.now();
  console.log(`synthesizing config/${name}.yaml …`);
  const synthesis = synthesize({ project: process.cwd(), deployment: name, outdir: OUTDIR });
  console.log(
    `${synthesis.estate.stacks.length} stacks in ${OUTDIR}/ after ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  console.log(`${summarize(synthesis)}\n`);
  console.log(next(name, synthesis));
  console.log("verdict: synthesized, not yet proven");
});

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
  const found = terraformVersion();
  if (found === undefined)
    return [`note: no Terraform is on the PATH; deploying with the backend "${backend}" needs ${needed} or later`];
  if (isAtLeast(found, needed)) return [];
  return [`note: Terraform ${found} is on the PATH; deploying with the backend "${backend}" needs ${needed} or later`];
}

function terraformVersion(): string | undefined {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull };
  const { status, stdout } = spawnSync(process.env.TERRAFORM_BINARY_NAME ?? "terraform", ["version", "-json"], {
    encoding: "utf8",
    env,
  });
  if (status !== 0) return undefined;
  try {
    return (JSON.parse(stdout) as { terraform_version?: string }).terraform_version;
  } catch {
    return undefined;
  }
}

function isAtLeast(found: string, needed: string): boolean {
  const [a, b] = [found, needed].map((version) => version.split(/[.-]/).map(Number)) as [number[], number[]];
  for (const index of [0, 1, 2]) {
    const difference = (a[index] || 0) - (b[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
