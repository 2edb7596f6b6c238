import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type StandIns, standInsOnDemand, startStandIns } from "./stand-ins";
import { prepare } from "./terraform/copy";
import { environment, logFile } from "./terraform/environment";
import { InputError, Refused } from "./terraform/errors";
import { findTerraform, type Installed } from "./terraform/installed";
import { keepPrivately } from "./terraform/keep";
import { type Counts, type Destroyed, destroy, rehearse } from "./terraform/rehearse";
import { choose, readStacks, type Stack } from "./terraform/stacks";
import { type Terraform, terraform } from "./terraform/terraform";

export interface RehearsalOptions {
  /** Folder of synthesized stacks (manifest.json), or a plain Terraform folder. */
  readonly from: string;
  /** Names of stacks; each brings those that it needs. None: all. */
  readonly stacks?: readonly string[];
  /** Destroys everything at the end, after proving that `prevent_destroy` holds. */
  readonly destroy?: boolean;
  /** Leaves the world and Terraform's working folders behind; the outcome says where. */
  readonly keep?: boolean;
  /** Terraform starts the stand-ins itself, a process for each provider configuration, instead of finding them running. */
  readonly spawn?: boolean;
  /** The time in the rehearsed clouds, RFC 3339. */
  readonly clock?: string;
  /** Ends the rehearsal after the calls that are in flight. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: RehearsalStep) => void;
}

/** What is told while a rehearsal runs. Seconds count from the start of the stack, without a stack from the very start. */
export type RehearsalStep =
  | { readonly phase: "started"; readonly terraform: string; readonly stacks: readonly string[] }
  | { readonly phase: "planned" | "applied"; readonly stack: string; readonly counts: Counts; readonly seconds: number }
  | { readonly phase: "all applied"; readonly resources: number; readonly seconds: number; readonly json: string }
  | { readonly phase: "destroying" }
  | ({ readonly phase: "destroyed"; readonly stack: string; readonly seconds: number } & Destroyed)
  | { readonly phase: "all destroyed"; readonly seconds: number };

/** How a rehearsal ended. What went wrong is a value; only a defect of the rehearsal itself is thrown. */
export type RehearsalOutcome = (
  | {
      readonly kind: "rehearsed";
      /** Living resources, before anything was destroyed. */
      readonly resources: number;
      readonly seconds: number;
      /** Where the plans and states are, `STACK.plan.json` and `STACK.state.json`. */
      readonly json: string;
    }
  | { readonly kind: "refused"; readonly message: string; readonly output: string }
  | { readonly kind: "undecided"; readonly message: string }
  | { readonly kind: "no terraform"; readonly message: string }
) & {
  /** The folder that was kept: world, working folders, states. */
  readonly kept?: string;
};

const NO_TERRAFORM = `no Terraform is on the PATH: the rehearsal runs the real one
  remedy: install Terraform 1.5 or later (https://developer.hashicorp.com/terraform/install),
  or name it with TERRAFORM_BINARY_NAME=/path/to/terraform`;

/** Plans and applies synthesized stacks with the real Terraform against the stand-ins, in a world of their own. */
export async function rehearseFolder(options: RehearsalOptions): Promise<RehearsalOutcome> {
  const installed = findTerraform();
  if (!installed) return { kind: "no terraform", message: NO_TERRAFORM };
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
  try {
    const outcome = await orReason(folder, options.signal, () => rehearseIn(folder, options, installed));
    return options.keep ? { ...outcome, kept: folder } : outcome;
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function orReason(
  folder: string,
  signal: AbortSignal | undefined,
  act: () => Promise<RehearsalOutcome>,
): Promise<RehearsalOutcome> {
  try {
    return await act();
  } catch (error) {
    if (signal?.aborted) return { kind: "undecided", message: "interrupted: nothing was decided" };
    if (error instanceof InputError) return { kind: "undecided", message: error.message };
    if (error instanceof Refused) {
      const output = `${error.output}${startFailures(folder)}`;
      return { kind: "refused", message: error.message, output };
    }
    throw error;
  }
}

/** Why stand-ins that Terraform started didn't: it can only say that they printed nothing. */
const startFailures = (folder: string) =>
  existsSync(logFile(folder)) ? `\n\n${readFileSync(logFile(folder), "utf8").trim()}` : "";

/** One rehearsal as it runs. */
interface Run {
  readonly terraform: Terraform;
  readonly folder: string;
  readonly all: readonly Stack[];
  readonly chosen: readonly Stack[];
  readonly json: string;
  readonly tell: (step: RehearsalStep) => void;
}

async function rehearseIn(folder: string, options: RehearsalOptions, installed: Installed): Promise<RehearsalOutcome> {
  const seconds = stopwatch();
  const all = readStacks(options.from);
  const chosen = choose(all, options.stacks ?? []);
  const json = join(options.from, "rehearsal");
  const tell = options.onStep ?? (() => {});
  const standIns = options.spawn ? standInsOnDemand(folder, options.clock) : await startStandIns(folder, options.clock);
  try {
    tell({ phase: "started", terraform: installed.version, stacks: chosen.map(({ name }) => name) });
    const call = terraform(installed.binary, environment(folder, installed, standIns.reattach), options.signal);
    const run: Run = { terraform: call, folder, all, chosen, json, tell };
    await applyAll(run);
    const resources = standIns.world.count;
    tell({ phase: "all applied", resources, seconds: seconds(), json });
    if (options.destroy) {
      await destroyAll(run, standIns);
      tell({ phase: "all destroyed", seconds: seconds() });
    }
    return { kind: "rehearsed", resources, seconds: seconds(), json };
  } finally {
    await standIns.close();
  }
}

async function applyAll({ terraform, folder, all, chosen, json, tell }: Run): Promise<void> {
  for (const stack of chosen) {
    const seconds = stopwatch();
    const { name } = stack;
    const planned = (counts: Counts) => tell({ phase: "planned", stack: name, counts, seconds: seconds() });
    const { counts, plan, state } = await rehearse(terraform, prepare(stack, all, folder), planned);
    keepPrivately(join(json, `${name}.plan.json`), plan);
    keepPrivately(join(json, `${name}.state.json`), state);
    tell({ phase: "applied", stack: name, counts, seconds: seconds() });
  }
}

async function destroyAll({ terraform, folder, chosen, tell }: Run, { world }: StandIns): Promise<void> {
  tell({ phase: "destroying" });
  for (const stack of [...chosen].reverse()) {
    const seconds = stopwatch();
    const { name } = stack;
    const destroyed = await destroy(terraform, stack, join(folder, "stacks", name));
    tell({ phase: "destroyed", stack: name, seconds: seconds(), ...destroyed });
  }
  if (world.count > 0) throw new Refused("nothing, but left something behind", `${world.count} resources are still there`);
}

/** Seconds since it was made. */
function stopwatch(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
