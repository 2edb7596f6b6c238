import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { ObjectstorageReplicationPolicy } from "@cdktf/provider-oci/lib/objectstorage-replication-policy";
import { Construct } from "constructs";
import type { Condition, OciRegion } from "oci-policy";
import type { Role, Scenario } from "../../config/schema/model";
import { admits, type Grant, grantTo, grantToService } from "./policy/grant";
import { REPLICATION } from "./policy/permissions";
import { type ReplicaSource, refuseSameRegion } from "./replica-source";
import { type BucketIdentity, userDataSettings } from "./user-data-settings";
import type { HsmKey } from "./vault";

export interface BucketReplicaProps {
  /** The bucket that is copied: name and compartment are the replica's too. */
  readonly of: BucketIdentity;
  readonly region: OciRegion;
  /** Of the replica's own region: a bucket's key can't be elsewhere. */
  readonly key: HsmKey;
  readonly source: ReplicaSource;
}

/**
 * A copy of a bucket in another region, private and under a key of its own, that nobody writes to but the replication.
 *
 * It keeps no versions and has no lifecycle rules: a rule that deletes has no effect on a destination ("Object Storage
 * Replication", interaction with lifecycle management), so that versions would stay for ever there, also of what a user
 * took back. The versions that bring something back are those of the source.
 */
export class BucketReplica extends Construct {
  readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BucketReplicaProps,
  ) {
    super(scope, id);
    const { of, region, key, source } = props;
    this.name = of.name;
    refuseSameRegion(this, `"${of.store}"`, region, source);
    const bucket = new ObjectstorageBucket(this, "Resource", { ...userDataSettings(of, key), versioning: "Disabled" });
    new ObjectstorageReplicationPolicy(this, "Replication", {
      namespace: of.namespace,
      bucket: of.name,
      name: "standby",
      destinationBucketName: bucket.name,
      destinationRegionName: region.region,
      provider: source.provider,
      // A replication that is made again leaves out what was written in between.
      lifecycle: { preventDestroy: true },
    });
  }

  /** Setting the replication up: not ending it, and not making the replica writable. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    const { store, jurisdiction } = this.props.of;
    if (!admits(this, role, scenario, jurisdiction, `replicate "${store}"`)) return [];
    return grantTo(this, role, scenario, jurisdiction, {
      ...this.opening,
      conditions: [
        ...this.opening.conditions,
        { kind: "equals", variable: "request.operation", value: "CreateReplicationPolicy" },
      ],
    });
  }

  /** What Object Storage of the source's region needs to copy, on both sides: one statement selects both. */
  grantReplicationService(): Grant[] {
    const service = `objectstorage-${this.props.source.region.region}`;
    return [grantToService({ kind: "service", names: [service] }, service, "replication", this.opening)];
  }

  private get opening() {
    const { store, name, compartment } = this.props.of;
    const byName: Condition = { kind: "equals", variable: "target.bucket.name", value: name };
    return { on: store, permissions: REPLICATION, location: compartment.location, conditions: [byName] };
  }
}
