import { describe, expect } from "@jest/globals";
import { UNKNOWN } from "../../src/schema/value";
import { answers, plans } from "./cases";

const PRIMARY = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef";

const rootOf = (partition: string, account: string) =>
  `{"Id":"key-default-1","Statement":[{"Action":"kms:*","Effect":"Allow","Principal":{"AWS":"arn:${partition}:iam::${account}:root"},"Resource":"*","Sid":"Enable IAM User Permissions"}],"Version":"2012-10-17"}`;

describe("KMS answers", () =>
  answers([
    [
      "a key's id and ARN",
      "aws_kms_key",
      {},
      { key_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as never, rotation_period_in_days: 0 },
    ],
    ["a year between rotations", "aws_kms_key", { enable_key_rotation: true }, { rotation_period_in_days: 365 }],
    [
      "an id that says multi-Region",
      "aws_kms_key",
      { multi_region: true },
      { id: expect.stringMatching(/^mrk-[0-9a-f]{32}$/) as never },
    ],
    [
      "a replica with its primary's id, in its own region",
      "aws_kms_replica_key",
      { primary_key_arn: PRIMARY, region: "ap-southeast-1" },
      {
        key_id: "mrk-0123456789abcdef0123456789abcdef",
        arn: "arn:aws:kms:ap-southeast-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef",
      },
    ],
    [
      "an alias of a key by its id",
      "aws_kms_alias",
      { name: "alias/a", target_key_id: "k" },
      { id: "alias/a", target_key_arn: "arn:aws:kms:us-east-1:111122223333:key/k" },
    ],
    ["and by its ARN", "aws_kms_alias", { name: "alias/b", target_key_id: PRIMARY }, { target_key_arn: PRIMARY }],
    [
      "an alias without a name",
      "aws_kms_alias",
      { target_key_id: "k" },
      { name: expect.stringMatching(/^alias\/\d{26}$/) as never },
    ],
    ["a key that waits for its material", "aws_kms_external_key", {}, { key_state: "PendingImport", enabled: false }],
    [
      "and one that has it",
      "aws_kms_external_key",
      { key_material_base64: "AA==" },
      { key_state: "Enabled", expiration_model: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
    ],
    [
      "a grant by key and number",
      "aws_kms_grant",
      { key_id: "k", grantee_principal: "p", operations: ["Decrypt"] },
      { id: expect.stringMatching(/^k:[0-9a-f]{64}$/) as never },
    ],
  ]));

describe("KMS plans", () =>
  plans([
    [
      "that the account decides",
      "aws_kms_key",
      {},
      { multi_region: false, policy: rootOf("aws", "111122223333"), key_id: UNKNOWN },
    ],
    [
      "the account of the assumed role",
      "aws_kms_key",
      {},
      { policy: rootOf("aws-us-gov", "444455556666") },
      { region: "us-gov-east-1", assume_role: [{ role_arn: "arn:aws-us-gov:iam::444455556666:role/r" }] },
    ],
    [
      "nothing of an account that isn't known yet",
      "aws_kms_key",
      {},
      { policy: UNKNOWN },
      { region: "us-east-1", assume_role: [{ role_arn: UNKNOWN }] },
    ],
    ["a policy as it is written", "aws_kms_key", { policy: "{}" }, { policy: "{}" }],
  ]));
