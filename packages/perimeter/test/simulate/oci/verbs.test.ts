import { describe, expect, test } from "@jest/globals";
import { VERBS } from "oci-policy";
import { expectDecision } from "./support/deciding";

/**
 * What each verb adds, by resource type. Source: OCI documentation, "Details for Verb + Resource-Type Combinations" of
 * Object Storage, Vault, IAM, Audit and Logging.
 */
const TABLE: Readonly<Record<string, readonly [string[], string[], string[], string[]]>> = {
  buckets: [
    ["BUCKET_INSPECT"],
    ["BUCKET_READ"],
    ["BUCKET_UPDATE"],
    ["BUCKET_CREATE", "BUCKET_DELETE", "PAR_MANAGE", "RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK"],
  ],
  objects: [
    ["OBJECT_INSPECT"],
    ["OBJECT_READ"],
    ["OBJECT_OVERWRITE"],
    ["OBJECT_CREATE", "OBJECT_DELETE", "OBJECT_VERSION_DELETE", "OBJECT_RESTORE", "OBJECT_UPDATE_TIER"],
  ],
  keys: [
    ["KEY_INSPECT"],
    ["KEY_READ"],
    ["KEY_ENCRYPT", "KEY_DECRYPT", "KEY_EXPORT", "KEY_SIGN", "KEY_VERIFY"],
    ["KEY_CREATE", "KEY_UPDATE", "KEY_ROTATE", "KEY_DELETE", "KEY_MOVE", "KEY_IMPORT", "KEY_BACKUP", "KEY_RESTORE"],
  ],
  "key-delegate": [[], [], ["KEY_ASSOCIATE", "KEY_DISASSOCIATE"], []],
  "secret-bundles": [["SECRET_BUNDLE_INSPECT"], ["SECRET_BUNDLE_READ"], [], []],
  secrets: [
    ["SECRET_INSPECT"],
    ["SECRET_READ"],
    ["SECRET_UPDATE", "SECRET_ROTATE"],
    ["SECRET_CREATE", "SECRET_DELETE", "SECRET_MOVE"],
  ],
  policies: [["POLICY_READ"], [], [], ["POLICY_UPDATE", "POLICY_CREATE", "POLICY_DELETE"]],
  groups: [["GROUP_INSPECT"], [], ["GROUP_UPDATE"], ["GROUP_CREATE", "GROUP_DELETE"]],
  users: [["USER_INSPECT"], ["USER_READ"], ["USER_UPDATE"], ["USER_CREATE", "USER_DELETE", "USER_APIKEY_ADD"]],
  "audit-events": [[], ["AUDIT_EVENT_READ"], [], []],
  "log-groups": [["LOG_GROUP_INSPECT"], ["LOG_GROUP_READ"], ["LOG_GROUP_UPDATE"], ["LOG_GROUP_CREATE", "LOG_GROUP_DELETE"]],
  "log-content": [[], ["LOG_CONTENT_READ"], ["LOG_CONTENT_PUSH"], []],
  "tag-namespaces": [
    ["TAG_NAMESPACE_INSPECT"],
    [],
    ["TAG_NAMESPACE_USE"],
    ["TAG_NAMESPACE_UPDATE", "TAG_NAMESPACE_CREATE", "TAG_NAMESPACE_MOVE", "TAG_NAMESPACE_DELETE"],
  ],
  compartments: [
    ["COMPARTMENT_INSPECT"],
    [],
    ["COMPARTMENT_UPDATE"],
    ["COMPARTMENT_CREATE", "COMPARTMENT_DELETE", "COMPARTMENT_RECOVER"],
  ],
};

const COMBINATIONS = Object.entries(TABLE).flatMap(([type, levels]) =>
  VERBS.map((verb, level) => ({
    type,
    verb,
    at: levels.slice(0, level + 1).flat(),
    below: levels.slice(0, level).flat(),
    all: levels.flat(),
  })),
);

describe("verbs are cumulative (E5)", () => {
  test.each(COMBINATIONS)(
    "$verb $type gives what it and the verbs before it add, and nothing else",
    ({ verb, type, at, all }) => {
      for (const permission of all)
        expectDecision(at.includes(permission) ? "allowed" : "denied", {
          statements: [`allow group readers to ${verb} ${type} in tenancy`],
          permission,
        });
    },
  );
});

describe("a denied verb takes away what it and the verbs behind it add (E30)", () => {
  test.each(COMBINATIONS)("deny $verb $type leaves what the verbs before it add", ({ verb, type, below, all }) => {
    for (const permission of all)
      expectDecision(below.includes(permission) ? "allowed" : "denied", {
        statements: [`allow group readers to manage ${type} in tenancy`, `deny group readers to ${verb} ${type} in tenancy`],
        permission,
      });
  });
});

