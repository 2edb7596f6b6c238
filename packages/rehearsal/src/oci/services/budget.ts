import type { Rows } from "../../engine/cloud";

/** Source: Budgets API, Budget, AlertRule: versions begin with 1. */
export const BUDGET: Rows = {
  oci_budget_alert_rule: { values: { state: "ACTIVE", version: 1 } },
  oci_budget_budget: {
    values: { state: "ACTIVE", version: 1, target_type: "COMPARTMENT", targets: ["{target_compartment_id}"] },
  },
};
