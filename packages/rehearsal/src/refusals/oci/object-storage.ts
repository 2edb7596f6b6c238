import { type ObjectValue, objectsIn, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { blockAt, DAY_MS, dayOf, having, numberOf, timeOf } from "../look";
import type { Asked, RefusalRow } from "../row";

const BUCKET = ["oci_objectstorage_bucket"];
const REPLICATION = ["oci_objectstorage_replication_policy"];

const rules = (bucket: ObjectValue | undefined) => objectsIn(bucket?.["retention_rules"]);
const lockOf = (rule: ObjectValue): number => Date.parse(textOf(rule["time_rule_locked"]));
const isLocked = (rule: ObjectValue, world: World) => lockOf(rule) <= timeOf(world);
const DAYS: Readonly<Record<string, number>> = { DAYS: 1, YEARS: 365 };

/** How long a rule keeps objects, in days; for ever where it doesn't say. */
function daysOf(rule: ObjectValue): number {
  const duration = blockAt(rule, "duration");
  if (!duration) return Number.POSITIVE_INFINITY;
  return (numberOf(duration["time_amount"]) ?? 0) * (DAYS[textOf(duration["time_unit"])] ?? 1);
}

/** A bucket by its name in a region: names are unique within one alone. */
const bucketIn = (world: World, region: string, name: string): ObjectValue | undefined =>
  world.entries("oci_objectstorage_bucket").find(({ id, value }) => id.startsWith(`${region} `) && value["name"] === name)?.value;

const hereOf = ({ scope }: Asked) => textOf(scope["region"]);

const policiesIn = ({ world }: Asked, region: string) =>
  world.entries("oci_objectstorage_replication_policy").flatMap(({ id, value }) => (id.startsWith(`${region} `) ? [value] : []));

const isDestination = (asked: Asked, region: string, name: string) =>
  asked.world
    .all("oci_objectstorage_replication_policy")
    .some((one) => one["destination_region_name"] === region && one["destination_bucket_name"] === name);

/** What is in a bucket, or opens it. */
const HELD = ["oci_objectstorage_object", "oci_objectstorage_preauthrequest"];

/** When the last object of a bucket may be deleted, if rules keep any that is there. */
export function keptUntil(bucket: ObjectValue, world: World): string | undefined {
  if (having(world, "oci_objectstorage_object", "bucket", textOf(bucket["name"])).length === 0) return undefined;
  const days = Math.max(0, ...rules(bucket).map(daysOf));
  if (days === 0) return undefined;
  return Number.isFinite(days) ? dayOf(timeOf(world) + days * DAY_MS) : "its retention rule without an end is removed";
}

/** Sources: OCI documentation, Object Storage (Buckets, Retention Rules, Replication, Lifecycle, Private Endpoints). */
export const OBJECT_STORAGE: readonly RefusalRow[] = [
  {
    id: "objectstorage/bucket-name",
    types: BUCKET,
    on: ["create"],
    code: "400-InvalidBucketName",
    refuses: ({ wanted }) =>
      /^[\w.-]{1,256}$/.test(textOf(wanted["name"]))
        ? undefined
        : `"${textOf(wanted["name"])}" is no name of a bucket: up to 256 letters, digits, ".", "_" and "-"`,
    source: "Object Storage, Creating a Bucket",
  },
  {
    id: "objectstorage/versioning-with-retention",
    types: BUCKET,
    code: "409-InvalidBucketState",
    refuses: ({ wanted }) =>
      rules(wanted).length > 0 && wanted["versioning"] === "Enabled"
        ? "a bucket with retention rules can't have versioning, nor one with versioning retention rules"
        : undefined,
    source: "Object Storage, Data Retention Rules, Interactions with Other Object Storage Features",
  },
  {
    id: "objectstorage/versioning-disabled-again",
    types: BUCKET,
    on: ["update"],
    code: "400-InvalidParameter",
    isKnownAtPlan: true,
    refuses: ({ prior, wanted }) =>
      prior?.["versioning"] === "Enabled" && wanted["versioning"] === "Disabled"
        ? "versioning that was enabled can be suspended, never disabled"
        : undefined,
    source: "Object Storage, Object Versioning",
  },
  {
    id: "objectstorage/lock-too-soon",
    types: BUCKET,
    code: "400-InvalidRetentionRule",
    refuses: ({ prior, wanted, world }) => {
      const known = new Set(rules(prior).map((rule) => textOf(rule["time_rule_locked"])));
      const soon = rules(wanted).find(
        (rule) => !known.has(textOf(rule["time_rule_locked"])) && lockOf(rule) < timeOf(world) + 14 * DAY_MS,
      );
      return soon && `a rule can lock 14 days ahead at the earliest, on ${dayOf(timeOf(world) + 14 * DAY_MS)}`;
    },
    source: "Object Storage, Data Retention Rules, Retention Rule Locks",
  },
  {
    id: "objectstorage/lock-without-end",
    types: BUCKET,
    code: "400-InvalidRetentionRule",
    refuses: ({ wanted }) =>
      rules(wanted).some((rule) => textOf(rule["time_rule_locked"]) !== "" && !Number.isFinite(daysOf(rule)))
        ? "an indefinite retention rule can't be locked"
        : undefined,
    source: "Object Storage, Data Retention Rules, Retention Rule Locks",
  },
  {
    id: "objectstorage/too-many-rules",
    types: BUCKET,
    code: "400-LimitExceeded",
    refuses: ({ wanted }) => (rules(wanted).length > 100 ? "a bucket has 100 retention rules at most" : undefined),
    source: "Object Storage, Data Retention Rules, Scope and Constraints",
  },
  {
    id: "objectstorage/locked-rule-shortened",
    types: BUCKET,
    on: ["update"],
    code: "409-RetentionRuleLocked",
    isKnownAtPlan: true,
    refuses: ({ prior, wanted, world }) => {
      for (const rule of rules(prior).filter((one) => isLocked(one, world))) {
        const next = rules(wanted).find((one) => one["display_name"] === rule["display_name"]);
        const name = textOf(rule["display_name"]);
        if (!next) return `rule "${name}" has been locked since ${dayOf(lockOf(rule))}, and nobody can remove it`;
        if (daysOf(next) < daysOf(rule))
          return `rule "${name}" has been locked since ${dayOf(lockOf(rule))}, and can only be lengthened`;
        if (lockOf(next) !== lockOf(rule))
          return `rule "${name}" has been locked since ${dayOf(lockOf(rule))}, and its lock stays`;
      }
      return undefined;
    },
    source: "Object Storage, Data Retention Rules, Retention Rule Locks",
  },
  {
    id: "objectstorage/rules-on-destination",
    types: BUCKET,
    code: "409-InvalidBucketState",
    refuses: (asked) =>
      rules(asked.wanted).length > 0 && isDestination(asked, hereOf(asked), textOf(asked.wanted["name"]))
        ? "a bucket that receives a replication can't have retention rules"
        : undefined,
    source: "Object Storage, Data Retention Rules, Interactions with Other Object Storage Features",
  },
  {
    id: "objectstorage/kept-objects",
    types: BUCKET,
    on: ["remove"],
    code: "409-BucketNotEmpty",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) => {
      const until = keptUntil(wanted, world);
      return until && `bucket "${textOf(wanted["name"])}" holds objects that can't be deleted before ${until}`;
    },
    source: "Object Storage, Data Retention Rules",
  },
  {
    id: "objectstorage/bucket-not-empty",
    types: BUCKET,
    on: ["remove"],
    code: "409-BucketNotEmpty",
    refuses: ({ wanted, world }) => {
      const held = HELD.find((type) => having(world, type, "bucket", textOf(wanted["name"])).length > 0);
      return (
        held &&
        `Bucket named '${textOf(wanted["name"])}' is not empty. Delete all objects, versions, uploads and pre-authenticated requests first`
      );
    },
    source: "Object Storage, Deleting a Bucket",
  },
  {
    id: "objectstorage/source-of-replication",
    types: BUCKET,
    on: ["remove"],
    code: "409-Conflict",
    refuses: (asked) =>
      policiesIn(asked, hereOf(asked)).some((one) => one["bucket"] === asked.wanted["name"])
        ? "the bucket has a replication policy, which has to be deleted first"
        : undefined,
    source: "Object Storage, Deleting a Bucket",
  },
  {
    id: "objectstorage/replication-source-missing",
    types: REPLICATION,
    on: ["create"],
    code: "404-BucketNotFound",
    refuses: (asked) =>
      bucketIn(asked.world, hereOf(asked), textOf(asked.wanted["bucket"]))
        ? undefined
        : `Either the bucket named '${textOf(asked.wanted["bucket"])}' does not exist in this region or you are not authorized to access it`,
    source: "Object Storage API, CreateReplicationPolicy",
  },
  {
    id: "objectstorage/replication-destination-missing",
    types: REPLICATION,
    on: ["create"],
    code: "404-BucketNotFound",
    refuses: ({ wanted, world }) => {
      const [region, name] = ["destination_region_name", "destination_bucket_name"].map((one) => textOf(wanted[one]));
      return bucketIn(world, region ?? "", name ?? "")
        ? undefined
        : `the destination bucket '${name}' does not exist in ${region}`;
    },
    source: "Object Storage, Using Replication: the destination bucket must exist",
  },
  {
    id: "objectstorage/replication-to-itself",
    types: REPLICATION,
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: (asked) =>
      asked.wanted["destination_region_name"] === hereOf(asked) &&
      asked.wanted["destination_bucket_name"] === asked.wanted["bucket"]
        ? "source and destination are the same bucket"
        : undefined,
    source: "Object Storage, Using Replication",
  },
  {
    id: "objectstorage/replication-onward",
    types: REPLICATION,
    on: ["create"],
    code: "409-Conflict",
    refuses: (asked) =>
      isDestination(asked, hereOf(asked), textOf(asked.wanted["bucket"]))
        ? "a bucket that receives a replication can't be the source of another"
        : undefined,
    source: "Object Storage, Using Replication, Scope and Constraints",
  },
  {
    id: "objectstorage/replication-into-retention",
    types: REPLICATION,
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      rules(bucketIn(world, textOf(wanted["destination_region_name"]), textOf(wanted["destination_bucket_name"]))).length > 0
        ? "a bucket with retention rules can't receive a replication"
        : undefined,
    source: "Object Storage, Using Replication, Scope and Constraints",
  },
  {
    id: "objectstorage/replication-into-source",
    types: REPLICATION,
    on: ["create"],
    code: "409-Conflict",
    refuses: (asked) =>
      policiesIn(asked, textOf(asked.wanted["destination_region_name"])).some(
        (one) => one["bucket"] === asked.wanted["destination_bucket_name"],
      )
        ? "a bucket that is replicated can't receive a replication"
        : undefined,
    source: "Object Storage, Using Replication, Scope and Constraints",
  },
  {
    id: "objectstorage/read-only-destination",
    types: ["oci_objectstorage_object"],
    on: ["create"],
    code: "409-BucketReadOnly",
    refuses: (asked) =>
      isDestination(asked, hereOf(asked), textOf(asked.wanted["bucket"]))
        ? "the bucket receives a replication, and is read-only for everybody else"
        : undefined,
    source: "Object Storage, Using Replication, Source and Destination Buckets",
  },
  {
    id: "objectstorage/kept-object",
    types: ["oci_objectstorage_object"],
    on: ["remove"],
    code: "403-RetentionRuleViolation",
    isKnownAtPlan: true,
    refuses: (asked) => {
      const bucket = bucketIn(asked.world, hereOf(asked), textOf(asked.wanted["bucket"]));
      const until = bucket && keptUntil(bucket, asked.world);
      return until && `object "${textOf(asked.wanted["object"])}" can't be deleted before ${until}`;
    },
    source: "Object Storage, Data Retention Rules",
  },
  {
    id: "objectstorage/lifecycle-permission",
    types: ["oci_objectstorage_object_lifecycle_policy"],
    code: "400-InsufficientServicePermissions",
    refuses: (asked) => {
      const service = `objectstorage-${hereOf(asked)}`;
      const statements = asked.world
        .all("oci_identity_policy")
        .flatMap((one) => (Array.isArray(one["statements"]) ? one["statements"].map(String) : []));
      return statements.some((text) => text.toLowerCase().includes(`service ${service}`))
        ? undefined
        : `Permissions granted to the object storage service principal "${service}" to this bucket are insufficient`;
    },
    source: "Object Storage, Object Lifecycle Management, Service Permissions",
  },
  {
    id: "objectstorage/abort-of-objects",
    types: ["oci_objectstorage_object_lifecycle_policy"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      objectsIn(wanted["rules"]).some((rule) => (rule["action"] === "ABORT") !== (rule["target"] === "multipart-uploads"))
        ? "ABORT is the action of multipart-uploads, and of nothing else"
        : undefined,
    source: "Object Storage API, ObjectLifecycleRule, target",
  },
  {
    id: "objectstorage/too-many-targets",
    types: ["oci_objectstorage_private_endpoint"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const { length } = objectsIn(wanted["access_targets"]);
      return length < 1 || length > 10 ? "a private endpoint has 1 to 10 access targets" : undefined;
    },
    source: "Object Storage, Private Endpoints",
  },
  {
    id: "objectstorage/link-in-the-past",
    types: ["oci_objectstorage_preauthrequest"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) =>
      Date.parse(textOf(wanted["time_expires"])) <= timeOf(world)
        ? "the expiration of a pre-authenticated request lies in the future"
        : undefined,
    source: "Object Storage API, CreatePreauthenticatedRequestDetails",
  },
];
