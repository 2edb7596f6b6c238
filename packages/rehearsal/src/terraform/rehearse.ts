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

/** Not a name that a configuration would have. */
const PLAN = ".rehearsal.plan";

export interface Planned {
  /** What Terraform says to a person. */
  readonly said: string;
  /** What `terraform show -json` prints. */
  readonly json: string;
}

/** Plans a prepared stack from nothing. */
export async function plan(run: Terraform, folder: string, flags: readonly string[] = ["-no-color"]): Promise<Planned> {
  orRefused("init", await run(folder, "init", "-no-color"));
  const said = orRefused("the plan", await run(folder, "plan", ...flags, `-out=${PLAN}`)).stdout;
  return { said, json: orRefused("to show the plan", await run(folder, "show", "-json", PLAN)).stdout };
}

/** Plans and applies a prepared stack, and plans again: then nothing may be left to do. */
export async function rehearse(
  run: Terraform,
  folder: string,
  onStep: (phase: "planned" | "applied", counts: Counts) => void = () => {},
): Promise<Rehearsed> {
  const { json } = await plan(run, folder);
  const counts = count(json);
  onStep("planned", counts);
  orRefused("the apply", await run(folder, "apply", "-no-color", PLAN));
  onStep("applied", counts);
  const again = await run(folder, "plan", "-no-color", "-detailed-exitcode");
  if (again.code !== 0) throw new Refused("to rest: a second plan is not empty", `${again.stderr}${again.stdout}`.trim());
  return { counts, plan: json, state: await state(run, folder) };
}

const state = async (run: Terraform, folder: string) => orRefused("to show the state", await run(folder, "show", "-json")).stdout;

export interface Destroyed {
  /** Resources that Terraform refused to destroy, as declared. */
  readonly guarded: number;
  readonly counts: Counts;
}

const GUARDED = "Instance cannot be destroyed";

/** Proves that `prevent_destroy` holds, then lifts it in the copy and destroys everything. */
export async function destroy(run: Terraform, stack: Stack, folder: string): Promise<Destroyed> {
  const guarded = protectedOf(stack).length === 0 ? 0 : countLiving(await state(run, folder), protectedOf(stack));
  if (guarded > 0) {
    const attempt = await run(folder, "plan", "-destroy", "-no-color");
    if (!attempt.stderr.includes(GUARDED)) throw new Refused("nothing: prevent_destroy did not hold", attempt.stdout);
    writeOverride(folder, "rehearsal_lifted", lifted(stack));
  }
  orRefused("the plan to destroy", await run(folder, "plan", "-destroy", "-no-color", `-out=${PLAN}`));
  const json = orRefused("to show the plan", await run(folder, "show", "-json", PLAN)).stdout;
  orRefused("to destroy", await run(folder, "apply", "-no-color", PLAN));
  return { guarded, counts: count(json) };
}

/** How many instances of these resources a state has: one with a `count` of zero guards nothing. */
function countLiving(state: string, addresses: ReturnType<typeof protectedOf>): number {
  const resources: { type: string; name: string }[] = JSON.parse(state).values?.root_module?.resources ?? [];
  return resources.filter((one) => addresses.some(([type, name]) => one.type === type && one.name === name)).length;
}
