import { UNNAMED_ACCOUNT } from "../aws/account";
import { knownText, textOf } from "./expression/text";
import type { Provider } from "./resource";
import { type Fields, literal, unknown, type Value } from "./value";

/**
 * Attributes that follow from configured names, by type: `{name}` is the argument of that name, `{path}` the path with
 * its default `/`. Left out is what ends in something random, such as a secret's ARN, or in an id, such as a key's.
 * Source: the provider's documentation of each type, "Attribute Reference", and "Service Authorization Reference" of AWS,
 * "Resource types defined by …", for the ARNs.
 */
const FORMS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    aws_backup_vault: { id: "{name}", arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}" },
    aws_cloudtrail: { arn: "arn:{partition}:cloudtrail:{region}:{account}:trail/{name}" },
    aws_cloudwatch_log_group: { id: "{name}", arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}" },
    aws_cloudwatch_metric_alarm: { id: "{alarm_name}", arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarm_name}" },
    aws_codebuild_project: { arn: "arn:{partition}:codebuild:{region}:{account}:project/{name}" },
    aws_dynamodb_table: { id: "{name}", arn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}" },
    aws_ecr_repository: { id: "{name}", arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}" },
    aws_iam_group: { id: "{name}", arn: "arn:{partition}:iam::{account}:group{path}{name}" },
    aws_iam_instance_profile: { id: "{name}", arn: "arn:{partition}:iam::{account}:instance-profile{path}{name}" },
    aws_iam_policy: {
      id: "arn:{partition}:iam::{account}:policy{path}{name}",
      arn: "arn:{partition}:iam::{account}:policy{path}{name}",
    },
    aws_iam_role: { id: "{name}", arn: "arn:{partition}:iam::{account}:role{path}{name}" },
    aws_iam_saml_provider: {
      id: "arn:{partition}:iam::{account}:saml-provider/{name}",
      arn: "arn:{partition}:iam::{account}:saml-provider/{name}",
    },
    aws_iam_user: { id: "{name}", arn: "arn:{partition}:iam::{account}:user{path}{name}" },
    aws_kinesis_firehose_delivery_stream: { arn: "arn:{partition}:firehose:{region}:{account}:deliverystream/{name}" },
    aws_kinesis_stream: { arn: "arn:{partition}:kinesis:{region}:{account}:stream/{name}" },
    aws_kms_alias: { id: "{name}", arn: "arn:{partition}:kms:{region}:{account}:{name}" },
    aws_lambda_function: { id: "{function_name}", arn: "arn:{partition}:lambda:{region}:{account}:function:{function_name}" },
    aws_s3_access_point: { arn: "arn:{partition}:s3:{region}:{account}:accesspoint/{name}" },
    aws_s3_bucket: { id: "{bucket}", arn: "arn:{partition}:s3:::{bucket}" },
    aws_sfn_state_machine: {
      id: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
      arn: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
    },
    aws_sns_topic: {
      id: "arn:{partition}:sns:{region}:{account}:{name}",
      arn: "arn:{partition}:sns:{region}:{account}:{name}",
    },
    aws_sqs_queue: { arn: "arn:{partition}:sqs:{region}:{account}:{name}" },
    oci_objectstorage_bucket: { id: "n/{namespace}/b/{name}" },
  }),
);

/** What the cloud will call this attribute; `undefined` where only the cloud knows. */
export function namedAttribute(type: string, attribute: string, given: Fields, provider: Provider): Value | undefined {
  const form = Object.entries(FORMS.get(type) ?? {}).find(([name]) => name === attribute)?.[1];
  if (!form) return undefined;
  const parts = form
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith("{") ? slot(part.slice(1, -1), given, provider) : literal(part)));
  return parts.every((part) => part !== undefined) ? textOf(parts) : undefined;
}

function slot(name: string, given: Fields, provider: Provider): Value | undefined {
  if (name === "account") return accountOf(provider);
  if (name === "region") return regionOf(given, provider);
  if (name === "partition") return partitionOf(regionOf(given, provider));
  return given.entries.get(name) ?? (name === "path" ? literal("/") : undefined);
}

export function accountOf({ account }: Provider): Value {
  return account && knownText(account) !== undefined ? account : literal(UNNAMED_ACCOUNT);
}

/** A regional resource may name its own region, which then counts (AWS provider 6, "Enhanced Region Support"). */
export function regionOf(given: Fields, provider: Provider): Value {
  return given.entries.get("region") ?? provider.region ?? unknown("the provider's region isn't in the configuration");
}

/** Partitions by the beginning of their regions' names (AWS General Reference, "Amazon Resource Names"). */
export function partitionOf(region: Value): Value {
  const name = knownText(region);
  if (name?.startsWith("cn-")) return literal("aws-cn");
  return literal(name?.startsWith("us-gov-") ? "aws-us-gov" : "aws");
}
