import { ACCOUNT, allowed, document, MODEL as STORES, type Statement, stackOf as storesOf } from "./aws-estate";
import type { Resources } from "./oci-estate";
import type { Documents } from "./stacks";

/** What the auditor is given; each by itself. */
export const READS_RECORDS: readonly Statement[] = [
  { Action: ["s3:GetObject", "s3:ListBucket"], Resource: ["arn:aws:s3:::records", "arn:aws:s3:::records/*"] },
  { Action: "kms:Decrypt", Resource: "*", Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } },
];
export const READS_RULES: Statement = { Action: ["iam:Get*", "iam:List*"], Resource: "*" };

/** Management events, and the data events of a bucket. */
export const SELECTORS: readonly object[] = [
  { field_selector: [{ field: "eventCategory", equals: ["Management"] }] },
  data({ field: "resources.ARN", starts_with: ["arn:aws:s3:::user-media/"] }),
];

export function data(...fields: readonly object[]): object {
  return {
    field_selector: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::S3::Object"] },
      ...fields,
    ],
  };
}

export function trail(more: object): object {
  return {
    name: "all",
    s3_bucket_name: "${aws_s3_bucket.records.id}",
    is_multi_region_trail: true,
    enable_log_file_validation: true,
    advanced_event_selector: SELECTORS,
    ...more,
  };
}

export function lock(more: object): object {
  return { bucket: "${aws_s3_bucket.records.id}", rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 365, ...more }] }] };
}

/** The key of the records trusts nobody's policies but those of whom it names. */
export const RECORDS: Resources = {
  aws_s3_bucket: { records: { bucket: "records" } },
  aws_s3_bucket_object_lock_configuration: { records: lock({}) },
  aws_s3_bucket_server_side_encryption_configuration: {
    records: {
      bucket: "${aws_s3_bucket.records.id}",
      rule: [
        {
          apply_server_side_encryption_by_default: [
            { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.records.arn}" },
          ],
        },
      ],
    },
  },
  aws_kms_key: { records: { description: "records" } },
  aws_cloudtrail: { all: trail({}) },
  aws_iam_role: {
    auditor: {
      name: "auditor",
      assume_role_policy: document({
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
        Action: "sts:AssumeRoleWithSAML",
      }),
    },
  },
  ...allowed("auditor", ...READS_RECORDS, READS_RULES),
};

export const recordedStack = (...more: readonly Resources[]): Documents => storesOf(RECORDS, ...more);

export const MODEL = `${STORES.replace("roles:\n", "roles:\n  auditor: { principal: aws_iam_role.auditor, residency: US }\n")}
oversight: { auditor: auditor, evidence: aws_s3_bucket.records }
`;
