import { describe, expect, test } from "@jest/globals";
import { OVERSIGHT } from "../../src/guarantees/oversight";
import { ACCOUNT, allowed, document, PARTNER, READ as READS_MEDIA, type Statement } from "../support/aws-estate";
import { data, lock, MODEL, READS_RECORDS, READS_RULES, RECORDS, recordedStack, SELECTORS, trail } from "../support/aws-records";
import { merged, type Resources } from "../support/oci-estate";
import { briefProof, proofOf } from "../support/proof-of";

const about = (...more: readonly Resources[]) => briefProof(proofOf(OVERSIGHT, recordedStack(...more), MODEL));
const TRAIL = (more: object): Resources => ({ aws_cloudtrail: { all: trail(more) } });
const SELECTED = (...fields: readonly object[]) => TRAIL({ advanced_event_selector: [SELECTORS[0], data(...fields)] });
const CLASSIC = (...selectors: readonly object[]) =>
  TRAIL({ advanced_event_selector: undefined, event_selector: selectors.length > 0 ? selectors : undefined });
const OBJECTS = (...values: readonly string[]) => [{ type: "AWS::S3::Object", values }];
const MANAGEMENT = (...fields: readonly object[]) =>
  TRAIL({
    advanced_event_selector: [{ field_selector: [{ field: "eventCategory", equals: ["Management"] }, ...fields] }, SELECTORS[1]],
  });
const LOCK = (more: object): Resources => ({ aws_s3_bucket_object_lock_configuration: { records: lock(more) } });
const UNLOCKED_RECORDS = LOCK({ mode: "GOVERNANCE" });
const MEDIA = "arn:aws:s3:::user-media/";
const READ = "oversight/unrecorded-read nobody: media";
const CHANGE = "oversight/unrecorded-change nobody: undefined";
const UNLOCKED = "oversight/alterable-record nobody: undefined";
const APAC = "oversight/alterable-record role apac-ops: undefined";
const BLIND = "oversight/auditor-blind role auditor: undefined";
const act = (Action: string | readonly string[], Resource: string | readonly string[] = "*"): Statement => ({ Action, Resource });

type Row = readonly [name: string, more: readonly Resources[], said: readonly string[]];

/** What was changed in an account that holds; beside each a look-alike that gives nothing. */
const READS: readonly Row[] = [
  ["everything is recorded", [], ["holds"]],
  ["the trail has no selectors", [CLASSIC()], ["violated", READ]],
  ["data events of all buckets", [SELECTED()], ["holds"]],
  ["… of all that begin like this one", [SELECTED({ field: "resources.ARN", starts_with: ["arn:aws:s3:::user-"] })], ["holds"]],
  ["… of another", [SELECTED({ field: "resources.ARN", starts_with: ["arn:aws:s3:::logs/"] })], ["violated", READ]],
  ["… of this one among others", [SELECTED({ field: "resources.ARN", starts_with: ["arn:aws:s3:::logs/", MEDIA] })], ["holds"]],
  ["… below a prefix in it", [SELECTED({ field: "resources.ARN", starts_with: [`${MEDIA}a/`] })], ["violated", READ]],
  ["… of one object in it", [SELECTED({ field: "resources.ARN", equals: [`${MEDIA}a`] })], ["violated", READ]],
  ["… of all but those in it", [SELECTED({ field: "resources.ARN", not_starts_with: [MEDIA] })], ["violated", READ]],
  ["… of all but those of another", [SELECTED({ field: "resources.ARN", not_starts_with: ["arn:aws:s3:::logs/"] })], ["holds"]],
  [
    "… of all but some in it",
    [SELECTED({ field: "resources.ARN", not_starts_with: [`${MEDIA}thumbnails/`] })],
    ["violated", READ],
  ],
  ["… that only read", [SELECTED({ field: "readOnly", equals: ["true"] })], ["holds"]],
  ["… that write", [SELECTED({ field: "readOnly", equals: ["false"] })], ["violated", READ]],
  ["… of one call", [SELECTED({ field: "eventName", equals: ["GetObject"] })], ["violated", READ]],
  ["… of S3", [SELECTED({ field: "eventSource", equals: ["s3.amazonaws.com"] })], ["holds"]],
  [
    "… but those of one role",
    [SELECTED({ field: "userIdentity.arn", not_equals: ["arn:aws:iam::1:role/x"] })],
    ["violated", READ],
  ],
  ["… by reference", [SELECTED({ field: "resources.ARN", starts_with: ["${aws_s3_bucket.media.arn}/"] })], ["holds"]],
  [
    "… of another by reference",
    [SELECTED({ field: "resources.ARN", starts_with: ["${aws_s3_bucket.logs.arn}/"] })],
    ["violated", READ],
  ],
  ["a classic selector of this bucket", [CLASSIC({ data_resource: OBJECTS(MEDIA) })], ["holds"]],
  ["… without the slash behind it", [CLASSIC({ data_resource: OBJECTS("arn:aws:s3:::user-media") })], ["violated", READ]],
  ["… of all buckets", [CLASSIC({ data_resource: OBJECTS("arn:aws:s3") })], ["holds"]],
  [
    "… of functions",
    [CLASSIC({ data_resource: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] })],
    ["violated", READ],
  ],
  ["… that writes alone", [CLASSIC({ read_write_type: "WriteOnly", data_resource: OBJECTS(MEDIA) })], ["violated", READ]],
  ["the trail is off", [TRAIL({ enable_logging: false })], ["violated", CHANGE, READ]],
  ["the trail is on", [TRAIL({ enable_logging: true })], ["holds"]],
  ["the trail writes into another bucket", [TRAIL({ s3_bucket_name: "${aws_s3_bucket.logs.id}" })], ["violated", CHANGE, READ]],
  ["… into one that nobody knows", [TRAIL({ s3_bucket_name: "elsewhere" })], ["violated", CHANGE, READ]],
  ["… into the evidence by name", [TRAIL({ s3_bucket_name: "records" })], ["holds"]],
  ["the trail is of one region, the bucket's", [TRAIL({ is_multi_region_trail: false })], ["violated", CHANGE]],
  ["… of another", [TRAIL({ is_multi_region_trail: false, region: "eu-west-1" })], ["violated", CHANGE, READ]],
];

