import { changes, type Pair, removes, type There, there, wants, within } from "./pair";

const bucket = (name: string, more = {}) => there(name, "aws_s3_bucket", { bucket: name, ...more });
const versioned = (name: string, status = "Enabled") =>
  there(`${name}-v`, "aws_s3_bucket_versioning", { bucket: name, versioning_configuration: [{ status }] });
const object = (name: string, more = {}) =>
  there(`${name}-o`, "aws_s3_object", { bucket: name, key: "a", content: "x", ...more });
const retention = (more: object) => ({ bucket: "b", rule: [{ default_retention: [more] }] }) as never;

const HELD = { object_lock_mode: "COMPLIANCE", object_lock_retain_until_date: "2026-06-01T00:00:00Z" };
const OVER = { object_lock_mode: "COMPLIANCE", object_lock_retain_until_date: "2025-12-01T00:00:00Z" };

const BOTH: readonly There[] = [bucket("b"), versioned("b"), bucket("to"), versioned("to")];
const rule = (more: object = {}, destination: object = {}) => ({
  bucket: "b",
  role: "arn:aws:iam::111122223333:role/r",
  rule: [{ id: "r", status: "Enabled", destination: [{ bucket: "arn:aws:s3:::to", ...destination }], ...more }],
});
const filtered = (priority: number, more: object = {}) => ({
  id: `r${priority}`,
  status: "Enabled",
  priority,
  filter: [{ prefix: "" }],
  delete_marker_replication: [{ status: "Disabled" }],
  destination: [{ bucket: "arn:aws:s3:::to" }],
  ...more,
});
const timed = (minutes: number, metrics = true) => ({
  replication_time: [{ status: "Enabled", time: [{ minutes }] }],
  ...(metrics ? { metrics: [{ status: "Enabled", event_threshold: [{ minutes }] }] } : {}),
});
const key = (region: string) => ({
  encryption_configuration: [{ replica_kms_key_id: `arn:aws:kms:${region}:111122223333:key/k` }],
});
const SELECTED = { source_selection_criteria: [{ sse_kms_encrypted_objects: [{ status: "Enabled" }] }] };
const REPLICATION = "aws_s3_bucket_replication_configuration";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";
const expiring = (id: string) => ({ id, status: "Enabled", expiration: [{ days: 1 }] });

