import { describe, expect, test } from "@jest/globals";
import { parseStatement } from "oci-policy";
import { domainName, refusalsOf } from "../../../src/simulate/oci";
import { callOperation, type TargetName } from "./support/operations";
import { ask, estateWith, otherTenancyWith, type PrincipalName, policy } from "./support/setting";
import { FOREIGN_STATEMENTS, STATEMENTS } from "./support/statements";

/**
 * The worked examples of the language reference, section 7, by their numbers there. A policy is named, or written out; the
 * word before it is where it is attached, else the root. Where the reference marks the rule as unconfirmed, the answer is
 * `undecided`, and what the reference takes for likelier stands behind the rule.
 */
type Row = readonly [
  row: number,
  policies: readonly string[],
  who: PrincipalName,
  operation: string,
  on: TargetName,
  Letter,
  string,
];
type Letter = "A" | "D" | "undecided";

const MULTIPLE = "allow group readers to {OBJECT_CREATE} in compartment stores";
const NAMED = "allow group 'EU'/'ops', readers to read buckets in tenancy";

const ROWS: readonly Row[] = [
  [1, ["P1"], "u1", "ListObjects", "ledger", "A", "E8"],
  [2, ["P1"], "u1", "GetObject", "ledger", "D", "E5"],
  [3, ["P1"], "u1", "HeadObject", "ledger", "A", "E8, either permission"],
  [4, ["P2"], "u1", "GetObject", "ledger", "A", "E5"],
  [5, ["P2"], "u1", "GetBucket", "ledger", "D", "E5, other type"],
  [6, ["P3"], "u1", "GetBucket", "ledger", "A", "E6"],
  [7, ["P3"], "u2", "GetObject", "ledger", "D", "E1"],
  [8, ["P4"], "u2", "PutObject over an existing one", "ledger", "A", "E8"],
  [9, ["P4"], "u2", "PutObject of a new name", "ledger", "D", "E8"],
  [10, ["P4"], "u2", "GetObject", "ledger", "A", "E5, cumulative"],
  [11, ["P5"], "u1", "GetSecretBundle", "keys", "A", "E6"],
  [12, ["P5"], "u1", "Decrypt", "keys", "D", "E8, use level"],
  [13, ["P6"], "u1", "GetObject", "ledger", "A", "G14"],
  [14, ["P6"], "u1", "ListObjects", "ledger", "D", "G14, no cumulation"],
  [15, ["P6"], "u1", "HeadObject", "ledger", "A", "E8"],
  [16, ["app P7"], "u1", "GetBucket", "blue", "A", "E11, E12"],
  [17, ["app:web P7"], "u1", "GetBucket", "web", "A", "E11, own name"],
  [19, ["P8"], "u1", "GetBucket", "web", "A", "E11"],
  [20, ["P8"], "u1", "GetBucket", "app", "D", "E12, never upwards"],
  [21, ["app P8"], "u1", "GetBucket", "web", "undecided", "E11, U17: refused"],
  [25, ["allow group 'Night Shift' to read buckets in tenancy"], "u1", "GetBucket", "ledger", "A", "L6"],
  [26, [NAMED], "u1", "GetBucket", "ledger", "A", "G2"],
  [26, [NAMED], "u3", "GetBucket", "ledger", "A", "G2"],
  [28, ["P10"], "u1", "GetObject", "ledger", "A", "E21"],
  [29, ["P10"], "u1", "GetObject", "scratch", "D", "E2"],
  [30, ["P9"], "u1", "GetBucket", "ledger", "A", "E2"],
  [31, ["P9"], "u1", "ListBuckets", "stores", "D", "E16, E25"],
  [
    32,
    ["allow group readers to read buckets in compartment stores where target.bucket.name = /*ED*/"],
    "u1",
    "GetBucket",
    "ledger",
    "A",
    "E21",
  ],
  [
    33,
    ["allow group readers to read buckets in compartment stores where target.bucket.name = 'led*'"],
    "u1",
    "GetBucket",
    "ledger",
    "undecided",
    "E22, U3: denied",
  ],
  [
    34,
    ["allow group readers to read objects in compartment stores where target.object.name = 'in/*'"],
    "u1",
    "GetObject",
    "in/a",
    "A",
    "E22",
  ],
  [35, ["P12"], "u2", "DeleteObject", "ledger", "D", "E19"],
  [36, ["P12"], "u2", "DeleteObjectVersion", "ledger", "A", "E19"],
  [37, ["P13"], "u2", "DeleteObject", "ledger", "A", "E19, the trap"],
  [
    38,
    [MULTIPLE, "allow group 'Night Shift' to {OBJECT_OVERWRITE} in compartment stores"],
    "u1",
    "RenameObject",
    "ledger",
    "A",
    "E4",
  ],
  [39, [MULTIPLE], "u1", "RenameObject", "ledger", "D", "E1"],
  [
    40,
    ["allow group writers to manage objects in tenancy where request.operation = 'getobject'"],
    "u2",
    "GetObject",
    "ledger",
    "A",
    "E20, E21",
  ],
  [
    40,
    ["allow group writers to manage objects in tenancy where request.operation = 'getobject'"],
    "u2",
    "ListObjects",
    "ledger",
    "D",
    "E20, E21",
  ],
  [41, ["P14"], "u1", "AddUserToGroup", "group writers", "A", "E8"],
  [42, ["P14"], "u1", "AddUserToGroup", "group Payroll", "D", "E21"],
  [43, ["P14"], "u1", "UpdateUser", "user u2", "D", "E16"],
  [44, ["P15"], "u1", "ListGroups", "tenancy", "A", "E17"],
  [48, ["P18"], "svc", "GetObject", "ledger", "A", "S1"],
  [48, ["P18"], "i1", "GetObject", "ledger", "A", "S1"],
  [48, ["P18"], "w1", "GetObject", "ledger", "A", "S1"],
  [49, ["P18"], "anonymous", "GetObject", "ledger", "D", "S1"],
  [49, ["P18"], "u9 of F", "GetObject", "ledger", "D", "S1"],
  [50, ["P19"], "i1", "GetObject", "ledger", "A", "S3"],
  [51, ["P19"], "w1", "GetObject", "ledger", "D", "S5"],
  [52, ["P2"], "i1", "GetObject", "ledger", "D", "S3"],
  [53, ["P20"], "u1", "GetObject", "ledger", "A", "E16"],
  [53, ["P20"], "u2", "GetObject", "ledger", "D", "E16"],
  [53, ["P20"], "i1", "GetObject", "ledger", "D", "E16, missing"],
  [55, ["P21"], "u2", "DeleteBucket", "ledger", "A", "E21"],
  [55, ["P21"], "u2", "DeleteBucket", "scratch", "D", "E21"],
  [56, ["P21"], "u2", "CreateBucket", "a new bucket", "D", "E26"],
  [56, ["P21"], "u2", "ListBuckets", "stores", "D", "E26"],
  [57, ["P22"], "u2", "GetObject", "ledger", "D", "E26, objects"],
  [58, ["P23"], "u2", "GetObject", "ledger", "A", "E22"],
  [58, ["P23"], "u2", "GetObject", "scratch", "D", "E22"],
  [59, ["P24"], "u2", "GetBucket", "blue", "A", "3.5, tags of ancestors"],
  [60, ["P25"], "u2", "GetBucket", "scratch", "undecided", "E16, U1: denied"],
  [61, ["P26"], "u2", "GetBucket", "scratch", "A", "E17, G10"],
  [62, ["app P27"], "u2", "CreatePolicy", "a policy in app of allow and deny", "A", "E23"],
  [63, ["app P28"], "u2", "CreatePolicy", "a policy in app of allow and deny", "D", "E23"],
  [64, ["P11", "N1"], "u2", "GetBucket", "ledger", "A", "E30"],
  [64, ["P11", "N1"], "u2", "DeleteBucket", "ledger", "D", "E30"],
  [65, ["P11", "N1"], "u2", "UpdateBucket", "ledger", "A", "E30, use level untouched"],
  [66, ["P11", "N2"], "u2", "GetBucket", "ledger", "D", "E30"],
  [66, ["P11", "N2"], "u2", "ListBuckets", "stores", "D", "E30"],
  [67, ["P11", "N3"], "u2", "ListObjects", "ledger", "A", "E30, E8"],
  [67, ["P11", "N3"], "u2", "HeadObject", "ledger", "A", "E30, E8"],
  [68, ["P11", "N3"], "u2", "GetObject", "ledger", "D", "E30"],
  [68, ["P11", "N3"], "u2", "PutObject of a new name", "ledger", "D", "E30"],
  [69, ["P11", "N4"], "u2", "GetObject", "ledger", "D", "E30"],
  [69, ["P11", "N4"], "u2", "PutObject of a new name", "ledger", "A", "E30"],
  [69, ["P11", "N4"], "u2", "HeadObject", "ledger", "A", "E30"],
  [71, ["N5"], "adm", "GetObject", "ledger", "A", "S8, E32"],
  [72, ["P2", "stores N5"], "u1", "GetObject", "ledger", "D", "E33"],
  [73, ["P11", "N6"], "u2", "GetObject", "ledger", "A", "E31"],
  [74, ["P19", "N7"], "i1", "GetObject", "ledger", "A", "E34, E16"],
  [75, ["P19", "N8"], "i1", "GetObject", "ledger", "D", "E34"],
  [76, ["P5", "N9"], "u1", "ListEvents", "tenancy", "A", "E31"],
  [77, ["P5", "deny any-user to inspect audit-events in tenancy"], "u1", "ListEvents", "tenancy", "D", "E30"],
  [78, ["X-A"], "u1", "GetObject", "F stores", "D", "X1"],
  [79, ["X-B"], "u1", "GetObject", "F stores", "D", "X1"],
  [80, ["X-A", "X-B"], "u1", "GetObject", "F stores", "A", "X2"],
  [80, ["X-A", "X-B"], "u1", "DeleteObject", "F stores", "D", "X2"],
  [81, ["X-A", "X-B"], "u2", "GetObject", "F stores", "D", "X2"],
  [82, ["X-A"], "u1", "GetObject", "ledger", "D", "X7"],
  [83, ["X-A", "X-C"], "u1", "GetObject", "F stores", "A", "G6, X2"],
  [84, ["X-A", "X-B", "X-D"], "u1", "GetObject", "F stores", "undecided", "E35, U5: denied"],
];

