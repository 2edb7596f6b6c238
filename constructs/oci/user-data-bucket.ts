import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { ObjectstorageObjectLifecyclePolicy } from "@cdktf/provider-oci/lib/objectstorage-object-lifecycle-policy";
import { Construct } from "constructs";
import type { Condition, OciRegion, Subject } from "oci-policy";
import type { Role, Scenario } from "../../config/schema/model";
import { SERVICE_LIMITS } from "../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../prop-rules";
import { admits, type Grant, grantTo, grantToService, type Opening } from "./policy/grant";
import {
  BUCKET_CREATE,
  BUCKET_METADATA,
  LIFECYCLE_SERVICE,
  LIFECYCLE_SET,
  OBJECTS_COPY,
  OBJECTS_DELETE,
  OBJECTS_READ,
  OBJECTS_WRITE,
} from "./policy/permissions";
import { type BucketIdentity, userDataSettings } from "./user-data-settings";
import type { HsmKey } from "./vault";

export interface UserDataBucketProps extends BucketIdentity {
  readonly region: OciRegion;
  /** Where its replica is: whoever reads the bucket reads that too, by the same statement. @default - nowhere */
  readonly replicaRegion?: OciRegion;
  readonly key: HsmKey;
  /** How long a replaced or deleted object can be brought back. */
  readonly previousVersionsDays: number;
}

const { minimum: LEAST_DAYS } = SERVICE_LIMITS.previousVersionsDays;

const PROP_RULES: readonly PropRule<UserDataBucketProps>[] = [
  {
    holds: ({ name }) => /^[A-Za-z0-9_.-]{1,256}$/.test(name),
    says: ({ name }) => `bucket name "${name}" is none that Object Storage takes`,
    help: "expected 1 to 256 letters, digits, `-`, `_` and `.`",
  },
  {
    holds: ({ previousVersionsDays: days }) => Number.isInteger(days) && days >= LEAST_DAYS,
    says: ({ previousVersionsDays: days }) => `previous versions of "${days}" days can't bring anything back`,
    help: `expected a whole number of days, ${LEAST_DAYS} at least`,
  },
];

/** A private, versioned bucket under its own key. No prop can make it public, unversioned or unencrypted. */
export class UserDataBucket extends Construct {
  readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserDataBucketProps,
  ) {
    super(scope, id);
    const { name, namespace, key, previousVersionsDays } = props;
    this.name = name;
    refuseBrokenRules(this, props, PROP_RULES);
    const bucket = new ObjectstorageBucket(this, "Resource", { ...userDataSettings(props, key), versioning: "Enabled" });
    new ObjectstorageObjectLifecyclePolicy(this, "Lifecycle", {
      namespace,
      bucket: bucket.name,
      rules: [
        rule("abort-unfinished-uploads", "ABORT", "multipart-uploads", 7),
        rule("expire-previous-versions", "DELETE", "previous-object-versions", previousVersionsDays),
      ],
    });
  }

  /** Settings, no objects and no names of objects. */
  grantMetadata(role: Role, scenario: Scenario): Grant[] {
    return this.grant(role, scenario, BUCKET_METADATA, [this.byName]);
  }

  /**
   * Listing and reading objects, here and at the replica, by the regions' own endpoints. The copier copies from here
   * alone. A role from elsewhere gets nothing, and fails the synth.
   */
  grantRead(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "read")) return [];
    return role.assumedBy === "copier"
      ? this.grant(role, scenario, OBJECTS_COPY, [this.byName, inRegion(this.props.region)])
      : this.grant(role, scenario, OBJECTS_READ, [this.byName, this.inRegions]);
  }

  /** Creating and overwriting objects; the versions that this replaces stay. */
  grantWrite(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "write to")) return [];
    return this.grant(role, scenario, OBJECTS_WRITE, [this.byName, this.inRegions]);
  }

  /** Deleting objects, so that their versions stay: what a user takes back, and an operator can still restore. */
  grantDelete(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "delete from")) return [];
    return this.grant(role, scenario, OBJECTS_DELETE, [this.byName, this.inRegions]);
  }

  /** Creating the bucket and setting its lifecycle rules: nothing that reads, publishes, shares, copies or deletes. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "administer")) return [];
    return [
      // target.bucket.name is not supplied when a bucket is created: the compartment alone selects it.
      ...this.grant(role, scenario, BUCKET_CREATE, []),
      ...this.grant(role, scenario, LIFECYCLE_SET, [
        this.byName,
        { kind: "equals", variable: "request.operation", value: "PutObjectLifecyclePolicy" },
      ]),
    ];
  }

  /** A database adds what it exports, in its own region; it reads nothing here, and what it replaces stays as a version. */
  grantExports(database: Subject, to: string): Grant[] {
    const conditions = [this.byName, inRegion(this.props.region)];
    return [grantToService(database, to, "scheduled exports", this.opening(OBJECTS_WRITE, conditions))];
  }

  /** What Object Storage needs to carry out the lifecycle rules; it reads no object for that. */
  grantLifecycleService(): Grant[] {
    const service = `objectstorage-${this.props.region.region}`;
    return [
      grantToService(
        { kind: "service", names: [service] },
        service,
        "lifecycle rules",
        this.opening(LIFECYCLE_SERVICE, [this.byName]),
      ),
    ];
  }

  /** What its replica shares with it. */
  get identity(): BucketIdentity {
    const { store, name, jurisdiction, namespace, compartment } = this.props;
    return { store, name, jurisdiction, namespace, compartment };
  }

  private get byName(): Condition {
    return { kind: "equals", variable: "target.bucket.name", value: this.name };
  }

  private get inRegions(): Condition {
    const { region, replicaRegion } = this.props;
    return replicaRegion ? { kind: "any", conditions: [region, replicaRegion].map(inRegion) } : inRegion(region);
  }

  private opening(permissions: readonly string[], conditions: readonly Condition[]): Opening {
    return { on: this.props.store, permissions, location: this.props.compartment.location, conditions };
  }

  private grant(role: Role, scenario: Scenario, permissions: readonly string[], conditions: readonly Condition[]): Grant[] {
    return grantTo(this, role, scenario, this.props.jurisdiction, this.opening(permissions, conditions));
  }

  private admits(role: Role, scenario: Scenario, verb: string): boolean {
    return admits(this, role, scenario, this.props.jurisdiction, `${verb} "${this.props.store}"`);
  }
}

function rule(name: string, action: string, target: string, days: number) {
  return { name, action, target, timeAmount: String(days), timeUnit: "DAYS", isEnabled: true };
}

const inRegion = ({ key }: OciRegion): Condition => ({
  kind: "equals",
  variable: "request.region",
  value: key.toLowerCase(),
});
