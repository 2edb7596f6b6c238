import { describe, expect, test } from "@jest/globals";
import { type AwsEstate, isUnknown, type RequestPrincipal } from "../../../src/simulate/aws";
import { callerOf } from "../../../src/simulate/aws/caller";
import { type ContextValue, contextOf } from "../../../src/simulate/aws/context";
import { targetOf } from "../../../src/simulate/aws/target";
import * as world from "./support/world";
import { account, BUCKET, bucket, estate, KEY, key, OBJECT, OTHER, ROLE, request, role, US, USER, user } from "./support/world";

const ESTATE = estate({
  accounts: [account(US, { organization: "o-aaaa", path: "o-aaaa/r-1/ou-1/" }), account(OTHER)],
  principals: [
    role({
      uniqueId: "AROA1",
      tags: new Map<string, string | { unknown: string }>([
        ["Site", "us"],
        ["team", { unknown: "the tag" }],
      ]),
    }),
    user({ uniqueId: "AIDA1", tags: new Map([["Site", "ca"]]) }),
  ],
  resources: [
    bucket({ region: "ap-southeast-1" }),
    key({ tags: new Map([["class", "store"]]) }),
    { kind: "other", arn: `arn:aws:secretsmanager:us-east-1:${US}:secret:s`, account: US, tags: { unknown: "the tags" } },
  ],
});

interface Asked {
  readonly estate?: AwsEstate;
  readonly principal?: RequestPrincipal;
  readonly action?: string;
  readonly resource?: string;
  readonly named?: Readonly<Record<string, string | readonly string[]>>;
}

function contextValue(
  name: string,
  { estate: facts = ESTATE, principal = world.SESSION, action = "s3:GetObject", resource = OBJECT, named = {} }: Asked,
): ContextValue {
  const asked = request(principal, action, resource, named);
  const caller = callerOf(facts, asked);
  return contextOf(asked, caller, targetOf(facts, asked, caller))(name);
}

type Row = readonly [key: string, of: string, asked: Asked, expected: readonly string[] | undefined | "unknown"];

function expectRow(key: string, _of: string, asked: Asked, expected: Row[3]): void {
  const value = contextValue(key, asked);
  expect(isUnknown(value as readonly string[]) ? "unknown" : value).toEqual(expected);
}

const web = { principal: world.WEB };
const anonymous = { principal: world.ANONYMOUS };
const service = { principal: world.SERVICE };
const root = { principal: world.ROOT };
const bob = { principal: world.BOB };
const federated = { principal: world.FEDERATED };
const foreign = { principal: world.FOREIGN };
const tagged = { principal: { ...world.SESSION, tags: new Map([["site", "sg"]]) } as RequestPrincipal };
const nameless = { principal: { kind: "session", role: ROLE, policies: [] } as RequestPrincipal };
const onKey = { action: "kms:Decrypt", resource: KEY };

describe("keys that follow from the principal", () => {
  test.each<Row>([
    ["aws:PrincipalArn", "a session is its role's", {}, [ROLE]],
    ["aws:PrincipalArn", "a user is its own", bob, [USER]],
    ["aws:PrincipalArn", "a federated session is its own", federated, [`arn:aws:sts::${US}:federated-user/fed`]],
    ["aws:PrincipalArn", "the root user ends in root", root, [`arn:aws:iam::${US}:root`]],
    ["aws:PrincipalArn", "a service is absent", service, undefined],
    ["aws:PrincipalArn", "an anonymous caller is absent", anonymous, undefined],
    ["AWS:principalARN", "a session, in any case", {}, [ROLE]],
    ["aws:PrincipalAccount", "a session", {}, [US]],
    ["aws:PrincipalAccount", "an anonymous caller is that word", anonymous, ["anonymous"]],
    ["aws:PrincipalAccount", "a service isn't documented", service, "unknown"],
    ["aws:PrincipalOrgID", "a member", {}, ["o-aaaa"]],
    ["aws:PrincipalOrgID", "an account of its own is absent", foreign, undefined],
    ["aws:PrincipalOrgID", "a service is absent", service, undefined],
    ["aws:PrincipalOrgID", "an account that isn't listed isn't known", { estate: estate({ accounts: [] }) }, "unknown"],
    ["aws:PrincipalOrgPaths", "a member", {}, ["o-aaaa/r-1/ou-1/"]],
    ["aws:PrincipalOrgPaths", "an anonymous caller is absent", anonymous, undefined],
    ["aws:PrincipalType", "a session", {}, ["AssumedRole"]],
    ["aws:PrincipalType", "a user", bob, ["User"]],
    ["aws:PrincipalType", "the root user", root, ["Account"]],
    ["aws:PrincipalType", "a federated session", federated, ["FederatedUser"]],
    ["aws:PrincipalType", "an anonymous caller", anonymous, ["Anonymous"]],
    ["aws:PrincipalType", "somebody without a session isn't documented", web, "unknown"],
    ["aws:PrincipalIsAWSService", "a session", {}, ["false"]],
    ["aws:PrincipalIsAWSService", "a service", service, ["true"]],
    ["aws:PrincipalIsAWSService", "an unsigned request is absent", anonymous, undefined],
    ["aws:PrincipalServiceName", "a service", service, ["datasync.amazonaws.com"]],
    ["aws:PrincipalServiceName", "a session is absent", {}, undefined],
    ["aws:PrincipalServiceNamesList", "a service has more than its name", service, "unknown"],
    ["aws:userid", "a user", bob, ["AIDA1"]],
    ["aws:userid", "a session", {}, ["AROA1:ann"]],
    ["aws:userid", "a session whose name isn't known", nameless, "unknown"],
    ["aws:userid", "a role whose id isn't known", { estate: estate({ principals: [role()] }) }, "unknown"],
    ["aws:userid", "the root user", root, [US]],
    ["aws:userid", "a federated session", federated, [`${US}:fed`]],
    ["aws:userid", "an anonymous caller", anonymous, ["anonymous"]],
    ["aws:username", "a user", bob, ["bob"]],
    ["aws:username", "a session is absent", {}, undefined],
    ["aws:username", "the root user is absent", root, undefined],
    ["aws:PrincipalTag/Site", "a role", {}, ["us"]],
    ["aws:PrincipalTag/site", "a role, in any case", {}, ["us"]],
    ["aws:PrincipalTag/site", "a session's own comes first", tagged, ["sg"]],
    ["aws:PrincipalTag/site", "a user", bob, ["ca"]],
    ["aws:PrincipalTag/team", "a role, of unknown value", {}, "unknown"],
    ["aws:PrincipalTag/none", "a role without it is absent", {}, undefined],
    ["aws:PrincipalTag/site", "a role that isn't listed isn't known", foreign, "unknown"],
    ["aws:PrincipalTag/site", "a service is absent", service, undefined],
    ["aws:TokenIssueTime", "a session is some time", {}, "unknown"],
    ["aws:TokenIssueTime", "a user with a long-lived key is absent", bob, undefined],
    ["aws:MultiFactorAuthPresent", "a session is absent", {}, undefined],
    ["kms:CallerAccount", "a session", onKey, [US]],
  ])("%s of %s", expectRow);
});

