import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Diagnostic, inReadingOrder, printDiagnostic, quote } from "../../config/schema/diagnostic";

const at = (line: number, column: number, message = "wrong"): Diagnostic => ({
  code: "c",
  file: "f.yaml",
  line,
  column,
  message,
});

test.each([
  ["without a remedy on one line", at(3, 7), "f.yaml:3:7: wrong"],
  ["with its remedy below", { ...at(3, 7), help: "set it right" }, "f.yaml:3:7: wrong\n  set it right"],
])("a diagnostic is printed %s", (_name, diagnostic, expected) => {
  expect(printDiagnostic(diagnostic)).toBe(expected);
});

test("reading order is by line, then by column, then by message", () => {
  const ordered = [at(2, 9), at(10, 1), at(10, 2, "a"), at(10, 2, "b"), at(10, 10)];
  const mixed = [4, 2, 0, 3, 1].map((index) => ordered[index] as Diagnostic);
  expect(inReadingOrder(mixed)).toEqual(ordered);
  expect(mixed[0]).toEqual(at(10, 10));
});

test.each([
  ["plain text", "us-east-9", '"us-east-9"'],
  ["a quotation mark", 'a"b', '"a\\"b"'],
  ["a line's end", "a\nb", '"a\\nb"'],
  ["100 letters", "x".repeat(100), `"${"x".repeat(100)}"`],
  ["101 letters", "x".repeat(101), `"${"x".repeat(99)}…"`],
])("%s is quoted on one line", (_name, text, expected) => {
  expect(quote(text)).toBe(expected);
});

test("whatever is quoted stays on one line of bounded length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(quote(text)).toMatch(/^"[^\n\r]{0,600}"$/);
    }),
  );
});
