import { SchServiceConnector } from "@cdktf/provider-oci/lib/sch-service-connector";
import { Construct } from "constructs";
import type { Compartment, Tenancy } from "../compartment";
import type { BucketLogs } from "./bucket-logs";
import type { EdgeLogs } from "./edge-logs";
import type { EvidenceBucket } from "./evidence-bucket";

/** The middle part of a connector's OCID, by which matching rules know it ("Connector Hub", policy reference). */
export const CONNECTOR_RESOURCE_TYPE = "serviceconnector";

/** The audit log of a compartment and of all below it; Connector Hub alone knows this name. */
const AUDIT_LOG = "_Audit_Include_Subcompartment";

/** The audit log of the whole tenancy in one region, as a connector reads it. */
export const auditOf = ({ id }: Tenancy) => ({ compartmentId: id, logGroupId: AUDIT_LOG });

export interface EvidenceConnectorProps {
  /** Where it acts from: the dynamic group's matching rule names this compartment. */
  readonly compartment: Compartment;
  readonly name: string;
  readonly records: Tenancy | BucketLogs | EdgeLogs;
  /** The first part of its objects' names. */
  readonly prefix: string;
  readonly evidence: EvidenceBucket;
}

/** Often enough that a record is out of everybody's reach soon, and seldom enough that objects stay few. */
const BATCH = { batchRolloverTimeInMs: 420_000, batchRolloverSizeInMbs: 100 };

/**
 * Carries records of a region into its evidence, unfiltered. The writes that it causes there are recorded as well, so
 * that it has one object to write every seven minutes at least, and its silence means something.
 */
export class EvidenceConnector extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { compartment, name, records, prefix, evidence }: EvidenceConnectorProps) {
    super(scope, id);
    const source =
      "groupId" in records ? { compartmentId: records.compartment.id, logGroupId: records.groupId } : auditOf(records);
    this.id = new SchServiceConnector(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      description: `${prefix} into the evidence`,
      source: { kind: "logging", logSources: [source] },
      target: {
        kind: "objectStorage",
        namespace: evidence.namespace,
        bucket: evidence.name,
        objectNamePrefix: prefix,
        ...BATCH,
      },
      dependsOn: [evidence.made],
      lifecycle: { preventDestroy: true },
    }).id;
  }
}
