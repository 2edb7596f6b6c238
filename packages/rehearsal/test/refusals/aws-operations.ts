import { type Pair, removes, there, wants, within } from "./pair";

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const CLOUDTRAIL = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
const records = there("records", "aws_s3_bucket", { bucket: "records" });
const letting = there("letting", "aws_s3_bucket_policy", {
  bucket: "records",
  policy: document(
    { ...CLOUDTRAIL, Action: "s3:GetBucketAcl", Resource: "arn:aws:s3:::records" },
    { ...CLOUDTRAIL, Action: "s3:PutObject", Resource: "arn:aws:s3:::records/*" },
  ),
});
const READY = [records, letting];
const trail = (more = {}) => ({ name: "us-trail", s3_bucket_name: "records", ...more });
const ADMIN = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" };
const key = (...more: readonly object[]) => there("k", "aws_kms_key", { policy: document(ADMIN, ...more) });
const ENCRYPTS = { ...CLOUDTRAIL, Action: "kms:GenerateDataKey*", Resource: "*" };
const selector = (more = {}) => ({ read_write_type: "All", include_management_events: true, ...more });
const objects = (count: number) => ({
  data_resource: [{ type: "AWS::S3::Object", values: Array.from({ length: count }, (_, at) => `arn:aws:s3:::b${at}/`) }],
});
const advanced = (field: string) => ({ name: "s", field_selector: [{ field, equals: ["Data"] }] });

const bucket = there("b", "aws_s3_bucket", { bucket: "b" });
const role = there("role", "aws_iam_role", {
  name: "r",
  assume_role_policy: document({ Effect: "Allow", Principal: { Service: "datasync.amazonaws.com" }, Action: "sts:AssumeRole" }),
});
const location = (name: string, more = {}) =>
  there(name, "aws_datasync_location_s3", {
    s3_bucket_arn: "arn:aws:s3:::b",
    subdirectory: `/${name}`,
    s3_config: [{ bucket_access_role_arn: "arn:aws:iam::111122223333:role/r" }],
    ...more,
  });
const withAgents = there("cloud", "aws_datasync_location_object_storage", {
  bucket_name: "media",
  server_hostname: "h.example",
  agent_arns: ["arn:aws:datasync:us-east-1:111122223333:agent/agent-01234567890123456"],
});
const TASK = "aws_datasync_task";
const task = (more = {}, source = "one") => ({
  source_location_arn: `\${${source}.arn}`,
  destination_location_arn: "${two.arn}",
  ...more,
});
const LOCATIONS = [bucket, role, location("one"), location("two")];
const options = (more: object) => ({ options: [more] }) as { readonly options: never };
const GONE = "arn:aws:datasync:us-east-1:111122223333:location/loc-0123456789abcdef0";
const secret = there("s", "aws_secretsmanager_secret", { name: "s" });
const vpc = there("v", "aws_vpc", { cidr_block: "10.0.0.0/16" });
const rule = there("rule", "aws_cloudwatch_event_rule", { name: "r", event_pattern: "{}" });

