import type { Stacks } from "./mutation";

const ACCOUNT = "100000000020";
const AUDITOR = `arn:aws:iam::${ACCOUNT}:role/us/oracle-auditor`;
const BUCKET = "arn:aws:s3:::larkspur-us-records";

/** The stack whose organization trail covers for whatever trail of a site is broken: mutations leave it out. */
const GUARDRAILS = "backup-guardrails";

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/**
 * What stands in for the log account of the sites: the locked bucket that their trails write into, its key, a trail of the
 * account itself, and the auditor there.
 */
const RECORDS = {
  provider: { aws: [{ region: "us-east-1", allowed_account_ids: [ACCOUNT] }] },
  resource: {
    aws_s3_bucket: { records: { bucket: "larkspur-us-records", object_lock_enabled: true } },
    aws_s3_bucket_object_lock_configuration: {
      records: { bucket: "${aws_s3_bucket.records.bucket}", rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 365 }] }] },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      records: {
        bucket: "${aws_s3_bucket.records.bucket}",
        rule: [
          {
            apply_server_side_encryption_by_default: [
              { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.records.arn}" },
            ],
          },
        ],
      },
    },
    aws_s3_bucket_policy: {
      records: {
        bucket: "${aws_s3_bucket.records.bucket}",
        policy: document(
          {
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: `${BUCKET}/AWSLogs/*`,
          },
          {
            Effect: "Deny",
            Principal: "*",
            Action: ["s3:GetObject*"],
            Resource: `${BUCKET}/*`,
            Condition: { ArnNotEquals: { "aws:PrincipalArn": [AUDITOR] } },
          },
        ),
      },
    },
    aws_kms_key: {
      records: {
        description: "records",
        policy: document(
          { Effect: "Allow", Principal: { AWS: AUDITOR }, Action: "kms:Decrypt", Resource: "*" },
          {
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "kms:GenerateDataKey*",
            Resource: "*",
          },
        ),
      },
    },
    aws_cloudtrail: {
      records: {
        name: "records",
        s3_bucket_name: "${aws_s3_bucket.records.bucket}",
        is_multi_region_trail: true,
        enable_log_file_validation: true,
      },
    },
    aws_iam_role: {
      auditor: {
        name: "oracle-auditor",
        path: "/us/",
        assume_role_policy: document({
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
          Action: "sts:AssumeRoleWithSAML",
        }),
      },
    },
    aws_iam_role_policy: {
      auditor: {
        name: "records",
        role: "${aws_iam_role.auditor.name}",
        policy: document(
          { Effect: "Allow", Action: ["s3:GetObject", "s3:GetObjectVersion"], Resource: `${BUCKET}/*` },
          { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" },
        ),
      },
    },
  },
};

/** The stacks of a deployment, with what stands in for the log account. */
export function withRecords({ [GUARDRAILS]: _, ...stacks }: Stacks): Stacks {
  return { ...stacks, records: RECORDS };
}

/** The model of a deployment, with the records of that log account among the evidence. */
export const declaringRecords = (model: string): string =>
  model.replace(new RegExp(`${GUARDRAILS}/aws_s3_bucket\\.\\w+`), "records/aws_s3_bucket.records");
