import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { objectsOf } from "../names";
import type { PolicyStatement } from "../policy/document";
import { printWithinSize } from "../policy/sizes";
import { KEY_DESTRUCTION, KEY_READ, KEY_SETTINGS, KEY_USE } from "./permissions";

export interface LogKeyProps {
  readonly description: string;
  /** AWS region of the bucket: S3 takes a key of its own region only. */
  readonly region: string;
  /** Name of the bucket, whose objects it encrypts unless they come with another key. */
  readonly bucket: string;
  /** ARNs of the trails that encrypt with it. */
  readonly trails: readonly string[];
  /** ARNs of the roles that read records. */
  readonly readers: readonly string[];
  /** ARN of the role that sets the key, which opens nothing with it. */
  readonly pipeline: string;
}

const PROP_RULES: readonly PropRule<LogKeyProps>[] = [
  {
    holds: ({ trails }) => trails.length > 0,
    says: () => "the key of the records encrypts for no trail",
    help: "name the trails that write",
  },
  {
    holds: ({ readers, pipeline }) => !readers.includes(pipeline),
    says: ({ pipeline }) => `"${pipeline}" sets the key of the records and would read them, too`,
    help: "let somebody else read: whoever sets a key can open it for anybody",
  },
];

/** As long as KMS waits at most ("Deleting AWS KMS keys"): time for somebody to hear of it and cancel. */
const DELETION_WINDOW_DAYS = 30;

/**
 * The key of the records: trails encrypt with it, the roles that read records decrypt by way of S3, and nobody destroys
 * it. It trusts no IAM policy of its account, since whoever writes those could decrypt.
 */
export class LogKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: LogKeyProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    this.arn = new KmsKey(this, "Resource", {
      description: props.description,
      policy: printWithinSize(this, "key", statements(props)),
      keyUsage: "ENCRYPT_DECRYPT",
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      // One that can be replicated has the same material in another region, under another policy.
      multiRegion: false,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      bypassPolicyLockoutSafetyCheck: false,
      lifecycle: { preventDestroy: true },
    }).arn;
  }
}

const CLOUDTRAIL = { service: ["cloudtrail.amazonaws.com"] } as const;

function statements({ region, bucket, trails, readers, pipeline }: LogKeyProps): PolicyStatement[] {
  const own = { resources: ["*"] };
  const trail = { "aws:SourceArn": trails };
  const reading = { "aws:PrincipalArn": readers };
  return [
    // By its ARN: whether KMS sees that it isn't locked out by a policy with a condition is unconfirmed.
    { sid: "Set", effect: "Allow", principal: { aws: [pipeline] }, actions: KEY_SETTINGS, ...own },
    {
      sid: "EncryptRecords",
      effect: "Allow",
      principal: CLOUDTRAIL,
      actions: ["kms:GenerateDataKey*"],
      ...own,
      conditions: { StringEquals: { ...trail, "kms:EncryptionContext:aws:cloudtrail:arn": trails } },
    },
    {
      // A trail that names no key gets the bucket's, unless CloudTrail asks S3 for its own: unconfirmed, so both work.
      sid: "EncryptByDefault",
      effect: "Allow",
      principal: CLOUDTRAIL,
      actions: ["kms:GenerateDataKey*"],
      ...own,
      conditions: { StringEquals: trail, StringLike: { "kms:EncryptionContext:aws:s3:arn": [objectsOf(bucket)] } },
    },
    {
      sid: "DescribeForTrails",
      effect: "Allow",
      principal: CLOUDTRAIL,
      actions: ["kms:DescribeKey"],
      ...own,
      conditions: { StringEquals: trail },
    },
    ...(readers.length > 0
      ? [
          {
            sid: "ReadRecords",
            effect: "Allow",
            principal: "*",
            actions: ["kms:Decrypt"],
            ...own,
            conditions: { ArnEquals: reading, StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`] } },
          } as const,
          {
            sid: "ReadSettings",
            effect: "Allow",
            principal: "*",
            actions: KEY_READ,
            ...own,
            conditions: { ArnEquals: reading },
          } as const,
        ]
      : []),
    {
      sid: "DenyOthers",
      effect: "Deny",
      principal: "*",
      actions: KEY_USE,
      ...own,
      conditions: {
        ...(readers.length > 0 ? { ArnNotEquals: reading } : {}),
        BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] },
      },
    },
    { sid: "DenyDestruction", effect: "Deny", principal: "*", actions: KEY_DESTRUCTION, ...own },
  ];
}
