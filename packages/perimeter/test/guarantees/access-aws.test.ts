import { expect, test } from "@jest/globals";
import { ACCOUNT, allowed, document, MODEL, OBJECTS, PARTNER, READ, type Statement, stackOf } from "../support/aws-estate";
import type { Resources } from "../support/oci-estate";
import { brief, verdictOf } from "../support/verdict-of";

const about = (...more: readonly Resources[]) => brief(verdictOf(stackOf(...more), MODEL));
const bucketPolicy = (...statements: readonly Statement[]): Resources => ({
  aws_s3_bucket_policy: { media: { bucket: "${aws_s3_bucket.media.id}", policy: document(...statements) } },
});
const keyPolicy = (...statements: readonly Statement[]): Resources => ({
  aws_kms_key: { media: { description: "media", policy: document(ADMIN, ...statements) } },
});
const ADMIN = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" };
const trust = (role: string, ...statements: readonly Statement[]): Resources => ({
  aws_iam_role: { [role]: { name: role.replace("_", "-"), assume_role_policy: document(...statements) } },
});
const NAMED = { AWS: `arn:aws:iam::${ACCOUNT}:role/apac-ops` };
const DECRYPT = { Action: "kms:Decrypt", Resource: "*" };
const RESTORES = allowed("us_restore", ...READ);

/** A group without members that reads. */
const GROUP: Resources = {
  aws_iam_group: { readers: { name: "readers" } },
  aws_iam_group_policy: { readers: { group: "${aws_iam_group.readers.name}", name: "p", policy: document(...READ) } },
};

