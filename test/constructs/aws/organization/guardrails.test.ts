import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { describe, expect, test } from "@jest/globals";
import { App, TerraformStack } from "cdktf";
import {
  OrganizationGuardrails,
  type OrganizationGuardrailsProps,
} from "../../../../constructs/aws/organization/organization-guardrails";
import { readPolicy } from "../../../../packages/perimeter/src/aws/policy/read";
import type { PolicyDocument, PolicyKind } from "../../../../packages/perimeter/src/aws/policy/syntax";
import { type AwsEstate, type RequestPrincipal, simulateAws } from "../../../../packages/perimeter/src/simulate/aws";

const SITE = "111122223333";
const LOGS = "222233334444";
const RETIRED = "333344445555";
const RUNNERS = "444455556666";
const ELSEWHERE = "999900001111";
const BUCKET = "arn:aws:s3:::acme-us-media";
const OBJECT = `${BUCKET}/a.jpg`;
const KEY = `arn:aws:kms:us-east-1:${SITE}:key/11112222-3333-4444-5555-666677778888`;
const SECRET = `arn:aws:secretsmanager:us-east-1:${SITE}:secret:us-copier-AbCdEf`;
const COPYING_ROLE = `arn:aws:iam::${SITE}:role/us/datasync-writer`;
const RECORDS = "arn:aws:s3:::acme-us-records";
const RECORD = `${RECORDS}/AWSLogs/a.json.gz`;

const role = (account: string, path: string) => `arn:aws:iam::${account}:role/${path}`;
const ROLES = {
  reader: role(SITE, "us/backup-restore"),
  pipeline: role(SITE, "us/deploy-pipeline"),
  custodian: role(SITE, "us/key-custodian"),
  breakGlass: role(SITE, "us/break-glass"),
  foreigner: role(SITE, "us/apac-engineering"),
  pretender: role(SITE, "international/deploy-pipeline"),
  outsider: role(ELSEWHERE, "us/backup-restore"),
  copier: COPYING_ROLE,
  retiringPipeline: role(RETIRED, "us/deploy-pipeline"),
  auditor: role(LOGS, "us/oracle-auditor"),
  logsPipeline: role(LOGS, "us/deploy-pipeline"),
  runner: role(RUNNERS, "us/pipeline-runner"),
} as const;

/** The control policies that `props` make, by name. */
function policiesFor(props: Partial<OrganizationGuardrailsProps> = {}): ReadonlyMap<string, { type: string; content: string }> {
  const outdir = mkdtempSync(join(tmpdir(), "guardrails-"));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "test");
    new OrganizationGuardrails(stack, "guardrails", {
      organization: "o-acme000000",
      unit: "ou-acme-usdata",
      prefix: "us",
      regions: ["us-east-1", "ap-southeast-1"],
      exempt: {
        pipeline: [role("*", "us/deploy-pipeline")],
        breakGlass: [role("*", "us/break-glass")],
        retiring: [role(RETIRED, "us/deploy-pipeline")],
      },
      readers: [
        { of: "Sites", elsewhere: [LOGS], content: [ROLES.reader, ROLES.copier], names: [ROLES.pipeline] },
        { of: "Logs", elsewhere: [SITE, RETIRED], content: [ROLES.auditor, ROLES.runner], names: [ROLES.logsPipeline] },
      ],
      admitted: [],
      provider: new AwsProvider(stack, "aws", { region: "us-east-1" }),
      ...props,
    });
    app.synth();
    const { resource } = JSON.parse(readFileSync(join(outdir, "stacks", "test", "cdk.tf.json"), "utf8"));
    const made: { name: string; type: string; content: string }[] = Object.values(resource.aws_organizations_policy);
    return new Map(made.map((policy) => [policy.name, policy]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function read(kind: PolicyKind, content: unknown): PolicyDocument {
  const { document, diagnostics } = readPolicy(kind, content);
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return document;
}

const attach = (address: string, kind: PolicyKind, content: unknown) => ({ address, document: read(kind, content) });
const ALLOW = { Effect: "Allow", Action: "*", Resource: "*" };
const anything = { Version: "2012-10-17", Statement: [ALLOW] };
/** As wide open as a resource can be, so that nothing but a guardrail denies. */
const toAnybody = (service: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: `${service}:*`, Resource: "*" }],
});
const bucketToAnybody = (bucket: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: [bucket, `${bucket}/*`] }],
});

