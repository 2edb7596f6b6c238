import { describe, expect, test } from "@jest/globals";
import type { AwsRequest, ControlLevel, Membership, RequestPrincipal } from "../../../src/simulate/aws";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import {
  ALLOW_ALL,
  ALLOW_NOTHING,
  account,
  ask,
  bucket,
  KEY,
  key,
  OBJECT,
  OTHER,
  policy,
  ROLE,
  request,
  role,
  US,
} from "./support/world";

const DENY_S3 = { Effect: "Deny", Action: "s3:*", Resource: "*" };
const DENY_FOR_ALL = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
const OPEN_BUCKET = { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: ["arn:aws:s3:::bk", "arn:aws:s3:::bk/*"] };
const SLR = `arn:aws:iam::${US}:role/aws-service-role/datasync.amazonaws.com/AWSServiceRoleForDataSync`;

function level(name: string, kind: "scp" | "rcp", ...statements: readonly Json[]): ControlLevel {
  return { name, policies: statements.map((statement) => policy(kind, statement)) };
}

const PRINCIPALS = [ROLE, SLR, `arn:aws:iam::${OTHER}:role/reader`].map((arn) =>
  role({ arn, policies: [policy("identity", ALLOW_ALL)] }),
);
const RESOURCES = [bucket({ policy: policy("bucket", OPEN_BUCKET) })];

function decide(membership: Partial<Membership> | "none", asked: AwsRequest) {
  return ask({ accounts: [account(US, membership), account(OTHER)], principals: PRINCIPALS, resources: RESOURCES }, asked)
    .decision;
}

const get = (principal: RequestPrincipal) => request(principal, "s3:GetObject", OBJECT);

describe("service control policies: an allow at every level, and no deny", () => {
  const levels = (...all: readonly (readonly Json[])[]) => ({
    serviceControl: all.map((statements, index) => level(`level ${index}`, "scp", ...statements)),
  });

  test.each<readonly [setting: string, membership: Partial<Membership>, decision: string]>([
    ["none in force", levels(), "allowed"],
    ["one level that allows all", levels([ALLOW_ALL]), "allowed"],
    ["every level allows", levels([ALLOW_ALL], [ALLOW_ALL], [ALLOW_ALL]), "allowed"],
    ["the root doesn't allow", levels([ALLOW_NOTHING], [ALLOW_ALL], [ALLOW_ALL]), "denied"],
    ["a unit doesn't allow", levels([ALLOW_ALL], [ALLOW_NOTHING], [ALLOW_ALL]), "denied"],
    ["the account doesn't allow", levels([ALLOW_ALL], [ALLOW_ALL], [ALLOW_NOTHING]), "denied"],
    ["a level with no policy", levels([ALLOW_ALL], []), "denied"],
    ["one of two at a level allows", levels([ALLOW_NOTHING, ALLOW_ALL]), "allowed"],
    ["a deny beside the allow", levels([ALLOW_ALL, DENY_S3]), "denied"],
    ["a deny at another level", levels([ALLOW_ALL], [ALLOW_ALL, DENY_S3]), "denied"],
    ["a deny of other actions", levels([ALLOW_ALL, { ...DENY_S3, Action: "kms:*" }]), "allowed"],
    ["a deny of all actions but some", levels([ALLOW_ALL, { Effect: "Deny", NotAction: "s3:*", Resource: "*" }]), "allowed"],
    ["the management account is exempt", { ...levels([DENY_S3]), management: true }, "allowed"],
    ["policies that aren't known", { serviceControl: { unknown: "the policies" } }, "undecided"],
  ])("%s", (_, membership, decision) => {
    expect(decide(membership, get(world.SESSION))).toBe(decision);
  });

  test.each<readonly [caller: string, principal: RequestPrincipal, decision: string]>([
    ["a role of the account", world.SESSION, "denied"],
    ["its root user", world.ROOT, "denied"],
    ["a service-linked role isn't bound", { kind: "session", role: SLR, name: "x", policies: [] }, "allowed"],
    ["a role of another account isn't bound", world.FOREIGN, "allowed"],
    ["a service isn't bound", world.SERVICE, "allowed"],
    ["an anonymous caller isn't bound", world.ANONYMOUS, "allowed"],
  ])("%s", (_, principal, decision) => {
    expect(decide(levels([ALLOW_ALL, DENY_S3]), get(principal))).toBe(decision);
  });
});

describe("resource control policies: a deny for everybody", () => {
  const deny = { resourceControl: [level("root", "rcp", DENY_FOR_ALL)] };

  test.each<readonly [caller: string, principal: RequestPrincipal, decision: string]>([
    ["a role of the account", world.SESSION, "denied"],
    ["its root user", world.ROOT, "denied"],
    ["a role of another account", world.FOREIGN, "denied"],
    ["a service", world.SERVICE, "denied"],
    ["an anonymous caller", world.ANONYMOUS, "denied"],
    ["a service-linked role isn't bound", { kind: "session", role: SLR, name: "x", policies: [] }, "allowed"],
  ])("%s", (_, principal, decision) => {
    expect(decide(deny, get(principal))).toBe(decision);
  });

  test.each<readonly [setting: string, membership: Partial<Membership> | "none", decision: string]>([
    ["none in force", { resourceControl: [] }, "allowed"],
    ["a level without one", { resourceControl: [level("root", "rcp")] }, "allowed"],
    ["of another action", { resourceControl: [level("root", "rcp", { ...DENY_FOR_ALL, Action: "s3:PutObject" })] }, "allowed"],
    ["at the last level", { resourceControl: [level("root", "rcp"), level("account", "rcp", DENY_FOR_ALL)] }, "denied"],
    ["in the management account", { ...deny, management: true }, "allowed"],
    ["an account of its own", "none", "allowed"],
    ["policies that aren't known", { resourceControl: { unknown: "the policies" } }, "undecided"],
  ])("%s", (_, membership, decision) => {
    expect(decide(membership, get(world.SESSION))).toBe(decision);
  });

  const denyAll = (service: string) => ({ resourceControl: [level("root", "rcp", { ...DENY_FOR_ALL, Action: `${service}:*` })] });
  const keyPolicy = policy("key", { Effect: "Allow", Principal: { AWS: US }, Action: "kms:*", Resource: "*" });

  test.each<readonly [what: string, action: string, resource: string, awsManaged: boolean, decision: string]>([
    ["a key", "kms:Decrypt", KEY, false, "denied"],
    ["a key that AWS manages isn't bound", "kms:Decrypt", KEY, true, "allowed"],
    ["retiring a grant isn't bound", "kms:RetireGrant", KEY, false, "allowed"],
    ["DataSync doesn't support them", "datasync:DescribeTask", `arn:aws:datasync:us-east-1:${US}:task/task-1`, false, "allowed"],
    ["IAM doesn't support them", "iam:GetRole", ROLE, false, "allowed"],
  ])("%s", (_, action, resource, awsManaged, decision) => {
    const service = action.split(":")[0] ?? "";
    const accounts = [account(US, denyAll(service))];
    const resources = [key({ policy: keyPolicy, awsManaged })];
    expect(ask({ accounts, principals: PRINCIPALS, resources }, request(world.SESSION, action, resource)).decision).toBe(
      decision,
    );
  });
});
