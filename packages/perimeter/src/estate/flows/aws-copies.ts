import type { FlowRow } from "./row";

const BUCKET = ["aws_s3_bucket"];
const TABLE = ["aws_dynamodb_table"];
const INSTANCE = ["aws_db_instance"];
const CLUSTER = ["aws_rds_cluster"];
const SNAPSHOTS = ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"];
const VOLUME = ["aws_ebs_volume"];
const EBS = ["aws_ebs_snapshot", "aws_ebs_snapshot_copy"];
const IMAGE = ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"];
const FILES = ["aws_efs_file_system"];
const SECRET = ["aws_secretsmanager_secret"];
const REDSHIFT = ["aws_redshift_cluster"];
const CACHE = ["aws_elasticache_replication_group"];
const DOCUMENTS = ["aws_docdb_cluster"];
const GRAPH = ["aws_neptune_cluster"];

const copy = (source: string, row: Omit<FlowRow, "kind" | "source">): FlowRow => ({ source, ...row, kind: "copy" });

/** What keeps a second copy of content on AWS. */
export const AWS_COPIES: readonly FlowRow[] = [
  copy("S3 User Guide, Replicating objects", {
    type: "aws_s3_bucket_replication_configuration",
    each: "rule",
    from: ["/bucket"],
    of: BUCKET,
    to: ["destination.bucket"],
    into: BUCKET,
  }),
  copy("S3 User Guide, Replicating objects", {
    type: "aws_s3_bucket",
    each: "replication_configuration.rules",
    from: ["/."],
    of: BUCKET,
    to: ["destination.bucket"],
    into: BUCKET,
  }),
  copy("S3 User Guide, Copying objects", {
    type: "aws_s3_object_copy",
    from: ["source"],
    of: BUCKET,
    to: ["bucket"],
    into: BUCKET,
  }),
  copy("DataSync User Guide, How AWS DataSync transfers work", {
    type: "aws_datasync_task",
    from: ["source_location_arn"],
    of: [...BUCKET, "oci_objectstorage_bucket", ...FILES],
    to: ["destination_location_arn"],
    into: BUCKET,
  }),
  // Relational databases.
  copy("RDS User Guide, Working with DB instance read replicas", {
    type: "aws_db_instance",
    from: [
      "replicate_source_db",
      "snapshot_identifier",
      "restore_to_point_in_time.source_db_instance_identifier",
      "restore_to_point_in_time.source_db_instance_automated_backups_arn",
    ],
    of: [...INSTANCE, ...CLUSTER, ...SNAPSHOTS, "aws_db_instance_automated_backups_replication"],
    to: ["."],
  }),
  copy("RDS User Guide, Importing data from S3", {
    type: "aws_db_instance",
    from: ["s3_import.bucket_name"],
    of: BUCKET,
    to: ["."],
  }),
  copy("Aurora User Guide, Replication with Amazon Aurora", {
    type: "aws_rds_cluster",
    from: [
      "replication_source_identifier",
      "snapshot_identifier",
      "restore_to_point_in_time.source_cluster_identifier",
      "global_cluster_identifier",
    ],
    of: [...CLUSTER, ...INSTANCE, ...SNAPSHOTS, "aws_rds_global_cluster"],
    to: ["."],
  }),
  copy("Aurora User Guide, Using Amazon Aurora Global Database", {
    type: "aws_rds_global_cluster",
    from: ["source_db_cluster_identifier"],
    of: CLUSTER,
    to: ["."],
  }),
  copy("RDS User Guide, Creating a DB snapshot", {
    type: "aws_db_snapshot",
    from: ["db_instance_identifier"],
    of: INSTANCE,
    to: ["."],
  }),
  copy("RDS User Guide, Copying a DB snapshot", {
    type: "aws_db_snapshot_copy",
    from: ["source_db_snapshot_identifier"],
    of: SNAPSHOTS,
    to: ["."],
  }),
  copy("RDS User Guide, Copying a DB snapshot", {
    type: "aws_db_snapshot_copy",
    from: ["source_db_snapshot_identifier"],
    of: SNAPSHOTS,
    region: ["destination_region"],
  }),
  copy("Aurora User Guide, Creating a DB cluster snapshot", {
    type: "aws_db_cluster_snapshot",
    from: ["db_cluster_identifier"],
    of: CLUSTER,
    to: ["."],
  }),
  copy("Aurora User Guide, Copying a DB cluster snapshot", {
    type: "aws_rds_cluster_snapshot_copy",
    from: ["source_db_cluster_snapshot_identifier"],
    of: SNAPSHOTS,
    to: ["."],
  }),
  copy("Aurora User Guide, Copying a DB cluster snapshot", {
    type: "aws_rds_cluster_snapshot_copy",
    from: ["source_db_cluster_snapshot_identifier"],
    of: SNAPSHOTS,
    region: ["destination_region"],
  }),
  copy("RDS User Guide, Replicating automated backups to another AWS Region", {
    type: "aws_db_instance_automated_backups_replication",
    from: ["source_db_instance_arn"],
    of: INSTANCE,
    to: ["."],
  }),
  copy("RDS User Guide, Exporting DB snapshot data to Amazon S3", {
    type: "aws_rds_export_task",
    from: ["source_arn"],
    of: [...SNAPSHOTS, ...CLUSTER],
    to: ["s3_bucket_name"],
    into: BUCKET,
  }),
  // Tables.
  copy("DynamoDB Developer Guide, Global tables", {
    type: "aws_dynamodb_table",
    from: ["."],
    of: TABLE,
    region: ["replica.region_name"],
  }),
  copy("DynamoDB Developer Guide, Restoring a table", {
    type: "aws_dynamodb_table",
    from: ["restore_source_table_arn", "restore_source_name"],
    of: TABLE,
    to: ["."],
  }),
  copy("DynamoDB Developer Guide, Import from Amazon S3", {
    type: "aws_dynamodb_table",
    from: ["import_table.s3_bucket_source.bucket"],
    of: BUCKET,
    to: ["."],
  }),
  copy("DynamoDB Developer Guide, Global tables", {
    type: "aws_dynamodb_table_replica",
    from: ["global_table_arn"],
    of: TABLE,
    to: ["."],
  }),
  copy("DynamoDB Developer Guide, Global tables version 2017.11.29", {
    type: "aws_dynamodb_global_table",
    from: ["name"],
    of: TABLE,
    region: ["replica.region_name"],
  }),
  copy("DynamoDB Developer Guide, Export to Amazon S3", {
    type: "aws_dynamodb_table_export",
    from: ["table_arn"],
    of: TABLE,
    to: ["s3_bucket"],
    into: BUCKET,
  }),
  copy("DynamoDB Developer Guide, Change data capture for Kinesis Data Streams", {
    type: "aws_dynamodb_kinesis_streaming_destination",
    from: ["table_name"],
    of: TABLE,
    to: ["stream_arn"],
  }),
  copy("Keyspaces Developer Guide, Multi-Region replication", {
    type: "aws_keyspaces_keyspace",
    from: ["."],
    of: ["aws_keyspaces_keyspace"],
    region: ["replication_specification.region_list"],
  }),
  // Volumes, images and files.
  copy("EBS User Guide, Snapshots", { type: "aws_ebs_snapshot", from: ["volume_id"], of: VOLUME, to: ["."] }),
  copy("EBS User Guide, Copy a snapshot", { type: "aws_ebs_snapshot_copy", from: ["source_snapshot_id"], of: EBS, to: ["."] }),
  copy("EBS User Guide, Create a volume from a snapshot", { type: "aws_ebs_volume", from: ["snapshot_id"], of: EBS, to: ["."] }),
  copy("EC2 User Guide, Create an AMI", { type: "aws_ami", from: ["ebs_block_device.snapshot_id"], of: EBS, to: ["."] }),
  copy("EC2 User Guide, Copy an AMI", { type: "aws_ami_copy", from: ["source_ami_id"], of: IMAGE, to: ["."] }),
  copy("EC2 User Guide, Create an AMI", {
    type: "aws_ami_from_instance",
    from: ["source_instance_id"],
    of: ["aws_instance"],
    to: ["."],
  }),
  copy("EFS User Guide, Replicating file systems", {
    type: "aws_efs_replication_configuration",
    from: ["source_file_system_id"],
    of: FILES,
    to: ["destination.file_system_id"],
    into: FILES,
    region: ["destination.region"],
  }),
  copy("FSx User Guide, Backups", {
    type: "aws_fsx_backup",
    from: ["file_system_id", "volume_id"],
    of: ["aws_fsx_lustre_file_system", "aws_fsx_windows_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_ontap_volume"],
    to: ["."],
  }),
  // Secrets, warehouses, caches, clusters.
  copy("Secrets Manager User Guide, Replicate secrets across Regions", {
    type: "aws_secretsmanager_secret",
    from: ["."],
    of: SECRET,
    region: ["replica.region"],
  }),
  copy("Redshift Management Guide, Snapshots", {
    type: "aws_redshift_cluster_snapshot",
    from: ["cluster_identifier"],
    of: REDSHIFT,
    to: ["."],
  }),
  copy("Redshift Management Guide, Copying snapshots to another Region", {
    type: "aws_redshift_snapshot_copy",
    from: ["cluster_identifier"],
    of: REDSHIFT,
    region: ["destination_region"],
  }),
  copy("Redshift Management Guide, Copying snapshots to another Region", {
    type: "aws_redshift_cluster",
    from: ["."],
    of: REDSHIFT,
    region: ["snapshot_copy.destination_region"],
  }),
  copy("ElastiCache User Guide, Global datastores", {
    type: "aws_elasticache_global_replication_group",
    from: ["primary_replication_group_id"],
    of: CACHE,
    to: ["."],
  }),
  copy("ElastiCache User Guide, Global datastores", {
    type: "aws_elasticache_replication_group",
    from: ["global_replication_group_id"],
    of: ["aws_elasticache_global_replication_group"],
    to: ["."],
  }),
  copy("DocumentDB Developer Guide, Global clusters", {
    type: "aws_docdb_global_cluster",
    from: ["source_db_cluster_identifier"],
    of: DOCUMENTS,
    to: ["."],
  }),
  copy("DocumentDB Developer Guide, Global clusters", {
    type: "aws_docdb_cluster",
    from: ["global_cluster_identifier", "snapshot_identifier", "restore_to_point_in_time.source_cluster_identifier"],
    of: [...DOCUMENTS, "aws_docdb_global_cluster", "aws_docdb_cluster_snapshot"],
    to: ["."],
  }),
  copy("Neptune User Guide, Global databases", {
    type: "aws_neptune_global_cluster",
    from: ["source_db_cluster_identifier"],
    of: GRAPH,
    to: ["."],
  }),
  copy("Neptune User Guide, Global databases", {
    type: "aws_neptune_cluster",
    from: ["global_cluster_identifier", "snapshot_identifier", "replication_source_identifier"],
    of: [...GRAPH, "aws_neptune_global_cluster", "aws_neptune_cluster_snapshot"],
    to: ["."],
  }),
  copy("MSK Developer Guide, MSK Replicator", {
    type: "aws_msk_replicator",
    each: "replication_info_list",
    from: ["source_kafka_cluster_arn"],
    of: ["aws_msk_cluster", "aws_msk_serverless_cluster"],
    to: ["target_kafka_cluster_arn"],
  }),
];
