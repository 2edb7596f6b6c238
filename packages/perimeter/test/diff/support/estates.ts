import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as aws from "../../support/aws-estate";
import type { Side } from "../../support/difference-of";
import * as oci from "../../support/oci-estate";
import { merged, type Resources } from "../../support/oci-estate";
import type { Documents } from "../../support/stacks";

/** Statements of both sides of a small tenancy: conditions, a denial, a dynamic group, people who see and people who run it. */
export const STATEMENTS: readonly string[] = [
  "allow group us-sre to read objects in compartment stores where all {target.bucket.name = 'user-media', request.networkSource.name = 'office'}",
  "allow group us-data to inspect buckets in tenancy",
  "allow dynamic-group us-app to manage objects in compartment other",
  "allow group apac-eng to read objects in compartment other",
  "allow group apac-eng to inspect buckets in compartment stores where request.utc-timestamp before '2027-06-01T00:00Z'",
  "deny group apac-eng to inspect objects in compartment stores",
];

export const ociSide = (...more: readonly Resources[]): Side => ({
  documents: oci.stackOf(oci.statements(...STATEMENTS), ...more),
  model: `${oci.MODEL}oci: { denyPolicies: true }\n`,
});

export const awsSide = (...more: readonly Resources[]): Side => ({
  documents: aws.stackOf(
    aws.allowed(
      "us_restore",
      { Action: "s3:GetObject", Resource: aws.OBJECTS, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } },
      { Action: "kms:Decrypt", Resource: "*" },
    ),
    aws.allowed("us_data", { Action: ["s3:ListBucket", "s3:GetBucketTagging"], Resource: "arn:aws:s3:::user-media" }),
    aws.allowed(
      "apac_ops",
      { Action: "cloudwatch:GetMetricData", Resource: "*" },
      { Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" },
    ),
    ...more,
  ),
  model: aws.MODEL,
});

const PROVIDER = {
  oci: [
    { region: "us-phoenix-1", tenancy_ocid: oci.TENANCY },
    { alias: "standby", region: "us-ashburn-1", tenancy_ocid: oci.TENANCY },
  ],
};

/** A store of Oracle Cloud that is replicated into another region. */
export const replicatedSide = (...more: readonly Resources[]): Side => ({
  documents: {
    "a.tf.json": {
      provider: PROVIDER,
      resource: merged(oci.ESTATE, oci.statements(...STATEMENTS), REPLICATION, ...more),
    },
  },
  model: `${oci.MODEL.replace("[us-phoenix-1]", "[us-phoenix-1, us-ashburn-1]")}oci: { denyPolicies: true }\n`,
});

const REPLICATION: Resources = {
  oci_objectstorage_bucket: {
    replica: {
      provider: "oci.standby",
      compartment_id: "${oci_identity_compartment.stores.id}",
      namespace: "ns",
      name: "media-replica",
      kms_key_id: "${oci_kms_key.replica.id}",
    },
  },
  oci_kms_key: {
    replica: {
      provider: "oci.standby",
      compartment_id: "${oci_identity_compartment.stores.id}",
      display_name: "replica",
      management_endpoint: "https://w",
    },
  },
  oci_identity_policy: {
    replica: {
      compartment_id: oci.TENANCY,
      name: "replica",
      description: "d",
      statements: ["allow group us-sre to read objects in compartment stores where target.bucket.name = 'media-replica'"],
    },
  },
  oci_objectstorage_replication_policy: {
    standby: {
      bucket: "${oci_objectstorage_bucket.media.name}",
      namespace: "ns",
      name: "standby",
      destination_bucket_name: "${oci_objectstorage_bucket.replica.name}",
      destination_region_name: "us-ashburn-1",
    },
  },
};

const EXAMPLES = join(__dirname, "../../../examples");

/** An estate of the examples. */
export function exampleSide(name: string, ...files: readonly string[]): Side {
  const text = (file: string) => readFileSync(join(EXAMPLES, name, file), "utf8");
  const documents: Documents = Object.fromEntries(files.map((file) => [file, JSON.parse(text(file))]));
  return { documents, model: text("perimeter.yaml") };
}

export const SIDES: Readonly<Record<string, Side>> = {
  oci: ociSide(),
  replicated: replicatedSide(),
  aws: awsSide(),
  "landing zone": exampleSide("oci-landing-zone", "main.tf.json"),
  "data bucket": exampleSide("aws-data-bucket", "main.tf.json"),
  "copied across": exampleSide("copied-across", "aws.tf.json", "oci.tf.json"),
};
