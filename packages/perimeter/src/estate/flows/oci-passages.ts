import type { FlowRow } from "./row";

const STREAM = ["oci_streaming_stream"];
const GROUP = ["oci_logging_log_group"];
const LOG = ["oci_logging_log"];
const TOPIC = ["oci_ons_notification_topic"];
const FUNCTION = ["oci_functions_function"];
const HUB = "Connector Hub, Overview of sources, tasks and targets";
const SOURCES = [...STREAM, ...GROUP, ...LOG];
const FROM = ["source.stream_id", "source.log_sources.log_id", "source.log_sources.log_group_id"];

/** What hands content or records on, on Oracle Cloud. A copy of a copy of records is one of records. */
export const OCI_PASSAGES: readonly FlowRow[] = [
  {
    type: "oci_sch_service_connector",
    source: HUB,
    kind: "copy",
    from: FROM,
    of: SOURCES,
    to: ["target.bucket"],
    into: ["oci_objectstorage_bucket"],
    near: true,
  },
  {
    type: "oci_sch_service_connector",
    source: HUB,
    kind: "copy",
    from: FROM,
    of: SOURCES,
    to: ["target.stream_id", "target.log_group_id"],
  },
  {
    type: "oci_sch_service_connector",
    source: HUB,
    kind: "passage",
    from: FROM,
    of: SOURCES,
    to: ["target.topic_id", "target.function_id", "tasks.function_id"],
  },
  {
    type: "oci_logging_log",
    source: "Logging, Service Logs",
    kind: "records",
    from: ["configuration.source.resource"],
    of: ["oci_objectstorage_bucket", "oci_functions_application", "oci_streaming_stream"],
    to: ["."],
  },
  {
    type: "oci_logging_log",
    source: "Logging, Logs and Log Groups",
    kind: "copy",
    from: ["."],
    of: LOG,
    to: ["log_group_id"],
    into: GROUP,
  },
  {
    type: "oci_ons_subscription",
    source: "Notifications, Subscription Protocols",
    kind: "passage",
    from: ["topic_id"],
    of: TOPIC,
    to: ["endpoint"],
    into: FUNCTION,
    elsewhere: ["endpoint"],
  },
  {
    type: "oci_functions_function",
    source: "Functions, Invoking Functions: destinations",
    kind: "copy",
    from: ["."],
    of: FUNCTION,
    to: [
      "success_destination.stream_id",
      "failure_destination.stream_id",
      "success_destination.queue_id",
      "failure_destination.queue_id",
    ],
  },
  {
    type: "oci_functions_function",
    source: "Functions, Invoking Functions: destinations",
    kind: "passage",
    from: ["."],
    of: FUNCTION,
    to: ["success_destination.topic_id", "failure_destination.topic_id"],
  },
  {
    type: "oci_log_analytics_log_analytics_object_collection_rule",
    source: "Log Analytics, Collect Logs from Object Storage",
    kind: "copy",
    from: ["os_bucket_name"],
    of: ["oci_objectstorage_bucket"],
    to: ["log_group_id"],
  },
];