const CHANGES: readonly Row[] = [
  ["changes alone are recorded of what is no read", [MANAGEMENT({ field: "readOnly", equals: ["false"] })], ["holds"]],
  ["management events that only read", [MANAGEMENT({ field: "readOnly", equals: ["true"] })], ["violated", CHANGE]],
  ["all but KMS", [MANAGEMENT({ field: "eventSource", not_equals: ["kms.amazonaws.com"] })], ["violated", CHANGE]],
  ["all but the RDS Data API", [MANAGEMENT({ field: "eventSource", not_equals: ["rdsdata.amazonaws.com"] })], ["holds"]],
  ["data events alone", [TRAIL({ advanced_event_selector: [SELECTORS[1]] })], ["violated", CHANGE]],
  [
    "a classic selector without management events",
    [CLASSIC({ include_management_events: false, data_resource: OBJECTS(MEDIA) })],
    ["violated", CHANGE],
  ],
  [
    "… and another with them",
    [CLASSIC({ include_management_events: false, data_resource: OBJECTS(MEDIA) }, { include_management_events: true })],
    ["holds"],
  ],
  [
    "… of all but KMS",
    [CLASSIC({ exclude_management_event_sources: ["kms.amazonaws.com"], data_resource: OBJECTS(MEDIA) })],
    ["violated", CHANGE],
  ],
  ["… that reads alone", [CLASSIC({ read_write_type: "ReadOnly", data_resource: OBJECTS(MEDIA) })], ["violated", CHANGE]],
  ["global services are left out", [TRAIL({ include_global_service_events: false })], ["violated", CHANGE]],
  ["global services are in", [TRAIL({ include_global_service_events: true })], ["holds"]],
  ["files don't show their gaps", [TRAIL({ enable_log_file_validation: undefined })], ["violated", CHANGE]],
  [
    "a second trail has what the first lacks",
    [{ aws_cloudtrail: { all: trail({ enable_logging: false }), second: trail({ name: "second" }) } }],
    ["holds"],
  ],
];

