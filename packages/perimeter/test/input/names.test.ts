import { describe, expect, test } from "@jest/globals";
import { valueIn } from "../support/stacks";

const PROVIDER = {
  aws: [
    { region: "us-east-1", allowed_account_ids: ["111122223333"] },
    { alias: "cn", region: "cn-north-1" },
  ],
};

const named = (type: string, given: object, attribute: string, provider: unknown = PROVIDER) =>
  valueIn(`\${${type}.x.${attribute}}`, { provider, resource: { [type]: { x: given } } });

/** Source: Service Authorization Reference of AWS, "Resource types defined by …". */
describe("an attribute that follows from a configured name", () => {
  const cases: readonly (readonly [string, object, string, string])[] = [
    ["aws_s3_bucket", { bucket: "media" }, "arn", "arn:aws:s3:::media"],
    ["aws_s3_bucket", { bucket: "media" }, "id", "media"],
    ["aws_s3_bucket", { bucket: "media", provider: "aws.cn" }, "arn", "arn:aws-cn:s3:::media"],
    ["aws_iam_role", { name: "us-sre" }, "arn", "arn:aws:iam::111122223333:role/us-sre"],
    ["aws_iam_role", { name: "us-sre", path: "/us/" }, "arn", "arn:aws:iam::111122223333:role/us/us-sre"],
    ["aws_iam_role", { name: "us-sre" }, "id", "us-sre"],
    ["aws_iam_user", { name: "bob" }, "arn", "arn:aws:iam::111122223333:user/bob"],
    ["aws_iam_group", { name: "ops" }, "arn", "arn:aws:iam::111122223333:group/ops"],
    ["aws_iam_policy", { name: "read" }, "arn", "arn:aws:iam::111122223333:policy/read"],
    ["aws_iam_policy", { name: "read" }, "id", "arn:aws:iam::111122223333:policy/read"],
    ["aws_iam_instance_profile", { name: "app" }, "arn", "arn:aws:iam::111122223333:instance-profile/app"],
    ["aws_iam_saml_provider", { name: "idp" }, "arn", "arn:aws:iam::111122223333:saml-provider/idp"],
    ["aws_sns_topic", { name: "alarms" }, "arn", "arn:aws:sns:us-east-1:111122223333:alarms"],
    ["aws_sns_topic", { name: "alarms", region: "eu-west-1" }, "arn", "arn:aws:sns:eu-west-1:111122223333:alarms"],
    ["aws_sqs_queue", { name: "jobs" }, "arn", "arn:aws:sqs:us-east-1:111122223333:jobs"],
    ["aws_dynamodb_table", { name: "t" }, "arn", "arn:aws:dynamodb:us-east-1:111122223333:table/t"],
    ["aws_lambda_function", { function_name: "f" }, "arn", "arn:aws:lambda:us-east-1:111122223333:function:f"],
    ["aws_cloudwatch_log_group", { name: "/app" }, "arn", "arn:aws:logs:us-east-1:111122223333:log-group:/app"],
    ["aws_cloudtrail", { name: "t" }, "arn", "arn:aws:cloudtrail:us-east-1:111122223333:trail/t"],
    ["aws_kms_alias", { name: "alias/k" }, "arn", "arn:aws:kms:us-east-1:111122223333:alias/k"],
    ["aws_ecr_repository", { name: "r" }, "arn", "arn:aws:ecr:us-east-1:111122223333:repository/r"],
    ["aws_s3_access_point", { name: "p" }, "arn", "arn:aws:s3:us-east-1:111122223333:accesspoint/p"],
    ["aws_backup_vault", { name: "v" }, "arn", "arn:aws:backup:us-east-1:111122223333:backup-vault:v"],
    ["oci_objectstorage_bucket", { name: "m", namespace: "ns" }, "id", "n/ns/b/m"],
  ];
  test.each(cases)("%s %j has its %s", (type, given, attribute, expected) =>
    expect(named(type, given, attribute)).toBe(expected),
  );
});

describe("what a name doesn't make stays a reference", () => {
  const cases: readonly (readonly [string, object, string])[] = [
    ["aws_s3_bucket", { bucket_prefix: "media-" }, "arn"],
    ["aws_s3_bucket", {}, "id"],
    ["aws_iam_role", { name_prefix: "us-" }, "arn"],
    ["aws_kms_key", {}, "arn"],
    ["aws_kms_key", {}, "key_id"],
    ["aws_secretsmanager_secret", { name: "s" }, "arn"],
    ["oci_identity_compartment", { name: "app" }, "id"],
  ];
  test.each(cases)("%s %j, its %s", (type, given, attribute) =>
    expect(named(type, given, attribute)).toBe(`<a/${type}.x.${attribute}>`),
  );
});

describe("the account of a provider", () => {
  const role = (provider: object) => named("aws_iam_role", { name: "r" }, "arn", { aws: { region: "us-east-1", ...provider } });
  test.each([
    ["is the one that it allows", { allowed_account_ids: ["111122223333"] }, "111122223333"],
    [
      "is that of the role which it assumes",
      { assume_role: [{ role_arn: "arn:aws:iam::444455556666:role/deploy" }] },
      "444455556666",
    ],
    ["also where the block stands alone", { assume_role: { role_arn: "arn:aws:iam::444455556666:role/deploy" } }, "444455556666"],
    [
      "is that of the last role of a chain",
      { assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/a" }, { role_arn: "arn:aws:iam::444455556666:role/b" }] },
      "444455556666",
    ],
    [
      "is first what it allows",
      { allowed_account_ids: ["111122223333"], assume_role: [{ role_arn: "arn:aws:iam::444455556666:role/d" }] },
      "111122223333",
    ],
    ["may be either where it allows two", { allowed_account_ids: ["111122223333", "444455556666"] }, "000000000000"],
    ["is the same unnamed one for all that don't say", {}, "000000000000"],
    ["is unnamed where a variable holds it", { allowed_account_ids: ["${var.none}"] }, "000000000000"],
  ])("%s", (_, provider, account) => expect(role(provider)).toBe(`arn:aws:iam::${account}:role/r`));
});

describe("data sources that a provider answers", () => {
  const data = (type: string, attribute: string, body: object = {}) =>
    valueIn(`\${data.${type}.d.${attribute}}`, { provider: PROVIDER, data: { [type]: { d: body } } });
  test.each([
    ["aws_caller_identity", "account_id", {}, "111122223333"],
    ["aws_caller_identity", "arn", {}, '?the data source "data.aws_caller_identity.d" is read when a plan is made'],
    ["aws_partition", "partition", {}, "aws"],
    ["aws_partition", "partition", { provider: "aws.cn" }, "aws-cn"],
    ["aws_region", "name", {}, "us-east-1"],
    ["aws_region", "region", { provider: "aws.cn" }, "cn-north-1"],
    ["aws_s3_bucket", "arn", { bucket: "theirs" }, "arn:aws:s3:::theirs"],
    ["aws_s3_bucket", "bucket", { bucket: "theirs" }, "theirs"],
    ["aws_kms_key", "arn", { key_id: "alias/k" }, '?the data source "data.aws_kms_key.d" is read when a plan is made'],
    [
      "oci_objectstorage_namespace",
      "namespace",
      {},
      '?the data source "data.oci_objectstorage_namespace.d" is read when a plan is made',
    ],
  ])("%s.%s of %j", (type, attribute, body, expected) => expect(data(type, attribute, body)).toBe(expected));
});
