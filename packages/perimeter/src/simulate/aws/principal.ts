import type { Element, Principal } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import { type Caller, entityOf, sessionArnOf } from "./caller";
import { isUnknown, type Unknown } from "./estate";
import { every, some, type Truth } from "./truth";

/** How a statement of a resource policy names the caller. It decides which other policies still cut what it allows. */
export type Naming = "everyone" | "account" | "role" | "session" | "user" | "federated-user" | "service" | "identity-provider";

/** A naming that covers the caller, or may: then `truth` says what isn't known. */
export interface Named {
  readonly as: Naming;
  readonly truth: true | Unknown;
}

/**
 * The ways in which a `Principal` element names the caller; none: it doesn't.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function namings({ items }: Element<Principal>, caller: Caller): readonly Named[] {
  return items.flatMap((item) => {
    const truth = covers(item, caller);
    return truth === false ? [] : [{ as: namingOf(item, caller), truth }];
  });
}

/**
 * Whether a `NotPrincipal` element leaves the caller to the statement, which denies. The caller is spared where it is
 * named, and its account and (for a session) its role beside it; with only a part of them, the services differ.
 * It always hits a role or user with a permissions boundary.
 * Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
 */
export function isExcepted({ items }: Element<Principal>, caller: Caller): Truth {
  if (items.some((item) => item.kind === "everyone")) return true;
  const isRoot = caller.principal.kind === "root";
  const itself = some(items, (item) => (isRoot || item.kind !== "account") && covers(item, caller));
  if (itself === false || caller.entity === undefined) return itself;
  if (isUnknown(caller.entity)) return caller.entity;
  const { boundary } = caller.entity;
  if (boundary !== undefined) return isUnknown(boundary) && boundary;
  if (itself !== true) return itself;
  const above = ABOVE[caller.principal.kind] ?? [];
  const whole = every(above, (kind) => some(items, (item) => item.kind === kind && covers(item, caller)));
  return whole === true
    ? true
    : { unknown: `whether a \`NotPrincipal\` without the account and role of ${caller.name} spares it` };
}

/** What must be named beside the caller itself. */
const ABOVE: Partial<Record<Caller["principal"]["kind"], readonly Principal["kind"][]>> = {
  session: ["account", "role"],
  user: ["account"],
  "federated-user": ["account"],
};

function covers(item: Principal, caller: Caller): Truth {
  const { principal, account } = caller;
  switch (item.kind) {
    case "everyone":
      return principal.kind !== "web-identity" || { unknown: "whether `*` covers a caller without a session" };
    case "account":
      return account !== undefined && item.account === account;
    case "role":
      return principal.kind === "session" && item.arn === principal.role;
    case "user":
      return item.arn === (principal.kind === "federated-user" ? principal.user : principal.kind === "user" && principal.arn);
    case "session":
      return coversSession(item, caller);
    case "federated-user":
      return principal.kind === "federated-user" && item.arn === caller.arn;
    case "unique-id":
      return coversId(item.id, caller);
    case "service":
      return principal.kind === "service" && item.name === principal.name;
    case "federated":
      return principal.kind === "web-identity" && item.provider === principal.provider;
    case "canonical-user":
      return account !== undefined && { unknown: `whether canonical user ${quote(item.id)} is account ${quote(account)}` };
    case "origin-access-identity":
      // Only CloudFront calls with it.
      return false;
  }
}

function coversSession(item: Extract<Principal, { kind: "session" }>, caller: Caller): Truth {
  const { principal, account } = caller;
  const own = sessionArnOf(caller);
  if (own !== undefined || principal.kind !== "session") return item.arn === own;
  const sameRole = item.account === account && item.role === principal.role.split("/").at(-1);
  return sameRole && { unknown: `the session name of ${caller.name}` };
}

function coversId(id: string, caller: Caller): Truth {
  if (caller.entity === undefined) return false;
  const own = entityOf(caller)?.uniqueId;
  return own === undefined ? { unknown: `the unique id of ${caller.name}` } : own === id;
}

function namingOf(item: Principal, { principal }: Caller): Naming {
  switch (item.kind) {
    case "federated":
      return "identity-provider";
    case "canonical-user":
      return "account";
    case "origin-access-identity":
      return "service";
    case "unique-id":
      return principal.kind === "session" ? "role" : "user";
    default:
      return item.kind;
  }
}
