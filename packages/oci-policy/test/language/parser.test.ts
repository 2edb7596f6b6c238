import { describe, expect, test } from "@jest/globals";
import { type PolicyStatement, parseStatement, parseStatements, printStatement, type Statement, spansOf } from "../../src/index";
import { read } from "../support/reading";

const GRANT: Statement = {
  effect: "allow",
  subject: { kind: "group", names: [{ name: "a" }] },
  action: { kind: "verb", verb: "read", resourceType: "buckets" },
  location: { kind: "tenancy" },
};
const conditionOf = (text: string) => {
  const statement = read(`allow group a to read buckets in tenancy where ${text}`);
  return statement.kind === "define" ? undefined : statement.condition;
};
const variable = "request.region";

describe("each form gives its tree", () => {
  test.each<[string, PolicyStatement]>([
    ["allow group a to read buckets in tenancy", GRANT],
    ["deny group a to read buckets in tenancy", { ...GRANT, effect: "deny" }],
    ["allow any-user to read buckets in tenancy", { ...GRANT, subject: { kind: "any-user" } }],
    ["allow any-group to read buckets in tenancy", { ...GRANT, subject: { kind: "any-group" } }],
    [
      "allow group 'EU'/b, id ocid1.group.oc1..c to read buckets in tenancy",
      { ...GRANT, subject: { kind: "group", names: [{ domain: "EU", name: "b" }, { id: "ocid1.group.oc1..c" }] } },
    ],
    ["allow service x, y to read buckets in tenancy", { ...GRANT, subject: { kind: "service", names: ["x", "y"] } }],
    ["allow resource x 'y z' to read buckets in tenancy", { ...GRANT, subject: { kind: "resource", names: ["x", "y z"] } }],
    [
      "allow group a {object_read, OBJECT_INSPECT} in tenancy",
      { ...GRANT, action: { kind: "permissions", permissions: ["OBJECT_READ", "OBJECT_INSPECT"] } },
    ],
    [
      "allow group a to read buckets in compartment b : 'c d'",
      { ...GRANT, location: { kind: "compartment", path: ["b", "c d"] } },
    ],
    [
      "allow group a to read buckets in compartment id 'ocid1.compartment.oc1..b'",
      { ...GRANT, location: { kind: "compartment-id", id: "ocid1.compartment.oc1..b" } },
    ],
    ["define group b as ocid1.group.oc1..b", { kind: "define", what: "group", name: { name: "b" }, ocid: "ocid1.group.oc1..b" }],
    ["endorse group a to read buckets in any-tenancy", { ...GRANT, kind: "endorse", location: { kind: "any-tenancy" } }],
    [
      "deny endorse group a to read buckets in compartment b of tenancy c",
      {
        ...GRANT,
        kind: "endorse",
        effect: "deny",
        location: { kind: "foreign", tenancy: "c", compartment: { kind: "compartment", path: ["b"] } },
      },
    ],
    [
      "admit group a of tenancy b to read buckets in tenancy",
      { ...GRANT, kind: "admit", source: { kind: "foreign", tenancy: "b" } },
    ],
    [
      "admit any-user of any-tenancy to read buckets in tenancy",
      { ...GRANT, subject: { kind: "any-user" }, kind: "admit", source: { kind: "any-tenancy" } },
    ],
    [
      "endorse group a to associate x in tenancy with y in tenancy b",
      {
        kind: "associate",
        half: "endorse",
        effect: "allow",
        subject: GRANT.subject,
        joins: { resourceType: "x", location: { kind: "tenancy" } },
        with: { resourceType: "y", location: { kind: "foreign", tenancy: "b" } },
      },
    ],
  ])("%s", (text, tree) => expect(read(text)).toEqual(tree));

  test.each([
    ["request.region = 'a'", { kind: "equals", variable, value: "a" }],
    ["request.region != /a*/", { kind: "not-equals", variable, value: { kind: "pattern", pattern: "a*" } }],
    [
      "request.region ! = target.region",
      { kind: "not-equals", variable, value: { kind: "variable", variable: "target.region" } },
    ],
    ["request.region = 'target.region'", { kind: "equals", variable, value: "target.region" }],
    ["request.region = ocid1.a.oc1..b", { kind: "equals", variable, value: "ocid1.a.oc1..b" }],
    ["request.region = 7", { kind: "equals", variable, value: "7" }],
    ["request.region in ('a', /b/)", { kind: "in", variable, values: ["a", { kind: "pattern", pattern: "b" }] }],
    ["request.region not in ('a')", { kind: "not-in", variable, values: ["a"] }],
    ["request.region before 'a'", { kind: "before", variable, time: "a" }],
    ["request.region after 'a'", { kind: "after", variable, time: "a" }],
    ["request.region between 'a' and 'b'", { kind: "between", variable, from: "a", to: "b" }],
    ["request.region", { kind: "present", variable }],
    ["!request.region", { kind: "absent", variable }],
    ["not request.region", { kind: "absent", variable }],
    ["sets-equal(request.region, 'a')", { kind: "sets-equal", variable, set: "a" }],
    ["sets-intersect(('a'), request.region)", { kind: "sets-intersect", variable, set: { kind: "values", values: ["a"] } }],
    [
      "any {all {request.region}, !request.region}",
      {
        kind: "any",
        conditions: [
          { kind: "all", conditions: [{ kind: "present", variable }] },
          { kind: "absent", variable },
        ],
      },
    ],
  ])("where %s", (text, tree) => expect(conditionOf(text)).toEqual(tree));
});

