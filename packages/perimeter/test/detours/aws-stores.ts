import type { ORGANIZATIONS } from "../../src/detours/aws/organizations";
import type { STORES } from "../../src/detours/aws/stores";
import { ACCOUNT, document, OBJECTS, READ } from "../support/aws-estate";
import type { Resources } from "../support/oci-estate";
import { bucketPolicy, keyPolicy, may, mayAll, OPEN, onAll, type Pair } from "./aws-pair";

const GET = { Action: "s3:GetObject", Resource: OBJECTS };
const DECRYPT = onAll("kms:Decrypt");
const SECRET = { store: "aws_secretsmanager_secret.one", beside: [{ aws_secretsmanager_secret: { one: { name: "s" } } }] };
const OPEN_BUCKET = bucketPolicy({ ...OPEN, Action: "s3:*", Resource: ["arn:aws:s3:::user-media", OBJECTS] });
const OPEN_KEY = keyPolicy({ ...OPEN, Action: "kms:*" });
const openSecret = (name: string): Resources => ({
  aws_secretsmanager_secret_policy: {
    [name]: {
      secret_arn: `\${aws_secretsmanager_secret.${name}.arn}`,
      policy: document({ ...OPEN, Action: "secretsmanager:*" }),
    },
  },
});
/** As the documentation shows it: the bucket leaves everything to the account's access points. */
const DELEGATING = bucketPolicy({
  Principal: { AWS: "*" },
  Action: "*",
  Resource: ["arn:aws:s3:::user-media", OBJECTS],
  Condition: { StringEquals: { "s3:DataAccessPointAccount": ACCOUNT } },
});
const withTag = (statement: object) => ({ ...statement, Condition: { StringEquals: { "aws:ResourceTag/team": "apac" } } });

export const STORE_PAIRS: Record<(typeof STORES)[number]["id"], Pair> = {
  B01: {
    page: 'S3 User Guide, "Identity-based policy examples"',
    found: may(onAll("s3:PutBucketPolicy"), DECRYPT),
    passed: may(onAll("s3:GetBucketPolicy"), DECRYPT),
    after: [OPEN_BUCKET],
  },
  B04: {
    found: may(onAll("s3:PutBucketOwnershipControls", "s3:PutBucketAcl"), DECRYPT),
    passed: may(onAll("s3:PutBucketAcl"), DECRYPT),
    after: [OPEN_BUCKET],
  },
  B06: {
    page: 'S3 User Guide, "Delegating access control to access points"',
    beside: [DELEGATING],
    found: may(onAll("s3:CreateAccessPoint", "s3:PutAccessPointPolicy"), DECRYPT),
    passed: may(onAll("s3:ListAccessPoints"), DECRYPT),
    after: [OPEN_BUCKET],
  },
  B11: {
    found: may(GET, onAll("s3:PutEncryptionConfiguration")),
    passed: may(GET, onAll("s3:GetEncryptionConfiguration")),
    after: [OPEN_KEY],
  },
  "B11-objects": {
    found: may(GET, onAll("s3:UpdateObjectEncryption")),
    passed: may(GET, onAll("s3:GetObjectAttributes")),
    after: [OPEN_KEY],
  },
  B14: {
    found: may(withTag(GET), DECRYPT, onAll("s3:PutBucketTagging")),
    passed: may(onAll("s3:PutBucketTagging"), DECRYPT),
  },
  "L20-macie": {
    found: mayAll("macie2:CreateClassificationJob", "macie2:PutFindingsPublicationConfiguration"),
    passed: mayAll("macie2:GetMacieSession"),
  },
  K01: {
    page: 'KMS Developer Guide, "Key policies in AWS KMS"',
    found: may(GET, onAll("kms:PutKeyPolicy")),
    passed: may(GET, onAll("kms:GetKeyPolicy")),
    after: [OPEN_KEY],
  },
  K02: { found: may(GET, onAll("kms:CreateGrant")), passed: may(GET, onAll("kms:ListGrants")), after: [OPEN_KEY] },
  K04: { found: mayAll("kms:ReplicateKey"), passed: mayAll("kms:DescribeKey") },
  K05: {
    page: 'KMS Developer Guide, "ABAC for AWS KMS"',
    found: may(GET, withTag(DECRYPT), onAll("kms:TagResource")),
    passed: may(GET, withTag(DECRYPT), onAll("kms:ListAliases")),
  },
  K06: { found: mayAll("kms:ImportKeyMaterial"), passed: mayAll("kms:GetParametersForImport") },
  M02: {
    ...SECRET,
    found: mayAll("secretsmanager:PutResourcePolicy"),
    passed: mayAll("secretsmanager:GetResourcePolicy"),
    after: [openSecret("one")],
  },
  M04: { ...SECRET, found: mayAll("secretsmanager:RotateSecret"), passed: mayAll("secretsmanager:ListSecretVersionIds") },
  "M01-opens": {
    across: true,
    found: mayAll("secretsmanager:GetSecretValue"),
    passed: may({ Action: "secretsmanager:GetSecretValue", Resource: "arn:aws:secretsmanager:*:*:secret:other-*" }),
  },
  "M02-opens": {
    across: true,
    found: mayAll("secretsmanager:PutResourcePolicy"),
    passed: mayAll("secretsmanager:GetResourcePolicy"),
    after: [openSecret("oci")],
  },
  "M04-opens": {
    across: true,
    found: mayAll("secretsmanager:RotateSecret"),
    passed: mayAll("secretsmanager:ListSecretVersionIds"),
  },
  D02: {
    across: true,
    found: mayAll("datasync:UpdateLocationObjectStorage"),
    passed: mayAll("datasync:DescribeLocationObjectStorage"),
  },
};

