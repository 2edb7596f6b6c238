import { describe, expect, test } from "@jest/globals";
import { printStatement } from "oci-policy";
import { definitionsOf, domainOf, subjectOf } from "../../../constructs/oci/principals";
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

describe("a role of another tenancy", () => {
  const admittedFrom = { name: "oracle-audit", id: "ocid1.tenancy.oc1..oracle", group: "ocid1.group.oc1..auditors" };
  const auditor = role({ name: "oracle-auditor", assumedBy: "auditor", admittedFrom });

  test("has the name that its definition gives it, and no domain of ours", () => {
    expect(subjectOf(auditor, "US")).toEqual({ kind: "group", names: [{ name: "oracle-auditor" }] });
  });

  test.each([
    [
      "is defined with its tenancy, by their OCIDs",
      auditor,
      ["Define tenancy oracle-audit as ocid1.tenancy.oc1..oracle", "Define group oracle-auditor as ocid1.group.oc1..auditors"],
    ],
    ["needs no definition where it is ours", role(), []],
  ])("%s", (_, who, definitions) => expect(definitionsOf(who).map(printStatement)).toEqual(definitions));
});