const DECISIONS = { A: "allowed", D: "denied", undecided: "undecided" } as const;

function estateOf(names: readonly string[], changes: Parameters<typeof estateWith>[1] = {}) {
  const foreign = names.flatMap((name) => (name in FOREIGN_STATEMENTS ? [FOREIGN_STATEMENTS[name as "X-B"]] : []));
  const policies = names.filter((name) => !(name in FOREIGN_STATEMENTS)).map(policyOf);
  const others = [otherTenancyWith(foreign.map((statements) => policy("tenancy", ...statements)))];
  return estateWith(policies, changes, others);
}

function policyOf(text: string) {
  const [, attachment = "tenancy", name = text] = /^(\S+) ([PNX]\S*)$/.exec(text) ?? [];
  return policy(attachment, ...(name in STATEMENTS ? STATEMENTS[name as "P1"] : [name]));
}

test.each(ROWS)("%i: under %j %s does %s on %s: %s (%s)", (_row, policies, who, operation, on, letter) => {
  expect(callOperation(estateOf(policies), who, operation, on)).toBe(DECISIONS[letter]);
});

const MIDNIGHT = "request.utc-timestamp.time-of-day";
const SAID = [
  [45, "P16", { "request.region": "PHX" }, "allowed"],
  [45, "P16", { "request.region": "IAD" }, "denied"],
  [47, "P17", { [MIDNIGHT]: "23:30:00Z" }, "allowed"],
  [47, "P17", { [MIDNIGHT]: "05:00:00Z" }, "denied"],
  [47, "P17", { "request.utc-timestamp": "2026-11-24T23:30:00Z" }, "allowed"],
  [47, "P17", { "request.utc-timestamp": "2026-11-24T05:00:00Z" }, "denied"],
] as const;

