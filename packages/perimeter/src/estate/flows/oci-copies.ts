import type { FlowRow } from "./row";

const BUCKET = ["oci_objectstorage_bucket"];
const VOLUME = ["oci_core_volume"];
const BOOT = ["oci_core_boot_volume"];
const VOLUME_BACKUP = ["oci_core_volume_backup"];
const BOOT_BACKUP = ["oci_core_boot_volume_backup"];
const GROUP = ["oci_core_volume_group"];
const FILES = ["oci_file_storage_file_system"];
const AUTONOMOUS = ["oci_database_autonomous_database"];
const DATABASE = ["oci_database_database", "oci_database_db_system", "oci_database_pluggable_database"];
const MYSQL = ["oci_mysql_mysql_db_system"];
const POSTGRES = ["oci_psql_db_system"];
const PROVIDER = "Terraform provider oracle/oci";

const copy = (row: Omit<FlowRow, "kind" | "source"> & { readonly source?: string }): FlowRow => ({
  source: `${PROVIDER}, ${row.type}`,
  ...row,
  kind: "copy",
});

/** What keeps a second copy of content on Oracle Cloud. */
export const OCI_COPIES: readonly FlowRow[] = [
  copy({
    type: "oci_objectstorage_replication_policy",
    source: "Object Storage, Replication",
    from: ["bucket"],
    of: BUCKET,
    to: ["destination_bucket_name"],
    into: BUCKET,
    region: ["destination_region_name"],
  }),
  copy({
    type: "oci_objectstorage_object",
    source: "Object Storage, Copying Objects",
    from: ["source_uri_details.bucket"],
    fromRegion: "source_uri_details.region",
    of: BUCKET,
    to: ["bucket"],
    into: BUCKET,
  }),
  // Volumes, their backups, replicas and clones.
  copy({
    type: "oci_core_volume",
    from: ["source_details.id", "volume_backup_id"],
    of: [...VOLUME, ...VOLUME_BACKUP],
    to: ["."],
  }),
  copy({
    type: "oci_core_volume",
    source: "Block Volume, Replicating a Volume",
    from: ["."],
    of: VOLUME,
    region: ["block_volume_replicas.availability_domain"],
  }),
  copy({ type: "oci_core_boot_volume", from: ["source_details.id"], of: [...BOOT, ...BOOT_BACKUP], to: ["."] }),
  copy({
    type: "oci_core_boot_volume",
    source: "Block Volume, Replicating a Volume",
    from: ["."],
    of: BOOT,
    region: ["boot_volume_replicas.availability_domain"],
  }),
  copy({
    type: "oci_core_volume_backup",
    from: ["volume_id", "source_details.volume_backup_id"],
    of: [...VOLUME, ...VOLUME_BACKUP],
    to: ["."],
  }),
  copy({
    type: "oci_core_boot_volume_backup",
    from: ["boot_volume_id", "source_details.volume_backup_id"],
    of: [...BOOT, ...BOOT_BACKUP],
    to: ["."],
  }),
  copy({
    type: "oci_core_volume_group",
    from: ["source_details.volume_ids", "source_details.volume_group_id", "source_details.volume_group_backup_id"],
    of: [...VOLUME, ...BOOT, ...GROUP, "oci_core_volume_group_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_core_volume_group",
    source: "Block Volume, Replicating a Volume Group",
    from: ["."],
    of: GROUP,
    region: ["volume_group_replicas.availability_domain"],
  }),
  copy({
    type: "oci_core_volume_group_backup",
    from: ["volume_group_id", "source_details.volume_group_backup_id"],
    of: [...GROUP, "oci_core_volume_group_backup"],
    to: ["."],
  }),
  // File systems.
  copy({ type: "oci_file_storage_snapshot", from: ["file_system_id"], of: FILES, to: ["."] }),
  copy({
    type: "oci_file_storage_file_system",
    from: ["source_snapshot_id"],
    of: ["oci_file_storage_snapshot"],
    to: ["."],
  }),
  copy({
    type: "oci_file_storage_replication",
    source: "File Storage, Replication",
    from: ["source_id"],
    of: FILES,
    to: ["target_id"],
    into: FILES,
  }),
  // Databases.
  copy({
    type: "oci_database_autonomous_database",
    source: "Autonomous Database, Clone; Cross-Region Disaster Recovery",
    from: ["source_id", "autonomous_database_id", "autonomous_database_backup_id", "peer_db_id"],
    of: [...AUTONOMOUS, "oci_database_autonomous_database_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_database_autonomous_database_backup",
    from: ["autonomous_database_id"],
    of: AUTONOMOUS,
    to: ["."],
  }),
  copy({
    type: "oci_database_autonomous_database_backup",
    from: ["autonomous_database_id"],
    of: AUTONOMOUS,
    region: ["backup_destination_details.remote_region"],
  }),
  copy({
    type: "oci_database_database",
    from: ["database.source_database_id", "database.backup_id", "source_database_id"],
    of: [...DATABASE, "oci_database_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_database_database",
    from: ["."],
    of: DATABASE,
    region: ["database.db_backup_config.backup_destination_details.remote_region"],
  }),
  copy({
    type: "oci_database_db_system",
    from: ["source_db_system_id", "primary_db_system_id", "db_home.database.backup_id", "db_home.database.database_id"],
    of: [...DATABASE, "oci_database_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_database_db_system",
    from: ["."],
    of: DATABASE,
    region: ["db_home.database.db_backup_config.backup_destination_details.remote_region"],
  }),
  copy({ type: "oci_database_backup", from: ["database_id"], of: DATABASE, to: ["."] }),
  copy({
    type: "oci_database_data_guard_association",
    source: "Base Database Service, Using Oracle Data Guard",
    from: ["database_id"],
    of: DATABASE,
    to: ["peer_db_system_id", "peer_vm_cluster_id"],
    region: ["availability_domain"],
  }),
  copy({
    type: "oci_database_pluggable_databases_remote_clone",
    from: ["pluggable_database_id"],
    of: DATABASE,
    to: ["target_container_database_id"],
  }),
  copy({
    type: "oci_mysql_mysql_db_system",
    from: ["source.db_system_id", "source.backup_id"],
    of: [...MYSQL, "oci_mysql_mysql_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_mysql_mysql_db_system",
    from: ["."],
    of: MYSQL,
    region: ["backup_policy.copy_policies.copy_to_region"],
  }),
  copy({
    type: "oci_mysql_mysql_backup",
    from: ["db_system_id", "source_details.backup_id"],
    of: [...MYSQL, "oci_mysql_mysql_backup"],
    to: ["."],
  }),
  copy({ type: "oci_mysql_replica", from: ["db_system_id"], of: MYSQL, to: ["."] }),
  copy({
    type: "oci_psql_db_system",
    from: ["source.backup_id", "source.db_system_id", "source.primary_db_system_id"],
    of: [...POSTGRES, "oci_psql_backup"],
    to: ["."],
  }),
  copy({
    type: "oci_psql_db_system",
    from: ["."],
    of: POSTGRES,
    region: ["management_policy.backup_policy.copy_policy.regions"],
  }),
  copy({ type: "oci_psql_backup", from: ["db_system_id"], of: POSTGRES, to: ["."] }),
  copy({
    type: "oci_nosql_table_replica",
    source: "NoSQL Database, Global Active Tables",
    from: ["table_name_or_id"],
    of: ["oci_nosql_table"],
    region: ["region"],
  }),
  copy({
    type: "oci_vault_secret",
    source: "Vault, Replicating Secrets",
    from: ["."],
    of: ["oci_vault_secret"],
    region: ["replication_config.replication_targets.target_region"],
  }),
];
