import type { Row } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { textOf, UNKNOWN, type Value } from "../schema/value";
import { byArn, byName, perRegion, regional, text } from "./forms";

/** What the owner's account may do with its own topic. Source: Amazon SNS Developer Guide, default access policy of a topic. */
const TOPIC_ACTIONS = [
  "SNS:GetTopicAttributes",
  "SNS:SetTopicAttributes",
  "SNS:AddPermission",
  "SNS:RemovePermission",
  "SNS:DeleteTopic",
  "SNS:Subscribe",
  "SNS:ListSubscriptionsByTopic",
  "SNS:Publish",
  "SNS:Receive",
];

/** The policy of a topic for which none is given; known once the topic's ARN is. */
function topicPolicy(of: Lookup): Value {
  const [partition, region, account, name] = ["partition", "region", "account", "name"].map((one) => of(one) ?? UNKNOWN);
  if ([partition, region, account, name].includes(UNKNOWN)) return UNKNOWN;
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: TOPIC_ACTIONS,
        Resource: `arn:${textOf(partition)}:sns:${textOf(region)}:${textOf(account)}:${textOf(name)}`,
        Condition: { StringEquals: { "AWS:SourceOwner": account } },
      },
    ],
  });
}

/** A name of the service's making ends as a FIFO name must. */
const fifoName = (argument: string) => (of: Lookup) =>
  `${text(of, "name_prefix|generated")}${text(of, "digits:26")}${of(argument) === true ? ".fifo" : ""}`;

/** SNS and SQS. Sources: provider documentation, Attribute Reference and Import; SNS and SQS API References. */
export const MESSAGING: Readonly<Record<string, Row>> = {
  aws_sns_topic: {
    planned: { policy: topicPolicy },
    ...byArn(regional("sns", "{name}"), {
      name: fifoName("fifo_topic"),
      owner: "{account}",
      policy: topicPolicy,
      signature_version: 0,
      tracing_config: "",
    }),
    unique: perRegion("{name}"),
  },
  aws_sns_topic_policy: byName("{arn}", undefined, { owner: "{account}" }),
  aws_sns_topic_subscription: byArn("{topic_arn}:{uuid:4}", {
    confirmation_was_authenticated: true,
    filter_policy_scope: "",
    owner_id: "{account}",
    // A person has to confirm an address; a queue and a function in AWS need not. Source: Amazon SNS Developer Guide, Subscribe.
    pending_confirmation: (of) => String(of("protocol")).startsWith("email"),
  }),
  aws_sqs_queue: {
    // Source: Amazon SQS Developer Guide, SSE-SQS is on for a new queue that names no key of KMS.
    planned: { sqs_managed_sse_enabled: (of) => ((of("kms_master_key_id") ?? null) === null ? true : UNKNOWN) },
    values: {
      name: fifoName("fifo_queue"),
      id: "{url}",
      arn: regional("sqs", "{name}"),
      url: "https://sqs.{region}.{dns_suffix}/{account}/{name}",
      kms_data_key_reuse_period_seconds: 300,
      sqs_managed_sse_enabled: false,
      deduplication_scope: (of) => (of("fifo_queue") === true ? "queue" : ""),
      fifo_throughput_limit: (of) => (of("fifo_queue") === true ? "perQueue" : ""),
    },
    unique: perRegion("{name}"),
  },
  aws_sqs_queue_policy: byName("{queue_url}"),
};
