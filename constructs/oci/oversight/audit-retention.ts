import { AuditConfiguration } from "@cdktf/provider-oci/lib/audit-configuration";
import { Construct } from "constructs";
import type { Tenancy } from "../compartment";

/** The most that the Audit service keeps ("Setting Audit Log Retention Period"). The evidence keeps it for longer. */
const RETENTION_DAYS = 365;

/** The audit log of the tenancy, in every region, kept as long as the service can. Nobody can switch it off. */
export class LongestAuditRetention extends Construct {
  constructor(scope: Construct, id: string, { tenancy }: { readonly tenancy: Tenancy }) {
    super(scope, id);
    new AuditConfiguration(this, "Resource", { compartmentId: tenancy.id, retentionPeriodDays: RETENTION_DAYS });
  }
}
