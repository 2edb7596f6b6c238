import type { IDENTITIES } from "../../src/detours/aws/identities";
import { ACCOUNT, allowed, document, READ, type Statement } from "../support/aws-estate";
import type { Resources } from "../support/oci-estate";
import { arnOfRole, EVERYTHING, may, mayAll, onAll, type Pair, RESTORES, trust } from "./aws-pair";

const IAM = "IAM User Guide";
const NAMED = { AWS: arnOfRole("apac-ops") };
const SELF = { Resource: arnOfRole("apac-ops") };
const bobMay = (...statements: readonly Statement[]): readonly Resources[] => [
  { aws_iam_user_policy: { bob: { user: "${aws_iam_user.bob.name}", name: "p", policy: document(...statements) } } },
];
const BOB_READS = bobMay(...READ);
const bobsWay = { who: "bob", by: "a/aws_iam_user_policy.bob" };

const managed = (name: string, role: string): Resources => ({
  aws_iam_policy: { [name]: { name, policy: document(onAll("ec2:DescribeInstances")) } },
  aws_iam_role_policy_attachment: {
    [name]: { role: `\${aws_iam_role.${role}.name}`, policy_arn: `\${aws_iam_policy.${name}.arn}` },
  },
});
/** A group without members that reads, and one that bob is in and that is allowed nothing. */
const READING_GROUP: Resources = {
  aws_iam_group: { readers: { name: "readers" } },
  aws_iam_group_policy: { readers: { group: "${aws_iam_group.readers.name}", name: "p", policy: document(...READ) } },
};
const OWN_GROUP: Resources = {
  aws_iam_group: { plain: { name: "plain" } },
  aws_iam_user_group_membership: { bob: { user: "${aws_iam_user.bob.name}", groups: ["${aws_iam_group.plain.name}"] } },
};
/** Nobody lists bob here: he is from outside. */
const BOUNDARY: Resources = {
  aws_iam_policy: { cap: { name: "cap", policy: document(onAll("iam:*")) } },
  aws_iam_role: {
    apac_ops: {
      name: "apac-ops",
      assume_role_policy: document({ Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
      permissions_boundary: "${aws_iam_policy.cap.arn}",
    },
  },
};
const DENIED: Resources = {
  aws_iam_role_policy: {
    denied: { role: "${aws_iam_role.apac_ops.id}", name: "d", policy: document({ Effect: "Deny", ...onAll("s3:GetObject") }) },
  },
};
const TAGGED = READ.map((one) => ({ ...one, Condition: { StringEquals: { "aws:PrincipalTag/team": "us" } } }));
const GITHUB = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
const workflows = (condition: object): Resources =>
  trust("us_restore", {
    Principal: { Federated: GITHUB },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, ...condition },
  });
const SAML = trust("us_restore", {
  Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
  Action: "sts:AssumeRoleWithSAML",
  Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
});

export const IDENTITY_PAIRS: Record<(typeof IDENTITIES)[number]["id"], Pair> = {
  I01: {
    beside: [managed("own", "apac_ops")],
    found: mayAll("iam:CreatePolicyVersion"),
    passed: mayAll("iam:CreatePolicy"),
    after: EVERYTHING,
  },
  I03: {
    found: may({ Action: "iam:AttachRolePolicy", ...SELF }),
    passed: may({ Action: "iam:ListAttachedRolePolicies", ...SELF }),
    after: EVERYTHING,
  },
  I04: {
    found: may({ Action: "iam:PutRolePolicy", ...SELF }),
    passed: may({ Action: "iam:GetRolePolicy", ...SELF }),
    after: EVERYTHING,
  },
  "I03-group": {
    ...bobsWay,
    beside: [OWN_GROUP],
    found: bobMay(onAll("iam:PutGroupPolicy")),
    passed: bobMay(onAll("iam:GetGroupPolicy")),
    after: bobMay(onAll("*")),
  },
  I05: {
    ...bobsWay,
    beside: [READING_GROUP],
    found: bobMay(onAll("iam:AddUserToGroup")),
    passed: bobMay(onAll("iam:GetGroup")),
    after: BOB_READS,
  },
  I11: {
    page: `${IAM}, "Permissions boundaries for IAM entities"`,
    beside: [BOUNDARY],
    found: may(...READ, onAll("iam:DeleteRolePermissionsBoundary")),
    passed: may(...READ, onAll("iam:GetRole")),
    after: [{ aws_iam_role: { apac_ops: { name: "apac-ops", assume_role_policy: BOUNDARY.aws_iam_role?.apac_ops } } }],
  },
  I12: {
    beside: [DENIED],
    found: may(...READ, onAll("iam:DeleteRolePolicy")),
    passed: may(...READ, onAll("iam:GetRolePolicy")),
    after: [
      { aws_iam_role_policy: { denied: { role: "${aws_iam_role.apac_ops.id}", name: "d", policy: document(onAll("ec2:*")) } } },
    ],
  },
  I13: {
    found: may({ Action: ["iam:CreateRole", "iam:PutRolePolicy"], Resource: arnOfRole("team/*") }),
    passed: may({ Action: ["iam:CreateRole", "iam:CreateServiceLinkedRole"], Resource: arnOfRole("team/*") }),
    after: EVERYTHING,
  },
  I14: {
    page: `${IAM}, "IAM tutorial: Define permissions to access AWS resources based on tags"`,
    found: may(...TAGGED, onAll("iam:TagRole")),
    passed: may(...TAGGED, onAll("iam:TagPolicy")),
  },
  "I03-other": {
    beside: [trust("us_data", { Principal: NAMED, Action: "sts:AssumeRole" })],
    found: may({ Action: "iam:AttachRolePolicy", Resource: arnOfRole("us-data") }),
    passed: may({ Action: "iam:AttachRolePolicy", Resource: arnOfRole("worker") }),
    after: [allowed("us_data", onAll("*"))],
  },
  "I01-other": {
    beside: [trust("us_data", { Principal: NAMED, Action: "sts:AssumeRole" }), managed("data", "us_data")],
    found: may({ Action: "iam:CreatePolicyVersion", Resource: `arn:aws:iam::${ACCOUNT}:policy/data` }),
    passed: may({ Action: "iam:CreatePolicyVersion", Resource: `arn:aws:iam::${ACCOUNT}:policy/other` }),
    after: [allowed("us_data", onAll("*"))],
  },
  S01: {
    page: `${IAM}, "Grant a user permissions to switch roles"`,
    beside: [RESTORES],
    found: may({ Action: "sts:AssumeRole", Resource: arnOfRole("us-restore") }),
    passed: may({ Action: "sts:AssumeRole", Resource: arnOfRole("test-*") }),
  },
  S03: {
    page: `${IAM}, "Create a role for OpenID Connect federation (console)"`,
    who: "anybody of token.actions.githubusercontent.com",
    by: "a/aws_iam_role.us_restore",
    beside: [RESTORES],
    found: [workflows({})],
    passed: [workflows({ StringLike: { "token.actions.githubusercontent.com:sub": "repo:our-org/our-repo:*" } })],
  },
  I06: {
    beside: [RESTORES],
    found: mayAll("iam:UpdateAssumeRolePolicy"),
    passed: mayAll("iam:UpdateRole"),
  },
  I07: {
    page: `${IAM}, "IAM: Allows IAM users to rotate their own credentials programmatically and in the console"`,
    beside: BOB_READS,
    found: mayAll("iam:CreateAccessKey"),
    passed: may({ Action: "iam:CreateAccessKey", Resource: `arn:aws:iam::${ACCOUNT}:user/$\${aws:username}` }),
  },
  I08: {
    beside: BOB_READS,
    found: mayAll("iam:UpdateLoginProfile"),
    passed: mayAll("iam:ChangePassword"),
  },
  I15: {
    beside: [RESTORES, SAML],
    found: mayAll("iam:UpdateSAMLProvider"),
    passed: mayAll("iam:GetSAMLProvider"),
  },
};
