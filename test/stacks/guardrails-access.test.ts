import { describe, expect, test } from "@jest/globals";
import { resourcesOf, stackNames, synthesizedDeployment } from "../support/deployments";
import { type Asked, simulated } from "../support/simulated";

const [MANAGEMENT, LOGS, VIRGINIA, SINGAPORE] = ["100000000010", "100000000020", "100000000030", "100000000040"];
const RECORDS = "arn:aws:s3:::larkspur-us-records";
const KEY = "backup-guardrails/aws_kms_key.key_FEDD6EC0";
const COPY = "arn:aws:s3:::larkspur-us-copies-virginia/media/1";
const COPIES_KEY = "backup-virginia/aws_kms_key.key_FEDD6EC0";

const folder = (name: string | undefined) => `${RECORDS}/AWSLogs/${name}/CloudTrail/us-east-1/2026/01/15/a.json.gz`;
const RECORD = folder(VIRGINIA);
const role = (account: string | undefined, name: string) => ({ role: `arn:aws:iam::${account}:role/us/${name}` });
const AUDITOR = role(LOGS, "oracle-auditor");
const PIPELINE = role(LOGS, "deploy-pipeline");
const ROOT = (account: string | undefined) => ({ user: `arn:aws:iam::${account}:root` });
const TRAIL_SERVICE = { service: "cloudtrail.amazonaws.com" };

const TLS = { "aws:SecureTransport": "true" };
const VIA_S3 = { "kms:ViaService": "s3.us-east-1.amazonaws.com" };
const trail = (account: string | undefined, name: string, region = "us-east-1") =>
  `arn:aws:cloudtrail:${region}:${account}:trail/${name}`;
const delivering = (arn: string) => ({ ...TLS, "aws:SourceArn": arn, "s3:x-amz-acl": "bucket-owner-full-control" });
const OF_VIRGINIA = trail(VIRGINIA, "us-virginia");
const OF_SINGAPORE = trail(SINGAPORE, "us-singapore", "ap-southeast-1");
const OF_ORGANIZATION = trail(MANAGEMENT, "us-records");
const STRANGE = trail(VIRGINIA, "another");

// Answered by a simulator that knows nothing of the constructs: each question beside a neighbour with the other answer.
// biome-ignore format: one case a line
const CASES: readonly Asked[] = [
  ["who audits reads records", "allowed", AUDITOR, "s3:GetObject", RECORD, TLS],
  ["who audits reads none in plain text", "denied", AUDITOR, "s3:GetObject", RECORD, { "aws:SecureTransport": "false" }],
  ["who audits opens them by way of S3", "allowed", AUDITOR, "kms:Decrypt", KEY, VIA_S3],
  ["who audits doesn't past it", "denied", AUDITOR, "kms:Decrypt", KEY, {}],
  ["who audits reads no copy", "denied", AUDITOR, "s3:GetObject", COPY, TLS],
  ["who audits deletes none", "denied", AUDITOR, "s3:DeleteObjectVersion", RECORD, TLS],
  ["who restores reads copies, to compare", "allowed", role(VIRGINIA, "backup-restore"), "s3:GetObject", COPY, TLS],
  ["who restores reads no records", "denied", role(VIRGINIA, "backup-restore"), "s3:GetObject", RECORD, TLS],
  ["who deploys reads none", "denied", PIPELINE, "s3:GetObject", RECORD, TLS],
  ["who deploys opens none", "denied", PIPELINE, "kms:Decrypt", KEY, VIA_S3],
  ["who deploys ends no key", "denied", PIPELINE, "kms:ScheduleKeyDeletion", KEY, TLS],

  ["a site's trail writes into its folder", "allowed", TRAIL_SERVICE, "s3:PutObject", folder(VIRGINIA), delivering(OF_VIRGINIA)],
  ["a site's trail writes into no other's", "denied", TRAIL_SERVICE, "s3:PutObject", folder(SINGAPORE), delivering(OF_VIRGINIA)],
  ["the other site's does", "allowed", TRAIL_SERVICE, "s3:PutObject", folder(SINGAPORE), delivering(OF_SINGAPORE)],
  ["the organization's writes into the organization's", "allowed", TRAIL_SERVICE, "s3:PutObject", folder("o-lark5pur00"), delivering(OF_ORGANIZATION)],
  ["another trail of the site's account writes nowhere", "denied", TRAIL_SERVICE, "s3:PutObject", folder(VIRGINIA), delivering(STRANGE)],
  ["a trail that leaves the owner without the record writes nowhere", "denied", TRAIL_SERVICE, "s3:PutObject", folder(VIRGINIA), { ...delivering(OF_VIRGINIA), "s3:x-amz-acl": "private" }],
  ["a trail sees whose bucket it is", "allowed", TRAIL_SERVICE, "s3:GetBucketAcl", RECORDS, delivering(OF_VIRGINIA)],
  ["another doesn't", "denied", TRAIL_SERVICE, "s3:GetBucketAcl", RECORDS, delivering(STRANGE)],
  ["a trail's records are encrypted", "allowed", TRAIL_SERVICE, "kms:GenerateDataKey", KEY, { "aws:SourceArn": OF_VIRGINIA, "kms:EncryptionContext:aws:s3:arn": RECORD }],
  ["another's aren't", "denied", TRAIL_SERVICE, "kms:GenerateDataKey", KEY, { "aws:SourceArn": STRANGE, "kms:EncryptionContext:aws:s3:arn": RECORD }],

  ["no root user of a site undoes its bucket's policy", "denied", ROOT(VIRGINIA), "s3:PutBucketPolicy", "arn:aws:s3:::larkspur-us-copies-virginia", TLS],
  ["no root user of the log account either", "denied", ROOT(LOGS), "s3:PutBucketPolicy", RECORDS, TLS],
  ["nobody in the accounts acts in another region", "denied", role(VIRGINIA, "us-sre"), "cloudwatch:GetMetricData", "*", { ...TLS, "aws:RequestedRegion": "eu-west-1", "aws:SourceIp": "203.0.113.1" }],
  ["who operates sees metrics in the site's own", "allowed", role(VIRGINIA, "us-sre"), "cloudwatch:GetMetricData", "*", { ...TLS, "aws:RequestedRegion": "us-east-1", "aws:SourceIp": "203.0.113.1" }],
  ["what carries copies on decrypts at its source", "allowed", role(VIRGINIA, "copy-replication"), "kms:Decrypt", COPIES_KEY, { ...VIA_S3, "kms:EncryptionContext:aws:s3:arn": COPY }],
];

