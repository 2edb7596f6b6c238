import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readModel } from "../../src/declaration";
import { REFUSED } from "./refusals";
import { changed, SMALL, WHOLE } from "./support/models";

/** `line:column code message` of what is wrong with a text, or nothing. */
function mistakesIn(text: string): readonly string[] {
  const read = readModel(text, "perimeter.yaml");
  return "diagnostics" in read
    ? read.diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)
    : [];
}

test.each([
  ["the small example", SMALL],
  ["all that is accepted", WHOLE],
  [
    "a model without roles",
    "version: 1\njurisdiction: US\nrests: { aws: [us-east-1] }\nstores: { media: aws_s3_bucket.media }\n",
  ],
  [
    "JSON, which is YAML",
    '{"version":1,"jurisdiction":"EU","rests":{"oci":["eu-frankfurt-1"]},"stores":{"media":{"name":"m*"}}}',
  ],
  [
    "aliases",
    changed(
      changed(SMALL, "[break-glass, Administrators]", "&names [media]"),
      "version: 1",
      "version: 1\nbudget: { default: 1 }",
    ),
  ],
  [
    "an alias used",
    `${changed(SMALL, "content: [media]", "content: &all [media]")}budget: { media: 1 }\n`.replace(
      "metadata: [media]",
      "metadata: *all",
    ),
  ],
  ["nobody that is trusted", changed(SMALL, "[break-glass, Administrators]", "[]")],
  ["windows line ends", SMALL.replaceAll("\n", "\r\n")],
  [
    "a retired site anywhere",
    changed(changed(WHOLE, "phase: active", "phase: retired"), "aws: ap-southeast-1,", "aws: eu-west-1,"),
  ],
])("%s is read", (_, text) => expect(mistakesIn(text)).toEqual([]));

test("the example of the README is read", () => {
  const [, text = ""] = /^```yaml\n([\s\S]*?)^```$/m.exec(readFileSync(join(__dirname, "../../README.md"), "utf8")) ?? [];
  expect(text).toContain("version: 1");
  expect(mistakesIn(text)).toEqual([]);
});

describe("what is refused, at its place", () => {
  test.each(REFUSED.map((row) => [row.what, row] as const))("%s", (_, { of, change: [from, to], says, help }) => {
    const read = readModel(changed(of, from, to), "perimeter.yaml");
    const diagnostics = "diagnostics" in read ? read.diagnostics : [];
    expect(diagnostics.map((one) => `${one.line}:${one.column} ${one.code} ${one.message}`)).toEqual(says);
    expect(diagnostics[0]?.help).toBe(help);
    expect(diagnostics.every(({ file }) => file === "perimeter.yaml")).toBe(true);
  });
});

test("all mistakes are said at once, in reading order", () => {
  const text = changed(
    changed(changed(WHOLE, "US\nrests", "USA\nrests"), "days: 30", "days: many"),
    "phase: active",
    "phase: on",
  );
  expect(mistakesIn(text).map((one) => one.split(" ")[0])).toEqual(["2:15", "7:76", "22:30"]);
});

test("values keep their places", () => {
  const read = readModel(WHOLE, "perimeter.yaml");
  const content = "content" in read ? read.content : undefined;
  expect([...(content?.stores ?? [])].map(([name, { place, value }]) => [name, place, value.place])).toEqual([
    ["media", { line: 9, column: 3 }, { line: 9, column: 10 }],
    ["ledger", { line: 10, column: 3 }, { line: 10, column: 11 }],
  ]);
});
