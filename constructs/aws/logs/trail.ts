import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { bucketArn } from "../names";
import type { LogBucket } from "./log-bucket";

export interface TrailProps {
  /** Letters, digits, single periods, hyphens and underscores. */
  readonly name: string;
  /** Every account of the organization, instead of the one that it is made in. */
  readonly ofOrganization: boolean;
  readonly bucket: LogBucket;
  /** Names of the buckets whose every read and write is recorded; the records' own among them. */
  readonly recordedBuckets: readonly string[];
  /** Of the management account, for an organization's trail. @default - the stack's own */
  readonly provider?: AwsProvider;
}

/**
 * Every call in every region, and every read and write of the stores, in files that show their own gaps. No prop leaves
 * anything out: KMS stays in, since its calls are the record of what was decrypted.
 */
export class CompleteTrail extends Construct {
  constructor(scope: Construct, id: string, { name, ofOrganization, bucket, recordedBuckets, provider }: TrailProps) {
    super(scope, id);
    new Cloudtrail(this, "Resource", {
      name,
      s3BucketName: bucket.name,
      kmsKeyId: bucket.key.arn,
      isOrganizationTrail: ofOrganization,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      advancedEventSelector: [
        selector("changes and decryption", { field: "eventCategory", equalTo: ["Management"] }),
        selector(
          "reads and writes of stores and records",
          { field: "eventCategory", equalTo: ["Data"] },
          { field: "resources.type", equalTo: ["AWS::S3::Object"] },
          { field: "resources.ARN", startsWith: recordedBuckets.map((recorded) => `${bucketArn(recorded)}/`) },
        ),
      ],
      dependsOn: [bucket.ready],
      lifecycle: { preventDestroy: true },
      ...(provider ? { provider } : {}),
    });
  }
}

type FieldSelector = Extract<CloudtrailAdvancedEventSelector["fieldSelector"], readonly unknown[]>[number];

const selector = (name: string, ...fieldSelector: FieldSelector[]): CloudtrailAdvancedEventSelector => ({ name, fieldSelector });
