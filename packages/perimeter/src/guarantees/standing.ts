import { type Actor, keyOf } from "../estate/actor";
import type { NamedPrincipal } from "../estate/named-principal";
import { domainName } from "../simulate/oci";
import { shownName } from "../simulate/oci/names";
import type { Declared, DeclaredRole } from "./declared";

/** Who somebody is to the model. */
export interface Standing {
  /** Whether it may change the boundary itself. */
  readonly isTrusted: boolean;
  readonly isInside: boolean;
  /** The roles that list it, or the groups that hold it. */
  readonly roles: readonly DeclaredRole[];
  /** Of all its roles; empty: nobody lists it, and it is foreign. */
  readonly residency: readonly string[];
}

/** Whoever no role lists is foreign, and so is whoever a role from outside lists, whatever else lists them. */
export function standingsIn(declared: Declared, actors: readonly Actor[]): (actor: Actor) => Standing {
  const byKey = new Map(actors.map((actor) => [keyOf(actor), standingOf(actor, declared)]));
  return (actor) => byKey.get(keyOf(actor)) ?? standingOf(actor, declared);
}

function standingOf(actor: Actor, { roles, trusted }: Declared): Standing {
  const { principal } = actor;
  const own = roles.filter(({ principals }) => principals.some((one) => isSame(one, principal)));
  const listing = own.length > 0 ? own : roles.filter(({ principals }) => principals.some((one) => holds(one, actor)));
  return {
    isTrusted: isAlwaysTrusted(principal) || trusted.some((one) => isSame(one, principal) || holds(one, actor)),
    isInside: listing.length > 0 && listing.every(({ isInside }) => isInside),
    roles: listing,
    residency: [...new Set(listing.flatMap(({ residency }) => residency))],
  };
}

/** OCI's group Administrators of the Default domain, and the root user of an account. */
function isAlwaysTrusted({ cloud, kind, name }: NamedPrincipal): boolean {
  if (cloud === "oci") return kind === "group" && name === "Administrators";
  return kind === "user" && name === "root";
}

function isSame(one: NamedPrincipal, other: NamedPrincipal): boolean {
  if (one.cloud !== other.cloud || one.kind !== other.kind) return false;
  if (one.resource && other.resource) return one.resource.address === other.resource.address;
  return one.cloud === "aws" && one.id !== undefined && other.id !== undefined
    ? one.id === other.id
    : one.name.toLowerCase() === other.name.toLowerCase();
}

/** A user acts as the groups that hold them. */
function holds(group: NamedPrincipal, { principal, acts, cloud }: Actor): boolean {
  if (cloud !== "oci" || group.kind !== "group" || principal.kind !== "user" || acts.kind !== "user") return false;
  if (!Array.isArray(acts.groups)) return false;
  const name = shownName(domainName(group.name)).toLowerCase();
  return acts.groups.some((one) => shownName(one).toLowerCase() === name);
}
