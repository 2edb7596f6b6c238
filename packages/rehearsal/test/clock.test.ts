import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { clockOf } from "../src/clock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-c-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder that says nothing has no clock of its own", () => expect(clockOf(folder)).toBeUndefined());

test("a folder's day begins at midnight, UTC", () => {
  writeFileSync(join(folder, "rehearsal.json"), '{ "date": "2026-02-28" }');
  expect(clockOf(folder)).toBe("2026-02-28T00:00:00Z");
});

test.each([
  ["a day that isn't there", '{ "date": "2026-02-30" }'],
  ["a time", '{ "date": "2026-02-28T12:00:00Z" }'],
  ["a number", '{ "date": 2026 }'],
  ["no date", "{}"],
  ["no object", "null"],
  ["no JSON", "2026-02-28"],
])("%s is refused", (_, text) => {
  writeFileSync(join(folder, "rehearsal.json"), text);
  expect(() => clockOf(folder)).toThrow(/rehearsal\.json" doesn't say a date/);
});
