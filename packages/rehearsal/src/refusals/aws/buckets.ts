import { isIP } from "node:net";
import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { blockAt, blocksAt, DAY_MS, dayOf, having, numberOf, timeOf } from "../look";
import type { Asked, RefusalRow } from "../row";

/** The bucket of that name; names are unique in all of AWS. */
export const bucketNamed = (world: World, name: string) => having(world, "aws_s3_bucket", "bucket", name)[0];

/** A configuration of a bucket that is a resource of its own. */
export const settingOf = (world: World, type: string, bucket: string): ObjectValue | undefined =>
  having(world, type, "bucket", bucket)[0];

/** Object Lock switches versioning on by itself. Source: S3 User Guide, "Locking objects with Object Lock", considerations. */
export function isVersioned(world: World, bucket: string): boolean {
  const made = bucketNamed(world, bucket);
  const setting = settingOf(world, "aws_s3_bucket_versioning", bucket);
  const status = setting && textOf(blockAt(setting, "versioning_configuration")?.["status"]);
  if (status) return status === "Enabled";
  return made !== undefined && (isLockable(world, bucket) || blockAt(made, "versioning")?.["enabled"] === true);
}

export const isLockable = (world: World, bucket: string): boolean =>
  bucketNamed(world, bucket)?.["object_lock_enabled"] === true ||
  settingOf(world, "aws_s3_bucket_object_lock_configuration", bucket) !== undefined;

/** The number of characters from 3 to 63, the signs, the beginnings and ends that are kept for AWS. */
function wrongName({ wanted }: Asked): string | undefined {
  const name = textOf(wanted["bucket"]);
  if (name === "") return undefined;
  const isWrong =
    !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) ||
    name.includes("..") ||
    isIP(name) !== 0 ||
    /^(xn--|sthree-|amzn-s3-demo-)/.test(name) ||
    /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
  return isWrong
    ? `"${name}" is no name of a bucket: 3 to 63 of a-z, 0-9, "." and "-", no two dots side by side, no IP address`
    : undefined;
}

/** When a version can be deleted: not before its retention has run out, and not under a legal hold. */
function heldUntil(object: ObjectValue, world: World): string | undefined {
  if (object["object_lock_legal_hold_status"] === "ON") return "its legal hold is lifted";
  const until = Date.parse(textOf(object["object_lock_retain_until_date"]));
  return Number.isNaN(until) || until <= timeOf(world) ? undefined : dayOf(until);
}

const objectsIn = (world: World, bucket: string) => having(world, "aws_s3_object", "bucket", bucket);

/** When the last object of a bucket can be deleted; `undefined`: now. */
export const lockedUntil = (world: World, bucket: string): string | undefined =>
  objectsIn(world, bucket)
    .flatMap((one) => heldUntil(one, world) ?? [])
    .sort()
    .at(-1);

