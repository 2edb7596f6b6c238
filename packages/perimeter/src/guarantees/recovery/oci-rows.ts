import type { OciDetour } from "../../detours/row";

const OBJECTS = "Details for Object Storage, Archive Storage, and Data Transfer: permissions required for each API operation";
const VAULTS = "Details for the Vault Service: permissions required for each API operation";
const BUCKET = ["oci_objectstorage_bucket"];

const onBucket = (id: string, says: string, needs: OciDetour["needs"], more: Partial<OciDetour> = {}): OciDetour => ({
  id,
  source: OBJECTS,
  needs,
  at: "asset",
  yields: "control",
  of: BUCKET,
  says,
  ...more,
});

const LIFECYCLE = onBucket(
  "DES-OBJ-3",
  "may put a lifecycle rule that deletes its objects and their versions",
  [["BUCKET_UPDATE", "OBJECT_CREATE", "OBJECT_DELETE"]],
  { operation: "PutObjectLifecyclePolicy" },
);

/** Where nothing is kept of what is deleted or overwritten. */
export const WRITING: readonly OciDetour[] = [
  onBucket("DES-OBJ-1", "may delete or overwrite its objects", [["OBJECT_DELETE"], ["OBJECT_OVERWRITE"]]),
  LIFECYCLE,
];

export const OVERWRITING: readonly OciDetour[] = [onBucket("DES-OBJ-5", "may overwrite its objects", [["OBJECT_OVERWRITE"]])];

/** Where versions are kept. */
export const PURGING: readonly OciDetour[] = [
  onBucket("DES-OBJ-2", "may delete its objects and their versions", [["OBJECT_DELETE", "OBJECT_VERSION_DELETE"]], {
    source: `Using Object Versioning; ${OBJECTS}`,
  }),
  LIFECYCLE,
];

export const SUSPENDING: readonly OciDetour[] = [
  onBucket("DES-OBJ-4", "may suspend its versioning", [["BUCKET_UPDATE"]], { operation: "UpdateBucket" }),
];

const RULE = ["BUCKET_UPDATE", "RETENTION_RULE_MANAGE"];

/** A retention rule that isn't locked yet is removed or shortened. */
export const LIFTING: readonly OciDetour[] = [
  onBucket("DES-RET-1", "may remove its retention rule", [RULE], { operation: "DeleteRetentionRule" }),
  onBucket("DES-RET-2", "may shorten its retention rule", [RULE], { operation: "UpdateRetentionRule" }),
];

export const LIFTING_AND_DELETING: readonly OciDetour[] = [
  onBucket("DES-RET-3", "may remove its retention rule, and delete its objects", [
    [...RULE, "OBJECT_DELETE"],
    [...RULE, "OBJECT_OVERWRITE"],
  ]),
];

const ofType = (id: string, type: string, permission: string, says: string, source: string): OciDetour => ({
  id,
  source,
  needs: [[permission]],
  at: "asset",
  yields: "control",
  of: [type],
  says,
});

const DATABASES = "Details for Autonomous Database on Serverless: permissions required for each API operation";
const CORE = "Details for the Core Services: permissions required for each API operation";

export const BACKUPS: readonly OciDetour[] = [
  ofType(
    "DES-ADB-3",
    "oci_database_autonomous_database",
    "AUTONOMOUS_DATABASE_UPDATE",
    "may shorten how long its backups are kept",
    DATABASES,
  ),
];

/** What is deleted as a whole. A bucket isn't, nor a compartment: each has to be empty first. */
export const TYPES: readonly OciDetour[] = [
  ofType("DES-ADB-1", "oci_database_autonomous_database", "AUTONOMOUS_DATABASE_DELETE", "may terminate the database", DATABASES),
  ofType(
    "DES-ADB-2",
    "oci_database_autonomous_database_backup",
    "AUTONOMOUS_DB_BACKUP_DELETE",
    "may delete the backup",
    DATABASES,
  ),
  ofType("DES-VOL-1", "oci_core_volume", "VOLUME_DELETE", "may delete the volume", CORE),
  ofType("DES-VOL-2", "oci_core_boot_volume", "VOLUME_DELETE", "may delete the volume", CORE),
  ofType("DES-VOL-3", "oci_core_volume_backup", "VOLUME_BACKUP_DELETE", "may delete the backup", CORE),
  ofType(
    "DES-FSS-1",
    "oci_file_storage_file_system",
    "FILE_SYSTEM_DELETE",
    "may delete the file system",
    "Details for the File Storage Service: permissions required for each API operation",
  ),
  ofType(
    "DES-STR-1",
    "oci_streaming_stream",
    "STREAM_DELETE",
    "may delete the stream",
    "Details for the Streaming Service: permissions required for each API operation",
  ),
  ofType("DES-SEC-1", "oci_vault_secret", "SECRET_DELETE", "may schedule the secret for deletion", VAULTS),
  ofType(
    "DES-LOG-1",
    "oci_logging_log_group",
    "LOG_GROUP_DELETE",
    "may delete the log group",
    "Details for Logging: permissions required for each API operation",
  ),
];

/** On the key of an asset, and on the vault that the key is in: "deleting a vault deletes its keys". */
export const KEYS: readonly OciDetour[] = [
  ofType("DES-KEY-1", "oci_kms_key", "KEY_DELETE", "may schedule its key for deletion", VAULTS),
  ofType("DES-KEY-2", "oci_kms_key", "KEY_UPDATE", "may disable its key", VAULTS),
  ofType("DES-KEY-3", "oci_kms_vault", "VAULT_DELETE", "may schedule the vault of its key for deletion", VAULTS),
];
