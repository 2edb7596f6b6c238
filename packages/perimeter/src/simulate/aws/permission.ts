import { isSameAccount } from "../../aws/account";
import { quote } from "../../quote";
import type { Caller } from "./caller";
import { all, any, type Check, lacks, open, PASSES, quiet } from "./check";
import { isUnknown } from "./estate";
import { allowing, type Evaluation } from "./evaluation";
import { allowedByGrant } from "./key-grants";
import type { Naming } from "./principal";
import type { Facts } from "./statement";
import type { Target } from "./target";

/** The policies that can give a permission, and those that cut it. `undefined`: there is none of the kind. */
export interface PermissionPolicies {
  readonly resource: Evaluation | undefined;
  readonly identity: Evaluation | undefined;
  readonly boundary: Evaluation | undefined;
  readonly session: Evaluation | undefined;
}

/**
 * Whether policies of the resource and of the caller together allow the request.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function permission(policies: PermissionPolicies, facts: Facts): Check {
  const { caller, target } = facts;
  if (isUnknown(caller.membership) && caller.account === undefined) return open(caller.membership.unknown);
  if (caller.account === undefined) return ofResource(policies, facts);
  const same = isUnknown(target.account) ? undefined : isSameAccount(target.account, caller.account);
  if (same !== undefined) return same ? withinAccount(policies, facts) : acrossAccounts(policies, facts);
  const [within, across] = [withinAccount(policies, facts), acrossAccounts(policies, facts)];
  const whose = isUnknown(target.account)
    ? target.account.unknown
    : `whether account "${caller.account}" owns ${quote(target.arn)}`;
  return within.kind === across.kind ? across : open(whose);
}

/** Services, anonymous callers and people without a session have no policies of their own. */
function ofResource({ resource }: PermissionPolicies, facts: Facts): Check {
  const none = lacks(`${quote(facts.target.arn)} has no policy of its own that could allow it`);
  const grant = allowedByGrant(facts, PASSES);
  return any([resource ? allowing(resource) : none, ...(grant ? [grant] : [])]);
}

/**
 * Which policies of the caller's side are needed beside a resource policy of the same account, by how it names the
 * caller. So a boundary doesn't contain a role that is admitted by its session's ARN, or by `*` with a condition.
 * Source: IAM User Guide, "Policy evaluation for requests within a single account" and "Permissions boundaries for IAM
 * entities".
 */
export const NEEDED_BESIDE_RESOURCE_POLICY = {
  account: { identity: true, boundary: true, session: true },
  role: { identity: false, boundary: true, session: true },
  session: { identity: false, boundary: false, session: false },
  user: { identity: false, boundary: false, session: false },
  "federated-user": { identity: false, boundary: false, session: false },
  everyone: { identity: false, boundary: false, session: false },
  service: { identity: false, boundary: false, session: false },
  "identity-provider": { identity: false, boundary: false, session: false },
} as const satisfies Record<Naming, { identity: boolean; boundary: boolean; session: boolean }>;

/** A federated session of a user whom the policy names by the user's ARN is cut like a role's session. */
export const NEEDED_BY_FEDERATED_SESSION = NEEDED_BESIDE_RESOURCE_POLICY.role;

/** The union of both sides, but for keys and roles: theirs must allow, be it only by handing on to the account. */
function withinAccount(policies: PermissionPolicies, facts: Facts): Check {
  const { resource } = policies;
  const { caller } = facts;
  const ways = [byIdentity(policies, facts)];
  if (resource)
    for (const naming of Object.keys(NEEDED_BESIDE_RESOURCE_POLICY) as Naming[])
      if (naming !== "account") ways.push(byResource(naming, resource, policies, caller));
  const grant = allowedByGrant(facts, ownSide(policies, caller));
  if (grant) ways.push(grant);
  return any(ways);
}

function byIdentity(policies: PermissionPolicies, { caller, target }: Facts): Check {
  const { resource } = policies;
  const own = ownSide(policies, caller);
  if (!rulesAlone(target)) return own;
  if (!resource) return lacks(`${quote(target.arn)} has no policy of its own that could allow it`);
  return all([quiet(allowing(resource, (naming) => naming === "account")), own]);
}

function byResource(naming: Naming, resource: Evaluation, policies: PermissionPolicies, caller: Caller): Check {
  const ofFederated = naming === "user" && caller.principal.kind === "federated-user";
  const needed = ofFederated ? NEEDED_BY_FEDERATED_SESSION : NEEDED_BESIDE_RESOURCE_POLICY[naming];
  const { boundary, session } = policies;
  return all([
    allowing(resource, (candidate) => candidate === naming),
    needed.boundary && boundary ? quiet(allowing(boundary)) : PASSES,
    needed.session && session ? quiet(allowing(session)) : PASSES,
  ]);
}

/** Both accounts must allow; that the resource policy names the very role or session is no shortcut. */
function acrossAccounts(policies: PermissionPolicies, facts: Facts): Check {
  const { resource } = policies;
  const { caller, target } = facts;
  const own = ownSide(policies, caller);
  const none = lacks(`${quote(target.arn)} belongs to another account and has no policy that lets ${caller.name} in`);
  const byPolicy = all([resource ? allowing(resource) : none, own]);
  const grant = allowedByGrant(facts, own);
  return grant ? any([byPolicy, grant]) : byPolicy;
}

/** What the caller's own account allows it: identity policies, within the boundary and the session policies. */
function ownSide({ identity, boundary, session }: PermissionPolicies, caller: Caller): Check {
  return all([
    identity ? allowing(identity) : { ...PASSES, because: `${caller.name} needs no identity policy` },
    boundary ? quiet(allowing(boundary)) : PASSES,
    session ? quiet(allowing(session)) : PASSES,
  ]);
}

/**
 * Keys and roles: identity policies count only where the resource's own policy hands on to the account.
 * Source: KMS Developer Guide, "Key policies in AWS KMS"; IAM User Guide, "Policy evaluation logic", on role trust policies.
 */
export function rulesAlone({ service, arn }: Target): boolean {
  return (service === "kms" && arn.includes(":key/")) || (service === "sts" && arn.includes(":role/"));
}
