import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("what watches", {
  given: {
    group: ["oci_logging_log_group", { ...C, display_name: "audit" }],
    log: ["oci_logging_log", { log_group_id: "@group.id", display_name: "reads", log_type: "SERVICE" }],
    pool: ["oci_streaming_stream_pool", { ...C, name: "p", private_endpoint_settings: [{ subnet_id: "s" }] }],
  },
  planned: [
    ["a log is kept for a month", "oci_logging_log", {}, { retention_duration: 30 }],
    ["a log is kept as long as told", "oci_logging_log", { retention_duration: 180 }, { retention_duration: 180 }],
    [
      "an alarm looks at one compartment",
      "oci_monitoring_alarm",
      C,
      { metric_compartment_id_in_subtree: false, pending_duration: "PT1M" },
    ],
    ["a stream forgets after a day", "oci_streaming_stream", { name: "s" }, { retention_in_hours: 24 }],
  ],
  made: [
    [
      "a log is in its group's compartment",
      "oci_logging_log",
      { log_group_id: "@group.id", display_name: "writes" },
      { id: /^ocid1\.log\.oc1\.phx\./, state: "ACTIVE", is_enabled: true, compartment_id: "c" },
    ],
    [
      "a log that is off is inactive",
      "oci_logging_log",
      { log_group_id: "@group.id", display_name: "off", is_enabled: false },
      { state: "INACTIVE", is_enabled: false },
    ],
    ["a rule that is off is inactive", "oci_events_rule", { ...C, is_enabled: false }, { state: "INACTIVE" }],
    [
      "a rule that is on is active",
      "oci_events_rule",
      { ...C, is_enabled: true },
      { id: /^ocid1\.eventrule\./, state: "ACTIVE" },
    ],
    [
      "a topic is known by its OCID",
      "oci_ons_notification_topic",
      { ...C, name: "alerts" },
      { id: /^ocid1\.onstopic\./, topic_id: /^ocid1\.onstopic\./, api_endpoint: /us-phoenix-1/ },
    ],
    ["a subscription waits to be confirmed", "oci_ons_subscription", { ...C, topic_id: "t" }, { state: "PENDING" }],
    [
      "a shared pool has the shared host",
      "oci_streaming_stream_pool",
      { ...C, name: "q" },
      { is_private: false, endpoint_fqdn: "cell-1.streaming.us-phoenix-1.oci.oraclecloud.com" },
    ],
    [
      "a private pool has one of its own",
      "oci_streaming_stream_pool",
      { ...C, name: "r", private_endpoint_settings: [{ subnet_id: "s" }] },
      { is_private: true, endpoint_fqdn: /^[a-z]{12}\.streaming\./ },
    ],
    [
      "a stream is read where its pool is",
      "oci_streaming_stream",
      { name: "s", stream_pool_id: "@pool.id" },
      { messages_endpoint: /^https:\/\/[a-z]{12}\.streaming\./, compartment_id: "c" },
    ],
    [
      "a stream without a pool is read at the shared host",
      "oci_streaming_stream",
      { ...C, name: "s" },
      { messages_endpoint: "https://cell-1.streaming.us-phoenix-1.oci.oraclecloud.com" },
    ],
  ],
  refused: [
    [
      "a log's name is taken in its group",
      "oci_logging_log",
      { log_group_id: "@group.id", display_name: "reads" },
      "already exists",
    ],
    ["a group's name is taken in its compartment", "oci_logging_log_group", { ...C, display_name: "audit" }, "already exists"],
  ],
});
