import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { OCI_REGIONS } from "oci-policy";
import { countriesOf, isInside, isResidency, JURISDICTION_NAMES, JURISDICTIONS } from "../../config/schema/jurisdictions";

test.each([
  ["US", ["US"], true],
  ["US", [], false],
  ["US", ["US", "CN"], false],
  ["US", ["PR"], false],
  ["EU", ["DE", "IE"], true],
  ["EU", ["DE", "GB"], false],
  ["EU", ["CH"], false],
  ["EU", ["EU"], false],
] as const)("inside %s lie %j: %j", (jurisdiction, countries, expected) => {
  expect(isInside(jurisdiction, countries)).toBe(expected);
});

test.each([
  ["a jurisdiction", "EU", true],
  ["a country", "CN", true],
  ["a country that is a jurisdiction as well", "US", true],
  ["a country in lower case", "cn", false],
  ["a country of three letters", "USA", false],
  ["a country by name", "China", false],
  ["two letters that no country has", "XQ", false],
  ["no letters", "", false],
  ["what every JavaScript object has", "constructor", false],
  ["what every JavaScript object hides", "__proto__", false],
])("as a residency, %s (%s) is known: %j", (_name, residency, expected) => {
  expect(isResidency(residency)).toBe(expected);
});

test.each([
  ["US", ["US"]],
  ["CN", ["CN"]],
  ["toString", ["toString"]],
])("%s stands for %j", (residency, countries) => {
  expect(countriesOf(residency)).toEqual(countries);
});

test("the EU has 27 members, each once and each a country", () => {
  expect(new Set(JURISDICTIONS.EU).size).toBe(27);
  expect(JURISDICTIONS.EU.filter((country) => !isResidency(country))).toEqual([]);
});

test.each(JURISDICTION_NAMES)("%s has commercial regions of Oracle Cloud for a primary and a standby", (jurisdiction) => {
  const regions = OCI_REGIONS.filter(({ realm, country }) => realm === "OC1" && isInside(jurisdiction, [country]));
  expect(regions.length).toBeGreaterThanOrEqual(2);
});

test("one country outside puts the whole list outside", () => {
  const country = fc.constantFrom("CN", "GB", "CH", "US", ...JURISDICTIONS.EU);
  fc.assert(
    fc.property(fc.constantFrom(...JURISDICTION_NAMES), fc.array(country, { minLength: 1 }), (jurisdiction, countries) => {
      expect(isInside(jurisdiction, countries)).toBe(countries.every((each) => isInside(jurisdiction, [each])));
    }),
  );
});
