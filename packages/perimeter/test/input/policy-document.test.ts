import { describe, expect, test } from "@jest/globals";
import { argumentOf, inputOf } from "../support/stacks";

/** What `data.aws_iam_policy_document.d.json` is, as parsed JSON or as an unknown. */
function documentOf(body: unknown, others: Readonly<Record<string, unknown>> = {}): unknown {
  const json = {
    provider: { aws: { region: "us-east-1", allowed_account_ids: ["111122223333"] } },
    data: { aws_iam_policy_document: { d: body, ...others } },
    resource: {
      aws_s3_bucket: { b: { bucket: "media" } },
      aws_kms_key: { k: {} },
      aws_iam_policy: { p: { policy: "${data.aws_iam_policy_document.d.json}" } },
    },
  };
  const text = argumentOf(inputOf({ "a.tf.json": json }), "a/aws_iam_policy.p", "policy");
  return typeof text === "string" && text.startsWith("{") ? JSON.parse(text) : text;
}

const statement = (block: unknown) => {
  const document = documentOf({ statement: [block] });
  return typeof document === "object" && document !== null && "Statement" in document
    ? (document.Statement as unknown[])[0]
    : document;
};

/** Source: the provider's documentation of the data source, and its code in policy_model.go. */
describe("a statement", () => {
  const GET = { Effect: "Allow", Action: "s3:GetObject" };
  const cases: readonly (readonly [string, object, unknown])[] = [
    ["allows unless it says otherwise", { actions: ["s3:GetObject"] }, GET],
    ["denies", { effect: "Deny", actions: ["s3:GetObject"] }, { ...GET, Effect: "Deny" }],
    ["keeps its Sid", { sid: "Read", actions: ["s3:GetObject"] }, { ...GET, Sid: "Read" }],
    ["has no empty Sid", { sid: "", actions: ["s3:GetObject"] }, GET],
    [
      "lists several actions",
      { actions: ["s3:GetObject", "s3:PutObject"] },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"] },
    ],
    [
      "has the Not forms",
      { not_actions: ["iam:*"], not_resources: ["*"] },
      { Effect: "Allow", NotAction: "iam:*", NotResource: "*" },
    ],
    [
      "resolves an ARN",
      { actions: ["s3:GetObject"], resources: ["${aws_s3_bucket.b.arn}/*"] },
      { ...GET, Resource: "arn:aws:s3:::media/*" },
    ],
    [
      "writes policy variables back",
      { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/&{aws:username}/*"] },
      { ...GET, Resource: "arn:aws:s3:::b/${aws:username}/*" },
    ],
    [
      "takes a block that stands alone",
      { actions: ["s3:GetObject"], principals: { type: "AWS", identifiers: ["*"] } },
      { ...GET, Principal: { AWS: "*" } },
    ],
    [
      "writes everyone as a star",
      { actions: ["s3:GetObject"], principals: [{ type: "*", identifiers: ["*"] }] },
      { ...GET, Principal: "*" },
    ],
    [
      "joins principals of one type",
      {
        actions: ["s3:GetObject"],
        principals: [
          { type: "AWS", identifiers: ["a"] },
          { type: "AWS", identifiers: ["b"] },
        ],
      },
      { ...GET, Principal: { AWS: ["a", "b"] } },
    ],
    [
      "keeps types apart",
      {
        actions: ["s3:GetObject"],
        not_principals: [
          { type: "AWS", identifiers: ["a"] },
          { type: "Service", identifiers: ["s"] },
        ],
      },
      { ...GET, NotPrincipal: { AWS: "a", Service: "s" } },
    ],
    [
      "groups conditions by their test",
      {
        actions: ["s3:GetObject"],
        condition: [
          { test: "StringLike", variable: "a", values: ["1"] },
          { test: "StringLike", variable: "b", values: ["2", "&{x}"] },
          { test: "Bool", variable: "c", values: ["true"] },
        ],
      },
      { ...GET, Condition: { StringLike: { a: "1", b: ["2", "${x}"] }, Bool: { c: "true" } } },
    ],
    [
      "joins the values of one key",
      {
        actions: ["s3:GetObject"],
        condition: [
          { test: "StringEquals", variable: "a", values: ["1"] },
          { test: "StringEquals", variable: "a", values: ["2"] },
        ],
      },
      { ...GET, Condition: { StringEquals: { a: ["1", "2"] } } },
    ],
  ];
  test.each(cases)("%s", (_, block, expected) => expect(statement(block)).toEqual(expected));
});

describe("a document", () => {
  const allow = (action: string, sid?: string) => ({ ...(sid ? { sid } : {}), actions: [action] });
  const json = (name: string) => `\${data.aws_iam_policy_document.${name}.json}`;
  const actionsOf = (document: unknown) =>
    (document as { Statement: { Action: string }[] }).Statement.map(({ Action }) => Action);

  test("has the newer version, and an id if it is given", () =>
    expect(documentOf({ policy_id: "x", statement: [allow("s3:*")] })).toEqual({
      Version: "2012-10-17",
      Id: "x",
      Statement: [{ Effect: "Allow", Action: "s3:*" }],
    }));
  test("may have the older version", () => expect(documentOf({ version: "2008-10-17" })).toEqual({ Version: "2008-10-17" }));

  const SOURCE = { s: { statement: [allow("s3:Get*", "One"), allow("s3:Put*")] } };
  test.each([
    [
      "source documents come first",
      { source_policy_documents: [json("s")], statement: [allow("kms:*")] },
      ["s3:Get*", "s3:Put*", "kms:*"],
    ],
    [
      "its own statement replaces one of the same Sid",
      { source_policy_documents: [json("s")], statement: [allow("kms:*", "One")] },
      ["kms:*", "s3:Put*"],
    ],
    [
      "an override replaces its own",
      { override_policy_documents: [json("s")], statement: [allow("kms:*", "One")] },
      ["s3:Get*", "s3:Put*"],
    ],
    ["the older arguments do the same", { source_json: json("s"), statement: [allow("kms:*")] }, ["s3:Get*", "s3:Put*", "kms:*"]],
    ["an empty document adds nothing", { source_policy_documents: [""], statement: [allow("kms:*")] }, ["kms:*"]],
    [
      "a text is merged like a document",
      { source_policy_documents: ['{"Statement":{"Effect":"Allow","Action":"x:*"}}'], statement: [allow("kms:*")] },
      ["x:*", "kms:*"],
    ],
  ])("%s", (_, body, actions) => expect(actionsOf(documentOf(body, SOURCE))).toEqual(actions));

  test.each([
    [
      "a merged document that isn't known",
      { source_policy_documents: ['${file("x")}'] },
      '?the function "file" isn\'t computed here',
    ],
    ["a merged document that isn't JSON", { source_policy_documents: ["{"] }, "?a merged policy document isn't JSON"],
  ])("%s makes it unknown", (_, body, expected) => expect(documentOf(body)).toBe(expected));

  test("a part that isn't known stays in its place", () =>
    expect(documentOf({ statement: [{ actions: ["kms:Decrypt"], resources: ["${aws_kms_key.k.arn}"] }] })).toMatchObject({
      Statement: [{ Resource: "<a/aws_kms_key.k.arn>" }],
    }));
  test("blocks that are repeated are made one by one", () =>
    expect(
      documentOf({ dynamic: { statement: { for_each: ["s3:a", "s3:b"], content: { actions: ["${statement.value}"] } } } }),
    ).toMatchObject({
      Statement: [{ Action: "s3:a" }, { Action: "s3:b" }],
    }));
});
