import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { type OciRegion, ociRegion } from "oci-policy";
import { LongestAuditRetention } from "../../../../constructs/oci/oversight/audit-retention";
import { CloudGuard } from "../../../../constructs/oci/oversight/cloud-guard";
import { allOf, groundOf, oneOf, PHOENIX, refusalsOf, synthesizeStack, TENANCY } from "../../../support/construct-stack";
import { resourcesOf } from "../../../support/deployments";

function guardIn(stack: TerraformStack, reportingRegion: OciRegion = PHOENIX): void {
  const { compartment, root, stores, tenancy } = groundOf(stack);
  const guard = new CloudGuard(stack, "guard", {
    tenancy,
    jurisdiction: "US",
    reportingRegion,
    compartment: compartment("oversight", root),
    name: "us",
  });
  guard.protect(stores);
  guard.protect(compartment("evidence", root));
}
const json = synthesizeStack((stack) => guardIn(stack));

describe("Cloud Guard", () => {
  test("is on for the tenancy, and reports inside the jurisdiction", () => {
    expect(oneOf(json, "oci_cloud_guard_cloud_guard_configuration")).toMatchObject({
      compartment_id: TENANCY.id,
      reporting_region: "us-phoenix-1",
      status: "ENABLED",
    });
  });

  test("guards the whole tenancy with Oracle's own recipes, looked up once it is on", () => {
    const target = oneOf(json, "oci_cloud_guard_target");
    expect(target).toMatchObject({ target_resource_type: "COMPARTMENT", target_resource_id: TENANCY.id });
    expect(target.target_detector_recipes).toHaveLength(3);
    const named = Object.values(
      json.data.oci_cloud_guard_detector_recipes as Record<string, { display_name: string; depends_on: string[] }>,
    );
    expect(named.map(({ display_name }) => display_name)).toEqual(
      ["Activity", "Configuration", "Threat"].map((kind) => `OCI ${kind} Detector Recipe (Oracle managed)`),
    );
    expect(named.every(({ depends_on: [first = ""] }) => first.startsWith("oci_cloud_guard_cloud_guard_configuration."))).toBe(
      true,
    );
  });

  test.each([
    [
      "eu-frankfurt-1",
      [
        '[test/guard] Cloud Guard would report to "eu-frankfurt-1" in DE, outside the jurisdiction US: expected a region of the jurisdiction: it receives metadata of all resources',
      ],
    ],
    ["us-ashburn-1", []],
  ])("that reports to %s", (region, refusals) => {
    expect(refusalsOf((stack) => guardIn(stack, ociRegion(region) as OciRegion))).toEqual(refusals);
  });
});

describe("security zones", () => {
  test("share one recipe, of the policies that are confirmed", () => {
    const policies = Object.values(json.data.oci_cloud_guard_security_policies as Record<string, { filter: unknown[] }>);
    expect(policies.map(({ filter }) => filter)).toEqual(
      [
        ...["deny block_volume_without_vault_key", "deny boot_volume_without_vault_key", "deny buckets_without_vault_key"],
        ...["deny db_instance_public_access", "deny file_system_without_vault_key", "deny public_buckets"],
      ].map((name) => [{ name: "friendly_name", values: [name] }]),
    );
    expect(oneOf(json, "oci_cloud_guard_security_recipe").security_policies).toHaveLength(6);
  });

  test("are where they were asked for, never where the target is: a zone would replace it", () => {
    const zones = allOf(json, "oci_cloud_guard_security_zone");
    expect(zones.map(({ compartment_id }) => compartment_id)).toEqual([
      expect.stringContaining("compartment-evidence"),
      expect.stringContaining("compartment-stores"),
    ]);
    expect(zones.map(({ lifecycle }) => lifecycle)).toEqual(zones.map(() => ({ prevent_destroy: true })));
  });

  test("none is made where none is asked for", () => {
    const bare = synthesizeStack((stack) => {
      const { stores, tenancy } = groundOf(stack);
      new CloudGuard(stack, "guard", { tenancy, jurisdiction: "US", reportingRegion: PHOENIX, compartment: stores, name: "us" });
    });
    expect(resourcesOf(bare).filter(({ type }) => /zone|recipe/.test(type))).toEqual([]);
  });
});

test("the audit log is kept as long as the service can", () => {
  const audit = synthesizeStack((stack) => void new LongestAuditRetention(stack, "audit", { tenancy: TENANCY }));
  expect(oneOf(audit, "oci_audit_configuration")).toMatchObject({ compartment_id: TENANCY.id, retention_period_days: 365 });
});
