import { describe, expect, test } from "@jest/globals";
import type { IamRole, KeyGrant, Maybe, RequestPrincipal } from "../../../src/simulate/aws";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import { ALLOW_ALL, ALLOW_NOTHING, ask, KEY, key, OTHER, policy, ROLE, request, role, US } from "./support/world";

const KMS = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const ACCOUNT = { AWS: `arn:aws:iam::${US}:root` };
const READER = `arn:aws:iam::${OTHER}:role/reader`;

interface Setting {
  readonly keyPolicy?: readonly Json[];
  readonly identity?: Json;
  readonly boundary?: Json;
  readonly grants?: readonly Maybe<KeyGrant>[];
  readonly principal?: RequestPrincipal;
  readonly action?: string;
  readonly context?: Readonly<Record<string, string>>;
}

function decide({
  keyPolicy,
  identity,
  boundary,
  grants = [],
  principal = world.SESSION,
  action = "kms:Decrypt",
  context = {},
}: Setting): string {
  const own: Partial<IamRole> = {
    policies: identity ? [policy("identity", identity)] : [],
    ...(boundary ? { boundary: policy("boundary", boundary) } : {}),
  };
  const resources = [key({ grants, ...(keyPolicy ? { policy: policy("key", ...keyPolicy) } : {}) })];
  return ask({ principals: [role(own), role({ arn: READER, ...own })], resources }, request(principal, action, KEY, context))
    .decision;
}

describe("a key policy must allow", () => {
  test.each<readonly [setting: string, asked: Setting, decision: string]>([
    [
      "an identity policy alone isn't enough",
      { keyPolicy: [{ ...KMS, Principal: { AWS: READER } }], identity: ALLOW_ALL },
      "denied",
    ],
    ["the account and an identity policy", { keyPolicy: [{ ...KMS, Principal: ACCOUNT }], identity: ALLOW_ALL }, "allowed"],
    ["the account alone", { keyPolicy: [{ ...KMS, Principal: ACCOUNT }] }, "denied"],
    [
      "the account for other actions",
      { keyPolicy: [{ ...KMS, Action: "kms:Encrypt", Principal: ACCOUNT }], identity: ALLOW_ALL },
      "denied",
    ],
    ["the role alone", { keyPolicy: [{ ...KMS, Principal: { AWS: ROLE } }] }, "allowed"],
    [
      "the role within a boundary without an allow",
      { keyPolicy: [{ ...KMS, Principal: { AWS: ROLE } }], boundary: ALLOW_NOTHING },
      "denied",
    ],
    [
      "the role, and an identity policy that denies",
      { keyPolicy: [{ ...KMS, Principal: { AWS: ROLE } }], identity: { ...ALLOW_ALL, Effect: "Deny" } },
      "denied",
    ],
    ["everybody", { keyPolicy: [{ ...KMS, Principal: "*" }] }, "allowed"],
    ["the root user by the account", { keyPolicy: [{ ...KMS, Principal: ACCOUNT }], principal: world.ROOT }, "allowed"],
    [
      "no root user without a statement for it",
      { keyPolicy: [{ ...KMS, Principal: { AWS: ROLE } }], principal: world.ROOT },
      "denied",
    ],
    [
      "a service by its name",
      { keyPolicy: [{ ...KMS, Principal: { Service: "datasync.amazonaws.com" } }], principal: world.SERVICE },
      "allowed",
    ],
    [
      "a statement for other keys",
      { keyPolicy: [{ ...KMS, Resource: "arn:aws:kms:us-east-1:111111111111:key/other", Principal: { AWS: ROLE } }] },
      "denied",
    ],
    [
      "a statement without a resource has no effect",
      { keyPolicy: [{ Effect: "Allow", Action: "kms:*", Principal: { AWS: ROLE } }] },
      "denied",
    ],
    ["no policy at all", { identity: ALLOW_ALL }, "denied"],
    [
      "another account with both sides",
      { keyPolicy: [{ ...KMS, Principal: { AWS: OTHER } }], principal: world.FOREIGN, identity: ALLOW_ALL },
      "allowed",
    ],
    [
      "another account without its own side",
      { keyPolicy: [{ ...KMS, Principal: { AWS: READER } }], principal: world.FOREIGN },
      "denied",
    ],
    [
      "another account by `*`, without its own side",
      { keyPolicy: [{ ...KMS, Principal: "*" }], principal: world.FOREIGN },
      "denied",
    ],
  ])("%s", (_, asked, decision) => {
    expect(decide(asked)).toBe(decision);
  });

  test("an alias is ruled by identity policies alone", () => {
    const alias = request(world.SESSION, "kms:CreateAlias", `arn:aws:kms:us-east-1:${US}:alias/store`);
    expect(ask({ principals: [role({ policies: [policy("identity", ALLOW_ALL)] })] }, alias).decision).toBe("allowed");
    expect(ask({ principals: [role()] }, alias).decision).toBe("denied");
  });
});

