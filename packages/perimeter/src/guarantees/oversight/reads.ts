import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import { arnOf } from "../../estate/stand-in";
import type { Resource } from "../../input";
import { trailed } from "./aws/trails";
import { auditOf } from "./oci/audit";
import type { Delivery } from "./oci/deliveries";
import { bucketReads } from "./oci/read-logs";
import type { Recording } from "./recording";

export interface Records {
  readonly estate: Estate;
  readonly evidence: readonly Resource[];
  readonly deliveries: readonly Delivery[];
}

/**
 * How reads of a type are recorded: by a service log of its own; by the audit log, since each read is a call that it
 * records; by data events of a kind; or by management events. Sources: OCI documentation, "Details for Service Logs",
 * "Overview of Audit"; CloudTrail User Guide, "Logging data events".
 */
type Kept =
  | { readonly by: "service-log" | "audit-log" | "management-events" }
  | { readonly by: "data-events"; readonly type: string; readonly source: string; readonly content: string };

const KEPT: ReadonlyMap<string, Kept> = new Map<string, Kept>([
  ["oci_objectstorage_bucket", { by: "service-log" }],
  ["oci_core_boot_volume", { by: "audit-log" }],
  ["oci_core_boot_volume_backup", { by: "audit-log" }],
  ["oci_core_volume", { by: "audit-log" }],
  ["oci_core_volume_backup", { by: "audit-log" }],
  ["oci_database_autonomous_database", { by: "audit-log" }],
  ["oci_database_autonomous_database_backup", { by: "audit-log" }],
  ["oci_vault_secret", { by: "audit-log" }],
  ["aws_dynamodb_table", { by: "data-events", type: "AWS::DynamoDB::Table", source: "dynamodb.amazonaws.com", content: "" }],
  ["aws_s3_bucket", { by: "data-events", type: "AWS::S3::Object", source: "s3.amazonaws.com", content: "/" }],
  ["aws_secretsmanager_secret", { by: "management-events" }],
]);

/** What to do where nothing records the reads of a type. */
export const REMEDY: Readonly<Record<Kept["by"], (address: string) => string>> = {
  "service-log": (address) =>
    `make an oci_logging_log of service objectstorage and category read for ${address}, and let a connector carry it into the evidence`,
  "audit-log": () => "let a connector carry the audit log of the tenancy and all below it into the evidence",
  "data-events": (address) => `let a trail that writes into the evidence record the data events of ${address}`,
  "management-events": () => "let a trail that writes into the evidence record management events",
};

export const keptBy = ({ type }: Resource): Kept["by"] | undefined => KEPT.get(type)?.by;

/** Whether every read of a store or copy is in the evidence. */
export function readsOf(resource: Resource, { estate, evidence, deliveries }: Records): Recording {
  const kept = KEPT.get(resource.type);
  switch (kept?.by) {
    case undefined:
      return {
        kind: "open",
        open: [{ address: resource.address, reason: `how reads of a ${resource.type} are recorded isn't known` }],
      };
    case "service-log":
      return bucketReads(resource, estate, deliveries);
    case "audit-log":
      return auditOf(resource, [resource], estate, deliveries);
    case "management-events":
      return trailed(
        { place: resource, wanted: { category: "Management", readOnly: true }, everywhere: false },
        estate,
        evidence,
      );
    case "data-events": {
      const { type, source, content } = kept;
      const wanted = { category: "Data", readOnly: true, type, source, prefix: `${arnOf(resource)}${content}` } as const;
      return trailed({ place: resource, wanted, everywhere: false }, estate, evidence);
    }
  }
}

/**
 * Whether the configuration says that Data Safe collects the audit trail of a database: what SQL reads stands there and
 * nowhere else ("Autonomous Database: Oracle Data Safe"; "Audit Trails").
 */
export function isCollected(database: Resource, { resources, links }: Estate): boolean {
  const all = [...resources.values()];
  if (textArgument(database, "data_safe_status")?.toUpperCase() === "REGISTERED") return true;
  return all.some((one) => {
    if (one.type !== "oci_data_safe_target_database") return false;
    const details = fieldsOf(itemsOf(argument(one, "database_details"))?.[0]);
    return links.resource(details.get("autonomous_database_id")) === database;
  });
}
