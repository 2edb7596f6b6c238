import { bucketArn, objectsOf } from "../names";
import type { PolicyStatement } from "../policy/document";

export interface LogBucketPolicyProps {
  readonly bucket: string;
  readonly trails: readonly WritingTrail[];
  /** ARNs of the roles that read records. */
  readonly readers: readonly string[];
  /** ARN of the role that sets the bucket, and reads and deletes nothing in it. */
  readonly pipeline: string;
}

/** A trail that writes into the bucket. */
export interface WritingTrail {
  readonly arn: string;
  /** Ids of the account, and of the organization, under which CloudTrail files what it delivers. */
  readonly folders: readonly string[];
}

/**
 * Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail", and for organization trails the same page;
 * Service Authorization Reference, Amazon S3. No key is asked for: digest files come under S3's own.
 */
export function logBucketStatements({ bucket, trails, readers, pipeline }: LogBucketPolicyProps): PolicyStatement[] {
  const [itself, objects] = [[bucketArn(bucket)], [objectsOf(bucket)]];
  const cloudtrail = { effect: "Allow", principal: { service: ["cloudtrail.amazonaws.com"] } } as const;
  const deny = { effect: "Deny", principal: "*" } as const;
  const others = (spared: readonly string[]) =>
    spared.length > 0 ? { conditions: { ArnNotEquals: { "aws:PrincipalArn": spared } } } : {};
  return [
    {
      ...cloudtrail,
      sid: "TrailsLook",
      actions: ["s3:GetBucketAcl"],
      resources: itself,
      conditions: { StringEquals: { "aws:SourceArn": trails.map(({ arn }) => arn) } },
    },
    ...trails.map(
      ({ arn, folders }, index): PolicyStatement => ({
        ...cloudtrail,
        sid: `TrailWrites${index + 1}`,
        actions: ["s3:PutObject"],
        resources: folders.map((folder) => `${bucketArn(bucket)}/AWSLogs/${folder}/*`),
        conditions: { StringEquals: { "aws:SourceArn": [arn], "s3:x-amz-acl": ["bucket-owner-full-control"] } },
      }),
    ),
    { ...deny, sid: "DenyOtherReaders", actions: ["s3:GetObject*", "s3:RestoreObject"], resources: objects, ...others(readers) },
    {
      ...deny,
      sid: "DenyWritingByHand",
      actions: ["s3:PutObject*", "s3:Replicate*"],
      resources: objects,
      conditions: { BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } },
    },
    {
      ...deny,
      sid: "DenyUnlocking",
      actions: [
        ...["s3:DeleteObject*", "s3:BypassGovernanceRetention", "s3:PutObjectRetention", "s3:PutObjectLegalHold"],
        ...["s3:UpdateObjectEncryption"],
      ],
      resources: objects,
    },
    {
      ...deny,
      // What expires records, carries them or their names elsewhere, or lets go of the policy: nobody needs it.
      sid: "DenyEmptying",
      actions: [
        ...["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration"],
        ...["s3:PutInventoryConfiguration", "s3:PutBucketNotification", "s3:PutBucketLogging", "s3:PutBucketRequestPayment"],
      ],
      resources: itself,
    },
    {
      ...deny,
      sid: "DenySettings",
      actions: ["s3:PutBucket*", "s3:PutEncryptionConfiguration", "s3:PutMetricsConfiguration"],
      resources: itself,
      ...others([pipeline]),
    },
    {
      ...deny,
      sid: "DenyPlainText",
      actions: ["s3:*"],
      resources: [...itself, ...objects],
      conditions: { Bool: { "aws:SecureTransport": ["false"] } },
    },
  ];
}
