import type { Rows } from "../../engine/cloud";
import { of, subnetRange } from "./shared";

const ofTarget = (take: string) => of("oci_data_safe_target_database", "target_id", take);

/** Source: Data Safe API, the data types of the same names; what is made for a target is taken over. */
export const DATA_SAFE: Rows = {
  oci_data_safe_alert_policy: { values: { state: "ACTIVE", is_user_defined: true } },
  oci_data_safe_audit_policy_management: {
    values: {
      state: "ACTIVE",
      id: "{ocidFor:datasafeauditpolicy=target_id}",
      time_last_provisioned: "{now}",
      time_last_retrieved: "{now}",
    },
    links: { compartment_id: ofTarget("compartment_id") },
  },
  oci_data_safe_audit_profile_management: {
    planned: { is_paid_usage_enabled: false },
    values: {
      state: "ACTIVE",
      id: "{ocidFor:datasafeauditprofile=target_id}",
      online_months: 12,
      offline_months: 0,
      audit_collected_volume: "0",
    },
  },
  oci_data_safe_audit_trail_management: {
    planned: { is_auto_purge_enabled: false },
    values: {
      state: "ACTIVE",
      status: "NOT_STARTED",
      id: "{ocidFor:datasafeaudittrail=trail}",
      audit_profile_id: "{ocidFor:datasafeauditprofile=target_id}",
      // A target has a trail for each place that it writes to.
      trail: "{target_id} {trail_location|'UNIFIED_AUDIT_TRAIL'}",
    },
    links: { compartment_id: ofTarget("compartment_id") },
  },
  // The provider gives it the moment at which it was enabled as its id.
  oci_data_safe_data_safe_configuration: {
    planned: { compartment_id: "{tenancy}" },
    values: {
      id: "{now}datasafe-configuration",
      state: "ACTIVE",
      time_enabled: "{now}",
      url: "https://cloud.oracle.com/data-safe?region={region}",
      data_safe_nat_gateway_ip_address: "{public:nat}",
      global_settings: [{ is_paid_usage: false, offline_retention_period: 0, online_retention_period: 12 }],
    },
    unique: ["{region}"],
  },
  oci_data_safe_data_safe_private_endpoint: {
    values: {
      state: "ACTIVE",
      endpoint_fqdn: "{host:subnet_id}.datasafe.{region}.oci.oraclecloud.com",
      private_endpoint_id: "{ocid:privateendpoint}",
      private_endpoint_ip: "{private:range}",
    },
    links: { range: subnetRange("subnet_id") },
  },
  oci_data_safe_security_assessment: {
    planned: { target_type: "TARGET_DATABASE" },
    values: { state: "SUCCEEDED", type: "SAVED", time_last_assessed: "{now}", triggered_by: "USER", target_ids: ["{target_id}"] },
  },
  oci_data_safe_sensitive_data_model: {
    planned: { is_sample_data_collection_enabled: false, is_app_defined_relation_discovery_enabled: false },
    values: { state: "ACTIVE" },
  },
  oci_data_safe_target_alert_policy_association: { planned: { target_type: "TARGET_DATABASE" }, values: { state: "ACTIVE" } },
  oci_data_safe_target_database: {
    values: { state: "ACTIVE", associated_resource_ids: ["{database_details.0.autonomous_database_id}"] },
  },
  oci_data_safe_user_assessment: {
    planned: { target_type: "TARGET_DATABASE" },
    values: { state: "SUCCEEDED", type: "SAVED", time_last_assessed: "{now}", triggered_by: "USER", target_ids: ["{target_id}"] },
  },
};