export const AWS_STORAGE: Readonly<Record<string, Pair>> = {
  "s3/bucket-name": wants("aws_s3_bucket", { bucket: "Media_US" }, { bucket: "media-us" }),
  "s3/locked-objects": removes(
    bucket("b", { object_lock_enabled: true, force_destroy: true }),
    [object("b", HELD)],
    [object("b", OVER)],
  ),
  "s3/bucket-not-empty": removes(bucket("b"), [object("b")]),
  "s3/bucket-with-access-points": removes(bucket("b"), [there("ap", "aws_s3_access_point", { bucket: "b", name: "ap" })]),
  "s3/locked-object": {
    type: "aws_s3_object",
    refused: { there: [object("b", HELD)], removes: "b-o" },
    passes: { there: [object("b", OVER)], removes: "b-o" },
  },
  "s3/compliance-shortened": changes(
    "aws_s3_object",
    { bucket: "b", key: "a", ...HELD },
    { object_lock_retain_until_date: "2026-05-01T00:00:00Z" },
    { object_lock_retain_until_date: "2026-07-01T00:00:00Z" },
  ),
  "s3/object-lock-of-plain-bucket": within(
    "aws_s3_object",
    { bucket: "b", key: "a", ...HELD },
    [bucket("b")],
    [bucket("b", { object_lock_enabled: true })],
  ),
  "s3/retention-in-the-past": wants("aws_s3_object", { bucket: "b", key: "a", ...OVER }, { bucket: "b", key: "a", ...HELD }, [
    bucket("b", { object_lock_enabled: true }),
  ]),
  "s3/lock-without-versioning": within(
    "aws_s3_bucket_object_lock_configuration",
    retention({ mode: "COMPLIANCE", days: 30 }),
    [bucket("b")],
    [bucket("b"), versioned("b")],
  ),
  "s3/retention-period": wants(
    "aws_s3_bucket_object_lock_configuration",
    retention({ mode: "COMPLIANCE", days: 30, years: 1 }),
    retention({ mode: "COMPLIANCE", years: 1 }),
    [bucket("b", { object_lock_enabled: true })],
  ),
  "s3/retention-over-a-century": wants(
    "aws_s3_bucket_object_lock_configuration",
    retention({ mode: "GOVERNANCE", years: 101 }),
    retention({ mode: "GOVERNANCE", years: 100 }),
    [bucket("b", { object_lock_enabled: true })],
  ),
  "s3/suspended-under-lock": within(
    "aws_s3_bucket_versioning",
    { bucket: "b", versioning_configuration: [{ status: "Suspended" }] },
    [bucket("b", { object_lock_enabled: true })],
    [bucket("b")],
  ),
  "s3/versioning-disabled-again": changes(
    "aws_s3_bucket_versioning",
    { bucket: "b", versioning_configuration: [{ status: "Enabled" }] },
    { versioning_configuration: [{ status: "Disabled" }] },
    { versioning_configuration: [{ status: "Suspended" }] },
    [bucket("b")],
  ),
  "s3/one-setting-per-bucket": wants(
    "aws_s3_bucket_versioning",
    { bucket: "b", versioning_configuration: [{ status: "Enabled" }] },
    { bucket: "to", versioning_configuration: [{ status: "Enabled" }] },
    [bucket("b"), bucket("to"), versioned("b")],
  ),
  "s3/lists-switched-off": within(
    "aws_s3_bucket_acl",
    { bucket: "b", acl: "private" },
    [bucket("b")],
    [
      bucket("b"),
      there("o", "aws_s3_bucket_ownership_controls", { bucket: "b", rule: [{ object_ownership: "BucketOwnerPreferred" }] }),
    ],
  ),
  "s3/lifecycle-without-action": wants(
    LIFECYCLE,
    { bucket: "b", rule: [{ id: "r", status: "Enabled" }] },
    { bucket: "b", rule: [expiring("r")] },
    [bucket("b")],
  ),
  "s3/too-many-lifecycle-rules": wants(
    LIFECYCLE,
    { bucket: "b", rule: Array.from({ length: 1001 }, (_, at) => expiring(`r${at}`)) },
    { bucket: "b", rule: Array.from({ length: 1000 }, (_, at) => expiring(`r${at}`)) },
    [bucket("b")],
  ),
  "s3/log-in-another-region": within(
    "aws_s3_bucket_logging",
    { bucket: "b", target_bucket: "logs", target_prefix: "" },
    [bucket("b"), bucket("logs", { region: "ap-southeast-1" })],
    [bucket("b"), bucket("logs")],
  ),
  "s3/log-into-locked-bucket": within(
    "aws_s3_bucket_logging",
    { bucket: "b", target_bucket: "logs", target_prefix: "" },
    [
      bucket("b"),
      bucket("logs", { object_lock_enabled: true }),
      there("l", "aws_s3_bucket_object_lock_configuration", {
        bucket: "logs",
        rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 1 }] }],
      }),
    ],
    [bucket("b"), bucket("logs")],
  ),
  "s3/replication-source-unversioned": within(REPLICATION, rule(), [bucket("b"), bucket("to"), versioned("to")], BOTH),
  "s3/replication-destination-missing": within(REPLICATION, rule(), [bucket("b"), versioned("b")], BOTH),
  "s3/replication-destination-unversioned": within(REPLICATION, rule(), [bucket("b"), versioned("b"), bucket("to")], BOTH),
  "s3/replication-to-itself": wants(REPLICATION, rule({}, { bucket: "arn:aws:s3:::b" }), rule(), BOTH),
  "s3/replication-of-locked-objects": within(
    REPLICATION,
    rule(),
    [bucket("b", { object_lock_enabled: true }), bucket("to"), versioned("to")],
    [bucket("b", { object_lock_enabled: true }), bucket("to", { object_lock_enabled: true })],
  ),
  "s3/replica-key-elsewhere": wants(REPLICATION, rule(SELECTED, key("ap-southeast-1")), rule(SELECTED, key("us-east-1")), BOTH),
  "s3/replica-key-without-selection": wants(REPLICATION, rule({}, key("us-east-1")), rule(SELECTED, key("us-east-1")), BOTH),
  "s3/time-control-without-metrics": wants(REPLICATION, rule({}, timed(15, false)), rule({}, timed(15)), BOTH),
  "s3/time-control-minutes": wants(REPLICATION, rule({}, timed(10)), rule({}, timed(15)), BOTH),
  "s3/owner-override-without-account": wants(
    REPLICATION,
    rule({}, { access_control_translation: [{ owner: "Destination" }] }),
    rule({}, { access_control_translation: [{ owner: "Destination" }], account: "444455556666" }),
    BOTH,
  ),
  "s3/filter-without-delete-markers": wants(
    REPLICATION,
    { ...rule(), rule: [filtered(1, { delete_marker_replication: [] })] },
    { ...rule(), rule: [filtered(1)] },
    BOTH,
  ),
  "s3/filters-without-priority": wants(
    REPLICATION,
    { ...rule(), rule: [filtered(1), filtered(1, { id: "other" })] },
    { ...rule(), rule: [filtered(1), filtered(2)] },
    BOTH,
  ),
  "s3/too-many-replication-rules": wants(
    REPLICATION,
    { ...rule(), rule: Array.from({ length: 1001 }, (_, at) => filtered(at + 1)) },
    { ...rule(), rule: Array.from({ length: 3 }, (_, at) => filtered(at + 1)) },
    BOTH,
  ),
};
