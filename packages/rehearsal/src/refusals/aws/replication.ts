import { textOf } from "../../schema/value";
import { blockAt, blocksAt, numberOf } from "../look";
import type { Asked, RefusalRow } from "../row";
import { bucketNamed, isLockable, isVersioned } from "./buckets";

const REPLICATION = ["aws_s3_bucket_replication_configuration"];

const nameIn = (arn: string) => arn.split(":::").at(-1) ?? "";

/** Each rule with the bucket that it copies to. */
const rulesOf = ({ wanted }: Asked) =>
  blocksAt(wanted, "rule").flatMap((rule) =>
    blocksAt(rule, "destination").map((destination) => ({ rule, destination, to: nameIn(textOf(destination["bucket"])) })),
  );

const sourceOf = ({ wanted }: Asked) => textOf(wanted["bucket"]);

/** The fourth part of an ARN. */
const regionIn = (arn: string) => arn.split(":")[3];

/** Sources: S3 User Guide, "Requirements and considerations for replication" and the pages below it; PutBucketReplication. */
export const REPLICATION_ROWS: readonly RefusalRow[] = [
  {
    id: "s3/replication-source-unversioned",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) =>
      bucketNamed(asked.world, sourceOf(asked)) && !isVersioned(asked.world, sourceOf(asked))
        ? "Versioning must be 'Enabled' on the bucket to apply a replication configuration"
        : undefined,
    source: "S3 User Guide, Requirements and considerations for replication",
  },
  {
    id: "s3/replication-destination-missing",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) => {
      const missing = rulesOf(asked).find(({ to }) => to !== "" && !bucketNamed(asked.world, to));
      return missing && `Destination bucket must exist: "${missing.to}" doesn't`;
    },
    source: "S3 API reference, PutBucketReplication",
  },
  {
    id: "s3/replication-destination-unversioned",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: ({ world, ...asked }) => {
      const plain = rulesOf({ world, ...asked }).find(({ to }) => bucketNamed(world, to) && !isVersioned(world, to));
      return plain && `Destination bucket must have versioning enabled: "${plain.to}" doesn't`;
    },
    source: "S3 User Guide, Requirements and considerations for replication",
  },
  {
    id: "s3/replication-to-itself",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) =>
      rulesOf(asked).some(({ to }) => to === sourceOf(asked))
        ? "Destination bucket cannot be the same as the source bucket"
        : undefined,
    source: "S3 API reference, PutBucketReplication",
  },
  {
    id: "s3/replication-of-locked-objects",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: ({ world, ...asked }) => {
      if (!isLockable(world, sourceOf({ world, ...asked }))) return undefined;
      const plain = rulesOf({ world, ...asked }).find(({ to }) => bucketNamed(world, to) && !isLockable(world, to));
      return plain && `the source has Object Lock, and so the destination "${plain.to}" must have it too`;
    },
    source: "S3 User Guide, Locking objects with Object Lock, Using Object Lock with replication",
  },
  {
    id: "s3/replica-key-elsewhere",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: ({ world, ...asked }) => {
      const wrong = rulesOf({ world, ...asked }).find(({ destination, to }) => {
        const key = textOf(blockAt(destination, "encryption_configuration")?.["replica_kms_key_id"]);
        const region = bucketNamed(world, to)?.["bucket_region"];
        return key.startsWith("arn:") && region !== undefined && regionIn(key) !== region;
      });
      return wrong && `the replica's key must be in the region of "${wrong.to}": S3 takes another one and then copies nothing`;
    },
    source: "S3 User Guide, Replicating encrypted objects, Additional considerations",
  },
  {
    id: "s3/replica-key-without-selection",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) => {
      const wrong = rulesOf(asked).find(({ rule, destination }) => {
        const hasKey = textOf(blockAt(destination, "encryption_configuration")?.["replica_kms_key_id"]) !== "";
        const selected = blockAt(rule, "source_selection_criteria.sse_kms_encrypted_objects")?.["status"];
        return hasKey !== (selected === "Enabled");
      });
      return wrong && "SseKmsEncryptedObjects and ReplicaKmsKeyID must be given together";
    },
    source: "S3 User Guide, Replicating encrypted objects",
  },
  {
    id: "s3/time-control-without-metrics",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) =>
      rulesOf(asked).some(({ destination }) => {
        const [control, metrics] = ["replication_time", "metrics"].map((name) => blockAt(destination, name)?.["status"]);
        return control !== undefined && control !== metrics;
      })
        ? "ReplicationTime must be used together with Metrics of the same status"
        : undefined,
    source: "S3 API reference, Destination, ReplicationTime",
  },
  {
    id: "s3/time-control-minutes",
    types: REPLICATION,
    code: "InvalidArgument",
    refuses: (asked) =>
      rulesOf(asked)
        .flatMap(({ destination }) => [
          ...blocksAt(destination, "replication_time.time"),
          ...blocksAt(destination, "metrics.event_threshold"),
        ])
        .some(({ minutes }) => numberOf(minutes) !== 15)
        ? "the only valid value of minutes is 15"
        : undefined,
    source: "S3 API reference, ReplicationTimeValue",
  },
  {
    id: "s3/owner-override-without-account",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) =>
      rulesOf(asked).some(
        ({ destination }) =>
          blocksAt(destination, "access_control_translation").length > 0 && textOf(destination["account"]) === "",
      )
        ? "Account must be specified with AccessControlTranslation"
        : undefined,
    source: "S3 API reference, Destination, AccessControlTranslation",
  },
  {
    id: "s3/filter-without-delete-markers",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) =>
      rulesOf(asked).some(
        ({ rule }) => blocksAt(rule, "filter").length > 0 && blocksAt(rule, "delete_marker_replication").length === 0,
      )
        ? "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema"
        : undefined,
    source: "S3 API reference, ReplicationRule, DeleteMarkerReplication",
  },
  {
    id: "s3/filters-without-priority",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: (asked) => {
      const filtered = rulesOf(asked).filter(({ rule }) => blocksAt(rule, "filter").length > 0);
      const priorities = new Set(filtered.map(({ rule }) => numberOf(rule["priority"]) ?? 0));
      return filtered.length > 1 && priorities.size < filtered.length ? "every rule needs a priority of its own" : undefined;
    },
    source: "S3 API reference, ReplicationRule, Priority",
  },
  {
    id: "s3/too-many-replication-rules",
    types: REPLICATION,
    code: "InvalidRequest",
    refuses: ({ wanted }) => (blocksAt(wanted, "rule").length > 1000 ? "a replication has 1,000 rules at most" : undefined),
    source: "S3 API reference, PutBucketReplication",
  },
];
