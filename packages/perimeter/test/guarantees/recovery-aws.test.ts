import { describe, expect, test } from "@jest/globals";
import { document } from "../support/aws-estate";
import {
  type AwsParts,
  acting,
  awsModel,
  awsStacks,
  lifecycle,
  lock,
  may,
  recoveryOf,
  replication,
  said,
  versioning,
} from "../support/recovery-estate";

const HOLDS = ["holds"];
const violated = (...findings: readonly string[]) => ["violated", ...findings];
const LOCKED = lock("COMPLIANCE", 35);
const COPY = "b/aws_s3_bucket.copy";

/** Somebody at both places. */
const both = (holder: string, ...actions: readonly string[]): AwsParts => ({
  store: [may(holder, acting(...actions))],
  copy: [may(holder, acting(...actions))],
});
const withCopy = (parts: AwsParts, ...more: NonNullable<AwsParts["copy"]>): AwsParts => ({
  ...parts,
  copy: [...(parts.copy ?? []), ...more],
});
const KEYED = (name: string) => ({
  aws_kms_key: { [name]: { description: name } },
  aws_s3_bucket_server_side_encryption_configuration: {
    [name]: {
      bucket: `\${aws_s3_bucket.${name}.id}`,
      rule: [
        {
          apply_server_side_encryption_by_default: [
            { sse_algorithm: "aws:kms", kms_master_key_id: `\${aws_kms_key.${name}.arn}` },
          ],
        },
      ],
    },
  },
});
const UNDER_KMS = { source_selection_criteria: [{ sse_kms_encrypted_objects: [{ status: "Enabled" }] }] };

type Case = readonly [name: string, parts: AwsParts, expected: readonly string[]];

describe("copies", () => {
  const cases: readonly Case[] = [
    ["a copy by replication", {}, HOLDS],
    ["a rule that is disabled", { store: [replication({ status: "Disabled" })] }, violated("copies")],
    ["a rule of a part", { store: [replication({ filter: [{ prefix: "images/" }] })] }, violated("copies")],
    ["a rule of what has a tag", { store: [replication({ filter: [{ tag: [{ key: "k", value: "v" }] }] })] }, violated("copies")],
    ["a rule that leaves out what KMS encrypts", { store: [KEYED("media")] }, violated("copies")],
    ["a rule that takes it along", { store: [KEYED("media"), replication(UNDER_KMS)] }, HOLDS],
    [
      "a copy whose key is disabled",
      {
        copy: [KEYED("copy"), { aws_kms_key: { copy: { description: "copy", is_enabled: false } } }],
      },
      violated("copies"),
    ],
    ["a copy whose key is enabled", { copy: [KEYED("copy"), { aws_kms_key: { copy: { is_enabled: true } } }] }, HOLDS],
    [
      "a rule whose state isn't known",
      { store: [replication({ status: "${var.status}" })] },
      ["undecided", "? a/aws_s3_bucket_replication_configuration.media"],
    ],
  ];
  test.each(cases)("%s", (_, parts, expected) => expect(said(recoveryOf(awsStacks(parts), awsModel()))).toEqual(expected));

  test("a bucket that nobody gave may be the second copy", () => {
    const elsewhere = replication({ destination: [{ bucket: "arn:aws:s3:::elsewhere" }] });
    expect(said(recoveryOf(awsStacks({ store: [elsewhere] }), awsModel()))).toEqual([
      "undecided",
      "? a/aws_s3_bucket_replication_configuration.media",
    ]);
  });
  test("a second copy that may be, and would keep long enough", () => {
    const third = {
      aws_s3_bucket: { third: { bucket: "third" } },
      aws_s3_bucket_lifecycle_configuration: {
        third: {
          bucket: "third",
          rule: [{ id: "r", status: "Enabled", noncurrent_version_expiration: [{ noncurrent_days: 1 }] }],
        },
      },
    };
    const rules = (status: string) => ({
      aws_s3_bucket_replication_configuration: {
        media: {
          bucket: "user-media",
          role: "r",
          rule: [
            { status, filter: [{ prefix: "" }], destination: [{ bucket: "arn:aws:s3:::user-media-copy" }] },
            { status: "Enabled", filter: [{ prefix: "" }], destination: [{ bucket: "arn:aws:s3:::third" }] },
          ],
        },
      },
    });
    const answer = (status: string) =>
      said(recoveryOf(awsStacks({ store: [third, versioning("third"), rules(status)] }), awsModel()));
    expect(answer("Enabled")).toEqual(HOLDS);
    expect(answer("Disabled")).toEqual(violated("days"));
    expect(answer("${var.status}")).toEqual(["undecided", "? a/aws_s3_bucket_replication_configuration.media"]);
  });
  test("two are asked for, and there is one", () => {
    const verdict = recoveryOf(awsStacks(), awsModel("{ copies: 2, days: 30 }"));
    expect(said(verdict)).toEqual(violated("copies"));
    expect(verdict.findings[0]?.message).toBe(`"media" has 1 copy, and 2 are asked for`);
  });
  test("what is replicated isn't replicated on", () => {
    const third = {
      aws_s3_bucket: { third: { bucket: "third" } },
      aws_s3_bucket_replication_configuration: {
        copy: {
          bucket: "user-media-copy",
          role: "r",
          rule: [{ status: "Enabled", filter: [{ prefix: "" }], destination: [{ bucket: "arn:aws:s3:::third" }] }],
        },
      },
    };
    const chained = awsStacks({ copy: [third, versioning("third")] });
    expect(said(recoveryOf(chained, awsModel("{ copies: 2, days: 30 }")))).toEqual(violated("copies"));
    expect(said(recoveryOf(chained, awsModel("{ copies: 1, days: 30 }")))).toEqual(HOLDS);
  });
  test("not declared", () => {
    const model = awsModel().replace(/recovery: .*/, "");
    expect(recoveryOf(awsStacks(), model).verdict).toBe("not-declared");
  });
});

