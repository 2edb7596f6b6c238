import { describe, expect, test } from "@jest/globals";
import type { Bucket, Maybe, PublicAccessBlock, RequestPrincipal } from "../../../src/simulate/aws";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import { ALLOW_ALL, account, ask, bucket, OBJECT, OTHER, policy, ROLE, request, role, US } from "./support/world";

const OPEN = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::bk/*" };
const NAMED = { ...OPEN, Principal: { AWS: [OTHER, US] } };
const ON: PublicAccessBlock = { restrictPublicBuckets: true };
const READER = `arn:aws:iam::${OTHER}:role/reader`;

interface Setting {
  readonly statements?: readonly Json[];
  readonly ofBucket?: Maybe<PublicAccessBlock>;
  readonly ofAccount?: Maybe<PublicAccessBlock>;
  readonly principal?: RequestPrincipal;
  readonly context?: Readonly<Record<string, string>>;
}

function decide({ statements = [OPEN], ofBucket, ofAccount, principal = world.FOREIGN, context }: Setting): string {
  const principals = [ROLE, READER].map((arn) => role({ arn, policies: [policy("identity", ALLOW_ALL)] }));
  const block: Partial<Bucket> = ofBucket ? { publicAccessBlock: ofBucket } : {};
  const accounts = [account(US, "none", ofAccount ? { publicAccessBlock: ofAccount } : {}), account(OTHER)];
  const resources = [bucket({ policy: policy("bucket", ...statements), ...block })];
  return ask({ accounts, principals, resources }, request(principal, "s3:GetObject", OBJECT, context)).decision;
}

describe("RestrictPublicBuckets keeps out all but the owner's account where the policy is public", () => {
  test.each<readonly [setting: string, asked: Setting, decision: string]>([
    ["off", {}, "allowed"],
    ["switched off by name", { ofBucket: { restrictPublicBuckets: false } }, "allowed"],
    ["on at the bucket", { ofBucket: ON }, "denied"],
    ["on at the account", { ofAccount: ON }, "denied"],
    ["on at the account, off at the bucket", { ofAccount: ON, ofBucket: { restrictPublicBuckets: false } }, "denied"],
    ["not known", { ofBucket: { unknown: "the setting" } }, "undecided"],
    ["not known at the bucket, on at the account", { ofBucket: { unknown: "the setting" }, ofAccount: ON }, "denied"],
    ["not known, but the policy isn't public", { ofBucket: { unknown: "the setting" }, statements: [NAMED] }, "allowed"],
    ["an anonymous caller", { ofBucket: ON, principal: world.ANONYMOUS }, "denied"],
    ["a role of the account", { ofBucket: ON, principal: world.SESSION }, "allowed"],
    ["the root user of the account", { ofBucket: ON, principal: world.ROOT }, "allowed"],
    ["a service", { ofBucket: ON, principal: world.SERVICE }, "allowed"],
    ["a policy that names the other account", { ofBucket: ON, statements: [NAMED] }, "allowed"],
    [
      "a policy that names it beside a public statement",
      { ofBucket: ON, statements: [NAMED, { ...OPEN, Action: "s3:ListBucket", Resource: "arn:aws:s3:::bk" }] },
      "denied",
    ],
  ])("%s", (_, asked, decision) => {
    expect(decide(asked)).toBe(decision);
  });

  const only = (key: string, operator: string, value: string): Json => ({ ...OPEN, Condition: { [operator]: { [key]: value } } });
  test.each<readonly [what: string, statement: Json, decision: string]>([
    ["from an address range", only("aws:SourceIp", "IpAddress", "203.0.113.0/24"), "allowed"],
    ["from a fixed VPC", only("aws:SourceVpc", "StringEquals", "vpc-1"), "allowed"],
    ["from any VPC of a pattern: S3 may count it as public", only("aws:SourceVpc", "StringLike", "vpc-*"), "undecided"],
    ["of an organization: not on the list", only("aws:PrincipalOrgID", "StringEquals", "o-aaaa"), "undecided"],
    ["not from a VPC: fixes nobody", only("aws:SourceVpc", "StringNotEquals", "vpc-2"), "undecided"],
  ])("everybody %s", (_, statement, decision) => {
    const context = { "aws:SourceIp": "203.0.113.7", "aws:SourceVpc": "vpc-1", "aws:PrincipalOrgID": "o-aaaa" };
    expect(decide({ ofBucket: ON, statements: [NAMED, statement], context })).toBe(decision);
  });

  test.each<readonly [action: string, isPublic: boolean]>([
    ["s3:GetObject", true],
    ["s3:ListBucket", true],
    ["s3:Put*", true],
    ["s3:*", true],
    ["s3:RestoreObject", true],
    ["s3:Re*", true],
    ["s3:ReplicateObject", false],
    ["s3:Replicate*", false],
    ["s3:BypassGovernanceRetention", false],
  ])("%s for everybody is public: %s", (action, isPublic) => {
    const open = { ...OPEN, Action: action, Resource: ["arn:aws:s3:::bk", "arn:aws:s3:::bk/*"] };
    expect(decide({ ofBucket: ON, statements: [NAMED, open] })).toBe(isPublic ? "denied" : "allowed");
  });
});

describe("access control lists", () => {
  const lists = { accessControlLists: { unknown: "what the access control lists grant" } };
  test.each<readonly [setting: string, parts: Partial<Bucket>, decision: string]>([
    ["off: what no policy allows is denied", {}, "denied"],
    ["on: a list may allow it", lists, "undecided"],
    ["on: a deny stays one", { ...lists, policy: policy("bucket", { ...OPEN, Effect: "Deny" }) }, "denied"],
    ["on: an allow stays one", { ...lists, policy: policy("bucket", OPEN) }, "allowed"],
  ])("%s", (_, parts, decision) => {
    expect(ask({ resources: [bucket(parts)] }, request(world.ANONYMOUS, "s3:GetObject", OBJECT)).decision).toBe(decision);
  });
});
