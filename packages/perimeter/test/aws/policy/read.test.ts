import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../src/aws/policy/read";
import type { PolicyStatement, Principal } from "../../../src/aws/policy/syntax";
import { changed, documentOf, STATEMENTS, statementOf } from "../support/policies";
import { rowsOf } from "../support/rows";

describe("the documents of the worked examples are read", () => {
  interface Example {
    readonly kind: "identity" | "boundary" | "session" | "scp" | "rcp" | "bucket" | "key" | "trust" | "topic" | "endpoint";
    readonly examples: string;
    readonly document: { readonly Statement: readonly unknown[] };
  }
  const rows = rowsOf<Example>(__dirname, "examples.jsonl").map((row) => [row.kind, row.examples, row.document] as const);
  test.each(rows)("%s of %s", (kind, _, document) => {
    expect(documentOf(readPolicy(kind, document)).statements).toHaveLength(document.Statement.length);
    expect(readPolicy(kind, JSON.stringify(document))).toEqual(readPolicy(kind, document));
  });
});

test("a document is read into its tree", () => {
  const text = `{
    "Version": "2012-10-17",
    "Id": "store",
    "Statement": {
      "Sid": "Readers of the store",
      "Effect": "Deny",
      "NotPrincipal": { "AWS": ["111122223333", "arn:aws:iam::111122223333:role/us/us-restore"], "Service": "s3.amazonaws.com" },
      "NotAction": ["S3:List*", "s3:GetObject?cl"],
      "NotResource": "arn:aws:s3:::media/\${aws:PrincipalTag/team, 'all'}/*",
      "Condition": { "ForAnyValue:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": ["o-1/r-1/*"] }, "Null": { "aws:SourceVpce": true } }
    }
  }`;
  expect(documentOf(readPolicy("bucket", text))).toEqual({
    kind: "bucket",
    version: "2012-10-17",
    id: "store",
    statements: [
      {
        path: "Statement",
        sid: "Readers of the store",
        effect: "Deny",
        principal: {
          path: "Statement.NotPrincipal",
          negated: true,
          items: [
            { kind: "account", account: "111122223333" },
            { kind: "role", arn: "arn:aws:iam::111122223333:role/us/us-restore", account: "111122223333" },
            { kind: "service", name: "s3.amazonaws.com" },
          ],
        },
        action: {
          path: "Statement.NotAction",
          negated: true,
          items: [
            { text: "S3:List*", service: "s3", name: [{ kind: "text", text: "list" }, { kind: "many" }] },
            {
              text: "s3:GetObject?cl",
              service: "s3",
              name: [{ kind: "text", text: "getobject" }, { kind: "one" }, { kind: "text", text: "cl" }],
            },
          ],
        },
        resource: {
          path: "Statement.NotResource",
          negated: true,
          items: [
            {
              kind: "arn",
              text: "arn:aws:s3:::media/${aws:PrincipalTag/team, 'all'}/*",
              segments: [
                [{ kind: "text", text: "arn" }],
                [{ kind: "text", text: "aws" }],
                [{ kind: "text", text: "s3" }],
                [],
                [],
                [
                  { kind: "text", text: "media/" },
                  { kind: "variable", key: "aws:PrincipalTag/team", fallback: "all" },
                  { kind: "text", text: "/" },
                  { kind: "many" },
                ],
              ],
            },
          ],
        },
        conditions: [
          {
            path: "Statement.Condition.ForAnyValue:StringNotLikeIfExists.aws:PrincipalOrgPaths",
            operator: { name: "StringNotLike", ifExists: true, set: "ForAnyValue" },
            key: "aws:PrincipalOrgPaths",
            values: [{ kind: "string", text: "o-1/r-1/*", pattern: [{ kind: "text", text: "o-1/r-1/" }, { kind: "many" }] }],
          },
          {
            path: "Statement.Condition.Null.aws:SourceVpce",
            operator: { name: "Null", ifExists: false },
            key: "aws:SourceVpce",
            values: [{ kind: "boolean", text: "true", boolean: true }],
          },
        ],
      },
    ],
  });
});

