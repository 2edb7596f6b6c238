import {
  type Action,
  type ResourceType,
  resourceFamily,
  resourceType,
  servicesOf,
  typesCarrying,
  VERBS,
  type Verb,
} from "oci-policy";
import { QUESTIONS } from "./questions";
import { readings, some, type Truth } from "./truth";

/** What a statement does with its permissions: gives them, takes them away, or takes them away across tenancies. */
export type Purpose = "allow" | "deny" | "cross-deny";

/**
 * Whether the action holds this permission. A list holds what it lists ("Permissions", advanced policy features); a verb
 * holds what its resource type's table says ("Verbs" and "Details for Verb + Resource-Type Combinations").
 */
export function carries(action: Action, permission: string, purpose: Purpose): Truth {
  if (action.kind === "permissions") return action.permissions.includes(permission);
  const { verb, resourceType: type } = action;
  switch (purpose) {
    case "allow":
      return includes(type, permission, upTo(verb));
    case "deny":
      return takesAway(type, permission, verb);
    case "cross-deny":
      return readings(takesAway(type, permission, verb), includes(type, permission, upTo(verb)), QUESTIONS.crossInversion);
  }
}

/** Verbs are cumulative: `inspect` ⊂ `read` ⊂ `use` ⊂ `manage` ("Verbs"). */
function upTo(verb: Verb): readonly Verb[] {
  return VERBS.slice(0, VERBS.indexOf(verb) + 1);
}

/**
 * A denied verb takes away what it adds and what every higher verb adds: `deny … inspect` everything, `deny … manage`
 * only what `manage` adds ("Deny Policies", metaverb inversion). For a family that is said of its members or of the
 * family as one; the two differ where a permission stands at different verbs of two members.
 */
function takesAway(type: string, permission: string, verb: Verb): Truth {
  const from = VERBS.slice(VERBS.indexOf(verb));
  const below = VERBS.slice(0, VERBS.indexOf(verb));
  const ofMembers = includes(type, permission, from);
  if (ofMembers !== true || resourceType(type)) return ofMembers;
  return readings(true, includes(type, permission, below) === false, QUESTIONS.familyInversion);
}

/** Whether one of these levels of the type, of a member of the family, or of any type holds the permission. */
function includes(name: string, permission: string, levels: readonly Verb[]): Truth {
  if (name === "all-resources") return everyType(permission, levels);
  const family = resourceFamily(name);
  if (family) {
    const held = some(family.members, (member) => typeHolds(member, permission, levels));
    return held === true && family.certainty === "U" ? { doubt: `which types belong to \`${name}\`` } : held;
  }
  const type = resourceType(name);
  return type ? typeHolds(type, permission, levels) : { doubt: `what the resource type \`${name}\` holds` };
}

/** `all-resources` is every type, those that nobody has listed included ("Resources"). */
function everyType(permission: string, levels: readonly Verb[]): Truth {
  const carriers = typesCarrying(permission);
  if (carriers.length > 0) return some(carriers, (type) => typeHolds(type, permission, levels));
  return levels.length === VERBS.length ? true : { doubt: `which verb carries \`${permission}\`` };
}

function typeHolds(type: ResourceType, permission: string, levels: readonly Verb[]): Truth {
  const standsAt = VERBS.filter((verb) => type.verbs[verb].includes(permission));
  const held = standsAt.some((verb) => levels.includes(verb));
  if (type.certainty !== "U" && standsAt.length > 0) return held;
  const tableIsWhole = type.certainty !== "U" && type.complete && typesCarrying(permission).length > 0;
  if (!held && (tableIsWhole || !mayBeOf(type, permission))) return false;
  return { doubt: `whether \`${type.name}\` holds \`${permission}\` there` };
}

/** A permission that the tables place in other services only is none of this type's, however little is known of it. */
function mayBeOf(type: ResourceType, permission: string): boolean {
  const services = servicesOf(permission);
  return services.length === 0 || services.includes(type.service);
}
