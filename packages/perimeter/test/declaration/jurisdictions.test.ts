import { expect, test } from "@jest/globals";
import { countriesOf, isInside, JURISDICTION_NAMES } from "../../src/declaration/jurisdictions";

test("every country is one that the runtime's own list knows", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(JURISDICTION_NAMES.filter((name) => names.of(name) === undefined)).toEqual([]);
  expect(new Set(JURISDICTION_NAMES).size).toBe(JURISDICTION_NAMES.length);
  // ISO 3166-1 assigns 249 codes.
  expect(JURISDICTION_NAMES.length).toBe(249 + 1);
});

test.each<[string, readonly string[], boolean]>([
  ["US", ["US"], true],
  ["US", ["US", "CA"], false],
  ["US", ["PR"], false],
  ["US", ["EU"], false],
  ["US", [], false],
  ["EU", ["DE", "FR"], true],
  ["EU", ["EU"], true],
  ["EU", ["NO"], false],
  ["EU", ["GB"], false],
  ["CH", ["CH"], true],
  ["DE", ["EU"], false],
])("in %s, %j is inside: %s", (jurisdiction, residency, expected) => expect(isInside(jurisdiction, residency)).toBe(expected));

test("the EU has 27 members", () => expect(countriesOf("EU").length).toBe(27));
