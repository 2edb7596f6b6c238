import catalogue from "../../data/permissions.json";
import { VERBS, type Verb } from "../language/syntax";

interface ResourceType {
  readonly service: string;
  readonly verbs: Readonly<Record<Verb, readonly string[]>>;
}

/** Without a prototype: a type called `constructor` isn't one. */
const RESOURCE_TYPES = table(catalogue.resourceTypes as unknown as Readonly<Record<string, ResourceType>>);
const FAMILIES = table(catalogue.families as Readonly<Record<string, readonly string[]>>);

/** Resource types by the permissions that their verbs carry. A permission may belong to several types. */
const TYPES_OF = new Map<string, string[]>();
for (const [type, { verbs }] of Object.entries(RESOURCE_TYPES))
  for (const permission of VERBS.flatMap((verb) => verbs[verb]))
    TYPES_OF.set(permission, [...(TYPES_OF.get(permission) ?? []), type]);

/**
 * The permissions that `verb` on `resourceType` (a type or a family) carries, lower verbs included; `undefined` for a
 * type that the catalogue doesn't know. Source: OCI documentation, the policy reference of each service.
 */
export function permissionsOf(verb: Verb, resourceType: string): readonly string[] | undefined {
  const members = FAMILIES[resourceType] ?? [resourceType];
  const types = members.map((name) => RESOURCE_TYPES[name]);
  if (types.some((type) => type === undefined)) return undefined;
  const included = VERBS.slice(0, VERBS.indexOf(verb) + 1);
  return [...new Set((types as ResourceType[]).flatMap((type) => included.flatMap((level) => type.verbs[level])))];
}

/** Whether some resource type of the catalogue carries this permission. */
export function isPermission(name: string): boolean {
  return TYPES_OF.has(name);
}

/** The services whose resource types carry this permission, by the catalogue's service names; empty if unknown. */
export function servicesOf(permission: string): readonly string[] {
  return [...new Set((TYPES_OF.get(permission) ?? []).map((type) => (RESOURCE_TYPES[type] as ResourceType).service))];
}

/** Whether this variable may stand in a condition. Source: OCI documentation, "General Variables for All Requests" and the services' own. */
export function isVariable(name: string): boolean {
  return Object.hasOwn(catalogue.variables, name);
}

function table<Row>(rows: Readonly<Record<string, Row>>): Readonly<Record<string, Row>> {
  return Object.assign(Object.create(null), rows);
}
