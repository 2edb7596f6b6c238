import { writeOverride } from "./copy";
import { Refused } from "./errors";
import { lifted, protectedOf } from "./override";
import type { Stack } from "./stacks";
import type { Result, Terraform } from "./terraform";

/** What Terraform would do or did, by action. */
export type Counts = Readonly<Record<string, number>>;

export interface Rehearsed {
  readonly counts: Counts;
  /** What `terraform show -json` prints of the plan and of the state. */
  readonly plan: string;
  readonly state: string;
}

function orRefused(step: string, result: Result): Result {
  if (result.code !== 0) throw new Refused(step, `${result.stderr}${result.stdout}`.trim());
  return result;
}

function count(plan: string): Counts {
  const changes: { mode: string; change: { actions: string[] } }[] = JSON.parse(plan).resource_changes ?? [];
  const counts: Record<string, number> = {};
  for (const { mode, change } of changes) {
    const action = mode === "managed" ? change.actions.join(" ") : "no-op";
    if (action !== "no-op") counts[action] = (counts[action] ?? 0) + 1;
  }
  return counts;
}

/** Plans and applies a prepared stack, and plans again: then nothing may be left to do. */
export async function rehearse(run: Terraform, folder: string, onPlanned?: (counts: Counts) => void): Promise<Rehearsed> {
  orRefused("init", await run(folder, "init", "-no-color"));
  orRefused("the plan", await run(folder, "plan", "-no-color", "-out=plan"));
  const plan = orRefused("to show the plan", await run(folder, "show", "-json", "plan")).stdout;
  const counts = count(plan);
  onPlanned?.(counts);
  orRefused("the apply", await run(folder, "apply", "-no-color", "plan"));
  const again = await run(folder, "plan", "-no-color", "-detailed-exitcode");
  if (again.code !== 0) throw new Refused("to rest: a second plan is not empty", `${again.stderr}${again.stdout}`.trim());
  const state = orRefused("to show the state", await run(folder, "show", "-json")).stdout;
  return { counts, plan, state };
}

export interface Destroyed {
  /** Resources that Terraform refused to destroy, as declared. */
  readonly guarded: number;
  readonly counts: Counts;
}

const GUARDED = "Instance cannot be destroyed";

/** Proves that `prevent_destroy` holds, then lifts it in the copy and destroys everything. */
export async function destroy(run: Terraform, stack: Stack, folder: string): Promise<Destroyed> {
  const guarded = protectedOf(stack).length;
  if (guarded > 0) {
    const attempt = await run(folder, "plan", "-destroy", "-no-color");
    if (!attempt.stderr.includes(GUARDED)) throw new Refused("nothing: prevent_destroy did not hold", attempt.stdout);
    writeOverride(folder, "rehearsal_lifted", lifted(stack));
  }
  orRefused("the plan to destroy", await run(folder, "plan", "-destroy", "-no-color", "-out=plan"));
  const plan = orRefused("to show the plan", await run(folder, "show", "-json", "plan")).stdout;
  orRefused("to destroy", await run(folder, "apply", "-no-color", "plan"));
  return { guarded, counts: count(plan) };
}