/** Sources: Amazon S3 User Guide and API reference, pages as each row names them. */
export const BUCKETS: readonly RefusalRow[] = [
  {
    id: "s3/bucket-name",
    types: ["aws_s3_bucket"],
    on: ["create"],
    code: "InvalidBucketName",
    refuses: wrongName,
    source: "S3 User Guide, General purpose bucket naming rules",
  },
  {
    id: "s3/locked-objects",
    types: ["aws_s3_bucket"],
    on: ["remove"],
    code: "AccessDenied",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) => {
      const last = lockedUntil(world, textOf(wanted["bucket"]));
      return last && `bucket "${textOf(wanted["bucket"])}" holds objects that can't be deleted before ${last}`;
    },
    source: "S3 User Guide, Locking objects with Object Lock",
  },
  {
    id: "s3/bucket-not-empty",
    types: ["aws_s3_bucket"],
    on: ["remove"],
    code: "BucketNotEmpty",
    refuses: ({ wanted, world }) =>
      wanted["force_destroy"] !== true && objectsIn(world, textOf(wanted["bucket"])).length > 0
        ? `bucket "${textOf(wanted["bucket"])}" still holds objects; delete them and their versions first`
        : undefined,
    source: "S3 API reference, DeleteBucket; Error responses, BucketNotEmpty",
  },
  {
    id: "s3/bucket-with-access-points",
    types: ["aws_s3_bucket"],
    on: ["remove"],
    code: "BucketHasAccessPointsAttached",
    refuses: ({ wanted, world }) =>
      having(world, "aws_s3_access_point", "bucket", textOf(wanted["bucket"])).length > 0
        ? `bucket "${textOf(wanted["bucket"])}" still has access points`
        : undefined,
    source: "S3 API reference, Error responses, BucketHasAccessPointsAttached",
  },
  {
    id: "s3/locked-object",
    types: ["aws_s3_object"],
    on: ["remove"],
    code: "AccessDenied",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) => {
      const until = heldUntil(wanted, world);
      return until && `"${textOf(wanted["key"])}" can't be deleted before ${until}`;
    },
    source: "S3 User Guide, Locking objects with Object Lock, Retention modes",
  },
  {
    id: "s3/compliance-shortened",
    types: ["aws_s3_object"],
    on: ["update"],
    code: "AccessDenied",
    isKnownAtPlan: true,
    refuses: ({ prior, wanted, world }) => {
      if (prior?.["object_lock_mode"] !== "COMPLIANCE") return undefined;
      const [before, after] = [prior, wanted].map((one) => Date.parse(textOf(one["object_lock_retain_until_date"])));
      if (before === undefined || Number.isNaN(before) || before <= timeOf(world)) return undefined;
      const isKept = wanted["object_lock_mode"] === "COMPLIANCE" && after !== undefined && after >= before;
      return isKept
        ? undefined
        : `"${textOf(wanted["key"])}" is kept in compliance mode until ${dayOf(before)}, which nobody can shorten`;
    },
    source: "S3 User Guide, Locking objects with Object Lock, Compliance mode",
  },
  {
    id: "s3/object-lock-of-plain-bucket",
    types: ["aws_s3_object"],
    code: "InvalidRequest",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["bucket"]);
      const asksForLock = textOf(wanted["object_lock_mode"]) !== "" || wanted["object_lock_legal_hold_status"] === "ON";
      return asksForLock && bucketNamed(world, bucket) && !isLockable(world, bucket)
        ? `bucket "${bucket}" is missing an Object Lock configuration`
        : undefined;
    },
    source: "S3 API reference, PutObject, x-amz-object-lock-mode",
  },
  {
    id: "s3/retention-in-the-past",
    types: ["aws_s3_object"],
    on: ["create"],
    code: "InvalidArgument",
    refuses: ({ wanted, world }) => {
      const until = Date.parse(textOf(wanted["object_lock_retain_until_date"]));
      return until <= timeOf(world) ? "the retain until date must be in the future" : undefined;
    },
    source: "S3 API reference, PutObjectRetention",
  },
  {
    id: "s3/lock-without-versioning",
    types: ["aws_s3_bucket_object_lock_configuration"],
    code: "InvalidBucketState",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["bucket"]);
      const lockedFromTheStart = bucketNamed(world, bucket)?.["object_lock_enabled"] === true;
      const status = blockAt(settingOf(world, "aws_s3_bucket_versioning", bucket) ?? {}, "versioning_configuration")?.["status"];
      return bucketNamed(world, bucket) && !lockedFromTheStart && status !== "Enabled"
        ? "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration"
        : undefined;
    },
    source: "S3 API reference, PutObjectLockConfiguration",
  },
  {
    id: "s3/retention-period",
    types: ["aws_s3_bucket_object_lock_configuration"],
    code: "MalformedXML",
    refuses: ({ wanted }) => {
      for (const retention of blocksAt(wanted, "rule.default_retention")) {
        const given = ["days", "years"].filter((unit) => (numberOf(retention[unit]) ?? 0) > 0);
        if (given.length !== 1) return "a default retention takes a mode and either days or years";
        if (textOf(retention["mode"]) === "") return "a default retention takes a mode";
      }
      return undefined;
    },
    source: "S3 API reference, DefaultRetention",
  },
  {
    id: "s3/retention-over-a-century",
    types: ["aws_s3_bucket_object_lock_configuration"],
    code: "InvalidArgument",
    refuses: ({ wanted }) =>
      blocksAt(wanted, "rule.default_retention").some(
        (one) => (numberOf(one["years"]) ?? 0) > 100 || (numberOf(one["days"]) ?? 0) > 36_500,
      )
        ? "a retention lasts 100 years at most"
        : undefined,
    source: "S3 User Guide, Locking objects with Object Lock, Retention periods",
  },
  {
    id: "s3/suspended-under-lock",
    types: ["aws_s3_bucket_versioning"],
    code: "InvalidBucketState",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) =>
      isLockable(world, textOf(wanted["bucket"])) && blockAt(wanted, "versioning_configuration")?.["status"] === "Suspended"
        ? "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed"
        : undefined,
    source: "S3 User Guide, Locking objects with Object Lock, considerations",
  },
  {
    id: "s3/versioning-disabled-again",
    types: ["aws_s3_bucket_versioning"],
    on: ["update"],
    code: "MalformedXML",
    isKnownAtPlan: true,
    refuses: ({ prior, wanted }) =>
      blockAt(prior ?? {}, "versioning_configuration")?.["status"] === "Enabled" &&
      blockAt(wanted, "versioning_configuration")?.["status"] === "Disabled"
        ? "versioning that was enabled once can be suspended, never disabled"
        : undefined,
    source: "S3 User Guide, Using versioning in S3 buckets",
  },
  {
    id: "s3/one-setting-per-bucket",
    types: [
      "aws_s3_bucket_versioning",
      "aws_s3_bucket_object_lock_configuration",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_replication_configuration",
      "aws_s3_bucket_policy",
    ],
    on: ["create"],
    code: "OperationAborted",
    refuses: ({ type, wanted, world }) =>
      settingOf(world, type, textOf(wanted["bucket"])) !== undefined
        ? `bucket "${textOf(wanted["bucket"])}" has such a configuration already: a second one would overwrite it`
        : undefined,
    source: "S3 API reference, PutBucketPolicy and the like: each replaces the whole configuration",
  },
  {
    id: "s3/lists-switched-off",
    types: ["aws_s3_bucket_acl"],
    code: "AccessControlListNotSupported",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["bucket"]);
      if (!bucketNamed(world, bucket)) return undefined;
      const rule = settingOf(world, "aws_s3_bucket_ownership_controls", bucket);
      const ownership = textOf(rule && blockAt(rule, "rule")?.["object_ownership"]) || "BucketOwnerEnforced";
      return ownership === "BucketOwnerEnforced" ? "The bucket does not allow ACLs" : undefined;
    },
    source: "S3 User Guide, Controlling ownership of objects and disabling ACLs for your bucket",
  },
  {
    id: "s3/lifecycle-without-action",
    types: ["aws_s3_bucket_lifecycle_configuration"],
    code: "InvalidRequest",
    refuses: ({ wanted }) => {
      const idle = blocksAt(wanted, "rule").find((rule) => !ACTIONS.some((name) => blocksAt(rule, name).length > 0));
      return idle && `At least one action needs to be specified in a rule: "${textOf(idle["id"])}" has none`;
    },
    source: "S3 API reference, PutBucketLifecycleConfiguration, LifecycleRule",
  },
  {
    id: "s3/too-many-lifecycle-rules",
    types: ["aws_s3_bucket_lifecycle_configuration"],
    code: "InvalidRequest",
    refuses: ({ wanted }) => (blocksAt(wanted, "rule").length > 1000 ? "a lifecycle has 1,000 rules at most" : undefined),
    source: "S3 User Guide, Setting an S3 Lifecycle configuration on a bucket",
  },
  {
    id: "s3/log-in-another-region",
    types: ["aws_s3_bucket_logging"],
    code: "CrossLocationLoggingProhibited",
    refuses: ({ wanted, world }) => {
      const [source, target] = ["bucket", "target_bucket"].map((name) => bucketNamed(world, textOf(wanted[name])));
      return source && target && source["bucket_region"] !== target["bucket_region"]
        ? "Cross S3 location logging not allowed"
        : undefined;
    },
    source: "S3 API reference, Error responses, CrossLocationLoggingProhibited",
  },
  {
    id: "s3/log-into-locked-bucket",
    types: ["aws_s3_bucket_logging"],
    code: "InvalidTargetBucketForLogging",
    refuses: ({ wanted, world }) => {
      const target = settingOf(world, "aws_s3_bucket_object_lock_configuration", textOf(wanted["target_bucket"]));
      return target && blocksAt(target, "rule.default_retention").length > 0
        ? "a bucket with a default retention period can't receive server access logs"
        : undefined;
    },
    source: "S3 User Guide, Enabling Amazon S3 server access logging",
  },
];

const ACTIONS = [
  "abort_incomplete_multipart_upload",
  "expiration",
  "noncurrent_version_expiration",
  "noncurrent_version_transition",
  "transition",
];

/** A day before which nothing of a bucket can be deleted, from its default retention. */
export const retentionDays = (setting: ObjectValue | undefined): number =>
  Math.max(
    0,
    ...blocksAt(setting ?? {}, "rule.default_retention").map(
      (one) => (numberOf(one["days"]) ?? 0) + 365 * (numberOf(one["years"]) ?? 0),
    ),
  );

export const afterDays = (world: World, days: number): string => dayOf(timeOf(world) + days * DAY_MS);