describe("with what the request says besides", () => {
  test.each(SAID)("%i: under %s with %j GetObject is %s", (_row, name, variables, decision) => {
    expect(callOperation(estateOf([name]), "u1", "GetObject", "ledger", variables)).toBe(decision);
  });

  test("46: a region's full name in a condition is open (3.5, U8: denied)", () => {
    const estate = estateOf(["allow group readers to read objects in tenancy where request.region = 'us-phoenix-1'"]);
    expect(callOperation(estate, "u1", "GetObject", "ledger", { "request.region": "PHX" })).toBe("undecided");
    expect(callOperation(estate, "u1", "GetObject", "ledger", { "request.region": "IAD" })).toBe("denied");
  });
});

test("70: deny statements do nothing where deny policies aren't enabled (E29)", () => {
  expect(callOperation(estateOf(["P11", "N2"], { denyPolicies: false }), "u2", "GetBucket", "ledger")).toBe("allowed");
});

const REFUSED: readonly (readonly [row: number, policy: string, rule: string])[] = [
  [18, "P7", "E11, no direct child"],
  [22, "app P2", "E10, a sibling"],
  [23, "app P5", "E10"],
  [27, "allow group ops to read buckets in tenancy", "G2: Default/ops doesn't exist"],
];

const UNREADABLE: readonly (readonly [row: number, statement: string, rule: string])[] = [
  [24, "allow group Night Shift to read buckets in tenancy", "L6"],
  [54, "allow user u1 to read objects in tenancy", "S6"],
  [85, "admit group Rd of any-tenancy to read objects in tenancy", "G6"],
  [87, "allow group readers to read buckets, objects in tenancy", "G1"],
  [88, "allow group readers to read buckets in tenancy where request.region = 'PHX' and request.region = 'IAD'", "G8"],
  [89, "allow group readers to read buckets in tenancy where target.bucket.name = ledger", "G12"],
  [90, "allow dynamic-group id to use keys in tenancy", "L10"],
  [91, "allow group readers to read buckets in compartment ocid1.compartment.oc1..stores", "G1, no `id`"],
];

