import { expect, test } from "@jest/globals";
import { edit } from "../support/deployments";
import { type Edits, PRODUCTION, problemsOf, testRefusals, unmark } from "./cases";

const LOST = "keep one of the two: the other would be lost silently";
const LITERAL = "write the value as it is: tags and directives of YAML are not carried out here";
const SYNTAX = "check indentation, quotes and brackets here";
const COLON = "put a text that holds `: ` in quotes, and indent the next key as the keys beside it";
const COMPANY = "company: { name: larkspur, domain: larkspur.example }";

testRefusals([
  [
    "a key written twice at the top is refused",
    [["jurisdiction: US\n", "jurisdiction: US\n▸jurisdiction: EU\n"]],
    "yaml/DUPLICATE_KEY",
    'duplicate key "jurisdiction"',
    LOST,
    [["jurisdiction: US", '"jurisdiction": US']],
  ],
  [
    "a key written twice, once in quotes, is refused",
    [["jurisdiction: US\n", 'jurisdiction: US\n▸"jurisdiction": US\n']],
    "yaml/DUPLICATE_KEY",
    'duplicate key "jurisdiction"',
    LOST,
    [["jurisdiction: US", "'jurisdiction': US"]],
  ],
  [
    "a store written twice is refused",
    [["  exports:\n    kind", "  ▸media:\n    kind"]],
    "yaml/DUPLICATE_KEY",
    'duplicate key "media"',
    LOST,
    [["stores:\n", "stores:\n  clips: { kind: bucket, class: user-data, description: clips, previousVersionsDays: 1 }\n"]],
  ],
  [
    "a key written twice in braces is refused",
    [["accessBudget: { default: 2 }", "accessBudget: { default: 2, ▸default: 3 }"]],
    "yaml/DUPLICATE_KEY",
    'duplicate key "default"',
    LOST,
    [["accessBudget: { default: 2 }", "accessBudget: { default: 3 }"]],
  ],
  [
    "a text with a colon outside quotes is refused",
    [["title: the app tier", "title: ▸the app: tier"]],
    "yaml/BLOCK_AS_IMPLICIT_KEY",
    "this is not YAML: a key where a value is already",
    COLON,
    [["title: the app tier", 'title: "the app: tier"']],
  ],
  [
    "a key indented deeper than its neighbours is refused",
    [["  port: 8443\n  instances", "  port: ▸8443\n   instances"]],
    "yaml/BLOCK_AS_IMPLICIT_KEY",
    "this is not YAML: a key where a value is already",
    COLON,
    [["  port: 8443\n", "  port: 9443\n"]],
  ],
  [
    "a tag is refused, since nothing would carry it out",
    [["home: us-phoenix-1", "home: ▸!env HOME_REGION"]],
    "yaml/TAG_RESOLVE_FAILED",
    "unresolved tag: !env",
    LITERAL,
    [["home: us-phoenix-1", "home: !!str us-phoenix-1"]],
  ],
  [
    "a directive is refused, since it would change how values are read",
    [["# The default", "▸%TIME UTC\n---\n# The default"]],
    "yaml/BAD_DIRECTIVE",
    "unknown directive %TIME",
    LITERAL,
    [["# The default", "---\n# The default"]],
  ],
  [
    "an alias without an anchor is refused",
    [["domain: larkspur.example }", "domain: ▸*domain }"]],
    "yaml/BAD_ALIAS",
    'alias "*domain" has no anchor',
    "write the value out, or put an anchor `&domain` on a value before this line",
    [
      ["name: larkspur,", "name: &name larkspur,"],
      ["tenancy: { name: larkspur-us,", "tenancy: { name: *name,"],
    ],
  ],
  [
    "an alias inside its own anchor is refused",
    [[COMPANY, "company: &company { name: larkspur, domain: ▸*company }"]],
    "yaml/BAD_ALIAS",
    'alias "*company" stands inside its own anchor',
    "write the value out, or put an anchor `&company` on a value before this line",
    [[COMPANY, "company: &company { name: larkspur, domain: larkspur.example }"]],
  ],
  [
    "the key that JavaScript drops is refused and not dropped",
    [["stores:\n", "stores:\n  ▸__proto__: { kind: bucket }\n"]],
    "yaml/BAD_KEY",
    'key "__proto__" has no meaning here',
    "choose another name",
    [["stores:\n", "stores:\n  proto: { kind: bucket, class: user-data, description: drafts, previousVersionsDays: 1 }\n"]],
  ],
  [
    "a list as a key is refused",
    [["jurisdiction: US", "jurisdiction: US\n▸[us]: US"]],
    "yaml/NON_STRING_KEY",
    "a list or a group of keys stands where a key should",
    "expected a name, then a colon",
    [["jurisdiction: US", "? jurisdiction\n: US"]],
  ],
]);

