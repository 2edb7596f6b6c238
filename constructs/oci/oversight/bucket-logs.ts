import { LoggingLog } from "@cdktf/provider-oci/lib/logging-log";
import { LoggingLogGroup } from "@cdktf/provider-oci/lib/logging-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Compartment } from "../compartment";

export interface BucketLogsProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly buckets: readonly LoggedBucket[];
}

export interface LoggedBucket {
  /** As an address spells it: the store's name. */
  readonly id: string;
  /** The literal bucket name: Logging knows a bucket by its name in the region. */
  readonly bucket: string;
  /** Unknown for what the bootstrap has made: its compartment is in no stack. */
  readonly compartment?: Compartment;
  /** The bucket, where it is made in the same stack. */
  readonly after?: ITerraformDependable;
}

/** Object Storage has one category for reads and one for everything that changes an object ("Logging", service logs). */
const CATEGORIES = ["read", "write"] as const;

/** As long as Logging keeps anything: in steps of 30 days, 180 at most. The evidence keeps it for longer. */
const RETENTION_DAYS = 180;

/** Every read and every write of the buckets of a region, by whom and from where, in a log group of their own. */
export class BucketLogs extends Construct {
  /** What a connector reads: with it, every log that is ever added to the group. */
  readonly groupId: string;
  readonly compartment: Compartment;

  constructor(scope: Construct, id: string, { compartment, name, buckets }: BucketLogsProps) {
    super(scope, id);
    this.compartment = compartment;
    this.groupId = new LoggingLogGroup(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      description: "reads and writes of every store",
      lifecycle: { preventDestroy: true },
    }).id;
    for (const bucket of buckets) for (const category of CATEGORIES) this.record(bucket, category);
  }

  private record({ id, bucket, compartment, after }: LoggedBucket, category: (typeof CATEGORIES)[number]): void {
    new LoggingLog(this, `${id}-${category}`, {
      logGroupId: this.groupId,
      displayName: `${bucket}-${category}`,
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: RETENTION_DAYS,
      configuration: {
        ...(compartment ? { compartmentId: compartment.id } : {}),
        source: { sourceType: "OCISERVICE", service: "objectstorage", resource: bucket, category },
      },
      lifecycle: { preventDestroy: true },
      ...(after ? { dependsOn: [after] } : {}),
    });
  }
}
