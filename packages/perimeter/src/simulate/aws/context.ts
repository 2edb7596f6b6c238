import { quote } from "../../quote";
import { type Caller, entityOf } from "./caller";
import { isUnknown, type Maybe, type Membership, type Tags, type Unknown } from "./estate";
import type { AwsRequest } from "./request";
import type { Target } from "./target";

/** A key's values in the request: `undefined` where the request lacks it. */
export type ContextValue = readonly string[] | undefined | Unknown;

/** The request context: the value of a key, which is compared without case. */
export type Context = (key: string) => ContextValue;

/** What the request names, and what follows from its principal and resource. */
export function contextOf(request: AwsRequest, caller: Caller, target: Target): Context {
  const named = new Map([...request.context].map(([key, values]) => [key.toLowerCase(), values]));
  return (key) => {
    const lower = key.toLowerCase();
    const given = named.get(lower);
    if (given !== undefined) return given.length > 0 ? given : undefined;
    const tag = TAG_KEY.exec(lower);
    if (tag) return tag[1] === "principal" ? principalTag(caller, tag[2] ?? "") : resourceTag(target, tag[2] ?? "");
    return IMPLIED.get(lower)?.(caller, target);
  };
}

/** Whether a key's value follows from who asks for what. */
export const isImplied = (key: string): boolean => IMPLIED.has(key.toLowerCase()) || TAG_KEY.test(key.toLowerCase());

type Fact = (caller: Caller, target: Target) => ContextValue;

/** `iam:` and `secretsmanager:` have a key of their own for what `aws:ResourceTag` says. */
const TAG_KEY = /^(?:aws:(principal)tag|(?:aws|iam|secretsmanager):resourcetag)\/(.*)$/s;

/**
 * The keys whose value follows from who asks for what; all others are present only where the request names them.
 * Source: IAM User Guide, "AWS global condition context keys", and the table "Information in requests" of "Variables and tags".
 */
const IMPLIED: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ["aws:principalarn", ({ arn }) => (arn === undefined ? undefined : [arn])],
  ["aws:principalaccount", principalAccount],
  ["aws:principalorgid", ({ membership }) => organizationId(membership)],
  ["aws:principalorgpaths", ({ membership }) => organizationPath(membership)],
  ["aws:principaltype", ({ principal }) => PRINCIPAL_TYPES[principal.kind]],
  ["aws:principalisawsservice", ({ principal }) => signed(principal.kind, String(principal.kind === "service"))],
  ["aws:principalservicename", ({ principal }) => (principal.kind === "service" ? [principal.name] : undefined)],
  ["aws:principalservicenameslist", ({ principal }) => serviceOnly(principal.kind, "all names of the calling service")],
  ["aws:userid", userId],
  ["aws:username", ({ principal }) => (principal.kind === "user" ? [principal.arn.split("/").at(-1) ?? ""] : undefined)],
  ["aws:viaawsservice", ({ principal }) => signed(principal.kind, "false")],
  ["aws:securetransport", () => ["true"]],
  ["aws:currenttime", () => ({ unknown: "the time of the request: name `aws:CurrentTime`" })],
  ["aws:epochtime", () => ({ unknown: "the time of the request: name `aws:EpochTime`" })],
  ["aws:tokenissuetime", tokenIssueTime],
  ["aws:requestedregion", requestedRegion],
  ["aws:resourceaccount", (_, { account }) => single(account)],
  ["s3:resourceaccount", (_, { account }) => single(account)],
  ["aws:resourceorgid", (_, { membership }) => organizationId(membership)],
  ["aws:resourceorgpaths", (_, { membership }) => organizationPath(membership)],
  ["kms:calleraccount", ({ account }) => (account === undefined ? undefined : [account])],
]);

const PRINCIPAL_TYPES: Readonly<Record<Caller["principal"]["kind"], ContextValue>> = {
  session: ["AssumedRole"],
  user: ["User"],
  "federated-user": ["FederatedUser"],
  root: ["Account"],
  anonymous: ["Anonymous"],
  service: { unknown: "`aws:PrincipalType` of a call by a service" },
  "web-identity": { unknown: "`aws:PrincipalType` of a caller without a session" },
};

