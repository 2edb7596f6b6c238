import { describe, expect, test } from "@jest/globals";
import { isPermission, servicesOf } from "oci-policy";
import * as lists from "../../../../constructs/oci/policy/permissions";
import catalogue from "../../../../packages/oci-policy/data/permissions.json";
import { FORBIDDEN, unknownForbidden } from "../../../support/statements";

const LISTS = Object.entries(lists) as [keyof typeof lists, readonly string[]][];

/** Of a service for its own work, or of whoever makes a copy, for that operation alone. */
const EXCEPTIONS: Partial<Record<keyof typeof lists, readonly string[]>> = {
  EVIDENCE_LOCK: ["RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK"],
  LIFECYCLE_SERVICE: ["OBJECT_VERSION_DELETE"],
  REPLICATION: ["OBJECT_RESTORE"],
  VAULT_REPLICATE: ["VAULT_REPLICATE"],
  VAULT_REPLICATION_SERVICE: ["VAULT_UPDATE", "VAULT_REPLICATE"],
};

test("the forbidden permissions exist", () => expect(unknownForbidden).toEqual([]));

describe.each(LISTS)("%s", (name, permissions) => {
  test("names permissions of the catalogue, each once", () => {
    expect(permissions.filter((permission) => !isPermission(permission))).toEqual([]);
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(permissions.length).toBeGreaterThan(0);
  });

  test("holds nothing that nobody gets", () => {
    const forbidden = permissions.filter((permission) => (FORBIDDEN as readonly string[]).includes(permission));
    expect(forbidden).toEqual(EXCEPTIONS[name] ?? []);
  });
});

// Reads, by what they open: a list that opens it by mistake shows up here.
test.each([
  ["OBJECT_READ", ["OBJECTS_COPY", "OBJECTS_READ", "REPLICATION", "STATE_WRITE"]],
  ["OBJECT_DELETE", ["LIFECYCLE_SERVICE", "LIFECYCLE_SET", "OBJECTS_DELETE", "REPLICATION", "STATE_WRITE"]],
  ["BUCKET_UPDATE", ["EVIDENCE_LOCK", "LIFECYCLE_SET", "REPLICATION"]],
  ["OBJECT_OVERWRITE", ["EVIDENCE_WRITE", "OBJECTS_WRITE", "REPLICATION", "STATE_WRITE"]],
  ["AUDIT_EVENT_READ", ["BOUNDARY_RECORDS", "IDENTITIES_METADATA"]],
  ["LOG_CONTENT_READ", ["LOGS_READ"]],
  ["ONS_TOPIC_SUBSCRIBE", ["TOPIC_SUBSCRIBE"]],
  ["VAULT_REPLICATE", ["VAULT_REPLICATE", "VAULT_REPLICATION_SERVICE"]],
  ["AUTONOMOUS_DATABASE_CONTENT_READ", ["DATABASE_WALLET"]],
  ["SECRET_BUNDLE_READ", ["SECRET_READ"]],
  ["KEY_DECRYPT", ["KEY_SERVICE_USE"]],
  ["POLICY_UPDATE", ["BOUNDARY_ADMINISTER"]],
  ["NETWORK_SOURCE_UPDATE", ["BOUNDARY_ADMINISTER"]],
  ["LOAD_BALANCER_UPDATE", ["EDGE_LOAD_BALANCERS"]],
  ["DNS_RECORD_UPDATE", ["EDGE_NAMES"]],
  ["HEALTH_CHECK_MONITOR_MANAGE", ["EDGE_NAMES"]],
  ["INTERNET_GATEWAY_CREATE", ["EDGE_ADDRESSES"]],
  ["CERTIFICATE_UPDATE", ["EDGE_CERTIFICATES"]],
  ["CERTIFICATE_BUNDLE_READ", []],
  ["DNS_ZONE_DELETE", []],
  ["PUBLIC_IP_DELETE", []],
])("%s is in %j and in no other list", (permission, expected) => {
  expect(
    LISTS.filter(([, permissions]) => permissions.includes(permission))
      .map(([name]) => name)
      .sort(),
  ).toEqual(expected);
});

test.each([
  ["PutObjectLifecyclePolicy", lists.LIFECYCLE_SET],
  ["CreateReplicationPolicy", lists.REPLICATION],
  ["CreateVaultReplica", lists.VAULT_REPLICATE],
  ["GenerateAutonomousDatabaseWallet", lists.DATABASE_WALLET],
])("what is granted for %s alone is exactly what it asks for", (operation, granted) => {
  const { permissions } = catalogue.operations[operation as "PutObjectLifecyclePolicy"];
  expect([...granted].sort()).toEqual([...permissions].sort());
});

test.each([
  ["BUCKET", "objectstorage"],
  ["OBJECTS", "objectstorage"],
  ["REPLICATION", "objectstorage"],
  ["DATABASE", "database"],
  ["KEY", "kms"],
  ["SECRET", "kms"],
  ["VAULT", "kms"],
  ["METRICS", "monitoring"],
  ["IMAGES", "artifacts"],
])("lists of %s are about %s alone", (prefix, service) => {
  const named = LISTS.filter(([name]) => name.startsWith(prefix));
  expect([...new Set(named.flatMap(([, permissions]) => permissions.flatMap(servicesOf)))]).toEqual([service]);
});
