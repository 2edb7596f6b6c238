import { type Difference, diff } from "../../src/diff";
import type { Question } from "../../src/question";
import type { Documents } from "./stacks";
import { questionOf } from "./verdict-of";

/** Documents and the model that they are held against. */
export interface Side {
  readonly documents: Documents;
  readonly model: string;
}

export const differenceOf = (before: Side, after: Side): Difference =>
  diff(questionAbout(before), questionOf(after.documents, after.model));

/** Many changes of one side are held against it: what it says is found once. */
function questionAbout(side: Side): Question {
  const question = QUESTIONS.get(side) ?? questionOf(side.documents, side.model);
  QUESTIONS.set(side, question);
  return question;
}

const QUESTIONS = new WeakMap<Side, Question>();

/** A difference in a few words, worst first; nothing where nothing changed. */
export function briefly(difference: Difference): readonly string[] {
  const { guarantees, access, trustBase, phases, stores, copies, flows, keys, declared, findings, undecided } = difference;
  return [
    ...access.map(({ change, capability, principal: { kind, name }, store, places }) => {
      const copied = places.filter((place) => place.kind === "copy").map(({ name: copy }) => copy);
      const where = copied.length === places.length ? ` copy ${copied.join(", ")}` : "";
      return `${change} ${capability}: ${kind} ${name} on ${store}${where}`;
    }),
    ...trustBase.map(({ change, principal: { kind, name } }) => `trust ${change}: ${kind} ${name}`),
    ...phases.map(
      ({ site, before, after, takenBack }) => `phase ${site}: ${before} → ${after}${takenBack ? ", taken back" : ""}`,
    ),
    ...stores.map(({ change, store }) => `store ${change}: ${store}`),
    ...copies.map(({ change, store, place }) => `copy ${change}: ${store} at ${place.name} in ${place.region}`),
    ...flows.map(({ change, store, to }) => `flow ${change}: ${store} to ${to.name}`),
    ...keys.map(({ store, before, after }) => `key of ${store}: ${before} → ${after}`),
    ...declared.map(({ change, what }) => `${change}: ${what}`),
    ...guarantees.flatMap(({ id, before, after, turned }) =>
      turned === "same" ? [] : [`${id} ${turned}: ${before} → ${after}`],
    ),
    ...findings.new.map(({ rule, principal, asset }) => `new ${rule} ${principal?.name ?? "nobody"}: ${asset?.name}`),
    ...findings.gone.map(({ rule, principal, asset }) => `gone ${rule} ${principal?.name ?? "nobody"}: ${asset?.name}`),
    ...undecided.new.map(({ address }) => `new question: ${address}`),
    ...undecided.gone.map(({ address }) => `no question any more: ${address}`),
  ];
}
