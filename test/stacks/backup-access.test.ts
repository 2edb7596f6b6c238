import { describe, expect, test } from "@jest/globals";
import { type Asked, simulated } from "../support/simulated";

const [VIRGINIA, SINGAPORE] = ["100000000030", "100000000040"];
const VIRGINIA_KEY = "backup-virginia/aws_kms_key.key_FEDD6EC0";
const SINGAPORE_KEY = "backup-singapore/aws_kms_key.key_FEDD6EC0";
const VIRGINIA_BUCKET = "arn:aws:s3:::larkspur-us-copies-virginia";
const SINGAPORE_BUCKET = "arn:aws:s3:::larkspur-us-copies-singapore";
const VIRGINIA_COPY = `${VIRGINIA_BUCKET}/media/1`;
const SINGAPORE_COPY = `${SINGAPORE_BUCKET}/media/1`;

const role = (account: string | undefined, name: string) => ({ role: `arn:aws:iam::${account}:role/us/${name}` });
const WRITER = role(VIRGINIA, "copy-writer");
const REPLICATION = role(VIRGINIA, "copy-replication");
const APAC = role(SINGAPORE, "apac-engineering");

const TLS = { "aws:SecureTransport": "true" };
const byS3 = (region: string, copy: string) => ({
  "kms:ViaService": `s3.${region}.amazonaws.com`,
  "kms:EncryptionContext:aws:s3:arn": copy,
});
const IN_VIRGINIA = byS3("us-east-1", VIRGINIA_COPY);
const IN_SINGAPORE = byS3("ap-southeast-1", SINGAPORE_COPY);
const OFFICE = { ...TLS, "aws:SourceIp": "203.0.113.1" };
const ELSEWHERE = { ...TLS, "aws:SourceIp": "192.0.2.1" };
const encrypted = (by: string, key?: string) => ({
  "s3:x-amz-server-side-encryption": by,
  ...(key ? { "s3:x-amz-server-side-encryption-aws-kms-key-id": key } : {}),
});
const byService = (account: string | undefined, source: string) => ({ "aws:SourceAccount": account, "aws:SourceArn": source });
const TASK = `arn:aws:datasync:us-east-1:${VIRGINIA}:task/task-0a1b2c3d4e5f60006`;

