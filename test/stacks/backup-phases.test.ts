import { describe, expect, test } from "@jest/globals";
import { prove } from "../../scripts/prove";
import { synthesizeAside } from "../../scripts/synthesize";
import { edit, resourcesOf, type StackJson, synthesizeText } from "../support/deployments";
import { PIVOT } from "../support/pivot";
import { ScratchProject } from "../support/run";
import { type Asked, simulatedText } from "../support/simulated";

const stacksOf = (text: string): Readonly<Record<string, StackJson>> => synthesizeText(text).stacks;
const ACTIVE = stacksOf(PIVOT.active);
const FROZEN = stacksOf(PIVOT.frozen);
const ALL_FROZEN = stacksOf(PIVOT.allFrozen);
const RETIRED = stacksOf(PIVOT.retired);

const typesOf = (stack: StackJson) => new Set(resourcesOf(stack).map(({ type }) => type));
const one = (stack: StackJson, type: string) => resourcesOf(stack).find((resource) => resource.type === type)?.args;
const rolesOf = (stack: StackJson) =>
  resourcesOf(stack)
    .filter(({ type }) => type === "aws_iam_role")
    .map(({ args }) => args.name)
    .sort();

/** What brings copies from the primary, and holds the credential that opens it. */
const COPYING = [
  ...["aws_datasync_task", "aws_datasync_location_object_storage", "aws_datasync_location_s3", "aws_instance"],
  ...["aws_nat_gateway", "aws_vpc", "aws_secretsmanager_secret_policy"],
];

const PEOPLE = ["apac-engineering", "backup-restore", "break-glass", "key-custodian", "oracle-auditor", "us-sre"];

describe("a frozen site", () => {
  test("is replicated to no more, and nobody is left who could", () => {
    expect(typesOf(ACTIVE["backup-virginia"])).toContain("aws_s3_bucket_replication_configuration");
    expect(typesOf(FROZEN["backup-virginia"])).not.toContain("aws_s3_bucket_replication_configuration");
    expect(rolesOf(ACTIVE["backup-virginia"])).toContain("copy-replication");
    expect(rolesOf(FROZEN["backup-virginia"])).not.toContain("copy-replication");
  });

  test.each(COPYING)("that copied from the primary has no %s any more", (type) => {
    expect(typesOf(FROZEN["backup-virginia"])).toContain(type);
    expect(typesOf(ALL_FROZEN["backup-virginia"])).not.toContain(type);
  });

  test("keeps its people, and no machine", () => {
    expect(rolesOf(FROZEN["backup-singapore"])).toEqual(PEOPLE);
    expect(rolesOf(ALL_FROZEN["backup-virginia"])).toEqual(PEOPLE.filter((name) => name !== "apac-engineering"));
  });

  test("keeps its lock and its key, and lets everything go when the last lock has run out", () => {
    const lock = (stack: StackJson) => one(stack, "aws_s3_bucket_object_lock_configuration");
    expect(lock(FROZEN["backup-singapore"])).toEqual(lock(ACTIVE["backup-singapore"]));
    expect(one(FROZEN["backup-singapore"], "aws_kms_key").is_enabled).toBe(true);
    const ends = (stack: StackJson): unknown[] =>
      one(stack, "aws_s3_bucket_lifecycle_configuration").rule.flatMap(({ expiration = [] }: StackJson) =>
        expiration.flatMap(({ date }: StackJson) => date ?? []),
      );
    expect(ends(ACTIVE["backup-singapore"])).toEqual([]);
    expect(ends(FROZEN["backup-singapore"])).toEqual(["2026-08-05T00:00:00Z"]);
    const longer = edit(PIVOT.frozen, ["retentionDays: 35\n    egressAddresses", "retentionDays: 90\n    egressAddresses"]);
    expect(ends(stacksOf(longer)["backup-singapore"])).toEqual(["2026-09-29T00:00:00Z"]);
  });
});

