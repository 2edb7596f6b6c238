import { describe, expect, test } from "@jest/globals";
import { domainName, type OciPrincipal, type OciTenancy } from "../../../../src/simulate/oci";
import { type Case, conditionOf, type Decision, decisionOf } from "../support/deciding";
import { PRINCIPALS, type PrincipalName } from "../support/setting";

/** "General Variables for All Requests": what follows from the principal, the permission and the target. */
describe("what a request says of its principal", () => {
  test.each<[string, PrincipalName, Decision]>([
    ["request.user.id = 'ocid1.user.oc1..u1'", "u1", "allowed"],
    ["request.user.id = 'ocid1.user.oc1..u1'", "u2", "denied"],
    ["request.user.name = 'ann'", "u1", "allowed"],
    ["request.user.name = 'ann'", "u2", "denied"],
    ["request.user.name != 'ann'", "u2", "allowed"],
    ["request.user.name != 'ann'", "i1", "denied"],
    ["request.principal.id = 'ocid1.user.oc1..u1'", "u1", "allowed"],
    ["request.principal.id = 'ocid1.instance.oc1..i1'", "i1", "allowed"],
    ["request.principal.id = 'ocid1.instance.oc1..i1'", "i2", "denied"],
    ["request.principal.id = 'x'", "svc", "undecided"],
    ["request.principal.type = 'user'", "u1", "allowed"],
    ["request.principal.type = 'user'", "i1", "denied"],
    ["request.principal.type = 'instance'", "i1", "allowed"],
    ["request.principal.type = 'workload'", "w1", "allowed"],
    ["request.principal.type = 'service'", "svc", "allowed"],
    ["request.principal.type != 'user'", "svc", "allowed"],
    ["request.groups.id = 'ocid1.group.oc1..readers'", "u1", "allowed"],
    ["request.groups.id = 'ocid1.group.oc1..writers'", "u1", "denied"],
    ["request.groups.id != 'ocid1.group.oc1..writers'", "u1", "allowed"],
    ["request.groups.id != 'ocid1.group.oc1..night'", "u1", "denied"],
    ["request.groups.id = 'ocid1.dynamicgroup.oc1..app'", "i1", "denied"],
    ["request.service.name = 'objectstorage-us-phoenix-1'", "svc", "allowed"],
    ["request.service.name = /objectstorage-*/", "svc", "allowed"],
    ["request.service.name = /objectstorage-*/", "u1", "denied"],
    ["request.principal.compartment.id = 'ocid1.compartment.oc1..app'", "i1", "allowed"],
    ["request.principal.compartment.id = 'ocid1.compartment.oc1..keys'", "i1", "denied"],
    ["request.principal.compartment.id = target.compartment.id", "i1", "denied"],
    ["request.principal.compartment.id = 'ocid1.compartment.oc1..app'", "u1", "denied"],
    ["!request.principal.compartment.id", "u1", "allowed"],
  ])("%s for %s: %s", (condition, who, decision) => expect(conditionOf(condition, {}, { who })).toBe(decision));
});

describe("what a request says of its target and permission", () => {
  test.each<[string, string, Decision]>([
    ["target.compartment.id = 'ocid1.compartment.oc1..stores'", "stores", "allowed"],
    ["target.compartment.id = 'ocid1.compartment.oc1..stores'", "keys", "denied"],
    ["target.compartment.id = 'ocid1.tenancy.oc1..t'", "tenancy", "allowed"],
    ["target.compartment.name = 'stores'", "stores", "allowed"],
    ["target.compartment.name = 'web'", "app:web", "allowed"],
    ["target.compartment.name = 'app'", "app:web", "denied"],
    ["target.compartment.name = 'acme'", "tenancy", "allowed"],
    ["request.permission = 'OBJECT_READ'", "stores", "allowed"],
    ["request.permission = 'object_read'", "stores", "allowed"],
    ["request.permission != 'OBJECT_READ'", "stores", "denied"],
    ["request.permission = /OBJECT_*/", "stores", "allowed"],
    ["all {request.permission = 'OBJECT_READ', request.permission = 'OBJECT_INSPECT'}", "stores", "denied"],
    ["any {request.permission != 'OBJECT_READ', request.permission != 'OBJECT_INSPECT'}", "stores", "allowed"],
  ])("%s on %s: %s", (condition, where, decision) => expect(conditionOf(condition, {}, { where })).toBe(decision));
});