// Answered by a simulator that knows nothing of the constructs: each question beside a neighbour with the other answer.
// biome-ignore format: one case a line
const CASES: readonly Asked[] = [
  ["who restores reads a copy in Virginia", "allowed", role(VIRGINIA, "backup-restore"), "s3:GetObject", VIRGINIA_COPY, TLS],
  ["who restores reads a copy in Singapore", "allowed", role(SINGAPORE, "backup-restore"), "s3:GetObject", SINGAPORE_COPY, TLS],
  ["who restores reads nothing in plain text", "denied", role(VIRGINIA, "backup-restore"), "s3:GetObject", VIRGINIA_COPY, { "aws:SecureTransport": "false" }],
  ["who restores reads nothing that isn't a store's", "denied", role(VIRGINIA, "backup-restore"), "s3:GetObject", `${VIRGINIA_BUCKET}/_reports/1`, TLS],
  ["who restores writes nothing", "denied", role(VIRGINIA, "backup-restore"), "s3:PutObject", VIRGINIA_COPY, TLS],
  ["who restores deletes nothing", "denied", role(VIRGINIA, "backup-restore"), "s3:DeleteObjectVersion", VIRGINIA_COPY, TLS],
  ["who restores in Virginia doesn't in Singapore", "denied", role(VIRGINIA, "backup-restore"), "s3:GetObject", SINGAPORE_COPY, TLS],

  ["who restores decrypts in Virginia", "allowed", role(VIRGINIA, "backup-restore"), "kms:Decrypt", VIRGINIA_KEY, IN_VIRGINIA],
  ["who restores decrypts in Singapore", "allowed", role(SINGAPORE, "backup-restore"), "kms:Decrypt", SINGAPORE_KEY, IN_SINGAPORE],
  ["who restores decrypts nothing but by way of S3", "denied", role(VIRGINIA, "backup-restore"), "kms:Decrypt", VIRGINIA_KEY, { "kms:EncryptionContext:aws:s3:arn": VIRGINIA_COPY }],
  ["what writes decrypts, to compare", "allowed", WRITER, "kms:Decrypt", VIRGINIA_KEY, IN_VIRGINIA],
  ["what carries copies on decrypts where they come from", "allowed", REPLICATION, "kms:Decrypt", VIRGINIA_KEY, IN_VIRGINIA],
  ["what carries copies on doesn't where they go", "denied", REPLICATION, "kms:Decrypt", SINGAPORE_KEY, IN_SINGAPORE],
  ["what carries copies on encrypts there", "allowed", REPLICATION, "kms:Encrypt", SINGAPORE_KEY, IN_SINGAPORE],
  ["what carries copies on has no data key there, which opens later", "denied", REPLICATION, "kms:GenerateDataKey", SINGAPORE_KEY, IN_SINGAPORE],
  ["a fourth decrypts nothing: who keeps the key", "denied", role(VIRGINIA, "key-custodian"), "kms:Decrypt", VIRGINIA_KEY, { ...IN_VIRGINIA, ...OFFICE }],
  ["a fourth decrypts nothing: who deploys", "denied", role(VIRGINIA, "deploy-pipeline"), "kms:Decrypt", VIRGINIA_KEY, IN_VIRGINIA],
  ["a fourth decrypts nothing: who operates", "denied", role(VIRGINIA, "us-sre"), "kms:Decrypt", VIRGINIA_KEY, { ...IN_VIRGINIA, ...OFFICE }],

  ["what writes adds a copy", "allowed", WRITER, "s3:PutObject", VIRGINIA_COPY, TLS],
  ["what writes names no other key", "denied", WRITER, "s3:PutObject", VIRGINIA_COPY, { ...TLS, ...encrypted("aws:kms", "arn:aws:kms:us-east-1:100000000030:key/another") }],
  ["what writes names no encryption without its key: of AWS's own", "denied", WRITER, "s3:PutObject", VIRGINIA_COPY, { ...TLS, ...encrypted("aws:kms") }],
  ["what writes names no encryption without its key: of S3's own", "denied", WRITER, "s3:PutObject", VIRGINIA_COPY, { ...TLS, ...encrypted("AES256") }],
  ["what writes deletes none", "denied", WRITER, "s3:DeleteObject", VIRGINIA_COPY, TLS],
  ["what carries copies on adds a replica", "allowed", REPLICATION, "s3:ReplicateObject", SINGAPORE_COPY, TLS],
  ["what carries copies on reads no replica", "denied", REPLICATION, "s3:GetObject", SINGAPORE_COPY, TLS],
  ["what carries copies on deletes none", "denied", REPLICATION, "s3:ReplicateDelete", SINGAPORE_COPY, TLS],

  ["engineers next door see metrics there", "allowed", APAC, "cloudwatch:GetMetricData", "*", { ...TLS, "aws:RequestedRegion": "ap-southeast-1" }],
  ["engineers next door read no copy", "denied", APAC, "s3:GetObject", SINGAPORE_COPY, TLS],
  ["engineers next door list none", "denied", APAC, "s3:ListBucket", SINGAPORE_BUCKET, TLS],
  ["engineers next door decrypt none", "denied", APAC, "kms:Decrypt", SINGAPORE_KEY, IN_SINGAPORE],
  ["engineers next door see no policy of the bucket", "denied", APAC, "s3:GetBucketPolicy", SINGAPORE_BUCKET, TLS],
  ["who operates sees it, from an office", "allowed", role(SINGAPORE, "us-sre"), "s3:GetBucketPolicy", SINGAPORE_BUCKET, OFFICE],
  ["who operates doesn't from elsewhere", "denied", role(SINGAPORE, "us-sre"), "s3:GetBucketPolicy", SINGAPORE_BUCKET, ELSEWHERE],
  ["who audits sees it", "allowed", role(SINGAPORE, "oracle-auditor"), "s3:GetBucketPolicy", SINGAPORE_BUCKET, TLS],
  ["who audits reads no copy", "denied", role(SINGAPORE, "oracle-auditor"), "s3:GetObject", SINGAPORE_COPY, TLS],

  ["who keeps the key rotates it, from an office", "allowed", role(SINGAPORE, "key-custodian"), "kms:RotateKeyOnDemand", SINGAPORE_KEY, OFFICE],
  ["who keeps the key doesn't destroy it", "denied", role(SINGAPORE, "key-custodian"), "kms:ScheduleKeyDeletion", SINGAPORE_KEY, OFFICE],
  ["who deploys doesn't either, while there is something to read", "denied", role(SINGAPORE, "deploy-pipeline"), "kms:ScheduleKeyDeletion", SINGAPORE_KEY, TLS],
  ["nobody lends the key: who deploys", "denied", role(SINGAPORE, "deploy-pipeline"), "kms:CreateGrant", SINGAPORE_KEY, TLS],

  ["DataSync enters the writer, for a task of the account", "allowed", { service: "datasync.amazonaws.com" }, "sts:AssumeRole", WRITER.role, byService(VIRGINIA, TASK)],
  ["DataSync doesn't for a task of another account", "denied", { service: "datasync.amazonaws.com" }, "sts:AssumeRole", WRITER.role, byService(SINGAPORE, TASK.replace("30:", "40:"))],
  ["S3 enters what carries copies on, for this bucket", "allowed", { service: "s3.amazonaws.com" }, "sts:AssumeRole", REPLICATION.role, byService(VIRGINIA, VIRGINIA_BUCKET)],
  ["S3 doesn't for another bucket", "denied", { service: "s3.amazonaws.com" }, "sts:AssumeRole", REPLICATION.role, byService(VIRGINIA, SINGAPORE_BUCKET)],
  ["no other service enters it", "denied", { service: "lambda.amazonaws.com" }, "sts:AssumeRole", REPLICATION.role, byService(VIRGINIA, VIRGINIA_BUCKET)],
  ["no person enters it", "denied", role(VIRGINIA, "break-glass"), "sts:AssumeRole", REPLICATION.role, TLS],
  ["no person passes the writer", "denied", role(VIRGINIA, "break-glass"), "iam:PassRole", WRITER.role, { "iam:PassedToService": "datasync.amazonaws.com" }],
  ["no person re-points it", "denied", role(VIRGINIA, "break-glass"), "iam:UpdateAssumeRolePolicy", WRITER.role, TLS],

];

describe("as the cloud would answer", () => {
  test.each(simulated("production", CASES))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});
