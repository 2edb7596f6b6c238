import { describe, expect, test } from "@jest/globals";
import { RegionFence } from "../../../constructs/oci/region-fence";
import { allOf, refusalsOf, synthesizeStack, TENANCY } from "../../support/construct-stack";

describe("a region fence", () => {
  const quotas = allOf(
    synthesizeStack(
      (stack) =>
        void new RegionFence(stack, "fence", { tenancy: TENANCY, name: "us", regions: ["us-phoenix-1", "us-ashburn-1"] }),
    ),
    "oci_limits_quota",
  );

  test.each(["compute-core", "database", "kms", "object-storage", "vcn"])(
    "sets %s to zero everywhere first, and gives it back by region",
    (family) => {
      const quota = quotas.find(({ name }) => name === `us-${family}`);
      expect(quota.statements).toEqual([
        `zero ${family} quotas in tenancy`,
        `unset ${family} quotas in tenancy where request.region = 'us-phoenix-1'`,
        `unset ${family} quotas in tenancy where request.region = 'us-ashburn-1'`,
      ]);
      expect(quota.compartment_id).toBe(TENANCY.id);
    },
  );

  test("leaves a region to be in, or is refused", () => {
    const fence = (regions: string[]) =>
      refusalsOf((stack) => void new RegionFence(stack, "fence", { tenancy: TENANCY, name: "us", regions }));
    expect(fence([])).toEqual([
      "[test/fence] the fence leaves no region to be in: name the regions in which something may be made",
    ]);
    expect(fence(["us-phoenix-1"])).toEqual([]);
  });

  test("fences no other family", () => expect(quotas).toHaveLength(5));
});