const ALTERED: readonly Row[] = [
  ["the lock yields to governance", [UNLOCKED_RECORDS], ["violated", UNLOCKED]],
  ["the lock is of years", [LOCK({ days: undefined, years: 1 })], ["holds"]],
  ["the lock is of no time", [LOCK({ days: undefined })], ["violated", UNLOCKED]],
  [
    "the lock is another bucket's",
    [{ aws_s3_bucket_object_lock_configuration: { records: { ...lock({}), bucket: "${aws_s3_bucket.logs.id}" } } }],
    ["violated", UNLOCKED],
  ],
  ["somebody foreign stops the trail", [allowed("apac_ops", act("cloudtrail:StopLogging"))], ["violated", APAC]],
  [
    "… another one",
    [allowed("apac_ops", act("cloudtrail:StopLogging", `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/other`))],
    ["holds"],
  ],
  ["… looks at it", [allowed("apac_ops", act(["cloudtrail:GetTrail", "cloudtrail:LookupEvents"]))], ["holds"]],
  ["somebody foreign selects other events", [allowed("apac_ops", act("cloudtrail:PutEventSelectors"))], ["violated", APAC]],
  ["somebody foreign deletes the key of the records", [allowed("apac_ops", act("kms:ScheduleKeyDeletion"))], ["violated", APAC]],
  [
    "somebody foreign deletes records under a lock that doesn't yield",
    [allowed("apac_ops", act("s3:DeleteObjectVersion", "arn:aws:s3:::records/*"))],
    ["holds"],
  ],
  [
    "… under one that does",
    [
      UNLOCKED_RECORDS,
      allowed("apac_ops", act(["s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"], "arn:aws:s3:::records/*")),
    ],
    ["violated", APAC, UNLOCKED],
  ],
  [
    "somebody foreign changes the policy of the records",
    [allowed("apac_ops", act("s3:PutBucketPolicy", "arn:aws:s3:::records"))],
    ["violated", APAC],
  ],
  ["… of another bucket", [allowed("apac_ops", act("s3:PutBucketPolicy", "arn:aws:s3:::logs"))], ["holds"]],
  [
    "somebody foreign shortens the lock of what is to come",
    [allowed("apac_ops", act("s3:PutBucketObjectLockConfiguration", "arn:aws:s3:::records"))],
    ["violated", APAC],
  ],
  [
    "somebody foreign may attach any policy to itself",
    [allowed("apac_ops", act("iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/apac-ops`))],
    ["violated", APAC],
  ],
  [
    "somebody foreign assumes who may",
    [
      allowed("us_data", act("cloudtrail:StopLogging")),
      allowed("apac_ops", act("sts:AssumeRole", `arn:aws:iam::${ACCOUNT}:role/us-data`)),
    ],
    ["violated", APAC],
  ],
  ["somebody inside who reads and runs no store stops the trail", [allowed("us_data", act("cloudtrail:StopLogging"))], ["holds"]],
  [
    "a reader of the store stops the trail",
    [allowed("us_restore", ...READS_MEDIA, act("cloudtrail:StopLogging"))],
    ["violated", "oversight/alterable-record role us-restore: undefined"],
  ],
  [
    "somebody who deletes what is in the store stops the trail",
    [allowed("us_data", act("s3:DeleteObject", "arn:aws:s3:::user-media/*"), act("cloudtrail:StopLogging"))],
    ["violated", "oversight/alterable-record role us-data: undefined"],
  ],
  ["a reader of the store reads it", [allowed("us_restore", ...READS_MEDIA)], ["holds"]],
  [
    "another account deletes the key",
    [
      {
        aws_kms_key: {
          records: {
            description: "records",
            policy: document(
              { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
              { Principal: { AWS: `arn:aws:iam::${PARTNER}:root` }, Action: "kms:ScheduleKeyDeletion", Resource: "*" },
            ),
          },
        },
      },
    ],
    ["violated", `oversight/alterable-record account ${PARTNER}: undefined`],
  ],
];

const AUDITOR: readonly Row[] = [
  ["the auditor reads no records", [allowed("auditor", READS_RULES)], ["violated", BLIND]],
  ["… has no key to them", [allowed("auditor", READS_RECORDS[0] as Statement, READS_RULES)], ["violated", BLIND]],
  ["the auditor reads no rules", [allowed("auditor", ...READS_RECORDS)], ["violated", BLIND]],
  ["… reads them by one call", [allowed("auditor", ...READS_RECORDS, act("iam:GetAccountAuthorizationDetails"))], ["holds"]],
  ["… reads names of roles alone", [allowed("auditor", ...READS_RECORDS, act("iam:ListRoles"))], ["violated", BLIND]],
  [
    "the auditor reads content",
    [allowed("auditor", ...READS_RECORDS, READS_RULES, act("s3:GetObject"))],
    ["violated", "oversight/auditor-reads role auditor: media"],
  ],
  [
    "… of another bucket",
    [allowed("auditor", ...READS_RECORDS, READS_RULES, act("s3:GetObject", "arn:aws:s3:::logs/*"))],
    ["holds"],
  ],
];

describe("reads:", () => test.each(READS)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
describe("changes:", () => test.each(CHANGES)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
describe("who alters them:", () => test.each(ALTERED)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
describe("the auditor:", () => test.each(AUDITOR)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));

test("a trail of another account records nothing here, unless it is its organization's", () => {
  const { "a.tf.json": stack } = recordedStack() as { "a.tf.json": { resource: Resources; provider: object } };
  const { aws_cloudtrail: _, ...rest } = stack.resource;
  const elsewhere = (more: object) => ({
    "a.tf.json": { ...stack, resource: rest },
    "b.tf.json": {
      provider: { aws: [{ region: "us-east-1", allowed_account_ids: [PARTNER] }] },
      resource: { aws_cloudtrail: { all: { ...trail(more), s3_bucket_name: "records" } } },
    },
  });
  expect(briefProof(proofOf(OVERSIGHT, elsewhere({}), MODEL))).toEqual(["violated", CHANGE, READ]);
  expect(briefProof(proofOf(OVERSIGHT, elsewhere({ is_organization_trail: true }), MODEL))).toEqual(["holds"]);
});

test("an event data store that is declared is a record and its evidence", () => {
  const store = (more: object): Resources => ({
    aws_cloudtrail_event_data_store: { lake: { name: "lake", advanced_event_selector: SELECTORS, ...more } },
  });
  const { aws_cloudtrail: _, ...rest } = RECORDS;
  const model = MODEL.replace("evidence: aws_s3_bucket.records", "evidence: aws_cloudtrail_event_data_store.lake");
  const stack = (more: Resources) => {
    const { "a.tf.json": one } = recordedStack(more) as { "a.tf.json": { resource: Resources } };
    const { aws_cloudtrail: __, ...resource } = one.resource;
    return { "a.tf.json": { ...one, resource } };
  };
  expect(Object.keys(rest)).not.toContain("aws_cloudtrail");
  const said = (more: Resources) => briefProof(proofOf(OVERSIGHT, stack(more), model)).filter((one) => !one.includes("auditor"));
  expect(said(store({}))).toEqual([expect.anything()]);
  expect(said(store({ suspend: "true" }))).toEqual(["violated", CHANGE, READ]);
  expect(said(merged(store({}), allowed("apac_ops", act("cloudtrail:DeleteEventDataStore"))))).toEqual(["violated", APAC]);
});

test("the store of the secrets that open things is read by management events", () => {
  const secret: Resources = { aws_secretsmanager_secret: { media: { name: "media" } } };
  const model = MODEL.replace("media: aws_s3_bucket.media", "media: aws_secretsmanager_secret.media");
  const said = (more: Resources) => briefProof(proofOf(OVERSIGHT, recordedStack(secret, more), model));
  expect(said({})).toEqual(["holds"]);
  expect(said(MANAGEMENT({ field: "readOnly", equals: ["false"] }))).toEqual(["violated", READ]);
});

test("a table is read by data events of its own", () => {
  const table: Resources = { aws_dynamodb_table: { media: { name: "media", hash_key: "id" } } };
  const model = MODEL.replace("media: aws_s3_bucket.media", "media: aws_dynamodb_table.media");
  // Who reads its indexes is a question of their own.
  const said = (more: Resources) =>
    proofOf(OVERSIGHT, recordedStack(table, more), model).findings.map(({ rule, asset }) => `${rule} ${asset?.name}`);
  const of = (type: string) => ({
    field_selector: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: [type] },
    ],
  });
  expect(said({})).toEqual(["oversight/unrecorded-read media"]);
  expect(said(TRAIL({ advanced_event_selector: [SELECTORS[0], of("AWS::DynamoDB::Table")] }))).toEqual([]);
  expect(said(TRAIL({ advanced_event_selector: [SELECTORS[0], of("AWS::DynamoDB::Stream")] }))).toEqual([
    "oversight/unrecorded-read media",
  ]);
});

describe("what isn't known is never a pass:", () => {
  test.each<[string, readonly Resources[], string]>([
    ["what a trail selects", [TRAIL({ advanced_event_selector: "${var.selectors}" })], "a/aws_cloudtrail.all"],
    ["of what it records", [SELECTED({ field: "resources.ARN", starts_with: ["${var.arn}"] })], "a/aws_cloudtrail.all"],
    ["whether it is on", [TRAIL({ enable_logging: "${var.on}" })], "a/aws_cloudtrail.all"],
    ["whether it is of every region", [TRAIL({ is_multi_region_trail: "${var.all}" })], "a/aws_cloudtrail.all"],
    ["where it writes", [TRAIL({ s3_bucket_name: "${var.bucket}" })], "a/aws_cloudtrail.all"],
    ["whether its files show their gaps", [TRAIL({ enable_log_file_validation: "${var.on}" })], "a/aws_cloudtrail.all"],
    ["the mode of the lock", [LOCK({ mode: "${var.mode}" })], "a/aws_s3_bucket_object_lock_configuration.records"],
  ])("%s", (_, more, address) => {
    const [verdict, ...reasons] = about(...more);
    expect([verdict, reasons.filter((reason) => !reason.startsWith("?"))]).toEqual(["undecided", []]);
    expect(reasons.join("\n")).toContain(address);
  });
});
