import { sessionArnOf } from "./caller";
import { type Check, open } from "./check";
import type { Context } from "./context";
import { isUnknown, type KeyGrant } from "./estate";
import type { Facts } from "./statement";

/**
 * Whether a grant on the key allows the request; `undefined` where there is none for this caller and operation. What
 * the caller's own account allows is asked for where the documentation doesn't say that a grant does without it: for
 * callers of another account, and for a boundary or session policy that doesn't allow the operation.
 * Source: KMS Developer Guide, "Grants in AWS KMS".
 */
export function allowedByGrant(facts: Facts, own: Check): Check | undefined {
  const { resource } = facts.target;
  if (resource?.kind !== "key") return undefined;
  const unread = resource.grants.find(isUnknown);
  let unknown = unread && open(unread.unknown);
  for (const grant of resource.grants) {
    if (isUnknown(grant) || !covers(grant, facts)) continue;
    const constrained = meetsConstraints(grant, facts);
    if (constrained === "no") continue;
    const needsMore = isElsewhere(facts) || isCut(facts);
    if (constrained === "yes" && (!needsMore || own.kind === "yes"))
      return {
        kind: "yes",
        by: [{ address: grant.address, text: printGrant(grant) }],
        because: `the grant ${grant.address} allows it`,
      };
    unknown ??= open(
      constrained === "unknown"
        ? `the constraints of the grant that ${facts.caller.name} passes on`
        : `whether the grant ${grant.address} does without an allow on the side of ${facts.caller.name}`,
    );
  }
  return unknown;
}

function isElsewhere({ caller, target }: Facts): boolean {
  return caller.account !== undefined && caller.account !== target.account;
}

function isCut({ caller }: Facts): boolean {
  const { entity, sessionPolicies } = caller;
  return sessionPolicies !== undefined || (entity !== undefined && (isUnknown(entity) || entity.boundary !== undefined));
}

/** The retiring principal may retire the grant without being its grantee ("Retiring and revoking grants"). */
function covers(grant: KeyGrant, { caller, target }: Facts): boolean {
  const service = caller.principal.kind === "service" ? caller.principal.name : undefined;
  const names = [caller.arn, sessionArnOf(caller), service];
  if (target.operation === "retiregrant" && grant.retiring !== undefined && names.includes(grant.retiring)) return true;
  return names.includes(grant.grantee) && grant.operations.some((operation) => operation.toLowerCase() === target.operation);
}

/** Operations that take an encryption context; for all others a constraint says nothing ("Using grant constraints"). */
const WITH_ENCRYPTION_CONTEXT: ReadonlySet<string> = new Set([
  "decrypt",
  "encrypt",
  "generatedatakey",
  "generatedatakeypair",
  "generatedatakeypairwithoutplaintext",
  "generatedatakeywithoutplaintext",
  "reencryptfrom",
  "reencryptto",
]);

function meetsConstraints(grant: KeyGrant, { target, context }: Facts): "yes" | "no" | "unknown" {
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = grant;
  if (equals === undefined && subset === undefined) return "yes";
  // A grant that is passed on must be constrained alike, which the request doesn't tell.
  if (target.operation === "creategrant") return "unknown";
  if (!WITH_ENCRYPTION_CONTEXT.has(target.operation)) return "yes";
  const required = [...(equals ?? []), ...(subset ?? [])];
  if (!required.every(([key, value]) => hasPair(context, key, value))) return "no";
  // The request names single pairs; that it names no others can't be seen from here.
  return equals === undefined ? "yes" : "unknown";
}

function hasPair(context: Context, key: string, value: string): boolean {
  const actual = context(`kms:EncryptionContext:${key}`);
  return Array.isArray(actual) && actual.length === 1 && actual[0] === value;
}

function printGrant({ grantee, operations }: KeyGrant): string {
  return JSON.stringify({ GranteePrincipal: grantee, Operations: operations });
}
