import { isUnknown, type Maybe } from "../../estate/maybe";
import type { NamedPrincipal, PrincipalKind } from "../../estate/named-principal";
import type { Resource } from "../../input";
import type { Selector, Strangers } from "../model/selector";
import type { Notes } from "../notes";
import type { Placed } from "../written";
import type { Facts } from "./facts";
import { matches } from "./matches";
import { fits } from "./name";
import { noteAmbiguous, noteNothing, noteUndecided, shownSelector } from "./resources";

/** What a type makes, for principals that only a statement or a document names. */
const KINDS: ReadonlyMap<string, readonly [cloud: "oci" | "aws", kind: PrincipalKind]> = new Map([
  ["aws_iam_group", ["aws", "group"]],
  ["aws_iam_role", ["aws", "role"]],
  ["aws_iam_user", ["aws", "user"]],
  ["aws_identitystore_group", ["aws", "group"]],
  ["aws_identitystore_user", ["aws", "user"]],
  ["aws_ssoadmin_permission_set", ["aws", "permission-set"]],
  ["oci_identity_domains_dynamic_resource_group", ["oci", "dynamic-group"]],
  ["oci_identity_domains_group", ["oci", "group"]],
  ["oci_identity_domains_user", ["oci", "user"]],
  ["oci_identity_dynamic_group", ["oci", "dynamic-group"]],
  ["oci_identity_group", ["oci", "group"]],
  ["oci_identity_user", ["oci", "user"]],
]);

/** Kinds that have a name of their own, which a model may call them by. */
const NAMED: ReadonlySet<PrincipalKind> = new Set(["group", "dynamic-group", "user", "role", "permission-set"]);

/** All that act, and all that is made. */
export interface Estate {
  readonly resources: readonly Resource[];
  readonly principals: readonly NamedPrincipal[];
}

/** The principals that a selector means. None, an ambiguous address, or one of which nobody can tell is noted. */
export function selectPrincipals(
  { value: selector, place }: Placed<Selector>,
  label: string,
  { resources, principals }: Estate,
  facts: Facts,
  notes: Notes,
): readonly NamedPrincipal[] {
  const found: NamedPrincipal[] = [];
  let isOpen = false;
  for (const principal of principals) {
    const match = means(selector, principal, facts);
    if (!isUnknown(match)) {
      if (match) found.push(principal);
    } else if (principal.resource) {
      isOpen = true;
      noteUndecided(place, label, principal.resource, match.unknown, notes);
    }
  }
  const made = found.flatMap(({ resource }) => (resource ? [resource] : []));
  noteAmbiguous(place, label, selector, made, notes);
  if (found.length > 0 || isOpen) return found;
  const idle = resources.find((one) => matches(selector, one, facts) === true);
  if (!idle) noteNothing(place, label, selector, resources, notes);
  else {
    const message = `${label}: ${shownSelector(selector)} matches "${idle.address}", which is nobody who acts`;
    notes.add(place, "model/no-principal", message, { help: "name a group, a dynamic group, a user or a role" });
  }
  return [];
}

/**
 * Whether a selector means somebody: by the resource that makes them, else, where one only names them, by that name. Whoever
 * only an id names has no name that a selector could know: nobody lists them, and they stay foreign.
 */
function means(selector: Selector, principal: NamedPrincipal, facts: Facts): Maybe<boolean> {
  if (principal.resource) return matches(selector, principal.resource, facts);
  const { type, name, tag, address } = selector;
  if (name === undefined || tag !== undefined || address !== undefined || !NAMED.has(principal.kind)) return false;
  if (type !== undefined) {
    const [cloud, kind] = KINDS.get(type) ?? [];
    if (cloud !== principal.cloud || kind !== principal.kind) return false;
  }
  return isCalled(name, principal);
}

/** By its name; on AWS also by its ARN, which says the account. */
function isCalled(pattern: string, { cloud, name, id }: NamedPrincipal): boolean {
  return fits(pattern, name) || (cloud === "aws" && id !== undefined && fits(pattern, id));
}

/** Whom the names of another tenancy's OCIDs stand for here: the group if one is named, else all of the tenancy. */
export function selectStrangers({ tenancy, group }: Strangers, principals: readonly NamedPrincipal[]): readonly NamedPrincipal[] {
  const wanted = (group ?? tenancy).toLowerCase();
  return principals.filter(
    ({ cloud, kind, name, id }) =>
      cloud === "oci" &&
      kind === (group === undefined ? "tenancy" : "group") &&
      (id?.toLowerCase() === wanted || name.toLowerCase() === wanted),
  );
}

/** Whom a name calls, literally: a name of `trusted` is no pattern. */
export function principalsCalled(name: string, principals: readonly NamedPrincipal[]): readonly NamedPrincipal[] {
  return name.includes("*") ? [] : principals.filter((one) => NAMED.has(one.kind) && isCalled(name, one));
}

/** Who is made at an address. */
export function principalsAt(address: string, principals: readonly NamedPrincipal[], facts: Facts): readonly NamedPrincipal[] {
  return principals.filter(({ resource }) => resource && matches({ address }, resource, facts) === true);
}
