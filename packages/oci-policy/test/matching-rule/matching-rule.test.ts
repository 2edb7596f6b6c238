import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  type MatchingRule,
  parseMatchingRule,
  printMatchingRule,
  RESOURCE_ATTRIBUTES,
  spansOf,
  UnprintableStatementError,
} from "../../src/index";

fc.configureGlobal({ seed: 5, numRuns: 400 });

const read = (text: string): MatchingRule => {
  const { rule, diagnostic } = parseMatchingRule(text);
  if (!rule) throw new Error(`${text}: ${diagnostic.column}: ${diagnostic.message}`);
  return rule;
};
const app: MatchingRule = { kind: "equals", attribute: "instance.compartment.id", value: "ocid1.compartment.oc1..app" };
const team = { namespace: "ops", key: "team" };

describe("each form gives its tree, and is printed to the letter", () => {
  test.each<[string, MatchingRule, string]>([
    ["instance.compartment.id = 'ocid1.compartment.oc1..app'", app, "instance.compartment.id = 'ocid1.compartment.oc1..app'"],
    [
      "any {instance.compartment.id = 'ocid1.compartment.oc1..app', tag.ops.team.value}",
      { kind: "any", rules: [app, { kind: "present", attribute: team }] },
      "any {instance.compartment.id = 'ocid1.compartment.oc1..app', tag.ops.team.value}",
    ],
    [
      "all {instance.compartment.id = 'ocid1.compartment.oc1..app', instance.id != 'ocid1.instance.oc1..i1'}",
      { kind: "all", rules: [app, { kind: "not-equals", attribute: "instance.id", value: "ocid1.instance.oc1..i1" }] },
      "all {instance.compartment.id = 'ocid1.compartment.oc1..app', instance.id != 'ocid1.instance.oc1..i1'}",
    ],
    [
      "Any {ALL{ Resource.Type='fnfunc' , } }",
      { kind: "any", rules: [{ kind: "all", rules: [{ kind: "equals", attribute: "resource.type", value: "fnfunc" }] }] },
      "any {all {resource.type = 'fnfunc'}}",
    ],
    [
      "tag.Oracle-Tags:x.Team.value ! = ''",
      { kind: "not-equals", attribute: { namespace: "Oracle-Tags:x", key: "Team" }, value: "" },
      "tag.Oracle-Tags:x.Team.value != ''",
    ],
    ["resource.id", { kind: "present", attribute: "resource.id" }, "resource.id"],
  ])("%s", (text, rule, printed) => {
    expect(read(text)).toEqual(rule);
    expect(printMatchingRule(rule)).toBe(printed);
  });
});

describe("what is none is refused", () => {
  const ABOUT =
    "a rule is about `instance.id`, `instance.compartment.id`, `resource.id`, `resource.type`, `resource.compartment.id` or `tag.<namespace>.<key>.value`";
  test.each<[string, number, string, string | undefined]>([
    ["", 1, "expected a rule, found the end of the statement", undefined],
    [
      "instance.compartmnt.id = 'x'",
      1,
      "expected a rule, found `instance.compartmnt.id`",
      "did you mean `instance.compartment.id`?",
    ],
    ["request.region = 'x'", 1, "expected a rule, found `request.region`", ABOUT],
    ["tag.ops.team = 'x'", 1, "expected a rule, found `tag.ops.team`", "a tag is written `tag.<namespace>.<key>.value`"],
    ["resource.type = fnfunc", 17, "expected a quoted value, found `fnfunc`", "a value needs quotes: `'fnfunc'`"],
    ["resource.type = /fn*/", 17, "expected a quoted value, found `/`", undefined],
    ["resource.type == 'fnfunc'", 16, "expected a quoted value, found `=`", undefined],
    ["resource.type in ('fnfunc')", 15, "expected `=` or `!=`, found `in`", undefined],
    ["any resource.type = 'fnfunc'", 5, "expected `{`, found `resource.type`", undefined],
    ["any {}", 6, "expected a rule, found `}`", undefined],
    ["any {,}", 6, "expected a rule, found `,`", undefined],
    ["any {resource.id,,}", 18, "expected a rule, found `,`", undefined],
    ["any {resource.id", 17, "expected `,` or `}`, found the end of the statement", undefined],
    [
      "resource.id = 'a' and resource.type = 'b'",
      19,
      "expected the end of the statement, found `and`",
      "conditions are joined by braces: `all {…, …}`",
    ],
    [
      "resource.id = 'a';",
      18,
      "expected the end of the statement, found `;`",
      "a statement has no terminator: leave the semicolon out",
    ],
  ])("%s", (text, column, message, help) => {
    const { diagnostic } = parseMatchingRule(text);
    expect({ help: undefined, ...diagnostic }).toMatchObject({ column, message, help });
  });
});

test("the places of its parts are known", () => {
  const text = "any {resource.id, tag.ops.team.value = 'a'}";
  const rule = read(text);
  const [, tag] = "rules" in rule ? rule.rules : [];
  const span = spansOf(rule).ofWord(tag as object);
  expect(span && text.slice(span.start, span.end)).toBe("tag.ops.team.value");
});

test.each<[string, MatchingRule]>([
  ["a value with a quote", { kind: "equals", attribute: "resource.id", value: "o'hara" }],
  ["a tag with a dot", { kind: "present", attribute: { namespace: "a.b", key: "c" } }],
  ["a list with nothing in it", { kind: "all", rules: [] }],
])("no rule holds %s", (_, rule) => expect(() => printMatchingRule(rule)).toThrow(UnprintableStatementError));

describe("laws", () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_@:-]{1,8}$/);
  const attribute = fc.oneof(fc.constantFrom(...RESOURCE_ATTRIBUTES), fc.record({ namespace: part, key: part }));
  const value = fc.string({ maxLength: 8, unit: "binary" }).filter((text) => !/['\r\n]|\\$/.test(text));
  const predicate = fc.oneof(
    fc.record({ kind: fc.constantFrom("equals", "not-equals"), attribute, value }),
    fc.record({ kind: fc.constant("present"), attribute }),
  );
  const { rule } = fc.letrec((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      predicate,
      fc.record({ kind: fc.constantFrom("all", "any"), rules: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }) }),
    ),
  })) as { rule: fc.Arbitrary<MatchingRule> };

  test("every rule comes back from its print", () => {
    fc.assert(fc.property(rule, (built) => expect(read(printMatchingRule(built))).toEqual(built)));
  });

  test("a text is a rule, or has one diagnostic inside of it", () => {
    const soup = fc.array(
      fc.constantFrom(..."any all { } , = != ! 'a' ' instance.id resource.type tag.a.b.value x ;".split(" ")),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((words) => words.join(" ")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const { rule: found, diagnostic } = parseMatchingRule(text);
          if (found) expect(read(printMatchingRule(found))).toEqual(found);
          else expect(diagnostic.column).toBeLessThanOrEqual(text.length + 1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
