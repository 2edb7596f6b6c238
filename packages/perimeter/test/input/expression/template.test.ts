import { describe, expect, test } from "@jest/globals";
import { parseExpression, parseTemplate } from "../../../src/input/expression/parser";
import { valueIn } from "../../support/stacks";

const BLOCKS = {
  locals: { name: "media", list: ["a", "b"], map: { x: "1", "y-z": "2" }, yes: true, number: 3, nested: { list: [{ id: "n" }] } },
  resource: { oci_identity_group: { g: { name: "readers" } }, oci_core_vcn: { v: {} } },
};

/** What Terraform documents of strings and templates, references and operators, one case a line. */
const TEMPLATES: readonly (readonly [string, string, unknown])[] = [
  ["a plain text is itself", "plain", "plain"],
  ["an empty text is itself", "", ""],
  ["one interpolation alone keeps its kind", "${local.number}", 3],
  ["a truth value too", "${local.yes}", true],
  ["a list too", "${local.list}", ["a", "b"]],
  ["in a text a number is written out", "n=${local.number}", "n=3"],
  ["in a text a truth value is written out", "${local.yes}!", "true!"],
  ["an escaped interpolation is text", "$${local.name}", "${local.name}"],
  ["an escaped directive is text", "%%{ if x }", "%{ if x }"],
  ["dollar signs alone are text", "$5 and $$", "$5 and $$"],
  ["a per cent sign alone is text", "100%", "100%"],
  ["an escape stands beside an interpolation", "$${a} ${local.name}", "${a} media"],
  ["braces in an inner string don't close", '${"}"}', "}"],
  ["quotes in an inner string are escaped", '${"a\\"b"}', 'a"b'],
  ["an inner string is a template", '${"x${local.name}y"}', "xmediay"],
  ["templates nest", '${"a${"b${local.name}"}"}', "abmedia"],
  ["escapes of inner strings", '${"\\t\\n\\\\"}', "\t\n\\"],
  ["a Unicode escape", '${"\\u00e9"}', "é"],
  ["a long Unicode escape", '${"\\U0001F600"}', "😀"],
  ["a tilde trims what stands before", "a  ${~ local.name}", "amedia"],
  ["a tilde trims what stands behind", "${local.name ~}  b", "mediab"],
  ["blanks inside the braces don't count", "${  local.name  }", "media"],
  ["a comment inside the braces doesn't count", "${ local.name /* the name */ }", "media"],
  ["two interpolations side by side", "${local.name}${local.name}", "mediamedia"],
  ["an attribute of an object", "${local.map.x}", "1"],
  ["an index with a key", '${local.map["y-z"]}', "2"],
  ["an index with a number", "${local.list[1]}", "b"],
  ["the older way to index", "${local.list.0}", "a"],
  ["steps into what is nested", "${local.nested.list[0].id}", "n"],
  ["an index that is an expression", '${local.map[local.yes ? "x" : "y-z"]}', "1"],
  ["a splat", "${local.nested.list[*].id}", ["n"]],
  ["the older splat", "${local.nested.list.*.id}", ["n"]],
  ["a splat of a value alone", "${local.map[*].x}", ["1"]],
  ["a reference to a configured argument", "${oci_identity_group.g.name}", "readers"],
  ["a reference to what the cloud gives", "${oci_identity_group.g.id}", "<a/oci_identity_group.g.id>"],
  ["a reference in a text", "group id ${oci_identity_group.g.id}!", "group id <a/oci_identity_group.g.id>!"],
  ["an attribute that nobody set", "${oci_core_vcn.v.default_route_table_id}", "<a/oci_core_vcn.v.default_route_table_id>"],
  ["a list literal", '${["a", local.name]}', ["a", "media"]],
  ["a list literal with a comma at its end", '${["a",]}', ["a"]],
  ["an object literal", '${{ a = 1, "b" : local.name }}', { a: 1, b: "media" }],
  ["an object literal with a key in parentheses", "${{ (local.name) = 1 }}", { media: 1 }],
  ["a conditional that holds", '${local.yes ? "a" : "b"}', "a"],
  ["a conditional that doesn't", '${!local.yes ? "a" : "b"}', "b"],
  ["the branch not taken may be unknown", '${local.yes ? "a" : file("x")}', "a"],
  ["equality", '${local.name == "media"}', true],
  ["inequality", '${local.name != "media"}', false],
  ["both", "${local.yes && !local.yes}", false],
  ["either", "${local.yes || !local.yes}", true],
  ["arithmetic binds as it should", "${1 + 2 * 3}", 7],
  ["parentheses", "${(1 + 2) * 3}", 9],
  ["a remainder", "${7 % 4}", 3],
  ["a negative number", "${-local.number}", -3],
  ["a comparison", "${local.number >= 3}", true],
  ["what is false decides, whatever is unknown", '${file("x") == "" && false}', false],
  ["a for over a list", '${[for x in local.list : "${x}!"]}', ["a!", "b!"]],
  ["a for with the index", '${[for i, x in local.list : "${i}${x}"]}', ["0a", "1b"]],
  ["a for over a set has its items as keys", '${{for k, v in toset(["p"]) : k => v}}', { p: "p" }],
  ["a for over a map", '${[for k, v in local.map : "${k}${v}"]}', ["x1", "y-z2"]],
  ["a for that makes a map", "${{for x in local.list : x => upper(x)}}", { a: "A", b: "B" }],
  ["a for that groups", '${{for x in ["p", "q"] : "k" => x...}}', { k: ["p", "q"] }],
  ["a for with a test", '${[for x in local.list : x if x != "a"]}', ["b"]],
  ["a call with its last list spread", "${concat([local.list, local.list]...)}", ["a", "b", "a", "b"]],
];

