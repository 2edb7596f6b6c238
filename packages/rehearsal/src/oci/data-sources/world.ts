import type { Scope } from "../../engine/cloud";
import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { invent } from "../invent";
import { ROWS } from "../services";

/** `ocid1.<type>.<realm>.[region].<unique>`. Source: Oracle Cloud documentation, Resource Identifiers. */
const OCID = /^ocid1\.[^.]+\.([^.]+)\.([^.]*)\./;

/** Objects of a type that a caller in this region sees: those of the region, and those of the tenancy. */
export function seen(world: World, scope: Scope, type: string): readonly ObjectValue[] {
  const place = ROWS[type]?.within === "{region}" ? `${textOf(scope["region"])} ` : "";
  return world
    .entries(type)
    .filter(({ id, value }) => id.startsWith(place) && isHere(textOf(value["id"]), scope))
    .map(({ value }) => value);
}

/** What has no OCID belongs to something that has one, by which it is asked for. */
function isHere(id: string, scope: Scope): boolean {
  const [, realm, place] = OCID.exec(id) ?? [];
  return realm === undefined || (realm === scope["realm"] && (place === "" || place === scope["place"]));
}

/** Compartments below one, itself included. */
export function subtree(world: World, root: string): ReadonlySet<string> {
  const all = world.all("oci_identity_compartment");
  const found = new Set([root]);
  // A set grows while it is walked, and no compartment comes twice: a circle ends.
  for (const parent of found) {
    for (const one of all) if (one["compartment_id"] === parent) found.add(textOf(one["id"]));
  }
  return found;
}

/** The OCID of what is there without anybody's doing, the same for all readers in a region. */
export const standingId = (kind: string, name: string, scope: Scope) =>
  textOf(invent("ocid", kind, name, scope, () => undefined));