/** The account is in an organization, one of whose policies denies reading. */
const FENCED: Resources = {
  aws_organizations_organization: { o: { feature_set: "ALL", enabled_policy_types: ["SERVICE_CONTROL_POLICY"] } },
  aws_organizations_account: {
    data: { name: "data", id: ACCOUNT, parent_id: "${aws_organizations_organization.o.roots[0].id}" },
  },
  aws_organizations_policy: {
    fence: { name: "fence", type: "SERVICE_CONTROL_POLICY", content: document({ Effect: "Deny", ...onAll("s3:GetObject") }) },
  },
  aws_organizations_policy_attachment: { fence: { policy_id: "${aws_organizations_policy.fence.id}", target_id: ACCOUNT } },
};
const unfenced: readonly Resources[] = [
  {
    aws_organizations_policy: {
      fence: { name: "fence", type: "SERVICE_CONTROL_POLICY", content: document({ Effect: "Deny", ...onAll("ec2:*") }) },
    },
  },
];
const TAGGED = READ.map((one) => ({ ...one, Condition: { StringEquals: { "aws:PrincipalTag/team": "us" } } }));

export const ORGANIZATION_PAIRS: Record<(typeof ORGANIZATIONS)[number]["id"], Pair> = {
  O01: {
    page: 'Organizations User Guide, "Service control policies (SCPs)"',
    beside: [FENCED],
    found: may(...READ, onAll("organizations:DetachPolicy")),
    passed: may(...READ, onAll("organizations:ListPolicies")),
    after: unfenced,
  },
  O02: {
    beside: [FENCED],
    found: may(...READ, onAll("organizations:MoveAccount")),
    passed: may(...READ, onAll("organizations:ListAccounts")),
    after: unfenced,
  },
  O03: {
    found: mayAll("organizations:RegisterDelegatedAdministrator"),
    passed: mayAll("organizations:ListDelegatedAdministrators"),
  },
  O06: { found: mayAll("account:AcceptPrimaryEmailUpdate"), passed: mayAll("account:GetAlternateContact") },
  I17: {
    open: true,
    found: may(onAll("sts:AssumeRoot"), DECRYPT),
    passed: may(onAll("iam:ListOrganizationsFeatures"), DECRYPT),
    after: [OPEN_BUCKET],
  },
  I18: { found: mayAll("iam:AcceptDelegationRequest"), passed: mayAll("iam:ListDelegationRequests") },
  C01: {
    page: "Identity-based policy examples for IAM Identity Center",
    found: mayAll("sso:CreateAccountAssignment"),
    passed: mayAll("sso:ListAccountAssignments"),
  },
  C02: {
    found: mayAll("sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"),
    passed: mayAll("sso:DescribePermissionSet", "sso:ProvisionPermissionSet"),
  },
  C04: { found: mayAll("identitystore:CreateGroupMembership"), passed: mayAll("identitystore:ListGroupMemberships") },
  C05: {
    found: may(...TAGGED, onAll("sso:UpdateInstanceAccessControlAttributeConfiguration")),
    passed: may(...TAGGED, onAll("sso:DescribeInstanceAccessControlAttributeConfiguration")),
  },
  C06: { found: mayAll("sso:CreateTrustedTokenIssuer"), passed: mayAll("sso:ListApplications") },
};
