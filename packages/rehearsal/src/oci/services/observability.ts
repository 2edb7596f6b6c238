import type { Rows } from "../../engine/cloud";
import { of } from "./shared";

/** Sources: Logging Management API; Log Analytics API; Monitoring API; Events API; Notifications API; Connector Hub API. */
export const OBSERVABILITY: Rows = {
  oci_events_rule: {
    values: { state: "{if:ACTIVE=is_enabled|'INACTIVE'}", "actions.actions.id": "{ocid:eventaction}" },
  },
  oci_log_analytics_log_analytics_log_group: {},
  oci_log_analytics_namespace: { values: { id: "compartmentId/{path:compartment_id}/namespace/{path:namespace}" } },
  oci_logging_log: {
    planned: { retention_duration: 30 },
    values: {
      state: "{if:ACTIVE=is_enabled|'INACTIVE'}",
      is_enabled: true,
      tenancy_id: "{tenancy}",
      time_last_modified: "{now}",
    },
    links: { compartment_id: of("oci_logging_log_group", "log_group_id", "compartment_id") },
    unique: ["{log_group_id}/{display_name}"],
  },
  oci_logging_log_group: {
    values: { state: "ACTIVE", time_last_modified: "{now}" },
    unique: ["{region}/{compartment_id}/{display_name}"],
  },
  oci_logging_log_saved_search: { values: { state: "ACTIVE", time_last_modified: "{now}" } },
  oci_logging_unified_agent_configuration: {
    values: { state: "ACTIVE", configuration_state: "VALID", time_last_modified: "{now}" },
  },
  oci_monitoring_alarm: {
    planned: {
      evaluation_slack_duration: "PT3M",
      is_notifications_per_metric_dimension_enabled: false,
      message_format: "RAW",
      metric_compartment_id_in_subtree: false,
      pending_duration: "PT1M",
      resolution: "1m",
      rule_name: "BASE",
    },
    values: { state: "ACTIVE" },
  },
  oci_ons_notification_topic: {
    values: {
      state: "ACTIVE",
      topic_id: "{id}",
      short_topic_id: "{letters:12}",
      etag: "{hex:8}",
      api_endpoint: "https://cell1.notification.{region}.oci.oraclecloud.com",
    },
    unique: ["{region}/{name}"],
  },
  // It waits for the endpoint's owner to confirm it. Source: Notifications API, Subscription, lifecycleState.
  oci_ons_subscription: { values: { state: "PENDING", etag: "{hex:8}", created_time: null } },
  oci_sch_service_connector: { values: { state: "ACTIVE" } },
};