describe("as people write it", () => {
  test.each([
    ["in capitals", "ALLOW GROUP a TO READ BUCKETS IN TENANCY"],
    ["with every word of the language in its own case", "Allow Group a To Read Buckets In Tenancy"],
    ["over several lines", "allow group a\n  to read buckets\r\n\tin tenancy\n"],
    ["with many blanks", "   allow   group  a   to  read   buckets  in   tenancy   "],
    ["with quotes that it doesn't need", "allow group 'a' to read buckets in tenancy"],
  ])("%s", (_, text) => expect(read(text)).toEqual(GRANT));

  test("with no blank where a sign separates", () => {
    expect(conditionOf("all{request.region='a',any{request.region!='b',!request.region}}")).toEqual(
      conditionOf("all { request.region = 'a' , any { request.region ! = 'b' , ! request.region } }"),
    );
  });

  test("but the case of names, values and variables is kept", () => {
    expect(printStatement(read("allow group Readers to read buckets in compartment Us where Request.Region = 'PHX'"))).toBe(
      "Allow group Readers to read buckets in compartment Us where Request.Region = 'PHX'",
    );
  });
});

describe("a text of statements", () => {
  test("is read line by line, blank lines left out, and goes on after a mistake", () => {
    const text = "allow group a to read buckets in tenancy\n\n  \t\nallow nobody\r\nallow group a to read buckets in tenancy\r";
    const parsed = parseStatements(text);
    expect(parsed.map(({ line, statement, diagnostic }) => [line, statement ?? diagnostic?.column])).toEqual([
      [1, GRANT],
      [4, 7],
      [5, GRANT],
    ]);
    expect(parsed[1]?.text).toBe("allow nobody");
  });

  test("holds no statement that is broken over lines, as the Console's editor takes none", () => {
    const parsed = parseStatements("allow group a to read buckets\nin tenancy");
    expect(parsed.map(({ diagnostic }) => diagnostic?.message)).toEqual([
      "expected `in`, found the end of the statement",
      "expected `allow`, `deny`, `define`, `endorse` or `admit`, found `in`",
    ]);
  });

  test("may be empty", () => expect(parseStatements("\n \n")).toEqual([]));
});

test("an empty statement is none", () => {
  expect(parseStatement(" \n").diagnostic).toMatchObject({
    column: 1,
    message: "expected `allow`, `deny`, `define`, `endorse` or `admit`, found the end of the statement",
  });
});

describe("spans", () => {
  const text =
    "allow group a, 'b c' to read buckets in compartment us:stores where all {request.region = 'x', !target.bucket.name}";
  const statement = read(text) as Statement;
  const spans = spansOf(statement);
  const cut = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  const [first, second] = statement.condition && "conditions" in statement.condition ? statement.condition.conditions : [];

  test.each<[string, object | undefined, string]>([
    ["the statement", statement, text],
    ["the subject", statement.subject, "group a, 'b c'"],
    ["the action", statement.action, "read buckets"],
    ["the location", statement.location, "compartment us:stores"],
    ["the condition", statement.condition, "all {request.region = 'x', !target.bucket.name}"],
    ["a comparison", first, "request.region = 'x'"],
    ["a test of absence", second, "!target.bucket.name"],
  ])("of %s", (_, node, expected) => expect(cut(spans.of(node as object))).toBe(expected));

  test.each<[string, object | undefined, number, string]>([
    ["a group", statement.subject, 1, "'b c'"],
    ["a resource type", statement.action, 0, "buckets"],
    ["a name of a path", statement.location, 1, "stores"],
    ["a variable", first, 0, "request.region"],
    ["an absent variable", second, 0, "target.bucket.name"],
  ])("of %s", (_, node, word, expected) => expect(cut(spans.ofWord(node as object, word))).toBe(expected));

  test("are none of a tree that was built by hand, which is equal to the one that was read", () => {
    expect(spansOf(GRANT).of(GRANT)).toBeUndefined();
    expect(read("allow group a to read buckets in tenancy")).toStrictEqual(GRANT);
  });
});
