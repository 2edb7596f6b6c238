import { type Certainty, catalogue, lazy, row } from "./data";
import { resourceType } from "./types";

/** A variable of conditions. Source: "General Variables for All Requests", and the policy reference of its service. */
export interface Variable {
  readonly name: string;
  /** As the documentation says: `string`, `entity` (an OCID), `list of entity`, `boolean`, … */
  readonly type: string;
  /** `general`, or the service that supplies it. */
  readonly service: string;
  /** Resource types that it is for; empty: every one. */
  readonly appliesTo: readonly string[];
  /** Operations that don't supply it. */
  readonly notWith: readonly string[];
  readonly certainty: Certainty;
  /** The policy references of what it is for; a general one is of "General Variables for All Requests". */
  readonly sources: readonly string[];
  readonly note?: string;
}

/** Tags of any name: `<variable>.<namespace>.<key>` (OCI documentation, "Using Tags to Manage Access"). */
const TAGS = [
  "request.principal.group.tag",
  "request.principal.compartment.tag",
  "target.resource.tag",
  "target.resource.compartment.tag",
  "target.bucket.tag",
] as const;

/** Whether this is one of the catalogue's variables, by its name there. */
export function isVariable(name: string): boolean {
  return Object.hasOwn(catalogue().variables, name);
}

/** The variable of this name, in any case; of a tag's variable namespace and key may be anything. */
export function variable(name: string): Variable | undefined {
  const lower = name.toLowerCase();
  const tag = TAGS.find((prefix) => isTagOf(prefix, lower));
  const key = tag ? Object.keys(catalogue().variables).find((each) => each.startsWith(tag)) : byLowerCase().get(lower);
  const facts = key === undefined ? undefined : row(catalogue().variables, key);
  if (!facts) return undefined;
  const { type, service, appliesTo, notWith = [], certainty = "D", note } = facts;
  return {
    name: tag ? name : (key ?? name),
    type,
    service,
    appliesTo,
    notWith,
    certainty,
    sources: [...new Set(appliesTo.flatMap((each) => resourceType(each)?.source ?? []))],
    ...(note === undefined ? {} : { note }),
  };
}

/** Whether this names a tag: its namespace and key behind one of the variables for tags. */
export function isTagVariable(name: string): boolean {
  const lower = name.toLowerCase();
  return TAGS.some((prefix) => isTagOf(prefix, lower));
}

/** The variables with a name of their own. */
export function variableNames(): readonly string[] {
  return [...byLowerCase().values()];
}

function isTagOf(prefix: string, lower: string): boolean {
  return lower.startsWith(`${prefix}.`) && lower.slice(prefix.length + 1).split(".").length === 2;
}

const byLowerCase = lazy(() => {
  const names = Object.keys(catalogue().variables).filter((name) => !TAGS.some((tag) => name.startsWith(tag)));
  return new Map(names.map((name) => [name.toLowerCase(), name]));
});
