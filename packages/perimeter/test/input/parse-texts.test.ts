import { describe, expect, test } from "@jest/globals";
import { readInput } from "../../src/input";
import { readJson } from "../../src/input/json";
import { state } from "../support/plans";
import { mistakesIn, texts } from "../support/stacks";

describe("broken JSON has a place", () => {
  const cases: readonly (readonly [string, string, number, number, string, string])[] = [
    ["nothing", "", 1, 1, "a value", "the end of the text"],
    ["an object that doesn't close", '{"a": 1', 1, 8, '"," or "}"', "the end of the text"],
    ["an empty object that doesn't close", "{", 1, 2, 'a key or "}"', "the end of the text"],
    ["a list that doesn't close", "[1", 1, 3, '"," or "]"', "the end of the text"],
    ["a comma too many in an object", '{"a":1,}', 1, 8, "a key", '"}"'],
    ["a comma too many in a list", "[1,]", 1, 4, "a value", '"]"'],
    ["a missing colon", '{"a" 1}', 1, 6, '":"', '"1"'],
    ["a missing value", '{"a":}', 1, 6, "a value", '"}"'],
    ["a key without quotes", "{a: 1}", 1, 2, 'a key or "}"', '"a"'],
    ["single quotes", "{'a': 1}", 1, 2, 'a key or "}"', '"\'"'],
    ["the wrong bracket", '{"a": [1}', 1, 9, '"," or "]"', '"}"'],
    ["something behind the end", "{} x", 1, 4, "the end of the text", '"x"'],
    ["a second document", "{}\n{}", 2, 1, "the end of the text", '"{"'],
    ["a comment", '{\n  // no\n  "a": 1\n}', 2, 3, 'a key or "}"', '"/"'],
    ["a line further down", '{\n  "a": 1\n  "b": 2\n}', 3, 3, '"," or "}"', '"""'],
    ["a string that doesn't close", '{"a": "x', 1, 7, "a value", '"""'],
    ["a line break in a string", '{"a": "x\ny"}', 1, 7, "a value", '"""'],
    ["an escape that doesn't exist", '{"a": "\\q"}', 1, 7, "a value", '"""'],
    ["a number with a leading zero", '{"a": 01}', 1, 8, '"," or "}"', '"1"'],
    ["a word that is none", '{"a": True}', 1, 7, "a value", '"T"'],
    ["an emoji", "[😀]", 1, 2, 'a value or "]"', '"😀"'],
  ];
  test.each(cases)("%s", (_, text, line, column, expected, found) =>
    expect(readJson(text)).toEqual({ mistake: { line, column, expected, found } }),
  );
  test.each(['{"a": [1, {"b": null}], "c": "\\u00e9"}', "[]", '"x"', "-1.5e3", " {} \n"])("%s has none", (text) =>
    expect(readJson(text)).toEqual({ json: JSON.parse(text) }),
  );
  test("a truncated document of many megabytes is answered", () => {
    const text = `[${'{"key": "value with \\"quotes\\""},'.repeat(300_000)}`;
    expect(readJson(text)).toMatchObject({ mistake: { line: 1, column: text.length + 1, found: "the end of the text" } });
  });
  test("a truncated document that is nested deeply is answered", () =>
    expect(readJson("[".repeat(200_000))).toMatchObject({ mistake: { column: 200_001 } }));
});

describe("what isn't Terraform's, or can't be read, is refused by name", () => {
  const cases: readonly (readonly [string, string, string | object, string])[] = [
    ["a stored plan", "tfplan", "PK\u0003\u0004…", '"tfplan" is a plan as Terraform stores it'],
    ["HCL", "main.tf", 'resource "a" "b" {}', '"main.tf" is HCL, which isn\'t read'],
    ["HCL under another name", "main.json", 'resource "a" "b" {}', '"main.json" is HCL, which isn\'t read'],
    ["an empty file", "p.json", " \n", '"p.json" is empty'],
    [
      "Terraform's own state",
      "terraform.tfstate",
      { version: 4, lineage: "x", resources: [] },
      '"terraform.tfstate" is Terraform\'s own form of a state',
    ],
    ["a log", "log.json", { "@level": "info" }, '"log.json" is the log of a command that ran with -json'],
    [
      "a log of many lines",
      "log.json",
      '{"@level":"info"}\n{"@level":"info"}',
      '"log.json" is the log of a command that ran with -json',
    ],
    [
      "a plan of a later format",
      "p.json",
      { format_version: "2.0", planned_values: {} },
      '"p.json" is a plan of format_version "2.0"',
    ],
    ["a state of a later format", "s.json", { format_version: "2.0", values: {} }, '"s.json" is a state of format_version "2.0"'],
    ["a plan without a format", "p.json", { planned_values: {} }, '"p.json" is a plan without a format_version'],
    [
      "somebody else's JSON",
      "package.json",
      { name: "x" },
      '"package.json" is neither a configuration nor a plan nor a state of Terraform\'s',
    ],
    ["a list", "x.json", "[]", '"x.json" is neither a configuration nor a plan nor a state of Terraform\'s'],
    ["a number", "x.json", "5", '"x.json" is neither a configuration nor a plan nor a state of Terraform\'s'],
    ["broken JSON", "x.json", "{", '"x.json" is not JSON: expected a key or "}", found the end of the text'],
  ];
  test.each(cases)("%s", (_, file, content, message) => expect(mistakesIn({ [file]: content })).toEqual([message]));

  test("every refusal of a form says what to do", () => {
    const read = readInput(texts({ tfplan: "PK\u0003\u0004", "main.tf": "", "x.json": { planned_values: {} } }));
    const helps = "diagnostics" in read ? read.diagnostics.map(({ help }) => help) : [];
    expect(helps).toEqual([
      "print it with: terraform show -json tfplan > plan.json",
      "get a plan of it: npx rehearsal plan DIR --json plan.json, or: terraform show -json PLAN > plan.json",
      "print it with: terraform show -json FILE > FILE.json",
    ]);
  });
  test("all mistakes are reported together", () =>
    expect(mistakesIn({ "a.json": "{", "b.json": "[]", "c.json": "" })).toHaveLength(3));
  test("nothing at all is refused", () => expect(mistakesIn({})).toEqual(["there is nothing to read: no stack, plan or state"]));
  test("the place of a mistake is in the diagnostic", () =>
    expect(readInput(texts({ "x.json": '{\n "a": }' }))).toEqual({
      diagnostics: [
        {
          code: "input/not-json",
          message: '"x.json" is not JSON: expected a value, found "}"',
          file: "x.json",
          line: 2,
          column: 7,
          expected: ["a value"],
        },
      ],
    }));
});

describe("what is read", () => {
  test.each([
    ["an empty state", { "s.json": { format_version: "1.0" } }],
    ["a state", { "s.json": state({}) }],
    ["a plan without changes", { "p.json": { format_version: "1.2", planned_values: {} } }],
    ["a configuration without resources", { "c.tf.json": { terraform: {} } }],
    [
      "a plan whose parts are of other kinds",
      { "p.json": { format_version: "1.2", planned_values: 5, resource_changes: { a: 1 }, configuration: [], prior_state: "x" } },
    ],
    [
      "a configuration whose parts are of other kinds",
      {
        "c.tf.json": {
          resource: [5, "x", null, { a: 5 }, { a: { b: 5 } }],
          locals: "x",
          output: { a: 5 },
          provider: [[]],
          data: null,
        },
      },
    ],
  ])("%s", (_, documents) => expect(mistakesIn(documents)).toEqual([]));
});
