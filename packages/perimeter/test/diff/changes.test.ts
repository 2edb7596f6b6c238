import { describe, expect, test } from "@jest/globals";
import * as aws from "../support/aws-estate";
import { briefly, differenceOf, type Side } from "../support/difference-of";
import { type Resources, statements, TENANCY } from "../support/oci-estate";
import { awsSide, ociSide, replicatedSide, STATEMENTS } from "./support/estates";

const OCI = ociSide();
const AWS = awsSide();
const REPLICATED = replicatedSide();

/** A side with a text in the place of another, wherever it stands. */
function changed(side: Side, ...changes: readonly (readonly [string, string])[]): Side {
  const change = (text: string) => changes.reduce((told, [from, to]) => told.replaceAll(from, to), text);
  const after = { documents: JSON.parse(change(JSON.stringify(side.documents))), model: change(side.model) };
  if (JSON.stringify(after) === JSON.stringify({ documents: side.documents, model: side.model }))
    throw new Error("nothing was changed");
  return after;
}
const plus = (...more: readonly string[]) => ociSide(policy("more", ...more));
const policy = (name: string, ...all: readonly string[]): Resources => ({
  oci_identity_policy: { [name]: { compartment_id: TENANCY, name, description: "d", statements: all } },
});
const without = (at: number): Side => ({
  ...OCI,
  documents: ociSide(statements(...STATEMENTS.filter((_, index) => index !== at))).documents,
});
const bucketPolicy = (...all: readonly aws.Statement[]): Resources => ({
  aws_s3_bucket_policy: { media: { bucket: "${aws_s3_bucket.media.id}", policy: aws.document(...all) } },
});
const SITE = "sites: { s: { aws: us-east-1, phase: frozen, since: 2026-03-01 } }\n";
const modelled = (side: Side, more: string): Side => ({ ...side, model: `${side.model}${more}` });

