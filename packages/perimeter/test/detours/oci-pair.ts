import type { OciRowId } from "../../src/detours/oci-rows";
import { MODEL as BUCKET_MODEL, merged, type Resources, stackOf, TENANCY } from "../support/oci-estate";

/** What shows a row, and what looks like it and gives nothing. Statements are of the root; `apac-eng` is from outside. */
export interface Pair {
  /** The page of Oracle's documentation whose example the statements are, with other names. */
  readonly page?: string;
  /** What the store is, by its address. @default the bucket "user-media" */
  readonly store?: string;
  /** In both estates: what there is to reach. */
  readonly beside?: readonly Resources[];
  readonly found: readonly string[];
  readonly passed: readonly string[];
  /** The row by which it is told: one that asks for less, or that is told before. @default the row itself */
  readonly toldAs?: OciRowId;
  /** Who takes the way, where only somebody who reads already can. @default apac-eng */
  readonly who?: string;
  /** Statements once the step is taken, where it changes what later requests meet. */
  readonly after?: readonly string[];
}

const policy = (name: string, statements: readonly string[]): Resources => ({
  oci_identity_policy: { [name]: { compartment_id: TENANCY, name, description: "d", statements } },
});

/** The US side reads everything that is in the compartment of the store. */
const READERS = policy("readers", [
  "allow group us-sre to read objects in compartment stores",
  "allow dynamic-group us-app to read objects in compartment stores",
]);

export const documentsOf = ({ beside = [] }: Pair, statements: readonly string[]) =>
  stackOf(READERS, ...beside, policy("p", statements));

/** The US application reads the store as well. */
export const modelOf = ({ store }: Pair): string =>
  BUCKET_MODEL.replace("us-app: { principal: oci_identity_dynamic_group.app, residency: US }", (role) =>
    role.replace(" }", ", content: [media] }"),
  )
    .replace("budget: { default: 1 }", "budget: { default: 9 }")
    .replace("media: oci_objectstorage_bucket.media", `media: ${store ?? "oci_objectstorage_bucket.media"}`);

const STORES = "${oci_identity_compartment.stores.id}";

/** A resource in the compartment of the stores. */
export const inStores = (type: string, more: object = {}): { readonly store: string; readonly beside: readonly Resources[] } => ({
  store: `${type}.one`,
  beside: [{ [type]: { one: { compartment_id: STORES, ...more } } }],
});

/** The dynamic group of the US application takes these for its own. */
export const taking = (...conditions: readonly string[]): Resources => ({
  oci_identity_dynamic_group: {
    app: { compartment_id: TENANCY, name: "us-app", description: "d", matching_rule: `ALL {${conditions.join(", ")}}` },
  },
});

export const takingType = (type: string): Resources =>
  taking(`resource.type = '${type}'`, `resource.compartment.id = '${STORES}'`);

/** A user of the US side who reads the store by a group. */
export const USER: Resources = merged({
  oci_identity_user: { ann: { compartment_id: TENANCY, name: "ann", description: "d" } },
  oci_identity_user_group_membership: {
    ann: { group_id: "${oci_identity_group.us_sre.id}", user_id: "${oci_identity_user.ann.id}" },
  },
});
