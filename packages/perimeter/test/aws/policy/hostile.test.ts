import { describe, expect, test } from "@jest/globals";
import { matchesPattern, matchesResource } from "../../../src/aws/policy/match";
import { type Pattern, parsePattern } from "../../../src/aws/policy/pattern";
import { readPolicy } from "../../../src/aws/policy/read";
import { warningsOf } from "../../../src/aws/policy/warnings";
import { changed, documentOf, STATEMENTS, statementOf } from "../support/policies";

const MILLION = 1_000_000;

describe("nesting", () => {
  const nested = (depth: number, open: string, close: string) => `{"Statement": ${open.repeat(depth)}${close.repeat(depth)}}`;
  test.each([
    ["lists", "[", "]"],
    ["objects", '{"Statement":', "}"],
    ["lists that don't close", "[", ""],
  ])("of 10,000 %s is refused at the first level too many", (_, open, close) => {
    expect(readPolicy("bucket", nested(10_000, open, close)).diagnostics).toMatchObject([
      { code: "policy/json", message: 'expected at most 32 levels of nesting, found "one more"', line: 1 },
    ]);
  });

  test("of parsed values is refused as well, also where they hold themselves", () => {
    const list: unknown[] = [];
    list.push(list);
    expect(readPolicy("bucket", { Statement: list }).diagnostics).toMatchObject([
      { code: "policy/json", message: "expected at most 32 levels of nesting, found one more" },
    ]);
  });
});

describe("size: an answer comes, and it is the right one", () => {
  const statements = (count: number) => Array.from({ length: count }, () => STATEMENTS.resource);

  test("10,000 statements are read, where no size is documented", () => {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: statements(10_000) });
    const document = documentOf(readPolicy("resource", text));
    expect(document.statements).toHaveLength(10_000);
    expect(warningsOf(document)).toEqual([]);
  });

  test("10,000 statements are refused, where one is", () => {
    expect(readPolicy("secret", { Version: "2012-10-17", Statement: statements(10_000) }).diagnostics).toMatchObject([
      { code: "policy/size" },
    ]);
  });

  test("of 100,000 mistakes a thousand are told", () => {
    const text = JSON.stringify({ Statement: Array.from({ length: 100_000 }, () => ({ efect: 1 })) });
    expect(readPolicy("resource", text).diagnostics).toHaveLength(1000);
  });

  test.each<[string, unknown, boolean]>([
    ["100,000 actions", { Action: Array.from({ length: 100_000 }, (_, n) => `s3:A${n}`) }, true],
    ["100,001 actions", { Action: Array.from({ length: 100_001 }, (_, n) => `s3:A${n}`) }, false],
    ["a pattern of a megabyte of stars", { Resource: `arn:aws:s3:::${"*".repeat(MILLION)}` }, true],
    ["a pattern of a megabyte of stars and letters", { Resource: `arn:aws:s3:::${"*a".repeat(MILLION / 2)}` }, true],
    ["a megabyte of colons", { Resource: `arn:aws:s3:::${":".repeat(MILLION)}` }, true],
    ["a megabyte of dollar signs", { Resource: `arn:aws:s3:::${"$".repeat(MILLION)}` }, true],
    ["a megabyte of open variables", { Resource: `arn:aws:s3:::${"${".repeat(MILLION / 2)}` }, false],
    ["a megabyte of variables", { Resource: `arn:aws:s3:::${"${a:b}".repeat(MILLION / 6)}` }, true],
    ["a megabyte of quotes", { Resource: `arn:aws:s3:::\${a:b, ${"'".repeat(MILLION)}}` }, false],
    ["an action of a megabyte", { Action: `s3:${"*?".repeat(MILLION / 2)}` }, true],
    ["a principal of a megabyte", { Principal: { AWS: `arn:aws:iam::111122223333:role/${"a/".repeat(MILLION / 2)}a` } }, true],
    ["a principal of a megabyte of stars", { Principal: { AWS: "*".repeat(MILLION) } }, false],
    ["a service of a megabyte", { Principal: { Service: "a.".repeat(MILLION / 2) } }, false],
    ["a key of a megabyte", { Condition: { StringEquals: { [`a:${"b/".repeat(MILLION / 2)}`]: "x" } } }, true],
    ["an operator of a megabyte", { Condition: { [`StringEquals${"IfExists".repeat(MILLION / 8)}`]: { "a:b": "x" } } }, false],
    ["a number of a megabyte", { Condition: { NumericEquals: { "a:b": "1".repeat(MILLION) } } }, false],
    ["an address of a megabyte", { Condition: { IpAddress: { "a:b": "1:".repeat(MILLION / 2) } } }, false],
    ["a date of a megabyte", { Condition: { DateEquals: { "a:b": "1".repeat(MILLION) } } }, false],
    ["base64 of a megabyte", { Condition: { BinaryEquals: { "a:b": "AAAA".repeat(MILLION / 4) } } }, true],
    ["an element's name of a megabyte", { ["E".repeat(MILLION)]: "Allow" }, false],
  ])("%s", (_, put, isRead) => {
    const text = JSON.stringify(changed("resource", { put: put as Readonly<Record<string, unknown>> }));
    const { document, diagnostics = [] } = readPolicy("resource", text);
    expect(document !== undefined).toBe(isRead);
    for (const { message, path = "" } of diagnostics) expect(message.length + path.length).toBeLessThan(2000);
    if (document) expect(warningsOf(document).length).toBeLessThanOrEqual(1000);
  });
});

