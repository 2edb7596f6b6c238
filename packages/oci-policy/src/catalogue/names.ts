import catalogue from "../../data/permissions.json";
import { nearest } from "../language/diagnostics";

/** Names of the catalogue: to look one up in any case, and to find the one that a wrong name was meant to be. */
export interface Names {
  has(name: string): boolean;
  nearest(name: string): string | undefined;
}

/** Tags of any name: `<variable>.<namespace>.<key>` (OCI documentation, "Using Tags to Manage Access"). */
const TAGS = [
  "request.principal.group.tag",
  "request.principal.compartment.tag",
  "target.resource.tag",
  "target.resource.compartment.tag",
  "target.bucket.tag",
] as const;

/** Resource types and families, the singular spellings among them that the service takes, and `all-resources`. */
export const RESOURCE_TYPE_NAMES = namesOf(() => [
  "all-resources",
  ...Object.keys(catalogue.resourceTypes),
  ...Object.keys(catalogue.families),
  ...Object.keys(catalogue.aliases),
]);

/** Permissions that a verb carries, and those that only operations are known to need. */
export const PERMISSION_NAMES = namesOf(() => [
  ...Object.values(catalogue.resourceTypes).flatMap(({ verbs }) => Object.values(verbs).flat() as string[]),
  ...Object.keys(catalogue.unplacedPermissions),
]);

const VARIABLES = namesOf(() => Object.keys(catalogue.variables).filter((name) => !TAGS.some((tag) => name.startsWith(tag))));

/** Variables of conditions; of a tag's variable the last two segments may be anything. */
export const VARIABLE_NAMES: Names = {
  has: (name) => VARIABLES.has(name) || isTag(name),
  nearest: (name) => VARIABLES.nearest(name),
};

function isTag(name: string): boolean {
  const lower = name.toLowerCase();
  return TAGS.some((tag) => lower.startsWith(`${tag}.`) && lower.slice(tag.length + 1).split(".").length === 2);
}

/** Read when first asked for: a text without a name to look up costs nothing. */
function namesOf(read: () => readonly string[]): Names {
  let known: ReadonlyMap<string, string> | undefined;
  const names = () => {
    known ??= new Map(read().map((name) => [name.toLowerCase(), name]));
    return known;
  };
  return { has: (name) => names().has(name.toLowerCase()), nearest: (name) => nearest(name, names().values()) };
}
