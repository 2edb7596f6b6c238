import { describe, expect, test } from "@jest/globals";
import { domainName, type OciPrincipal, type OciTenancy } from "../../../src/simulate/oci";
import { type Case, type Decision, decisionOf } from "./support/deciding";
import { ask, estateWith, type PrincipalName, policy } from "./support/setting";

const ALLOW = "allow any-user to read objects in tenancy";
const DENY = "deny any-user to read objects in tenancy";
const INHERITED = "deny any-user to read objects in compartment stores";

/** Rules E29–E33: "Deny Policies". */
describe("a denial wins over every grant", () => {
  test.each<[readonly string[], string, Decision]>([
    [[ALLOW], "stores", "allowed"],
    [[ALLOW, DENY], "stores", "denied"],
    [[DENY, ALLOW], "stores", "denied"],
    [[DENY], "stores", "denied"],
    [[ALLOW, INHERITED], "stores", "denied"],
    [[ALLOW, INHERITED], "keys", "allowed"],
    [[ALLOW, "deny group writers to read objects in tenancy"], "stores", "allowed"],
    [[ALLOW, "deny group readers to read objects in tenancy"], "stores", "denied"],
    [[ALLOW, "deny group readers to read buckets in tenancy"], "stores", "allowed"],
    [[ALLOW, "deny group readers to read objects in tenancy where request.region = 'phx'"], "stores", "allowed"],
  ])("%j on %s: %s", (statements, where, decision) => expect(decisionOf({ statements, where })).toBe(decision));

  test.each([
    ["stores", "stores", "denied"],
    ["keys", "stores", "allowed"],
  ])("attached to %s it holds below there: %s is %s", (at, where, decision) => {
    const estate = estateWith([policy("tenancy", ALLOW), policy(at, `deny any-user to read objects in compartment ${at}`)]);
    expect(ask(estate, "u1", "OBJECT_READ", where).decision).toBe(decision);
  });
});

describe("deny policies are enabled for a tenancy", () => {
  const unknown = { unknown: "nobody said so" };
  test.each<[OciTenancy["denyPolicies"], readonly string[], Decision]>([
    [true, [ALLOW, DENY], "denied"],
    [false, [ALLOW, DENY], "allowed"],
    [unknown, [ALLOW, DENY], "undecided"],
    [unknown, [ALLOW], "allowed"],
    [unknown, [DENY], "denied"],
    [unknown, [ALLOW, "deny group writers to read objects in tenancy"], "allowed"],
    [false, [ALLOW, "deny nonsense"], "allowed"],
    [true, [ALLOW, "deny nonsense"], "undecided"],
  ])("%j, with %j: %s", (denyPolicies, statements, decision) => {
    expect(decisionOf({ statements, tenancy: { denyPolicies } })).toBe(decision);
  });
});

describe("only Administrators of the domain Default are exempt", () => {
  const member = (...groups: readonly string[]): OciPrincipal => ({ kind: "user", groups: groups.map(domainName) });
  test.each<[OciPrincipal | PrincipalName, Decision]>([
    ["adm", "allowed"],
    [member("Default/Administrators"), "allowed"],
    [member("default/Administrators"), "allowed"],
    [member("readers", "Administrators"), "allowed"],
    [member("EU/Administrators"), "denied"],
    [member("Admins"), "denied"],
    [member("administrators"), "undecided"],
    [{ kind: "resource", type: "instance", dynamicGroups: [domainName("Administrators")] }, "denied"],
    [{ kind: "user", groups: { unknown: "the membership is elsewhere" } }, "undecided"],
  ])("%j: %s", (who, decision) => expect(decisionOf({ statements: [ALLOW, DENY], who })).toBe(decision));
});

describe("a denial that may apply leaves open what is given, and only that", () => {
  const OPEN = "deny any-user to read objects in tenancy where target.bucket.name = 'a*'";
  const variables = { "target.bucket.name": "ab" };
  test.each<[string, Case, Decision]>([
    ["given", { statements: [ALLOW, OPEN], variables }, "undecided"],
    ["not given", { statements: [OPEN], variables }, "denied"],
    ["taken away by another", { statements: [ALLOW, OPEN, DENY], variables }, "denied"],
    ["not meant", { statements: [ALLOW, OPEN], variables: { "target.bucket.name": "x" } }, "allowed"],
  ])("%s: %s", (_name, asked, decision) => expect(decisionOf(asked)).toBe(decision));
});
