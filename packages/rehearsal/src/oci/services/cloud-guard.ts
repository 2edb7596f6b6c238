import type { Rows } from "../../engine/cloud";

/** Sources: Cloud Guard API, the data types of the same names; terraform-provider-oci, the `ID` of each resource. */
export const CLOUD_GUARD: Rows = {
  oci_cloud_guard_cloud_guard_configuration: { planned: { self_manage_resources: false }, values: { id: "configuration" } },
  oci_cloud_guard_data_mask_rule: { values: { state: "ACTIVE", data_mask_rule_status: "ENABLED" } },
  oci_cloud_guard_detector_recipe: {
    values: {
      state: "ACTIVE",
      owner: "CUSTOMER",
      detector: "{source.detector|'IAAS_CONFIGURATION_DETECTOR'}",
      detector_recipe_type: "STANDARD",
    },
  },
  oci_cloud_guard_managed_list: {
    values: { state: "ACTIVE", feed_provider: "CUSTOMER", is_editable: true },
  },
  oci_cloud_guard_responder_recipe: { values: { state: "ACTIVE", owner: "CUSTOMER" } },
  oci_cloud_guard_security_recipe: { values: { state: "ACTIVE", owner: "CUSTOMER" } },
  oci_cloud_guard_security_zone: {
    values: {
      state: "ACTIVE",
      security_zone_target_id: "{ocid:cloudguardtarget}",
      inherited_by_compartments: ["{compartment_id}"],
    },
    // A compartment is in one zone. Source: Security Zones, Overview.
    unique: ["zone of {compartment_id}"],
  },
  oci_cloud_guard_target: {
    values: {
      state: "ACTIVE",
      recipe_count: "{count:target_detector_recipes}",
      "target_detector_recipes.id": "{detector_recipe_id}",
      "target_detector_recipes.compartment_id": "{compartment_id}",
      "target_responder_recipes.id": "{responder_recipe_id}",
      "target_responder_recipes.compartment_id": "{compartment_id}",
    },
    unique: ["target {target_resource_id}"],
  },
};
