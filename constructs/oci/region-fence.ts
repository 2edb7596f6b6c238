import { LimitsQuota } from "@cdktf/provider-oci/lib/limits-quota";
import { Construct } from "constructs";
import { refuse } from "../refusal";
import type { Tenancy } from "./compartment";

/**
 * Families of services that hold or run something; the names that the documentation of compartment quotas lists.
 * Source: OCI documentation, "Available Quotas by Service".
 */
const FAMILIES = ["object-storage", "database", "compute-core", "vcn", "kms"] as const;

export interface RegionFenceProps {
  readonly tenancy: Tenancy;
  /** Prefix of the quotas' names. */
  readonly name: string;
  /** The regions in which something may be made. */
  readonly regions: readonly string[];
}

/**
 * Nothing that holds data can be made outside of the named regions, also not in a region that Oracle opens tomorrow or
 * somebody subscribes to: each family is set to zero everywhere first, and given back region by region, the later
 * statement of a quota winning ("Quota Policy Syntax").
 */
export class RegionFence extends Construct {
  constructor(scope: Construct, id: string, { tenancy, name, regions }: RegionFenceProps) {
    super(scope, id);
    if (regions.length === 0)
      refuse(this, { message: "the fence leaves no region to be in", help: "name the regions in which something may be made" });
    for (const family of FAMILIES)
      new LimitsQuota(this, family, {
        compartmentId: tenancy.id,
        name: `${name}-${family}`,
        description: `${family} only in ${regions.join(" and ")}`,
        statements: [
          `zero ${family} quotas in tenancy`,
          ...regions.map((region) => `unset ${family} quotas in tenancy where request.region = '${region}'`),
        ],
      });
  }
}