describe("what is written in two ways is read as one", () => {
  const same = (change: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) => {
    const [first, second] = [change, other].map((put) => statementOf("bucket", { put }));
    expect(first).toEqual(second);
  };
  test.each([
    ["one action with or without brackets", { Action: "s3:GetObject" }, { Action: ["s3:GetObject"] }],
    ["one resource with or without brackets", { Resource: "*" }, { Resource: ["*"] }],
    ["one principal with or without brackets", { Principal: { AWS: "111122223333" } }, { Principal: { AWS: ["111122223333"] } }],
    ["everyone", { Principal: "*" }, { Principal: { AWS: "*" } }],
    [
      "an account by its id or its root",
      { Principal: { AWS: "111122223333" } },
      { Principal: { AWS: "arn:aws:iam::111122223333:root" } },
    ],
    [
      "one value with or without brackets",
      { Condition: { Bool: { "a:b": "true" } } },
      { Condition: { Bool: { "a:b": ["true"] } } },
    ],
    ["a boolean with or without quotes", { Condition: { Bool: { "a:b": "true" } } }, { Condition: { Bool: { "a:b": true } } }],
    [
      "a number with or without quotes",
      { Condition: { NumericEquals: { "a:b": "5" } } },
      { Condition: { NumericEquals: { "a:b": 5 } } },
    ],
    ["no conditions", {}, { Condition: {} }],
    ["no keys of an operator", {}, { Condition: { StringEquals: {} } }],
    ["no name of the statement", {}, { Sid: "" }],
  ])("%s", (_, change, other) => same(change, other));

  test("elements in any order", () => {
    const [statement] = [STATEMENTS.bucket];
    const reversed = Object.fromEntries(Object.entries(statement).reverse());
    const read = (each: unknown) => readPolicy("bucket", { Statement: [each], Version: "2012-10-17" });
    expect(read(reversed)).toEqual(read(statement));
  });
});

const PRINCIPALS: readonly (readonly [type: string, name: string, Principal])[] = [
  ["AWS", "*", { kind: "everyone" }],
  ["AWS", "111122223333", { kind: "account", account: "111122223333" }],
  ["AWS", "arn:aws-cn:iam::111122223333:root", { kind: "account", account: "111122223333" }],
  ["AWS", "arn:aws:iam::111122223333:role/r", { kind: "role", arn: "arn:aws:iam::111122223333:role/r", account: "111122223333" }],
  [
    "AWS",
    "arn:aws:iam::111122223333:role/a/b/r+=,.@-_1",
    { kind: "role", arn: "arn:aws:iam::111122223333:role/a/b/r+=,.@-_1", account: "111122223333" },
  ],
  [
    "AWS",
    "arn:aws:iam::111122223333:user/bob",
    { kind: "user", arn: "arn:aws:iam::111122223333:user/bob", account: "111122223333" },
  ],
  [
    "AWS",
    "arn:aws:sts::111122223333:assumed-role/us-restore/ann@example.com",
    {
      kind: "session",
      arn: "arn:aws:sts::111122223333:assumed-role/us-restore/ann@example.com",
      account: "111122223333",
      role: "us-restore",
      session: "ann@example.com",
    },
  ],
  [
    "AWS",
    "arn:aws:sts::111122223333:federated-user/bob",
    { kind: "federated-user", arn: "arn:aws:sts::111122223333:federated-user/bob", account: "111122223333", name: "bob" },
  ],
  ["AWS", "AROAJQABLZS4A3QDU576Q", { kind: "unique-id", id: "AROAJQABLZS4A3QDU576Q" }],
  ["AWS", "AIDACKCEVSQ6C2EXAMPLE", { kind: "unique-id", id: "AIDACKCEVSQ6C2EXAMPLE" }],
  [
    "AWS",
    "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E127EXAMPLE51Z",
    { kind: "origin-access-identity", id: "E127EXAMPLE51Z" },
  ],
  ["Service", "datasync.amazonaws.com", { kind: "service", name: "datasync.amazonaws.com" }],
  ["Service", "logs.us-east-1.amazonaws.com", { kind: "service", name: "logs.us-east-1.amazonaws.com" }],
  ["Service", "ec2.amazonaws.com.cn", { kind: "service", name: "ec2.amazonaws.com.cn" }],
  ["CanonicalUser", "0123456789abcdef".repeat(4), { kind: "canonical-user", id: "0123456789abcdef".repeat(4) }],
];

const PROVIDERS = [
  "arn:aws:iam::111122223333:saml-provider/us-domain",
  "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
  "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC",
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
];

