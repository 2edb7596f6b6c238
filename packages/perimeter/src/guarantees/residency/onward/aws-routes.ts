import type { AwsDetour } from "../../../detours/aws/row";

const SAR = "Service Authorization Reference";

/** A way in which somebody sends content of a store on from AWS. */
export interface AwsRoute extends Omit<AwsDetour, "yields" | "context"> {
  /** The call is made in the region where the copy is to be, or names it in this key. */
  readonly destination?: "aws:RequestedRegion" | "secretsmanager:AddReplicaRegions";
  /** It arrives in a bucket, which the caller has to be able to fill. */
  readonly intoBucket?: true;
}

const DATABASES = ["aws_db_instance", "aws_rds_cluster"];
const SNAPSHOTS = ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"];

/** What needs no object to be read first: the service copies. Objects of S3 are asked about by themselves. */
export const AWS_ROUTES: readonly AwsRoute[] = [
  {
    id: "DDB-export",
    source: `${SAR}, Amazon DynamoDB; DynamoDB Developer Guide, "DynamoDB data export to Amazon S3"`,
    of: ["aws_dynamodb_table"],
    needs: [["dynamodb:ExportTableToPointInTime"]],
    at: "asset",
    intoBucket: true,
    says: "may export it to",
  },
  {
    id: "DDB-replica",
    source: `${SAR}, Amazon DynamoDB; DynamoDB Developer Guide, "Global tables"`,
    of: ["aws_dynamodb_table"],
    needs: [["dynamodb:UpdateTable", "dynamodb:CreateTableReplica"], ["dynamodb:CreateGlobalTable"]],
    at: "asset",
    says: "may add a replica of it in",
  },
  {
    id: "M-replica",
    source: `${SAR}, AWS Secrets Manager`,
    of: ["aws_secretsmanager_secret"],
    needs: [["secretsmanager:ReplicateSecretToRegions"]],
    at: "asset",
    destination: "secretsmanager:AddReplicaRegions",
    says: "may replicate it to",
  },
  {
    id: "RDS-replica",
    source: `${SAR}, Amazon RDS; RDS User Guide, "Creating a read replica in a different AWS Region"`,
    of: DATABASES,
    needs: [["rds:CreateDBInstanceReadReplica"], ["rds:CreateDBCluster"], ["rds:StartDBInstanceAutomatedBackupsReplication"]],
    at: "account",
    destination: "aws:RequestedRegion",
    says: "may keep a replica of it in",
  },
  {
    id: "RDS-global",
    source: `${SAR}, Amazon RDS; Aurora User Guide, "Using Amazon Aurora Global Database"`,
    of: ["aws_rds_cluster"],
    needs: [["rds:CreateGlobalCluster"]],
    at: "account",
    says: "may make it part of a global database, which reaches",
  },
  {
    id: "RDS-copy",
    source: `${SAR}, Amazon RDS; RDS User Guide, "Copying a DB snapshot"`,
    of: SNAPSHOTS,
    needs: [["rds:CopyDBSnapshot"], ["rds:CopyDBClusterSnapshot"]],
    at: "account",
    destination: "aws:RequestedRegion",
    says: "may copy the snapshot to",
  },
  {
    id: "RDS-share",
    source: `${SAR}, Amazon RDS; RDS User Guide, "Sharing a DB snapshot"`,
    of: SNAPSHOTS,
    needs: [["rds:ModifyDBSnapshotAttribute"], ["rds:ModifyDBClusterSnapshotAttribute"]],
    at: "account",
    says: "may share the snapshot with any account, in",
  },
  {
    id: "EBS-copy",
    source: `${SAR}, Amazon EC2; EBS User Guide, "Copy an Amazon EBS snapshot"`,
    of: ["aws_ebs_volume", "aws_ebs_snapshot", "aws_ebs_snapshot_copy"],
    needs: [["ec2:CopySnapshot"]],
    at: "account",
    destination: "aws:RequestedRegion",
    says: "may copy a snapshot of it to",
  },
  {
    id: "EBS-share",
    source: `${SAR}, Amazon EC2; EBS User Guide, "Share an Amazon EBS snapshot"`,
    of: ["aws_ebs_snapshot", "aws_ebs_snapshot_copy"],
    needs: [["ec2:ModifySnapshotAttribute"]],
    at: "account",
    says: "may share the snapshot with any account, in",
  },
  {
    id: "EFS-replica",
    source: `${SAR}, Amazon EFS; EFS User Guide, "Replicating file systems"`,
    of: ["aws_efs_file_system"],
    needs: [["elasticfilesystem:CreateReplicationConfiguration"]],
    at: "asset",
    says: "may replicate it to",
  },
  {
    id: "BAK-copy",
    source: `${SAR}, AWS Backup; AWS Backup Developer Guide, "Copying a backup"`,
    of: ["aws_backup_vault"],
    needs: [
      ["backup:StartCopyJob", "iam:PassRole"],
      ["backup:UpdateBackupPlan"],
      ["backup:CreateBackupPlan", "backup:CreateBackupSelection", "iam:PassRole"],
    ],
    at: "account",
    says: "may have backups copied to a vault in",
  },
];

/** Of a location of DataSync: what carries its content to a server of the caller's own, with the role that the location has. */
export const LOCATION_ROUTES: readonly AwsRoute[] = [
  {
    id: "D-task",
    source: `${SAR}, AWS DataSync; DataSync User Guide, "Creating a task"`,
    needs: [
      ["datasync:CreateTask", "datasync:CreateLocationObjectStorage", "datasync:StartTaskExecution"],
      ["datasync:CreateTask", "datasync:CreateLocationAzureBlob", "datasync:StartTaskExecution"],
      ["datasync:CreateTask", "datasync:CreateLocationNfs", "datasync:StartTaskExecution"],
      ["datasync:CreateTask", "datasync:CreateLocationSmb", "datasync:StartTaskExecution"],
    ],
    at: "account",
    says: "may make a task of DataSync that carries what its location opens to a server of its own, in",
  },
];

/** Of a location that copies arrive at: what turns it elsewhere. */
export const DESTINATION_ROUTES: readonly AwsRoute[] = [
  {
    id: "D-turn",
    source: `${SAR}, AWS DataSync; DataSync API reference, UpdateLocationObjectStorage`,
    of: [
      "aws_datasync_location_object_storage",
      "aws_datasync_location_nfs",
      "aws_datasync_location_smb",
      "aws_datasync_location_azure_blob",
    ],
    needs: [
      ["datasync:UpdateLocationObjectStorage"],
      ["datasync:UpdateLocationNfs"],
      ["datasync:UpdateLocationSmb"],
      ["datasync:UpdateLocationAzureBlob"],
    ],
    at: "asset",
    says: "may turn where copies arrive to a server of its own, in",
  },
];