describe("as the cloud would answer", () => {
  test.each(simulated("production", CASES))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});

describe("where others run the organization, and its policies aren't known here,", () => {
  const own = ROOT("100000000130");
  const asked: Asked = ["a root user may", "allowed", own, "s3:PutBucketPolicy", "arn:aws:s3:::larkspur-us-copies-virginia", TLS];
  test.each(simulated("staging", [asked]))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});

/** Resources of the organization, and accounts in which something is made. */
function madeBy(deployment: "production" | "staging" | "eu") {
  const { stacks } = synthesizedDeployment(deployment);
  const guardrails = stacks["backup-guardrails"];
  return {
    controls: resourcesOf(guardrails).filter(({ type }) => type.startsWith("aws_organizations_")),
    accounts: guardrails.provider.aws.flatMap((one: { allowed_account_ids: string[] }) => one.allowed_account_ids),
    trails: resourcesOf(guardrails).filter(({ type }) => type === "aws_cloudtrail"),
  };
}

describe("who runs the organization decides what is made of it:", () => {
  test("this deployment: control policies, each attached to the unit, and the trail of all accounts", () => {
    const { controls, accounts, trails } = madeBy("production");
    const attached = controls.filter(({ type }) => type === "aws_organizations_policy_attachment");
    expect(attached).toHaveLength(controls.filter(({ type }) => type === "aws_organizations_policy").length);
    expect(new Set(attached.map(({ args }) => args.target_id))).toEqual(new Set(["ou-lark-5purusdata"]));
    expect(accounts).toEqual([LOGS, MANAGEMENT]);
    expect(trails.map(({ args }) => args.is_organization_trail)).toEqual([true]);
  });

  test("others: nothing in the management account, and the log account's own trail", () => {
    const { controls, accounts, trails } = madeBy("staging");
    expect(controls).toEqual([]);
    expect(accounts).toEqual(["100000000120"]);
    expect(trails.map(({ args }) => args.is_organization_trail)).toEqual([false]);
  });
});

describe.each(["production", "staging", "eu"] as const)("%s", (deployment) => {
  const { stacks, deployment: configured } = synthesizedDeployment(deployment);
  const named = stackNames(deployment).filter((name) => name.startsWith("backup-"));

  test("every role on AWS that people from elsewhere enter has a boundary, and reads none of the records", () => {
    const foreign = configured.roles.filter(({ residency }) => residency !== configured.jurisdiction).map(({ name }) => name);
    const roles = named
      .flatMap((name) => resourcesOf(stacks[name]))
      .filter(({ type, args }) => type === "aws_iam_role" && foreign.includes(args.name));
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter(({ args }) => !args.permissions_boundary)).toEqual([]);
    expect(resourcesOf(stacks["backup-guardrails"]).filter(({ args }) => foreign.includes(args.name))).toEqual([]);
  });

  test("every site's trail writes into the records of the log account, with validation", () => {
    const trails = named.flatMap((name) => resourcesOf(stacks[name])).filter(({ type }) => type === "aws_cloudtrail");
    expect(trails).toHaveLength(configured.sites.length + 1);
    const bucket = resourcesOf(stacks["backup-guardrails"]).find(({ type }) => type === "aws_s3_bucket")?.args.bucket;
    for (const { args } of trails)
      expect(args).toMatchObject({ s3_bucket_name: bucket, enable_log_file_validation: true, is_multi_region_trail: true });
  });
});