describe("a grant allows its operations", () => {
  const others: readonly Json[] = [{ ...KMS, Principal: { AWS: READER } }];
  const grant = (parts: Partial<KeyGrant> = {}): Setting => ({
    keyPolicy: others,
    grants: [{ address: "backup/aws_kms_grant.g", grantee: ROLE, operations: ["Decrypt"], ...parts }],
  });
  const pair = { "kms:EncryptionContext:class": "store" };

  test.each<readonly [setting: string, asked: Setting, decision: string]>([
    ["to the role", grant(), "allowed"],
    ["to the session", grant({ grantee: `arn:aws:sts::${US}:assumed-role/us-restore/ann` }), "allowed"],
    ["to another role", grant({ grantee: READER }), "denied"],
    ["to a service", { ...grant({ grantee: "datasync.amazonaws.com" }), principal: world.SERVICE }, "allowed"],
    ["for another operation", grant({ operations: ["Encrypt"] }), "denied"],
    [
      "for an operation whose name begins alike",
      { ...grant({ operations: ["GenerateDataKey"] }), action: "kms:GenerateDataKeyWithoutPlaintext" },
      "denied",
    ],
    ["without any key policy", { grants: [{ address: "g", grantee: ROLE, operations: ["Decrypt"] }] }, "allowed"],
    ["but an identity policy denies", { ...grant(), identity: { ...ALLOW_ALL, Effect: "Deny" } }, "denied"],
    ["but the key policy denies", { ...grant(), keyPolicy: [{ ...KMS, Effect: "Deny", Principal: "*" }] }, "denied"],
    [
      "within a boundary that allows, with an identity policy",
      { ...grant(), boundary: ALLOW_ALL, identity: ALLOW_ALL },
      "allowed",
    ],
    ["within a boundary without an allow: not documented", { ...grant(), boundary: ALLOW_NOTHING }, "undecided"],
    [
      "to another account with its own allow",
      {
        ...grant({ grantee: READER }),
        keyPolicy: [{ ...KMS, Principal: ACCOUNT }],
        principal: world.FOREIGN,
        identity: ALLOW_ALL,
      },
      "allowed",
    ],
    [
      "to another account without: not documented",
      { ...grant({ grantee: READER }), keyPolicy: [{ ...KMS, Principal: ACCOUNT }], principal: world.FOREIGN },
      "undecided",
    ],
    [
      "for pairs that are there",
      { ...grant({ encryptionContextSubset: new Map([["class", "store"]]) }), context: pair },
      "allowed",
    ],
    ["for pairs that are other", { ...grant({ encryptionContextSubset: new Map([["class", "log"]]) }), context: pair }, "denied"],
    ["for pairs that aren't there", grant({ encryptionContextSubset: new Map([["class", "store"]]) }), "denied"],
    [
      "for exactly these pairs: others can't be ruled out",
      { ...grant({ encryptionContextEquals: new Map([["class", "store"]]) }), context: pair },
      "undecided",
    ],
    ["for exactly other pairs", { ...grant({ encryptionContextEquals: new Map([["class", "log"]]) }), context: pair }, "denied"],
    [
      "whose pairs don't concern the operation",
      {
        ...grant({ operations: ["DescribeKey"], encryptionContextSubset: new Map([["class", "store"]]) }),
        action: "kms:DescribeKey",
      },
      "allowed",
    ],
    [
      "that is passed on under pairs",
      {
        ...grant({ operations: ["CreateGrant"], encryptionContextSubset: new Map([["class", "store"]]) }),
        action: "kms:CreateGrant",
      },
      "undecided",
    ],
    [
      "to be retired by its retiring principal",
      { ...grant({ grantee: READER, retiring: ROLE }), action: "kms:RetireGrant" },
      "allowed",
    ],
    ["to be retired by nobody else", { ...grant({ grantee: READER, retiring: READER }), action: "kms:RetireGrant" }, "denied"],
    ["that isn't known", { keyPolicy: others, grants: [{ unknown: "the grants" }] }, "undecided"],
  ])("%s", (_, asked, decision) => {
    expect(decide(asked)).toBe(decision);
  });
});
