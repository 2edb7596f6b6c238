import { accountOf, namedAttribute, partitionOf, regionOf } from "./names";
import { policyDocument } from "./policy-document";
import type { Provider } from "./resource";
import { type Fields, fields, openIn, unknown, type Value } from "./value";

/**
 * What data sources tell by their configuration and their provider alone.
 * Source: the AWS provider's documentation of each data source, "Attribute Reference".
 */
const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["aws_caller_identity", (_, provider) => ({ account_id: accountOf(provider), id: accountOf(provider) })],
  ["aws_iam_policy_document", (given) => ({ json: policyDocument(given), minified_json: policyDocument(given) })],
  ["aws_partition", (given, provider) => ({ partition: partitionOf(regionOf(given, provider)) })],
  [
    "aws_region",
    (given, provider) => ({ id: regionOf(given, provider), name: regionOf(given, provider), region: regionOf(given, provider) }),
  ],
]);
type Answer = (given: Fields, provider: Provider) => Readonly<Record<string, Value>>;

/** Data sources of things that are called by a name which their configuration gives. */
const NAMED: ReadonlySet<string> = new Set([
  "aws_s3_bucket",
  "aws_sns_topic",
  "aws_sqs_queue",
  "aws_dynamodb_table",
  "aws_ecr_repository",
]);

/** An attribute of a data source; `read` is what a plan or a state knows of it. */
export function dataAttribute(
  { type, address, provider }: { readonly type: string; readonly address: string; readonly provider: Provider },
  attribute: string,
  given: Fields,
  read: Fields | undefined,
): Value {
  const answer = fields(Object.entries(ANSWERS.get(type)?.(given, provider) ?? {})).entries.get(attribute);
  const named = NAMED.has(type) ? namedAttribute(type, attribute, given, provider) : undefined;
  return (
    (answer && !openIn(answer) ? answer : undefined) ??
    closed(read?.entries.get(attribute)) ??
    answer ??
    given.entries.get(attribute) ??
    named ??
    unknown(`the data source "${address}" is read when a plan is made`)
  );
}

const closed = (value: Value | undefined) => (value && !openIn(value) ? value : undefined);
