import { describe, expect, test } from "@jest/globals";
import { parseMatchingRule, parseStatement, printStatement, warningsOf } from "oci-policy";
import { DEPLOYMENTS, resourcesOf, synthesizedDeployment } from "../support/deployments";

const STATEMENTS = DEPLOYMENTS.flatMap((name) =>
  resourcesOf(synthesizedDeployment(name).stacks.access).flatMap(({ args }): string[] => args.statements ?? []),
);

describe("every statement that is generated", () => {
  test.each([...new Set(STATEMENTS)])("is read by the language, and nothing in it is unknown: %s", (text) => {
    const { statement, diagnostic } = parseStatement(text);
    expect(diagnostic).toBeUndefined();
    if (!statement) return;
    expect(printStatement(statement)).toBe(text);
    expect(warningsOf(statement)).toEqual([]);
  });
});

describe.each(DEPLOYMENTS)("every matching rule of %s", (name) => {
  const rules = resourcesOf(synthesizedDeployment(name).stacks.tenancy).flatMap(({ args }): string[] => args.matching_rule ?? []);
  test.each(rules)("is read by their language: %s", (text) => {
    // A reference stands for the id that it will be.
    const { rule, diagnostic } = parseMatchingRule(text.replace(/\$\{[^}]+\}/g, "ocid1.compartment.oc1..example"));
    expect(diagnostic).toBeUndefined();
    expect(rule).toMatchObject({ kind: "all" });
  });
});
