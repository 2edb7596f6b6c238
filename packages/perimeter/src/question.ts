import { awsWays, ociWays, remembered, type Ways } from "./detours";
import type { Estate } from "./estate";
import type { Asset } from "./estate/asset";
import { type Copies, withCopies } from "./estate/copies";
import type { Declared } from "./guarantees/declared";

/** All that a question about access is about. */
export interface Question {
  readonly estate: Estate;
  readonly declared: Declared;
  /** No request is made before. */
  readonly at: Date;
  readonly stacks: readonly string[];
}

/** The ways of both clouds. Whoever asks about the same estate and day shares what was found. */
export function waysIn(estate: Estate, at: Date): readonly Ways[] {
  const known = WAYS.get(estate) ?? new Map<number, readonly Ways[]>();
  WAYS.set(estate, known);
  const ways = known.get(at.getTime()) ?? [ociWays(estate, at), awsWays(estate, at)].map(remembered);
  known.set(at.getTime(), ways);
  return ways;
}

const WAYS = new WeakMap<Estate, Map<number, readonly Ways[]>>();

/** The stores that the model names, and all copies of them. */
export function assetsIn({ estate, declared }: Question): Copies {
  const stores = declared.stores.flatMap(({ name, resources }) =>
    resources.map((resource): Asset => ({ store: name, resource, flows: [] })),
  );
  return withCopies(stores, [...estate.resources.values()], estate.links);
}
