import type { Conditions, PolicyStatement } from "./document";

/** What a resource's policy denies to everybody, or to whom the conditions leave; an empty condition is none. */
export function deny(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  conditions: Conditions = {},
): PolicyStatement {
  return {
    sid,
    effect: "Deny",
    principal: "*",
    actions,
    resources,
    ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
  };
}
