import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { policyDocument } from "../../src/aws/policy-document";
import type { ObjectValue } from "../../src/schema/value";

const minified = (config: ObjectValue) => policyDocument(config).minified;

describe("the text of aws_iam_policy_document", () => {
  const bucket = { actions: ["s3:GetObject", "s3:PutObject"], resources: ["arn:aws:s3:::media/*"] };
  test("has one value alone and several in descending order, as the provider does", () => {
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

  const parts: readonly [name: string, statement: ObjectValue, text: string][] = [
    ["everyone", { principals: [{ type: "*", identifiers: ["*"] }] }, '"Principal":"*"'],
    ["every AWS account is not everyone", { principals: [{ type: "AWS", identifiers: ["*"] }] }, '"Principal":{"AWS":"*"}'],
    [
      "two blocks of one type of principal",
      {
        principals: [
          { type: "AWS", identifiers: ["1"] },
          { type: "AWS", identifiers: ["3", "4"] },
        ],
      },
      '"Principal":{"AWS":["1","4","3"]}',
    ],
    [
      "what is not meant",
      { not_actions: ["iam:*"], not_resources: ["a"], not_principals: [{ type: "AWS", identifiers: ["1"] }] },
      '"NotAction":"iam:*","NotResource":"a","NotPrincipal":{"AWS":"1"}',
    ],
    [
      "conditions in the order of their names, values as written",
      {
        condition: [
          { test: "StringEquals", variable: "b", values: ["x", "a"] },
          { test: "Bool", variable: "a", values: ["true"] },
        ],
      },
      '"Condition":{"Bool":{"a":"true"},"StringEquals":{"b":["x","a"]}}',
    ],
    [
      "two conditions on one variable together",
      {
        condition: [
          { test: "StringLike", variable: "k", values: ["b"] },
          { test: "StringLike", variable: "k", values: ["a"] },
        ],
      },
      '"Condition":{"StringLike":{"k":["b","a"]}}',
    ],
    ["a variable in a resource", { resources: ["home/&{aws:username}"] }, '"Resource":"home/${aws:username}"'],
    ["and none in an action", { actions: ["s3:&{x}"] }, '"Action":"s3:\\u0026{x}"'],
    ["characters that Go escapes", { resources: ["<a>\u2028"] }, '"Resource":"\\u003ca\\u003e\\u2028"'],
    ["a denial", { effect: "Deny" }, '"Statement":[{"Effect":"Deny"}]'],
  ];
  test.each(parts)("has %s", (_name, statement, text) => {
    expect(minified({ statement: [statement] })).toContain(text);
  });

  test("without statements has its version alone", () =>
    expect(minified({ policy_id: "p", version: "2008-10-17" })).toBe('{"Version":"2008-10-17","Id":"p"}'));
});

describe("documents that are merged", () => {
  const one = (sid: string, action: string) => `{"Statement":[{"Sid":"${sid}","Effect":"Allow","Action":"${action}"}]}`;
  const own = (sid: string, action: string) => ({ sid, actions: [action] });
  /** The statements as `sid=action`, in their order. */
  const statements = (config: ObjectValue) =>
    JSON.parse(minified(config)).Statement.map(({ Sid = "", Action }: { Sid?: string; Action: string }) => `${Sid}=${Action}`);

  const cases: readonly [name: string, config: ObjectValue, statements: readonly string[]][] = [
    [
      "stand in the order of sources, own statements, overrides",
      {
        source_policy_documents: [one("A", "1"), one("B", "2")],
        statement: [own("C", "3")],
        override_policy_documents: [one("D", "4")],
      },
      ["A=1", "B=2", "C=3", "D=4"],
    ],
    [
      "give way to an own statement with their Sid, in their place",
      { source_policy_documents: [one("A", "1"), one("B", "2")], statement: [own("A", "3")] },
      ["A=3", "B=2"],
    ],
    [
      "take the place of an own statement, as an override",
      { statement: [own("A", "1"), own("B", "2")], override_policy_documents: [one("A", "3"), one("A", "4")] },
      ["A=4", "B=2"],
    ],
    [
      "are all kept where they have no Sid",
      { source_policy_documents: [one("", "1"), one("", "1")], statement: [own("", "1")] },
      ["=1", "=1", "=1"],
    ],
  ];
  test.each(cases)("%s", (_name, config, expected) => expect(statements(config)).toEqual(expected));

  const kept: readonly [name: string, document: string, text: string][] = [
    ["an action as it was written", '{"Statement":[{"Action":["b","a","c"]}]}', '"Statement":[{"Action":["b","a","c"]}]'],
    ["a list of one principal", '{"Statement":[{"Principal":{"AWS":["1"]}}]}', '"Principal":{"AWS":["1"]}'],
    [
      "several principals in descending order",
      '{"Statement":[{"Principal":{"AWS":["1","2"]}}]}',
      '"Principal":{"AWS":["2","1"]}',
    ],
    ["everyone", '{"Statement":[{"Principal":"*"}]}', '"Principal":"*"'],
    ["a boolean condition as text", '{"Statement":[{"Condition":{"Bool":{"x":true}}}]}', '"Condition":{"Bool":{"x":"true"}}'],
    ["a list of one value as one", '{"Statement":[{"Condition":{"Bool":{"x":["y"]}}}]}', '"Condition":{"Bool":{"x":"y"}}'],
    ["members in any case", '{"statement":[{"ACTION":"a"}]}', '"Action":"a"'],
    [
      "no members that it doesn't know",
      '{"Comment":"c","Statement":[{"Effect":"Deny","Note":"n"}]}',
      '"Statement":[{"Effect":"Deny"}]',
    ],
    ["a name of the language as any other", '{"Statement":[{"Principal":{"__proto__":"1"}}]}', '"Principal":{"__proto__":"1"}'],
  ];
  test.each(kept)("keep %s", (_name, document, text) =>
    expect(minified({ source_policy_documents: [document] })).toContain(text),
  );

  test("may be null", () => expect(statements({ source_policy_documents: [null, one("A", "1")] })).toEqual(["A=1"]));

  test("have the id of the last that has one, and the newest version", () => {
    const source = '{"Version":"2012-10-17","Id":"source"}';
    expect(minified({ source_policy_documents: [source], version: "2008-10-17" })).toBe('{"Version":"2012-10-17","Id":"source"}');
    expect(minified({ source_policy_documents: [source], policy_id: "own" })).toContain('"Id":"own"');
  });
});

describe("a document is refused", () => {
  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  const cases: readonly [name: string, config: ObjectValue, message: string][] = [
    ["that is no JSON", { source_policy_documents: ["{"] }, "merging source document 0: it is not JSON"],
    [
      "that is deeper than any",
      { source_policy_documents: [`{"Statement":[{"Action":${deep(100)}}]}`] },
      "it is nested deeper than 64 levels",
    ],
    ["that would end a stack", { source_policy_documents: [deep(200_000)] }, "it is nested deeper than 64 levels"],
    [
      "that is longer than any",
      { source_policy_documents: [`{"Id":"${"x".repeat(600_000)}"}`] },
      "it is longer than 524288 characters",
    ],
    [
      "whose statement stands alone",
      { override_policy_documents: ['{"Statement":{}}'] },
      'override document 0: "Statement" must be a list',
    ],
    [
      "with a number for a condition, which the provider would drop",
      { source_policy_documents: ['{"Statement":[{"Condition":{"NumericLessThan":{"s3:max-keys":10}}}]}'] },
      'the values of "s3:max-keys" must be strings',
    ],
    [
      "when two sources have one Sid",
      { source_policy_documents: ['{"Statement":[{"Sid":"A"}]}', '{"Statement":[{"Sid":"A"}]}'] },
      "duplicate Sid (A) in source_policy_documents",
    ],
    [
      "with another effect than there is",
      { statement: [{ effect: "Alow" }] },
      'expected statement.0.effect to be one of ["Allow" "Deny"], got Alow',
    ],
    [
      "with a Sid of other characters",
      { statement: [{}, { sid: "a b" }] },
      "invalid value for statement.1.sid (must only include alphanumeric characters)",
    ],
    ["of a version that there isn't", { version: "2012" }, 'expected version to be one of ["2008-10-17" "2012-10-17"], got 2012'],
    ["by an argument that isn't used any more", { source_json: "{}" }, 'expected "source_json" to be an empty string: got {}'],
    ["when it has one Sid twice", { statement: [{ sid: "A" }, { sid: "A" }] }, "duplicate Sid (A). Remove the Sid"],
    [
      "when the old version is to know a variable",
      { version: "2008-10-17", statement: [{ resources: ["&{aws:username}"] }] },
      "found &{ sequence in (&{aws:username}), which is not supported in document version 2008-10-17",
    ],
  ];
  test.each(cases)("%s", (_name, config, message) => expect(() => policyDocument(config)).toThrow(message));
});

test("a document that is read back and merged alone is itself", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }).map((all) => [...new Set(all)]);
  const statement = fc.record({
    sid: fc.constant(""),
    effect: fc.constantFrom("Allow", "Deny"),
    actions: words,
    resources: words,
    principals: words.map((identifiers) => [{ type: "AWS", identifiers }]),
    condition: words.map((values) => [{ test: "StringLike", variable: "k", values }]),
  });
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 3 }), (all) => {
      const { json } = policyDocument({ statement: all });
      expect(policyDocument({ source_policy_documents: [json] }).json).toBe(json);
    }),
  );
});
