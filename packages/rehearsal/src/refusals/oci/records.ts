import { isObject, textOf } from "../../schema/value";
import { blockAt, blocksAt, byId, having, numberOf } from "../look";
import type { Asked, RefusalRow } from "../row";

const LOG = ["oci_logging_log"];
const CONNECTOR = ["oci_sch_service_connector"];

const sourceOf = (log: Asked["wanted"]) => blockAt(log, "configuration.source");
const SAME = ["service", "resource", "category"] as const;

const buckets = ({ world, scope }: Asked) =>
  world
    .entries("oci_objectstorage_bucket")
    .flatMap(({ id, value }) => (id.startsWith(`${textOf(scope["region"])} `) ? [textOf(value["name"])] : []));

/** Log groups that stand for the audit log; only connectors know them. */
const AUDIT_GROUPS = ["_Audit", "_Audit_Include_Subcompartment"];

const isMissing = (asked: Asked, type: string, id: string) => id.includes("rehearsal") && !byId(asked.world, type, id);

function missingSource(asked: Asked): string | undefined {
  for (const one of blocksAt(asked.wanted, "source.log_sources")) {
    const [group, log] = [textOf(one["log_group_id"]), textOf(one["log_id"])];
    if (!AUDIT_GROUPS.includes(group) && isMissing(asked, "oci_logging_log_group", group))
      return `log group "${group}" does not exist`;
    if (log !== "" && isMissing(asked, "oci_logging_log", log)) return `log "${log}" does not exist`;
  }
  return undefined;
}

const ACTION_TARGETS: Readonly<Record<string, string>> = { ONS: "topic_id", OSS: "stream_id", FAAS: "function_id" };

/** Actions of a rule, in either spelling of the provider. */
const actionsOf = ({ wanted }: Asked) => ["actions.actions", "actions.action"].flatMap((path) => blocksAt(wanted, path));