test.each<[string, Record<string, string>, Decision]>([
  ["request.user.name = 'zoe'", { "request.user.name": "zoe" }, "allowed"],
  ["request.user.name = 'ann'", { "request.user.name": "zoe" }, "denied"],
  ["target.compartment.name = 'x'", { "TARGET.compartment.NAME": "x" }, "allowed"],
])("what the request names wins: %s with %j: %s", (condition, variables, decision) => {
  expect(conditionOf(condition, variables)).toBe(decision);
});

const tags = (...all: readonly (readonly [string, string])[]) => new Map(all);

/** "Using Tags to Manage Access". */
describe("tags of groups, dynamic groups and compartments", () => {
  const tenancy: Partial<OciTenancy> = {
    groups: [
      { name: domainName("readers"), tags: tags(["fin.team", "red"]) },
      { name: domainName("Night Shift"), tags: tags(["fin.team", "blue"], ["ops.shift", "night"]) },
      { name: domainName("writers"), tags: tags() },
    ],
    dynamicGroups: [
      {
        name: domainName("dg-app"),
        tags: tags(["fin.team", "green"]),
        rules: ["instance.compartment.id = 'ocid1.compartment.oc1..app'"],
      },
    ],
  };
  const ASKED: Partial<Case> = { tenancy };
  test.each<[string, PrincipalName, string, Decision]>([
    ["request.principal.group.tag.fin.team = 'red'", "u1", "stores", "allowed"],
    ["request.principal.group.tag.fin.team = 'blue'", "u1", "stores", "allowed"],
    ["request.principal.group.tag.fin.team = 'green'", "u1", "stores", "denied"],
    ["request.principal.group.tag.fin.team != 'blue'", "u1", "stores", "denied"],
    ["request.principal.group.tag.fin.team != 'green'", "u1", "stores", "allowed"],
    ["request.principal.group.tag.ops.shift = '*'", "u1", "stores", "allowed"],
    ["request.principal.group.tag.fin.team = '*'", "u2", "stores", "denied"],
    ["request.principal.group.tag.fin.team = 'green'", "i1", "stores", "allowed"],
    ["request.principal.group.tag.fin.team = 'green'", "w1", "stores", "denied"],
    ["request.principal.compartment.tag.fin.zone = 'x'", "i1", "stores", "allowed"],
    ["request.principal.compartment.tag.fin.zone = 'x'", "u1", "stores", "denied"],
    ["target.resource.compartment.tag.fin.zone = 'x'", "u1", "app", "allowed"],
    ["target.resource.compartment.tag.fin.zone = 'x'", "u1", "app:web:blue", "allowed"],
    ["target.resource.compartment.tag.fin.zone = 'x'", "u1", "stores", "denied"],
    ["target.resource.compartment.tag.fin.zone = 'y'", "u1", "app", "denied"],
  ])("%s for %s on %s: %s", (condition, who, where, decision) => {
    expect(conditionOf(condition, {}, { ...ASKED, who, where })).toBe(decision);
  });

  test.each<[string, Decision]>([
    ["request.principal.group.tag.fin.team = 'red'", "allowed"],
    ["request.principal.group.tag.fin.team != 'red'", "denied"],
    ["request.principal.group.tag.fin.team = 'blue'", "undecided"],
    ["request.principal.group.tag.fin.team != 'blue'", "undecided"],
  ])("a group whose tags aren't known leaves open what the others don't settle: %s: %s", (condition, decision) => {
    const [readers] = tenancy.groups ?? [];
    const unread = { name: domainName("Night Shift"), tags: { unknown: "they are known only after apply" } };
    const groups = readers ? [readers, unread] : [];
    expect(conditionOf(condition, {}, { tenancy: { groups } })).toBe(decision);
  });
});

