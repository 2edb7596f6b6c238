import type { ById, QualifiedName, Subject } from "oci-policy";
import type { Caller, CallerGroup } from "./caller";
import { type DomainName, isUnknown, type OciTenancy } from "./estate";
import { sameName, sameText, shownName } from "./names";
import type { Aliases } from "./policy";
import { QUESTIONS } from "./questions";
import { every, readings, some, type Truth } from "./truth";

/**
 * Whether the subject of a statement covers the caller, who belongs to the same tenancy as the policy ("Policy Syntax",
 * subject). A user acts as all the groups that hold them; instances, other resources and services are no users.
 */
export function isSubject(subject: Subject, caller: Caller, aliases: Aliases, tenancy: OciTenancy): Truth {
  const { principal } = caller;
  if (principal.kind === "anonymous") return false;
  switch (subject.kind) {
    case "any-user":
      // Resources and services are meant, too, whatever the word says.
      return true;
    case "any-group":
      return readings(true, inAnyGroup(caller), QUESTIONS.anyGroup);
    case "group":
      return principal.kind === "user" && some(subject.names, (item) => inGroup(item, caller, aliases.group, tenancy.groups));
    case "dynamic-group":
      return (
        principal.kind === "resource" &&
        some(subject.names, (item) => inGroup(item, caller, aliases.dynamicGroup, tenancy.dynamicGroups))
      );
    case "service":
      return principal.kind === "service" && some(subject.names, (name) => isService(name, principal.name));
    case "resource":
      return principal.kind === "service" ? { doubt: QUESTIONS.platformResource } : false;
  }
}

function inAnyGroup({ groups }: Caller): Truth {
  if (isUnknown(groups)) return { doubt: `which groups hold the user, since ${groups.unknown}` };
  return some(groups, ({ member }) => member);
}

function isService(named: string, name: string): Truth {
  return sameText(named, name) && readings(named === name, true, QUESTIONS.nameCase);
}

type Named = Pick<CallerGroup, "name" | "id">;

/** item := "id" ocid | qualified-name, or a name that the policy defines */
function inGroup(
  item: QualifiedName | ById,
  caller: Caller,
  aliases: ReadonlyMap<string, string>,
  listed: readonly Named[],
): Truth {
  const { groups, mayHaveMore } = caller;
  if (isUnknown(groups)) return { doubt: `which groups hold the user, since ${groups.unknown}` };
  if ("id" in item) return inGroupOfId(item.id, groups, listed, mayHaveMore);
  const id = item.domain === undefined ? aliases.get(item.name.toLowerCase()) : undefined;
  if (id !== undefined) return inGroupOfId(id, groups, listed, mayHaveMore);
  const [literal = false, split = literal] = namesOf(item).map((name) => inGroupNamed(name, caller, listed));
  return readings(literal, split, QUESTIONS.slashInName);
}

function inGroupNamed(name: DomainName, { groupsNamed, mayHaveMore }: Caller, listed: readonly Named[]): Truth {
  const held = some(groupsNamed(name), (group) => every([sameName(group.name, name), group.member], (truth) => truth));
  if (held !== false || !mayHaveMore) return held;
  const rulesAreKnown = listed.some((group) => sameName(group.name, name) === true);
  return rulesAreKnown ? false : { doubt: `which resources are in dynamic group "${shownName(name)}"` };
}

/** Without a domain a name is of `Default`. One quoted text with a slash is read in both ways. */
function namesOf({ domain, name }: QualifiedName): readonly DomainName[] {
  const literal = { domain: domain ?? "Default", name };
  const slash = name.indexOf("/");
  if (domain !== undefined || slash < 0) return [literal];
  return [literal, { domain: name.slice(0, slash), name: name.slice(slash + 1) }];
}

/** An id is the same group, unless both it and the caller's are known to be others. */
function inGroupOfId(id: string, groups: readonly CallerGroup[], listed: readonly Named[], mayHaveMore: boolean): Truth {
  const isListed = listed.some((group) => group.id !== undefined && sameText(group.id, id));
  const held = some(groups, (group): Truth => {
    if (group.id !== undefined) return sameText(group.id, id) && group.member;
    return isListed ? false : { doubt: `whether "${id}" is the id of "${shownName(group.name)}"` };
  });
  if (held !== false || isListed || !mayHaveMore) return held;
  return { doubt: `which resources are in dynamic group "${id}"` };
}

/** The same for a statement of another tenancy's policy: it knows the caller's groups by their ids alone. */
export function isForeignSubject(subject: Subject, caller: Caller, aliases: Aliases): Truth {
  const { principal } = caller;
  if (principal.kind === "anonymous" || principal.kind === "service") return false;
  switch (subject.kind) {
    case "any-user":
      return true;
    case "any-group":
      return readings(true, inAnyGroup(caller), QUESTIONS.anyGroup);
    case "group":
    case "dynamic-group": {
      const isOfKind = (subject.kind === "group") === (principal.kind === "user");
      return isOfKind && some(subject.names, (item) => inForeignGroup(item, caller, aliases));
    }
    case "service":
    case "resource":
      return false;
  }
}

function inForeignGroup(item: QualifiedName | ById, { groups, principal }: Caller, aliases: Aliases): Truth {
  if (isUnknown(groups)) return { doubt: `which groups hold the user, since ${groups.unknown}` };
  const ids = principal.kind === "user" ? aliases.group : aliases.dynamicGroup;
  const id = "id" in item ? item.id : ids.get(item.name.toLowerCase());
  if (id === undefined) return { doubt: "what an undefined name of another tenancy stands for" };
  return inGroupOfId(id, groups, [], false);
}