describe("what the service refuses to save", () => {
  test.each(REFUSED)("%i: %s (%s)", (_row, name) => {
    expect(refusalsOf(estateOf([name]))).toEqual([expect.objectContaining({ code: "statement/refused" })]);
  });

  test.each(UNREADABLE)("%i: %s (%s)", (_row, text) => {
    expect(refusalsOf(estateOf([text]))).toEqual([expect.objectContaining({ code: "statement/unreadable" })]);
  });

  test("86: and what it doesn't: `to` before a list may be left out (G4)", () => {
    expect(parseStatement("endorse group readers {OBJECT_READ} in any-tenancy").diagnostic).toBeUndefined();
  });
});

test.each([
  ["ocid1.group.oc1..readers", "allowed"],
  ["ocid1.group.oc1..readers-of-before", "denied"],
])("92: a statement is bound to the group that it was saved with (E13): %s", (id, decision) => {
  const [text] = STATEMENTS.P2;
  const saved = { ...policy("tenancy"), statements: [{ text, resolved: text.replace("readers", `id ${id}`), address: "a" }] };
  const groups = [
    { name: domainName("readers"), id: "ocid1.group.oc1..readers", tags: new Map() },
    { name: domainName("Night Shift"), id: "ocid1.group.oc1..night", tags: new Map() },
  ];
  expect(ask(estateWith([saved], { groups }), "u1", "OBJECT_READ", "stores").decision).toBe(decision);
});

const TAGGED = "any {instance.compartment.id = 'ocid1.compartment.oc1..app', tag.ops.team.value}";
const ALL_BUT_I1 = "all {instance.compartment.id = 'ocid1.compartment.oc1..app', instance.id != 'ocid1.instance.oc1..i1'}";
const IN_APP = "instance.compartment.id = 'ocid1.compartment.oc1..app'";
const MEMBERS: readonly (readonly [row: number, rule: string, who: PrincipalName, decision: string, source: string])[] = [
  [93, TAGGED, "an instance in keys, tagged ops.team", "allowed", "S9"],
  [94, ALL_BUT_I1, "i1", "denied", "S10"],
  [94, ALL_BUT_I1, "i2", "allowed", "S10"],
  [95, IN_APP, "an instance in app:web", "undecided", "S10, U12: denied"],
];

describe("matching rules", () => {
  test.each(MEMBERS)("%i: %s has %s: %s (%s)", (_row, rule, who, decision) => {
    const dynamicGroups = [{ name: domainName("dg-app"), id: "ocid1.dynamicgroup.oc1..app", tags: new Map(), rules: [rule] }];
    const estate = estateWith([policy("tenancy", ...STATEMENTS.P19)], { dynamicGroups });
    expect(ask(estate, who, "OBJECT_READ", "stores").decision).toBe(decision);
  });
});

test("every worked example is here", () => {
  const tables: readonly (readonly (readonly [number, ...unknown[]])[])[] = [ROWS, SAID, REFUSED, UNREADABLE, MEMBERS];
  const here = new Set([46, 70, 86, 92, ...tables.flat().map(([row]) => row)]);
  expect([...here].sort((one, other) => one - other)).toEqual(Array.from({ length: 95 }, (_, at) => at + 1));
});
