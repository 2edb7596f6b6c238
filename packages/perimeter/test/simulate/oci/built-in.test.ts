import { describe, expect, test } from "@jest/globals";
import { estateOfStatements } from "../../../src/simulate/oci";
import { type Decision, decisionOf } from "./support/deciding";
import { ask, type PrincipalName } from "./support/setting";

/** Rule S8: the policy of the Administrators that every tenancy has. */
describe("Administrators may do everything without a statement", () => {
  test.each(["OBJECT_READ", "KEY_DECRYPT", "POLICY_CREATE", "USER_CREATE", "VLAN_ATTACH"])("%s", (permission) => {
    expect(ask(estateOfStatements([]), "adm", permission, "a:b")).toMatchObject({
      decision: "allowed",
      by: [{ address: "Tenant Admin Policy" }],
    });
    expect(ask(estateOfStatements([]), "u1", permission, "a:b")).toMatchObject({ decision: "denied", by: [] });
  });

  test("it isn't what comes closest for anybody else", () => {
    expect(ask(estateOfStatements([]), "u1", "OBJECT_READ", "a").because).toBe(
      'no statement gives OBJECT_READ in "a" to user "Default/ann"',
    );
  });
});

/** Rule S7: "Managing User Credentials". */
describe("users manage their own credentials", () => {
  const OWN = { "target.user.id": "ocid1.user.oc1..u1" };
  const OTHERS = { "target.user.id": "ocid1.user.oc1..u2" };
  test.each<[string, Record<string, string>, PrincipalName, Decision]>([
    ["USER_APIKEY_ADD", OWN, "u1", "allowed"],
    ["USER_SECRETKEY_ADD", OWN, "u1", "allowed"],
    ["USER_AUTHTOKEN_SET", OWN, "u1", "allowed"],
    ["USER_UIPASS_RESET", OWN, "u1", "allowed"],
    ["USER_APIKEY_ADD", { "Target.User.Name": "Ann" }, "u1", "allowed"],
    ["USER_APIKEY_ADD", OTHERS, "u1", "denied"],
    ["USER_APIKEY_ADD", {}, "u1", "denied"],
    ["USER_APIKEY_ADD", OWN, "i1", "denied"],
    ["USER_UPDATE", OWN, "u1", "denied"],
    ["USER_DELETE", OWN, "u1", "denied"],
  ])("%s with %j by %s: %s", (permission, variables, who, decision) => {
    expect(decisionOf({ statements: [], permission, variables, who, where: "tenancy" })).toBe(decision);
  });

  test.each<[string, Decision]>([
    ["deny any-user to manage users in tenancy", "undecided"],
    ["deny any-user to manage groups in tenancy", "allowed"],
  ])("whether %s stops them no page says: %s", (statement, decision) => {
    expect(decisionOf({ statements: [statement], permission: "USER_APIKEY_ADD", variables: OWN, where: "tenancy" })).toBe(
      decision,
    );
  });
});