/** Everybody may do everything, but for what the policies of these names deny. */
function estateUnder(policies: ReadonlyMap<string, { type: string; content: string }>, ...names: string[]): AwsEstate {
  const chosen = [...policies].filter(([name]) => names.length === 0 || names.includes(name));
  const of = (type: string, kind: PolicyKind) =>
    chosen.filter(([, policy]) => policy.type === type).map(([name, { content }]) => attach(name, kind, content));
  const membership = {
    organization: "o-acme000000",
    management: false,
    path: "o-acme000000/r-acme/ou-acme-usdata/",
    serviceControl: [
      { name: "unit", policies: [attach("FullAWSAccess", "scp", anything), ...of("SERVICE_CONTROL_POLICY", "scp")] },
    ],
    resourceControl: [{ name: "unit", policies: of("RESOURCE_CONTROL_POLICY", "rcp") }],
  };
  const roles = [...Object.values(ROLES)].map((arn) => ({
    kind: "role" as const,
    arn,
    policies: [attach("own", "identity", anything)],
    tags: new Map(),
    trust: attach("trust", "trust", {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"] }],
    }),
  }));
  return {
    accounts: [
      ...[SITE, LOGS, RETIRED].map((id) => ({ id, organization: membership })),
      { id: RUNNERS, organization: { ...membership, serviceControl: [], resourceControl: [] } },
      { id: ELSEWHERE, organization: "none" },
    ],
    principals: roles,
    resources: [
      ...[
        { arn: BUCKET, account: SITE },
        { arn: RECORDS, account: LOGS },
      ].map(({ arn, account }) => ({
        kind: "bucket" as const,
        arn,
        account,
        policy: attach("bucket", "bucket", bucketToAnybody(arn)),
        tags: new Map(),
      })),
      { kind: "key", arn: KEY, account: SITE, policy: attach("key", "key", toAnybody("kms")), tags: new Map(), grants: [] },
      {
        kind: "other",
        arn: SECRET,
        account: SITE,
        policy: attach("secret", "secret", toAnybody("secretsmanager")),
        tags: new Map(),
      },
    ],
    endpoints: [],
  };
}

type Who = keyof typeof ROLES | "root" | "service" | "anonymous";

function principalOf(who: Who): RequestPrincipal {
  if (who === "root") return { kind: "root", account: SITE };
  if (who === "service") return { kind: "service", name: "cloudtrail.amazonaws.com" };
  return who === "anonymous" ? { kind: "anonymous" } : { kind: "session", role: ROLES[who], name: "ann", policies: [] };
}

type Attempt = readonly [who: Who, action: string, resource: string, context?: Readonly<Record<string, string>>];

const USUAL = { "aws:RequestedRegion": "us-east-1", "aws:SecureTransport": "true" };
const decide = (estate: AwsEstate, [who, action, resource, context = {}]: Attempt) =>
  simulateAws(estate, {
    principal: principalOf(who),
    action,
    resource,
    context: new Map(Object.entries({ ...USUAL, ...context }).map(([key, value]) => [key, [value]])),
  }).decision;

const POLICIES = policiesFor();
const KINDS = { SERVICE_CONTROL_POLICY: "scp", RESOURCE_CONTROL_POLICY: "rcp" } as const;

describe("the control policies", () => {
  test.each([...POLICIES])("%s is one that AWS takes, within its size", (_, { type, content }) => {
    expect(readPolicy(KINDS[type as keyof typeof KINDS], content).diagnostics).toBeUndefined();
    expect(content.length).toBeLessThanOrEqual(5120);
  });

  test("leave room for the one of each type that AWS attaches by itself", () => {
    for (const type of Object.keys(KINDS))
      expect([...POLICIES.values()].filter((policy) => policy.type === type).length).toBeLessThanOrEqual(4);
  });
});

