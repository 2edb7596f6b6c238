import { join } from "node:path";
import type { Verdict } from "perimeter";
import { MODEL_FILE } from "../stacks/perimeter-model";
import { prove } from "./prove";

/** A moment of a deployment, and what holds then. */
export interface Moment {
  /** `primary planned`; `all applied`. */
  readonly name: string;
  readonly verdict: Verdict;
}

/**
 * Proves each moment of a deployment that was rehearsed: a stack's plan together with the states of the stacks applied
 * before it and the stacks that are still to come, as they were synthesized; at last all states.
 * @param stacks names, in order of deployment
 * @param rehearsal the folder of plans and states
 */
export function proveRehearsed(outdir: string, rehearsal: string, stacks: readonly string[]): readonly Moment[] {
  const model = join(outdir, MODEL_FILE);
  const stateOf = (stack: string) => join(rehearsal, `${stack}.state.json`);
  const planned = stacks.map((stack, at): Moment => {
    const [before, after] = [stacks.slice(0, at), stacks.slice(at + 1)];
    const plan = join(rehearsal, `${stack}.plan.json`);
    const paths = [...before.map(stateOf), plan, ...after.map((one) => join(outdir, "stacks", one))];
    return { name: `${stack} planned`, verdict: prove(paths, model) };
  });
  return [...planned, { name: "all applied", verdict: prove(stacks.map(stateOf), model) }];
}
