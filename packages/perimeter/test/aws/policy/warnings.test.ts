import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../src/aws/policy/read";
import type { PolicyKind } from "../../../src/aws/policy/syntax";
import { warningsOf } from "../../../src/aws/policy/warnings";
import { type Change, changed, documentOf, STATEMENTS } from "../support/policies";

const warnings = (kind: PolicyKind, change: Change) => warningsOf(documentOf(readPolicy(kind, changed(kind, change))));
const put = (elements: Change["put"], drop: readonly string[] = []): Change => ({ put: elements ?? {}, drop });
const when = (operator: string, key: string, value: unknown): Change => put({ Condition: { [operator]: { [key]: value } } });

type Row = readonly [kind: PolicyKind, change: Change, neighbour: Change, path: string, message: string, help?: string];

/** What is warned of, and beside it its neighbour, which isn't. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "unknown-service": [
    [
      "identity",
      put({ Action: "s4:GetObject" }),
      put({ Action: "s3:GetObject" }),
      "Statement[0].Action",
      'no service is called "s4"',
      'did you mean "s3"?',
    ],
    [
      "identity",
      put({ Action: "kmss:*" }),
      put({ Action: "kms:*" }),
      "Statement[0].Action",
      'no service is called "kmss"',
      'did you mean "kms"?',
    ],
    [
      "identity",
      put({ Action: "warehouse:Open" }),
      put({ Action: "*" }),
      "Statement[0].Action",
      'no service is called "warehouse"',
    ],
    [
      "identity",
      put({ Resource: "arn:aws:sqss:us-east-1:111122223333:q" }),
      put({ Resource: "arn:aws:sqs:us-east-1:111122223333:q" }),
      "Statement[0].Resource",
      'no service is called "sqss"',
      'did you mean "sqs"?',
    ],
  ],
  "unknown-action": [
    [
      "bucket",
      put({ Action: "s3:GetObjekt" }),
      put({ Action: "s3:getobject" }),
      "Statement[0].Action",
      'no action is called "s3:GetObjekt"',
      'did you mean "s3:GetObject"?',
    ],
    ["bucket", put({ Action: "s3:Got*" }), put({ Action: "s3:Get*" }), "Statement[0].Action", 'no action is called "s3:Got*"'],
    [
      "key",
      put({ Action: "kms:Decript" }),
      put({ Action: "kms:De?rypt" }),
      "Statement[0].Action",
      'no action is called "kms:Decript"',
      'did you mean "kms:Decrypt"?',
    ],
    [
      "identity",
      put({ NotAction: ["iam:*", "sts:AssumRole"] }, ["Action"]),
      put({ NotAction: ["iam:*", "sts:AssumeRole"] }, ["Action"]),
      "Statement[0].NotAction",
      'no action is called "sts:AssumRole"',
      'did you mean "sts:AssumeRole"?',
    ],
  ],
  "foreign-action": [
    [
      "key",
      put({ Action: "s3:GetObject" }),
      put({ Action: "kms:*" }),
      "Statement[0].Action",
      '"s3:GetObject" has no effect here: the policy decides actions of "kms" only',
    ],
    [
      "queue",
      put({ Action: "sns:Publish" }),
      put({ Action: "SQS:SendMessage" }),
      "Statement[0].Action",
      '"sns:Publish" has no effect here: the policy decides actions of "sqs" only',
    ],
    [
      "topic",
      put({ Action: "sqs:*" }),
      put({ Action: "*" }),
      "Statement[0].Action",
      '"sqs:*" has no effect here: the policy decides actions of "sns" only',
    ],
    [
      "secret",
      put({ Action: "kms:Decrypt" }),
      put({ NotAction: "kms:Decrypt" }, ["Action"]),
      "Statement[0].Action",
      '"kms:Decrypt" has no effect here: the policy decides actions of "secretsmanager" only',
    ],
    [
      "rcp",
      put({ Action: "sns:Publish" }),
      put({ Action: "sqs:SendMessage" }),
      "Statement[0].Action",
      '"sns:Publish" has no effect here: resource control policies don\'t reach "sns"',
    ],
  ],
  "no-effect": [
    ["key", { drop: ["Resource"] }, {}, "Statement[0]", 'the statement has no effect without "Resource"'],
    ["key", { drop: ["Action"] }, {}, "Statement[0]", 'the statement has no effect without "Action"'],
  ],
  "everyone-trusted": [
    [
      "trust",
      put({ Principal: "*" }),
      put({ Effect: "Deny", Principal: "*" }),
      "Statement[0].Principal",
      "everyone with an AWS account may assume the role where the conditions hold",
    ],
  ],
  "not-principal": [
    [
      "bucket",
      put({ Effect: "Deny", NotPrincipal: { AWS: "111122223333" } }, ["Principal"]),
      put({ Effect: "Deny", Principal: { AWS: "111122223333" } }),
      "Statement[0].NotPrincipal",
      '"NotPrincipal" denies every principal that has a permissions boundary, also a listed one',
      'deny "*" with a condition on "aws:PrincipalArn"',
    ],
  ],
  "literal-variable": [
    [
      "identity",
      { put: { Resource: "arn:aws:s3:::m/${aws:username}" }, document: { Version: "2008-10-17" } },
      put({ Resource: "arn:aws:s3:::m/${aws:username}" }),
      "Statement[0].Resource",
      '"arn:aws:s3:::m/${aws:username}" is literal text',
      'variables need "Version": "2012-10-17"',
    ],
    [
      "bucket",
      { ...when("StringEquals", "s3:prefix", "${aws:username}"), document: { Version: undefined } },
      when("StringEquals", "s3:prefix", "${aws:username}"),
      "Statement[0].Condition.StringEquals.s3:prefix",
      '"${aws:username}" is literal text',
      'variables need "Version": "2012-10-17"',
    ],
  ],
  "multivalued-variable": [
    [
      "identity",
      put({ Resource: "arn:aws:s3:::m/${aws:TagKeys}" }),
      put({ Resource: "arn:aws:s3:::m/${aws:userid}" }),
      "Statement[0].Resource",
      '"aws:TagKeys" has several values and can\'t be a variable',
    ],
    [
      "identity",
      when("StringLike", "s3:prefix", "${aws:PrincipalOrgPaths}"),
      when("StringLike", "s3:prefix", "${aws:PrincipalOrgID}"),
      "Statement[0].Condition.StringLike.s3:prefix",
      '"aws:PrincipalOrgPaths" has several values and can\'t be a variable',
    ],
  ],
  "unknown-key": [
    [
      "identity",
      when("StringEquals", "aws:PrincipalOrgId2", "o"),
      when("StringEquals", "aws:principalorgid", "o"),
      "Statement[0].Condition.StringEquals.aws:PrincipalOrgId2",
      'no condition key is called "aws:PrincipalOrgId2"',
      'did you mean "aws:PrincipalOrgID"?',
    ],
    [
      "identity",
      when("StringEquals", "s3:prefx", "a"),
      when("StringEquals", "s3:prefix", "a"),
      "Statement[0].Condition.StringEquals.s3:prefx",
      'no condition key is called "s3:prefx"',
      'did you mean "s3:prefix"?',
    ],
    [
      "key",
      when("StringEquals", "kms:Context:a", "a"),
      when("StringEquals", "kms:EncryptionContext:a", "a"),
      "Statement[0].Condition.StringEquals.kms:Context:a",
      'no condition key is called "kms:Context:a"',
    ],
    [
      "trust",
      when("StringEquals", "oidc:sub", "a"),
      when("StringEquals", "oidc.example.com:sub", "a"),
      "Statement[0].Condition.StringEquals.oidc:sub",
      'no condition key is called "oidc:sub"',
    ],
  ],
  "missing-set-operator": [
    [
      "identity",
      when("StringEquals", "aws:TagKeys", "a"),
      when("ForAnyValue:StringEquals", "aws:TagKeys", "a"),
      "Statement[0].Condition.StringEquals.aws:TagKeys",
      '"aws:TagKeys" has several values',
      'write "ForAllValues:" or "ForAnyValue:" before the operator',
    ],
    [
      "key",
      when("StringNotEquals", "kms:GrantOperations", "Decrypt"),
      when("Null", "kms:GrantOperations", "true"),
      "Statement[0].Condition.StringNotEquals.kms:GrantOperations",
      '"kms:GrantOperations" has several values',
      'write "ForAllValues:" or "ForAnyValue:" before the operator',
    ],
  ],
  "needless-set-operator": [
    [
      "identity",
      when("ForAllValues:StringEquals", "aws:PrincipalTag/site", "us"),
      when("StringEquals", "aws:PrincipalTag/site", "us"),
      "Statement[0].Condition.ForAllValues:StringEquals.aws:PrincipalTag/site",
      '"aws:PrincipalTag/site" has one value only, and "ForAllValues" also holds where it is missing',
      'leave out "ForAllValues:"',
    ],
    [
      "identity",
      when("ForAnyValue:StringEquals", "aws:PrincipalOrgID", "o"),
      when("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", "o"),
      "Statement[0].Condition.ForAnyValue:StringEquals.aws:PrincipalOrgID",
      '"aws:PrincipalOrgID" has one value only',
      'leave out "ForAnyValue:"',
    ],
  ],
  "other-type": [
    [
      "identity",
      when("NumericEquals", "aws:CurrentTime", 5),
      when("DateEquals", "aws:CurrentTime", "2026-01-01"),
      "Statement[0].Condition.NumericEquals.aws:CurrentTime",
      '"NumericEquals" doesn\'t compare the values of "aws:CurrentTime"',
      "they are of type date",
    ],
    [
      "identity",
      when("Bool", "aws:PrincipalArn", "true"),
      when("StringLike", "aws:PrincipalArn", "arn:*"),
      "Statement[0].Condition.Bool.aws:PrincipalArn",
      '"Bool" doesn\'t compare the values of "aws:PrincipalArn"',
      "they are of type arn",
    ],
  ],
  "literal-wildcard": [
    [
      "identity",
      when("StringEquals", "s3:prefix", "a/*"),
      when("StringLike", "s3:prefix", "a/*"),
      "Statement[0].Condition.StringEquals.s3:prefix",
      '"a/*" is literal text under "StringEquals"',
      'wildcards need "StringLike"',
    ],
    [
      "identity",
      when("StringNotEqualsIgnoreCase", "s3:prefix", "a?"),
      when("StringNotEqualsIgnoreCase", "s3:prefix", "a${?}"),
      "Statement[0].Condition.StringNotEqualsIgnoreCase.s3:prefix",
      '"a?" is literal text under "StringNotEqualsIgnoreCase"',
      'wildcards need "StringNotLike"',
    ],
  ],
  "meaningless-id": [
    ["identity", { document: { Id: "mine" } }, {}, "Id", 'an "Id" means nothing in a policy of kind "identity"'],
    ["session", { document: { Id: "mine" } }, {}, "Id", 'an "Id" means nothing in a policy of kind "session"'],
  ],
};

describe.each(Object.entries(ROWS))("%s", (rule, rows) => {
  test.each(rows.map((row) => [row[4], row] as const))("%s", (_, [kind, change, neighbour, path, message, help]) => {
    expect(warnings(kind, change)).toEqual([{ code: `policy/${rule}`, path, message, ...(help === undefined ? {} : { help }) }]);
    expect(warnings(kind, neighbour)).toEqual([]);
  });
});

test.each(Object.keys(STATEMENTS) as PolicyKind[])("nothing is warned of in the plain policy of kind %s", (kind) => {
  expect(warnings(kind, {})).toEqual([]);
});

test("a document with an Id that has a meaning isn't warned of", () =>
  expect(warnings("queue", { document: { Id: "mine" } })).toEqual([]));
