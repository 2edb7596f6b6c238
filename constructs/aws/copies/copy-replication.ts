import {
  S3BucketReplicationConfigurationA,
  type S3BucketReplicationConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { ServiceRole } from "../identity/service-role";
import { bucketArn, objectsOf } from "../names";
import type { PolicyStatement } from "../policy/document";
import { sidOf } from "../policy/grant";
import type { CopyBucket } from "./copy-bucket";
import { SERVICE_ROLES, serviceRoleArn } from "./names";
import { REPLICA_OBJECTS } from "./permissions";

export interface CopyReplicationProps {
  readonly account: string;
  /** Leads the role's path. */
  readonly prefix: string;
  readonly source: CopyBucket;
  readonly destinations: readonly ReplicaDestination[];
}

/** The copies of another site, which come from here. */
export interface ReplicaDestination {
  readonly site: string;
  readonly account: string;
  readonly region: string;
  /** Name of the bucket there. */
  readonly bucket: string;
  /** ARN of its key: S3 takes a wrong one, and then replicates nothing. */
  readonly key: string;
  readonly stores: readonly string[];
}

/** One rule, as its metrics and alarms name it. */
export interface ReplicationRule {
  readonly id: string;
  readonly destination: ReplicaDestination;
}

const PROP_RULES: readonly PropRule<CopyReplicationProps>[] = [
  {
    holds: ({ source, destinations }) =>
      destinations.every(({ stores }) => stores.every((store) => source.stores.includes(store))),
    says: ({ source, destinations }) => {
      const absent = destinations.flatMap(({ stores }) => stores).find((store) => !source.stores.includes(store));
      return `store "${absent}" has no copies in "${source.name}" that could be replicated`;
    },
    help: "let the store have copies at this site, too",
  },
];

/** Minutes: the only ones that S3 takes (S3 User Guide, "S3 Replication Time Control"). */
const IN_TIME = { minutes: 15 } as const;

/** Copies go on to other sites: encrypted there with a key that this side can't open, deletions left behind. */
export class CopyReplication extends Construct {
  readonly rules: readonly ReplicationRule[];

  constructor(scope: Construct, id: string, props: CopyReplicationProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { account, prefix, source, destinations } = props;
    const role = new ServiceRole(this, "role", {
      account,
      prefix,
      name: SERVICE_ROLES.replication,
      description: "S3, when it replicates copies to another site",
      service: "s3.amazonaws.com",
      sources: [source.arn],
      statements: [
        ...source.openToCarrier(serviceRoleArn(account, prefix, "replication")),
        ...destinations.flatMap(replicaStatements),
      ],
    });
    const rules = destinations.flatMap((destination) => destination.stores.map((store) => ({ store, destination })));
    this.rules = rules.map(({ store, destination }) => ({ id: `${destination.site}-${store}`, destination }));
    new S3BucketReplicationConfigurationA(this, "Resource", {
      bucket: source.name,
      role: role.arn,
      rule: rules.map(({ store, destination }, index) => replicationRule(store, destination, index + 1)),
      dependsOn: [source.ready, role.ready],
    });
  }
}

/** Across accounts both sides must allow; the key's id is known after an apply, so its objects select it. */
function replicaStatements({ site, account, region, bucket }: ReplicaDestination): PolicyStatement[] {
  return [
    { sid: sidOf("Replicas", site), effect: "Allow", actions: REPLICA_OBJECTS, resources: [objectsOf(bucket)] },
    {
      sid: sidOf("Seal", site),
      effect: "Allow",
      actions: ["kms:Encrypt"],
      resources: [`arn:aws:kms:${region}:${account}:key/*`],
      conditions: {
        StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`] },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [objectsOf(bucket)] },
      },
    },
  ];
}

function replicationRule(
  store: string,
  { site, account, bucket, key }: ReplicaDestination,
  priority: number,
): S3BucketReplicationConfigurationRule {
  return {
    id: `${site}-${store}`,
    priority,
    status: "Enabled",
    // With a filter, deletions that users make don't travel.
    filter: { prefix: `${store}/` },
    deleteMarkerReplication: { status: "Disabled" },
    sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    destination: {
      bucket: bucketArn(bucket),
      account,
      accessControlTranslation: { owner: "Destination" },
      encryptionConfiguration: { replicaKmsKeyId: key },
      replicationTime: { status: "Enabled", time: IN_TIME },
      metrics: { status: "Enabled", eventThreshold: IN_TIME },
    },
  };
}
