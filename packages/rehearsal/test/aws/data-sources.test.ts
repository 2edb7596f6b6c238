import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { shapeBlock } from "../../src/schema/shape";
import type { ObjectValue } from "../../src/schema/value";
import { US } from "./cases";
import { AWS, rehearsedWorld } from "./worlds";

const { made, read, close } = rehearsedWorld();
afterAll(close);

const OTHER = { region: "us-east-1", allowed_account_ids: ["444455556666"] };
const TRUST = '{"Statement":[]}';
let key: ObjectValue;
let policy: ObjectValue;
beforeAll(() => {
  made("aws_s3_bucket", { bucket: "media", region: "us-west-2", tags: { a: "b" } }, US);
  made("aws_iam_role", { name: "reader", assume_role_policy: TRUST, tags: { team: "data" } }, US);
  policy = made("aws_iam_policy", { name: "read", policy: TRUST, path: "/data/" }, US);
  made("aws_iam_policy", { name: "write", policy: TRUST, path: "/data/" }, US);
  key = made("aws_kms_key", { is_enabled: false }, US);
  made("aws_kms_alias", { name: "alias/media", target_key_id: key["id"] ?? null }, US);
});

test("every data source of the schema has an answer", () =>
  expect(Object.keys(AWS.dataSources).sort()).toEqual(Object.keys(AWS.schema.data_source_schemas).sort()));

describe("what is always there", () => {
  const cases: readonly [name: string, type: string, args: ObjectValue, values: ObjectValue, config?: ObjectValue][] = [
    ["who one is", "aws_caller_identity", {}, { account_id: "111122223333", arn: "arn:aws:iam::111122223333:user/rehearsal" }],
    [
      "the partition",
      "aws_partition",
      {},
      { partition: "aws", dns_suffix: "amazonaws.com", reverse_dns_prefix: "com.amazonaws" },
    ],
    [
      "that of China",
      "aws_partition",
      {},
      { partition: "aws-cn", reverse_dns_prefix: "cn.com.amazonaws" },
      { region: "cn-north-1" },
    ],
    [
      "the region",
      "aws_region",
      {},
      { region: "us-east-1", endpoint: "ec2.us-east-1.amazonaws.com", description: "US East (N. Virginia)" },
    ],
    ["a region by its endpoint", "aws_region", { endpoint: "ec2.eu-west-1.amazonaws.com" }, { region: "eu-west-1" }],
    [
      "the zones",
      "aws_availability_zones",
      {},
      { names: ["us-east-1a", "us-east-1b", "us-east-1c"], zone_ids: ["use1-az1", "use1-az2", "use1-az3"] },
    ],
    [
      "all but one",
      "aws_availability_zones",
      { exclude_names: ["us-east-1b"], region: "us-east-1" },
      { names: ["us-east-1a", "us-east-1c"] },
    ],
    ["none that is impaired", "aws_availability_zones", { state: "impaired" }, { names: [], group_names: [] }],
    [
      "the tags of the provider",
      "aws_default_tags",
      {},
      { tags: { team: "data" } },
      { ...US, default_tags: [{ tags: { team: "data" } }] },
    ],
    [
      "a service that has a gateway",
      "aws_vpc_endpoint_service",
      { service: "s3" },
      { service_name: "com.amazonaws.us-east-1.s3", service_type: "Gateway", private_dns_name: "" },
    ],
    [
      "the same by an interface",
      "aws_vpc_endpoint_service",
      { service: "s3", service_type: "Interface" },
      { service_type: "Interface" },
    ],
    [
      "a service by its whole name",
      "aws_vpc_endpoint_service",
      { service_name: "com.amazonaws.us-east-1.datasync" },
      { service_type: "Interface", private_dns_name: "datasync.us-east-1.amazonaws.com" },
    ],
  ];
  test.each(cases)("%s", (_name, type, args, values, config = US) => {
    const answer = read(type, args, config);
    expect(answer).toMatchObject(values);
    expect(answer).toEqual(shapeBlock(AWS.schema.data_source_schemas[type]?.block ?? {}, answer));
    expect(read(type, args, config)).toEqual(answer);
  });
  test("an account's canonical id, another in another account", () => {
    const [one, other] = [read("aws_canonical_user_id", {}, US), read("aws_canonical_user_id", {}, OTHER)];
    expect(one["id"]).toMatch(/^[0-9a-f]{64}$/);
    expect(other["id"]).not.toBe(one["id"]);
  });
  test("one Identity Center for all accounts", () => {
    expect(read("aws_ssoadmin_instances", {}, US)["arns"]).toEqual(read("aws_ssoadmin_instances", {}, OTHER)["arns"]);
  });
});

