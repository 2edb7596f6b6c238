import { changes, type Pair, removes, type There, there, wants, within } from "./pair";

const ROOT = "ocid1.tenancy.oc1..t";
const BUCKET = "oci_objectstorage_bucket";
const ASHBURN = { region: "us-ashburn-1" };
const args = (name: string, more = {}) => ({ compartment_id: ROOT, namespace: "ns", name, ...more });
const bucket = (name: string, more = {}, provider?: object) => there(name, BUCKET, args(name, more), provider as never);
const keeping = (more = {}) => ({
  retention_rules: [{ display_name: "keep", duration: [{ time_amount: "30", time_unit: "DAYS" }], ...more }],
});
const days = (amount: number, locked = "2026-01-01T00:00:00Z") => ({
  retention_rules: [
    { display_name: "keep", duration: [{ time_amount: String(amount), time_unit: "DAYS" }], time_rule_locked: locked },
  ],
});
const object = there("o", "oci_objectstorage_object", { namespace: "ns", bucket: "b", object: "a", content: "x" });
const replication = (from: string, to: string, region = "us-ashburn-1") => ({
  namespace: "ns",
  bucket: from,
  name: "r",
  destination_bucket_name: to,
  destination_region_name: region,
});
const REPLICATION = "oci_objectstorage_replication_policy";
const replicated = (from: string, to: string, region = "us-ashburn-1", provider?: object) =>
  there(`${from}-r`, REPLICATION, replication(from, to, region), provider as never);
const DR = bucket("dr", {}, ASHBURN);
const LIFECYCLE = "oci_objectstorage_object_lifecycle_policy";
const lifecycle = (action: string, target: string) => ({
  namespace: "ns",
  bucket: "b",
  rules: [{ name: "r", action, target, time_amount: "7", time_unit: "DAYS", is_enabled: true }],
});
const service = there("service", "oci_identity_policy", {
  compartment_id: ROOT,
  name: "p",
  description: "p",
  statements: ["allow service objectstorage-us-phoenix-1 to manage object-family in tenancy"],
});
const endpoint = (targets: number) => ({
  compartment_id: ROOT,
  namespace: "ns",
  name: "pe",
  prefix: "pe",
  subnet_id: "ocid1.subnet.oc1.phx.aaa",
  access_targets: Array.from({ length: targets }, (_, at) => ({ namespace: "ns", compartment_id: ROOT, bucket: `b${at}` })),
});
const link = (time_expires: string) => ({
  namespace: "ns",
  bucket: "b",
  name: "l",
  access_type: "ObjectRead",
  object_name: "a",
  time_expires,
});

const vault = (name = "v", more = {}) =>
  there(name, "oci_kms_vault", { compartment_id: ROOT, display_name: name, vault_type: "DEFAULT", ...more });
const keyArgs = (more = {}, of = "v") => ({
  compartment_id: ROOT,
  display_name: "k",
  management_endpoint: `\${${of}.management_endpoint}`,
  key_shape: [{ algorithm: "AES", length: 32 }],
  ...more,
});
const key = (name = "k", of = "v") => there(name, "oci_kms_key", keyArgs({}, of));
const secret = (more = {}) => ({ compartment_id: ROOT, secret_name: "s", vault_id: "${v.id}", key_id: "${k.id}", ...more });
const target = {
  target_region: "us-ashburn-1",
  target_vault_id: "ocid1.vault.oc1.iad.v.aaa",
  target_key_id: "ocid1.key.oc1.iad.k.aaa",
};

const DATABASE = "oci_database_autonomous_database";
const database = (more = {}) => ({ compartment_id: ROOT, db_name: "ledger", display_name: "ledger", ...more });
const encrypted = { encryption_key: [{ autonomous_database_provider: "OCI", kms_key_id: "${k.id}", vault_id: "${v.id}" }] };
const primary = (more = {}) => there("primary", DATABASE, database(more));
const standby = { source: "CROSS_REGION_DISASTER_RECOVERY", source_id: "${primary.id}", remote_disaster_recovery_type: "ADG" };
const across = (world: readonly There[]) => ({ there: world, wants: database(standby), provider: ASHBURN });
const vaultReplica = there("replica", "oci_kms_vault_replication", { vault_id: "${v.id}", replica_region: "us-ashburn-1" });

