import { both, type Change, type Mutation, withArguments, withResource } from "./mutation";

const SITE = "backup-virginia";
const ACCOUNT = "100000000030";
const PARTNER = "444455556666";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly [element: string]: unknown;
}

const statementsIn = (policy: string): readonly Statement[] => JSON.parse(policy).Statement;
const document = (...statements: readonly Statement[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A resource's policy without what it denies, and with more that it allows. */
const opened = (type: string, ...more: readonly Statement[]): Change =>
  withArguments(SITE, type, ({ policy }) => ({
    policy: document(...statementsIn(policy).filter(({ Effect }) => Effect === "Allow"), ...more),
  }));
const openBucket = (principal: object | string) =>
  opened("aws_s3_bucket_policy", {
    Effect: "Allow",
    Principal: principal,
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::larkspur-us-copies-virginia/*",
  });
const openKey = (principal: object | string) =>
  opened("aws_kms_key", { Effect: "Allow", Principal: principal, Action: "kms:Decrypt", Resource: "*" });

/** A role of strangers, without the boundary that the site gives people from elsewhere. */
const strangers = (...statements: readonly Statement[]): Change =>
  both(
    withResource(SITE, "aws_iam_role", "strangers", {
      name: "contractors",
      assume_role_policy: document({
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
        Action: "sts:AssumeRoleWithSAML",
      }),
    }),
    withResource(SITE, "aws_iam_role_policy", "strangers", {
      role: "${aws_iam_role.strangers.id}",
      name: "p",
      policy: document(...statements),
    }),
  );
const allow = (...actions: readonly string[]): Statement => ({ Effect: "Allow", Action: actions, Resource: "*" });

const CONTRACTORS = { AWS: `arn:aws:iam::${ACCOUNT}:role/contractors` };

const OWNER = { AWS: `arn:aws:iam::${ACCOUNT}:root` };

/** The site's policies without what they deny, and the key's with a hand to the account, as a key has it by default. */
const HANDED_ON = [
  opened("aws_s3_bucket_policy", {
    Effect: "Allow",
    Principal: OWNER,
    Action: "s3:ListBucket",
    Resource: "arn:aws:s3:::larkspur-us-copies-virginia",
  }),
  opened("aws_kms_key", { Effect: "Allow", Principal: OWNER, Action: "kms:*", Resource: "*" }),
];

/** Somebody who is allowed this, and the same right on nothing that matters. */
const byAction = (name: string, row: string, actions: readonly string[], more: readonly Change[] = []): Mutation => ({
  name: `${row}: ${name}`,
  row,
  change: both(strangers(allow(...actions)), ...more),
  principal: "contractors",
  twin: strangers({ Effect: "Allow", Action: actions, Resource: "arn:aws:s3:::nothing" }),
});

export const AWS_MUTATIONS: readonly Mutation[] = [
  {
    name: "the bucket and the key let another account in",
    change: both(openBucket({ AWS: `arn:aws:iam::${PARTNER}:root` }), openKey({ AWS: `arn:aws:iam::${PARTNER}:root` })),
    principal: PARTNER,
    twin: openBucket({ AWS: `arn:aws:iam::${PARTNER}:root` }),
  },
  {
    name: "the bucket and the key let a role in by name",
    change: both(strangers(allow("s3:ListAllMyBuckets")), openBucket(CONTRACTORS), openKey(CONTRACTORS)),
    principal: "contractors",
    twin: both(strangers(allow("s3:ListAllMyBuckets")), openKey(CONTRACTORS)),
  },
  byAction("who may rewrite who assumes the reader", "I06", ["iam:UpdateAssumeRolePolicy"]),
  byAction("who may change the identity provider", "I15", ["iam:UpdateSAMLProvider"]),
  byAction("both policies at once, where neither denies it", "B01", ["s3:PutBucketPolicy", "kms:PutKeyPolicy"], HANDED_ON),
  byAction("a grant on the key beside the bucket's policy", "K02", ["s3:PutBucketPolicy", "kms:CreateGrant"], HANDED_ON),
  byAction("reads objects and rewrites the key's policy", "K01", ["s3:GetObject", "kms:PutKeyPolicy"], HANDED_ON),
  byAction("reads objects and decrypts", "S3-1", ["s3:GetObject", "kms:Decrypt"], HANDED_ON),
  byAction("where the copier connects to", "D02", ["datasync:UpdateLocationObjectStorage"]),
];

/** What decides access and isn't known. */
export const AWS_UNKNOWNS: readonly (readonly [name: string, change: Change, address: string])[] = [
  [
    "a bucket's policy",
    withArguments(SITE, "aws_s3_bucket_policy", () => ({ policy: "${var.policy}" })),
    `${SITE}/aws_s3_bucket_policy.`,
  ],
  ["a key's policy", withArguments(SITE, "aws_kms_key", () => ({ policy: "${var.policy}" })), `${SITE}/aws_kms_key.`],
  [
    "a trust policy",
    withArguments(SITE, "aws_iam_role", () => ({ assume_role_policy: "${var.policy}" })),
    `${SITE}/aws_iam_role.`,
  ],
  [
    "a role's policy",
    withArguments(SITE, "aws_iam_role_policy", () => ({ policy: "${var.policy}" })),
    `${SITE}/aws_iam_role_policy.`,
  ],
  [
    "who has a permission set",
    withResource(SITE, "aws_ssoadmin_account_assignment", "a", {}),
    `${SITE}/aws_ssoadmin_account_assignment.a`,
  ],
];
