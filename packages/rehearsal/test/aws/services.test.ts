import { afterAll, describe, expect, test } from "@jest/globals";
import type { ObjectValue } from "../../src/schema/value";
import { answers, plans, US } from "./cases";
import { rehearsedWorld } from "./worlds";

const like = (pattern: RegExp) => expect.stringMatching(pattern) as never;
const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:111122223333:${resource}`;

describe("other services answer", () =>
  answers([
    ["a secret with six characters more", "aws_secretsmanager_secret", { name: "s" }, { arn: like(/:secret:s-[A-Za-z0-9]{6}$/) }],
    [
      "a version by its secret",
      "aws_secretsmanager_secret_version",
      { secret_id: "s", secret_string: "x" },
      { id: like(/^s\|terraform-\d{26}$/), arn: "s", version_stages: ["AWSCURRENT"], has_secret_string_wo: false },
    ],
    [
      "whether a secret was write-only",
      "aws_secretsmanager_secret_version",
      { secret_id: "w", secret_string_wo: "x", secret_string_wo_version: 1 },
      { has_secret_string_wo: true, secret_string_wo: null },
    ],
    [
      "where a location is",
      "aws_datasync_location_object_storage",
      { server_hostname: "h", bucket_name: "b", subdirectory: "/x/" },
      { uri: "object-storage://h/b/x/" },
    ],
    [
      "and where one of S3",
      "aws_datasync_location_s3",
      { s3_bucket_arn: "arn:aws:s3:::media", subdirectory: "/x/" },
      { uri: "s3://media/x/", s3_storage_class: "STANDARD" },
    ],
    [
      "a trail's topic by its name",
      "aws_cloudtrail",
      { name: "t", s3_bucket_name: "l", sns_topic_name: "n" },
      { id: arn("cloudtrail", "trail/t"), sns_topic_arn: arn("sns", "n"), home_region: "us-east-1" },
    ],
    [
      "and by its ARN",
      "aws_cloudtrail",
      { name: "u", s3_bucket_name: "l", sns_topic_name: "arn:aws:sns:x:1:n" },
      { sns_topic_arn: "arn:aws:sns:x:1:n" },
    ],
    ["a rule of the default bus", "aws_cloudwatch_event_rule", { name: "r" }, { id: "r", arn: arn("events", "rule/r") }],
    [
      "a rule of another bus",
      "aws_cloudwatch_event_rule",
      { name: "r", event_bus_name: "b" },
      { id: "b/r", arn: arn("events", "rule/b/r") },
    ],
    ["a target by its rule", "aws_cloudwatch_event_target", { rule: "r", target_id: "t", arn: "a" }, { id: "r-t" }],
    [
      "a target on another bus",
      "aws_cloudwatch_event_target",
      { rule: "r", target_id: "t", arn: "a", event_bus_name: "b" },
      { id: "b-r-t" },
    ],
    ["a filter of one group", "aws_cloudwatch_log_metric_filter", { name: "f", log_group_name: "a", pattern: "" }, { id: "f" }],
    [
      "and one of its name of another",
      "aws_cloudwatch_log_metric_filter",
      { name: "f", log_group_name: "b", pattern: "" },
      { id: "f" },
    ],
    [
      "a queue's URL",
      "aws_sqs_queue",
      { name: "q" },
      { id: "https://sqs.us-east-1.amazonaws.com/111122223333/q", arn: arn("sqs", "q") },
    ],
    [
      "a FIFO name",
      "aws_sqs_queue",
      { fifo_queue: true },
      { name: like(/^terraform-\d{26}\.fifo$/), deduplication_scope: "queue" },
    ],
    [
      "a subscription under its topic",
      "aws_sns_topic_subscription",
      { topic_arn: "t", protocol: "email", endpoint: "e" },
      { arn: like(/^t:/), pending_confirmation: true },
    ],
    [
      "one that nobody has to confirm",
      "aws_sns_topic_subscription",
      { topic_arn: "t", protocol: "sqs", endpoint: "e" },
      { pending_confirmation: false },
    ],
    [
      "a function's unpublished version",
      "aws_lambda_function",
      { function_name: "f", role: "r" },
      { version: "$LATEST", qualified_arn: `${arn("lambda", "function:f")}:$LATEST`, architectures: ["x86_64"] },
    ],
    [
      "and a published one",
      "aws_lambda_function",
      { function_name: "p", role: "r", publish: true },
      { version: "1", code_sha256: like(/^.{43}$/) },
    ],
    [
      "a permission of one function",
      "aws_lambda_permission",
      { function_name: "f", statement_id: "s", action: "a", principal: "p" },
      { id: "s" },
    ],
    [
      "and one of its name of another",
      "aws_lambda_permission",
      { function_name: "g", statement_id: "s", action: "a", principal: "p" },
      { id: "s" },
    ],
    ["a vault's own key", "aws_backup_vault", { name: "v" }, { kms_key_arn: like(/^arn:aws:kms:us-east-1:111122223333:key\//) }],
    [
      "a table's stream",
      "aws_dynamodb_table",
      { name: "t", stream_enabled: true },
      { stream_arn: `${arn("dynamodb", "table/t")}/stream/2026-01-01T00:00:00.000` },
    ],
    ["and none", "aws_dynamodb_table", { name: "n" }, { stream_arn: "" }],
    [
      "a repository's address in China",
      "aws_ecr_repository",
      { name: "r" },
      { repository_url: "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/r" },
      { region: "cn-north-1" },
    ],
    [
      "a service in its cluster",
      "aws_ecs_service",
      { name: "s", cluster: arn("ecs", "cluster/c") },
      { arn: arn("ecs", "service/c/s"), launch_type: "EC2" },
    ],
    [
      "the key of a secret parameter",
      "aws_ssm_parameter",
      { name: "/a/b", type: "SecureString" },
      { arn: arn("ssm", "parameter/a/b"), key_id: "alias/aws/ssm" },
    ],
    ["none of an open one", "aws_ssm_parameter", { name: "c", type: "String" }, { arn: arn("ssm", "parameter/c"), key_id: "" }],
  ]));

describe("other services plan", () =>
  plans([
    [
      "a topic for its own account",
      "aws_sns_topic",
      { name: "t" },
      {
        policy: like(
          /"Resource":"arn:aws:sns:us-east-1:111122223333:t","Condition":\{"StringEquals":\{"AWS:SourceOwner":"111122223333"\}\}/,
        ),
      },
    ],
    ["a queue with a key of its service", "aws_sqs_queue", { name: "q" }, { sqs_managed_sse_enabled: true }],
    [
      "the mode of a task",
      "aws_datasync_task",
      { source_location_arn: "s", destination_location_arn: "d" },
      { task_mode: "BASIC" },
    ],
    [
      "what logs are kept as",
      "aws_cloudwatch_log_group",
      { name: "g" },
      { log_group_class: "STANDARD", deletion_protection_enabled: false },
    ],
  ]));

describe("a change", () => {
  const { made, changed, close } = rehearsedWorld();
  afterAll(close);
  const cases: readonly [name: string, type: string, args: ObjectValue, change: ObjectValue, values: ObjectValue][] = [
    [
      "of an alias's target is the key's ARN",
      "aws_kms_alias",
      { name: "alias/x", target_key_id: "a" },
      { target_key_id: "b" },
      { target_key_arn: arn("kms", "key/b"), id: "alias/x" },
    ],
    [
      "of a group's name is one of its ARN",
      "aws_iam_group",
      { name: "a" },
      { name: "b" },
      { id: "b", arn: "arn:aws:iam::111122223333:group/b" },
    ],
    [
      "of a parameter is a new version",
      "aws_ssm_parameter",
      { name: "p", type: "String", value: "1" },
      { value: "2" },
      { version: 2 },
    ],
    [
      "of a template is a new version",
      "aws_launch_template",
      { name: "t" },
      { image_id: "ami-1" },
      { latest_version: 2, default_version: 1 },
    ],
    [
      "leaves what it doesn't concern",
      "aws_sqs_queue",
      { name: "k" },
      { delay_seconds: 5 },
      { url: "https://sqs.us-east-1.amazonaws.com/111122223333/k" },
    ],
  ];
  test.each(cases)("%s", (_name, type, args, change, values) => {
    expect(changed(type, made(type, args, US), change, US).made()).toMatchObject(values);
  });

  const replacing: readonly [name: string, type: string, args: ObjectValue, change: ObjectValue, replace: readonly string[]][] = [
    ["of a zone's name", "aws_route53_zone", { name: "a" }, { name: "b" }, ["name"]],
    [
      "of a definition's containers",
      "aws_ecs_task_definition",
      { family: "f", container_definitions: "[]" },
      { container_definitions: "[1]" },
      ["container_definitions"],
    ],
    ["of the region, whatever the type", "aws_internet_gateway", {}, { region: "us-west-2" }, ["region"]],
    ["of a share's permissions, but not its name,", "aws_ram_resource_share", { name: "a" }, { name: "b" }, []],
  ];
  test.each(replacing)("%s makes a new object", (_name, type, args, change, replace) => {
    expect(changed(type, made(type, args, US), change, US).replace).toEqual(replace);
  });
});
