import { describe, expect, test } from "@jest/globals";
import { domainName, type OciPolicy, refusalsOf } from "../../../src/simulate/oci";
import type { Decision } from "./support/deciding";
import { ask, estateWith, OTHER_TENANCY_ID, otherTenancyWith, policy } from "./support/setting";

const F = "define tenancy F as ocid1.tenancy.oc1..f";
const T = "define tenancy T as ocid1.tenancy.oc1..t";
const G = "define tenancy G as ocid1.tenancy.oc1..g";
const READERS = "define group Rd as ocid1.group.oc1..readers";
const WRITERS = "define group Rd as ocid1.group.oc1..writers";
const ENDORSE = "endorse group readers to read objects in tenancy F";
const ADMIT = "admit group Rd of tenancy T to read objects in tenancy";

function across(home: readonly string[], host: readonly string[], permission = "OBJECT_READ", variables = {}) {
  const estate = estateWith([policy("tenancy", ...home)], {}, [otherTenancyWith([policy("tenancy", ...host)])]);
  return ask(estate, "u1", permission, "stores", variables, OTHER_TENANCY_ID);
}

/** Rules X1–X7: "Cross-Tenancy Access Policies". */
describe("access to another tenancy takes both halves", () => {
  test.each<[readonly string[], readonly string[], Decision]>([
    [[F, ENDORSE], [T, READERS, ADMIT], "allowed"],
    [[F, ENDORSE], [], "denied"],
    [[], [T, READERS, ADMIT], "denied"],
    [[], [], "denied"],
    [[ENDORSE.replace("tenancy F", "any-tenancy")], [T, READERS, ADMIT], "allowed"],
    [[G, ENDORSE.replace("tenancy F", "tenancy G")], [T, READERS, ADMIT], "denied"],
    [[ENDORSE], [T, READERS, ADMIT], "undecided"],
    [[F, "endorse group writers to read objects in tenancy F"], [T, READERS, ADMIT], "denied"],
    [[F, "endorse any-user to read objects in tenancy F"], [T, READERS, ADMIT], "allowed"],
    [[F, "endorse group readers to inspect objects in tenancy F"], [T, READERS, ADMIT], "denied"],
    [[F, ENDORSE], [T, READERS, "admit group Rd of tenancy T to inspect objects in tenancy"], "denied"],
    [[F, ENDORSE], [T, READERS, "admit group Rd of tenancy T to manage object-family in tenancy"], "allowed"],
    [[F, ENDORSE], [T, WRITERS, ADMIT], "denied"],
    [[F, ENDORSE], [G, READERS, ADMIT.replace("tenancy T", "tenancy G")], "denied"],
    [[F, ENDORSE], [T, "admit group id ocid1.group.oc1..readers of tenancy T to read objects in tenancy"], "allowed"],
    [[F, ENDORSE], [T, "admit any-user of tenancy T to read objects in tenancy"], "allowed"],
    [[F, ENDORSE], [T, "admit any-group of tenancy T to read objects in tenancy"], "allowed"],
    [[F, ENDORSE], ["admit any-user of any-tenancy to read objects in tenancy"], "allowed"],
    [[F, ENDORSE], [T, "admit dynamic-group Rd of tenancy T to read objects in tenancy"], "denied"],
    [[F, ENDORSE], ["admit any-user to read objects in tenancy"], "undecided"],
    [[F, ENDORSE], ["allow any-user to read objects in tenancy"], "denied"],
    [["allow group readers to read objects in tenancy"], [T, READERS, ADMIT], "denied"],
    [[F, ENDORSE], [T, READERS, "admit group Rd of tenancy T to read objects in compartment stores"], "allowed"],
    [[F, ENDORSE], [T, READERS, "admit group Rd of tenancy T to read objects in compartment nowhere"], "undecided"],
    [[F, `${ENDORSE} where target.bucket.name = 'b'`], [T, READERS, ADMIT], "denied"],
    [[F, ENDORSE], [T, READERS, `${ADMIT} where target.bucket.name = 'b'`], "denied"],
    [[F, "endorse group readers to read objects in compartment stores of tenancy F"], [T, READERS, ADMIT], "allowed"],
    [[F, "endorse group readers to read objects in compartment other of tenancy F"], [T, READERS, ADMIT], "undecided"],
  ])("%j with %j: %s", (home, host, decision) => expect(across(home, host).decision).toBe(decision));

  test("both conditions have to be met", () => {
    const home = [F, `${ENDORSE} where target.bucket.name = 'b'`];
    const host = [T, READERS, `${ADMIT} where target.bucket.name = /b*/`];
    expect(across(home, host, "OBJECT_READ", { "target.bucket.name": "b" }).decision).toBe("allowed");
    expect(across(home, host, "OBJECT_READ", { "target.bucket.name": "bb" }).decision).toBe("denied");
  });

  /** The principal is of the one tenancy, the target of the other: each half sees both. */
  test.each<[string, Decision]>([
    ["target.compartment.id = 'ocid1.compartment.oc1..fstores'", "allowed"],
    ["target.compartment.id = 'ocid1.compartment.oc1..stores'", "denied"],
    ["target.compartment.name = 'stores'", "allowed"],
    ["request.user.name = 'ann'", "allowed"],
    ["request.groups.id = 'ocid1.group.oc1..readers'", "allowed"],
    ["request.groups.id = 'ocid1.group.oc1..writers'", "denied"],
  ])("in either half, %s: %s", (condition, decision) => {
    expect(across([F, `${ENDORSE} where ${condition}`], [T, READERS, ADMIT]).decision).toBe(decision);
    expect(across([F, ENDORSE], [T, READERS, `${ADMIT} where ${condition}`]).decision).toBe(decision);
  });

  test("both halves stand in the answer", () => {
    const answer = across([F, ENDORSE], [T, READERS, ADMIT]);
    expect(answer.by.map(({ text }) => text)).toEqual([ENDORSE, ADMIT]);
  });

  test("neither is of use within a tenancy", () => {
    const within = [F, ENDORSE, T, "admit any-user of tenancy T to read objects in tenancy"];
    expect(ask(estateWith([policy("tenancy", ...within)]), "u1", "OBJECT_READ", "stores").decision).toBe("denied");
  });
});

