import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { type ITerraformDependable, Lazy } from "cdktf";
import { Construct } from "constructs";
import type { Role, Scenario } from "../../../config/schema/model";
import { type PhaseHistory, phaseInForce } from "../../../config/schema/phases";
import { outsideLimit, SERVICE_LIMITS } from "../../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { refuse } from "../../refusal";
import { BUCKET_NAME_RULE } from "../bucket-name";
import { bucketArn, objectsOf, roleArn } from "../names";
import { type PolicyStatement, printPolicy } from "../policy/document";
import { type AwsGrant, admits, type Granting, grantTo } from "../policy/grant";
import { printWithinSize } from "../policy/sizes";
import { type BucketVisitors, copyBucketStatements } from "./copy-bucket-policy";
import type { CopyKey } from "./copy-key";
import type { Sealer } from "./copy-key-policy";
import { lifecycleRules } from "./copy-lifecycle";
import { copiesOf } from "./names";
import {
  COPIES_READ,
  NAMES_READ,
  REPLICATED_BUCKET,
  REPLICATED_OBJECTS,
  SETTINGS_READ,
  WRITER_BUCKET,
  WRITER_OBJECTS,
} from "./permissions";

export interface CopyBucketProps extends Granting {
  /** The literal name, as policies and other accounts spell it. */
  readonly name: string;
  readonly account: string;
  /** Leads the roles' path. */
  readonly prefix: string;
  /** For these copies and nothing else. */
  readonly key: CopyKey;
  /** Names of the stores that are copied here; each below its own name. */
  readonly stores: readonly string[];
  /** How long each version is locked from when it is written. */
  readonly retentionDays: number;
  /** For how long a version may be locked that came from another site with its lock. */
  readonly longestLockDays: number;
  readonly phases: PhaseHistory;
  /** ARN of the role that deploys. */
  readonly pipeline: string;
}

const { objectLockDays: DAYS } = SERVICE_LIMITS;

const PROP_RULES: readonly PropRule<CopyBucketProps>[] = [
  BUCKET_NAME_RULE,
  {
    holds: ({ retentionDays }) => Number.isInteger(retentionDays) && outsideLimit(retentionDays, DAYS) === undefined,
    says: ({ retentionDays }) => `copies locked for "${retentionDays}" days are no backup`,
    help: `expected a whole number of days, ${DAYS.minimum} to ${DAYS.maximum}`,
  },
];

/**
 * The copies of a site: every version locked from when it is written, so that nobody shortens it, the root user and AWS
 * included, and opened by what its grants have named, whatever IAM says. No prop leaves the lock or a denial away.
 */
