import { type Pair, removes, there, wants, within } from "./pair";

const ROOT = "ocid1.tenancy.oc1..t";
const bucket = there("b", "oci_objectstorage_bucket", { compartment_id: ROOT, namespace: "ns", name: "media" });
const group = there("g", "oci_logging_log_group", { compartment_id: ROOT, display_name: "g" });
const log = (name: string, category = "read", more = {}) => ({
  display_name: name,
  log_group_id: "${g.id}",
  log_type: "SERVICE",
  retention_duration: 30,
  configuration: [{ source: [{ source_type: "OCISERVICE", service: "objectstorage", resource: "media", category }] }],
  ...more,
});
const READY = [bucket, group];
const LOG = "oci_logging_log";
const connector = (target: object, source = "${g.id}") => ({
  compartment_id: ROOT,
  display_name: "c",
  source: [{ kind: "logging", log_sources: [{ compartment_id: ROOT, log_group_id: source }] }],
  target: [{ kind: "objectStorage", namespace: "ns", bucket: "media", ...target }],
});
const CONNECTOR = "oci_sch_service_connector";
const event = (condition: string, more = {}) => ({
  compartment_id: ROOT,
  display_name: "e",
  is_enabled: true,
  condition,
  actions: [{ actions: [{ action_type: "ONS", is_enabled: true, topic_id: "${t.id}", ...more }] }],
});
const topic = there("t", "oci_ons_notification_topic", { compartment_id: ROOT, name: "t" });
const subscription = (more = {}) => ({
  compartment_id: ROOT,
  protocol: "EMAIL",
  endpoint: "a@b.example",
  topic_id: "${t.id}",
  ...more,
});
const compartment = there("us", "oci_identity_compartment", { compartment_id: ROOT, name: "us", description: "us" });
const guard = (name: string, target: string) => ({
  compartment_id: ROOT,
  display_name: name,
  target_resource_type: "COMPARTMENT",
  target_resource_id: target,
});
const recipe = there("recipe", "oci_cloud_guard_security_recipe", {
  compartment_id: ROOT,
  display_name: "r",
  security_policies: ["ocid1.x.oc1..y"],
});
const zone = (name: string, of: string) => ({ compartment_id: of, display_name: name, security_zone_recipe_id: "${recipe.id}" });
const ZONE = "oci_cloud_guard_security_zone";
const zpr = (count: number, of = ROOT) => ({
  compartment_id: of,
  name: "z",
  description: "z",
  statements: Array.from({ length: count }, () => "in a:b VCN allow a:b endpoints to connect to a:c endpoints"),
});

export const OCI_RECORDS: Readonly<Record<string, Pair>> = {
  "logging/retention": wants(
    LOG,
    log("l", "read", { retention_duration: 45 }),
    log("l", "read", { retention_duration: 60 }),
    READY,
  ),
  "logging/logged-already": wants(LOG, log("m"), log("m", "write"), [...READY, there("l", LOG, log("l"))]),
  "logging/bucket-missing": within(LOG, log("l"), [group], READY),
  "logging/group-not-empty": removes(group, [bucket, there("l", LOG, log("l"))]),
  "sch/source-missing": wants(
    CONNECTOR,
    connector({}, "ocid1.loggroup.oc1.phx.aaaaaaaarehearsalnobody"),
    connector({}, "_Audit_Include_Subcompartment"),
    READY,
  ),
  "sch/bucket-missing": wants(CONNECTOR, connector({ bucket: "nobody" }), connector({}), READY),
  "sch/rollover": wants(
    CONNECTOR,
    connector({ batch_rollover_time_in_ms: 1000 }),
    connector({ batch_rollover_time_in_ms: 60_000 }),
    READY,
  ),
  "events/condition": wants("oci_events_rule", event("eventType = x"), event('{"eventType":["x"]}'), [topic]),
  "events/action-without-target": wants("oci_events_rule", event("{}", { action_type: "FAAS" }), event("{}"), [topic]),
  "ons/subscription-to-nothing": wants(
    "oci_ons_subscription",
    subscription({ topic_id: "ocid1.onstopic.oc1.phx.aaaaaaaarehearsalnobody" }),
    subscription(),
    [topic],
  ),
  "ons/endpoint": wants("oci_ons_subscription", subscription({ endpoint: "security" }), subscription(), [topic]),
  "audit/retention": wants(
    "oci_audit_configuration",
    { compartment_id: ROOT, retention_period_days: 400 },
    { compartment_id: ROOT, retention_period_days: 365 },
  ),
  "cloudguard/second-target": wants("oci_cloud_guard_target", guard("x", "${us.id}"), guard("x", ROOT), [
    compartment,
    there("first", "oci_cloud_guard_target", guard("first", "${us.id}")),
  ]),
  "cloudguard/recipe-in-use": removes(recipe, [compartment, there("z", ZONE, zone("z", "${us.id}"))]),
  "cloudguard/second-zone": wants(ZONE, zone("x", "${us.id}"), zone("x", ROOT), [
    compartment,
    recipe,
    there("z", ZONE, zone("z", "${us.id}")),
  ]),
  "zpr/policy-elsewhere": wants("oci_zpr_zpr_policy", zpr(1, "${us.id}"), zpr(1), [compartment]),
  "zpr/too-many-statements": wants("oci_zpr_zpr_policy", zpr(26), zpr(25)),
};
