import { describe, expect, test } from "@jest/globals";
import type { Json } from "./support/scenario";
import * as world from "./support/world";
import { ask, bucket, OBJECT, policy, request, role, SESSION } from "./support/world";

/** An identity policy of one statement against a read of one object. */
function decide(statement: Json, asked: { readonly action?: string; readonly resource?: string } = {}): string {
  const { action = "s3:GetObject", resource = OBJECT } = asked;
  const principals = [
    role({ policies: [policy("identity", { Effect: "Allow", Action: "s3:GetObject", Resource: OBJECT, ...statement })] }),
  ];
  return ask({ principals, resources: [bucket()] }, request(SESSION, action, resource)).decision;
}

describe("actions", () => {
  test.each<readonly [pattern: string | readonly string[], action: string, decision: string]>([
    ["s3:GetObject", "s3:GetObject", "allowed"],
    ["s3:GetObject", "s3:GetObjectVersion", "denied"],
    ["S3:getobject", "s3:GetObject", "allowed"],
    ["s3:Get*", "s3:GetObjectVersion", "allowed"],
    ["s3:Get*", "s3:PutObject", "denied"],
    ["s3:GetObject?", "s3:GetObject", "denied"],
    ["s3:???Object", "s3:PutObject", "allowed"],
    ["s3:*Object*", "s3:GetObjectAcl", "allowed"],
    ["*", "s3:GetObject", "allowed"],
    ["kms:*", "s3:GetObject", "denied"],
    [["kms:*", "s3:Get*"], "s3:GetObject", "allowed"],
  ])("%j covers %s: %s", (Action, action, decision) => {
    expect(decide({ Action }, { action })).toBe(decision);
  });

  test.each<readonly [pattern: string | readonly string[], action: string, decision: string]>([
    ["iam:*", "s3:GetObject", "allowed"],
    ["s3:*", "s3:GetObject", "denied"],
    ["s3:Put*", "s3:GetObject", "allowed"],
    [["iam:*", "s3:Get*"], "s3:GetObject", "denied"],
  ])("all but %j covers %s: %s", (NotAction, action, decision) => {
    const principals = [role({ policies: [policy("identity", { Effect: "Allow", NotAction, Resource: "*" })] })];
    expect(ask({ principals, resources: [bucket()] }, request(SESSION, action, OBJECT)).decision).toBe(decision);
  });
});

describe("resources", () => {
  test.each<readonly [pattern: string | readonly string[], resource: string, decision: string]>([
    [OBJECT, OBJECT, "allowed"],
    ["arn:aws:s3:::bk", OBJECT, "denied"],
    ["arn:aws:s3:::bk/*", OBJECT, "allowed"],
    ["arn:aws:s3:::bk/*", "arn:aws:s3:::bk", "denied"],
    ["arn:aws:s3:::bk*", "arn:aws:s3:::bk", "allowed"],
    ["arn:aws:s3:::bk/U/*", OBJECT, "denied"],
    ["arn:aws:s3:::bk/?/1", OBJECT, "allowed"],
    ["arn:aws:s3:::b?/u/1", OBJECT, "allowed"],
    ["arn:aws:s3:::*", OBJECT, "allowed"],
    ["arn:aws-cn:s3:::bk/*", OBJECT, "denied"],
    ["*", OBJECT, "allowed"],
    [["arn:aws:s3:::other/*", "arn:aws:s3:::bk/u/*"], OBJECT, "allowed"],
    ["arn:aws:s3:::bk/${aws:PrincipalAccount}/*", `arn:aws:s3:::bk/${world.US}/x`, "allowed"],
    ["arn:aws:s3:::bk/${aws:PrincipalAccount}/*", OBJECT, "denied"],
    ["arn:aws:s3:::bk/${aws:PrincipalTag/none, 'u'}/*", OBJECT, "allowed"],
    ["arn:aws:s3:::bk/${aws:PrincipalTag/none}/*", OBJECT, "denied"],
    ["arn:aws:s3:::bk/${aws:CurrentTime}/*", OBJECT, "undecided"],
  ])("%j covers %s: %s", (Resource, resource, decision) => {
    expect(decide({ Resource }, { resource })).toBe(decision);
  });

  test.each<readonly [pattern: string, decision: string]>([
    ["arn:aws:s3:::other/*", "allowed"],
    ["arn:aws:s3:::bk/*", "denied"],
    ["arn:aws:s3:::bk/${aws:PrincipalTag/none}/*", "allowed"],
  ])("all but %j covers the object: %s", (NotResource, decision) => {
    const principals = [role({ policies: [policy("identity", { Effect: "Allow", Action: "s3:*", NotResource })] })];
    expect(ask({ principals, resources: [bucket()] }, request(SESSION, "s3:GetObject", OBJECT)).decision).toBe(decision);
  });

  test("an action that knows no resource needs a statement for all", () => {
    expect(decide({ Action: "s3:ListAllMyBuckets", Resource: "*" }, { action: "s3:ListAllMyBuckets", resource: "*" })).toBe(
      "allowed",
    );
    expect(
      decide({ Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::bk" }, { action: "s3:ListAllMyBuckets", resource: "*" }),
    ).toBe("denied");
  });
});

describe("conditions of a statement must all hold", () => {
  test.each<readonly [condition: Json, decision: string]>([
    [{ Bool: { "aws:SecureTransport": "true" }, StringEquals: { "aws:PrincipalAccount": world.US } }, "allowed"],
    [{ Bool: { "aws:SecureTransport": "true" }, StringEquals: { "aws:PrincipalAccount": world.OTHER } }, "denied"],
    [{ StringEquals: { "aws:PrincipalAccount": world.US, "aws:PrincipalType": "AssumedRole" } }, "allowed"],
    [{ StringEquals: { "aws:PrincipalAccount": world.US, "aws:PrincipalType": "User" } }, "denied"],
    [{ StringEquals: { "aws:PrincipalAccount": world.OTHER }, DateLessThan: { "aws:CurrentTime": "2026-12-01" } }, "denied"],
    [{ StringEquals: { "aws:PrincipalAccount": world.US }, DateLessThan: { "aws:CurrentTime": "2026-12-01" } }, "undecided"],
  ])("%j: %s", (Condition, decision) => {
    expect(decide({ Condition })).toBe(decision);
  });
});
