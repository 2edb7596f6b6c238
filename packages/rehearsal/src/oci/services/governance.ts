import type { Rows } from "../../engine/cloud";
import { inState, of } from "./shared";

/**
 * Who of the operator's people may do what, and what is scanned and scheduled. Sources: Operator Access Control API;
 * Delegate Access Control API; API Access Control API; Zero Trust Packet Routing API; Security Attribute API;
 * Vulnerability Scanning API; Resource Scheduler API: the data types of the same names.
 */
export const GOVERNANCE: Rows = {
  oci_apiaccesscontrol_privileged_api_control: { values: { state: "ACTIVE", number_of_approvers: 1 } },
  oci_delegate_access_control_delegation_control: {
    planned: { is_auto_approve_during_maintenance: false },
    values: { state: "ACTIVE", num_approvals_required: 1 },
  },
  oci_delegate_access_control_delegation_subscription: inState("ACTIVE"),
  oci_operator_access_control_operator_control: {
    values: {
      state: "CREATED",
      number_of_approvers: 1,
      time_of_creation: "{now}",
      time_of_modification: "{now}",
      last_modified_info: null,
    },
    unique: ["{compartment_id}/{operator_control_name}"],
  },
  oci_operator_access_control_operator_control_assignment: {
    planned: { is_auto_approve_during_maintenance: false },
    values: { state: "APPLIED", assigner_id: "{ocid:user}", time_of_assignment: "{now}" },
    links: {
      op_control_name: of("oci_operator_access_control_operator_control", "operator_control_id", "operator_control_name"),
    },
  },
  oci_resource_scheduler_schedule: { values: { state: "ACTIVE", local_time_zone: null, time_next_run: "{now}" } },
  oci_security_attribute_security_attribute: {
    planned: { is_retired: false },
    values: {
      state: "ACTIVE",
      id: "securityAttributeNamespaces/{path:security_attribute_namespace_id}/securityAttributes/{path:name}",
      type: "STRING",
    },
    links: {
      security_attribute_namespace_name: of(
        "oci_security_attribute_security_attribute_namespace",
        "security_attribute_namespace_id",
        "name",
      ),
      compartment_id: of(
        "oci_security_attribute_security_attribute_namespace",
        "security_attribute_namespace_id",
        "compartment_id",
      ),
    },
  },
  oci_security_attribute_security_attribute_namespace: {
    planned: { is_retired: false },
    values: { state: "ACTIVE", mode: ["enforce"] },
    unique: ["{name}"],
  },
  oci_vulnerability_scanning_container_scan_recipe: inState("ACTIVE"),
  oci_vulnerability_scanning_container_scan_target: inState("ACTIVE"),
  oci_vulnerability_scanning_host_scan_recipe: inState("ACTIVE"),
  oci_vulnerability_scanning_host_scan_target: inState("ACTIVE"),
  oci_zpr_configuration: { values: { state: "ACTIVE", zpr_status: "ENABLED" }, unique: ["{compartment_id}"] },
  oci_zpr_zpr_policy: { values: { state: "ACTIVE" }, unique: ["{name}"] },
};