/** Services that work in one place for all regions ("aws:RequestedRegion"). */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set(["iam", "organizations", "route53", "cloudfront"]);

function requestedRegion(_: Caller, { arn, service, resource }: Target): ContextValue {
  if (GLOBAL_SERVICES.has(service)) return ["us-east-1"];
  const region = resource?.kind === "bucket" ? resource.region : arn.split(":", 4)[3];
  return region === undefined || region === "" ? { unknown: `the region in which ${quote(arn)} is asked for` } : single(region);
}

function principalAccount({ account, principal }: Caller): ContextValue {
  if (account !== undefined) return [account];
  return principal.kind === "anonymous" ? ["anonymous"] : { unknown: `\`aws:PrincipalAccount\` of a ${principal.kind} call` };
}

/** Keys of every signed request. */
function signed(kind: Caller["principal"]["kind"], value: string): ContextValue {
  return kind === "anonymous" || kind === "web-identity" ? undefined : [value];
}

function serviceOnly(kind: Caller["principal"]["kind"], unknown: string): ContextValue {
  return kind === "service" ? { unknown } : undefined;
}

function userId(caller: Caller): ContextValue {
  const { principal, account } = caller;
  switch (principal.kind) {
    case "root":
      return [principal.account];
    case "anonymous":
      return ["anonymous"];
    case "federated-user":
      return [`${account ?? ""}:${principal.name}`];
    case "service":
    case "web-identity":
      return undefined;
    case "user":
    case "session": {
      const id = entityOf(caller)?.uniqueId;
      const known = id !== undefined && (principal.kind === "user" || principal.name !== undefined);
      if (!known) return { unknown: `the unique id of ${caller.name}` };
      return [principal.kind === "user" ? id : `${id}:${principal.name}`];
    }
  }
}

function tokenIssueTime({ principal }: Caller): ContextValue {
  const temporary = principal.kind === "session" || principal.kind === "federated-user";
  return temporary ? { unknown: "when the session began: name `aws:TokenIssueTime`" } : undefined;
}

function organizationId(membership: Maybe<Membership | "none">): ContextValue {
  if (membership === "none") return undefined;
  return isUnknown(membership) ? membership : single(membership.organization);
}

function organizationPath(membership: Maybe<Membership | "none">): ContextValue {
  if (membership === "none") return undefined;
  return isUnknown(membership) ? membership : single(membership.path);
}

/** A session's own tags stand over those of its role. */
function principalTag({ principal, entity }: Caller, key: string): ContextValue {
  const ofSession = principal.kind === "session" ? tagValue(principal.tags ?? new Map(), key) : undefined;
  if (ofSession !== undefined || entity === undefined) return ofSession;
  // Whether the user's tags are also those of its federated session isn't documented.
  if (principal.kind === "federated-user") return { unknown: `the tags of federated session ${quote(principal.name)}` };
  return isUnknown(entity) ? entity : tagValue(entity.tags, key);
}

/** S3 tests a bucket's tags only where attribute-based access control is switched on for it, which isn't modelled. */
function resourceTag({ resource, role, arn }: Target, key: string): ContextValue {
  if (arn === "*") return undefined;
  if (resource?.kind === "bucket") return { unknown: `whether the tags of ${quote(arn)} count for access` };
  const tags: Tags = resource?.tags ?? role?.tags ?? { unknown: `the tags of ${quote(arn)}, which isn't part of the input` };
  return tagValue(tags, key);
}

function tagValue(tags: Tags, key: string): ContextValue {
  if (isUnknown(tags)) return tags;
  for (const [name, value] of tags) if (name.toLowerCase() === key) return single(value);
  return undefined;
}

function single(value: Maybe<string>): ContextValue {
  return isUnknown(value) ? value : [value];
}
