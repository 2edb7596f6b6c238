import { describe, expect, test } from "@jest/globals";
import type { OciPrincipal } from "../../../../src/simulate/oci";
import { conditionOf, type Decision, decisionOf, expectDecision } from "../support/deciding";

/** Rules E16–E18: "Conditions", a variable that isn't applicable to the request. */
describe("a comparison with an absent variable is false, also a negative one", () => {
  const V = "target.bucket.name";
  test.each<[string, Decision]>([
    [`${V} = 'a'`, "denied"],
    [`${V} != 'a'`, "denied"],
    [`${V} = /a*/`, "denied"],
    [`${V} != /a*/`, "denied"],
    [`${V} in ('a', 'b')`, "denied"],
    [`${V} not in ('a', 'b')`, "denied"],
    [`${V} = target.object.name`, "denied"],
    [`${V} != target.object.name`, "denied"],
    [`request.permission = ${V}`, "denied"],
    [`request.permission != ${V}`, "denied"],
    ["request.utc-timestamp before '2030-01-01Z'", "denied"],
    ["request.utc-timestamp after '2000-01-01Z'", "denied"],
    ["request.utc-timestamp.time-of-day between '00:00Z' and '23:00Z'", "denied"],
    [`sets-intersect(${V}, ('a'))`, "denied"],
    [`sets-equal(${V}, ('a'))`, "denied"],
    [`${V}`, "denied"],
    [`!${V}`, "allowed"],
    [`not ${V}`, "allowed"],
    ["!request.permission", "denied"],
    // Of tags the documentation can be read in two ways.
    ["target.bucket.tag.fin.class = 'gold'", "denied"],
    ["target.bucket.tag.fin.class != 'gold'", "undecided"],
    ["target.bucket.tag.fin.class not in ('gold')", "undecided"],
    ["!target.bucket.tag.fin.class", "allowed"],
    ["target.nobody.knows = 'x'", "denied"],
    ["target.nobody.knows != 'x'", "denied"],
  ])("%s: %s", (condition, decision) => expect(conditionOf(condition)).toBe(decision));
});

describe("all is and, any is or, whatever is absent in them", () => {
  const [YES, NO, ABSENT, OPEN] = [
    "request.permission = 'OBJECT_READ'",
    "request.permission = 'X'",
    "target.bucket.name != 'a'",
    "target.bucket.tag.a.b != 'c'",
  ];
  test.each<[string, Decision]>([
    [`all {${YES}}`, "allowed"],
    [`any {${YES}}`, "allowed"],
    [`all {${NO}}`, "denied"],
    [`any {${NO}}`, "denied"],
    [`all {${YES}, ${YES}}`, "allowed"],
    [`all {${YES}, ${NO}}`, "denied"],
    [`any {${NO}, ${YES}}`, "allowed"],
    [`any {${NO}, ${NO}}`, "denied"],
    [`all {${YES}, ${ABSENT}}`, "denied"],
    [`any {${YES}, ${ABSENT}}`, "allowed"],
    [`any {${ABSENT}, ${NO}}`, "denied"],
    [`all {${YES}, ${OPEN}}`, "undecided"],
    [`all {${NO}, ${OPEN}}`, "denied"],
    [`any {${YES}, ${OPEN}}`, "allowed"],
    [`any {${NO}, ${OPEN}}`, "undecided"],
    [`any {all {${NO}, ${OPEN}}, all {${YES}, any {${NO}, ${YES}}}}`, "allowed"],
    [`all {any {${NO}, ${OPEN}}, any {${NO}, ${NO}}}`, "denied"],
  ])("%s: %s", (condition, decision) => expect(conditionOf(condition)).toBe(decision));
});

describe("in a denial", () => {
  const denied = (condition: string, variables = {}, who: OciPrincipal | "u1" | "i1" = "u1") =>
    decisionOf({
      statements: ["allow any-user to read objects in tenancy", `deny any-user to read objects in tenancy where ${condition}`],
      variables,
      who,
    });
  const NAMED = { "target.bucket.name": "media" };

  test.each<[string, object, Decision]>([
    ["target.bucket.name = 'media'", NAMED, "denied"],
    ["target.bucket.name = 'logs'", NAMED, "allowed"],
    ["target.bucket.name != 'logs'", NAMED, "denied"],
    ["target.bucket.name = 'media'", {}, "allowed"],
    ["target.bucket.name != 'media'", {}, "allowed"],
    ["!target.bucket.name", {}, "denied"],
    ["!target.bucket.name", NAMED, "allowed"],
    ["any {!target.bucket.name, target.bucket.name != 'media'}", {}, "denied"],
    ["any {!target.bucket.name, target.bucket.name != 'media'}", NAMED, "allowed"],
    ["any {!target.bucket.name, target.bucket.name != 'logs'}", NAMED, "denied"],
    // One absent variable, and the denial may not apply at all.
    ["any {target.bucket.name = 'media', target.object.name = 'x'}", NAMED, "undecided"],
    ["any {target.bucket.name = 'logs', target.object.name = 'x'}", NAMED, "allowed"],
    ["all {target.bucket.name = 'media', target.object.name = 'x'}", NAMED, "allowed"],
    ["any {target.bucket.name = 'media', !target.object.name}", NAMED, "denied"],
    ["target.bucket.tag.a.b != 'c'", NAMED, "undecided"],
    ["target.bucket.name", NAMED, "undecided"],
    // Not enforced, say the known issues.
    ["target.dynamicgroup.name = 'x'", { "target.dynamicgroup.name": "x" }, "undecided"],
    ["target.dynamicgroup.name = 'x'", { "target.dynamicgroup.name": "y" }, "allowed"],
  ])("%s with %j: %s", (condition, variables, decision) => expect(denied(condition, variables)).toBe(decision));

  /** Who has a name that the request doesn't give is no proof against a denial. */
  test.each<[string, OciPrincipal | "u1" | "i1", Decision]>([
    ["request.user.name != 'ann'", "u1", "allowed"],
    ["request.user.name != 'bob'", "u1", "denied"],
    ["request.user.name != 'ann'", "i1", "allowed"],
    ["request.user.name != 'ann'", { kind: "user", groups: [] }, "undecided"],
    ["request.user.id = 'ocid1.user.oc1..x'", { kind: "user", groups: [] }, "undecided"],
    ["!request.user.name", { kind: "user", groups: [] }, "allowed"],
    ["!request.user.name", "i1", "denied"],
    ["request.principal.compartment.id != 'x'", { kind: "resource", dynamicGroups: [] }, "undecided"],
    ["request.principal.type = 'instance'", { kind: "resource", dynamicGroups: [] }, "undecided"],
    ["request.groups.id = 'x'", { kind: "user", groups: [{ domain: "Default", name: "unlisted" }] }, "undecided"],
    ["request.groups.id = 'x'", { kind: "user", groups: [] }, "allowed"],
  ])("%s for %j: %s", (condition, who, decision) => expect(denied(condition, {}, who)).toBe(decision));
});

describe("what the request doesn't name gives nothing either", () => {
  const groupsOnly: OciPrincipal = { kind: "user", groups: [] };
  test.each<[string, Decision]>([
    ["request.user.name = 'ann'", "denied"],
    ["request.user.name != 'ann'", "denied"],
    ["!request.user.name", "denied"],
    ["request.user.id = 'ocid1.user.oc1..u1'", "denied"],
  ])("%s: %s", (condition, decision) => {
    expectDecision(decision, {
      statements: [`allow any-user to read objects in tenancy where ${condition}`],
      who: groupsOnly,
    });
  });
});
