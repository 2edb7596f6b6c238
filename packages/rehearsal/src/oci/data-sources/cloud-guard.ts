import type { ObjectValue } from "../../schema/value";
import type { Standing } from "./listing";
import { standingId } from "./world";

/** What Oracle has made in the root of each tenancy, and nobody else can change. */
const managed =
  (kind: string, rows: readonly (ObjectValue & { readonly display_name: string })[]): Standing =>
  (scope, world) =>
    rows.map((row) => ({
      id: standingId(kind, row.display_name, scope),
      compartment_id: scope["tenancy"] ?? null,
      owner: "ORACLE",
      state: "ACTIVE",
      time_created: world.now,
      ...row,
    }));

/** Source: Cloud Guard, Detector Recipes: one for each detector. */
export const DETECTOR_RECIPES = managed("cloudguarddetectorrecipe", [
  { display_name: "OCI Configuration Detector Recipe (Oracle managed)", detector: "IAAS_CONFIGURATION_DETECTOR" },
  { display_name: "OCI Activity Detector Recipe (Oracle managed)", detector: "IAAS_ACTIVITY_DETECTOR" },
  { display_name: "OCI Threat Detector Recipe (Oracle managed)", detector: "IAAS_THREAT_DETECTOR" },
]);

/** Source: Cloud Guard, Responder Recipes. */
export const RESPONDER_RECIPES = managed("cloudguardresponderrecipe", [
  { display_name: "OCI Responder Recipe (Oracle managed)" },
]);

/** Source: Security Zones, Security Zone Policies; the names as Oracle's landing zones ask for them. */
const POLICIES = [
  ["deny public_buckets", "DENY_PUBLIC_ACCESS"],
  ["deny public_subnets", "DENY_PUBLIC_ACCESS"],
  ["deny public_load_balancer", "DENY_PUBLIC_ACCESS"],
  ["deny db_instance_public_access", "DENY_PUBLIC_ACCESS"],
  ["deny block_volume_without_vault_key", "REQUIRE_ENCRYPTION"],
  ["deny boot_volume_without_vault_key", "REQUIRE_ENCRYPTION"],
  ["deny buckets_without_vault_key", "REQUIRE_ENCRYPTION"],
  ["deny file_system_without_vault_key", "REQUIRE_ENCRYPTION"],
  ["deny database_without_backup", "ENSURE_DATA_DURABILITY"],
  ["deny free_database_creation", "USE_ORACLE_APPROVED_CONFIGURATIONS"],
  ["deny block_volume_in_security_zone_move_to_compartment_not_in_security_zone", "RESTRICT_RESOURCE_MOVEMENT"],
  ["deny boot_volume_in_security_zone_move_to_compartment_not_in_security_zone", "RESTRICT_RESOURCE_MOVEMENT"],
  ["deny instance_in_security_zone_move_to_compartment_not_in_security_zone", "RESTRICT_RESOURCE_MOVEMENT"],
] as const;

export const SECURITY_POLICIES = managed(
  "securityzonessecuritypolicy",
  POLICIES.map(([name, category]) => ({ display_name: name, friendly_name: name, category })),
);

/** Source: Security Zones, Recipes: the one that Oracle manages has all policies. */
export const SECURITY_RECIPES: Standing = (scope, world) =>
  managed("securityzonessecurityrecipe", [
    {
      display_name: "Maximum Security Recipe - 20200914",
      security_policies: SECURITY_POLICIES(scope, world).map(({ id }) => id ?? null),
    },
  ])(scope, world);
