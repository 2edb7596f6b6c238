import { describe, expect, test } from "@jest/globals";
import { policyDocument } from "../../src/aws/policy-document";

describe("aws_iam_policy_document", () => {
  const bucket = { actions: ["s3:GetObject", "s3:PutObject"], resources: ["arn:aws:s3:::media/*"] };
  test("writes one value alone and several in descending order, as the provider does", () => {
    expect(policyDocument({ statement: [bucket] }).json).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:PutObject",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::media/*"
    }
  ]
}`);
  });

  const parts: readonly [name: string, statement: Parameters<typeof policyDocument>[0], text: string][] = [
    ["everyone", { principals: [{ type: "*", identifiers: ["*"] }] }, '"Principal":"*"'],
    ["every AWS account is not everyone", { principals: [{ type: "AWS", identifiers: ["*"] }] }, '"Principal":{"AWS":"*"}'],
    [
      "conditions in the order of their names",
      {
        condition: [
          { test: "StringEquals", variable: "b", values: ["x", "a"] },
          { test: "Bool", variable: "a", values: ["true"] },
        ],
      },
      '"Condition":{"Bool":{"a":"true"},"StringEquals":{"b":["x","a"]}}',
    ],
    ["a variable", { resources: ["home/&{aws:username}"] }, '"Resource":"home/${aws:username}"'],
    ["characters that Go escapes", { sid: "a<b" }, '"Sid":"a\\u003cb"'],
  ];
  test.each(parts)("%s", (_name, statement, text) => {
    expect(policyDocument({ statement: [statement] }).minified).toContain(text);
  });

  test("refuses what it can't compute", () => {
    expect(() => policyDocument({ source_policy_documents: ["{}"] })).toThrow(
      'can\'t merge policy documents yet: "source_policy_documents"',
    );
  });
});
