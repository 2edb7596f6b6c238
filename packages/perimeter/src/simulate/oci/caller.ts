import { type DomainName, isUnknown, type Maybe, type OciTenancy, type Tags } from "./estate";
import { dynamicGroupsOf } from "./matching-rule";
import { sameName, shownName } from "./names";
import type { OciPrincipal } from "./request";
import { some, type Truth } from "./truth";

/** The principal of a request, with what its tenancy knows of it. */
export interface Caller {
  readonly principal: OciPrincipal;
  /** Groups of a user, dynamic groups of a resource; a service has none. */
  readonly groups: Maybe<readonly CallerGroup[]>;
  /** Whether the list may lack dynamic groups whose rules nobody gave. */
  readonly mayHaveMore: boolean;
  /** Those of this name, which may differ in case. */
  readonly groupsNamed: (name: DomainName) => readonly CallerGroup[];
}

export interface CallerGroup {
  readonly name: DomainName;
  readonly id?: string;
  readonly tags?: Maybe<Tags>;
  readonly member: Truth;
}

/** Who asks, as far as `tenancy`, their own, knows. */
export function callerOf(principal: OciPrincipal, tenancy: OciTenancy | undefined): Caller {
  const groups = groupsOf(principal, tenancy);
  const named = new Map<string, CallerGroup[]>();
  for (const group of isUnknown(groups) ? [] : groups) {
    const key = shownName(group.name).toLowerCase();
    named.set(key, [...(named.get(key) ?? []), group]);
  }
  return {
    principal,
    groups,
    mayHaveMore: mayHaveMore(principal, tenancy),
    groupsNamed: (name) => named.get(shownName(name).toLowerCase()) ?? [],
  };
}

function groupsOf(principal: OciPrincipal, tenancy: OciTenancy | undefined): Caller["groups"] {
  switch (principal.kind) {
    case "user":
      return isUnknown(principal.groups) ? principal.groups : principal.groups.map((name) => known(name, tenancy?.groups));
    case "resource":
      if (principal.dynamicGroups) return principal.dynamicGroups.map((name) => known(name, tenancy?.dynamicGroups));
      return tenancy ? dynamicGroupsOf(principal, tenancy).map(({ group, member }) => ({ ...group, member })) : [];
    case "service":
    case "anonymous":
      return [];
  }
}

function mayHaveMore(principal: OciPrincipal, tenancy: OciTenancy | undefined): boolean {
  if (principal.kind !== "resource" || principal.dynamicGroups || principal.type === "workload") return false;
  return !tenancy?.complete;
}

function known(name: DomainName, listed: readonly Omit<CallerGroup, "member">[] = []): CallerGroup {
  const group = listed.find((each) => sameName(each.name, name) === true);
  return { ...(group ?? { name }), member: true };
}

const ADMINISTRATORS: DomainName = { domain: "Default", name: "Administrators" };

/** Whether this is a user in the group `Administrators` of the domain `Default` of their own tenancy. */
export function isAdministrator({ principal, groups }: Caller): Truth {
  if (principal.kind !== "user") return false;
  if (isUnknown(groups)) return { doubt: `which groups hold the user, since ${groups.unknown}` };
  return some(groups, ({ name }) => sameName(name, ADMINISTRATORS));
}

/** The principal as an answer calls it: `group "Default/readers"`. */
export function shownCaller({ principal, groups }: Caller): string {
  switch (principal.kind) {
    case "user":
      if (principal.name) return `user "${shownName(principal.name)}"`;
      if (principal.id !== undefined) return `user "${principal.id}"`;
      return isUnknown(groups) || groups.length === 0
        ? "a user in no known group"
        : `a member of ${shownGroups("group", groups)}`;
    case "resource":
      if (principal.id !== undefined) return `resource "${principal.id}"`;
      if (!isUnknown(groups) && groups.length > 0) return `a resource in ${shownGroups("dynamic group", groups)}`;
      return principal.type === undefined ? "a resource in no known dynamic group" : `a resource of type "${principal.type}"`;
    case "service":
      return `service "${principal.name}"`;
    case "anonymous":
      return "a caller without credentials";
  }
}

function shownGroups(kind: string, groups: readonly CallerGroup[]): string {
  return `${kind}${groups.length > 1 ? "s" : ""} ${groups.map(({ name }) => `"${shownName(name)}"`).join(", ")}`;
}
