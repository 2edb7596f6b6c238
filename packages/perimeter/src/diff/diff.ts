import type { Question } from "../question";
import { accessChanges } from "./access";
import { align } from "./align";
import { declaredChanges } from "./declared";
import type { Difference } from "./difference";
import { findingChanges, turnedGuarantees, undecidedChanges } from "./findings";
import { keyChanges } from "./keys";
import { phaseChanges } from "./phases";
import { pairAssets } from "./places";
import { copyChanges, flowChanges, storeChanges } from "./rests";
import { type RoutesOf, routeChanges } from "./routes";
import { summarized } from "./summary";
import { surveyOf } from "./survey";
import { trustChanges } from "./trust";

export interface DiffOptions {
  /** What answers users get. @default they aren't compared */
  readonly routes?: RoutesOf;
}

/**
 * What a change does to a boundary: what the cloud knows both sides by is compared, never what Terraform calls it. Pure: the
 * same questions have the same answer. Both are asked about the same day.
 */
export function diff(before: Question, after: Question, { routes }: DiffOptions = {}): Difference {
  const aligned = align(before, after);
  const { shown } = aligned;
  const [was, is] = [surveyOf(aligned.before), surveyOf(aligned.after)];
  const pairs = pairAssets(was.assets, is.assets);
  const verdicts = [was.verdict.guarantees, is.verdict.guarantees] as const;
  return summarized({
    schemaVersion: 1,
    at: is.verdict.at,
    guarantees: turnedGuarantees(...verdicts),
    access: accessChanges(was, is, pairs, shown),
    trustBase: trustChanges(was.verdict.trustBase, is.verdict.trustBase, shown),
    phases: phaseChanges(was.question.declared.sites, is.question.declared.sites),
    stores: storeChanges(pairs, shown),
    copies: copyChanges(pairs, shown),
    flows: flowChanges(was, is, shown),
    routes: routes ? routeChanges(routes(was.question), routes(is.question)) : null,
    keys: keyChanges(was, is, pairs, shown),
    declared: declaredChanges(was.question.declared, is.question.declared, shown),
    findings: findingChanges(...verdicts, shown),
    undecided: undecidedChanges(...verdicts, shown),
    inputs: { before: was.verdict.inputs, after: is.verdict.inputs, readdressed: aligned.readdressed },
  });
}
