import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../config/schema/model";
import { admits, type Grant, grantTo, grantToService } from "./policy/grant";
import { KEY_SERVICE_USE, OBJECTS_READ, STATE_WRITE } from "./policy/permissions";

export interface BootstrappedStateStoreProps {
  readonly bucket: string;
  /** Below the root, made by the bootstrap, with the key and the bucket alone in it. */
  readonly compartment: string;
  readonly region: OciRegion;
  readonly jurisdiction: Jurisdiction;
}

/**
 * The store of Terraform's state. It makes nothing: it can't be part of what it is the state of. Its grants go into the
 * policy that the bootstrap makes once, under the rules that every store is under.
 */
export class BootstrappedStateStore extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: BootstrappedStateStoreProps,
  ) {
    super(scope, id);
  }

  /** Reading the state; writing it where the scenario writes, which decides what the next apply does. */
  grantContent(role: Role, scenario: Scenario): Grant[] {
    const { bucket, region, jurisdiction } = this.props;
    if (!admits(this, role, scenario, jurisdiction, "read the state")) return [];
    return grantTo(this, role, scenario, jurisdiction, {
      on: "state",
      permissions: scenario.writes ? STATE_WRITE : OBJECTS_READ,
      location: this.location,
      conditions: [
        { kind: "equals", variable: "target.bucket.name", value: bucket },
        { kind: "equals", variable: "request.region", value: region.key.toLowerCase() },
      ],
    });
  }

  /** Object Storage's use of the state's key. */
  grantServiceUse(): Grant[] {
    const service = `objectstorage-${this.props.region.region}`;
    const opening = { on: "key of the state", permissions: KEY_SERVICE_USE, location: this.location };
    return [grantToService({ kind: "service", names: [service] }, service, "encryption at rest", opening)];
  }

  get location() {
    return { kind: "compartment" as const, path: [this.props.compartment] };
  }
}