/** Each attempt, the policy that alone denies it, and its neighbour that all of them let pass. */
const ATTEMPTS: readonly (readonly [what: string, policy: string, denied: Attempt, passes: Attempt])[] = [
  [
    "another region",
    "us-regions",
    ["pipeline", "s3:CreateBucket", BUCKET, { "aws:RequestedRegion": "eu-west-1" }],
    ["pipeline", "s3:CreateBucket", BUCKET, { "aws:RequestedRegion": "ap-southeast-1" }],
  ],
  ["another service", "us-regions", ["pipeline", "lambda:CreateFunction", "*"], ["pipeline", "datasync:CreateTask", "*"]],
  ["the root user", "us-regions", ["root", "s3:GetBucketPolicy", BUCKET], ["pipeline", "s3:GetBucketPolicy", BUCKET]],
  ["publishing", "us-stores", ["pipeline", "s3:PutBucketAcl", BUCKET], ["pipeline", "s3:GetBucketAcl", BUCKET]],
  [
    "the switch against publishing",
    "us-stores",
    ["breakGlass", "s3:PutBucketPublicAccessBlock", BUCKET],
    ["pipeline", "s3:PutBucketPublicAccessBlock", BUCKET],
  ],
  [
    "a pipeline by name on another path",
    "us-stores",
    ["pretender", "s3:PutBucketPolicy", BUCKET],
    ["pipeline", "s3:PutBucketPolicy", BUCKET],
  ],
  ["an access point", "us-stores", ["pipeline", "s3:CreateAccessPoint", "*"], ["pipeline", "s3:ListAccessPoints", "*"]],
  [
    "an inventory",
    "us-stores",
    ["pipeline", "s3:PutInventoryConfiguration", BUCKET],
    ["pipeline", "s3:PutMetricsConfiguration", BUCKET],
  ],
  [
    "replication by others",
    "us-stores",
    ["custodian", "s3:PutReplicationConfiguration", BUCKET],
    ["pipeline", "s3:PutReplicationConfiguration", BUCKET],
  ],
  ["a locked version", "us-stores", ["reader", "s3:DeleteObjectVersion", OBJECT], ["reader", "s3:GetObjectVersion", OBJECT]],
  ["a key's policy", "us-keys", ["custodian", "kms:PutKeyPolicy", KEY], ["pipeline", "kms:PutKeyPolicy", KEY]],
  [
    "a grant by a person",
    "us-keys",
    ["pipeline", "kms:CreateGrant", KEY],
    ["pipeline", "kms:CreateGrant", KEY, { "kms:GrantIsForAWSResource": "true" }],
  ],
  [
    "a key's end, while anything rests under it",
    "us-keys",
    ["pipeline", "kms:ScheduleKeyDeletion", KEY],
    ["retiringPipeline", "kms:ScheduleKeyDeletion", KEY],
  ],
  ["a key's end by who rotates it", "us-keys", ["custodian", "kms:DisableKey", KEY], ["custodian", "kms:EnableKey", KEY]],
  ["a key's policy in an emergency", "us-keys", ["breakGlass", "kms:PutKeyPolicy", KEY], ["breakGlass", "kms:GetKeyPolicy", KEY]],
  ["passing a copying role", "us-keys", ["custodian", "iam:PassRole", COPYING_ROLE], ["pipeline", "iam:PassRole", COPYING_ROLE]],
  ["making a role again", "us-keys", ["reader", "iam:CreateRole", ROLES.reader], ["breakGlass", "iam:CreateRole", ROLES.reader]],
  [
    "a user's key",
    "us-keys",
    ["breakGlass", "iam:CreateAccessKey", `arn:aws:iam::${SITE}:user/x`],
    ["breakGlass", "iam:ListAccessKeys", `arn:aws:iam::${SITE}:user/x`],
  ],
  [
    "an issuer beside the domain",
    "us-keys",
    ["pipeline", "iam:CreateOpenIDConnectProvider", "*"],
    ["pipeline", "iam:CreateSAMLProvider", "*"],
  ],
  ["copies pointed elsewhere", "us-records", ["custodian", "datasync:UpdateTask", "*"], ["pipeline", "datasync:UpdateTask", "*"]],
  ["a trail that stops", "us-records", ["pipeline", "cloudtrail:StopLogging", "*"], ["pipeline", "cloudtrail:StartLogging", "*"]],
  [
    "leaving the organization",
    "us-records",
    ["breakGlass", "organizations:LeaveOrganization", "*"],
    ["breakGlass", "organizations:DescribeOrganization", "*"],
  ],
  ["an outsider", "us-perimeter", ["outsider", "s3:PutObject", OBJECT], ["foreigner", "s3:PutObject", OBJECT]],
  ["nobody in particular", "us-perimeter", ["anonymous", "s3:PutObject", OBJECT], ["service", "s3:PutObject", OBJECT]],
  [
    "a service for somebody else's account",
    "us-perimeter",
    ["service", "s3:PutObject", OBJECT, { "aws:SourceAccount": ELSEWHERE }],
    ["service", "s3:PutObject", OBJECT, { "aws:SourceAccount": SITE, "aws:SourceOrgID": "o-acme000000" }],
  ],
  [
    "plain text",
    "us-perimeter",
    ["reader", "s3:GetObject", OBJECT, { "aws:SecureTransport": "false" }],
    ["reader", "s3:GetObject", OBJECT],
  ],
  ["a foreign reader", "us-readers", ["foreigner", "s3:GetObject", OBJECT], ["reader", "s3:GetObject", OBJECT]],
  ["a foreign list of names", "us-readers", ["foreigner", "s3:ListBucket", BUCKET], ["reader", "s3:ListBucket", BUCKET]],
  ["a reader of the same name elsewhere", "us-readers", ["outsider", "s3:GetObject", OBJECT], ["copier", "s3:GetObject", OBJECT]],
  [
    "a reader of the registry who reads elsewhere",
    "us-readers",
    ["auditor", "s3:GetObject", OBJECT],
    ["auditor", "s3:GetObject", RECORD],
  ],
  ["a reader of copies at the records", "us-readers", ["reader", "s3:GetObject", RECORD], ["runner", "s3:GetObject", RECORD]],
  ["content for the pipeline", "us-readers", ["pipeline", "s3:GetObject", OBJECT], ["pipeline", "s3:ListBucket", BUCKET]],
  ["a role that nobody listed", "us-readers", ["breakGlass", "kms:Decrypt", KEY], ["copier", "kms:Decrypt", KEY]],
  ["foreign decryption", "us-readers", ["foreigner", "kms:Decrypt", KEY], ["reader", "kms:Decrypt", KEY]],
  [
    "the credential",
    "us-readers",
    ["foreigner", "secretsmanager:GetSecretValue", SECRET],
    ["copier", "secretsmanager:GetSecretValue", SECRET],
  ],
];

