import type { Conditions } from "./document";

/** All of both: operators are joined, and keys within them; the same key twice must have been meant once. */
export function bothOf(first: Conditions, second: Conditions): Conditions {
  const operators = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...operators].map((operator) => [operator, { ...first[operator], ...second[operator] }]));
}

/** Requests of these roles, whatever session they are in; text, which a role that is made again doesn't break. */
export const requestsOf = (roles: readonly string[]): Conditions => ({ ArnEquals: { "aws:PrincipalArn": roles } });

/** Requests of everybody else; of everybody, where nobody is spared. */
export const requestsOfOthers = (spared: readonly string[]): Conditions =>
  spared.length > 0 ? { ArnNotEquals: { "aws:PrincipalArn": [...new Set(spared)].sort() } } : {};
