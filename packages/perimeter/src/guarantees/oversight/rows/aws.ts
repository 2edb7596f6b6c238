import type { AwsDetour } from "../../../detours/aws/row";

const SAR = "Service Authorization Reference";
const BUCKET = ["aws_s3_bucket"];

type Control = Omit<AwsDetour, "yields">;
const controls = (rows: readonly Control[]): readonly AwsDetour[] => rows.map((row) => ({ ...row, yields: "control" }));

/** What alters records that no lock keeps, or one that yields. */
export const UNLOCKED: readonly AwsDetour[] = controls([
  {
    id: "B12",
    source: `${SAR}, Amazon S3; S3 User Guide, "Using S3 Object Lock"`,
    needs: [
      ["s3:DeleteObject"],
      ["s3:DeleteObjectVersion"],
      ["s3:PutObject"],
      ["s3:BypassGovernanceRetention", "s3:DeleteObjectVersion"],
      ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
    ],
    at: "content",
    of: BUCKET,
    says: "may delete or overwrite the records in it",
  },
  {
    id: "B13",
    source: `${SAR}, Amazon S3`,
    needs: [["s3:PutLifecycleConfiguration"], ["s3:PutBucketVersioning"], ["s3:DeleteBucket"]],
    at: "asset",
    of: BUCKET,
    says: "may let the records in it expire",
  },
]);

/** What stops records on their way, shortens those to come, or makes those that are kept unreadable. */
export const STOPPING: readonly AwsDetour[] = controls([
  {
    id: "T01",
    source: `${SAR}, AWS CloudTrail`,
    needs: [["cloudtrail:StopLogging"], ["cloudtrail:DeleteTrail"], ["cloudtrail:UpdateTrail"], ["cloudtrail:PutEventSelectors"]],
    at: "asset",
    of: ["aws_cloudtrail"],
    says: "may stop, redirect or delete it",
  },
  {
    id: "T01-lake",
    source: `${SAR}, AWS CloudTrail`,
    needs: [["cloudtrail:DeleteEventDataStore"], ["cloudtrail:UpdateEventDataStore"], ["cloudtrail:StopEventDataStoreIngestion"]],
    at: "asset",
    of: ["aws_cloudtrail_event_data_store"],
    says: "may stop, shorten or delete it",
  },
  {
    id: "T03",
    source: `${SAR}, Amazon S3`,
    needs: [
      ["s3:PutBucketPolicy"],
      ["s3:DeleteBucketPolicy"],
      ["s3:PutBucketObjectLockConfiguration"],
      ["s3:PutEncryptionConfiguration"],
    ],
    at: "asset",
    of: BUCKET,
    says: "may change what lets records be written into it, or how long those to come are locked",
  },
  {
    id: "K07",
    source: 'KMS Developer Guide, "AWS KMS permissions"',
    needs: [["kms:ScheduleKeyDeletion"], ["kms:DisableKey"], ["kms:DeleteImportedKeyMaterial"], ["kms:PutKeyPolicy"]],
    at: "asset",
    of: ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"],
    says: "may disable it, delete it or give it to others, and what it encrypts can't be read any more",
  },
]);

export const READS_RULES: readonly AwsDetour[] = controls([
  {
    id: "IAM-1",
    source: `${SAR}, AWS Identity and Access Management`,
    needs: [
      ["iam:GetAccountAuthorizationDetails"],
      [
        "iam:ListRoles",
        "iam:GetRole",
        "iam:ListRolePolicies",
        "iam:GetRolePolicy",
        "iam:ListAttachedRolePolicies",
        "iam:GetPolicyVersion",
      ],
    ],
    at: "account",
    says: "may read every policy of the account",
  },
]);

/** What makes somebody an operator or administrator of a store, whoever else they are. */
export const RUNS: readonly AwsDetour[] = controls([
  {
    id: "RUN-1",
    source: `${SAR}, Amazon S3`,
    needs: [["s3:DeleteObject"], ["s3:DeleteObjectVersion"], ["s3:PutObject"]],
    at: "content",
    of: BUCKET,
    says: "may change or delete what is in it",
  },
  {
    id: "RUN-2",
    source: `${SAR}, Amazon S3`,
    needs: [["s3:DeleteBucket"], ["s3:PutBucketPolicy"], ["s3:PutLifecycleConfiguration"], ["s3:PutBucketVersioning"]],
    at: "asset",
    of: BUCKET,
    says: "may change or delete it",
  },
]);