export const AWS_OPERATIONS: Readonly<Record<string, Pair>> = {
  "cloudtrail/name": wants("aws_cloudtrail", trail({ name: "us..trail" }), trail(), READY),
  "cloudtrail/bucket-missing": within("aws_cloudtrail", trail(), [], READY),
  "cloudtrail/bucket-policy": within("aws_cloudtrail", trail(), [records], READY),
  "cloudtrail/key-missing": wants(
    "aws_cloudtrail",
    trail({ kms_key_id: "arn:aws:kms:us-east-1:111122223333:key/nobody" }),
    trail({ kms_key_id: "${k.arn}" }),
    [...READY, key(ENCRYPTS)],
  ),
  "cloudtrail/key-in-another-region": wants(
    "aws_cloudtrail",
    trail({ kms_key_id: "arn:aws:kms:us-west-2:999999999999:key/k" }),
    trail({ kms_key_id: "arn:aws:kms:us-east-1:999999999999:key/k" }),
    READY,
  ),
  "cloudtrail/key-policy": within(
    "aws_cloudtrail",
    trail({ kms_key_id: "${k.arn}" }),
    [...READY, key()],
    [...READY, key(ENCRYPTS)],
  ),
  "cloudtrail/organization": within(
    "aws_cloudtrail",
    trail({ is_organization_trail: true }),
    [...READY, there("o", "aws_organizations_organization", { aws_service_access_principals: ["sso.amazonaws.com"] })],
    [...READY, there("o", "aws_organizations_organization", { aws_service_access_principals: ["cloudtrail.amazonaws.com"] })],
  ),
  "cloudtrail/two-kinds-of-selectors": wants(
    "aws_cloudtrail",
    trail({ event_selector: [selector()], advanced_event_selector: [advanced("eventCategory")] }),
    trail({ event_selector: [selector()] }),
    READY,
  ),
  "cloudtrail/too-many-selectors": wants(
    "aws_cloudtrail",
    trail({ event_selector: Array.from({ length: 6 }, () => selector()) }),
    trail({ event_selector: Array.from({ length: 5 }, () => selector()) }),
    READY,
  ),
  "cloudtrail/too-many-data-resources": wants(
    "aws_cloudtrail",
    trail({ event_selector: [selector(objects(251))] }),
    trail({ event_selector: [selector(objects(250))] }),
    READY,
  ),
  "cloudtrail/advanced-selector-without-category": wants(
    "aws_cloudtrail",
    trail({ advanced_event_selector: [advanced("resources.type")] }),
    trail({ advanced_event_selector: [advanced("eventCategory")] }),
    READY,
  ),
  "cloudtrail/protected-store": {
    type: "aws_cloudtrail_event_data_store",
    refused: {
      there: [there("d", "aws_cloudtrail_event_data_store", { name: "d", termination_protection_enabled: true })],
      removes: "d",
    },
    passes: {
      there: [there("d", "aws_cloudtrail_event_data_store", { name: "d", termination_protection_enabled: false })],
      removes: "d",
    },
  },
  "logs/retention": wants(
    "aws_cloudwatch_log_group",
    { name: "g", retention_in_days: 100 },
    { name: "g", retention_in_days: 120 },
  ),
  "logs/protected-group": {
    type: "aws_cloudwatch_log_group",
    refused: { there: [there("g", "aws_cloudwatch_log_group", { name: "g", deletion_protection_enabled: true })], removes: "g" },
    passes: { there: [there("g", "aws_cloudwatch_log_group", { name: "g", deletion_protection_enabled: false })], removes: "g" },
  },
  "events/pattern": wants(
    "aws_cloudwatch_event_rule",
    { name: "r", event_pattern: "source" },
    { name: "r", event_pattern: '{"source":["aws.s3"]}' },
  ),
  "events/target-of-nothing": within(
    "aws_cloudwatch_event_target",
    { rule: "r", target_id: "t", arn: "arn:aws:sns:us-east-1:111122223333:t" },
    [],
    [rule],
  ),
  "sns/subscription-to-nothing": within(
    "aws_sns_topic_subscription",
    { topic_arn: "arn:aws:sns:us-east-1:111122223333:t", protocol: "email", endpoint: "a@b.example" },
    [],
    [there("t", "aws_sns_topic", { name: "t" })],
  ),
  "datasync/location-missing": wants(TASK, { ...task(), source_location_arn: GONE }, task(), LOCATIONS),
  "datasync/same-location": wants(TASK, task({}, "two"), task(), LOCATIONS),
  "datasync/schedule": wants(
    TASK,
    task({ schedule: [{ schedule_expression: "rate(30 minutes)" }] }),
    task({ schedule: [{ schedule_expression: "rate(1 hour)" }] }),
    LOCATIONS,
  ),
  "datasync/enhanced-verification": wants(
    TASK,
    task({ task_mode: "ENHANCED", ...options({ verify_mode: "POINT_IN_TIME_CONSISTENT" }) }),
    task({ task_mode: "ENHANCED", ...options({ verify_mode: "ONLY_FILES_TRANSFERRED" }) }),
    LOCATIONS,
  ),
  "datasync/enhanced-with-agents": wants(TASK, task({ task_mode: "ENHANCED" }, "cloud"), task({ task_mode: "BASIC" }, "cloud"), [
    ...LOCATIONS,
    withAgents,
  ]),
  "datasync/remove-with-all": wants(
    TASK,
    task(options({ preserve_deleted_files: "REMOVE", transfer_mode: "ALL" })),
    task(options({ preserve_deleted_files: "REMOVE", transfer_mode: "CHANGED" })),
    LOCATIONS,
  ),
  "datasync/times": wants(
    TASK,
    task(options({ atime: "BEST_EFFORT", mtime: "NONE" })),
    task(options({ atime: "BEST_EFFORT", mtime: "PRESERVE" })),
    LOCATIONS,
  ),
  "datasync/location-in-use": {
    type: "aws_datasync_location_s3",
    refused: { there: [...LOCATIONS, there("task", TASK, task())], removes: "one" },
    passes: { there: LOCATIONS, removes: "one" },
  },
  "datasync/bucket-missing": within("aws_datasync_location_s3", location("x").arguments, [role], [role, bucket]),
  "datasync/role-missing": within("aws_datasync_location_s3", location("x").arguments, [bucket], [role, bucket]),
  "secretsmanager/key-elsewhere": wants(
    "aws_secretsmanager_secret",
    { name: "x", kms_key_id: "arn:aws:kms:ap-southeast-1:111122223333:key/k" },
    { name: "x", kms_key_id: "arn:aws:kms:us-east-1:111122223333:key/k" },
  ),
  "secretsmanager/window": wants(
    "aws_secretsmanager_secret",
    { name: "x", recovery_window_in_days: 3 },
    { name: "x", recovery_window_in_days: 7 },
  ),
  "secretsmanager/version-of-nothing": wants(
    "aws_secretsmanager_secret_version",
    { secret_id: "nobody", secret_string: "x" },
    { secret_id: "${s.arn}", secret_string: "x" },
    [secret],
  ),
  "ec2/network-in-use": removes(vpc, [there("sub", "aws_subnet", { vpc_id: "${v.id}", cidr_block: "10.0.0.0/24" })]),
};