const START = "start from config/staging.yaml, which is a whole deployment";
const DOCUMENT = "a deployment is one document: take away the `---` and what follows, or give it a file of its own";

test.each([
  ["an empty file", "▸", "config/empty", "the configuration is empty", START],
  ["a file of blanks", "▸ \n\n", "config/empty", "the configuration is empty", START],
  ["a file of comments", "▸# nothing yet\n", "config/empty", "the configuration is empty", START],
  ["a lone document mark", "▸---\n", "config/empty", "the configuration is empty", START],
  ["a lone null", "▸null\n", "config/empty", "the configuration is empty", START],
  ["a lone text", "▸larkspur\n", "config/wrong-value", 'the configuration: found "larkspur"', "expected a group of keys"],
  ["a list", "▸- a\n- b\n", "config/wrong-value", "the configuration: found a list of 2", "expected a group of keys"],
  ["a second document", "version: 1\n▸---\nversion: 1\n", "yaml/MULTIPLE_DOCS", "a second document begins here", DOCUMENT],
  ["a tab as indentation", "a:\n▸\t- b\n", "yaml/TAB_AS_INDENT", "this is not YAML: tabs are not allowed as indentation", SYNTAX],
  ["an open quote", 'a: "b\n▸', "yaml/MISSING_CHAR", "this is not YAML: missing closing quote", SYNTAX],
  ["an unknown escape", 'a: "▸\\q"\n', "yaml/BAD_DQ_ESCAPE", "this is not YAML: invalid escape sequence \\q", SYNTAX],
  [
    "a text behind a block's mark",
    "a: | ▸a Text.\n",
    "yaml/UNEXPECTED_TOKEN",
    "this is not YAML: not a YAML token: a Text",
    SYNTAX,
  ],
  ["a comma too many", "a: [b,▸,c]\n", "yaml/UNEXPECTED_TOKEN", "this is not YAML: unexpected , in flow sequence", SYNTAX],
])("%s is refused", (_name, marked, code, message, help) => {
  const { text, places } = unmark(marked);
  expect(problemsOf(text)).toEqual([`${places[0]} ${code}: ${message} → ${help}`]);
});

test("aliases of aliases are refused before they multiply", () => {
  const levels = ["a", "b", "c", "d"].map((name, index, all) => {
    const item = index === 0 ? "x" : `*${all[index - 1]}`;
    return `${name}: &${name} [${Array(10).fill(item).join(", ")}]`;
  });
  expect(problemsOf(levels.join("\n"))).toEqual([
    "1:1 yaml/TOO_MANY_ALIASES: this can't be read: excessive alias count indicates a resource exhaustion attack → write values out instead of repeating them by alias",
  ]);
});

test("an error below a broken line is on its own line", () => {
  const { text, places } = unmark("*a]%YAML 1.1\nkind▸: ");
  expect(problemsOf(text).map((problem) => problem.split(" ")[0])).toContain(places[0]);
});

test("every syntax error of a text is reported", () => {
  const edits: Edits = [
    ["home: us-phoenix-1", "home: ▸@phoenix"],
    ["title: the app tier", "title: ▸`the app tier"],
  ];
  const { text, places } = unmark(edit(PRODUCTION, ...edits));
  expect(problemsOf(text).map((problem) => problem.split(":").slice(0, 2).join(":"))).toEqual(
    places.map((place) => `${place} yaml/BAD_SCALAR_START`),
  );
});
