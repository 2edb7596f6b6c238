import { describe, expect, test } from "@jest/globals";
import { domainName, estateOfStatements, type OciPrincipal, refusalsOf } from "../../../src/simulate/oci";
import { ask, estateWith, type PrincipalName, policy } from "./support/setting";

const to = (subject: string) => estateWith([policy("tenancy", `allow ${subject} to read objects in tenancy`)]);
const decide = (subject: string, who: PrincipalName | OciPrincipal) => ask(to(subject), who, "OBJECT_READ", "stores").decision;

/** Rules S1–S6: "Policy Syntax", subject. */
describe("who is covered by a subject", () => {
  const COVERED: readonly (readonly [subject: string, covered: readonly PrincipalName[]])[] = [
    ["any-user", ["adm", "u1", "u2", "u3", "i1", "w1", "svc"]],
    ["group readers", ["adm", "u1"]],
    ["group Default/readers", ["adm", "u1"]],
    ["group default/readers", ["adm", "u1"]],
    ["group 'Default'/'readers'", ["adm", "u1"]],
    ["group 'Night Shift'", ["adm", "u1"]],
    ["group readers, writers", ["adm", "u1", "u2"]],
    ["group EU/ops", ["adm", "u3"]],
    ["group EU/ops, readers", ["adm", "u1", "u3"]],
    ["group Administrators", ["adm"]],
    ["group id ocid1.group.oc1..readers", ["adm", "u1"]],
    ["group id OCID1.GROUP.oc1..readers", ["adm", "u1"]],
    ["group id ocid1.group.oc1..writers, EU/ops", ["adm", "u2", "u3"]],
    ["dynamic-group dg-app", ["adm", "i1"]],
    ["dynamic-group Default/dg-app", ["adm", "i1"]],
    ["dynamic-group id ocid1.dynamicgroup.oc1..app", ["adm", "i1"]],
    ["service objectstorage-us-phoenix-1", ["adm", "svc"]],
    ["service blockstorage, objectstorage-us-phoenix-1", ["adm", "svc"]],
    ["service objectstorage-us-ashburn-1", ["adm"]],
    ["group id ocid1.group.oc1..foreign", ["adm"]],
  ];
  const EVERYBODY: readonly PrincipalName[] = ["adm", "u1", "u2", "u3", "i1", "w1", "svc", "anonymous"];
  const CASES = COVERED.flatMap(([subject, covered]) => EVERYBODY.map((who) => ({ subject, who, is: covered.includes(who) })));

  test.each(CASES)("$subject covers $who: $is", ({ subject, who, is }) => {
    expect(decide(subject, who)).toBe(is ? "allowed" : "denied");
  });
});

describe("what is open", () => {
  const alone: OciPrincipal = { kind: "user", groups: [] };
  test.each<[string, PrincipalName | OciPrincipal, string, string]>([
    ["any-group", "u1", "allowed", "a user in a group"],
    ["any-group", "i1", "allowed", "an instance in a dynamic group"],
    ["any-group", "svc", "undecided", "a service"],
    ["any-group", "w1", "undecided", "a workload, which is in no dynamic group"],
    ["any-group", alone, "undecided", "a user in no group"],
    ["any-group", "anonymous", "denied", "nobody"],
    ["group READERS", "u1", "undecided", "case of a group's name"],
    ["group READERS", "u2", "denied", "another group"],
    ["group default/READERS", "u1", "undecided", "case of a group's name in its domain"],
    ["dynamic-group DG-app", "i1", "undecided", "case of a dynamic group's name"],
    ["service ObjectStorage-us-phoenix-1", "svc", "undecided", "case of a service's name"],
    ["group 'EU/ops'", "u3", "undecided", "a slash inside one name"],
    ["group 'EU/ops'", "u1", "denied", "another domain"],
    ["resource objectstorage bucket", "svc", "undecided", "a principal of the platform"],
    ["resource objectstorage bucket", "u1", "denied", "a user is none"],
  ])("%s and %j: %s (%s)", (subject, who, decision) => expect(decide(subject, who)).toBe(decision));
});

describe("groups by id, where ids of groups aren't known", () => {
  const estate = estateOfStatements([policy("tenancy", "allow group id ocid1.group.oc1..x to read objects in tenancy")]);
  test("a user of any group could be meant", () => {
    const answer = ask(estate, { kind: "user", groups: [domainName("a")] }, "OBJECT_READ", "stores");
    expect(answer).toMatchObject({ decision: "undecided", because: expect.stringContaining('is the id of "Default/a"') });
  });
  test("a user of no group can't be", () => {
    expect(ask(estate, { kind: "user", groups: [] }, "OBJECT_READ", "stores").decision).toBe("denied");
  });
});

describe("dynamic groups of which only the name is known", () => {
  const estate = estateOfStatements([policy("tenancy", "allow dynamic-group dg to read objects in tenancy")]);
  test.each<[OciPrincipal, string]>([
    [{ kind: "resource", dynamicGroups: [domainName("dg")] }, "allowed"],
    [{ kind: "resource", dynamicGroups: [domainName("other")] }, "denied"],
    [{ kind: "resource", dynamicGroups: [domainName("EU/dg")] }, "denied"],
    [{ kind: "resource", type: "instance" }, "undecided"],
    [{ kind: "resource", type: "workload" }, "denied"],
    [{ kind: "user", groups: [domainName("dg")] }, "denied"],
  ])("%j: %s", (who, decision) => expect(ask(estate, who, "OBJECT_READ", "a").decision).toBe(decision));
});

describe("names that the policy defines (X3)", () => {
  const DEFINE = "define group X as ocid1.group.oc1..readers";
  const USE = "allow group X to read objects in tenancy";
  test("stand for the group of that id", () => {
    const estate = estateWith([policy("tenancy", DEFINE, USE)]);
    expect(ask(estate, "u1", "OBJECT_READ", "stores").decision).toBe("allowed");
    expect(ask(estate, "u2", "OBJECT_READ", "stores").decision).toBe("denied");
  });
  test("hold in that policy only", () => {
    const estate = estateWith([policy("tenancy", DEFINE), policy("tenancy", USE)]);
    expect(refusalsOf(estate)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('"Default/X" doesn\'t exist') }),
    ]);
    expect(ask(estate, "u1", "OBJECT_READ", "stores").decision).toBe("denied");
  });
  test("leave every statement open if they can't be read", () => {
    const estate = estateWith([policy("tenancy", "define group X as readers", USE)]);
    expect(ask(estate, "u1", "OBJECT_READ", "stores").decision).toBe("undecided");
  });
});
