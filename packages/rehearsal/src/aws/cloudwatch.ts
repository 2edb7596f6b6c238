import type { Row } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { crc32 } from "./crc32";
import { byName, global, perAccount, perRegion, regional, text } from "./forms";
import { IN_REGION } from "./place";

/** The default bus is left out of ids and ARNs of what belongs to it; another one is there by its name. */
const bus = (of: Lookup) => {
  const name = text(of, "tail:event_bus_name") || "default";
  return name === "default" ? "" : name;
};

const eventsArn = (of: Lookup, resource: string) =>
  `arn:${text(of, "partition")}:events:${text(of, "region")}:${text(of, "account")}:${resource}`;

const through = (separator: string, ...parts: readonly string[]) => parts.filter((part) => part !== "").join(separator);

/**
 * CloudWatch, its logs, and EventBridge. Sources: provider documentation, Attribute Reference and Import; Service
 * Authorization Reference, Amazon CloudWatch, CloudWatch Logs, EventBridge, EventBridge Scheduler (ARNs).
 */
export const CLOUDWATCH: Readonly<Record<string, Row>> = {
  aws_cloudwatch_dashboard: {
    ...byName("{dashboard_name}", undefined, { dashboard_arn: global("cloudwatch", "dashboard/{dashboard_name}") }),
    unique: perAccount("{dashboard_name}"),
  },
  aws_cloudwatch_event_bus: { ...byName("{name}", regional("events", "event-bus/{name}")), unique: perRegion("{name}") },
  aws_cloudwatch_event_rule: {
    values: {
      name: "{name_prefix|generated}{digits:26}",
      id: (of) => through("/", bus(of), text(of, "name")),
      arn: (of) => eventsArn(of, through("/", "rule", bus(of), text(of, "name"))),
    },
    unique: perRegion("{event_bus_name}/{name}"),
  },
  aws_cloudwatch_event_target: {
    values: {
      target_id: "terraform-{digits:26}",
      id: (of) => through("-", bus(of), text(of, "rule"), text(of, "target_id")),
    },
  },
  aws_cloudwatch_log_group: {
    planned: { log_group_class: "STANDARD", deletion_protection_enabled: false },
    ...byName("{name}", regional("logs", "log-group:{name}")),
    unique: perRegion("{name}"),
  },
  aws_cloudwatch_log_metric_filter: {
    planned: { apply_on_transformed_logs: false },
    ...byName("{name}"),
    within: `${IN_REGION}{log_group_name}`,
    unique: perRegion("{log_group_name}|{name}"),
  },
  aws_cloudwatch_log_resource_policy: { ...byName("{policy_name}"), unique: perRegion("{policy_name}") },
  aws_cloudwatch_log_subscription_filter: {
    // Source: internal/service/logs, subscriptionFilterID.
    ...byName((of) => `cwlsf-${crc32(`${text(of, "log_group_name")}-`)}`),
    within: `${IN_REGION}{name}`,
    unique: perRegion("{log_group_name}|{name}"),
  },
  aws_cloudwatch_metric_alarm: {
    ...byName("{alarm_name}", regional("cloudwatch", "alarm:{alarm_name}"), { evaluate_low_sample_count_percentiles: "" }),
    unique: perRegion("{alarm_name}"),
  },
  aws_scheduler_schedule: {
    planned: { group_name: "default", action_after_completion: "NONE" },
    values: {
      name: "{name_prefix|generated}{digits:26}",
      id: "{group_name}/{name}",
      arn: regional("scheduler", "schedule/{group_name}/{name}"),
    },
    unique: perRegion("{group_name}/{name}"),
  },
};