/** What was added to the account, and what is found; beside each a look-alike that gives nothing. */
const TABLE: readonly (readonly [string, readonly Resources[], readonly string[]])[] = [
  ["nothing is allowed to anybody", [], ["holds"]],
  [
    "a foreign role reads objects and may use the key",
    [allowed("apac_ops", ...READ)],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  ["… but may not use the key", [allowed("apac_ops", READ[0] as Statement)], ["holds"]],
  ["… of another bucket", [allowed("apac_ops", { Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" }, DECRYPT)], ["holds"]],
  [
    "… by a pattern",
    [allowed("apac_ops", { Action: "s3:Get*", Resource: "arn:aws:s3:::user-*" }, DECRYPT)],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  [
    "… below a prefix",
    [allowed("apac_ops", { Action: "s3:GetObject", Resource: "arn:aws:s3:::user-media/a/*" }, DECRYPT)],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  [
    "… and is denied the key elsewhere",
    [
      allowed("apac_ops", ...READ, {
        Effect: "Deny",
        Action: "kms:*",
        Resource: "*",
        Condition: { StringNotEquals: { "aws:PrincipalTag/office": "us" } },
      }),
    ],
    ["holds"],
  ],
  [
    "… from an address that is inside of what is denied",
    [
      allowed("apac_ops", { ...READ[0], Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }, DECRYPT, {
        Effect: "Deny",
        Action: "s3:*",
        Resource: "*",
        Condition: { IpAddress: { "aws:SourceIp": "203.0.0.0/16" } },
      }),
    ],
    ["holds"],
  ],
  [
    "… from an address that isn't",
    [
      allowed("apac_ops", { ...READ[0], Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }, DECRYPT, {
        Effect: "Deny",
        Action: "s3:*",
        Resource: "*",
        Condition: { IpAddress: { "aws:SourceIp": "198.51.100.0/24" } },
      }),
    ],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  ["who is listed reads", [RESTORES], ["holds"]],
  [
    "who is inside and doesn't list it reads",
    [allowed("us_data", ...READ)],
    ["violated", "access/undeclared-read role us-data: media"],
  ],
  [
    "the bucket's policy lets a foreign role in",
    [bucketPolicy({ Principal: NAMED, Action: "s3:GetObject", Resource: OBJECTS }), allowed("apac_ops", DECRYPT)],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  [
    "… and the key's policy lets it in by itself",
    [bucketPolicy({ Principal: NAMED, Action: "s3:GetObject", Resource: OBJECTS }), keyPolicy({ Principal: NAMED, ...DECRYPT })],
    ["violated", "access/direct-read role apac-ops: media"],
  ],
  [
    "… and a boundary keeps it out",
    [
      bucketPolicy({ Principal: NAMED, Action: "s3:GetObject", Resource: OBJECTS }),
      allowed("apac_ops", DECRYPT),
      {
        aws_iam_policy: { cap: { name: "cap", policy: document({ Action: "ec2:*", Resource: "*" }) } },
        aws_iam_role: {
          apac_ops: {
            name: "apac-ops",
            assume_role_policy: document({ Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
            permissions_boundary: "${aws_iam_policy.cap.arn}",
          },
        },
      },
    ],
    ["holds"],
  ],
  [
    "another account is let in to both",
    [
      bucketPolicy({ Principal: { AWS: `arn:aws:iam::${PARTNER}:root` }, Action: "s3:GetObject", Resource: OBJECTS }),
      keyPolicy({ Principal: { AWS: PARTNER }, ...DECRYPT }),
    ],
    ["violated", `access/cross-tenancy account ${PARTNER}: media`],
  ],
  [
    "… to the bucket alone",
    [bucketPolicy({ Principal: { AWS: `arn:aws:iam::${PARTNER}:root` }, Action: "s3:GetObject", Resource: OBJECTS })],
    ["holds"],
  ],
  [
    "a foreign role assumes one that reads",
    [RESTORES, trust("us_restore", { Principal: NAMED, Action: "sts:AssumeRole" })],
    ["violated", "access/escalation role apac-ops: media"],
  ],
  [
    "… by a chain: who may assume any role assumes one that the trust names",
    [
      RESTORES,
      allowed("apac_ops", { Action: "sts:AssumeRole", Resource: "*" }),
      trust("us_restore", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/us-data` }, Action: "sts:AssumeRole" }),
    ],
    ["violated", "access/undeclared-trust role us-data: media", "access/escalation role apac-ops: media"],
  ],
  [
    "it writes itself a policy",
    [allowed("apac_ops", { Action: "iam:PutRolePolicy", Resource: "*" })],
    ["violated", "access/escalation role apac-ops: media"],
  ],
  [
    "it writes a policy for a role that nobody lets it assume",
    [allowed("apac_ops", { Action: "iam:PutRolePolicy", Resource: `arn:aws:iam::${ACCOUNT}:role/worker` })],
    ["holds"],
  ],
  [
    "it passes a role that reads to a function",
    [allowed("lambda", ...READ), allowed("apac_ops", { Action: ["iam:PassRole", "lambda:CreateFunction"], Resource: "*" })],
    ["violated", "access/escalation role apac-ops: media", "access/undeclared-read role worker: media"],
  ],
  [
    "… and can't make the function",
    [allowed("us_restore", ...READ), allowed("apac_ops", { Action: "iam:PassRole", Resource: "*" })],
    ["holds"],
  ],
  [
    "it rewrites the key's policy, and reads objects",
    [allowed("apac_ops", { Action: ["kms:PutKeyPolicy", "s3:GetObject"], Resource: "*" })],
    ["violated", "access/escalation role apac-ops: media"],
  ],
  ["… and reads no objects", [allowed("apac_ops", { Action: "kms:PutKeyPolicy", Resource: "*" })], ["holds"]],
  [
    "it rewrites both policies",
    [allowed("apac_ops", { Action: ["kms:PutKeyPolicy", "s3:PutBucketPolicy"], Resource: "*" })],
    ["violated", "access/escalation role apac-ops: media"],
  ],
  [
    "it makes an access key of a user who reads",
    [
      { aws_iam_user_policy: { bob: { user: "${aws_iam_user.bob.name}", name: "p", policy: document(...READ) } } },
      allowed("apac_ops", { Action: "iam:CreateAccessKey", Resource: "*" }),
    ],
    ["violated", "access/direct-read user bob: media", "access/escalation role apac-ops: media"],
  ],
  [
    "a user adds itself to a group that reads",
    [
      GROUP,
      {
        aws_iam_user_policy: {
          bob: { user: "${aws_iam_user.bob.name}", name: "p", policy: document({ Action: "iam:AddUserToGroup", Resource: "*" }) },
        },
      },
    ],
    ["violated", "access/escalation user bob: media"],
  ],
  [
    "… to another group",
    [
      GROUP,
      {
        aws_iam_user_policy: {
          bob: {
            user: "${aws_iam_user.bob.name}",
            name: "p",
            policy: document({ Action: "iam:AddUserToGroup", Resource: `arn:aws:iam::${ACCOUNT}:group/others` }),
          },
        },
      },
    ],
    ["holds"],
  ],
  [
    "a user writes a policy of the group that it is in",
    [
      {
        aws_iam_group: { plain: { name: "plain" } },
        aws_iam_user_group_membership: { bob: { user: "${aws_iam_user.bob.name}", groups: ["${aws_iam_group.plain.name}"] } },
      },
      {
        aws_iam_user_policy: {
          bob: { user: "${aws_iam_user.bob.name}", name: "p", policy: document({ Action: "iam:PutGroupPolicy", Resource: "*" }) },
        },
      },
    ],
    ["violated", "access/escalation user bob: media"],
  ],
  [
    "everybody is let in",
    [
      bucketPolicy({ Principal: "*", Action: "s3:GetObject", Resource: OBJECTS }),
      {
        aws_s3_bucket_server_side_encryption_configuration: {
          media: {
            bucket: "${aws_s3_bucket.media.id}",
            rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }],
          },
        },
      },
    ],
    [
      "violated",
      "access/anonymous anonymous anonymous: media",
      "access/cross-tenancy account any account: media",
      "access/direct-read role apac-ops: media",
      "access/direct-read user bob: media",
      "access/undeclared-read role us-data: media",
      "access/undeclared-read role worker: media",
      "access/over-budget nobody: media",
    ],
  ],
];

test.each(TABLE)("%s", (_, more, said) => expect([...about(...more)].sort()).toEqual([...said].sort()));
