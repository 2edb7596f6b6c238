import type { PolicyKind } from "../../../../src/aws/policy/syntax";
import type { Answer } from "../../../../src/simulate/answer";
import {
  type Account,
  type AttachedPolicy,
  type AwsEstate,
  type AwsRequest,
  type Bucket,
  type IamRole,
  type IamUser,
  type Key,
  type Membership,
  type RequestPrincipal,
  simulateAws,
} from "../../../../src/simulate/aws";
import { type Json, read } from "./scenario";

export const US = "111111111111";
export const OTHER = "222222222222";
export const ROLE = `arn:aws:iam::${US}:role/us/us-restore`;
export const USER = `arn:aws:iam::${US}:user/bob`;
export const BUCKET = "arn:aws:s3:::bk";
export const OBJECT = `${BUCKET}/u/1`;
export const KEY = `arn:aws:kms:us-east-1:${US}:key/k-1`;

export const SESSION: RequestPrincipal = { kind: "session", role: ROLE, name: "ann", policies: [] };
export const FOREIGN: RequestPrincipal = { kind: "session", role: `arn:aws:iam::${OTHER}:role/reader`, name: "z", policies: [] };
export const BOB: RequestPrincipal = { kind: "user", arn: USER };
export const FEDERATED: RequestPrincipal = { kind: "federated-user", user: USER, name: "fed", policies: [] };
export const ROOT: RequestPrincipal = { kind: "root", account: US };
export const SERVICE: RequestPrincipal = { kind: "service", name: "datasync.amazonaws.com" };
export const WEB: RequestPrincipal = { kind: "web-identity", provider: `arn:aws:iam::${US}:saml-provider/us` };
export const ANONYMOUS: RequestPrincipal = { kind: "anonymous" };

/** A policy whose address is its kind. */
export function policy(kind: PolicyKind, ...statements: readonly Json[]): AttachedPolicy {
  const [only] = read(kind, kind, [{ Version: "2012-10-17", Statement: statements }]);
  if (only === undefined) throw new Error("no policy");
  return { ...only, address: kind };
}

export const ALLOW_ALL = { Effect: "Allow", Action: "*", Resource: "*" };
export const ALLOW_NOTHING = { Effect: "Allow", Action: "ec2:*", Resource: "*" };

export function role(parts: Partial<IamRole> = {}): IamRole {
  const trust = { unknown: "the trust policy" };
  return { kind: "role", arn: ROLE, policies: [], tags: new Map(), trust, ...parts };
}

export function user(parts: Partial<IamUser> = {}): IamUser {
  return { kind: "user", arn: USER, policies: [], groups: [], tags: new Map(), ...parts };
}

export function bucket(parts: Partial<Bucket> = {}): Bucket {
  return { kind: "bucket", arn: BUCKET, account: US, tags: new Map(), ...parts };
}

export function key(parts: Partial<Key> = {}): Key {
  return { kind: "key", arn: KEY, account: US, tags: new Map(), grants: [], ...parts };
}

export function account(id: string, membership: Partial<Membership> | "none" = "none", parts: Partial<Account> = {}): Account {
  const member = { organization: "o-aaaa", management: false, path: "o-aaaa/r-1/", serviceControl: [], resourceControl: [] };
  return { id, organization: membership === "none" ? membership : { ...member, ...membership }, ...parts };
}

/** Both accounts stand alone; what isn't listed isn't part of the input. */
export function estate(parts: Partial<AwsEstate> = {}): AwsEstate {
  return { accounts: [account(US), account(OTHER)], principals: [], resources: [], endpoints: [], ...parts };
}

export function request(
  principal: RequestPrincipal,
  action: string,
  resource: string,
  context: Readonly<Record<string, string | readonly string[]>> = {},
): AwsRequest {
  const keys = Object.entries(context).map(([name, value]) => [name, typeof value === "string" ? [value] : value] as const);
  return { principal, action, resource, context: new Map(keys) };
}

export function ask(parts: Partial<AwsEstate>, asked: AwsRequest): Answer {
  return simulateAws(estate(parts), asked);
}
