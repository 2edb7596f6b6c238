import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { describe, expect, test } from "@jest/globals";
import { App, TerraformStack } from "cdktf";
import type { Scenario } from "../../../../config/schema/model";
import { AccessAnalyzers } from "../../../../constructs/aws/logs/access-analyzers";
import { LogBucket } from "../../../../constructs/aws/logs/log-bucket";
import { LogKey } from "../../../../constructs/aws/logs/log-key";
import { RecordAlarms } from "../../../../constructs/aws/logs/record-alarms";
import { RECORD_CHANGES } from "../../../../constructs/aws/logs/record-changes";
import { grantRecords } from "../../../../constructs/aws/logs/record-grants";
import { type Entry, RecordsRole } from "../../../../constructs/aws/logs/records-role";
import { CompleteTrail } from "../../../../constructs/aws/logs/trail";
import { roleArn, trailArn } from "../../../../constructs/aws/names";
import { readPolicy } from "../../../../packages/perimeter/src/aws/policy/read";
import type { PolicyKind } from "../../../../packages/perimeter/src/aws/policy/syntax";
import { type AwsEstate, type RequestPrincipal, simulateAws } from "../../../../packages/perimeter/src/simulate/aws";
import { role, scenario } from "../../../support/construct-stack";
import { resourcesOf, type StackJson } from "../../../support/deployments";
import { violations } from "../../../support/terraform-schema";

const LOGS = "222233334444";
const REGION = "us-east-1";
const TRAIL = trailArn({ account: LOGS, region: REGION, name: "us-records" });
const [AUDITOR, PIPELINE, OPERATOR] = ["oracle-auditor", "deploy-pipeline", "us-sre"].map((name) =>
  roleArn(LOGS, "us", name),
) as [string, string, string];
const BUCKET = "arn:aws:s3:::acme-us-records";
const KEY = `arn:aws:kms:${REGION}:${LOGS}:key/11112222-3333-4444-5555-666677778888`;

interface Overrides {
  readonly retentionDays?: number;
  readonly name?: string;
  readonly recipients?: readonly string[];
  readonly readers?: readonly string[];
  readonly entry?: Entry;
  readonly scenario?: Partial<Scenario>;
}

/** A log account with everything in it, as cdktf writes it; or what it says when it refuses. */
function synthesize(overrides: Overrides = {}): StackJson {
  const outdir = mkdtempSync(join(tmpdir(), "records-"));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "test");
    new AwsProvider(stack, "aws", { region: REGION });
    const {
      readers = [AUDITOR],
      retentionDays = 365,
      name = "acme-us-records",
      recipients = ["security@acme.example"],
    } = overrides;
    const shared = { readers, pipeline: PIPELINE };
    const key = new LogKey(stack, "key", { ...shared, description: "records", region: REGION, bucket: name, trails: [TRAIL] });
    const trails = [{ arn: TRAIL, folders: [LOGS] }];
    const bucket = new LogBucket(stack, "bucket", { ...shared, name, key, trails, retentionDays });
    const recordedBuckets = ["acme-us-media", name];
    new CompleteTrail(stack, "trail", { name: "us-records", ofOrganization: false, bucket, recordedBuckets });
    const place = { account: LOGS, region: REGION, name: "us-records" };
    new RecordAlarms(stack, "alarms", { ...place, changes: RECORD_CHANGES, recipients }).watchSilence(bucket);
    new AccessAnalyzers(stack, "analyzers", { name: "us", regions: [REGION, "ap-southeast-1"], ofOrganization: false });
    const { entry = { kind: "saml", provider: `arn:aws:iam::${LOGS}:saml-provider/us` } } = overrides;
    const auditor = role({ name: "oracle-auditor", title: "Oracle, the third party that audits", assumedBy: "auditor" });
    const audit = scenario({ name: "audit", records: true, boundary: true, capability: "metadata", ...overrides.scenario });
    const networks = { "us-offices": { description: "offices", addresses: ["203.0.113.0/26"] } };
    const grants = grantRecords(stack, auditor, audit, { jurisdiction: "US", networks }, bucket);
    new RecordsRole(stack, "auditor", { role: auditor, prefix: "us", entry, bucket, grants });
    app.synth();
    return JSON.parse(readFileSync(join(outdir, "stacks", "test", "cdk.tf.json"), "utf8"));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const JSON_OF = synthesize();
