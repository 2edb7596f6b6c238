import { quote } from "../../quote";
import { type Caller, entityOf } from "./caller";
import { type AttachedPolicy, isUnknown, type Maybe, type Policies } from "./estate";
import type { Facts } from "./statement";
import type { Target } from "./target";

/** The policies of one kind that have a say; `undefined`: there are none of the kind. */
export interface NamedPolicies {
  /** As messages call them: `identity policy of role "us-restore"`. */
  readonly name: string;
  readonly policies: Policies | undefined;
}

/** The policies on both sides of a request, but for those of organizations and endpoints. */
export function namedPolicies({
  caller,
  target,
}: Pick<Facts, "caller" | "target">): Readonly<Record<"resource" | "identity" | "boundary" | "session", NamedPolicies>> {
  return {
    resource: { name: `${policyNoun(target)} of ${quote(target.arn)}`, policies: asList(target.policy) },
    identity: { name: `identity policy of ${caller.name}`, policies: identityPolicies(caller) },
    boundary: { name: `permissions boundary of ${caller.name}`, policies: asList(entityOf(caller)?.boundary) },
    session: { name: `session policy of ${caller.name}`, policies: caller.sessionPolicies },
  };
}

function policyNoun({ resource, role }: Target): string {
  if (role) return "trust policy";
  return resource === undefined || resource.kind === "other" ? "resource policy" : `${resource.kind} policy`;
}

export function asList(policy: Maybe<AttachedPolicy> | undefined): Policies | undefined {
  return policy && [policy];
}

/** A user's own policies and those of its groups. Root users, services and anonymous callers have none. */
function identityPolicies({ entity }: Caller): Policies | undefined {
  if (entity === undefined) return undefined;
  if (isUnknown(entity)) return [entity];
  if (entity.kind === "role") return entity.policies;
  const ofGroups = isUnknown(entity.groups) ? [entity.groups] : entity.groups.flatMap(({ policies }) => policies);
  return [...entity.policies, ...ofGroups];
}
