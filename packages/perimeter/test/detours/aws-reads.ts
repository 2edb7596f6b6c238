import type { KEY_USE, LISTS, READS } from "../../src/detours/aws/reads";
import { OBJECTS, READ } from "../support/aws-estate";
import { may, mayAll, onAll, type Pair } from "./aws-pair";

const SECRET = { store: "aws_secretsmanager_secret.one", beside: [{ aws_secretsmanager_secret: { one: { name: "s" } } }] };
const TABLE = {
  store: "aws_dynamodb_table.one",
  beside: [{ aws_dynamodb_table: { one: { name: "Books", hash_key: "k", attribute: [{ name: "k", type: "S" }] } } }],
};
const PARAMETER = {
  store: "aws_ssm_parameter.one",
  beside: [{ aws_ssm_parameter: { one: { name: "/prod/password", type: "SecureString", value: "x" } } }],
};
const DECRYPT = onAll("kms:Decrypt");

export const READ_PAIRS: Record<(typeof READS)[number]["id"], Pair> = {
  "S3-1": {
    page: "Amazon S3: Allows read and write access to objects in an S3 Bucket",
    found: may(...READ, { Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::user-media"] }),
    passed: may({ Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::user-media"] }, DECRYPT),
  },
  "S3-2": {
    found: may({ Action: "s3:GetObjectTorrent", Resource: OBJECTS }, DECRYPT),
    passed: may({ Action: "s3:GetObjectAttributes", Resource: OBJECTS }, DECRYPT),
  },
  M01: {
    ...SECRET,
    page: "Identity-based policy examples for AWS Secrets Manager",
    found: mayAll("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"),
    passed: mayAll("secretsmanager:DescribeSecret"),
  },
  "DDB-1": {
    ...TABLE,
    page: "Amazon DynamoDB: Allows access to a specific table",
    found: may({ Action: ["dynamodb:Query", "dynamodb:Scan"], Resource: "arn:aws:dynamodb:us-east-1:111122223333:table/Books" }),
    passed: may({ Action: ["dynamodb:Query", "dynamodb:Scan"], Resource: "arn:aws:dynamodb:us-east-1:111122223333:table/Films" }),
  },
  M05: {
    ...PARAMETER,
    page: "Restricting access to Parameter Store parameters using IAM policies",
    found: may(
      { Action: "ssm:DescribeParameters", Resource: "*" },
      { Action: ["ssm:GetParameters"], Resource: "arn:aws:ssm:us-east-1:111122223333:parameter/prod/*" },
    ),
    passed: may(
      { Action: "ssm:DescribeParameters", Resource: "*" },
      { Action: ["ssm:GetParameters"], Resource: "arn:aws:ssm:us-east-1:111122223333:parameter/dev/*" },
    ),
  },
};

/** Of these a foreign role has a note. */
export const NOTE_PAIRS: Record<(typeof LISTS | typeof KEY_USE)[number]["id"], Pair> = {
  "S3-0": { found: mayAll("s3:ListBucket"), passed: mayAll("s3:ListAllMyBuckets") },
  B08: { found: mayAll("s3:PutInventoryConfiguration"), passed: mayAll("s3:GetInventoryConfiguration") },
  "KMS-1": {
    page: "AWS KMS permissions: Allow a user to encrypt and decrypt with any KMS key in a specific AWS account",
    found: mayAll("kms:Encrypt", "kms:Decrypt"),
    passed: mayAll("kms:Encrypt", "kms:DescribeKey"),
  },
  K03: { found: mayAll("kms:ReEncryptFrom", "kms:ReEncryptTo"), passed: mayAll("kms:ReEncryptTo") },
};
