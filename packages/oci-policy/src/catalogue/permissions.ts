import { VERBS, type Verb } from "../language/syntax";
import { type Certainty, catalogue, row } from "./data";
import { type ResourceType, typesCarrying } from "./types";

/**
 * The permissions that `verb` on `resourceType` (a type or a family) carries, lower verbs included; `undefined` for a
 * type that the catalogue doesn't know. Source: OCI documentation, the policy reference of each service.
 */
export function permissionsOf(verb: Verb, resourceType: string): readonly string[] | undefined {
  const key = `${verb} ${resourceType}`;
  const known = KNOWN.get(key);
  if (known) return known;
  const permissions = gather(verb, resourceType);
  if (permissions) KNOWN.set(key, permissions);
  return permissions;
}

/** What was asked for before: at most four lists a type of the catalogue. */
const KNOWN = new Map<string, readonly string[]>();

function gather(verb: Verb, resourceType: string): readonly string[] | undefined {
  const { families, resourceTypes } = catalogue();
  const members = (row(families, resourceType) ?? [resourceType]).map((name) => row(resourceTypes, name));
  const included = VERBS.slice(0, VERBS.indexOf(verb) + 1);
  const carried = new Set<string>();
  for (const member of members) {
    if (!member) return undefined;
    for (const level of included) for (const permission of member.verbs[level]) carried.add(permission);
  }
  return [...carried];
}

/** A permission, and where it stands. */
export interface Permission {
  readonly name: string;
  /** The types whose verbs carry it; none where it is known from an operation alone. */
  readonly types: readonly ResourceType[];
  /** That of the surest of its types; `U` without one: at which verb it stands isn't known. */
  readonly certainty: Certainty;
  /** The pages of its types. */
  readonly sources: readonly string[];
}

/** The permission of this name, in any case; `undefined` for one that neither a type nor an operation names. */
export function permission(name: string): Permission | undefined {
  const upper = name.toUpperCase();
  const types = typesCarrying(upper);
  if (types.length === 0 && !row(catalogue().unplacedPermissions, upper)) return undefined;
  const certainty = SUREST.find((each) => types.some((type) => type.certainty === each)) ?? "U";
  return { name: upper, types, certainty, sources: [...new Set(types.flatMap(({ source }) => source ?? []))] };
}

const SUREST = ["P", "D", "S", "U"] as const satisfies readonly Certainty[];

/** Whether some resource type of the catalogue carries this permission. */
export function isPermission(name: string): boolean {
  return typesCarrying(name).length > 0;
}

/** The services whose resource types carry this permission, by the catalogue's service names; empty if unknown. */
export function servicesOf(permission: string): readonly string[] {
  return [...new Set(typesCarrying(permission).map(({ service }) => service))];
}
