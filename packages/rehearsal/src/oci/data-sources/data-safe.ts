import type { Scope } from "../../engine/cloud";
import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { kindOf } from "../kinds";
import { seen, standingId } from "./world";

const TRAIL = "oci_data_safe_audit_trail_management";
const UNIFIED = "UNIFIED_AUDIT_TRAIL";

/**
 * What Data Safe makes for each target database when that is registered: one audit policy, profile and trail. Those that
 * a resource has taken over stand in the world themselves. Source: Administering Oracle Data Safe, Activity Auditing.
 */
export const auditObjects =
  (type: string) =>
  (scope: Scope, world: World): readonly ObjectValue[] => {
    const taken = new Set(world.all(type).map((one) => one["id"]));
    return seen(world, scope, "oci_data_safe_target_database")
      .map((target) => auditObject(type, target, scope, world))
      .filter((one) => !taken.has(one["id"] ?? null));
  };

const auditObject = (type: string, target: ObjectValue, scope: Scope, world: World): ObjectValue => ({
  id: standingId(kindOf(type), `${textOf(target["id"])}${type === TRAIL ? ` ${UNIFIED}` : ""}`, scope),
  target_id: target["id"] ?? null,
  target_type: "TARGET_DATABASE",
  compartment_id: target["compartment_id"] ?? null,
  display_name: target["display_name"] ?? null,
  state: "ACTIVE",
  status: "NOT_STARTED",
  trail_location: UNIFIED,
  is_paid_usage_enabled: false,
  is_override_global_retention_setting: false,
  online_months: 12,
  offline_months: 0,
  defined_tags: {},
  freeform_tags: {},
  time_created: world.now,
  time_updated: world.now,
});
