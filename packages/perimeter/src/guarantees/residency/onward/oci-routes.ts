/** A way in which somebody sends content of a store on from Oracle Cloud: what it takes there, and where it is to arrive. */
export interface OciRoute {
  readonly id: string;
  readonly source: string;
  /** Types of what is sent on. */
  readonly of: readonly string[];
  /** The family of quotas that what is made there falls under ("Available Quotas by Service"). */
  readonly family?: string;
  /** Alternatives, each of permissions on what is sent on. */
  readonly take: readonly (readonly string[])[];
  /** Permissions in any compartment, in a region outside; left out: none are asked for. */
  readonly make?: readonly (readonly string[])[];
  /** Permissions on a bucket that is there already, outside. */
  readonly fill?: readonly (readonly string[])[];
  /** In a sentence that begins with the principal, before the region: `may copy its objects to`. */
  readonly says: string;
}

const BUCKET = ["oci_objectstorage_bucket"];
const DATABASE = ["oci_database_autonomous_database"];
const VOLUMES = ["oci_core_volume", "oci_core_boot_volume"];
const OBJECTS = "Details for Object Storage, Archive Storage, and Data Transfer: permissions required for each API operation";
const AUTONOMOUS = "Details for Autonomous Database on Serverless: permissions required for each API operation";
const CORE = "Details for the Core Services: permissions required for each API operation";

/**
 * A copy by the service crosses regions by itself; that it may is asked of both ends. What is written down here is what the
 * caller needs; the service's own grant is a flow of the platform.
 */
export const OCI_ROUTES: readonly OciRoute[] = [
  {
    id: "ESC-OBJ-4",
    source: `${OBJECTS} (CopyObject)`,
    of: BUCKET,
    take: [["OBJECT_READ"]],
    family: "object-storage",
    make: [["BUCKET_CREATE", "OBJECT_CREATE"]],
    fill: [["OBJECT_CREATE", "OBJECT_INSPECT"]],
    says: "may copy its objects to",
  },
  {
    id: "ESC-OBJ-3",
    source: `${OBJECTS} (CreateReplicationPolicy)`,
    of: BUCKET,
    take: [
      [
        "OBJECT_READ",
        "OBJECT_CREATE",
        "OBJECT_OVERWRITE",
        "OBJECT_INSPECT",
        "OBJECT_DELETE",
        "OBJECT_RESTORE",
        "BUCKET_READ",
        "BUCKET_UPDATE",
      ],
    ],
    family: "object-storage",
    make: [["BUCKET_CREATE", "BUCKET_UPDATE"]],
    fill: [["BUCKET_READ", "BUCKET_UPDATE"]],
    says: "may replicate it to",
  },
  {
    id: "ADB-2",
    source: AUTONOMOUS,
    of: DATABASE,
    take: [["AUTONOMOUS_DATABASE_CONTENT_READ"]],
    family: "database",
    make: [["AUTONOMOUS_DATABASE_CREATE"]],
    says: "may clone it to",
  },
  {
    id: "ADB-6",
    source: "Autonomous Database, Cross-Region Disaster Recovery (the exact permissions aren't published)",
    of: DATABASE,
    take: [["AUTONOMOUS_DATABASE_UPDATE"]],
    family: "database",
    make: [["AUTONOMOUS_DATABASE_CREATE"]],
    says: "may keep a standby of it in",
  },
  {
    id: "VOL-4",
    source: CORE,
    of: VOLUMES,
    take: [
      ["VOLUME_BACKUP_CREATE", "VOLUME_WRITE", "VOLUME_BACKUP_COPY"],
      ["BOOT_VOLUME_BACKUP_CREATE", "VOLUME_WRITE", "BOOT_VOLUME_BACKUP_COPY"],
    ],
    family: "block-storage",
    make: [["VOLUME_BACKUP_CREATE"], ["BOOT_VOLUME_BACKUP_CREATE"]],
    says: "may back it up and copy the backup to",
  },
  {
    id: "VOL-5",
    source: CORE,
    of: VOLUMES,
    take: [["BACKUP_POLICIES_CREATE", "BACKUP_POLICY_ASSIGNMENT_CREATE"]],
    says: "may have its backups copied by a policy to",
  },
  {
    id: "FSS-3",
    source: "Details for the File Storage Service: permissions required for each API operation",
    of: ["oci_file_storage_file_system"],
    take: [["REPLICATION_CREATE", "FILE_SYSTEM_REPLICATION_SOURCE"]],
    family: "filesystem",
    make: [["FILE_SYSTEM_CREATE", "FILE_SYSTEM_REPLICATION_TARGET"]],
    says: "may replicate it to",
  },
  {
    id: "SEC-2",
    source: "Details for the Vault Service: permissions required for each API operation (of replication none is published)",
    of: ["oci_vault_secret"],
    take: [["SECRET_UPDATE"]],
    make: [["SECRET_CREATE"]],
    says: "may replicate it to",
  },
];
