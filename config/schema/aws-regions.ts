import regions from "./data/aws-regions.json";

/**
 * A region of AWS. Source: the partitions of the AWS SDKs (botocore, 2026-08) for the names; the country is that of
 * the region's description in "AWS Regions" (AWS General Reference).
 */
export interface AwsRegion {
  readonly region: string;
  /** ISO 3166 country of the data centres. */
  readonly country: string;
}

export const AWS_REGIONS: readonly AwsRegion[] = regions;

/** Where AWS itself keeps IAM and its other global services, and records them (CloudTrail User Guide, "Global service events"). */
export const GLOBAL_SERVICES_REGION = "us-east-1";

export function awsRegion(name: string): AwsRegion | undefined {
  return AWS_REGIONS.find(({ region }) => region === name);
}
