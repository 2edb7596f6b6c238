import { describe, expect, test } from "@jest/globals";
import { type OciEstate, type OciPolicy, refusalsOf } from "../../../src/simulate/oci";
import type { Decision } from "./support/deciding";
import { ask, estateWith, type PrincipalName, policy } from "./support/setting";

const unknown = { unknown: "it is known only after apply" };
const ALLOW = policy("tenancy", "allow group readers to read objects in compartment stores");
const unread = (text: string, attachment: OciPolicy["attachment"] = []): OciPolicy => ({
  attachment,
  address: "access/oci_identity_policy.unread",
  statements: [{ text, resolved: unknown, address: "access/oci_identity_policy.unread" }],
});

/** What can't be read could be anything that its place and its first words allow. */
describe("a statement that can't be read", () => {
  test.each<[string, readonly OciPolicy[], PrincipalName, string, Decision]>([
    ["could allow", [unread("allow group ${var.a} to read objects in tenancy")], "u1", "stores", "undecided"],
    ["that allows takes nothing away", [ALLOW, unread("allow group ${var.a} …")], "u1", "stores", "allowed"],
    ["that denies gives nothing", [unread("deny group ${var.a} …")], "u1", "stores", "denied"],
    ["that denies could take away", [ALLOW, unread("deny group ${var.a} …")], "u1", "stores", "undecided"],
    ["could be anything without its first word", [ALLOW, unread("${var.a}")], "u1", "stores", "undecided"],
    ["that endorses says nothing within a tenancy", [unread("endorse ${var.a}")], "u1", "stores", "denied"],
    ["that denies an admission neither", [ALLOW, unread("deny admit ${var.a}")], "u1", "stores", "allowed"],
    ["holds below its attachment", [unread("allow ${var.a}", ["app"])], "u1", "app:web", "undecided"],
    ["and nowhere else", [unread("allow ${var.a}", ["app"])], "u1", "stores", "denied"],
    ["could hold everywhere if its attachment isn't known", [unread("allow ${var.a}", unknown)], "u1", "stores", "undecided"],
    ["takes nothing from Administrators", [unread("deny ${var.a}")], "adm", "stores", "allowed"],
  ])("%s", (_name, policies, who, where, decision) => {
    expect(ask(estateWith(policies), who, "OBJECT_READ", where).decision).toBe(decision);
  });

  test("a policy none of whose statements are known", () => {
    const estate = estateWith([{ attachment: [], address: "access/oci_identity_policy.p", statements: unknown }]);
    expect(ask(estate, "u1", "OBJECT_READ", "stores")).toMatchObject({
      decision: "undecided",
      because: expect.stringContaining('policy "access/oci_identity_policy.p" could give'),
    });
    expect(refusalsOf(estate)).toEqual([expect.objectContaining({ address: "access/oci_identity_policy.p" })]);
  });

  test("is read by what its references stand for", () => {
    const statements = [
      {
        text: "allow group id ${oci_identity_group.readers.id} to read objects in tenancy",
        resolved: "allow group id ocid1.group.oc1..readers to read objects in tenancy",
        address: "a",
      },
    ];
    const estate = estateWith([{ attachment: [], address: "a", statements }]);
    expect(ask(estate, "u1", "OBJECT_READ", "stores")).toMatchObject({
      decision: "allowed",
      by: [{ text: statements[0]?.text }],
    });
    expect(ask(estate, "u2", "OBJECT_READ", "stores").decision).toBe("denied");
  });
});

describe("a place that isn't known", () => {
  const nowhere: OciEstate = estateWith([{ ...ALLOW, attachment: unknown }]);
  test("of a policy could be everywhere", () => expect(ask(nowhere, "u1", "OBJECT_READ", "keys").decision).toBe("undecided"));
  test("but holds for its subjects only", () => expect(ask(nowhere, "u2", "OBJECT_READ", "keys").decision).toBe("denied"));
  test("of a compartment could be below the attachment", () => {
    const compartments = [{ path: unknown, id: "ocid1.compartment.oc1..x", tags: new Map() }];
    const estate = estateWith(
      [policy("tenancy", "allow group readers to read objects in compartment id ocid1.compartment.oc1..x")],
      {
        compartments,
      },
    );
    expect(ask(estate, "u1", "OBJECT_READ", "stores").decision).toBe("undecided");
  });
});

describe("groups of a user that aren't known: Administrators could be among them", () => {
  const who = { kind: "user", groups: unknown } as const;
  test.each<[string, Decision]>([
    ["allow group readers to read objects in tenancy", "undecided"],
    ["allow any-user to read objects in tenancy", "allowed"],
    ["allow any-group to read objects in tenancy", "undecided"],
    ["allow dynamic-group dg-app to read objects in tenancy", "undecided"],
    ["allow any-user to read objects in tenancy where request.groups.id = 'x'", "undecided"],
  ])("%s: %s", (statement, decision) => {
    expect(ask(estateWith([policy("tenancy", statement)]), who, "OBJECT_READ", "stores").decision).toBe(decision);
  });
});
