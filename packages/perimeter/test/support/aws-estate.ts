import { merged, type Resources } from "./oci-estate";
import type { Documents } from "./stacks";

export const ACCOUNT = "111122223333";
export const PARTNER = "444455556666";

export interface Statement {
  readonly Effect?: "Allow" | "Deny";
  readonly [element: string]: unknown;
}

/** A policy document. */
export const document = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) });

const TRUST = document({
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "sts:AssumeRole",
  Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
});

const role = (name: string, more: object = {}) => ({ name, assume_role_policy: TRUST, ...more });

/** An account with the bucket "user-media" under a key of its own, another bucket, roles of both sides and a user. */
export const ESTATE: Resources = {
  aws_s3_bucket: { media: { bucket: "user-media" }, logs: { bucket: "logs" } },
  aws_s3_bucket_server_side_encryption_configuration: {
    media: {
      bucket: "${aws_s3_bucket.media.id}",
      rule: [
        {
          apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.media.arn}" }],
        },
      ],
    },
  },
  aws_kms_key: { media: { description: "media" } },
  aws_iam_role: {
    us_restore: role("us-restore"),
    us_data: role("us-data"),
    apac_ops: role("apac-ops"),
    lambda: {
      name: "worker",
      assume_role_policy: document({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }),
    },
  },
  aws_iam_user: { bob: { name: "bob" } },
};

/** An inline policy of a role that the estate makes. */
export const allowed = (holder: string, ...statements: readonly Statement[]): Resources => ({
  aws_iam_role_policy: {
    [holder]: { role: `\${aws_iam_role.${holder}.id}`, name: "p", policy: document(...statements) },
  },
});

export const OBJECTS = "arn:aws:s3:::user-media/*";
/** What reading takes: the object and its key. */
export const READ: readonly Statement[] = [
  { Action: "s3:GetObject", Resource: OBJECTS },
  { Action: "kms:Decrypt", Resource: "*" },
];

export const stackOf = (...more: readonly Resources[]): Documents => ({
  "a.tf.json": {
    provider: { aws: [{ region: "us-east-1", allowed_account_ids: [ACCOUNT] }] },
    resource: merged(ESTATE, ...more),
  },
});

/** The US side reads "media" by the role us-restore. */
export const MODEL = `
version: 1
jurisdiction: US
rests: { aws: [us-east-1] }
stores: { media: aws_s3_bucket.media }
roles:
  us-restore: { principal: aws_iam_role.us_restore, residency: US, content: [media] }
  us-data: { principal: aws_iam_role.us_data, residency: US, metadata: [media] }
  worker: { principal: aws_iam_role.lambda, residency: US }
  apac-ops: { principal: aws_iam_role.apac_ops, residency: [CN, SG] }
budget: { default: 1 }
`;
