import type { DataSource } from "../../engine/cloud";
import { DETECTOR_RECIPES, RESPONDER_RECIPES, SECURITY_RECIPES } from "./cloud-guard";
import { auditObjects } from "./data-safe";
import { type Listing, listing } from "./listing";
import { administrators, adminPolicy, defaultDomain } from "./tenancy";

const one = (type: string, list: string, more: Partial<Listing> = {}): Listing => ({ of: type, in: list, ...more });

/** Data source → the resource type that it lists. Source: terraform-provider-oci, website/docs/d. */
const LISTINGS: Readonly<Record<string, Listing>> = {
  oci_cloud_guard_detector_recipes: one("oci_cloud_guard_detector_recipe", "detector_recipe_collection.items", {
    how: ["resource_metadata_only"],
    standing: DETECTOR_RECIPES,
  }),
  oci_cloud_guard_responder_recipes: one("oci_cloud_guard_responder_recipe", "responder_recipe_collection.items", {
    how: ["resource_metadata_only"],
    standing: RESPONDER_RECIPES,
  }),
  oci_cloud_guard_security_recipes: one("oci_cloud_guard_security_recipe", "security_recipe_collection.items", {
    standing: SECURITY_RECIPES,
  }),
  oci_cloud_guard_targets: one("oci_cloud_guard_target", "target_collection.items", {
    how: ["is_non_security_zone_targets_only_query"],
  }),
  oci_data_safe_alert_policies: one("oci_data_safe_alert_policy", "alert_policy_collection.items", {
    where: { alert_policy_id: "id", type: "alert_policy_type" },
  }),
  oci_data_safe_audit_policies: one("oci_data_safe_audit_policy_management", "audit_policy_collection.items", {
    where: { audit_policy_id: "id" },
    standing: auditObjects("oci_data_safe_audit_policy_management"),
  }),
  oci_data_safe_audit_profiles: one("oci_data_safe_audit_profile_management", "audit_profile_collection.items", {
    where: { audit_profile_id: "id" },
    standing: auditObjects("oci_data_safe_audit_profile_management"),
  }),
  oci_data_safe_audit_trails: one("oci_data_safe_audit_trail_management", "audit_trail_collection.items", {
    where: { audit_trail_id: "id" },
    standing: auditObjects("oci_data_safe_audit_trail_management"),
  }),
  oci_database_autonomous_database_backups: one("oci_database_autonomous_database_backup", "autonomous_database_backups"),
  oci_database_autonomous_databases: one("oci_database_autonomous_database", "autonomous_databases"),
  oci_database_autonomous_databases_clones: one("oci_database_autonomous_database", "autonomous_databases", {
    // Source: Database API, CreateAutonomousDatabaseCloneDetails: a clone knows what it was made of.
    where: { autonomous_database_id: "source_id" },
  }),
  oci_dns_steering_policies: one("oci_dns_steering_policy", "steering_policies"),
  oci_dns_zones: one("oci_dns_zone", "zones"),
  oci_identity_compartments: one("oci_identity_compartment", "compartments"),
  oci_identity_domains: one("oci_identity_domain", "domains", {
    where: { name: "display_name" },
    standing: defaultDomain,
  }),
  oci_identity_groups: one("oci_identity_group", "groups", { standing: administrators }),
  oci_identity_policies: one("oci_identity_policy", "policies", { standing: adminPolicy }),
  oci_kms_keys: one("oci_kms_key", "keys", {
    where: { algorithm: "key_shape.0.algorithm", curve_id: "key_shape.0.curve_id", length: "key_shape.0.length" },
  }),
  oci_kms_vaults: one("oci_kms_vault", "vaults"),
  oci_kms_vault_replicas: one("oci_kms_vault_replication", "vault_replicas", {
    row: (object) => ({ ...object, region: object["replica_region"] ?? null, status: object["vault_replica_status"] ?? null }),
  }),
  oci_load_balancer_load_balancers: one("oci_load_balancer_load_balancer", "load_balancers", { how: ["detail"] }),
  oci_logging_log_groups: one("oci_logging_log_group", "log_groups"),
  oci_logging_logs: one("oci_logging_log", "logs", {
    where: { source_resource: "configuration.0.source.0.resource", source_service: "configuration.0.source.0.service" },
  }),
  oci_objectstorage_bucket_summaries: one("oci_objectstorage_bucket", "bucket_summaries"),
  oci_objectstorage_preauthrequests: one("oci_objectstorage_preauthrequest", "preauthenticated_requests"),
  oci_objectstorage_replication_policies: one("oci_objectstorage_replication_policy", "replication_policies"),
  oci_ons_notification_topics: one("oci_ons_notification_topic", "notification_topics", { where: { id: "topic_id" } }),
  oci_waf_web_app_firewalls: one("oci_waf_web_app_firewall", "web_app_firewall_collection.items"),
};

export const WORLD_LISTINGS: Readonly<Record<string, DataSource>> = Object.fromEntries(
  Object.entries(LISTINGS).map(([type, of]) => [type, listing(type, of)]),
);
