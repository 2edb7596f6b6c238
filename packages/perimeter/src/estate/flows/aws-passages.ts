import type { FlowRow } from "./row";

const BUCKET = ["aws_s3_bucket"];
const TABLE = ["aws_dynamodb_table"];
const STREAM = ["aws_kinesis_stream"];
const FUNCTION = ["aws_lambda_function"];
const TOPIC = ["aws_sns_topic"];
const QUEUE = ["aws_sqs_queue"];
const LOGS = ["aws_cloudwatch_log_group"];
const FIREHOSE = ["aws_kinesis_firehose_delivery_stream"];
const KAFKA = ["aws_msk_cluster", "aws_msk_serverless_cluster"];
const DELIVERY = "Amazon Data Firehose Developer Guide, Configure destination settings";
const INVENTORY = "S3 User Guide, Cataloging and analyzing your data with S3 Inventory";

/** What hands content or records on, on AWS. A copy of records is one of records. */
export const AWS_PASSAGES: readonly FlowRow[] = [
  {
    type: "aws_kinesis_firehose_delivery_stream",
    source: DELIVERY,
    kind: "passage",
    from: ["kinesis_source_configuration.kinesis_stream_arn", "msk_source_configuration.msk_cluster_arn"],
    of: [...STREAM, ...KAFKA],
    to: ["."],
  },
  {
    type: "aws_kinesis_firehose_delivery_stream",
    source: DELIVERY,
    kind: "copy",
    from: ["."],
    of: FIREHOSE,
    to: [
      "extended_s3_configuration.bucket_arn",
      "extended_s3_configuration.s3_backup_configuration.bucket_arn",
      "http_endpoint_configuration.s3_configuration.bucket_arn",
      "opensearch_configuration.s3_configuration.bucket_arn",
      "redshift_configuration.s3_configuration.bucket_arn",
      "splunk_configuration.s3_configuration.bucket_arn",
    ],
    into: BUCKET,
  },
  {
    type: "aws_kinesis_firehose_delivery_stream",
    source: DELIVERY,
    kind: "copy",
    from: ["."],
    of: FIREHOSE,
    to: ["opensearch_configuration.domain_arn", "elasticsearch_configuration.domain_arn"],
  },
  {
    type: "aws_kinesis_firehose_delivery_stream",
    source: DELIVERY,
    kind: "passage",
    from: ["."],
    of: FIREHOSE,
    elsewhere: ["http_endpoint_configuration.url", "splunk_configuration.hec_endpoint", "snowflake_configuration.account_url"],
  },
  {
    type: "aws_lambda_event_source_mapping",
    source: "Lambda Developer Guide, Event source mappings",
    kind: "passage",
    from: ["event_source_arn"],
    of: [...TABLE, ...STREAM, ...QUEUE, ...KAFKA],
    to: ["function_name"],
    into: FUNCTION,
  },
  {
    type: "aws_lambda_event_source_mapping",
    source: "Lambda Developer Guide, Capturing records of failed invocations",
    kind: "copy",
    from: ["event_source_arn"],
    of: [...TABLE, ...STREAM, ...QUEUE, ...KAFKA],
    to: ["destination_config.on_failure.destination_arn"],
  },
  {
    type: "aws_pipes_pipe",
    source: "EventBridge User Guide, Amazon EventBridge Pipes",
    kind: "copy",
    from: ["source"],
    of: [...TABLE, ...STREAM, ...QUEUE, ...KAFKA],
    to: ["target"],
  },
  {
    type: "aws_s3_bucket_notification",
    source: "S3 User Guide, Amazon S3 Event Notifications",
    kind: "records",
    from: ["bucket"],
    of: BUCKET,
    to: ["lambda_function.lambda_function_arn", "queue.queue_arn", "topic.topic_arn"],
  },
  {
    type: "aws_s3_bucket_inventory",
    source: INVENTORY,
    kind: "records",
    from: ["bucket"],
    of: BUCKET,
    to: ["destination.bucket.bucket_arn"],
    into: BUCKET,
    near: true,
  },
  {
    type: "aws_s3_bucket_analytics_configuration",
    source: "S3 User Guide, Amazon S3 analytics – Storage Class Analysis",
    kind: "records",
    from: ["bucket"],
    of: BUCKET,
    to: ["storage_class_analysis.data_export.destination.s3_bucket_destination.bucket_arn"],
    into: BUCKET,
  },
  {
    type: "aws_s3_bucket_logging",
    source: "S3 User Guide, Logging requests with server access logging",
    kind: "records",
    from: ["bucket"],
    of: BUCKET,
    to: ["target_bucket"],
    into: BUCKET,
    near: true,
  },
  {
    type: "aws_s3_bucket",
    source: "S3 User Guide, Logging requests with server access logging",
    kind: "records",
    from: ["."],
    of: BUCKET,
    to: ["logging.target_bucket"],
    into: BUCKET,
    near: true,
  },
  {
    type: "aws_datasync_task",
    source: "DataSync User Guide, Monitoring data transfers with task reports",
    kind: "records",
    from: ["source_location_arn"],
    of: [...BUCKET, "oci_objectstorage_bucket"],
    to: ["task_report_config.s3_destination.s3_bucket_arn"],
    into: BUCKET,
  },
  {
    type: "aws_datasync_task",
    source: "DataSync User Guide, Monitoring data transfers with Amazon CloudWatch Logs",
    kind: "records",
    from: ["source_location_arn"],
    of: [...BUCKET, "oci_objectstorage_bucket"],
    to: ["cloudwatch_log_group_arn"],
  },
  {
    type: "aws_cloudwatch_log_subscription_filter",
    source: "CloudWatch Logs User Guide, Real-time processing of log data with subscriptions",
    kind: "copy",
    from: ["log_group_name"],
    of: LOGS,
    to: ["destination_arn"],
  },
  {
    type: "aws_cloudwatch_log_destination",
    source: "CloudWatch Logs User Guide, Cross-account cross-Region subscriptions",
    kind: "copy",
    from: ["."],
    of: ["aws_cloudwatch_log_destination"],
    to: ["target_arn"],
  },
  {
    type: "aws_sns_topic_subscription",
    source: "SNS Developer Guide, Subscribing",
    kind: "passage",
    from: ["topic_arn"],
    of: TOPIC,
    to: ["endpoint"],
    into: [...QUEUE, ...FUNCTION, ...FIREHOSE],
    elsewhere: ["endpoint"],
  },
  {
    type: "aws_cloudfront_distribution",
    source: "CloudFront Developer Guide, How CloudFront delivers content",
    kind: "copy",
    from: ["origin.domain_name"],
    of: BUCKET,
    everywhere: "every edge location of CloudFront",
  },
];