describe("what the lists leave out", () => {
  const open: Partial<Case> = { tenancy: { complete: false, dynamicGroups: [], compartments: [] } };
  const denied = (condition: string, who: PrincipalName) =>
    decisionOf({
      ...open,
      who,
      statements: ["allow any-user to read objects in tenancy", `deny any-user to read objects in tenancy where ${condition}`],
    });
  test.each<[string, PrincipalName]>([
    ["request.principal.group.tag.fin.team = 'red'", "i1"],
    ["request.principal.compartment.tag.fin.zone = 'x'", "i1"],
    ["request.principal.compartment.id = 'x'", "i1"],
    ["target.resource.compartment.tag.fin.zone = 'x'", "u1"],
    ["target.compartment.id = 'x'", "u1"],
    ["target.compartment.id = request.principal.compartment.id", "i1"],
    ["request.permission = target.compartment.id", "u1"],
  ])("gives nothing, and is no way past a denial: %s for %s", (condition, who) => {
    expect(conditionOf(condition, {}, { ...open, who })).toBe("denied");
    expect(denied(condition, who)).toBe("undecided");
  });
});

describe("tags of the target are no condition on what lists or creates, nor on what the page excludes (E26)", () => {
  const TAG = "target.resource.tag.fin.class";
  const HELD = { [TAG]: "gold" };
  test.each<[string, Record<string, string>, Decision]>([
    ["BUCKET_UPDATE", {}, "allowed"],
    ["BUCKET_DELETE", {}, "allowed"],
    ["BUCKET_CREATE", {}, "denied"],
    ["BUCKET_INSPECT", { "request.operation": "ListBuckets" }, "denied"],
    ["BUCKET_INSPECT", { "request.operation": "HeadBucket" }, "allowed"],
    ["BUCKET_INSPECT", {}, "undecided"],
    ["OBJECT_READ", {}, "denied"],
    ["OBJECT_DELETE", {}, "denied"],
    ["INSTANCE_POWER_ACTIONS", {}, "denied"],
    ["INSTANCE_UPDATE", {}, "allowed"],
    ["INSTANCE_POOL_UPDATE", {}, "denied"],
    ["DATABASE_DELETE", {}, "denied"],
    ["VNIC_UPDATE", {}, "denied"],
    ["KEY_ENCRYPT", {}, "denied"],
    ["REPOSITORY_DELETE", {}, "undecided"],
  ])("%s with %j: %s", (permission, variables, decision) => {
    expect(conditionOf(`${TAG} = 'gold'`, { ...HELD, ...variables }, { permission })).toBe(decision);
  });

  test("nor are tags of a bucket on ListBuckets", () => {
    const held = { "target.bucket.tag.fin.class": "gold" };
    const condition = "target.bucket.tag.fin.class = 'gold'";
    const asked = { permission: "BUCKET_INSPECT" };
    expect(conditionOf(condition, { ...held, "request.operation": "ListBuckets" }, asked)).toBe("denied");
    expect(conditionOf(condition, { ...held, "request.operation": "HeadBucket" }, asked)).toBe("allowed");
  });
});