const of = (type: string): StackJson[] =>
  resourcesOf(JSON_OF)
    .filter((resource) => resource.type === type)
    .map(({ args }) => args);

/** A document, with the key's ARN where the plan has a reference to it. */
function document(kind: PolicyKind, text: string) {
  const found = readPolicy(kind, text.replaceAll(/\$\{aws_kms_key[^}]*\}/g, KEY));
  if (!found.document) throw new Error(JSON.stringify(found.diagnostics));
  return { address: kind, document: found.document };
}

test("every argument is one that the provider takes", () => expect(violations(JSON_OF)).toEqual([]));

test.each<readonly [kind: PolicyKind, type: string, argument: string]>([
  ["bucket", "aws_s3_bucket_policy", "policy"],
  ["key", "aws_kms_key", "policy"],
  ["topic", "aws_sns_topic_policy", "policy"],
  ["trust", "aws_iam_role", "assume_role_policy"],
  ["identity", "aws_iam_role_policy", "policy"],
])("the %s policy is one that AWS takes", (kind, type, argument) => {
  expect(() => document(kind, of(type)[0][argument])).not.toThrow();
});

test("another account's role enters by its ARN and an external id, which AWS takes as well", () => {
  const entry = { kind: "role", arn: "arn:aws:iam::333344445555:role/auditors", externalId: "acme" } as const;
  const { assume_role_policy: trust } = Object.values(synthesize({ entry }).resource.aws_iam_role)[0] as StackJson;
  expect(() => document("trust", trust)).not.toThrow();
  expect(JSON.parse(trust).Statement).toMatchObject([{ Condition: { StringEquals: { "sts:ExternalId": "acme" } } }]);
});

test("the auditor reads under the circumstances of the scenario, and what denies them stores has none", () => {
  const { policy } = Object.values(
    synthesize({ scenario: { circumstances: { network: ["us-offices"] } } }).resource.aws_iam_role_policy,
  )[0] as StackJson;
  for (const { Effect: effect, Condition: condition } of JSON.parse(policy).Statement)
    expect(condition).toEqual(effect === "Allow" ? { IpAddress: { "aws:SourceIp": "203.0.113.0/26" } } : undefined);
});

test("records are locked for as long as asked, in the mode that yields to nobody", () => {
  const [{ rule }] = of("aws_s3_bucket_object_lock_configuration") as [StackJson];
  expect(rule).toEqual({ default_retention: { mode: "COMPLIANCE", days: 365 } });
});

test("the trail records every region and every read, of the records, too", () => {
  const [trail] = of("aws_cloudtrail") as [StackJson];
  expect(trail).toMatchObject({
    is_multi_region_trail: true,
    enable_log_file_validation: true,
    include_global_service_events: true,
  });
  const selected = JSON.stringify(trail.advanced_event_selector);
  expect(selected).toContain("arn:aws:s3:::acme-us-records/");
  expect(selected).not.toMatch(/readOnly|eventSource/);
});

const IAM_ALLOWS_ALL = document(
  "identity",
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
);
/** The log account where every role but the auditor's own may do everything, as far as IAM goes. */
function logAccount(): AwsEstate {
  const trust = document("trust", of("aws_iam_role")[0].assume_role_policy);
  const own = document("identity", of("aws_iam_role_policy")[0].policy);
  const roles = [AUDITOR, PIPELINE, OPERATOR].map((arn) => ({
    kind: "role" as const,
    arn,
    policies: [arn === AUDITOR ? own : IAM_ALLOWS_ALL],
    tags: new Map(),
    trust,
  }));
  const bucket = document("bucket", of("aws_s3_bucket_policy")[0].policy);
  const key = document("key", of("aws_kms_key")[0].policy);
  return {
    accounts: [{ id: LOGS, organization: "none" }],
    principals: roles,
    resources: [
      { kind: "bucket", arn: BUCKET, account: LOGS, policy: bucket, tags: new Map() },
      { kind: "bucket", arn: "arn:aws:s3:::acme-us-state", account: LOGS, tags: new Map() },
      { kind: "key", arn: KEY, account: LOGS, policy: key, tags: new Map(), grants: [] },
    ],
    endpoints: [],
  };
}

