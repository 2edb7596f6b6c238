import { describe, expect, test } from "@jest/globals";
import { domainName, type OciPrincipal, type OciTenancy } from "../../../src/simulate/oci";
import { type Decision, decisionOf } from "./support/deciding";

const STATEMENTS = ["allow dynamic-group dg to read objects in tenancy"];

function isIn(rules: OciTenancy["dynamicGroups"][number]["rules"], who: OciPrincipal): Decision {
  const dynamicGroups = [{ name: domainName("dg"), tags: new Map(), rules }];
  return decisionOf({ statements: STATEMENTS, who, tenancy: { dynamicGroups } });
}

const resource = (type: string, compartment: readonly string[], held: Record<string, string> = {}): OciPrincipal => ({
  kind: "resource",
  type,
  id: `ocid1.${type}.oc1..x`,
  compartment,
  tags: new Map(Object.entries(held)),
});

const IN_APP = "'ocid1.compartment.oc1..app'";
const instance = resource("instance", ["app"], { "ops.team": "red" });
const fn = resource("fnfunc", ["app"], { "ops.team": "red" });

/** Rules S9 and S10: "Writing Matching Rules to Define Dynamic Groups". */
describe("a rule matches", () => {
  test.each<[string, OciPrincipal, Decision]>([
    ["instance.id = 'ocid1.instance.oc1..x'", instance, "allowed"],
    ["instance.id = 'OCID1.INSTANCE.oc1..X'", instance, "allowed"],
    ["instance.id = 'ocid1.instance.oc1..y'", instance, "denied"],
    ["instance.id != 'ocid1.instance.oc1..y'", instance, "allowed"],
    ["instance.id != 'ocid1.instance.oc1..x'", instance, "denied"],
    ["instance.id = 'ocid1.fnfunc.oc1..x'", fn, "denied"],
    ["instance.id != 'ocid1.instance.oc1..x'", fn, "undecided"],
    [`instance.compartment.id = ${IN_APP}`, instance, "allowed"],
    [`instance.compartment.id = ${IN_APP}`, fn, "denied"],
    [`instance.compartment.id = ${IN_APP}`, resource("instance", ["stores"]), "denied"],
    [`instance.compartment.id = ${IN_APP}`, resource("instance", ["app", "web"]), "undecided"],
    [`instance.compartment.id != ${IN_APP}`, resource("instance", ["stores"]), "allowed"],
    [`instance.compartment.id != ${IN_APP}`, instance, "denied"],
    ["instance.compartment.id = 'ocid1.tenancy.oc1..t'", resource("instance", []), "allowed"],
    ["instance.compartment.id = 'ocid1.tenancy.oc1..t'", instance, "undecided"],
    ["instance.compartment.id = 'ocid1.compartment.oc1..nowhere'", instance, "denied"],
    ["resource.type = 'fnfunc'", fn, "allowed"],
    ["resource.type = 'FnFunc'", fn, "allowed"],
    ["resource.type = 'apigateway'", fn, "denied"],
    ["resource.type != 'apigateway'", fn, "allowed"],
    ["resource.type = 'instance'", instance, "undecided"],
    ["resource.id = 'ocid1.fnfunc.oc1..x'", fn, "allowed"],
    [`resource.compartment.id = ${IN_APP}`, fn, "allowed"],
    [`resource.compartment.id = ${IN_APP}`, resource("fnfunc", ["stores"]), "denied"],
    ["tag.ops.team.value", instance, "allowed"],
    ["tag.ops.team.value", fn, "allowed"],
    ["tag.ops.shift.value", instance, "denied"],
    ["tag.ops.team.value = 'red'", instance, "allowed"],
    ["tag.ops.team.value = 'Red'", instance, "allowed"],
    ["tag.ops.team.value = 'blue'", instance, "denied"],
    ["tag.ops.team.value != 'blue'", instance, "allowed"],
    ["tag.ops.team.value != 'red'", instance, "denied"],
    ["tag.ops.shift.value != 'night'", instance, "undecided"],
    [`all {instance.compartment.id = ${IN_APP}, tag.ops.team.value = 'red'}`, instance, "allowed"],
    [`all {instance.compartment.id = ${IN_APP}, tag.ops.team.value = 'blue'}`, instance, "denied"],
    [`any {instance.compartment.id = ${IN_APP}, tag.ops.team.value = 'blue'}`, instance, "allowed"],
    ["Any {Any {resource.type = 'fnfunc', resource.type = 'apigateway',}}", fn, "allowed"],
    ["all {tag.ops.shift.value != 'night', tag.ops.team.value = 'blue'}", instance, "denied"],
    ["any {tag.ops.shift.value != 'night', tag.ops.team.value = 'red'}", instance, "allowed"],
    ["any {}", instance, "undecided"],
    ["instance.id == 'x'", instance, "undecided"],
  ])("%s for %j: %s", (rule, who, decision) => expect(isIn([rule], who)).toBe(decision));
});

describe("of several rules one is enough", () => {
  test.each<[readonly string[], Decision]>([
    [["resource.type = 'apigateway'", "resource.type = 'fnfunc'"], "allowed"],
    [["resource.type = 'apigateway'", "resource.type = 'vnic'"], "denied"],
    [["what?", "resource.type = 'fnfunc'"], "allowed"],
    [["what?", "resource.type = 'vnic'"], "undecided"],
    [[], "denied"],
  ])("%j: %s", (rules, decision) => expect(isIn(rules, fn)).toBe(decision));
});

describe("what isn't known of a resource leaves its membership open", () => {
  const bare: OciPrincipal = { kind: "resource" };
  test.each<[string, OciPrincipal]>([
    ["resource.type = 'fnfunc'", bare],
    ["resource.id = 'x'", { kind: "resource", type: "fnfunc", compartment: ["app"] }],
    [`resource.compartment.id = ${IN_APP}`, { kind: "resource", type: "fnfunc" }],
    ["tag.ops.team.value", { kind: "resource", type: "fnfunc" }],
    [
      "tag.ops.team.value = 'red'",
      { kind: "resource", type: "fnfunc", tags: new Map([["ops.team", { unknown: "it is a variable" }]]) },
    ],
  ])("%s for %j", (rule, who) => expect(isIn([rule], who)).toBe("undecided"));

  test("rules that aren't known", () => expect(isIn({ unknown: "they are a variable" }, fn)).toBe("undecided"));
  test("a workload is never in one", () =>
    expect(isIn({ unknown: "they are a variable" }, { kind: "resource", type: "workload" })).toBe("denied"));
  test("nor is a user", () =>
    expect(isIn([`instance.compartment.id = ${IN_APP}`], { kind: "user", groups: [domainName("dg")] })).toBe("denied"));
});