describe("days", () => {
  const cases: readonly Case[] = [
    ["versions that are kept for ever", {}, HOLDS],
    [
      "versions that are kept for long enough",
      { copy: [lifecycle({ noncurrent_version_expiration: [{ noncurrent_days: 30 }] })] },
      HOLDS,
    ],
    ["… for too short", { copy: [lifecycle({ noncurrent_version_expiration: [{ noncurrent_days: 7 }] })] }, violated("days")],
    [
      "… by a rule that is off",
      { copy: [lifecycle({ status: "Disabled", noncurrent_version_expiration: [{ noncurrent_days: 7 }] })] },
      HOLDS,
    ],
    [
      "… of a part",
      { copy: [lifecycle({ filter: [{ prefix: "images/" }], noncurrent_version_expiration: [{ noncurrent_days: 7 }] })] },
      violated("days"),
    ],
    ["a rule that deletes what is current", { copy: [lifecycle({ expiration: [{ days: 400 }] })] }, violated("days")],
    ["a rule that removes markers", { copy: [lifecycle({ expiration: [{ expired_object_delete_marker: true }] })] }, HOLDS],
    ["a lock that is long enough, and versions after it", { copy: [LOCKED] }, HOLDS],
    [
      "… whose versions are deleted at once after it",
      { copy: [LOCKED, lifecycle({ noncurrent_version_expiration: [{ noncurrent_days: 1 }] })] },
      violated("days"),
    ],
    ["versioning that is suspended", { copy: [versioning("copy", "Suspended")] }, violated("days")],
    ["… of a bucket that has a lock", { copy: [LOCKED, versioning("copy", "Suspended")] }, violated("days")],
    [
      "somebody inside deletes versions of the copy",
      { copy: [may("us_ops", acting("s3:DeleteObjectVersion"))] },
      violated(`days us-ops ${COPY}`),
    ],
    ["… deletes, which leaves versions", { copy: [may("us_ops", acting("s3:DeleteObject"))] }, HOLDS],
    ["… where a lock keeps them", { copy: [LOCKED, may("us_ops", acting("s3:DeleteObjectVersion"))] }, HOLDS],
    [
      "… and a lock that is too short",
      { copy: [lock("COMPLIANCE", 10), may("us_ops", acting("s3:DeleteObjectVersion"))] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "… a lock of a year",
      { copy: [lock("COMPLIANCE", 0, { days: null, years: 1 }), may("us_ops", acting("s3:DeleteObjectVersion"))] },
      HOLDS,
    ],
    [
      "somebody foreign puts rules",
      { copy: [may("apac_ops", acting("s3:PutLifecycleConfiguration"))] },
      violated(`days apac-ops ${COPY}`),
    ],
    ["… reads rules", { copy: [may("apac_ops", acting("s3:GetLifecycleConfiguration"))] }, HOLDS],
    [
      "somebody suspends versioning",
      { copy: [may("us_ops", acting("s3:PutBucketVersioning"))] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "governance, passed over by somebody",
      { copy: [lock("GOVERNANCE", 35), may("us_ops", acting("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"))] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "governance, passed over by nobody",
      { copy: [lock("GOVERNANCE", 35), may("us_ops", acting("s3:DeleteObjectVersion"))] },
      HOLDS,
    ],
    [
      "versions that somebody deletes, and a lock that they shorten",
      { copy: [LOCKED, may("us_ops", acting("s3:DeleteObjectVersion", "s3:PutBucketObjectLockConfiguration"))] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "who may write themselves a policy",
      { copy: [may("us_ops", acting("iam:PutRolePolicy"))] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "versioning that isn't known",
      { copy: [versioning("copy", "${var.status}")] },
      ["undecided", "? b/aws_s3_bucket_versioning.copy"],
    ],
    [
      "rules that aren't known",
      { copy: [{ aws_s3_bucket_lifecycle_configuration: { copy: { bucket: "user-media-copy", rule: "${var.rules}" } } }] },
      ["undecided", "? b/aws_s3_bucket_lifecycle_configuration.copy"],
    ],
    [
      "a lock whose days aren't known",
      { copy: [lock("COMPLIANCE", 0, { days: "${var.days}" })] },
      ["undecided", "? b/aws_s3_bucket_object_lock_configuration.copy"],
    ],
  ];
  test.each(cases)("%s", (_, parts, expected) => expect(said(recoveryOf(awsStacks(parts), awsModel()))).toEqual(expected));

  test("where no days are asked for, versions may go", () => {
    const parts = { copy: [may("us_ops", acting("s3:DeleteObjectVersion"))] };
    expect(said(recoveryOf(awsStacks(parts), awsModel("{ copies: 1, days: 0 }")))).toEqual(HOLDS);
  });
  test("a store that deletes as early misses nothing that its copy deletes", () => {
    const expiration = [{ days: 365 }];
    const rule = { id: "r", status: "Enabled", expiration };
    const store = { aws_s3_bucket_lifecycle_configuration: { media: { bucket: "user-media", rule: [rule] } } };
    expect(said(recoveryOf(awsStacks({ store: [store], copy: [lifecycle({ expiration })] }), awsModel()))).toEqual(HOLDS);
  });
  test("what is older than its lock is told, where somebody deletes it", () => {
    const { notes } = recoveryOf(awsStacks({ copy: [LOCKED, may("us_ops", acting("s3:DeleteObjectVersion"))] }), awsModel());
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("more than 35 days ago is locked no more"),
    );
  });
});

const ANYBODY = document({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" });
/** Of a role that nobody lists. */
const TRUSTING = { aws_iam_role: { tool: { name: "tool", assume_role_policy: ANYBODY } } };

const toRole = (...actions: readonly string[]) => ({ Action: actions, Resource: "arn:aws:iam::*:role/tool" });

describe("who could destroy it all", () => {
  const MODEL = awsModel("{ copies: 1, days: 0 }");
  const cases: readonly Case[] = [
    ["versions at both places", both("us_ops", "s3:DeleteObjectVersion"), violated("single-destroyer us-ops")],
    ["… by somebody foreign", both("apac_ops", "s3:DeleteObjectVersion"), violated("foreign-destroyer apac-ops")],
    ["… of the store alone", { store: [may("us_ops", acting("s3:DeleteObjectVersion"))] }, HOLDS],
    ["… of the copy alone", { copy: [may("apac_ops", acting("s3:DeleteObjectVersion"))] }, HOLDS],
    [
      "… by two roles",
      { store: [may("us_ops", acting("s3:DeleteObjectVersion"))], copy: [may("us_data", acting("s3:DeleteObjectVersion"))] },
      HOLDS,
    ],
    ["… of a copy that is locked", withCopy(both("apac_ops", "s3:DeleteObjectVersion"), LOCKED), HOLDS],
    [
      "… of a copy that is locked in governance mode",
      withCopy(both("apac_ops", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"), lock("GOVERNANCE", 35)),
      violated("foreign-destroyer apac-ops"),
    ],
    ["deletions, which leave versions", both("us_ops", "s3:DeleteObject"), HOLDS],
    [
      "deletions where neither has versions",
      {
        store: [versioning("media", "Suspended"), may("us_ops", acting("s3:DeleteObject"))],
        copy: [versioning("copy", "Suspended"), may("us_ops", acting("s3:PutObject"))],
      },
      violated("single-destroyer us-ops"),
    ],
    ["rules of lifecycle", both("us_ops", "s3:PutLifecycleConfiguration"), violated("single-destroyer us-ops")],
    [
      "one by rules, one by versions",
      { store: [may("us_ops", acting("s3:PutLifecycleConfiguration"))], copy: [may("us_ops", acting("s3:DeleteObjectVersion"))] },
      violated("single-destroyer us-ops"),
    ],
    ["buckets, which have to be empty", both("us_ops", "s3:DeleteBucket"), HOLDS],
    [
      "the key of a copy that is locked",
      withCopy(
        { store: [may("us_ops", acting("s3:DeleteObjectVersion"))] },
        LOCKED,
        KEYED("copy"),
        may("us_ops", acting("kms:ScheduleKeyDeletion")),
      ),
      violated("single-destroyer us-ops"),
    ],
    [
      "… which they only use",
      withCopy(
        { store: [may("us_ops", acting("s3:DeleteObjectVersion"))] },
        LOCKED,
        KEYED("copy"),
        may("us_ops", acting("kms:Decrypt", "kms:CreateGrant")),
      ),
      HOLDS,
    ],
    [
      "… whose policy they rewrite",
      withCopy(
        { store: [may("us_ops", acting("s3:DeleteObjectVersion"))] },
        LOCKED,
        KEYED("copy"),
        may("us_ops", acting("kms:PutKeyPolicy")),
      ),
      violated("single-destroyer us-ops"),
    ],
    ["buckets' policies, rewritten first", both("us_ops", "s3:PutBucketPolicy"), violated("single-destroyer us-ops")],
    [
      "a role that they assume, given any right",
      {
        store: [may("us_ops", toRole("iam:PutRolePolicy"), acting("sts:AssumeRole")), TRUSTING],
        copy: [may("us_ops", toRole("iam:AttachRolePolicy"), acting("sts:AssumeRole")), TRUSTING],
      },
      violated("single-destroyer us-ops"),
    ],
    ["the accounts that they are in", both("us_ops", "account:CloseAccount"), violated("single-destroyer us-ops")],
    ["their own account, and not the copy's", { store: [may("us_ops", acting("account:CloseAccount"))] }, HOLDS],
    ["accounts of an organization that they don't manage", both("us_ops", "organizations:CloseAccount"), HOLDS],
  ];
  test.each(cases)("%s", (_, parts, expected) => expect(said(recoveryOf(awsStacks(parts), MODEL))).toEqual(expected));

  test("whoever is trusted is told, and fails nothing", () => {
    const { verdict, notes } = recoveryOf(awsStacks(both("us_ops", "s3:DeleteObjectVersion")), `${MODEL}\ntrusted: [us-ops]`);
    expect([verdict, notes.map(({ rule, principal }) => `${rule} ${principal?.name}`)]).toEqual([
      "holds",
      ["recovery/single-destroyer us-ops"],
    ]);
  });
  test("a chain through a role that others may assume", () => {
    const assumed = (holder: string) => may(holder, { Action: "sts:AssumeRole", Resource: "*" });
    const trusting = { aws_iam_role: { us_ops: { name: "us-ops", assume_role_policy: ANYBODY } } };
    const { store = [], copy = [] } = both("us_ops", "s3:DeleteObjectVersion");
    const parts = { store: [...store, trusting, assumed("apac_ops")], copy: [...copy, trusting, assumed("apac_ops")] };
    expect(said(recoveryOf(awsStacks(parts), MODEL))).toContain("foreign-destroyer apac-ops");
  });
});

describe("phases of a site", () => {
  const site = (phase: string, since = "2026-11-01") =>
    `sites: { west: { aws: us-west-2, account: "444455556666", phase: ${phase}, since: ${since} } }`;
  const off = { store: [replication({ status: "Disabled" })] };
  const cases: readonly (readonly [string, AwsParts, string, readonly string[]])[] = [
    ["active", {}, site("active"), HOLDS],
    ["frozen, and something still arrives", withCopy({}, LOCKED), site("frozen"), violated(`days ${COPY}`)],
    ["frozen, and kept", withCopy(off, LOCKED), site("frozen"), HOLDS],
    [
      "frozen for longer than it keeps",
      withCopy(off, lock("COMPLIANCE", 35), lifecycle({ noncurrent_version_expiration: [{ noncurrent_days: 35 }] })),
      site("frozen", "2026-07-01"),
      violated("copies"),
    ],
    ["retired", off, site("retired"), violated("copies")],
    ["another account of the region is retired", {}, site("retired").replace("444455556666", "999988887777"), HOLDS],
  ];
  test.each(cases)("%s", (_, parts, more, expected) =>
    expect(said(recoveryOf(awsStacks(parts), awsModel(undefined, more)))).toEqual(expected),
  );

  test("a retired site whose key is still enabled", () => {
    const parts = (enabled: boolean): AwsParts =>
      withCopy(off, KEYED("copy"), { aws_kms_key: { copy: { is_enabled: enabled } } });
    const messages = (enabled: boolean) =>
      recoveryOf(awsStacks(parts(enabled)), awsModel(undefined, site("retired"))).findings.map(
        ({ rule, message }) => `${rule} ${message}`,
      );
    expect(messages(true)).toContainEqual(expect.stringContaining("recovery/days b/aws_kms_key.copy still opens"));
    expect(messages(false)).not.toContainEqual(expect.stringContaining("recovery/days"));
  });
});
