import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Pattern, parsePattern, variablesOf } from "../../../src/aws/policy/pattern";

fc.configureGlobal({ seed: 3, numRuns: 300 });

const BOTH = { wildcards: true, variables: true };
const TEXT = { wildcards: false, variables: false };

const text = (value: string) => ({ kind: "text", text: value }) as const;
const variable = (key: string, fallback?: string) =>
  ({ kind: "variable", key, ...(fallback === undefined ? {} : { fallback }) }) as const;
const many = { kind: "many" } as const;
const one = { kind: "one" } as const;

test.each<[string, Pattern]>([
  ["", []],
  ["media", [text("media")]],
  ["*", [many]],
  ["**", [many]],
  ["*?*", [many, one, many]],
  ["a*b?c", [text("a"), many, text("b"), one, text("c")]],
  ["${aws:username}", [variable("aws:username")]],
  ["home/${aws:username}/*", [text("home/"), variable("aws:username"), text("/"), many]],
  ["${aws:PrincipalTag/team, 'all'}", [variable("aws:PrincipalTag/team", "all")]],
  ["${aws:PrincipalTag/team,'all'}", [variable("aws:PrincipalTag/team", "all")]],
  ["${aws:PrincipalTag/team, ''}", [variable("aws:PrincipalTag/team", "")]],
  ["${aws:PrincipalTag/team, 'a}b, c'}", [variable("aws:PrincipalTag/team", "a}b, c")]],
  ["${aws:PrincipalTag/team, '*'}", [variable("aws:PrincipalTag/team", "*")]],
  ["${*}", [text("*")]],
  ["a${?}b${$}{c}", [text("a?b${c}")]],
  ["$", [text("$")]],
  ["a$b", [text("a$b")]],
  ["$${aws:username}", [text("$"), variable("aws:username")]],
  ["{aws:username}", [text("{aws:username}")]],
])("%j is cut into its parts", (pattern, parts) => expect(parsePattern(pattern, BOTH)).toEqual({ pattern: parts }));

test.each([
  ["${aws:username", '"}" at the end of a variable', "${aws:username"],
  ["a${", '"}" at the end of a variable', "${"],
  ["${}", "a condition key in the variable", "${}"],
  ["${ aws:username }", "a variable without blanks, quotes, braces and dollar signs in its key", "${ aws:username }"],
  ["${a${b}}", "a variable without blanks, quotes, braces and dollar signs in its key", "${a${b}"],
  ["${aws:username, all}", "a default value in single quotes", "${aws:username, all}"],
  ["${aws:username, 'all}", "a default value in single quotes", "${aws:username, 'all}"],
  ["${aws:username, 'a' 'b'}", "a default value in single quotes", "${aws:username, 'a' 'b'}"],
  ["${aws:username, '}", "a default value in single quotes", "${aws:username, '}"],
])("%j begins no variable", (pattern, expected, found) =>
  expect(parsePattern(pattern, BOTH)).toEqual({ mistake: { expected, found } }),
);

describe("where they don't stand for more", () => {
  test.each(["*", "a?b", "${aws:username}", "${", "${}", "${*}"])("%j is text", (value) =>
    expect(parsePattern(value, TEXT)).toEqual({ pattern: [text(value)] }),
  );
  test("wildcards are text beside variables, as under StringEquals", () =>
    expect(parsePattern("*${a:b}?", { wildcards: false, variables: true })).toEqual({
      pattern: [text("*"), variable("a:b"), text("?")],
    }));
  test("variables are text beside wildcards, as under version 2008-10-17", () =>
    expect(parsePattern("*${a:b}", { wildcards: true, variables: false })).toEqual({ pattern: [many, text("${a:b}")] }));
});

test("the variables of a pattern are named in their order", () => {
  const { pattern = [] } = parsePattern("a/${x:y}/${x:z, 'none'}*${*}", BOTH);
  expect(variablesOf(pattern)).toEqual(["x:y", "x:z"]);
});

test("a text without special characters is one part, whatever the rules", () => {
  const plain = fc.string({ unit: "binary", minLength: 1 }).filter((value) => !/[*?]|\$\{/.test(value));
  fc.assert(
    fc.property(plain, fc.boolean(), fc.boolean(), (value, wildcards, variables) => {
      expect(parsePattern(value, { wildcards, variables })).toEqual({ pattern: [text(value)] });
    }),
  );
});

test("neither two texts nor two stars stand beside each other", () => {
  const soup = fc
    .array(fc.constantFrom("*", "?", "a", "${*}", "${x:y}", "$", ":"), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(soup, (value) => {
      const { pattern = [] } = parsePattern(value, BOTH);
      for (const [index, part] of pattern.entries())
        if (part.kind === "text" || part.kind === "many") expect(pattern[index + 1]?.kind).not.toBe(part.kind);
    }),
  );
});
