import { describe, expect, test } from "@jest/globals";
import { conditionOf, type Decision } from "../support/deciding";

const V = "target.policy.type";
const W = "target.dns-record.type";

/** Rule E23: "Using Tags to Manage Access", several groups; "Deny Policies", target.policy.type. */
describe("with several values one is enough for =, and none may be there for !=", () => {
  test.each<[string, readonly string[], Decision]>([
    ["= 'allow'", ["allow", "deny"], "allowed"],
    ["= 'deny'", ["allow", "deny"], "allowed"],
    ["= 'admit'", ["allow", "deny"], "denied"],
    ["!= 'deny'", ["allow", "deny"], "denied"],
    ["!= 'admit'", ["allow", "deny"], "allowed"],
    ["= /al*/", ["deny", "allow"], "allowed"],
    ["!= /al*/", ["deny", "allow"], "denied"],
    ["in ('admit', 'deny')", ["allow", "deny"], "allowed"],
    ["in ('admit', 'endorse')", ["allow", "deny"], "denied"],
    ["not in ('admit', 'deny')", ["allow", "deny"], "denied"],
    ["not in ('admit', 'endorse')", ["allow", "deny"], "allowed"],
    ["= 'allow'", [], "denied"],
    ["!= 'allow'", [], "denied"],
  ])("%s with %j: %s", (comparison, held, decision) => expect(conditionOf(`${V} ${comparison}`, { [V]: held })).toBe(decision));
});

describe("a variable against another", () => {
  test.each<[string, readonly string[], readonly string[], Decision]>([
    [`${V} = ${W}`, ["a"], ["A"], "allowed"],
    [`${V} = ${W}`, ["a"], ["b"], "denied"],
    [`${V} != ${W}`, ["a"], ["b"], "allowed"],
    [`${V} != ${W}`, ["a"], ["a"], "denied"],
    [`${V} = ${W}`, ["a", "b"], ["a", "b"], "allowed"],
    [`${V} = ${W}`, ["a"], ["a", "b"], "undecided"],
    [`${V} = ${W}`, ["a", "c"], ["a", "b"], "denied"],
    [`${V} != ${W}`, ["a", "c"], ["a", "b"], "undecided"],
    [`${V} != ${W}`, ["a", "c"], ["b", "d"], "allowed"],
    [`${V} in (${W}, 'x')`, ["x"], ["b"], "allowed"],
    [`${V} in (${W}, 'x')`, ["a"], ["a"], "allowed"],
    [`${V} in (${W}, 'x')`, ["a"], ["b"], "denied"],
    [`${V} not in (${W}, 'x')`, ["a"], ["b"], "allowed"],
    [`${V} not in (${W}, 'x')`, ["x"], ["b"], "denied"],
    [`${V} not in (${W}, 'x')`, ["a"], ["a"], "denied"],
  ])("%s with %j and %j: %s", (condition, one, other, decision) => {
    expect(conditionOf(condition, { [V]: one, [W]: other })).toBe(decision);
  });
});

describe("what functions on sets compare is written nowhere, so that they give nothing for certain", () => {
  test.each<[string, readonly string[], Decision]>([
    [`sets-intersect(${V}, ('allow'))`, ["allow"], "undecided"],
    [`sets-intersect(${V}, ('allow'))`, ["deny"], "denied"],
    [`sets-equal(${V}, ('allow'))`, ["allow"], "undecided"],
    [`sets-intersect(${V}, /a*/)`, ["deny"], "undecided"],
    [`sets-intersect(${V}, ${W})`, ["deny"], "denied"],
    [V, ["allow"], "undecided"],
  ])("%s with %j: %s", (condition, held, decision) => expect(conditionOf(condition, { [V]: held })).toBe(decision));
});