describe("patterns that would explode", () => {
  const patternOf = (text: string): Pattern => parsePattern(text, { wildcards: true, variables: false }).pattern ?? [];
  test.each([
    ["*a*a*a*a*a*a*a*a*a*a*b", "a".repeat(20_000), false],
    [`${"*a".repeat(1000)}*`, "a".repeat(5_000), true],
    [`${"*a".repeat(1000)}b`, "a".repeat(5_000), false],
    [`${"?*".repeat(1000)}`, "a".repeat(999), false],
    ["*".repeat(MILLION), "a".repeat(MILLION), true],
    [`*${"a".repeat(1000)}b`, "a".repeat(100_000), false],
  ])("%#: a wrong turn is never taken back", (pattern, text, expected) =>
    expect(matchesPattern(patternOf(pattern), text)).toBe(expected),
  );

  test.each([
    ["arn:aws:s3:*a*a*a*a*:*1*1*1*:*a*a*a*b", `arn:aws:s3:${"a1:".repeat(500)}`, false],
    ["arn:aws:s3:*a*a*a*a*:*1*1*1*:*a*a*a*b", `arn:aws:s3:${"a".repeat(200)}:${"1".repeat(200)}:${"a".repeat(200)}b`, true],
  ])("%s over colons", (Resource, arn, expected) => {
    const [pattern] = statementOf("identity", { put: { Resource } }).resource?.items ?? [];
    expect(pattern && matchesResource(pattern, arn)).toBe(expected);
  });
});

describe("names that a program could trip over", () => {
  describe.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])("%s", (name) => {
    const at = (depth: "document" | "statement" | "principal" | "operator") => {
      const put = {
        statement: { Foo: 1 },
        principal: { Principal: { Foo: "*" } },
        operator: { Condition: { Foo: { "a:b": "x" } } },
        document: {},
      }[depth];
      const document = depth === "document" ? { Foo: 1 } : {};
      // In a text it is a member of its own, also where an object would take it for its prototype.
      return JSON.stringify(changed("resource", { put, document })).replace('"Foo"', `"${name}"`);
    };
    test.each(["document", "statement", "principal", "operator"] as const)("is no name of anything in a %s", (depth) => {
      const { diagnostics } = readPolicy("resource", at(depth));
      expect(diagnostics).toHaveLength(1);
      expect(readPolicy("resource", JSON.parse(at(depth))).diagnostics).toHaveLength(1);
      expect(diagnostics?.[0]?.message).toMatch(
        new RegExp(`^expected (?:an element|a kind|a condition operator).*, found "${name}"$`),
      );
    });

    test("is a name of the user's where names are", () => {
      const text = JSON.stringify(changed("resource", { put: { Sid: name, Condition: { StringEquals: { "a:b": name } } } }));
      const document = documentOf(readPolicy("resource", text.replace('"a:b"', `"${name}:${name}"`)));
      expect(document.statements[0]).toMatchObject({ sid: name, conditions: [{ key: `${name}:${name}` }] });
      expect(warningsOf(document)).toMatchObject([{ code: "policy/unknown-key" }]);
    });

    test("is no service, action or resource", () => {
      const document = documentOf(
        readPolicy("resource", changed("resource", { put: { Action: [`s3:${name.replaceAll("_", "")}`, "constructor:x"] } })),
      );
      expect(warningsOf(document).map(({ code }) => code)).toEqual(["policy/unknown-action", "policy/unknown-service"]);
    });
  });
});

describe("characters that deceive the eye", () => {
  test("turn nothing around in a message or a path", () => {
    const { diagnostics } = readPolicy("resource", changed("resource", { put: { Effect: "\u202Ewolla", "a\u2066b": 1 } }));
    expect(diagnostics).toMatchObject([
      { message: 'expected an element of a statement, found "a<U+2066>b"', path: 'Statement[0]["a<U+2066>b"]' },
      { message: 'expected "Allow" or "Deny", found "<U+202E>wolla"' },
    ]);
  });

  test("a long mistake is quoted in short", () => {
    const [told] = readPolicy("resource", changed("resource", { put: { Action: "x".repeat(1000) } })).diagnostics ?? [];
    expect(told?.message).toMatch(/, found "x{60}…"$/);
  });
});
