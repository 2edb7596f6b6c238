import { isSameAccount } from "../aws/account";
import { all, any, FALSE, type Formula, TRUE, unknown } from "../logic";
import { quote } from "../quote";
import { PASSES } from "../simulate/aws/check";
import { isUnknown } from "../simulate/aws/estate";
import { allowedByGrant } from "../simulate/aws/key-grants";
import { NEEDED_BESIDE_RESOURCE_POLICY, NEEDED_BY_FEDERATED_SESSION, rulesAlone } from "../simulate/aws/permission";
import type { Naming } from "../simulate/aws/principal";
import type { Facts } from "../simulate/aws/statement";
import type { Evaluation } from "./evaluation";
import { checkFormula } from "./truth";

/** The policies that can give a permission, and those that cut it; `undefined`: there is none of the kind. */
export type PermissionPolicies = Readonly<Record<"resource" | "identity" | "boundary" | "session", Evaluation | undefined>>;

/**
 * For which requests policies of the resource and of the caller together allow.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function permission(policies: PermissionPolicies, facts: Facts): Formula {
  const { caller, target } = facts;
  if (isUnknown(caller.membership) && caller.account === undefined) return unknown(caller.membership.unknown);
  if (caller.account === undefined) return any(allowing(policies.resource), grantFormula(facts, TRUE));
  const same = isUnknown(target.account) ? undefined : isSameAccount(target.account, caller.account);
  if (same !== undefined) return same ? withinAccount(policies, facts) : acrossAccounts(policies, facts);
  const [within, across] = [withinAccount(policies, facts), acrossAccounts(policies, facts)];
  const whose = isUnknown(target.account)
    ? target.account.unknown
    : `whether account "${caller.account}" owns ${quote(target.arn)}`;
  return any(all(within, across), all(any(within, across), unknown(whose)));
}

/** The union of both sides, but for keys and roles: theirs must allow, be it only by handing on to the account. */
function withinAccount(policies: PermissionPolicies, facts: Facts): Formula {
  const { resource } = policies;
  const own = ownSide(policies);
  const namings = Object.keys(NEEDED_BESIDE_RESOURCE_POLICY) as Naming[];
  const byNamings = namings.filter((naming) => naming !== "account").map((naming) => byResource(naming, policies, facts));
  return any(byIdentity(policies, own, facts), ...(resource ? byNamings : []), grantFormula(facts, own));
}

function byIdentity({ resource }: PermissionPolicies, own: Formula, { target }: Facts): Formula {
  if (!rulesAlone(target)) return own;
  return all(
    allowing(resource, (naming) => naming === "account"),
    own,
  );
}

function byResource(naming: Naming, { resource, boundary, session }: PermissionPolicies, { caller }: Facts): Formula {
  const ofFederated = naming === "user" && caller.principal.kind === "federated-user";
  const needed = ofFederated ? NEEDED_BY_FEDERATED_SESSION : NEEDED_BESIDE_RESOURCE_POLICY[naming];
  return all(
    allowing(resource, (candidate) => candidate === naming),
    needed.boundary && boundary ? boundary.allowing() : TRUE,
    needed.session && session ? session.allowing() : TRUE,
  );
}

/** Both accounts must allow; that the resource policy names the very role or session is no shortcut. */
function acrossAccounts(policies: PermissionPolicies, facts: Facts): Formula {
  const own = ownSide(policies);
  return any(all(allowing(policies.resource), own), grantFormula(facts, own));
}

/** What the caller's own account allows it: identity policies, within the boundary and the session policies. */
function ownSide({ identity, boundary, session }: PermissionPolicies): Formula {
  return all(identity ? identity.allowing() : TRUE, boundary ? boundary.allowing() : TRUE, session ? session.allowing() : TRUE);
}

function allowing(evaluation: Evaluation | undefined, accepts?: (naming: Naming) => boolean): Formula {
  return evaluation ? evaluation.allowing(accepts) : FALSE;
}

/**
 * What a grant on the key allows. A constraint on the encryption context is met by whoever sends that context; what is
 * asked of the caller's own side is asked of every request.
 */
function grantFormula(facts: Facts, own: Formula): Formula {
  const { resource } = facts.target;
  if (resource?.kind !== "key") return FALSE;
  const unconstrained = resource.grants.map((grant) => {
    if (isUnknown(grant)) return grant;
    const { encryptionContextEquals: _, encryptionContextSubset: __, ...rest } = grant;
    return rest;
  });
  const target = { ...facts.target, resource: { ...resource, grants: unconstrained } };
  const withOwn = allowedByGrant({ ...facts, target }, PASSES);
  if (!withOwn) return FALSE;
  const isConstrained = resource.grants.some(
    (grant) => !isUnknown(grant) && (grant.encryptionContextEquals !== undefined || grant.encryptionContextSubset !== undefined),
  );
  const formula =
    isConstrained && withOwn.kind === "yes" ? unknown("the encryption context that a grant asks for") : checkFormula(withOwn);
  const alone = allowedByGrant({ ...facts, target }, { kind: "no", because: "", nearness: 0 });
  return alone?.kind === "yes" ? formula : all(formula, own);
}
