import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fits } from "../../src/declaration/select/name";

test.each<[string, string, boolean]>([
  ["apac-*", "apac-eng", true],
  ["apac-*", "apac-", true],
  ["apac-*", "us/apac-eng", false],
  ["us/*", "us/apac-eng", true],
  ["*", "us/apac-eng", false],
  ["*", "apac-eng", true],
  ["*/*", "us/apac-eng", true],
  ["us-*", "us-abc/foreign", false],
  ["Default/x", "x", true],
  ["x", "Default/x", true],
  ["a*a", "a", false],
  ["a*b*a", "aba", true],
  ["a**b", "ab", true],
  ["sre", "SRE", false],
  ["a.c", "abc", false],
])("%s fits %s: %s", (pattern, name, expected) => expect(fits(pattern, name)).toBe(expected));

/** The same question asked of the runtime's regular expressions. */
function asExpression(pattern: string, name: string): boolean {
  const pieces = pattern.split("*").map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${pieces.join("[^/]*")}$`, "s").test(name);
}

test("patterns answer as regular expressions do", () => {
  const signs = fc.constantFrom("a", "b", "*", "/", ".", "");
  const pattern = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(""));
  const name = fc.array(fc.constantFrom("a", "b", "/", "."), { maxLength: 10 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(pattern, name, (one, other) => fits(one, other) === asExpression(one, other)),
    { numRuns: 5_000, seed: 8 },
  );
});

test("a pattern of many stars ends", () => {
  expect(fits(`${"*a".repeat(5_000)}*b`, "a".repeat(100_000))).toBe(false);
});
