import type { KEY_USE, LISTS } from "../../src/detours/oci/notes";
import type { READS } from "../../src/detours/oci/reads";
import { inStores, type Pair } from "./oci-pair";

const COMMON = "Common Policies";
const DATABASE = inStores("oci_database_autonomous_database", { db_name: "ledger" });
const VOLUME = inStores("oci_core_volume", { availability_domain: "ad" });
const BOOT = inStores("oci_core_boot_volume", { availability_domain: "ad" });
const FILES = inStores("oci_file_storage_file_system", { availability_domain: "ad" });
const SYSTEM = inStores("oci_database_db_system", { display_name: "d" });

export const READ_PAIRS: Record<(typeof READS)[number]["id"], Pair> = {
  "OBJ-1": {
    page: COMMON,
    found: [
      "allow group apac-eng to read buckets in compartment stores",
      "allow group apac-eng to read objects in compartment stores where any {target.bucket.name='user-media', target.bucket.name='b'}",
    ],
    passed: [
      "allow group apac-eng to read buckets in compartment stores",
      "allow group apac-eng to read objects in compartment stores where any {target.bucket.name='a', target.bucket.name='b'}",
    ],
  },
  "ADB-1": {
    ...DATABASE,
    page: "Prerequisites for Creating a Refreshable Clone",
    found: [
      "allow group apac-eng to read autonomous-databases in compartment stores",
      "allow group apac-eng to manage autonomous-databases in compartment other",
    ],
    passed: [
      "allow group apac-eng to inspect autonomous-databases in compartment stores",
      "allow group apac-eng to manage autonomous-databases in compartment other",
    ],
  },
  "ADB-4": {
    ...DATABASE,
    page: "IAM Policies for Autonomous Database",
    found: ["allow group apac-eng to read autonomous-backups in compartment stores"],
    passed: ["allow group apac-eng to inspect autonomous-backups in compartment stores"],
  },
  "SEC-1": {
    ...inStores("oci_vault_secret", { secret_name: "s" }),
    page: COMMON,
    found: ["allow group apac-eng to read secret-bundles in compartment stores where target.secret.name = 's'"],
    passed: ["allow group apac-eng to read secret-bundles in compartment stores where target.secret.name = 't'"],
  },
  "STR-1": {
    ...inStores("oci_streaming_stream", { name: "s", partitions: 1 }),
    page: COMMON,
    found: ["allow group apac-eng to use stream-pull in compartment stores"],
    passed: ["allow group apac-eng to use stream-push in compartment stores"],
  },
  "LOG-1": {
    ...inStores("oci_logging_log_group", { display_name: "l" }),
    page: "Details for Logging",
    found: ["allow group apac-eng to read log-content in compartment stores"],
    passed: ["allow group apac-eng to read log-groups in compartment stores"],
  },
  "VOL-2": {
    ...VOLUME,
    page: COMMON,
    found: [
      "allow group apac-eng to use volumes in tenancy",
      "allow group apac-eng to manage volume-backups in tenancy",
      "allow group apac-eng to inspect volume-attachments in tenancy",
      "allow group apac-eng to inspect instances in tenancy",
    ],
    passed: [
      "allow group apac-eng to use volumes in tenancy",
      "allow group apac-eng to inspect volume-backups in tenancy",
      "allow group apac-eng to inspect volume-attachments in tenancy",
      "allow group apac-eng to inspect instances in tenancy",
    ],
  },
  "VOL-3": {
    ...VOLUME,
    found: [
      "allow group apac-eng to read volume-backups in compartment stores",
      "allow group apac-eng to manage volumes in compartment other",
    ],
    passed: [
      "allow group apac-eng to inspect volume-backups in compartment stores",
      "allow group apac-eng to manage volumes in compartment other",
    ],
  },
  "VOL-8": {
    ...BOOT,
    found: [
      "allow group apac-eng to {INSTANCE_CREATE_IMAGE} in compartment stores",
      "allow group apac-eng to manage instance-images in compartment other",
    ],
    passed: ["allow group apac-eng to manage instance-images in compartment other"],
  },
  "FSS-1": {
    ...FILES,
    page: COMMON,
    found: ["allow group apac-eng to manage file-family in tenancy"],
    passed: ["allow group apac-eng to read file-family in tenancy"],
  },
  "FSS-3": {
    ...FILES,
    found: [
      "allow group apac-eng to {FILE_SYSTEM_REPLICATION_SOURCE} in compartment stores",
      "allow group apac-eng to {REPLICATION_CREATE, FILE_SYSTEM_REPLICATION_TARGET} in compartment other",
    ],
    passed: ["allow group apac-eng to {REPLICATION_CREATE, FILE_SYSTEM_REPLICATION_TARGET} in compartment other"],
  },
  "DB-1": {
    ...SYSTEM,
    found: [
      "allow group apac-eng to read databases in compartment stores",
      "allow group apac-eng to {DB_BACKUP_CREATE} in compartment other",
    ],
    passed: [
      "allow group apac-eng to inspect databases in compartment stores",
      "allow group apac-eng to {DB_BACKUP_CREATE} in compartment other",
    ],
  },
  "DB-2": {
    ...SYSTEM,
    found: ["allow group apac-eng to read db-backups in compartment stores"],
    passed: ["allow group apac-eng to inspect db-backups in compartment stores"],
  },
  "DB-3": {
    ...inStores("oci_database_pluggable_database", { pdb_name: "p" }),
    found: ["allow group apac-eng to read pluggable-databases in compartment stores"],
    passed: ["allow group apac-eng to inspect pluggable-databases in compartment stores"],
  },
  "DB-11": {
    ...inStores("oci_redis_redis_cluster", { display_name: "c" }),
    found: ["allow group apac-eng to use redis-clusters in compartment stores"],
    passed: ["allow group apac-eng to read redis-clusters in compartment stores"],
  },
  "KEY-5": {
    ...inStores("oci_certificates_management_certificate", { name: "c" }),
    page: "Details for Certificates",
    found: ["allow group apac-eng to read leaf-certificate-bundles in compartment stores"],
    passed: ["allow group apac-eng to inspect leaf-certificate-bundles in compartment stores"],
  },
  "REG-1": {
    ...inStores("oci_artifacts_container_repository", { display_name: "app/web" }),
    page: "Policies to Control Repository Access",
    found: ["allow group apac-eng to read repos in tenancy where all {target.repo.name=/app*/}"],
    passed: ["allow group apac-eng to read repos in tenancy where all {target.repo.name=/other*/}"],
  },
  "REG-2": {
    ...inStores("oci_artifacts_repository", { display_name: "r" }),
    page: "Artifact Registry Policies",
    found: ["allow group apac-eng to read generic-artifacts in compartment stores"],
    passed: ["allow group apac-eng to inspect generic-artifacts in compartment stores"],
  },
};

/** Of these a foreign group has a note. */
export const NOTE_PAIRS: Record<(typeof LISTS | typeof KEY_USE)[number]["id"], Pair> = {
  "OBJ-2": {
    page: COMMON,
    found: ["allow group apac-eng to inspect buckets in compartment stores"],
    passed: ["allow group apac-eng to inspect buckets in compartment other"],
  },
  "ADB-0": {
    ...DATABASE,
    page: "IAM Policies for Autonomous Database",
    found: ["allow group apac-eng to inspect autonomous-databases in compartment stores"],
    passed: ["allow group apac-eng to inspect autonomous-databases in compartment other"],
  },
  "KEY-1": {
    found: ["allow group apac-eng to {KEY_DECRYPT} in compartment stores"],
    passed: ["allow group apac-eng to {KEY_ENCRYPT} in compartment stores"],
  },
};