describe("principals", () => {
  test.each(PRINCIPALS)("%s %s", (type, name, expected) => {
    expect(statementOf("bucket", { put: { Principal: { [type]: name } } }).principal?.items).toEqual([expected]);
  });
  test.each(PROVIDERS)("Federated %s", (provider) => {
    expect(statementOf("trust", { put: { Principal: { Federated: provider } } }).principal?.items).toEqual([
      { kind: "federated", provider },
    ]);
  });
  test("of several kinds stand in the order of the document", () => {
    const { principal } = statementOf("trust", {
      put: { Principal: { Service: ["a.amazonaws.com", "b.amazonaws.com"], AWS: "111122223333" } },
    });
    expect(principal?.items.map(({ kind }) => kind)).toEqual(["service", "service", "account"]);
  });
});

describe("actions and resources that are read as they stand", () => {
  test.each(["sts:AssumeRole", "sts:AssumeRoleWithSAML", "STS:TagSession", "sts:SetSourceIdentity", "sts:AssumeRole*", "sts:*"])(
    "%s in a trust policy",
    (Action) => {
      expect(statementOf("trust", { put: { Action } }).action?.items).toHaveLength(1);
    },
  );
  test.each(["s3express:CreateSession", "s3:*", "*", "s3-object-lambda:GetObject"])("%s in a bucket policy", (Action) => {
    expect(statementOf("bucket", { put: { Action } }).action?.items).toHaveLength(1);
  });
  test.each([
    "arn:aws:cloudfront:*",
    "arn:aws:logs:us-*",
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws:iam::cloudfront:user/x",
    "arn:aws-us-gov:s3:::b",
    "arn:aws:iam::1111*:role/x",
    "arn:aws:iam::????????????:role/x",
    "arn:aws:s3:::${aws:username}",
    "arn:aws:logs:us-east-1:111122223333:log-group:a:*",
    "arn:a*:s3:*:*:*",
  ])("%s", (Resource) => expect(statementOf("identity", { put: { Resource } }).resource?.items).toHaveLength(1));
});

describe("the version", () => {
  const resource = (Version: string | undefined) =>
    documentOf(
      readPolicy("identity", changed("identity", { put: { Resource: "arn:aws:s3:::m/${aws:username}" }, document: { Version } })),
    );
  const lastPart = (statement: PolicyStatement | undefined) =>
    statement?.resource?.items.map((item) => item.kind === "arn" && item.segments[5].at(-1));
  test.each([
    ["2012-10-17", "2012-10-17", { kind: "variable", key: "aws:username" }],
    ["2008-10-17", "2008-10-17", { kind: "text", text: "m/${aws:username}" }],
    [undefined, "2008-10-17", { kind: "text", text: "m/${aws:username}" }],
  ])("%s makes a variable what it is", (written, version, part) => {
    const document = resource(written);
    expect(document.version).toBe(version);
    expect(lastPart(document.statements[0])).toEqual([part]);
  });
});

test("all mistakes of a document are told, each at its place", () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Efect": "Permit", "Action": "s3", "Resource": "media" },
    { "Effect": "Allow", "Effect": "Deny", "Action": [], "NotAction": "s3:*", "Resource": "*",
      "Condition": { "StringEqual": { "aws:username": "a" }, "Bool": { "aws:SecureTransport": "yes", "x": "true" } } }
  ]
}`;
  const { diagnostics } = readPolicy("identity", text);
  expect(diagnostics?.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`)).toEqual([
    "4:7 Statement[0].Efect policy/unknown-element",
    "4:16 Statement[0].Efect policy/effect",
    "4:36 Statement[0].Action policy/action",
    "4:54 Statement[0].Resource policy/resource",
    "5:26 Statement[1].Effect policy/duplicate-name",
    "5:58 Statement[1].NotAction policy/conflicting-elements",
    "5:54 Statement[1].Action policy/empty-list",
    "6:22 Statement[1].Condition.StringEqual policy/operator",
    "6:95 Statement[1].Condition.Bool.aws:SecureTransport policy/value",
    "6:102 Statement[1].Condition.Bool.x policy/condition-key",
  ]);
});

test("from JSON that is parsed already a mistake has its path, and no line", () => {
  const [told] = readPolicy("identity", changed("identity", { put: { Effect: "allow" } })).diagnostics ?? [];
  expect(told).toEqual({
    code: "policy/effect",
    message: 'expected "Allow" or "Deny", found "allow"',
    path: "Statement[0].Effect",
    expected: ['"Allow"', '"Deny"'],
    help: "the case of the letters matters",
  });
});