describe("keys that follow from the resource and the way", () => {
  test.each<Row>([
    ["aws:ResourceAccount", "an object is its bucket's", {}, [US]],
    ["aws:ResourceAccount", "a key", { ...onKey, ...foreign }, [US]],
    ["aws:ResourceAccount", "a bucket that isn't listed isn't known", { resource: "arn:aws:s3:::other/x" }, "unknown"],
    ["aws:ResourceAccount", "a thing of the account itself", { action: "s3:ListAllMyBuckets", resource: "*" }, [US]],
    ["s3:ResourceAccount", "an object", {}, [US]],
    ["aws:ResourceOrgID", "a member's resource", {}, ["o-aaaa"]],
    ["aws:ResourceOrgPaths", "a member's resource", {}, ["o-aaaa/r-1/ou-1/"]],
    ["aws:ResourceTag/class", "a key", onKey, ["store"]],
    ["aws:ResourceTag/none", "a key without it is absent", onKey, undefined],
    ["aws:ResourceTag/class", "a bucket counts only where that is switched on", {}, "unknown"],
    [
      "aws:ResourceTag/class",
      "a secret with unknown tags",
      { action: "secretsmanager:GetSecretValue", resource: `arn:aws:secretsmanager:us-east-1:${US}:secret:s` },
      "unknown",
    ],
    ["aws:ResourceTag/class", "no resource is absent", { action: "s3:ListAllMyBuckets", resource: "*" }, undefined],
    ["aws:RequestedRegion", "an ARN with a region", onKey, ["us-east-1"]],
    ["aws:RequestedRegion", "a bucket is its region", {}, ["ap-southeast-1"]],
    ["aws:RequestedRegion", "a bucket of unknown region", { estate: estate({ resources: [bucket()] }) }, "unknown"],
    ["aws:RequestedRegion", "IAM works in one place", { action: "iam:CreateRole", resource: ROLE }, ["us-east-1"]],
    ["aws:RequestedRegion", "STS works in every region", { action: "sts:AssumeRole", resource: ROLE }, "unknown"],
    ["aws:SecureTransport", "every request", {}, ["true"]],
    ["aws:ViaAWSService", "a direct request", {}, ["false"]],
    ["aws:CurrentTime", "every request is some time", {}, "unknown"],
    ["aws:EpochTime", "every request is some time", {}, "unknown"],
    ["aws:SourceIp", "a request that doesn't name it is absent", {}, undefined],
    ["aws:SourceVpce", "a request that doesn't name it is absent", {}, undefined],
    ["__proto__", "every request is absent", {}, undefined],
  ])("%s of %s", expectRow);
});

describe("keys that the request names come first", () => {
  test.each<Row>([
    ["aws:SourceIp", "a request that names it", { named: { "aws:SourceIp": "203.0.113.7" } }, ["203.0.113.7"]],
    ["aws:sourceip", "a request that names it in another case", { named: { "AWS:SourceIP": "203.0.113.7" } }, ["203.0.113.7"]],
    ["aws:PrincipalArn", "a request that overrides it", { named: { "aws:PrincipalArn": USER } }, [USER]],
    ["aws:SecureTransport", "a request that overrides it", { named: { "aws:SecureTransport": "false" } }, ["false"]],
    ["aws:PrincipalOrgID", "a request that takes it away", { named: { "aws:PrincipalOrgID": [] } }, undefined],
    ["aws:PrincipalTag/site", "a request that overrides it", { named: { "aws:PrincipalTag/Site": "sg" } }, ["sg"]],
    ["aws:TagKeys", "a request with several", { named: { "aws:TagKeys": ["a", "b"] } }, ["a", "b"]],
    [
      "aws:ResourceAccount",
      "a bucket that isn't listed",
      { resource: "arn:aws:s3:::other/x", named: { "aws:ResourceAccount": OTHER } },
      [OTHER],
    ],
  ])("%s of %s", expectRow);
});

test("a bucket's own ARN stands for its objects", () => {
  const asked = request(world.SESSION, "s3:GetObject", OBJECT);
  expect(targetOf(ESTATE, asked, callerOf(ESTATE, asked)).resource?.arn).toBe(BUCKET);
});
