import { listOf, mapOf, record } from "../shape/collection";
import { text, word } from "../shape/scalar";
import { described, either, isText, mapped, placed, type Shape } from "../shape/shape";
import type { Placed } from "../written";
import { name, residency } from "./places";
import { principals } from "./selector";

/** Stands for all stores. */
export const ALL = "*";

const storeName = text(/^(\*|[A-Za-z0-9][A-Za-z0-9._-]{0,99})$/, 'the name of a store, or "*"');
const scenario = text(/\S/, "the name of a scenario");

/** Names of stores, or `*` for all. */
const stores: Shape<readonly Placed<string>[]> = either(
  isText,
  mapped(placed(word([ALL], 'a list of stores, or "*" for all')), (all): readonly Placed<string>[] => [all]),
  listOf(placed(storeName), "stores"),
);

/** A store that a role may read, and in which scenarios. */
export interface WrittenContent {
  readonly store: Placed<string>;
  readonly scenarios: readonly string[] | "any";
}

const content: Shape<readonly WrittenContent[]> = either(
  (written) => written.kind === "map",
  mapped(mapOf(storeName, listOf(scenario, "scenarios"), "stores"), (byStore) =>
    [...byStore].map(([store, { value, place }]): WrittenContent => ({ store: { value: store, place }, scenarios: value })),
  ),
  mapped(stores, (named) => named.map((store): WrittenContent => ({ store, scenarios: "any" }))),
);

const role = record(
  {
    principal: described("who this is: a selector, or {tenancy, group} of another tenancy, or a list of them", principals),
    residency: described("where its people sit: a jurisdiction, a country, or a list of countries", residency),
  },
  {
    content: described("stores that it may read: a list, * for all, or a map from stores to scenarios", content),
    metadata: described("stores whose settings it may see", stores),
    administer: described("stores that it may administer", stores),
  },
);

export const roles = mapOf(name, role, "roles");

/** Roles of the model, groups and roles of the clouds, and addresses. None is an answer: nobody else may change the boundary. */
export const trusted = listOf(placed(text(/\S/, "the name of a role or group, or an address")), "names", { least: 0 });
