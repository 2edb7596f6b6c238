import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { outsideLimit, SERVICE_LIMITS } from "../../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { BUCKET_NAME_RULE } from "../bucket-name";
import { printWithinSize } from "../policy/sizes";
import { type LogBucketPolicyProps, logBucketStatements } from "./log-bucket-policy";
import type { LogKey } from "./log-key";

export interface LogBucketProps extends Omit<LogBucketPolicyProps, "bucket"> {
  readonly name: string;
  /** For the records and nothing else. */
  readonly key: LogKey;
  /** How long each record is locked. */
  readonly retentionDays: number;
}

const { objectLockDays: DAYS } = SERVICE_LIMITS;

const PROP_RULES: readonly PropRule<LogBucketProps>[] = [
  BUCKET_NAME_RULE,
  {
    holds: ({ retentionDays }) => Number.isInteger(retentionDays) && outsideLimit(retentionDays, DAYS) === undefined,
    says: ({ retentionDays }) => `records kept for "${retentionDays}" days are no evidence`,
    help: `expected a whole number of days, ${DAYS.minimum} to ${DAYS.maximum}`,
  },
];

/**
 * A private bucket in which every version stays as it was written until its time has run out: nobody shortens that, the
 * root user and AWS included. Only trails write, only readers of the records read. No prop leaves the lock away.
 */
export class LogBucket extends Construct {
  readonly name: string;
  readonly key: LogKey;
  /** A trail is refused until the bucket's policy lets it write. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    this.name = props.name;
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
    this.ready = new S3BucketPolicy(this, "Policy", {
      bucket,
      policy: printWithinSize(this, "bucket", logBucketStatements({ ...props, bucket: props.name })),
      dependsOn: [lock],
      lifecycle: { preventDestroy: true },
    });
  }

  /** Nobody else's lists, nothing public, and a key for whatever brings none of its own. */
  private close(bucket: string): void {
    new S3BucketOwnershipControls(this, "Ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    new S3BucketPublicAccessBlock(this, "PublicAccess", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: this.key.arn },
          // With a bucket key, later reads would reach neither KMS nor its records.
          bucketKeyEnabled: false,
          blockedEncryptionTypes: ["SSE-C"],
        },
      ],
    });
  }
}