/** Beside them what isn't computed: by its name, and never as if it were something else. */
const UNKNOWNS: readonly (readonly [string, string, unknown])[] = [
  ["a directive, by name", "%{ if true }a%{ endif }", '?the directive "%{ if }" isn\'t followed'],
  ["another directive", "a %{ for x in y }b%{ endfor }", '?the directive "%{ for }" isn\'t followed'],
  ["a function that isn't known", '${file("a.json")}', '?the function "file" isn\'t computed here'],
  [
    "a function of a provider",
    '${provider::aws::arn_parse("x")}',
    '?the function "provider::aws::arn_parse" isn\'t computed here',
  ],
  ["a prototype's name is no function", "${constructor()}", '?the function "constructor" isn\'t computed here'],
  ["it stays in its place in a text", 'a ${file("x")} b', 'a ?the function "file" isn\'t computed here b'],
  ["a local that isn't there", "${local.none}", '?there is no "local.none"'],
  ["a local of a prototype's name", "${local.constructor}", '?there is no "local.constructor"'],
  ["a variable that isn't declared", "${var.none}", '?there is no "var.none"'],
  ["a resource that isn't there", "${oci_core_vcn.none.id}", '?there is no resource "oci_core_vcn.none"'],
  ["a module", "${module.m.id}", '?"module.m" isn\'t followed in a configuration: give its plan'],
  ["the path", "${path.module}/x", '?"path.module" isn\'t known here/x'],
  ["the workspace", "${terraform.workspace}", '?"terraform.workspace" isn\'t known here'],
  ["each without for_each", "${each.key}", '?"each.key" isn\'t known here'],
  ["a missing key", "${local.map.none}", '?there is no "none"'],
  ["a missing item", "${local.list[9]}", "?there is no item 9"],
  [
    "a condition that isn't known",
    '${file("x") == "a" ? 1 : 2}',
    "?a condition isn't known: a comparison isn't known: the function \"file\" isn't computed here",
  ],
  ["null in a text", "a${null}", "a?null stands in a text"],
  ["a list in a text", "a${local.list}", "a?a list stands in a text"],
  [
    "a text that isn't closed",
    "${local.name",
    '?a template is malformed: expected "}" at character 13, found the end of the text',
  ],
  ["an operator without its right side", "${1 +}", '?a template is malformed: expected a value at character 6, found "}"'],
  [
    "an inner string that isn't closed",
    '${"a}',
    "?a template is malformed: expected a closing quote at character 6, found the end of the text",
  ],
  ["an escape that doesn't exist", '${"\\q"}', '?a template is malformed: expected an escape at character 4, found "\\"'],
  ["a heredoc", "${<<EOF}", "?a template is malformed: a heredoc can't be read here"],
  ["division by zero", "${1 / 0}", '?"/" isn\'t known'],
];

describe("a template", () => {
  test.each(TEMPLATES)("%s: %s", (_, text, value) => expect(valueIn(text, BLOCKS)).toEqual(value));
});

describe("what isn't computed is named", () => {
  test.each(UNKNOWNS)("%s: %s", (_, text, value) => expect(valueIn(text, BLOCKS)).toEqual(value));
});

describe("hostile texts end in an answer", () => {
  const deep = (open: string, close: string) => `\${${open.repeat(5000)}1${close.repeat(5000)}}`;
  test.each([
    ["parentheses", deep("(", ")")],
    ["lists", deep("[", "]")],
    ["templates", deep('"${', '}"')],
    ["negations", `\${${"!".repeat(5000)}true}`],
    ["conditionals", `\${${"true ? 1 : ".repeat(5000)}1}`],
    ["calls", deep("f(", ")")],
  ])("%s nested thousands deep", (_, text) => {
    const parsed = parseTemplate(text);
    expect(parsed).toEqual({ malformed: "it is nested too deeply" });
  });
  test("a hundred thousand interpolations are read in one go", () => {
    const parsed = parseTemplate("${a.b}".repeat(100_000));
    expect("expression" in parsed && parsed.expression).toMatchObject({ kind: "template" });
  });
  test("unclosed comments don't take the square of their length", () => {
    expect(parseExpression(`a ${"/* ".repeat(50_000)}`)).toHaveProperty("malformed");
  });
});
