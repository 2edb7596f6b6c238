import type { AwsDetour } from "./row";

const SAR = "Service Authorization Reference";
const BUCKET = ["aws_s3_bucket"] as const;
const SECRET = ["aws_secretsmanager_secret"] as const;
const TABLE = ["aws_dynamodb_table"] as const;

/** Ways in which content is read; where a key encrypts it, `kms:Decrypt` on that key is asked for besides. */
export const READS = [
  {
    id: "S3-1",
    source: `${SAR}, Amazon S3; S3 User Guide, "Using server-side encryption with AWS KMS keys"`,
    needs: [["s3:GetObject"], ["s3:GetObjectVersion"]],
    at: "content",
    yields: "read",
    of: BUCKET,
    says: "may read its objects",
  },
  {
    id: "S3-2",
    source: `${SAR}, Amazon S3`,
    needs: [
      ["s3:GetObjectTorrent"],
      ["s3:GetObjectVersionTorrent"],
      ["s3:GetObjectAnnotation"],
      ["s3:GetObjectVersionAnnotation"],
      ["s3:ReplicateObject", "s3:GetObjectVersionForReplication"],
    ],
    at: "content",
    yields: "read",
    of: BUCKET,
    says: "may read its objects in another form",
  },
  {
    id: "M01",
    source: `${SAR}, AWS Secrets Manager`,
    needs: [["secretsmanager:GetSecretValue"], ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"]],
    at: "asset",
    yields: "read",
    of: SECRET,
    says: "may read the secret",
  },
  {
    id: "DDB-1",
    source: `${SAR}, Amazon DynamoDB`,
    needs: [
      ["dynamodb:GetItem"],
      ["dynamodb:BatchGetItem"],
      ["dynamodb:Query"],
      ["dynamodb:Scan"],
      ["dynamodb:PartiQLSelect"],
      ["dynamodb:ExportTableToPointInTime"],
    ],
    at: "asset",
    yields: "read",
    of: TABLE,
    says: "may read its items",
  },
  {
    id: "M05",
    source: `${SAR}, AWS Systems Manager`,
    needs: [["ssm:GetParameter"], ["ssm:GetParameters"], ["ssm:GetParametersByPath"], ["ssm:GetParameterHistory"]],
    at: "asset",
    yields: "read",
    of: ["aws_ssm_parameter"],
    says: "may read the parameter",
  },
] as const satisfies readonly AwsDetour[];

/** What shows that content exists, how much and under which names: metadata ("What counts"). */
export const LISTS = [
  {
    id: "S3-0",
    source: `${SAR}, Amazon S3`,
    needs: [["s3:ListBucket"], ["s3:ListBucketVersions"], ["s3:ListBucketMultipartUploads"]],
    at: "asset",
    yields: "read",
    of: BUCKET,
    says: "may list it",
  },
  {
    id: "B08",
    source: 'S3 User Guide, "Cataloging and analyzing your data with S3 Inventory"',
    needs: [
      ["s3:PutInventoryConfiguration"],
      ["s3:PutBucketLogging"],
      ["s3:PutAnalyticsConfiguration"],
      ["s3:PutBucketNotification"],
      ["s3:CreateBucketMetadataTableConfiguration"],
    ],
    at: "asset",
    yields: "read",
    of: BUCKET,
    says: "may have the names of its objects written where they like",
  },
] as const satisfies readonly AwsDetour[];

/** Use of a key that reads nothing by itself. */
export const KEY_USE = [
  {
    id: "KMS-1",
    source: 'KMS Developer Guide, "AWS KMS permissions"',
    needs: [["kms:Decrypt"]],
    at: "key",
    yields: "key",
    says: "may decrypt with its key",
  },
  {
    id: "K03",
    source: 'KMS Developer Guide, "AWS KMS permissions"',
    needs: [["kms:ReEncryptFrom", "kms:ReEncryptTo"]],
    at: "key",
    yields: "key",
    says: "may carry what its key encrypts over to another key",
  },
] as const satisfies readonly AwsDetour[];