/** "Managing Network Sources", "Support for Network Sources". */
describe("network sources", () => {
  const networkSources = [
    {
      name: "office",
      publicAddresses: ["203.0.113.0/24", "198.51.100.7", "2001:db8::/32"],
      networks: [{ vcnId: "ocid1.vcn.oc1..v", addresses: ["10.0.0.0/16"] }],
    },
    { name: "lab", publicAddresses: ["203.0.113.128/25"], networks: [] },
  ];
  const V = "request.networkSource.name";
  const IP = "request.ipv4.ipaddress";
  const VCN = "request.vcn.id";
  test.each<[string, Record<string, string>, Decision]>([
    [`${V} = 'office'`, { [IP]: "203.0.113.9" }, "allowed"],
    [`${V} = 'lab'`, { [IP]: "203.0.113.9" }, "denied"],
    [`${V} = 'lab'`, { [IP]: "203.0.113.200" }, "allowed"],
    [`${V} = 'office'`, { [IP]: "203.0.113.200" }, "allowed"],
    [`${V} != 'lab'`, { [IP]: "203.0.113.200" }, "denied"],
    [`${V} = 'office'`, { [IP]: "198.51.100.7" }, "allowed"],
    [`${V} = 'office'`, { [IP]: "198.51.100.8" }, "denied"],
    [`${V} = 'office'`, { [IP]: "2001:db8::1" }, "allowed"],
    [`${V} = 'office'`, { [IP]: "2001:db9::1" }, "denied"],
    [`${V} = 'office'`, { [IP]: "10.0.3.4", [VCN]: "ocid1.vcn.oc1..v" }, "allowed"],
    [`${V} = 'office'`, { [IP]: "10.1.3.4", [VCN]: "ocid1.vcn.oc1..v" }, "denied"],
    [`${V} = 'office'`, { [IP]: "10.0.3.4", [VCN]: "ocid1.vcn.oc1..w" }, "denied"],
    [`${V} = 'office'`, { [IP]: "10.0.3.4" }, "denied"],
    [`${V} = 'office'`, { [IP]: "home" }, "undecided"],
    [`${V} = 'office'`, { [V]: "office" }, "allowed"],
    [`${V} = 'office'`, { [V]: "OFFICE" }, "allowed"],
    [`${V} = 'office'`, {}, "denied"],
    [`${V} != 'office'`, {}, "denied"],
  ])("%s with %j: %s", (condition, variables, decision) => {
    expect(conditionOf(condition, variables, { tenancy: { networkSources } })).toBe(decision);
  });

  test.each<[string, Decision]>([
    ["BUCKET_READ", "allowed"],
    ["INSTANCE_READ", "allowed"],
    ["VOLUME_UPDATE", "allowed"],
    ["KEY_DECRYPT", "undecided"],
    ["SECRET_BUNDLE_READ", "undecided"],
    ["VCN_READ", "undecided"],
    ["LOG_CONTENT_READ", "undecided"],
  ])("a service that isn't on the list of those that tell it leaves it open: %s: %s", (permission, decision) => {
    expect(conditionOf(`${V} = 'office'`, { [V]: "office" }, { permission })).toBe(decision);
  });

  test("a source whose addresses aren't known leaves open what the others don't settle", () => {
    const unread = { name: "plant", publicAddresses: { unknown: "they are a variable" }, networks: [] };
    const asked = { tenancy: { networkSources: [...networkSources, unread] } };
    const held = { [IP]: "203.0.113.9" };
    expect(conditionOf(`${V} = 'office'`, held, asked)).toBe("allowed");
    expect(conditionOf(`${V} = 'plant'`, held, asked)).toBe("undecided");
    expect(conditionOf(`${V} != 'office'`, held, asked)).toBe("denied");
  });

  test("a block that is none is never taken for empty", () => {
    const broken = [{ name: "office", publicAddresses: ["203.0.113.0/40"], networks: [] }];
    expect(conditionOf(`${V} = 'office'`, { [IP]: "203.0.113.9" }, { tenancy: { networkSources: broken } })).toBe("undecided");
  });
});

test("a second factor is told by tenancies without identity domains only", () => {
  const condition = "request.user.mfaTotpVerified = 'true'";
  expect(conditionOf(condition, { "request.user.mfaTotpVerified": "true" })).toBe("undecided");
  expect(conditionOf(condition)).toBe("denied");
});

test("a principal of every kind has a type, but nobody", () => {
  const kinds = new Set(Object.values(PRINCIPALS).map(({ kind }: OciPrincipal) => kind));
  expect([...kinds].sort()).toEqual(["anonymous", "resource", "service", "user"]);
});