export const OCI_STORES: Readonly<Record<string, Pair>> = {
  "objectstorage/bucket-name": wants(BUCKET, args("user media"), args("user-media")),
  "objectstorage/versioning-with-retention": wants(
    BUCKET,
    args("b", { versioning: "Enabled", ...keeping() }),
    args("b", keeping()),
  ),
  "objectstorage/versioning-disabled-again": changes(
    BUCKET,
    args("b", { versioning: "Enabled" }),
    { versioning: "Disabled" },
    { versioning: "Suspended" },
  ),
  "objectstorage/lock-too-soon": wants(
    BUCKET,
    args("b", keeping({ time_rule_locked: "2026-01-20T00:00:00Z" })),
    args("b", keeping({ time_rule_locked: "2026-01-29T00:00:00Z" })),
  ),
  "objectstorage/lock-without-end": wants(
    BUCKET,
    args("b", keeping({ duration: [], time_rule_locked: "2026-03-01T00:00:00Z" })),
    args("b", keeping({ duration: [] })),
  ),
  "objectstorage/too-many-rules": wants(
    BUCKET,
    args("b", { retention_rules: Array.from({ length: 101 }, (_, at) => ({ display_name: `r${at}` })) }),
    args("b", { retention_rules: Array.from({ length: 100 }, (_, at) => ({ display_name: `r${at}` })) }),
  ),
  "objectstorage/locked-rule-shortened": changes(BUCKET, args("b", days(30)), days(29), days(31)),
  "objectstorage/rules-on-destination": within(
    BUCKET,
    args("b", keeping()),
    [replicated("a", "b", "us-phoenix-1")],
    [replicated("a", "c", "us-phoenix-1")],
  ),
  "objectstorage/kept-objects": removes(bucket("b", keeping()), [object]),
  "objectstorage/bucket-not-empty": removes(bucket("b"), [object]),
  "objectstorage/source-of-replication": removes(bucket("b"), [DR, replicated("b", "dr")]),
  "objectstorage/replication-source-missing": within(REPLICATION, replication("b", "dr"), [DR], [DR, bucket("b")]),
  "objectstorage/replication-destination-missing": within(
    REPLICATION,
    replication("b", "dr"),
    [bucket("b"), bucket("dr")],
    [bucket("b"), DR],
  ),
  "objectstorage/replication-to-itself": wants(REPLICATION, replication("b", "b", "us-phoenix-1"), replication("b", "dr"), [
    bucket("b"),
    DR,
  ]),
  "objectstorage/replication-onward": within(
    REPLICATION,
    replication("b", "dr"),
    [bucket("b"), DR, bucket("a", {}, ASHBURN), replicated("a", "b", "us-phoenix-1", ASHBURN)],
    [bucket("b"), DR],
  ),
  "objectstorage/replication-into-retention": within(
    REPLICATION,
    replication("b", "dr"),
    [bucket("b"), bucket("dr", keeping(), ASHBURN)],
    [bucket("b"), DR],
  ),
  "objectstorage/replication-into-source": within(
    REPLICATION,
    replication("b", "dr"),
    [bucket("b"), DR, bucket("c"), replicated("dr", "c", "us-phoenix-1", ASHBURN)],
    [bucket("b"), DR],
  ),
  "objectstorage/read-only-destination": {
    type: "oci_objectstorage_object",
    refused: {
      there: [bucket("a"), DR, replicated("a", "dr")],
      wants: { namespace: "ns", bucket: "dr", object: "x" },
      provider: ASHBURN,
    },
    passes: { there: [bucket("a"), DR], wants: { namespace: "ns", bucket: "dr", object: "x" }, provider: ASHBURN },
  },
  "objectstorage/kept-object": removes(object, [bucket("b", keeping())], [bucket("b")]),
  "objectstorage/lifecycle-permission": within(LIFECYCLE, lifecycle("DELETE", "objects"), [bucket("b")], [bucket("b"), service]),
  "objectstorage/abort-of-objects": wants(LIFECYCLE, lifecycle("ABORT", "objects"), lifecycle("ABORT", "multipart-uploads"), [
    bucket("b"),
    service,
  ]),
  "objectstorage/too-many-targets": wants("oci_objectstorage_private_endpoint", endpoint(11), endpoint(10)),
  "objectstorage/link-in-the-past": wants(
    "oci_objectstorage_preauthrequest",
    link("2026-01-01T00:00:00Z"),
    link("2026-02-01T00:00:00Z"),
    [bucket("b")],
  ),
  "kms/vault-missing": wants(
    "oci_kms_key",
    keyArgs({ management_endpoint: "https://kms.us-phoenix-1.oraclecloud.com" }),
    keyArgs(),
    [vault()],
  ),
  "kms/key-length": wants("oci_kms_key", keyArgs({ key_shape: [{ algorithm: "AES", length: 256 }] }), keyArgs(), [vault()]),
  "kms/rotation-of-virtual-vault": within(
    "oci_kms_key",
    keyArgs({ is_auto_rotation_enabled: true }),
    [vault()],
    [vault("v", { vault_type: "VIRTUAL_PRIVATE" })],
  ),
  "kms/rotation-interval": wants(
    "oci_kms_key",
    keyArgs({ auto_key_rotation_details: [{ rotation_interval_in_days: 30 }] }),
    keyArgs({ auto_key_rotation_details: [{ rotation_interval_in_days: 90 }] }),
    [vault()],
  ),
  "kms/deletion-window": wants(
    "oci_kms_vault",
    { compartment_id: ROOT, display_name: "x", vault_type: "DEFAULT", time_of_deletion: "2026-01-16T00:00:00Z" },
    { compartment_id: ROOT, display_name: "x", vault_type: "DEFAULT", time_of_deletion: "2026-01-29T00:00:00Z" },
  ),
  "kms/key-of-kept-objects": {
    type: "oci_kms_key",
    refused: { there: [vault(), key(), bucket("b", { kms_key_id: "${k.id}", ...keeping() }), object], removes: "k" },
    passes: { there: [vault(), key(), bucket("b", keeping()), object], removes: "k" },
  },
  "kms/key-of-store": {
    type: "oci_kms_key",
    refused: { there: [vault(), key(), bucket("b", { kms_key_id: "${k.id}" })], removes: "k" },
    passes: { there: [vault(), key(), bucket("b")], removes: "k" },
  },
  "kms/vault-of-stores": {
    type: "oci_kms_vault",
    refused: { there: [vault(), key(), primaryWith()], removes: "v" },
    passes: { there: [vault(), key(), primary()], removes: "v" },
  },
  "kms/replica-at-home": wants(
    "oci_kms_vault_replication",
    { vault_id: "${v.id}", replica_region: "us-phoenix-1" },
    { vault_id: "${v.id}", replica_region: "us-ashburn-1" },
    [vault()],
  ),
  "vault/secret-key-of-another-vault": within(
    "oci_vault_secret",
    secret(),
    [vault(), vault("other"), key("k", "other")],
    [vault(), key()],
  ),
  "vault/too-many-replicas": wants(
    "oci_vault_secret",
    secret({ replication_config: [{ replication_targets: [target, target, target, target] }] }),
    secret({ replication_config: [{ replication_targets: [target] }] }),
    [vault(), key()],
  ),
  "database/name": wants(DATABASE, database({ db_name: "us-ledger" }), database()),
  "database/groups-without-subnet": wants(
    DATABASE,
    database({ nsg_ids: ["ocid1.networksecuritygroup.oc1.phx.aaa"] }),
    database({ nsg_ids: ["ocid1.networksecuritygroup.oc1.phx.aaa"], subnet_id: "ocid1.subnet.oc1.phx.aaa" }),
  ),
  "database/backup-retention": wants(
    DATABASE,
    database({ backup_retention_period_in_days: 90 }),
    database({ backup_retention_period_in_days: 60 }),
  ),
  "database/locked-backups-shortened": changes(
    DATABASE,
    database({ is_backup_retention_locked: true, backup_retention_period_in_days: 30 }),
    { backup_retention_period_in_days: 20 },
    { backup_retention_period_in_days: 40 },
  ),
  "database/standby-without-primary": {
    type: DATABASE,
    refused: { wants: database({ ...standby, source_id: "ocid1.autonomousdatabase.oc1.phx.nobody" }), provider: ASHBURN },
    passes: across([primary()]),
  },
  "database/second-standby": {
    type: DATABASE,
    refused: across([vault(), key(), primaryWith(), vaultReplica, there("first", DATABASE, database(standby), ASHBURN)]),
    passes: across([vault(), key(), primaryWith(), vaultReplica]),
  },
  "database/standby-without-vault": {
    type: DATABASE,
    refused: across([vault(), key(), primaryWith()]),
    passes: across([vault(), key(), primaryWith(), vaultReplica]),
  },
  "database/primary-of-standby": removes(primary(), [there("first", DATABASE, database(standby), ASHBURN)]),
};

function primaryWith(): There {
  return primary(encrypted);
}
