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

/** The ways of both clouds. */
export const waysIn = (estate: Estate, at: Date): readonly Ways[] => [ociWays(estate, at), awsWays(estate, at)].map(remembered);

/** The stores that the model names, and all copies of them. */
export function assetsIn({ estate, declared }: Question): Copies {
  const stores = declared.stores.flatMap(({ name, resources }) =>
    resources.map((resource): Asset => ({ store: name, resource, flows: [] })),
  );
  return withCopies(stores, [...estate.resources.values()], estate.links);
}