describe("a retired site", () => {
  const retired = RETIRED["backup-singapore"];

  test("has no role, and nobody signs in", () => {
    expect(rolesOf(retired)).toEqual([]);
    expect(typesOf(FROZEN["backup-singapore"])).toContain("aws_iam_saml_provider");
    expect(typesOf(retired)).not.toContain("aws_iam_saml_provider");
  });
  test("has its key disabled, and keeps the name of its bucket, its trail and its alarms", () => {
    expect(one(retired, "aws_kms_key").is_enabled).toBe(false);
    expect(one(retired, "aws_s3_bucket").bucket).toBe(one(ACTIVE["backup-singapore"], "aws_s3_bucket").bucket);
    expect(typesOf(retired)).toContain("aws_cloudtrail");
    expect(typesOf(retired)).toContain("aws_cloudwatch_event_rule");
  });
  test("lets who deploys schedule its key for deletion, which nobody could before", () => {
    const statement = (stack: StackJson, sid: string): StackJson =>
      JSON.parse(one(stack, "aws_kms_key").policy).Statement.find(({ Sid }: StackJson) => Sid === sid);
    expect(statement(retired, "Set")).toMatchObject({ Action: expect.arrayContaining(["kms:ScheduleKeyDeletion"]) });
    expect(statement(retired, "DenyDestroying")).toMatchObject({
      Condition: { ArnNotEquals: { "aws:PrincipalArn": PIPELINE.role } },
    });
    for (const before of [ACTIVE, FROZEN]) {
      const stack = before["backup-singapore"];
      expect(statement(stack, "Set")).not.toMatchObject({ Action: expect.arrayContaining(["kms:ScheduleKeyDeletion"]) });
      expect(statement(stack, "DenyDestroying")).not.toHaveProperty("Condition");
    }
  });
  test("has no key when that is deleted, and keeps its empty bucket closed", () => {
    const withoutKey = stacksOf(PIVOT.withoutKey)["backup-singapore"];
    const types = (stack: StackJson) => [...typesOf(stack)].sort();
    expect(types(withoutKey)).toEqual(types(retired).filter((type) => type !== "aws_kms_key"));
    expect(JSON.stringify(withoutKey.resource)).not.toContain("aws_kms_key");
    const sids = (stack: StackJson): string[] =>
      JSON.parse(one(stack, "aws_s3_bucket_policy").policy).Statement.map(({ Sid }: StackJson) => Sid);
    expect(sids(withoutKey)).toEqual(sids(retired).filter((sid) => !/^DenyOther(Keys|Encryption)$/.test(sid)));
  });
  test("lets no policy of its own allow anything but the setting of its key", () => {
    const policies = resourcesOf(retired).filter(({ type }) => type === "aws_s3_bucket_policy" || type === "aws_kms_key");
    const allowing = policies.flatMap(({ args }) =>
      JSON.parse(args.policy).Statement.flatMap(({ Effect, Sid }: StackJson) => (Effect === "Allow" ? [Sid] : [])),
    );
    expect(allowing).toEqual(["Set"]);
  });
});

const role = (account: string, name: string) => ({ role: `arn:aws:iam::${account}:role/us/${name}` });
const RESTORE = role("100000000040", "backup-restore");
const REPLICATION = role("100000000030", "copy-replication");
const PIPELINE = role("100000000040", "deploy-pipeline");
const BUCKET = "arn:aws:s3:::larkspur-us-copies-singapore";
const COPY = `${BUCKET}/media/1`;
const KEY = "backup-singapore/aws_kms_key.key_FEDD6EC0";
const TLS = { "aws:SecureTransport": "true" };
const BY_S3 = { "kms:ViaService": "s3.ap-southeast-1.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": COPY };

// Who is gone is asked as well: somebody may make a role of that name again.
// biome-ignore format: one case a line
const AT_SINGAPORE: readonly (readonly [what: string, active: Asked[1], frozen: Asked[1], retired: Asked[1], ...asked: readonly [object, string, string, object]])[] = [
  ["a replica arrives", "allowed", "denied", "denied", REPLICATION, "s3:ReplicateObject", COPY, TLS],
  ["a replica is encrypted", "allowed", "denied", "denied", REPLICATION, "kms:Encrypt", KEY, BY_S3],
  ["who restores reads a copy", "allowed", "allowed", "denied", RESTORE, "s3:GetObject", COPY, TLS],
  ["who restores finds its name", "allowed", "allowed", "denied", RESTORE, "s3:ListBucket", BUCKET, { ...TLS, "s3:prefix": "media/1" }],
  ["who restores decrypts it", "allowed", "allowed", "denied", RESTORE, "kms:Decrypt", KEY, BY_S3],
  ["a retention is shortened", "denied", "denied", "denied", RESTORE, "s3:PutObjectRetention", COPY, TLS],
  ["who deploys decrypts", "denied", "denied", "denied", PIPELINE, "kms:Decrypt", KEY, BY_S3],
];

describe.each(["active", "frozen", "retired"] as const)("as the cloud would answer while Singapore is %s:", (phase) => {
  const asked = AT_SINGAPORE.map(
    ([what, active, frozen, retired, ...request]): Asked => [what, { active, frozen, retired }[phase], ...request],
  );
  test.each(simulatedText(PIVOT[phase], asked))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});

test.each(["frozen", "allFrozen", "retired", "withoutKey"] as const)("the proof holds when it is %s", (phase) => {
  const project = new ScratchProject({ pivot: PIVOT[phase] });
  const verdict = synthesizeAside({ project: project.folder, deployment: "pivot" }, (folder) => prove([folder]));
  project.remove();
  expect(verdict.guarantees.flatMap(({ findings, undecided }) => [...findings, ...undecided])).toEqual([]);
  expect(verdict.verdict).toBe("holds");
});