describe("denials of either half (E35)", () => {
  const BOTH: readonly [readonly string[], readonly string[]] = [
    [F, ENDORSE],
    [T, READERS, ADMIT],
  ];
  test.each<[string, "home" | "host", Decision]>([
    ["deny endorse group readers to {OBJECT_READ} in any-tenancy", "home", "denied"],
    ["deny endorse group readers to {OBJECT_READ} in tenancy F", "home", "denied"],
    ["deny endorse group writers to {OBJECT_READ} in any-tenancy", "home", "allowed"],
    ["deny endorse group readers to read objects in any-tenancy", "home", "denied"],
    ["deny endorse group readers to inspect objects in any-tenancy", "home", "undecided"],
    ["deny endorse group readers to manage objects in any-tenancy", "home", "undecided"],
    ["deny any-user to read objects in tenancy", "home", "allowed"],
    ["deny admit any-user of any-tenancy to {OBJECT_READ} in tenancy", "host", "denied"],
    ["deny admit any-user of tenancy T to {OBJECT_READ} in tenancy", "host", "denied"],
    ["deny admit any-user of any-tenancy to {OBJECT_READ} in compartment stores", "host", "denied"],
    ["deny admit any-user of any-tenancy to {BUCKET_READ} in tenancy", "host", "allowed"],
    ["deny any-user to read objects in tenancy", "host", "allowed"],
  ])("%s at %s: %s", (text, side, decision) => {
    const [home, host] = BOTH;
    const answer = side === "home" ? across([...home, text], host) : across(home, [...host, text]);
    expect(answer.decision).toBe(decision);
  });
});

test("whether Administrators of another tenancy are exempt from its denials no page says", () => {
  const open = ["admit any-user of any-tenancy to read objects in tenancy"];
  const closed = [...open, "deny admit any-user of any-tenancy to read objects in tenancy"];
  const decisionFor = (home: readonly string[], host: readonly string[]) =>
    ask(
      estateWith([policy("tenancy", F, ...home)], {}, [otherTenancyWith([policy("tenancy", ...host)])]),
      "adm",
      "OBJECT_READ",
      "stores",
      {},
      OTHER_TENANCY_ID,
    ).decision;
  const ENDORSED = ["endorse any-user to read objects in tenancy F"];
  expect(decisionFor(ENDORSED, open)).toBe("allowed");
  expect(decisionFor(ENDORSED, closed)).toBe("undecided");
  expect(decisionFor([...ENDORSED, "deny endorse any-user to read objects in tenancy F"], open)).toBe("allowed");
});