const session = (role: string): RequestPrincipal => ({ kind: "session", role, name: "ann", policies: [] });
const CLOUDTRAIL: RequestPrincipal = { kind: "service", name: "cloudtrail.amazonaws.com" };
const OBJECT = `${BUCKET}/AWSLogs/${LOGS}/CloudTrail/a.json.gz`;
const VIA_S3 = { "kms:ViaService": `s3.${REGION}.amazonaws.com` };
const BY_TRAIL = { "aws:SourceArn": TRAIL, "s3:x-amz-acl": "bucket-owner-full-control" };
const BY_OTHER = { ...BY_TRAIL, "aws:SourceArn": trailArn({ account: "999900001111", region: REGION, name: "us-records" }) };
const ENCRYPTING = { "aws:SourceArn": TRAIL, "kms:EncryptionContext:aws:cloudtrail:arn": TRAIL };
const BY_DEFAULT = (object: string) => ({ "aws:SourceArn": TRAIL, "kms:EncryptionContext:aws:s3:arn": object });

describe("in the log account, whatever IAM allows", () => {
  const estate = logAccount();
  type Row = readonly [string, "allowed" | "denied", RequestPrincipal, string, string, Readonly<Record<string, string>>?];
  test.each<Row>([
    ["the auditor reads records", "allowed", session(AUDITOR), "s3:GetObject", OBJECT],
    ["an operator doesn't", "denied", session(OPERATOR), "s3:GetObject", OBJECT],
    ["nor does the pipeline", "denied", session(PIPELINE), "s3:GetObject", OBJECT],
    ["the auditor decrypts by way of S3", "allowed", session(AUDITOR), "kms:Decrypt", KEY, VIA_S3],
    ["and not past it", "denied", session(AUDITOR), "kms:Decrypt", KEY],
    ["an operator decrypts nothing", "denied", session(OPERATOR), "kms:Decrypt", KEY, VIA_S3],
    ["the auditor sees the key's policy", "allowed", session(AUDITOR), "kms:GetKeyPolicy", KEY],
    ["the auditor reads no other bucket", "denied", session(AUDITOR), "s3:GetObject", "arn:aws:s3:::acme-us-state/a"],
    ["an operator whom IAM lets does, there", "allowed", session(OPERATOR), "s3:GetObject", "arn:aws:s3:::acme-us-state/a"],
    ["the trail writes", "allowed", CLOUDTRAIL, "s3:PutObject", OBJECT, BY_TRAIL],
    ["a trail of somebody else doesn't", "denied", CLOUDTRAIL, "s3:PutObject", OBJECT, BY_OTHER],
    ["nor does a person, by hand", "denied", session(PIPELINE), "s3:PutObject", OBJECT],
    ["the trail encrypts", "allowed", CLOUDTRAIL, "kms:GenerateDataKey", KEY, ENCRYPTING],
    [
      "a trail that names no key encrypts with the bucket's",
      "allowed",
      CLOUDTRAIL,
      "kms:GenerateDataKey",
      KEY,
      BY_DEFAULT(OBJECT),
    ],
    ["for no other bucket", "denied", CLOUDTRAIL, "kms:GenerateDataKey", KEY, BY_DEFAULT("arn:aws:s3:::acme-us-state/a")],
    [
      "nor for somebody else's trail",
      "denied",
      CLOUDTRAIL,
      "kms:GenerateDataKey",
      KEY,
      { ...BY_DEFAULT(OBJECT), "aws:SourceArn": BY_OTHER["aws:SourceArn"] },
    ],
    ["and doesn't decrypt", "denied", CLOUDTRAIL, "kms:Decrypt", KEY, ENCRYPTING],
    ["nobody deletes a version", "denied", session(PIPELINE), "s3:DeleteObjectVersion", OBJECT],
    ["nobody lets records expire", "denied", session(PIPELINE), "s3:PutLifecycleConfiguration", BUCKET],
    ["the pipeline sets the policy", "allowed", session(PIPELINE), "s3:PutBucketPolicy", BUCKET],
    ["an operator doesn't", "denied", session(OPERATOR), "s3:PutBucketPolicy", BUCKET],
    ["the pipeline sets the key's policy", "allowed", session(PIPELINE), "kms:PutKeyPolicy", KEY],
    ["and doesn't end the key", "denied", session(PIPELINE), "kms:ScheduleKeyDeletion", KEY],
    ["an operator doesn't set the key's policy", "denied", session(OPERATOR), "kms:PutKeyPolicy", KEY],
  ])("%s", (_, expected, principal, action, resource, context = {}) => {
    const keys = Object.entries({ "aws:SecureTransport": "true", ...context }).map(([key, value]) => [key, [value]] as const);
    expect(simulateAws(estate, { principal, action, resource, context: new Map(keys) }).decision).toBe(expected);
  });
});

