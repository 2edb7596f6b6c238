import type { Answer } from "../../../../src/simulate/answer";
import { type Scenario, simulate } from "../support/scenario";
import { type Disagreement, explanationOf } from "./disagreements";
import { askPeer } from "./peer";
import { type Sample, scenarios } from "./scenarios";

export interface Comparison {
  readonly scenario: Scenario;
  readonly ours: Answer["decision"];
  readonly theirs: "allowed" | "denied";
  /** Why the two may differ; `undefined` where they differ and nothing explains it: then one of them is wrong. */
  readonly explanation: Disagreement | undefined;
}

/** Asks both simulators the same random questions, and yields those that they answer differently. */
export async function* disagreements(sample: Sample): AsyncGenerator<Comparison> {
  for (const scenario of scenarios(sample)) {
    const ours = simulate(scenario).decision;
    const theirs = await askPeer(scenario);
    if (ours !== theirs) yield { scenario, ours, theirs, explanation: explanationOf(scenario, ours) };
  }
}
