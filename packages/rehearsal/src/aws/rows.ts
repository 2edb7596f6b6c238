import type { Row } from "../engine/cloud";

/** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`. Source: AWS IAM User Guide, Amazon Resource Names. */
const regional = (service: string, resource: string) => `arn:aws:${service}:{region}:{account}:${resource}`;
const global = (service: string, resource: string) => `arn:aws:${service}::{account}:${resource}`;

const ofBucket: Row = { values: { id: "{bucket}" } };
const ec2 = (prefix: string, resource: string): Row => ({
  values: { id: `${prefix}-0{hex:16}`, arn: regional("ec2", `${resource}/{id}`), owner_id: "{account}" },
});
const iam = (kind: string, letters: string): Row => ({
  planned: { path: "/" },
  values: { id: "{name}", arn: global("iam", `${kind}{path}{name}`), unique_id: `${letters}{upper:17}`, create_date: "{now}" },
  unique: ["{name}"],
});

/**
 * What the services give, by resource type; a type without a row has an id of its own name and number, and an ARN of
 * the common form. Sources: the "Actions, resources, and condition keys" page of each service, for ids and ARNs.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  aws_cloudtrail: {
    values: { id: "{arn}", arn: regional("cloudtrail", "trail/{name}"), home_region: "{region}" },
    unique: ["{region}/{name}"],
  },
  aws_cloudwatch_log_group: {
    planned: { log_group_class: "STANDARD" },
    values: { id: "{name}", arn: regional("logs", "log-group:{name}") },
    unique: ["{region}/{name}"],
  },
  aws_dynamodb_table: {
    values: { id: "{name}", arn: regional("dynamodb", "table/{name}") },
    unique: ["{region}/{name}"],
  },
  aws_iam_group: iam("group", "AGPA"),
  aws_iam_policy: {
    values: { id: "{arn}", arn: global("iam", "policy{path}{name}"), policy_id: "ANPA{upper:17}", attachment_count: 0 },
    unique: ["{name}"],
  },
  aws_iam_role: iam("role", "AROA"),
  aws_iam_role_policy: { values: { id: "{role}:{name}" } },
  aws_iam_role_policy_attachment: { values: { id: "{role}-{upper:26}" } },
  aws_iam_user: iam("user", "AIDA"),
  aws_internet_gateway: ec2("igw", "internet-gateway"),
  aws_kms_alias: {
    values: { id: "{name}", arn: regional("kms", "{name}"), target_key_arn: regional("kms", "key/{target_key_id}") },
    unique: ["{region}/{name}"],
  },
  aws_kms_key: {
    planned: { multi_region: false },
    values: { id: "{uuid:4}", key_id: "{id}", arn: regional("kms", "key/{id}") },
  },
  aws_route_table: ec2("rtb", "route-table"),
  aws_s3_account_public_access_block: { values: { id: "{account}", account_id: "{account}" } },
  aws_s3_bucket: {
    values: {
      bucket: "{bucket_prefix|generated}{digits:26}",
      id: "{bucket}",
      arn: "arn:aws:s3:::{bucket}",
      bucket_domain_name: "{bucket}.s3.amazonaws.com",
      bucket_region: "{region}",
      bucket_regional_domain_name: "{bucket}.s3.{region}.amazonaws.com",
      hosted_zone_id: "Z{upper:13}",
      request_payer: "BucketOwner",
    },
    unique: ["{bucket}"],
  },
  aws_s3_bucket_lifecycle_configuration: ofBucket,
  aws_s3_bucket_logging: ofBucket,
  aws_s3_bucket_object_lock_configuration: ofBucket,
  aws_s3_bucket_ownership_controls: ofBucket,
  aws_s3_bucket_policy: ofBucket,
  aws_s3_bucket_public_access_block: ofBucket,
  aws_s3_bucket_replication_configuration: ofBucket,
  aws_s3_bucket_server_side_encryption_configuration: ofBucket,
  aws_s3_bucket_versioning: ofBucket,
  aws_secretsmanager_secret: {
    values: { id: "{arn}", arn: regional("secretsmanager", "secret:{name}-{upper:6}") },
    unique: ["{region}/{name}"],
  },
  aws_secretsmanager_secret_version: { values: { id: "{secret_id}|{version_id}", version_id: "{uuid:4}", arn: "{secret_id}" } },
  aws_security_group: ec2("sg", "security-group"),
  aws_sns_topic: { values: { id: "{arn}", arn: regional("sns", "{name}"), owner: "{account}" }, unique: ["{region}/{name}"] },
  aws_sqs_queue: {
    values: { id: "{url}", url: "https://sqs.{region}.amazonaws.com/{account}/{name}", arn: regional("sqs", "{name}") },
    unique: ["{region}/{name}"],
  },
  aws_subnet: ec2("subnet", "subnet"),
  aws_vpc: {
    values: {
      ...ec2("vpc", "vpc").values,
      default_network_acl_id: "acl-0{hex:16}",
      default_route_table_id: "rtb-0{hex:16}",
      default_security_group_id: "sg-0{hex:16}",
      main_route_table_id: "{default_route_table_id}",
      dhcp_options_id: "dopt-0{hex:16}",
    },
  },
};
