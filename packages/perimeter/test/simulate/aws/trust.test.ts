import { describe, expect, test } from "@jest/globals";
import type { RequestPrincipal } from "../../../src/simulate/aws";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import { ALLOW_ALL, ALLOW_NOTHING, ask, OTHER, policy, ROLE, request, role, US, user } from "./support/world";

const READER = `arn:aws:iam::${OTHER}:role/reader`;
const EXPORT = `arn:aws:iam::${US}:role/export`;
const ACCOUNT = { AWS: `arn:aws:iam::${US}:root` };

interface Setting {
  readonly trust: readonly Json[];
  readonly identity?: Json;
  readonly boundary?: Json;
  readonly principal?: RequestPrincipal;
  readonly action?: string;
  readonly context?: Readonly<Record<string, string>>;
}

function decide({ trust, identity, boundary, principal = world.SESSION, action = "sts:AssumeRole", context }: Setting): string {
  const own = {
    policies: identity ? [policy("identity", identity)] : [],
    ...(boundary ? { boundary: policy("boundary", boundary) } : {}),
  };
  const principals = [
    role(own),
    user(own),
    role({ arn: READER, ...own }),
    role({ arn: EXPORT, trust: policy("trust", ...trust) }),
  ];
  return ask({ principals }, request(principal, action, EXPORT, context)).decision;
}

const assume = (principal: unknown, parts: Json = {}): Json => ({
  Effect: "Allow",
  Principal: principal,
  Action: "sts:AssumeRole",
  ...parts,
});
const withProvider = {
  Effect: "Allow",
  Principal: { Federated: `arn:aws:iam::${US}:saml-provider/us` },
  Action: "sts:AssumeRoleWithSAML",
};

describe("a role's trust policy must allow", () => {
  test.each<readonly [setting: string, asked: Setting, decision: string]>([
    ["the caller's role alone", { trust: [assume({ AWS: ROLE })] }, "allowed"],
    [
      "the caller's role within a boundary without an allow",
      { trust: [assume({ AWS: ROLE })], boundary: ALLOW_NOTHING },
      "denied",
    ],
    ["the account alone", { trust: [assume(ACCOUNT)] }, "denied"],
    ["the account and an identity policy", { trust: [assume(ACCOUNT)], identity: ALLOW_ALL }, "allowed"],
    ["an identity policy alone", { trust: [assume({ AWS: READER })], identity: ALLOW_ALL }, "denied"],
    ["another role", { trust: [assume({ AWS: READER })] }, "denied"],
    [
      "a service, to the service",
      { trust: [assume({ Service: "datasync.amazonaws.com" })], principal: world.SERVICE },
      "allowed",
    ],
    ["a service, to a role", { trust: [assume({ Service: "datasync.amazonaws.com" })], identity: ALLOW_ALL }, "denied"],
    [
      "another account, with its own side",
      { trust: [assume({ AWS: OTHER })], principal: world.FOREIGN, identity: ALLOW_ALL },
      "allowed",
    ],
    ["another account, without", { trust: [assume({ AWS: READER })], principal: world.FOREIGN }, "denied"],
    [
      "the right external id",
      {
        trust: [assume({ AWS: ROLE }, { Condition: { StringEquals: { "sts:ExternalId": "k7" } } })],
        context: { "sts:ExternalId": "k7" },
      },
      "allowed",
    ],
    [
      "another external id",
      {
        trust: [assume({ AWS: ROLE }, { Condition: { StringEquals: { "sts:ExternalId": "k7" } } })],
        context: { "sts:ExternalId": "k8" },
      },
      "denied",
    ],
    ["but for a deny", { trust: [assume("*"), assume({ AWS: ROLE }, { Effect: "Deny" })] }, "denied"],
    ["another call on the role", { trust: [assume({ AWS: ROLE })], action: "sts:TagSession" }, "denied"],
    [
      "that call as well",
      { trust: [assume({ AWS: ROLE }, { Action: ["sts:AssumeRole", "sts:TagSession"] })], action: "sts:TagSession" },
      "allowed",
    ],
    ["somebody of the provider", { trust: [withProvider], principal: world.WEB, action: "sts:AssumeRoleWithSAML" }, "allowed"],
    [
      "somebody of another provider",
      {
        trust: [withProvider],
        principal: { kind: "web-identity", provider: "accounts.google.com" },
        action: "sts:AssumeRoleWithSAML",
      },
      "denied",
    ],
    ["nobody with a session", { trust: [withProvider], identity: ALLOW_ALL, action: "sts:AssumeRoleWithSAML" }, "denied"],
    [
      "everybody, and perhaps who has no session",
      {
        trust: [assume("*", { Action: "sts:AssumeRoleWithWebIdentity" })],
        principal: world.WEB,
        action: "sts:AssumeRoleWithWebIdentity",
      },
      "undecided",
    ],
    ["the root user never", { trust: [assume("*")], principal: world.ROOT }, "denied"],
  ])("%s", (_, asked, decision) => {
    expect(decide(asked)).toBe(decision);
  });

  test("a role doesn't trust itself without saying so", () => {
    const itself = (trust: Json) =>
      ask(
        { principals: [role({ policies: [policy("identity", ALLOW_ALL)], trust: policy("trust", trust) })] },
        request(world.SESSION, "sts:AssumeRole", ROLE),
      );
    expect(itself(assume({ AWS: ROLE })).decision).toBe("allowed");
    expect(itself(assume({ AWS: READER })).decision).toBe("denied");
  });

  test("nothing but trust policies speaks about roles; identity policies decide about IAM's calls", () => {
    const principals = [
      role({ policies: [policy("identity", ALLOW_ALL)] }),
      role({ arn: EXPORT, trust: policy("trust", assume("*", { Effect: "Deny" })) }),
    ];
    expect(ask({ principals }, request(world.SESSION, "iam:GetRole", EXPORT)).decision).toBe("allowed");
    expect(ask({ principals }, request(world.SESSION, "sts:AssumeRole", EXPORT)).decision).toBe("denied");
  });
});
