import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("guards and limits", {
  given: {
    namespace: ["oci_security_attribute_security_attribute_namespace", { ...C, name: "zones" }],
    zone: ["oci_cloud_guard_security_zone", { ...C, display_name: "strict", security_zone_recipe_id: "r" }],
    control: ["oci_operator_access_control_operator_control", { ...C, operator_control_name: "op" }],
  },
  planned: [
    ["Cloud Guard makes its own recipes", "oci_cloud_guard_cloud_guard_configuration", C, { self_manage_resources: false }],
    [
      "an operator's access is not approved by itself",
      "oci_operator_access_control_operator_control_assignment",
      C,
      { is_auto_approve_during_maintenance: false },
    ],
  ],
  made: [
    ["routing by attributes is on once it is there", "oci_zpr_configuration", C, { zpr_status: "ENABLED" }],
    [
      "Cloud Guard has one configuration",
      "oci_cloud_guard_cloud_guard_configuration",
      { ...C, reporting_region: "us-phoenix-1", status: "ENABLED" },
      { id: "configuration" },
    ],
    [
      "a target counts and names its recipes",
      "oci_cloud_guard_target",
      { ...C, target_resource_id: "t", target_detector_recipes: [{ detector_recipe_id: "d" }] },
      { recipe_count: 1, id: /^ocid1\.cloudguardtarget\./ },
    ],
    [
      "a zone has a target",
      "oci_cloud_guard_security_zone",
      { compartment_id: "other", display_name: "z", security_zone_recipe_id: "r" },
      { security_zone_target_id: /^ocid1\.cloudguardtarget\./ },
    ],
    [
      "an attribute is known by namespace and name",
      "oci_security_attribute_security_attribute",
      { security_attribute_namespace_id: "@namespace.id", name: "app", description: "d" },
      {
        security_attribute_namespace_name: "zones",
        compartment_id: "c",
        id: /^securityAttributeNamespaces\/ocid1\.securityattributenamespace\.[^/]+\/securityAttributes\/app$/,
      },
    ],
    [
      "a control has not been assigned yet",
      "oci_operator_access_control_operator_control",
      { ...C, operator_control_name: "second" },
      { state: "CREATED" },
    ],
    [
      "an assignment is applied and names its control",
      "oci_operator_access_control_operator_control_assignment",
      { ...C, operator_control_id: "@control.id", resource_id: "x" },
      { state: "APPLIED", op_control_name: "op" },
    ],
    [
      "audit is configured for the tenancy",
      "oci_audit_configuration",
      { compartment_id: "t", retention_period_days: 365 },
      { id: "t" },
    ],
    [
      "a budget begins with its first version",
      "oci_budget_budget",
      { ...C, amount: 100, target_compartment_id: "x" },
      { version: 1, targets: ["x"] },
    ],
    [
      "a certificate has a first version",
      "oci_certificates_management_certificate",
      {
        ...C,
        name: "tls",
        certificate_config: [{ config_type: "ISSUED_BY_INTERNAL_CA", issuer_certificate_authority_id: "ca" }],
      },
      {
        config_type: "ISSUED_BY_INTERNAL_CA",
        issuer_certificate_authority_id: "ca",
        current_version: [{ version_number: "1", stages: ["CURRENT", "LATEST"] }],
      },
    ],
  ],
  changed: [
    [
      "a target that gets a recipe counts it",
      "oci_cloud_guard_target",
      { ...C, target_resource_id: "u" },
      { target_detector_recipes: [{ detector_recipe_id: "d" }] },
      { recipe_count: 1 },
    ],
  ],
  refused: [
    [
      "a compartment is in one zone",
      "oci_cloud_guard_security_zone",
      { ...C, display_name: "z", security_zone_recipe_id: "r" },
      "already exists",
    ],
  ],
});
