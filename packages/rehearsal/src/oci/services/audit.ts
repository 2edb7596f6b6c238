import type { Rows } from "../../engine/cloud";

/** One per tenancy; its id is the tenancy's. Source: terraform-provider-oci, audit_configuration. */
export const AUDIT: Rows = {
  oci_audit_configuration: { values: { id: "{compartment_id}" } },
};