describe("families and all-resources (E6)", () => {
  test.each([
    ["read object-family", "OBJECT_READ", "allowed"],
    ["read object-family", "BUCKET_READ", "allowed"],
    ["read object-family", "OBJECT_OVERWRITE", "denied"],
    ["read object-family", "KEY_READ", "denied"],
    ["read secret-family", "SECRET_BUNDLE_READ", "allowed"],
    ["inspect secret-family", "SECRET_BUNDLE_READ", "denied"],
    ["read virtual-network-family", "VCN_READ", "allowed"],
    ["read virtual-network-family", "OBJECT_READ", "denied"],
    ["read all-resources", "OBJECT_READ", "allowed"],
    ["read all-resources", "SECRET_BUNDLE_READ", "allowed"],
    ["inspect all-resources", "OBJECT_READ", "denied"],
    ["inspect all-resources", "POLICY_READ", "allowed"],
    ["use all-resources", "KEY_DECRYPT", "allowed"],
    ["use all-resources", "OBJECT_DELETE", "denied"],
    ["manage all-resources", "OBJECT_DELETE", "allowed"],
    // What no table places belongs to some type, at some verb.
    ["manage all-resources", "VLAN_ATTACH", "allowed"],
    ["use all-resources", "VLAN_ATTACH", "undecided"],
    ["manage all-resources", "NEVER_HEARD_OF", "allowed"],
    ["read all-resources", "NEVER_HEARD_OF", "undecided"],
    ["manage objects", "NEVER_HEARD_OF", "undecided"],
    ["manage virtual-network-family", "VLAN_ATTACH", "undecided"],
    // Which types belong to it isn't confirmed.
    ["read opensearch-family", "OBJECT_READ", "denied"],
    ["read key-family", "KEY_READ", "undecided"],
  ] as const)("%s gives %s: %s", (action, permission, decision) => {
    expectDecision(decision, { statements: [`allow group readers to ${action} in tenancy`], permission });
  });

  test.each([
    ["inspect object-family", "OBJECT_READ", "denied"],
    ["inspect object-family", "BUCKET_INSPECT", "denied"],
    ["read object-family", "OBJECT_INSPECT", "allowed"],
    ["read object-family", "BUCKET_READ", "denied"],
    ["manage object-family", "OBJECT_READ", "allowed"],
    ["manage object-family", "OBJECT_DELETE", "denied"],
    ["manage object-family", "PAR_MANAGE", "denied"],
    ["inspect all-resources", "KEY_DECRYPT", "denied"],
    ["manage all-resources", "KEY_DECRYPT", "allowed"],
    ["manage all-resources", "KEY_DELETE", "denied"],
    ["manage virtual-network-family", "OBJECT_DELETE", "allowed"],
  ] as const)("deny %s leaves %s: %s", (action, permission, decision) => {
    expectDecision(decision, {
      statements: ["allow group readers to manage all-resources in tenancy", `deny group readers to ${action} in tenancy`],
      permission,
    });
  });
});

describe("names of types", () => {
  test.each([
    ["read object", "OBJECT_READ", "allowed"],
    ["read bucket", "BUCKET_READ", "allowed"],
    ["read bucket", "OBJECT_READ", "denied"],
    ["READ Objects", "OBJECT_READ", "allowed"],
    ["read OBJECT-FAMILY", "OBJECT_READ", "allowed"],
    ["read bukets", "BUCKET_READ", "undecided"],
    ["read bukets", "OBJECT_READ", "undecided"],
    ["inspect constructor", "OBJECT_READ", "undecided"],
    ["inspect __proto__", "OBJECT_READ", "undecided"],
  ] as const)("%s gives %s: %s", (action, permission, decision) => {
    expectDecision(decision, { statements: [`allow group readers to ${action} in tenancy`], permission });
  });

  // Of these types not every permission has been published.
  test.each([
    ["inspect analytics-instance", "ANALYTICS_INSTANCE_INSPECT", "allowed"],
    ["use analytics-instance", "ANALYTICS_INSTANCE_USE", "undecided"],
    ["use analytics-instance", "OBJECT_READ", "denied"],
    ["use cloud-shell", "CLOUD_SHELL_USE", "undecided"],
    ["use cloud-shell", "OBJECT_READ", "denied"],
    ["read nosql-rows", "NOSQL_ROWS_READ", "undecided"],
  ] as const)("%s gives %s: %s", (action, permission, decision) => {
    expectDecision(decision, { statements: [`allow group readers to ${action} in tenancy`], permission });
  });
});

describe("lists of permissions (G14)", () => {
  test.each([
    ["{OBJECT_READ}", "OBJECT_READ", "allowed"],
    ["{OBJECT_READ}", "OBJECT_INSPECT", "denied"],
    ["{object_read}", "OBJECT_READ", "allowed"],
    ["{OBJECT_READ, BUCKET_READ}", "BUCKET_READ", "allowed"],
    ["{BUCKET_READ}", "OBJECT_READ", "denied"],
    ["{NEVER_HEARD_OF}", "NEVER_HEARD_OF", "allowed"],
    ["{OBJECT_READ}", "object_read", "allowed"],
  ] as const)("%s gives %s: %s", (action, permission, decision) => {
    expectDecision(decision, { statements: [`allow group readers to ${action} in tenancy`], permission });
  });

  test("a denied list is taken at its word (E30)", () => {
    const statements = ["allow group readers to manage objects in tenancy", "deny group readers to {OBJECT_READ} in tenancy"];
    expectDecision("denied", { statements });
    for (const permission of ["OBJECT_INSPECT", "OBJECT_DELETE"]) expectDecision("allowed", { statements, permission });
  });

  test("a permission that is taken away through one type is gone, whatever type gave it (E30)", () => {
    expectDecision("denied", {
      statements: ["allow group readers to read object-family in tenancy", "deny group readers to read objects in tenancy"],
    });
  });
});

test("the table holds what it says: every permission once a type", () => {
  for (const { all } of COMBINATIONS) expect(new Set(all).size).toBe(all.length);
});