function isEventCondition(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Sources: OCI documentation, Logging, Connector Hub, Events, Notifications, Audit, Cloud Guard, Zero Trust Packet Routing. */
export const RECORDS: readonly RefusalRow[] = [
  {
    id: "logging/retention",
    types: LOG,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const days = numberOf(wanted["retention_duration"]);
      return days !== undefined && days !== 0 && (days % 30 !== 0 || days < 30 || days > 180)
        ? "logs are kept for 30, 60, … 180 days"
        : undefined;
    },
    source: "Logging API, CreateLogDetails, retentionDuration",
  },
  {
    id: "logging/logged-already",
    types: LOG,
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world, scope }) => {
      const own = sourceOf(wanted);
      if (!own) return undefined;
      const other = world.all("oci_logging_log").find((one) => {
        const source = sourceOf(one);
        const isHere = textOf(one["id"]).includes(`.${textOf(scope["place"])}.`);
        return isHere && source !== undefined && SAME.every((name) => source[name] === own[name]);
      });
      return (
        other &&
        `the ${textOf(own["category"])} log of "${textOf(own["resource"])}" exists already: ${textOf(other["display_name"])}`
      );
    },
    source: "Logging, Service Logs: one log for a resource and category",
  },
  {
    id: "logging/bucket-missing",
    types: LOG,
    on: ["create"],
    code: "404-NotAuthorizedOrNotFound",
    refuses: (asked) => {
      const source = sourceOf(asked.wanted);
      const bucket = textOf(source?.["resource"]);
      return source?.["service"] === "objectstorage" && !buckets(asked).includes(bucket)
        ? `bucket "${bucket}" does not exist in this region`
        : undefined;
    },
    source: "Logging, Details for Object Storage Logs: the resource is the bucket's name",
  },
  {
    id: "logging/group-not-empty",
    types: ["oci_logging_log_group"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_logging_log", "log_group_id", textOf(wanted["id"])).length > 0
        ? "the log group still holds logs"
        : undefined,
    source: "Logging, Deleting a Log Group",
  },
  {
    id: "sch/source-missing",
    types: CONNECTOR,
    code: "404-NotAuthorizedOrNotFound",
    refuses: missingSource,
    source: "Connector Hub API, LogSource",
  },
  {
    id: "sch/bucket-missing",
    types: CONNECTOR,
    code: "404-NotAuthorizedOrNotFound",
    refuses: (asked) => {
      const target = blockAt(asked.wanted, "target");
      const bucket = textOf(target?.["bucket"]);
      return target?.["kind"] === "objectStorage" && !buckets(asked).includes(bucket)
        ? `bucket "${bucket}" does not exist in this region`
        : undefined;
    },
    source: "Connector Hub API, ObjectStorageTargetDetails",
  },
  {
    id: "sch/rollover",
    types: CONNECTOR,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const target = blockAt(wanted, "target");
      const [size, time] = ["batch_rollover_size_in_mbs", "batch_rollover_time_in_ms"].map(
        (name) => numberOf(target?.[name]) ?? 0,
      );
      if (size && (size < 1 || size > 200)) return "a batch is rolled over at 1 to 200 MB";
      return time && (time < 60_000 || time > 1_800_000) ? "a batch is rolled over after 1 to 30 minutes" : undefined;
    },
    source: "Connector Hub API, ObjectStorageTargetDetails, batchRolloverTimeInMs",
  },
  {
    id: "events/condition",
    types: ["oci_events_rule"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const text = textOf(wanted["condition"]);
      return text === "" || isEventCondition(text) ? undefined : "the condition of a rule is a JSON object";
    },
    source: "Events, Matching Events with Filters",
  },
  {
    id: "events/action-without-target",
    types: ["oci_events_rule"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const wrong = actionsOf(asked).find((one) => textOf(one[ACTION_TARGETS[textOf(one["action_type"])] ?? ""]) === "");
      return (
        wrong &&
        `an action of type ${textOf(wrong["action_type"])} takes a ${ACTION_TARGETS[textOf(wrong["action_type"])] ?? "target"}`
      );
    },
    source: "Events API, ActionDetails",
  },
  {
    id: "ons/subscription-to-nothing",
    types: ["oci_ons_subscription"],
    on: ["create"],
    code: "404-NotAuthorizedOrNotFound",
    refuses: (asked) =>
      isMissing(asked, "oci_ons_notification_topic", textOf(asked.wanted["topic_id"])) ? "the topic does not exist" : undefined,
    source: "Notifications API, CreateSubscription",
  },
  {
    id: "ons/endpoint",
    types: ["oci_ons_subscription"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const [protocol, endpoint] = ["protocol", "endpoint"].map((name) => textOf(wanted[name]));
      if (protocol === "EMAIL" && !/^[^@\s]+@[^@\s]+$/.test(endpoint ?? "")) return `"${endpoint}" is no e-mail address`;
      return protocol === "CUSTOM_HTTPS" && !endpoint?.startsWith("https://")
        ? `"${endpoint}" doesn't begin with https://`
        : undefined;
    },
    source: "Notifications API, CreateSubscriptionDetails, endpoint",
  },
  {
    id: "audit/retention",
    types: ["oci_audit_configuration"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const days = numberOf(wanted["retention_period_days"]);
      return days !== undefined && (days < 90 || days > 365) ? "audit events are kept for 90 to 365 days" : undefined;
    },
    source: "Audit API, UpdateConfigurationDetails, retentionPeriodDays",
  },
  {
    id: "cloudguard/second-target",
    types: ["oci_cloud_guard_target"],
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_cloud_guard_target", "target_resource_id", textOf(wanted["target_resource_id"])).length > 0
        ? "the compartment has a target already"
        : undefined,
    source: "Cloud Guard, Managing Targets",
  },
  {
    id: "cloudguard/recipe-in-use",
    types: ["oci_cloud_guard_security_recipe"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_cloud_guard_security_zone", "security_zone_recipe_id", textOf(wanted["id"])).length > 0
        ? "a security zone uses the recipe"
        : undefined,
    source: "Security Zones, Deleting a Recipe",
  },
  {
    id: "cloudguard/second-zone",
    types: ["oci_cloud_guard_security_zone"],
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_cloud_guard_security_zone", "compartment_id", textOf(wanted["compartment_id"])).length > 0
        ? "the compartment is a security zone already"
        : undefined,
    source: "Security Zones, Creating a Security Zone",
  },
  {
    id: "zpr/policy-elsewhere",
    types: ["oci_zpr_zpr_policy"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      textOf(wanted["compartment_id"]).startsWith("ocid1.compartment.")
        ? "a policy of Zero Trust Packet Routing lies in the root of the tenancy"
        : undefined,
    source: "Zero Trust Packet Routing, Policies",
  },
  {
    id: "zpr/too-many-statements",
    types: ["oci_zpr_zpr_policy"],
    code: "400-LimitExceeded",
    refuses: ({ wanted }) =>
      Array.isArray(wanted["statements"]) && wanted["statements"].length > 25 ? "a policy has 25 statements at most" : undefined,
    source: "Zero Trust Packet Routing API, CreateZprPolicyDetails, statements",
  },
];
