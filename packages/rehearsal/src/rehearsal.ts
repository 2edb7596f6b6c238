import { join } from "node:path";
import { type Failure, inSession, type Kept, type Session, type SessionOptions } from "./session";
import { prepare } from "./terraform/copy";
import { Refused } from "./terraform/errors";
import { type Counts, type Destroyed, destroy, rehearse } from "./terraform/rehearse";
import { choose, readStacks, type Stack } from "./terraform/stacks";
import { keepPrivately } from "./terraform/write";

export interface RehearsalOptions extends SessionOptions {
  /** Folder of synthesized stacks (manifest.json), or a plain Terraform folder. */
  readonly from: string;
  /** Names of stacks; each brings those that it needs. None: all. */
  readonly stacks?: readonly string[];
  /** Destroys everything at the end, after proving that `prevent_destroy` holds. */
  readonly destroy?: boolean;
  readonly onStep?: (step: RehearsalStep) => void;
}

/** What is told while a rehearsal runs; `at rest`: planned again, with nothing to change. Seconds count from the start of the stack, without a stack from the very start. */
export type RehearsalStep =
  | { readonly phase: "started"; readonly terraform: string; readonly stacks: readonly string[] }
  | {
      readonly phase: "planned" | "applied" | "at rest";
      readonly stack: string;
      readonly counts: Counts;
      readonly seconds: number;
    }
  | { readonly phase: "all applied"; readonly resources: number; readonly seconds: number; readonly json: string }
  | { readonly phase: "destroying" }
  | ({ readonly phase: "destroyed"; readonly stack: string; readonly seconds: number } & Destroyed)
  | { readonly phase: "all destroyed"; readonly seconds: number };

export interface Rehearsal {
  readonly kind: "rehearsed";
  /** Living resources, before anything was destroyed. */
  readonly resources: number;
  readonly seconds: number;
  /** Where the plans and states are, `STACK.plan.json` and `STACK.state.json`. */
  readonly json: string;
}

export type RehearsalOutcome = (Rehearsal | Failure) & Kept;

/** Plans and applies synthesized stacks with the real Terraform against the stand-ins, in a world of their own. */
export const rehearseFolder = (options: RehearsalOptions): Promise<RehearsalOutcome> =>
  inSession({ settingFrom: options.from, ...options }, (session) => rehearseIn(session, options));

/** One rehearsal as it runs. */
interface Run extends Session {
  readonly all: readonly Stack[];
  readonly chosen: readonly Stack[];
  readonly json: string;
  readonly tell: (step: RehearsalStep) => void;
}

async function rehearseIn(session: Session, options: RehearsalOptions): Promise<Rehearsal> {
  const seconds = stopwatch();
  const all = readStacks(options.from);
  const chosen = choose(all, options.stacks ?? []);
  const json = join(options.from, "rehearsal");
  const tell = options.onStep ?? (() => {});
  const run: Run = { ...session, all, chosen, json, tell };
  tell({ phase: "started", terraform: session.installed.version, stacks: chosen.map(({ name }) => name) });
  await applyAll(run);
  const resources = session.made();
  tell({ phase: "all applied", resources, seconds: seconds(), json });
  if (options.destroy) {
    await destroyAll(run);
    tell({ phase: "all destroyed", seconds: seconds() });
  }
  return { kind: "rehearsed", resources, seconds: seconds(), json };
}

async function applyAll({ terraform, folder, all, chosen, json, tell }: Run): Promise<void> {
  for (const stack of chosen) {
    const seconds = stopwatch();
    const { name } = stack;
    const { counts, plan, state } = await rehearse(terraform, prepare(stack, all, folder), (phase, done) =>
      tell({ phase, stack: name, counts: done, seconds: seconds() }),
    );
    keepPrivately(join(json, `${name}.plan.json`), plan);
    keepPrivately(join(json, `${name}.state.json`), state);
    tell({ phase: "at rest", stack: name, counts, seconds: seconds() });
  }
}

async function destroyAll({ terraform, folder, made, chosen, tell }: Run): Promise<void> {
  tell({ phase: "destroying" });
  for (const stack of [...chosen].reverse()) {
    const seconds = stopwatch();
    const { name } = stack;
    const destroyed = await destroy(terraform, stack, join(folder, "stacks", name));
    tell({ phase: "destroyed", stack: name, seconds: seconds(), ...destroyed });
  }
  const left = made();
  if (left > 0) throw new Refused("nothing, but left something behind", `${left} resources are still there`);
}

/** Seconds since it was made. */
function stopwatch(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