type Row = readonly [string, Side, Side, boolean, readonly string[]];
const TABLE: readonly Row[] = [
  [
    "a group reads a store",
    OCI,
    plus("allow group us-data to read objects in compartment stores"),
    true,
    [
      "gained content: group us-data on media",
      "access worse: holds → violated",
      "new access/undeclared-read us-data: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "a foreign group reads a store",
    OCI,
    changed(without(5), [
      "allow group apac-eng to read objects in compartment other",
      "allow group apac-eng to read objects in tenancy",
    ]),
    true,
    [
      "gained content: group apac-eng on media",
      "widened metadata: group apac-eng on media",
      "access worse: holds → violated",
      "new access/direct-read apac-eng: media",
      "new access/over-budget nobody: media",
    ],
  ],
  ["a denial is gone that kept nobody from anything", OCI, without(5), false, []],
  [
    "somebody whom no role lists reads",
    OCI,
    plus("allow group contractors to read objects in compartment stores"),
    true,
    [
      "gained content: group contractors on media",
      "access worse: holds → violated",
      "new access/direct-read contractors: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "everybody reads",
    OCI,
    plus("allow any-user to read objects in compartment stores"),
    true,
    [
      "gained content: any-user any-user on media",
      "gained content: dynamic-group us-app on media",
      "gained content: group us-data on media",
      "widened content: group us-sre on media",
      "access worse: holds → violated",
      "new access/direct-read any-user: media",
      "new access/undeclared-read us-app: media",
      "new access/undeclared-read us-data: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "a condition is dropped",
    OCI,
    changed(OCI, [", request.networkSource.name = 'office'", ""]),
    true,
    ["widened content: group us-sre on media"],
  ],
  [
    "a condition asks for another network",
    OCI,
    changed(OCI, ["'office'", "'home'"]),
    true,
    ["changed content: group us-sre on media"],
  ],
  [
    "… for one network more",
    OCI,
    changed(OCI, ["request.networkSource.name = 'office'", "request.networkSource.name in ('office', 'home')"]),
    true,
    ["widened content: group us-sre on media"],
  ],
  [
    "… for a pattern that has the name",
    OCI,
    changed(OCI, ["request.networkSource.name = 'office'", "request.networkSource.name = /off*/"]),
    true,
    ["widened content: group us-sre on media"],
  ],
  [
    "a condition asks for more",
    OCI,
    changed(OCI, [
      "request.networkSource.name = 'office'",
      "request.networkSource.name = 'office', request.operation = 'GetObject'",
    ]),
    false,
    ["narrowed content: group us-sre on media", "lost metadata: group us-sre on media"],
  ],
  [
    "a condition asks for a region",
    OCI,
    changed(OCI, ["request.networkSource.name = 'office'", "request.networkSource.name = 'office', request.region = 'phx'"]),
    false,
    ["narrowed content: group us-sre on media"],
  ],
  [
    "a time limit is put off",
    OCI,
    changed(OCI, ["2027-06-01", "2028-06-01"]),
    true,
    ["widened metadata: group apac-eng on media"],
  ],
  [
    "a time limit comes sooner",
    OCI,
    changed(OCI, ["2027-06-01", "2027-01-01"]),
    false,
    ["narrowed metadata: group apac-eng on media"],
  ],
  ["a reader is gone", OCI, without(0), false, ["lost content: group us-sre on media"]],
  ["whoever sees buckets is gone", OCI, without(1), false, ["lost metadata: group us-data on media"]],
  [
    "whoever lists may read",
    OCI,
    changed(OCI, ["allow group us-data to inspect buckets in tenancy", "allow group us-data to read object-family in tenancy"]),
    true,
    [
      "gained content: group us-data on media",
      "access worse: holds → violated",
      "new access/undeclared-read us-data: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "whoever reads may delete as well",
    OCI,
    changed(OCI, ["allow group us-sre to read objects", "allow group us-sre to manage objects"]),
    false,
    [],
  ],
  [
    "a group writes policies",
    OCI,
    plus("allow group us-data to manage policies in tenancy"),
    true,
    [
      "gained administer: group us-data on media",
      "trust added: group us-data",
      "access worse: holds → violated",
      "new access/undeclared-trust us-data: media",
    ],
  ],
  ["… but elsewhere alone", OCI, plus("allow group us-data to manage policies in compartment other"), false, []],
  [
    "… and is trusted with it",
    OCI,
    changed(plus("allow group us-data to manage policies in tenancy"), [
      "trusted: [Administrators]",
      "trusted: [Administrators, us-data]",
    ]),
    true,
    ["trust added: group us-data", "loosened: trusted"],
  ],
  [
    "a foreign group makes users members of groups",
    OCI,
    plus("allow group apac-eng to manage groups in tenancy", "allow group apac-eng to manage users in tenancy"),
    true,
    [
      "gained content: group apac-eng on media",
      "trust added: group apac-eng",
      "access worse: holds → violated",
      "residency worse: holds → violated",
      "new access/escalation apac-eng: media",
      "new residency/flow-outside apac-eng: media",
    ],
  ],
  [
    "a foreign group takes keys away",
    OCI,
    plus("allow group apac-eng to manage keys in tenancy"),
    true,
    [
      "gained administer: group apac-eng on media",
      "trust added: group apac-eng",
      "access worse: holds → violated",
      "new access/key-export apac-eng: media",
    ],
  ],
  [
    "the denial doesn't name objects any more",
    OCI,
    changed(plus("allow group apac-eng to read objects in compartment stores"), [
      "deny group apac-eng to inspect objects",
      "deny group apac-eng to inspect volumes",
    ]),
    true,
    [
      "gained content: group apac-eng on media",
      "widened metadata: group apac-eng on media",
      "access worse: holds → violated",
      "new access/direct-read apac-eng: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "the bucket is public",
    OCI,
    changed(OCI, ["NoPublicAccess", "ObjectRead"]),
    true,
    ["access worse: holds → violated", "new access/anonymous anonymous: media"],
  ],
  [
    "a link bears the right to read",
    OCI,
    ociSide({
      oci_objectstorage_preauthrequest: {
        l: {
          bucket: "user-media",
          namespace: "ns",
          name: "l",
          access_type: "AnyObjectRead",
          time_expires: "2027-01-01T00:00:00Z",
        },
      },
    }),
    true,
    ["access worse: holds → violated", "new access/bearer-link anonymous: media"],
  ],
  [
    "… to write, which reads nothing",
    OCI,
    ociSide({
      oci_objectstorage_preauthrequest: {
        l: {
          bucket: "user-media",
          namespace: "ns",
          name: "l",
          access_type: "AnyObjectWrite",
          time_expires: "2027-01-01T00:00:00Z",
        },
      },
    }),
    false,
    [],
  ],
  [
    "the key is another",
    OCI,
    changed(
      ociSide({
        oci_kms_key: {
          next: {
            compartment_id: "${oci_identity_compartment.stores.id}",
            display_name: "next",
            management_endpoint: "https://v",
          },
        },
      }),
      ['"kms_key_id":"${oci_kms_key.media.id}"', '"kms_key_id":"${oci_kms_key.next.id}"'],
    ),
    false,
    ["key of media: a/oci_kms_key.media → a/oci_kms_key.next"],
  ],
  [
    "the key is the service's",
    OCI,
    changed(OCI, [',"kms_key_id":"${oci_kms_key.media.id}"', ""]),
    false,
    ["key of media: a/oci_kms_key.media → of the service"],
  ],
  ["the bucket has another name in the cloud", OCI, changed(OCI, ["user-media", "user-media-2"]), true, ["store moved: media"]],
  [
    "the group has another name in the cloud, and statements the old one",
    OCI,
    changed(OCI, ['"name":"us-sre"', '"name":"us-sre-2"']),
    true,
    [
      "loosened: roles.us-sre.residency",
      "loosened: roles.us-sre.content",
      "tightened: roles.us-sre.residency",
      "tightened: roles.us-sre.content",
      "access worse: holds → violated",
      "new access/direct-read us-sre: media",
    ],
  ],
  [
    "a statement can't be read",
    OCI,
    plus("allow group us-data to raed objects in tenancy"),
    false,
    [
      "unknown administer: group apac-eng on media",
      "unknown content: dynamic-group us-app on media",
      "unknown content: group us-data on media",
      "unknown content: group us-sre on media",
      "unknown administer: dynamic-group us-app on media",
      "unknown administer: group us-data on media",
      "unknown administer: group us-sre on media",
      "access unknown: holds → undecided",
      "residency unknown: holds → undecided",
      "new question: a/oci_identity_policy.more",
      "new question: a/oci_identity_policy.more",
    ],
  ],
  [
    "a statement can be read again",
    plus("allow group us-data to raed objects in tenancy"),
    OCI,
    false,
    [
      "access better: undecided → holds",
      "residency better: undecided → holds",
      "no question any more: a/oci_identity_policy.more",
      "no question any more: a/oci_identity_policy.more",
    ],
  ],
  [
    "something hangs on a variable without a value",
    OCI,
    { ...plus("allow group us-data to read objects in compartment ${var.where}") },
    false,
    [
      "unknown administer: group apac-eng on media",
      "unknown content: dynamic-group us-app on media",
      "unknown content: group us-data on media",
      "unknown content: group us-sre on media",
      "unknown administer: dynamic-group us-app on media",
      "unknown administer: group us-data on media",
      "unknown administer: group us-sre on media",
      "access unknown: holds → undecided",
      "residency unknown: holds → undecided",
      "new question: a/oci_identity_policy.more",
      "new question: a/oci_identity_policy.more",
    ],
  ],
  [
    "a role is said to sit inside",
    OCI,
    changed(OCI, ["residency: [CN, SG]", "residency: US"]),
    true,
    ["loosened: roles.apac-eng.residency"],
  ],
  [
    "data may rest in one region more",
    OCI,
    changed(OCI, ["rests: { oci: [us-phoenix-1] }", "rests: { oci: [us-phoenix-1, us-ashburn-1] }"]),
    true,
    ["loosened: rests.oci"],
  ],
  ["the budget is larger", OCI, changed(OCI, ["default: 1", "default: 2"]), true, ["loosened: budget.media"]],
  [
    "the budget is smaller",
    OCI,
    changed(OCI, ["budget: { default: 1 }", "budget: { default: 0 }"]),
    true,
    ["tightened: budget.media", "access worse: holds → violated", "new access/over-budget nobody: media"],
  ],
  [
    "a role may read one store more",
    OCI,
    changed(OCI, [
      "us-data: { principal: oci_identity_group.us_data, residency: US, metadata",
      "us-data: { principal: oci_identity_group.us_data, residency: US, content: [media], metadata",
    ]),
    true,
    ["loosened: roles.us-data.content"],
  ],
  [
    "a store more is declared",
    OCI,
    changed(OCI, [
      "stores: { media: oci_objectstorage_bucket.media }",
      "stores: { media: oci_objectstorage_bucket.media, logs: oci_objectstorage_bucket.logs }",
    ]),
    true,
    [
      "gained content: group apac-eng on logs",
      "gained content: dynamic-group us-app on logs",
      "gained metadata: group us-data on logs",
      "store added: logs",
      "access worse: holds → violated",
      "new access/direct-read apac-eng: logs",
      "new access/undeclared-read us-app: logs",
      "new access/over-budget nobody: logs",
    ],
  ],
  [
    "a store isn't declared any more",
    changed(OCI, [
      "stores: { media: oci_objectstorage_bucket.media }",
      "stores: { media: oci_objectstorage_bucket.media, logs: oci_objectstorage_bucket.logs }",
    ]),
    OCI,
    true,
    [
      "store removed: logs",
      "access better: violated → holds",
      "gone access/direct-read apac-eng: logs",
      "gone access/undeclared-read us-app: logs",
      "gone access/over-budget nobody: logs",
    ],
  ],
  [
    "a store is replicated",
    changed(REPLICATED, ['"oci_objectstorage_replication_policy":', '"oci_logging_log":']),
    REPLICATED,
    true,
    [
      "gained metadata: group apac-eng on media copy media-replica",
      "gained content: group us-sre on media copy media-replica",
      "gained metadata: group us-data on media copy media-replica",
      "copy added: media at media-replica in us-ashburn-1",
      "flow added: media to media-replica",
    ],
  ],
  [
    "a store is replicated no more",
    REPLICATED,
    changed(REPLICATED, ['"oci_objectstorage_replication_policy":', '"oci_logging_log":']),
    false,
    ["copy removed: media at media-replica in us-ashburn-1", "flow removed: media to media-replica"],
  ],
  [
    "the copy goes to another bucket",
    REPLICATED,
    changed(REPLICATED, ["media-replica", "media-replica-2"]),
    true,
    [
      "gained metadata: group apac-eng on media copy media-replica-2",
      "gained content: group us-sre on media copy media-replica-2",
      "gained metadata: group us-data on media copy media-replica-2",
      "copy added: media at media-replica-2 in us-ashburn-1",
      "copy removed: media at media-replica in us-ashburn-1",
      "flow added: media to media-replica-2",
      "flow removed: media to media-replica",
    ],
  ],
  [
    "somebody reads the copy alone",
    REPLICATED,
    replicatedSide(
      policy("more", "allow group us-data to read objects in compartment stores where target.bucket.name = 'media-replica'"),
    ),
    true,
    [
      "gained content: group us-data on media copy media-replica",
      "access worse: holds → violated",
      "new access/undeclared-read us-data: media",
      "new access/over-budget nobody: media",
    ],
  ],
  [
    "a phase goes on",
    modelled(AWS, SITE.replace("frozen, since: 2026-03-01", "active, since: 2026-01-01")),
    modelled(AWS, SITE),
    false,
    ["phase s: active since 2026-01-01 → frozen since 2026-03-01"],
  ],
  [
    "a phase is taken back",
    modelled(AWS, SITE),
    modelled(AWS, SITE.replace("frozen, since: 2026-03-01", "active, since: 2026-01-01")),
    true,
    ["phase s: frozen since 2026-03-01 → active since 2026-01-01, taken back"],
  ],
  [
    "a site that was frozen isn't told of any more, and its place still is",
    modelled(AWS, SITE),
    AWS,
    true,
    ["phase us-east-1: frozen since 2026-03-01 → active, taken back"],
  ],
  [
    "a foreign role reads",
    AWS,
    awsSide(aws.allowed("apac_ops", ...aws.READ)),
    true,
    [
      "gained content: role apac-ops on media",
      "access worse: holds → violated",
      "new access/direct-read apac-ops: media",
      "new access/over-budget nobody: media",
    ],
  ],
  ["… without the key", AWS, awsSide(aws.allowed("apac_ops", aws.READ[0] as aws.Statement)), false, []],
  [
    "an address block is larger",
    AWS,
    changed(AWS, ["203.0.113.0/24", "203.0.112.0/23"]),
    true,
    ["widened content: role us-restore on media"],
  ],
  [
    "an address block is smaller",
    AWS,
    changed(AWS, ["203.0.113.0/24", "203.0.113.0/25"]),
    false,
    ["narrowed content: role us-restore on media"],
  ],
  [
    "an address block is another",
    AWS,
    changed(AWS, ["203.0.113.0/24", "198.51.100.0/24"]),
    true,
    ["changed content: role us-restore on media"],
  ],
  [
    "a prefix alone is read",
    AWS,
    changed(AWS, ["user-media/*", "user-media/a/*"]),
    false,
    ["narrowed content: role us-restore on media"],
  ],
  [
    "the whole bucket is read, and was a prefix",
    changed(AWS, ["user-media/*", "user-media/a/*"]),
    AWS,
    true,
    ["widened content: role us-restore on media"],
  ],
  [
    "the bucket's policy lets another account in",
    AWS,
    awsSide(
      bucketPolicy({ Principal: { AWS: `arn:aws:iam::${aws.PARTNER}:root` }, Action: "s3:GetObject", Resource: aws.OBJECTS }),
    ),
    false,
    [],
  ],
  [
    "the bucket's policy denies all who read",
    AWS,
    awsSide(bucketPolicy({ Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: aws.OBJECTS })),
    false,
    ["lost content: role us-restore on media"],
  ],
  [
    "the bucket's key is S3's own",
    AWS,
    changed(
      AWS,
      ['\\"kms_master_key_id\\"', '\\"x\\"'],
      ['"sse_algorithm":"aws:kms","kms_master_key_id":"${aws_kms_key.media.arn}"', '"sse_algorithm":"AES256"'],
    ),
    false,
    ["key of media: a/aws_kms_key.media → of the service"],
  ],
  [
    "a role attaches policies to roles",
    AWS,
    awsSide(
      aws.allowed(
        "us_data",
        { Action: "iam:AttachRolePolicy", Resource: "*" },
        { Action: ["s3:ListBucket", "s3:GetBucketTagging"], Resource: "arn:aws:s3:::user-media" },
      ),
    ),
    true,
    [
      "gained administer: role us-data on media",
      "trust added: role us-data",
      "access worse: holds → violated",
      "new access/undeclared-trust us-data: media",
    ],
  ],
  [
    "a role may act as another that reads",
    AWS,
    awsSide(
      aws.allowed(
        "us_data",
        { Action: "sts:AssumeRole", Resource: "arn:aws:iam::111122223333:role/us-restore" },
        { Action: ["s3:ListBucket", "s3:GetBucketTagging"], Resource: "arn:aws:s3:::user-media" },
      ),
    ),
    true,
    [
      "gained content: role us-data on media",
      "trust added: role us-data",
      "access worse: holds → violated",
      "new access/undeclared-trust us-data: media",
    ],
  ],
  [
    "a reader is gone on AWS",
    AWS,
    changed(AWS, [
      '\\"s3:GetObject\\",\\"Resource\\":\\"arn:aws:s3:::user-media',
      '\\"s3:GetObject\\",\\"Resource\\":\\"arn:aws:s3:::logs',
    ]),
    false,
    ["lost content: role us-restore on media"],
  ],
];

describe("told, with what becomes wider first", () => {
  test.each(TABLE)("%s", (_, before, after, widened, said) => {
    const difference = differenceOf(before, after);
    expect(briefly(difference)).toEqual(said);
    expect(difference.widened).toBe(widened);
  });
});
