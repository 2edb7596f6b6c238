import type { AwsDetour, AwsPlace } from "../../detours/aws/row";

const SAR = "Service Authorization Reference";
const BUCKET = ["aws_s3_bucket"];

const onBucket = (id: string, at: AwsPlace, says: string, needs: AwsDetour["needs"], page = ""): AwsDetour => ({
  id,
  source: page === "" ? `${SAR}, Amazon S3` : `S3 User Guide, "${page}"`,
  needs,
  at,
  yields: "control",
  of: BUCKET,
  says,
});

const LIFECYCLE = onBucket(
  "DES-S3-3",
  "asset",
  "may put a lifecycle rule that deletes its objects and their versions",
  [["s3:PutLifecycleConfiguration"]],
  "Expiring objects",
);

/** Where nothing is kept of what is deleted or overwritten. */
export const WRITING: readonly AwsDetour[] = [
  onBucket("DES-S3-1", "content", "may delete or overwrite its objects", [["s3:DeleteObject"], ["s3:PutObject"]]),
  LIFECYCLE,
];

export const OVERWRITING: readonly AwsDetour[] = [
  onBucket("DES-S3-7", "content", "may overwrite its objects", [["s3:PutObject"]]),
];

/** Where versions are kept. */
export const PURGING: readonly AwsDetour[] = [
  onBucket(
    "DES-S3-2",
    "content",
    "may delete the versions of its objects",
    [["s3:DeleteObjectVersion"]],
    "Deleting object versions from a versioning-enabled bucket",
  ),
  LIFECYCLE,
];

export const SUSPENDING: readonly AwsDetour[] = [
  onBucket("DES-S3-4", "asset", "may suspend its versioning", [["s3:PutBucketVersioning"]]),
];

/** A lock in governance mode. */
export const BYPASSING: readonly AwsDetour[] = [
  onBucket(
    "DES-S3-5",
    "content",
    "may pass over its locks, and delete what they keep",
    [
      ["s3:BypassGovernanceRetention", "s3:DeleteObjectVersion"],
      ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
    ],
    "Locking objects with Object Lock",
  ),
];

export const RELOCKING: readonly AwsDetour[] = [
  onBucket(
    "DES-S3-6",
    "asset",
    "may shorten the lock of what comes later",
    [["s3:PutBucketObjectLockConfiguration"]],
    "Configuring S3 Object Lock",
  ),
];

const ofType = (id: string, type: string, action: string, says: string): AwsDetour => ({
  id,
  source: `${SAR}, action ${action}`,
  needs: [[action]],
  at: "asset",
  yields: "control",
  of: [type],
  says,
});

/** What is deleted as a whole. A bucket isn't: it has to be empty first. */
export const TYPES: readonly AwsDetour[] = [
  ofType("DES-DDB-1", "aws_dynamodb_table", "dynamodb:DeleteTable", "may delete the table"),
  ofType("DES-RDS-1", "aws_db_instance", "rds:DeleteDBInstance", "may delete the database"),
  ofType("DES-RDS-2", "aws_rds_cluster", "rds:DeleteDBCluster", "may delete the database"),
  ofType("DES-EFS-1", "aws_efs_file_system", "elasticfilesystem:DeleteFileSystem", "may delete the file system"),
  ofType("DES-EBS-1", "aws_ebs_volume", "ec2:DeleteVolume", "may delete the volume"),
  ofType("DES-SEC-1", "aws_secretsmanager_secret", "secretsmanager:DeleteSecret", "may delete the secret"),
  ofType("DES-REC-1", "aws_backup_vault", "backup:DeleteRecoveryPoint", "may delete the recovery points"),
];

/** "Deletes an account, and all that is in it": its own, or from the management account any of the organization. */
export const ACCOUNTS: readonly AwsDetour[] = [
  {
    id: "DES-ACC-1",
    source: 'Account Management Reference Guide, "Close an AWS account"',
    needs: [["account:CloseAccount"]],
    at: "account",
    yields: "control",
    says: "may close the account that it is in",
  },
  {
    id: "DES-ACC-2",
    source: 'Organizations User Guide, "Closing a member account in an organization"',
    needs: [["organizations:CloseAccount"]],
    at: "account",
    yields: "control",
    says: "may close the account that it is in from the management account",
  },
];

export const KEYS: readonly AwsDetour[] = [
  {
    id: "DES-KMS-1",
    source: 'KMS Developer Guide, "Deleting AWS KMS keys"',
    needs: [["kms:ScheduleKeyDeletion"]],
    at: "key",
    yields: "control",
    says: "may schedule its key for deletion",
  },
  {
    id: "DES-KMS-2",
    source: 'KMS Developer Guide, "Enabling and disabling keys"; "Importing key material"',
    needs: [["kms:DisableKey"], ["kms:DeleteImportedKeyMaterial"]],
    at: "key",
    yields: "control",
    says: "may disable its key, or delete its material",
  },
];
