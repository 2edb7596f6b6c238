import { nearest } from "../language/diagnostics";
import { catalogue, lazy } from "./data";
import { isTagVariable, variableNames } from "./variables";

/** Names of the catalogue: to look one up in any case, and to find the one that a wrong name was meant to be. */
export interface Names {
  has(name: string): boolean;
  nearest(name: string): string | undefined;
}

/** Resource types and families, the singular spellings among them that the service takes, and `all-resources`. */
export const RESOURCE_TYPE_NAMES = namesOf(() => [
  "all-resources",
  ...Object.keys(catalogue().resourceTypes),
  ...Object.keys(catalogue().families),
  ...Object.keys(catalogue().aliases),
]);

/** Permissions that a verb carries, and those that only operations are known to need. */
export const PERMISSION_NAMES = namesOf(() => [
  ...Object.values(catalogue().resourceTypes).flatMap(({ verbs }) => Object.values(verbs).flat()),
  ...Object.keys(catalogue().unplacedPermissions),
]);

/** Variables of conditions; of a tag's variable the last two segments may be anything. */
export const VARIABLE_NAMES: Names = withTags(namesOf(variableNames));

function withTags(names: Names): Names {
  return { has: (name) => names.has(name) || isTagVariable(name), nearest: (name) => names.nearest(name) };
}

/** Read when first asked for: a text without a name to look up costs nothing. */
function namesOf(read: () => readonly string[]): Names {
  const names = lazy(() => new Map(read().map((name) => [name.toLowerCase(), name])));
  return { has: (name) => names().has(name.toLowerCase()), nearest: (name) => nearest(name, names().values()) };
}
