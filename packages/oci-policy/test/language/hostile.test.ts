import { describe, expect, test } from "@jest/globals";
import { parseMatchingRule, parseStatement, printStatement, warningsOf } from "../../src/index";
import { expectRoundTrip, read, refusal } from "../support/reading";

const HEAD = "allow group readers to read buckets in tenancy";
const nested = (depth: number, open: string, atom = "request.region = 'phx'") =>
  `${HEAD} where ${`${open} {`.repeat(depth)}${atom}${"}".repeat(depth)}`;

describe("nesting", () => {
  test("of a hundred braces is read and printed", () => void expectRoundTrip(nested(100, "any")));

  test.each([101, 10_000, 200_000])("of %i braces is refused at the first one too many", (depth) => {
    expect(refusal(nested(depth, "all"))).toMatchObject({
      column: `${HEAD} where ${"all {".repeat(101)}`.length,
      message: "expected at most 100 braces inside each other, found one more",
    });
  });

  test("that never closes is refused", () => {
    expect(refusal(`${HEAD} where ${"any {".repeat(10_000)}`).message).toMatch(/^expected at most 100 braces/);
    expect(refusal(`${HEAD} where ${"any {".repeat(50)}`).message).toBe("expected a condition, found the end of the statement");
  });

  test("of matching rules is bounded as well", () => {
    const rule = (depth: number) => `${"all {".repeat(depth)}instance.id${"}".repeat(depth)}`;
    expect(parseMatchingRule(rule(100)).rule).toBeDefined();
    expect(parseMatchingRule(rule(10_000)).diagnostic?.message).toMatch(/^expected at most 100 braces/);
  });
});

describe("size", () => {
  const list = (count: number, item: (n: number) => string) => Array.from({ length: count }, (_, n) => item(n)).join(", ");
  const MILLION = 1_000_000;
  test.each<[string, string, boolean]>([
    ["100,000 groups", `allow group ${list(100_000, (n) => `g${n}`)} to read buckets in tenancy`, true],
    ["100,000 permissions", `allow group a to {${list(100_000, (n) => `P${n}`)}} in tenancy`, true],
    ["100,000 values", `${HEAD} where request.region in (${list(100_000, (n) => `'${n}'`)})`, true],
    ["100,000 conditions", `${HEAD} where any {${list(100_000, (n) => `request.region = '${n}'`)}}`, true],
    ["a path of 100,000 names", `allow group a to read buckets in compartment ${"x:".repeat(100_000)}x`, true],
    ["a million blanks", `allow${" ".repeat(MILLION)}group a to read buckets in tenancy`, true],
    ["a word of a million letters", `allow ${"x".repeat(MILLION)} to read buckets in tenancy`, false],
    ["a variable of a million segments", `${HEAD} where request${".a".repeat(MILLION)}! = 'x'`, true],
    ["a variable that ends in a million dots", `${HEAD} where request.a${".".repeat(MILLION)} = 'x'`, false],
    ["a string of a million characters that doesn't close", `${HEAD} where request.region = '${"x".repeat(MILLION)}`, false],
    ["a million quotes", `allow group ${"'".repeat(MILLION)}`, false],
    ["a million slashes", `${HEAD} where request.region = ${"/".repeat(MILLION)}`, false],
    ["a million line breaks and a mistake", `${"\n".repeat(MILLION)}alow`, false],
  ])("%s: an answer within a second", (_, text, isStatement) => {
    const before = performance.now();
    expect(parseStatement(text).statement !== undefined).toBe(isStatement);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("a long mistake is quoted in short", () => {
    expect(refusal(`allow ${"x".repeat(1000)}`).message).toMatch(/, found `x{60}…`$/);
  });
});

describe("names that a program could trip over", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])("%s", (name) => {
    expectRoundTrip(`allow group ${name} to read ${name.replaceAll("_", "-").replace(/^-+/, "")} in compartment ${name}:${name}`);
    expectRoundTrip(`allow service ${name} to read buckets in tenancy where request.${name} = '${name}'`);
    expect(refusal(`${name} group a to read buckets in tenancy`).message).toContain(`found \`${name}\``);
    expect(refusal(`allow ${name} to read buckets in tenancy`).message).toContain(`found \`${name}\``);
    expect(refusal(`allow group a to ${name} buckets in tenancy`).message).toContain(`found \`${name}\``);
    expect(warningsOf(read(`allow any-user to read ${name.replaceAll("_", "")} in tenancy`))).toHaveLength(1);
    expect(warningsOf(read(`allow any-user to read buckets in tenancy where request.${name} = 'x'`))).toHaveLength(1);
  });
});

describe("characters that deceive the eye", () => {
  test("turn nothing around in a message", () => {
    const { message, help } = refusal("allow group a to read buckets in '\u202Eycnanet\u2066'");
    expect(message).toBe("expected `tenancy` or `compartment`, found `'<U+202E>ycnanet<U+2066>'`");
    expect(help).toBe("write `compartment '<U+202E>ycnanet<U+2066>'`");
  });

  test.each([
    ["a right-to-left override", "\u202E", "U+202E"],
    ["a blank of no width", "\u200B", "U+200B"],
    ["a blank that breaks no line", "\u00A0", "U+00A0"],
    ["a byte order mark", "\uFEFF", "U+FEFF"],
    ["nothing at all", "\0", "U+0000"],
    ["half a character", "\uD800", "U+D800"],
  ])("are refused outside of quotes and told by number: %s", (_, character, shown) => {
    expect(refusal(`allow group a${character} to read buckets in tenancy`)).toMatchObject({
      column: 14,
      message: `expected \`to\`, found the invisible character ${shown}`,
      help: "remove it, or write a blank",
    });
  });

  test("are a part of the name inside of quotes, their neighbour", () => {
    const statement = read("allow group 'a\u200B' to read buckets in tenancy");
    expect(printStatement(statement)).toBe("Allow group 'a\u200B' to read buckets in tenancy");
  });
});