export class CopyBucket extends Construct {
  readonly name: string;
  readonly arn: string;
  readonly stores: readonly string[];
  readonly key: CopyKey;
  /** What lets copies arrive: versions, lock and policy. */
  readonly ready: ITerraformDependable;
  private readonly visitors: BucketVisitors = { readers: [], writers: [], carriers: [], sealers: [] };

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CopyBucketProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    this.name = props.name;
    this.arn = bucketArn(props.name);
    this.stores = props.stores;
    this.key = props.key;
    const { bucket } = new S3Bucket(this, "Resource", {
      bucket: props.name,
      objectLockEnabled: true,
      forceDestroy: false,
      lifecycle: { preventDestroy: true },
    });
    this.close(bucket);
    const versioning = new S3BucketVersioningA(this, "Versioning", { bucket, versioningConfiguration: { status: "Enabled" } });
    const lock = new S3BucketObjectLockConfigurationA(this, "Lock", {
      bucket,
      rule: { defaultRetention: { mode: "COMPLIANCE", days: props.retentionDays } },
      dependsOn: [versioning],
      // Without its resource the lock is taken off for all that comes later.
      lifecycle: { preventDestroy: true },
    });
    new S3BucketLifecycleConfiguration(this, "Lifecycle", { bucket, rule: lifecycleRules(props), dependsOn: [versioning] });
    this.ready = new S3BucketPolicy(this, "Policy", {
      bucket,
      policy: Lazy.stringValue({ produce: () => printPolicy(this.statements()) }),
      dependsOn: [lock],
      lifecycle: { preventDestroy: true },
    });
  }

  /** Reading copies of the scenario's stores, by version, and their names. */
  grantRead(role: Role, scenario: Scenario): AwsGrant[] {
    const stores = this.storesOf(scenario);
    if (!this.readsOnly(role, scenario) || !admits(this, role, scenario, this.props, "read copies")) return [];
    const { name, account, prefix } = this.props;
    const grants = [
      ...grantTo(this, role, scenario, this.props, {
        on: "copies",
        actions: COPIES_READ,
        resources: stores.map((store) => copiesOf(name, store)),
      }),
      ...grantTo(this, role, scenario, this.props, {
        on: "names of copies",
        actions: NAMES_READ,
        resources: [this.arn],
        conditions: { StringLike: { "s3:prefix": stores.map((store) => `${store}/*`) } },
      }),
    ];
    if (grants.length === 0) return [];
    this.visitors.readers.push(roleArn(account, prefix, role.name));
    this.key.grantDecrypt(role, scenario, stores);
    printWithinSize(this, "bucket", this.statements(), ["roles", role.name, "scenarios"]);
    return grants;
  }

  /** How the bucket is set; neither objects nor their names. */
  grantMetadata(role: Role, scenario: Scenario): AwsGrant[] {
    if (!admits(this, role, scenario, this.props, "see how copies are kept")) return [];
    return grantTo(this, role, scenario, this.props, { on: "bucket", actions: SETTINGS_READ, resources: [this.arn] });
  }

  /** What the copying service's role does here: it reads what it wrote, to compare, and deletes nothing. */
  openToWriter(role: string): PolicyStatement[] {
    this.visitors.writers.push(role);
    this.key.openToWriter(role);
    const { account } = this.props;
    const own = { StringEquals: { "aws:ResourceAccount": [account] } };
    return [
      { sid: "Bucket", effect: "Allow", actions: WRITER_BUCKET, resources: [this.arn], conditions: own },
      { sid: "Copies", effect: "Allow", actions: WRITER_OBJECTS, resources: [objectsOf(this.name)], conditions: own },
    ];
  }

  /** What the role that carries copies to the next site does here. */
  openToCarrier(role: string): PolicyStatement[] {
    this.visitors.carriers.push(role);
    this.key.openToCarrier(role);
    return [
      { sid: "Source", effect: "Allow", actions: REPLICATED_BUCKET, resources: [this.arn] },
      { sid: "SourceCopies", effect: "Allow", actions: REPLICATED_OBJECTS, resources: [objectsOf(this.name)] },
    ];
  }

  /** Lets replicas of another account arrive; its role encrypts them, and reads nothing. */
  openToSealer(sealer: Sealer): void {
    this.visitors.sealers.push(sealer);
    this.key.openToSealer(sealer);
  }

  private storesOf({ stores }: Scenario): string[] {
    return stores.filter((store) => this.stores.includes(store));
  }

  /** Whoever wrote or deleted copies could make them up. */
  private readsOnly(role: Role, { name, writes, deletes }: Scenario): boolean {
    if (!writes && !deletes) return true;
    refuse(this, {
      message: `scenario "${name}" of role "${role.name}" changes copies, which only the copying services write`,
      help: "take writes and deletes away, or let the scenario act at the primary only",
      about: ["scenarios", name, writes ? "writes" : "deletes"],
    });
    return false;
  }

  private statements(): PolicyStatement[] {
    const { name, phases, pipeline, key } = this.props;
    return copyBucketStatements({ ...this.visitors, name, phase: phaseInForce(phases), pipeline, key: key.arn });
  }

  /** Nobody else's lists, nothing public, and one key. */
  private close(bucket: string): void {
    new S3BucketOwnershipControls(this, "Ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    new S3BucketPublicAccessBlock(this, "PublicAccess", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      lifecycle: { preventDestroy: true },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: encryptionWith(this.key),
          // With a bucket key, whoever replicates into it would have to decrypt, and reads would leave no record at KMS.
          bucketKeyEnabled: false,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
      lifecycle: { preventDestroy: true },
    });
  }
}

/** An empty bucket, whose key is deleted, has S3's own: nothing is written to it. */
const encryptionWith = ({ arn }: CopyKey) =>
  arn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: arn };