describe("an object of the world", () => {
  test("a bucket with its region's names", () =>
    expect(read("aws_s3_bucket", { bucket: "media" }, OTHER)).toMatchObject({ id: "media", bucket_region: "us-west-2" }));
  test("a role with its trust and its tags", () =>
    expect(read("aws_iam_role", { name: "reader" }, US)).toMatchObject({
      assume_role_policy: TRUST,
      path: "/",
      max_session_duration: 3600,
      tags: { team: "data" },
    }));
  test.each<[string, () => ObjectValue]>([
    ["by its ARN", () => ({ arn: policy["arn"] ?? null })],
    ["by its name", () => ({ name: "read" })],
    ["by name and path", () => ({ name: "read", path_prefix: "/data/" })],
  ])("a policy %s", (_name, args) =>
    expect(read("aws_iam_policy", args(), US)).toMatchObject({ arn: policy["arn"], policy: TRUST }),
  );
  test.each<[string, () => unknown]>([
    ["its id", () => key["id"]],
    ["its ARN", () => key["arn"]],
    ["an alias", () => "alias/media"],
    ["an alias's ARN", () => "arn:aws:kms:us-east-1:111122223333:alias/media"],
  ])("a key by %s", (_name, id) =>
    expect(read("aws_kms_key", { key_id: String(id()) }, US)).toMatchObject({
      arn: key["arn"],
      enabled: false,
      key_state: "Disabled",
      key_manager: "CUSTOMER",
    }),
  );
  test("an organization that nobody made, and then the one that was made", () => {
    expect(read("aws_organizations_organization", {}, OTHER)).toMatchObject({
      master_account_id: "444455556666",
      feature_set: "ALL",
      non_master_accounts: [],
    });
    made("aws_organizations_organization", { enabled_policy_types: ["SERVICE_CONTROL_POLICY"] }, US);
    const account = made("aws_organizations_account", { name: "us", email: "us@example.com" }, US);
    expect(read("aws_organizations_organization", {}, OTHER)).toMatchObject({
      master_account_id: "111122223333",
      enabled_policy_types: ["SERVICE_CONTROL_POLICY"],
      accounts: [{ id: "111122223333" }, { id: account["id"] }],
      non_master_accounts: [{ id: account["id"], email: "us@example.com" }],
    });
  });
});

describe("a data source refuses", () => {
  const cases: readonly [name: string, type: string, args: ObjectValue, message: string, config?: ObjectValue][] = [
    ["a bucket that isn't there", "aws_s3_bucket", { bucket: "none" }, "reading S3 Bucket (none): couldn't find resource"],
    ["a role that isn't there", "aws_iam_role", { name: "none" }, "NoSuchEntity: The role with name none cannot be found."],
    ["a role of another account", "aws_iam_role", { name: "reader" }, "NoSuchEntity", OTHER],
    ["a policy that isn't there", "aws_iam_policy", { name: "none" }, "reading IAM policy (none): empty result"],
    ["several policies", "aws_iam_policy", { path_prefix: "/data/" }, "too many results: wanted 1, got 2"],
    [
      "a policy of AWS's own",
      "aws_iam_policy",
      { arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      "doesn't hold the documents of AWS's managed policies",
    ],
    [
      "a key that isn't there",
      "aws_kms_key",
      { key_id: "none" },
      "NotFoundException: Key 'arn:aws:kms:us-east-1:111122223333:key/none' does not exist",
    ],
    [
      "an alias that isn't there",
      "aws_kms_key",
      { key_id: "alias/none" },
      "Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.",
    ],
    ["an alias of another region", "aws_kms_key", { key_id: "alias/media", region: "us-west-2" }, "NotFoundException"],
    ["a region that isn't one", "aws_region", { name: "moon-1" }, "finding Region using the specified name: moon-1"],
    ["an endpoint that is none", "aws_region", { endpoint: "ec2.moon-1.amazonaws.com" }, "using the specified endpoint"],
    ["a service of another region", "aws_vpc_endpoint_service", { service_name: "com.amazonaws.us-west-2.s3" }, "does not exist"],
    [
      "what it can't filter",
      "aws_availability_zones",
      { filter: [{ name: "zone-type", values: ["local-zone"] }] },
      'can\'t filter availability zones: "filter"',
    ],
  ];
  test.each(cases)("%s", (_name, type, args, message, config = US) => expect(() => read(type, args, config)).toThrow(message));
});
