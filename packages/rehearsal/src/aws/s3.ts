import { createHash } from "node:crypto";
import type { Compute, Row, Values } from "../engine/cloud";
import { UNKNOWN } from "../schema/value";
import { bare, byAttribute, byName, everywhere, firstBlock, joined, perRegion, regional, text } from "./forms";

/** A configuration of a bucket, known by the bucket's name, and by its owner where one is expected. */
const ofBucket = (more: Values = {}): Row => byName(joined(",", "bucket", "expected_bucket_owner"), undefined, more);

/** Several of a kind in one bucket, each with a name of its own. */
const namedInBucket: Row = byName("{bucket}:{name}");

/** Regions whose website endpoint has a dash before the region. Source: AWS General Reference, Amazon S3 website endpoints. */
const DASHED = new Set(
  "ap-northeast-1 ap-southeast-1 ap-southeast-2 eu-west-1 sa-east-1 us-east-1 us-gov-west-1 us-west-1 us-west-2".split(" "),
);

const websiteDomain: Compute = (of) =>
  `s3-website${DASHED.has(text(of, "region")) ? "-" : "."}${text(of, "region")}.${text(of, "dns_suffix")}`;

/** Versions have an id only in a bucket with versioning. */
const versionId: Compute = (of, world) => {
  const versioning = byAttribute(world, "aws_s3_bucket_versioning", "bucket", of("bucket"));
  return firstBlock(versioning?.["versioning_configuration"])?.["status"] === "Enabled" ? text(of, "mixed:32") : "";
};

const contentMd5: Compute = (of) => {
  const content = of("content");
  const base64 = of("content_base64");
  const bytes =
    typeof base64 === "string" ? Buffer.from(base64, "base64") : Buffer.from(typeof content === "string" ? content : "");
  return createHash("md5").update(bytes).digest("hex");
};

/**
 * Sources: provider documentation, Attribute Reference and Import of each type; Amazon S3 User Guide, Virtual hosting
 * of buckets (hosted names), Default encryption FAQ; internal/service/s3/hosted_zones.go.
 */
export const S3: Readonly<Record<string, Row>> = {
  aws_s3_bucket: {
    planned: { object_lock_enabled: (of) => (firstBlock(of("object_lock_configuration")) !== undefined ? UNKNOWN : false) },
    values: {
      bucket: "{bucket_prefix|generated}{digits:26}",
      id: "{bucket}",
      arn: bare("s3", "{bucket}"),
      bucket_domain_name: "{bucket}.s3.{dns_suffix}",
      bucket_region: "{region}",
      bucket_regional_domain_name: "{bucket}.s3.{region}.{dns_suffix}",
      hosted_zone_id: "{s3_zone}",
      object_lock_enabled: (of) => firstBlock(of("object_lock_configuration")) !== undefined,
      request_payer: "BucketOwner",
      website_domain: (of, ...rest) => (firstBlock(of("website")) ? websiteDomain(of, ...rest) : null),
      website_endpoint: (of, ...rest) =>
        firstBlock(of("website")) ? `${text(of, "bucket")}.${String(websiteDomain(of, ...rest))}` : null,
    },
    unique: everywhere("{bucket}"),
  },
  aws_s3_bucket_acl: byName(joined(",", "bucket", "expected_bucket_owner", "acl")),
  aws_s3_bucket_cors_configuration: ofBucket(),
  aws_s3_bucket_inventory: namedInBucket,
  aws_s3_bucket_lifecycle_configuration: {
    ...ofBucket({ "rule.prefix": "" }),
    planned: { transition_default_minimum_object_size: "all_storage_classes_128K" },
  },
  aws_s3_bucket_logging: ofBucket(),
  aws_s3_bucket_metadata_configuration: {},
  aws_s3_bucket_metric: namedInBucket,
  aws_s3_bucket_notification: ofBucket({
    "lambda_function.id": "tf-s3-lambda-{digits:26}",
    "queue.id": "tf-s3-queue-{digits:26}",
    "topic.id": "tf-s3-topic-{digits:26}",
  }),
  aws_s3_bucket_object_lock_configuration: ofBucket(),
  aws_s3_bucket_ownership_controls: ofBucket(),
  aws_s3_bucket_policy: ofBucket(),
  aws_s3_bucket_public_access_block: ofBucket(),
  aws_s3_bucket_replication_configuration: ofBucket({ "rule.id": "tf-s3-{digits:26}" }),
  aws_s3_bucket_request_payment_configuration: ofBucket(),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket(),
  aws_s3_bucket_versioning: ofBucket(),
  aws_s3_bucket_website_configuration: ofBucket({
    website_domain: websiteDomain,
    website_endpoint: (of, ...rest) => `${text(of, "bucket")}.${String(websiteDomain(of, ...rest))}`,
  }),
  aws_s3_directory_bucket: {
    // Source: internal/service/s3/directory_bucket.go: the redundancy follows the kind of zone.
    planned: {
      data_redundancy: (of) =>
        firstBlock(of("location"))?.["type"] === "LocalZone" ? "SingleLocalZone" : "SingleAvailabilityZone",
    },
    values: {
      id: "{bucket}",
      arn: regional("s3express", "bucket/{bucket}"),
    },
    unique: perRegion("{bucket}"),
  },
  aws_s3_object: {
    values: {
      id: "{bucket}/{key}",
      arn: bare("s3", "{bucket}/{key}"),
      content_type: "application/octet-stream",
      etag: contentMd5,
      server_side_encryption: (of) => (of("kms_key_id") ? "aws:kms" : "AES256"),
      storage_class: "STANDARD",
      version_id: versionId,
    },
  },
};
