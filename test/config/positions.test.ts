import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { type ConfigPath, locator, positionAt } from "../../config/schema/positions";
import { configurationText, DEPLOYMENTS } from "../support/deployments";
import { isInside, unmark } from "./cases";

function read(text: string) {
  const document = parseDocument(text);
  return { locate: locator(document, text), data: document.toJS() as unknown };
}

const SMALL = "a:\n  b: [x, {c: y}]\n  d:\nf: {g: 1}\n";

test.each([
  ["a value stands where it begins", ["f", "g"], "value", "a:\n  b: [x, {c: y}]\n  d:\nf: {g: ▸1}\n"],
  ["a key stands where it begins", ["f", "g"], "key", "a:\n  b: [x, {c: y}]\n  d:\nf: {▸g: 1}\n"],
  ["a group stands at its first key", ["a"], "value", "a:\n  ▸b: [x, {c: y}]\n  d:\nf: {g: 1}\n"],
  ["an entry of a list is counted from 0", ["a", "b", 0], "value", "a:\n  b: [▸x, {c: y}]\n  d:\nf: {g: 1}\n"],
  ["a key inside a list is found", ["a", "b", 1, "c"], "key", "a:\n  b: [x, {▸c: y}]\n  d:\nf: {g: 1}\n"],
  ["a value left open stands after its colon", ["a", "d"], "value", "a:\n  b: [x, {c: y}]\n  d:▸\nf: {g: 1}\n"],
  ["what isn't there is shown at what would hold it", ["f", "h"], "value", "a:\n  b: [x, {c: y}]\n  d:\nf: ▸{g: 1}\n"],
  ["a missing key is shown there too", ["f", "h"], "key", "a:\n  b: [x, {c: y}]\n  d:\nf: ▸{g: 1}\n"],
  ["an entry past the end is shown at the list", ["a", "b", 2], "value", "a:\n  b: ▸[x, {c: y}]\n  d:\nf: {g: 1}\n"],
  ["below a plain value, the value is shown", ["f", "g", "z", 3], "value", "a:\n  b: [x, {c: y}]\n  d:\nf: {g: ▸1}\n"],
  ["what is missing at the top is shown at the first key", ["z"], "value", "▸a:\n  b: [x, {c: y}]\n  d:\nf: {g: 1}\n"],
  ["no path is the whole", [], "value", "▸a:\n  b: [x, {c: y}]\n  d:\nf: {g: 1}\n"],
] as [string, ConfigPath, "key" | "value", string][])("%s", (_name, path, part, marked) => {
  const { text, places } = unmark(marked);
  expect(text).toBe(SMALL);
  const { line, column } = read(text).locate(path, part);
  expect(`${line}:${column}`).toBe(places[0]);
});

test.each([
  ["an empty text", ""],
  ["a comment", "# nothing\n"],
])("in %s everything is at the beginning", (_name, text) => {
  expect(read(text).locate(["stores", "media"])).toEqual({ line: 1, column: 1 });
});

test.each([
  ["the first letter", 0, "1:1"],
  ["a line's end", 1, "1:2"],
  ["a line's beginning", 2, "2:1"],
  ["the end of the text", 5, "3:1"],
  ["what lies behind the end", 9, "3:1"],
  ["what lies before the beginning", -1, "1:1"],
])("of a text of two lines, %s (%i) is at %s", (_name, offset, expected) => {
  const { line, column } = positionAt("a\nbc\n", offset);
  expect(`${line}:${column}`).toBe(expected);
});

/** Every path of a value, with the value. */
function pathsIn(value: unknown, path: ConfigPath = []): { path: ConfigPath; value: unknown }[] {
  const children: [string | number, unknown][] = Array.isArray(value)
    ? value.map((child, index) => [index, child])
    : Object.entries(typeof value === "object" ? (value ?? {}) : {});
  return [{ path, value }, ...children.flatMap(([step, child]) => pathsIn(child, [...path, step]))];
}

describe.each(DEPLOYMENTS)("in %s", (name) => {
  const text = configurationText(name);
  const { locate, data } = read(text);
  const paths = pathsIn(data);
  const textAt = ({ line, column }: { line: number; column: number }) => text.split("\n")[line - 1]?.slice(column - 1) ?? "";

  test("every key is found where it is written", () => {
    const keys = paths.filter(({ path }) => typeof path.at(-1) === "string");
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter(({ path }) => !textAt(locate(path, "key")).startsWith(`${path.at(-1)}:`))).toEqual([]);
  });

  test("every plain value is found where it is written", () => {
    const scalars = paths.filter(({ value }) => typeof value !== "object");
    expect(scalars.length).toBeGreaterThan(100);
    expect(scalars.filter(({ path, value }) => !textAt(locate(path)).replace(/^"/, "").startsWith(String(value)))).toEqual([]);
  });

  test("any other path is somewhere inside the text", () => {
    const step = fc.oneof(fc.string(), fc.nat({ max: 20 }), fc.constantFrom("constructor", "__proto__", "stores", "media"));
    const known = fc.constantFrom(...paths).map(({ path }) => path);
    fc.assert(
      fc.property(known, fc.array(step), fc.constantFrom("key", "value"), (path, more, part) =>
        isInside(text, locate([...path, ...more], part as "key" | "value")),
      ),
    );
  });
});