describe("alarms", () => {
  test("each change has its rule, and each rule is told to the topic", () => {
    const rules = of("aws_cloudwatch_event_rule").map(({ name }) => name);
    expect(rules.sort()).toEqual(RECORD_CHANGES.map(({ id }) => `us-records-${id}`).sort());
    expect(of("aws_cloudwatch_event_target")).toHaveLength(RECORD_CHANGES.length);
    expect(of("aws_sns_topic_subscription").map(({ endpoint }) => endpoint)).toEqual(["security@acme.example"]);
  });

  test("the topic takes messages of those rules and of the silence alarm, and of nobody else", () => {
    const { Statement: statements } = JSON.parse(of("aws_sns_topic_policy")[0].policy);
    const [rules, alarm] = statements.map((each: StackJson) => each.Condition.ArnEquals["aws:SourceArn"]);
    expect(statements).toHaveLength(2);
    expect(rules).toEqual(RECORD_CHANGES.map(({ id }) => `arn:aws:events:${REGION}:${LOGS}:rule/us-records-${id}`));
    expect(alarm).toBe(`arn:aws:cloudwatch:${REGION}:${LOGS}:alarm:us-records-silence`);
  });
});

describe("what is refused", () => {
  test.each<readonly [what: string, overrides: Overrides, message: RegExp]>([
    ["records that are kept for no day", { retentionDays: 0 }, /records kept for "0" days are no evidence/],
    ["a name that S3 reserves", { name: "acme-s3alias" }, /bucket name "acme-s3alias" is none that S3 takes/],
    ["alarms that nobody hears", { recipients: [] }, /nobody hears of changes in account 222233334444, us-east-1/],
    [
      "a window of time, which IAM has no condition for",
      { scenario: { circumstances: { time: { days: ["monday"], from: "09:00", to: "17:00" } } } },
      /scenario "audit" asks for a window of time/,
    ],
    ["a pipeline that reads", { readers: [PIPELINE] }, /sets the key of the records and would read them, too/],
  ])("%s", (_, overrides, message) => expect(() => synthesize(overrides)).toThrow(message));

  test.each<readonly [what: string, overrides: Overrides]>([
    ["records that are kept for a day", { retentionDays: 1 }],
    ["a name of the same letters", { name: "acme-s3alia" }],
    ["nobody who reads, yet", { readers: [] }],
    ["a network", { scenario: { circumstances: { network: ["us-offices"] } } }],
  ])("and not %s", (_, overrides) => expect(() => synthesize(overrides)).not.toThrow());
});
