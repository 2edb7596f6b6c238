import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Condition, OciRegion, Subject } from "oci-policy";
import type { Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import { outsideLimit, SERVICE_LIMITS } from "../../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { Compartment } from "../compartment";
import { admits, type Grant, grantTo, grantToService, type Opening } from "../policy/grant";
import { BUCKET_METADATA, EVIDENCE_CREATE, EVIDENCE_LOCK, EVIDENCE_WRITE, OBJECTS_READ } from "../policy/permissions";
import { residencyTags } from "../residency-tags";
import type { HsmKey } from "../vault";

export interface EvidenceBucketProps {
  /** The literal bucket name, as policies spell it. */
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly namespace: string;
  readonly region: OciRegion;
  /** Its own: a grant on the compartment is a grant on this bucket. */
  readonly compartment: Compartment;
  /** For evidence and nothing else, in a vault of its own. */
  readonly key: HsmKey;
  /** How long each record is kept. */
  readonly retentionDays: number;
  /** `YYYY-MM-DD`, from when on nobody can shorten that any more; 14 days ahead when it is first applied. */
  readonly lockedFrom: string;
}

const { evidenceDays: DAYS } = SERVICE_LIMITS;

const PROP_RULES: readonly PropRule<EvidenceBucketProps>[] = [
  {
    holds: ({ retentionDays }) => Number.isInteger(retentionDays) && outsideLimit(retentionDays, DAYS) === undefined,
    says: ({ retentionDays }) => `records kept for "${retentionDays}" days are no evidence`,
    help: `expected a whole number of days, ${DAYS.minimum} at least`,
  },
  {
    holds: ({ lockedFrom }) => /^\d{4}-\d{2}-\d{2}$/.test(lockedFrom),
    says: ({ lockedFrom }) => `"${lockedFrom}" is no day from which a lock holds`,
    help: "expected a date, such as 2026-03-01",
  },
];

/**
 * A private bucket under a key of its own, in which every object stays as it was written until its time has run out:
 * from the day of the lock on, nobody can shorten that, Oracle included. No prop leaves the lock away.
 */
export class EvidenceBucket extends Construct {
  readonly name: string;
  readonly compartment: Compartment;
  readonly namespace: string;
  /** Whoever names the bucket comes after it: a name alone tells Terraform of no order. */
  readonly made: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EvidenceBucketProps,
  ) {
    super(scope, id);
    const { name, namespace, compartment, key, jurisdiction, retentionDays, lockedFrom } = props;
    this.name = name;
    this.compartment = compartment;
    this.namespace = namespace;
    refuseBrokenRules(this, props, PROP_RULES);
    this.made = new ObjectstorageBucket(this, "Resource", {
      compartmentId: compartment.id,
      namespace,
      name,
      accessType: "NoPublicAccess",
      storageTier: "Standard",
      // Versions and retention rules exclude each other ("Using Retention Rules to Preserve Data").
      versioning: "Disabled",
      kmsKeyId: key.id,
      retentionRules: [
        {
          displayName: "evidence",
          duration: { timeAmount: String(retentionDays), timeUnit: "DAYS" },
          timeRuleLocked: `${lockedFrom}T00:00:00Z`,
        },
      ],
      definedTags: { ...residencyTags(jurisdiction, "evidence") },
      lifecycle: { preventDestroy: true },
    });
  }

  /** Reading the records, by the region's own endpoint, and how long they are kept. */
  grantRead(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "read")) return [];
    return this.grant(role, scenario, [...BUCKET_METADATA, ...OBJECTS_READ], [this.byName, this.inRegion]);
  }

  /** Creating the bucket and its lock; nothing that reads, writes, shortens or deletes. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    if (!this.admits(role, scenario, "make")) return [];
    return [
      // target.bucket.name is not supplied when a bucket is created: the compartment alone selects it.
      ...this.grant(role, scenario, EVIDENCE_CREATE, []),
      ...this.grant(role, scenario, EVIDENCE_LOCK, [
        this.byName,
        { kind: "equals", variable: "request.operation", value: "CreateRetentionRule" },
      ]),
    ];
  }

  /** Adding records, for what carries them; what is there stays there by the retention rule. */
  grantWrite(connectors: Subject, to: string): Grant[] {
    return [grantToService(connectors, to, "records", this.opening(EVIDENCE_WRITE, [this.byName, this.inRegion]))];
  }

  private get byName(): Condition {
    return { kind: "equals", variable: "target.bucket.name", value: this.name };
  }

  private get inRegion(): Condition {
    return { kind: "equals", variable: "request.region", value: this.props.region.key.toLowerCase() };
  }

  private opening(permissions: readonly string[], conditions: readonly Condition[]): Opening {
    return { on: "evidence", permissions, location: this.compartment.location, conditions };
  }

  private grant(role: Role, scenario: Scenario, permissions: readonly string[], conditions: readonly Condition[]): Grant[] {
    return grantTo(this, role, scenario, this.props.jurisdiction, this.opening(permissions, conditions));
  }

  private admits(role: Role, scenario: Scenario, verb: string): boolean {
    return admits(this, role, scenario, this.props.jurisdiction, `${verb} the records`);
  }
}
