import { describe, expect, test } from "@jest/globals";
import type { AwsEstate, RequestPrincipal, Unknown } from "../../../src/simulate/aws";
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
  USER,
  user,
} from "./support/world";

const HIDDEN: Unknown = { unknown: "the thing that is hidden" };
const DENY_ALL = { ...ALLOW_ALL, Effect: "Deny" };
const IDENTITY = policy("identity", ALLOW_ALL);
const OPEN = policy("bucket", { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::bk/*" });
const CLOSED = policy("bucket", { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::bk/*" });
const TAGGED = policy("identity", { ...ALLOW_ALL, Condition: { StringEquals: { "aws:PrincipalTag/site": "us" } } });

function decide(
  parts: Partial<AwsEstate>,
  principal: RequestPrincipal = world.SESSION,
  context: Readonly<Record<string, string>> = {},
): string {
  return ask(parts, request(principal, "s3:GetObject", OBJECT, context)).decision;
}

/** For each unknown: a setting that hangs on it, and one that is decided without it. */
describe("what isn't known leaves an answer open only where it could change it", () => {
  test.each<readonly [what: string, open: Partial<AwsEstate>, decided: Partial<AwsEstate>, decision: string]>([
    [
      "an identity policy beside an allow: it may deny",
      { principals: [role({ policies: [IDENTITY, HIDDEN] })], resources: [bucket()] },
      { principals: [role({ policies: [policy("identity", DENY_ALL), HIDDEN] })], resources: [bucket()] },
      "denied",
    ],
    [
      "an identity policy alone: it may allow",
      { principals: [role({ policies: [HIDDEN] })], resources: [bucket()] },
      { principals: [role({ policies: [HIDDEN] })], resources: [bucket({ policy: CLOSED })] },
      "denied",
    ],
    [
      "a boundary",
      { principals: [role({ policies: [IDENTITY], boundary: HIDDEN })], resources: [bucket()] },
      { principals: [role({ boundary: HIDDEN })], resources: [bucket()] },
      "denied",
    ],
    [
      "a bucket policy",
      { principals: [role({ policies: [IDENTITY] })], resources: [bucket({ policy: HIDDEN })] },
      { principals: [role({ policies: [policy("identity", DENY_ALL)] })], resources: [bucket({ policy: HIDDEN })] },
      "denied",
    ],
    ["the role itself", { resources: [bucket({ policy: OPEN })] }, { resources: [bucket({ policy: CLOSED })] }, "denied"],
    [
      "the bucket itself",
      { principals: [role({ policies: [IDENTITY] })] },
      { principals: [role({ policies: [policy("identity", DENY_ALL)] })] },
      "denied",
    ],
    [
      "the account's organization",
      { accounts: [], principals: [role({ policies: [IDENTITY] })], resources: [bucket()] },
      { accounts: [], principals: [role()], resources: [bucket()] },
      "denied",
    ],
    [
      "the service control policies",
      {
        accounts: [account(US, { serviceControl: HIDDEN })],
        principals: [role({ policies: [IDENTITY] })],
        resources: [bucket()],
      },
      { accounts: [account(US, { serviceControl: HIDDEN })], principals: [role()], resources: [bucket()] },
      "denied",
    ],
    [
      "one service control policy beside one that allows",
      {
        accounts: [account(US, { serviceControl: [{ name: "root", policies: [policy("scp", ALLOW_ALL), HIDDEN] }] })],
        principals: [role({ policies: [IDENTITY] })],
        resources: [bucket()],
      },
      {
        accounts: [account(US, { serviceControl: [{ name: "root", policies: [policy("scp", DENY_ALL), HIDDEN] }] })],
        principals: [role({ policies: [IDENTITY] })],
        resources: [bucket()],
      },
      "denied",
    ],
    [
      "the resource control policies",
      {
        accounts: [account(US, { resourceControl: HIDDEN })],
        principals: [role({ policies: [IDENTITY] })],
        resources: [bucket()],
      },
      {
        accounts: [account(US, { resourceControl: HIDDEN, management: true })],
        principals: [role({ policies: [IDENTITY] })],
        resources: [bucket()],
      },
      "allowed",
    ],
    [
      "a tag that a condition tests",
      { principals: [role({ policies: [TAGGED], tags: new Map([["site", HIDDEN]]) })], resources: [bucket()] },
      { principals: [role({ policies: [TAGGED, IDENTITY], tags: new Map([["site", HIDDEN]]) })], resources: [bucket()] },
      "allowed",
    ],
    [
      "all tags",
      { principals: [role({ policies: [TAGGED], tags: HIDDEN })], resources: [bucket()] },
      { principals: [role({ policies: [IDENTITY], tags: HIDDEN })], resources: [bucket()] },
      "allowed",
    ],
    [
      "the owner of the bucket",
      { principals: [role({ policies: [IDENTITY] })], resources: [bucket({ account: HIDDEN })] },
      { principals: [role()], resources: [bucket({ account: HIDDEN })] },
      "denied",
    ],
    [
      "the owner of the bucket, which opens itself to its own account alone",
      { principals: [role()], resources: [bucket({ account: HIDDEN, policy: OPEN })] },
      { accounts: [account(US), account(OTHER)], principals: [role()], resources: [bucket({ account: US, policy: OPEN })] },
      "allowed",
    ],
  ])("%s", (_, open, decided, decision) => {
    expect(decide(open)).toBe("undecided");
    expect(decide(decided)).toBe(decision);
  });

  test("the groups of a user", () => {
    const resources = [bucket()];
    expect(decide({ principals: [user({ groups: HIDDEN })], resources }, world.BOB)).toBe("undecided");
    expect(decide({ principals: [user({ groups: [] })], resources }, world.BOB)).toBe("denied");
    expect(decide({ principals: [user({ groups: [{ name: "readers", policies: [IDENTITY] }] })], resources }, world.BOB)).toBe(
      "allowed",
    );
    expect(decide({ principals: [user({ groups: [{ name: "readers", policies: [HIDDEN] }] })], resources }, world.BOB)).toBe(
      "undecided",
    );
  });

  test("the policy of a VPC endpoint, where the request takes one", () => {
    const parts = { principals: [role({ policies: [IDENTITY] })], resources: [bucket()] };
    const way = { "aws:SourceVpce": "vpce-1" };
    expect(decide(parts)).toBe("allowed");
    expect(decide(parts, world.SESSION, way)).toBe("undecided");
    expect(decide({ ...parts, endpoints: [{ id: "vpce-1", policy: HIDDEN }] }, world.SESSION, way)).toBe("undecided");
    expect(decide({ ...parts, endpoints: [{ id: "vpce-1" }] }, world.SESSION, way)).toBe("allowed");
    expect(
      decide(
        { ...parts, endpoints: [{ id: "vpce-1", policy: policy("endpoint", { ...ALLOW_ALL, Principal: "*" }) }] },
        world.SESSION,
        way,
      ),
    ).toBe("allowed");
    expect(
      decide(
        { ...parts, endpoints: [{ id: "vpce-1", policy: policy("endpoint", { ...ALLOW_NOTHING, Principal: "*" }) }] },
        world.SESSION,
        way,
      ),
    ).toBe("denied");
  });

  test("a key policy: without it nothing is known of the key", () => {
    const decrypt = request(world.SESSION, "kms:Decrypt", KEY);
    const principals = [role({ policies: [IDENTITY] })];
    expect(ask({ principals }, decrypt).decision).toBe("undecided");
    expect(ask({ principals, resources: [key({ policy: HIDDEN })] }, decrypt).decision).toBe("undecided");
    expect(ask({ principals, resources: [key()] }, decrypt).decision).toBe("denied");
  });
});

describe("an open answer names what isn't known", () => {
  test.each<readonly [parts: Partial<AwsEstate>, principal: RequestPrincipal, because: string]>([
    [{ principals: [role({ policies: [HIDDEN] })], resources: [bucket()] }, world.SESSION, "the thing that is hidden"],
    [
      { resources: [bucket({ policy: OPEN })] },
      world.SESSION,
      `what role "us-restore" may do, since "${ROLE}" isn't part of the input`,
    ],
    [{ resources: [bucket({ policy: OPEN })] }, world.BOB, `what user "bob" may do, since "${USER}" isn't part of the input`],
    [
      { principals: [role({ policies: [IDENTITY] })] },
      world.SESSION,
      'the account that owns "arn:aws:s3:::bk/u/1", which isn\'t part of the input',
    ],
    [
      { accounts: [account(OTHER)], principals: [role({ policies: [IDENTITY] })], resources: [bucket()] },
      world.SESSION,
      'the organization of account "111111111111", which isn\'t part of the input',
    ],
  ])("%#", (parts, principal, because) => {
    expect(ask(parts, request(principal, "s3:GetObject", OBJECT))).toEqual({
      decision: "undecided",
      by: [],
      because: `can't be decided without knowing ${because}`,
    });
  });
});