describe("a stranger comes the same way", () => {
  const ADMITTED = [F, "admit any-user of tenancy F to read objects in compartment stores"];
  test.each<[readonly string[], readonly string[], string, Decision]>([
    [ADMITTED, [T, "endorse any-user to read objects in tenancy T"], "stores", "allowed"],
    [ADMITTED, [T, "endorse any-user to read objects in tenancy T"], "keys", "denied"],
    [ADMITTED, [T, "endorse any-user to read objects in compartment stores of tenancy T"], "stores", "allowed"],
    [ADMITTED, [T, "endorse any-user to read objects in compartment keys of tenancy T"], "stores", "denied"],
    [ADMITTED, [G, "endorse any-user to read objects in tenancy G"], "stores", "denied"],
    [ADMITTED, ["endorse any-user to read objects in any-tenancy"], "stores", "allowed"],
    [[], ["endorse any-user to read objects in any-tenancy"], "stores", "denied"],
    [["allow any-user to read objects in tenancy"], ["endorse any-user to read objects in any-tenancy"], "stores", "denied"],
  ])("%j with %j on %s: %s", (host, home, where, decision) => {
    const estate = estateWith([policy("tenancy", ...host)], {}, [otherTenancyWith([policy("tenancy", ...home)])]);
    expect(ask(estate, "u9 of F", "OBJECT_READ", where).decision).toBe(decision);
  });
});

describe("where one side isn't known", () => {
  const alone = (...statements: readonly string[]) => estateWith([policy("tenancy", ...statements)]);
  test("what is endorsed hangs on the other side", () => {
    expect(ask(alone(F, ENDORSE), "u1", "OBJECT_READ", "stores", {}, OTHER_TENANCY_ID)).toMatchObject({
      decision: "undecided",
      because: expect.stringContaining("takes one that admits"),
    });
  });
  test("what isn't endorsed is denied, whatever the other side says", () => {
    expect(ask(alone(), "u1", "OBJECT_READ", "stores", {}, OTHER_TENANCY_ID).decision).toBe("denied");
  });
  const stranger = { kind: "user", groups: [domainName("Rd")], tenancy: OTHER_TENANCY_ID } as const;
  test("what is admitted hangs on the stranger's side", () => {
    const estate = alone(F, "admit any-user of tenancy F to read objects in tenancy");
    expect(ask(estate, stranger, "OBJECT_READ", "stores").decision).toBe("undecided");
  });
  test("what isn't admitted is denied", () => {
    expect(ask(alone("allow any-user to read objects in tenancy"), stranger, "OBJECT_READ", "stores").decision).toBe("denied");
  });
});

describe("what the service refuses", () => {
  test.each<[string, OciPolicy, string]>([
    ["an endorsement below the root", policy("app", "endorse any-user to read objects in any-tenancy"), "attached to the root"],
    [
      "an admission below the root",
      policy("app", "admit any-user of any-tenancy to read objects in compartment app"),
      "attached to the root",
    ],
    ["a tenancy without a definition", policy("tenancy", ENDORSE), 'defines tenancy "F"'],
    ["a foreign group without a definition", policy("tenancy", T, ADMIT), 'defines group "Rd"'],
  ])("%s", (_name, refused, reason) => {
    expect(refusalsOf(estateWith([refused]))).toEqual([
      expect.objectContaining({ code: "statement/refused", message: expect.stringContaining(reason) }),
    ]);
  });
});

describe("associate (X5): which permissions it gives is written nowhere", () => {
  const JOIN = "endorse group readers to associate local-peering-gateways in tenancy with local-peering-gateways in tenancy F";
  const BACK =
    "admit group Rd of tenancy T to associate local-peering-gateways in tenancy T with local-peering-gateways in tenancy";
  test.each<[string, Decision]>([
    ["LOCAL_PEERING_GATEWAY_UPDATE", "undecided"],
    ["OBJECT_READ", "denied"],
  ])("%s: %s", (permission, decision) => {
    expect(across([F, JOIN], [T, READERS, BACK], permission).decision).toBe(decision);
  });
});