describe("everybody may do everything, and is still denied", () => {
  test.each(ATTEMPTS)("%s, by %s alone", (_, policy, denied) => {
    expect(decide(estateUnder(POLICIES, policy), denied)).toBe("denied");
    expect(decide(estateUnder(new Map()), denied)).toBe("allowed");
  });

  test.each(ATTEMPTS)("%s: all of them let the neighbour of what %s denies pass", (_what, _policy, _denied, passes) => {
    expect(decide(estateUnder(POLICIES), passes)).toBe("allowed");
  });
});

test("a resource whose account no request tells is held to every list of readers", () => {
  const estate = estateUnder(POLICIES, "us-readers");
  const nameless = { "aws:ResourceAccount": [] };
  const asked = (who: Who, context: Readonly<Record<string, readonly string[]>>) =>
    simulateAws(estate, {
      principal: principalOf(who),
      action: "s3:GetObject",
      resource: OBJECT,
      context: new Map(Object.entries({ "aws:SecureTransport": ["true"], ...context })),
    }).decision;
  expect([asked("reader", nameless), asked("reader", {})]).toEqual(["denied", "allowed"]);
});

describe("what is refused", () => {
  const many = Array.from({ length: 60 }, (_, index) => role(SITE, `us/reader-of-copies-${index}`));
  test("readers by the dozen, whose policy Organizations would refuse for its length", () => {
    const sites = (content: readonly string[]) =>
      policiesFor({ readers: [{ of: "Sites", elsewhere: [LOGS], content, names: [] }] });
    expect(() => sites(many)).toThrow(/control policy "us-readers" has \d+ characters/);
    expect(() => sites(many.slice(0, 20))).not.toThrow();
  });
  test("readers of nothing", () => expect(() => policiesFor({ readers: [] })).toThrow(/say nothing of readers/));
});

describe("where no region is that of the global services", () => {
  const fence = estateUnder(policiesFor({ regions: ["eu-central-1"] }), "us-regions");
  const inGlobal = (action: string) => decide(fence, ["pipeline", action, "*"]);

  test("what watches them may stand there, and nothing else may", () => {
    expect(["events:PutRule", "sns:CreateTopic", "iam:ListRoles"].map(inGlobal)).toEqual(["allowed", "allowed", "allowed"]);
    expect(["s3:CreateBucket", "ec2:RunInstances", "kms:CreateKey"].map(inGlobal)).toEqual(["denied", "denied", "denied"]);
  });

  test("nor may it stand in a third region", () => {
    expect(decide(fence, ["pipeline", "events:PutRule", "*", { "aws:RequestedRegion": "us-west-2" }])).toBe("denied");
    expect(decide(fence, ["pipeline", "events:PutRule", "*", { "aws:RequestedRegion": "eu-central-1" }])).toBe("allowed");
  });
});
