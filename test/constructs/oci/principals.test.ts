import { describe, expect, test } from "@jest/globals";
import { domainOf, subjectOf } from "../../../constructs/oci/principals";
import { role } from "../../support/construct-stack";

describe("a role, as statements name it,", () => {
  test.each([
    ["US", "US", "us"],
    ["DE, FR", "EU", "eu"],
    ["US, CN", "US", "international"],
    ["US", "EU", "international"],
    ["", "US", "international"],
  ] as const)("of %s lies, for %s, in domain %s", (residency, jurisdiction, domain) => {
    expect(domainOf(role({ residency, countries: residency.split(", ").filter(Boolean) }), jurisdiction)).toBe(domain);
  });

  test.each([
    ["people", "group"],
    ["pipeline", "group"],
    ["copier", "group"],
    ["auditor", "group"],
    ["app", "dynamic-group"],
  ] as const)("assumed by %s is a %s", (assumedBy, kind) => {
    expect(subjectOf(role({ assumedBy }), "US")).toEqual({ kind, names: [{ domain: "us", name: "reviewers" }] });
  });
});
