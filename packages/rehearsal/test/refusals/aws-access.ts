import { type Pair, removes, there, wants, within } from "./pair";

const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) });

const ANYTHING = document({ Action: "s3:GetObject", Resource: "*" });
const TRUST = document({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" });
/** A document with so many characters that count. */
const long = (length: number) => document({ Action: "s3:GetObject", Resource: "*", Sid: "x".repeat(length) });

const role = (name = "r", more = {}) => there(name, "aws_iam_role", { name, assume_role_policy: TRUST, ...more });
const user = there("u", "aws_iam_user", { name: "u" });
const group = there("g", "aws_iam_group", { name: "g" });
const policy = there("p", "aws_iam_policy", { name: "p", policy: ANYTHING });
const bucket = there("b", "aws_s3_bucket", { bucket: "b" });
const inline = (value: string) => ({ name: "i", role: "r", policy: value });

const ACCOUNT = "111122223333";
const ADMIN = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" };
const key = (more = {}) => there("k", "aws_kms_key", { policy: document(ADMIN), ...more });
const ofBucket = (statement: object) => ({ bucket: "b", policy: document(statement) });
const READING = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const attached = (arn: string, holder = "r") => there("a", "aws_iam_role_policy_attachment", { role: holder, policy_arn: arn });

const organization = (types: readonly string[]) =>
  there("o", "aws_organizations_organization", {
    feature_set: "ALL",
    enabled_policy_types: [...types],
    aws_service_access_principals: [],
  });
const control = (name = "c", type = "SERVICE_CONTROL_POLICY") =>
  there(name, "aws_organizations_policy", { name, type, content: document({ Action: "*", Resource: "*" }) });
const SCP = "SERVICE_CONTROL_POLICY";
const RCP = "RESOURCE_CONTROL_POLICY";
const content = (type: string, statement: object) => ({ name: "x", type, content: document(statement) });
const applied = (policyName: string, target = "ou-aaaa-11111111") =>
  there(`${policyName}-t`, "aws_organizations_policy_attachment", { policy_id: `\${${policyName}.id}`, target_id: target });
const ATTACH = { policy_id: "${c.id}", target_id: "ou-aaaa-11111111" };
const five = ["p1", "p2", "p3", "p4", "p5"];
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, at) =>
    there(`n${at}`, "aws_organizations_organizational_unit", {
      name: `n${at}`,
      parent_id: at === 0 ? "r-aaaa" : `\${n${at - 1}.id}`,
    }),
  );

const ENCRYPTED = [
  there("e", "aws_s3_bucket_server_side_encryption_configuration", {
    bucket: "b",
    rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: "${k.arn}" }] }],
  }),
];
const locked = (object_lock_retain_until_date: string) =>
  there("o", "aws_s3_object", { bucket: "b", key: "a", object_lock_mode: "COMPLIANCE", object_lock_retain_until_date });

export const AWS_ACCESS: Readonly<Record<string, Pair>> = {
  "iam/identity-policy": wants("aws_iam_policy", { name: "x", policy: TRUST }, { name: "x", policy: ANYTHING }),
  "iam/trust-policy": wants(
    "aws_iam_role",
    { name: "x", assume_role_policy: ANYTHING },
    { name: "x", assume_role_policy: TRUST },
  ),
  "iam/document-characters": wants(
    "aws_iam_policy",
    { name: "x", policy: document({ Action: "s3:GetObject", Resource: "arn:aws:s3:::b/\u4e2d" }) },
    { name: "x", policy: document({ Action: "s3:GetObject", Resource: "arn:aws:s3:::b/\u00e9" }) },
  ),
  "iam/managed-policy-size": wants("aws_iam_policy", { name: "x", policy: long(6144) }, { name: "x", policy: long(6000) }),
  "iam/inline-policy-size": wants("aws_iam_role_policy", inline(long(10_240)), inline(long(10_000)), [role()]),
  "iam/inline-user-policy-size": wants(
    "aws_iam_user_policy",
    { name: "i", user: "u", policy: long(2048) },
    { name: "i", user: "u", policy: long(1900) },
    [user],
  ),
  "iam/inline-group-policy-size": wants(
    "aws_iam_group_policy",
    { name: "i", group: "g", policy: long(5120) },
    { name: "i", group: "g", policy: long(5000) },
    [group],
  ),
  "iam/trust-policy-size": wants(
    "aws_iam_role",
    {
      name: "x",
      assume_role_policy: document({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        Sid: "x".repeat(4096),
      }),
    },
    {
      name: "x",
      assume_role_policy: document({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        Sid: "x".repeat(3000),
      }),
    },
  ),
  "s3/bucket-policy": wants("aws_s3_bucket_policy", ofBucket({ ...READING, Action: "GetObject" }), ofBucket(READING), [bucket]),
  "s3/bucket-policy-of-another": wants(
    "aws_s3_bucket_policy",
    ofBucket({ ...READING, Resource: "arn:aws:s3:::c/*" }),
    ofBucket(READING),
    [bucket],
  ),
  "s3/bucket-policy-size": wants(
    "aws_s3_bucket_policy",
    ofBucket({ ...READING, Sid: "x".repeat(20_480) }),
    ofBucket({ ...READING, Sid: "x".repeat(20_000) }),
    [bucket],
  ),
  "s3/public-policy-blocked": wants(
    "aws_s3_bucket_policy",
    ofBucket({ ...READING, Principal: "*" }),
    ofBucket({ ...READING, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    [bucket, there("block", "aws_s3_bucket_public_access_block", { bucket: "b", block_public_policy: true })],
  ),
  "kms/key-policy": wants(
    "aws_kms_key",
    { policy: document(ADMIN, { Action: "kms:Decrypt", Resource: "*" }) },
    { policy: document(ADMIN) },
  ),
  "kms/lockout": wants(
    "aws_kms_key",
    { policy: document({ ...ADMIN, Action: "kms:Decrypt" }) },
    { policy: document({ ...ADMIN, Action: ["kms:Decrypt", "kms:Put*"] }) },
  ),
  "kms/key-policy-size": wants(
    "aws_kms_key",
    { policy: document({ ...ADMIN, Sid: "x".repeat(32_768) }) },
    { policy: document({ ...ADMIN, Sid: "x".repeat(32_000) }) },
  ),
  "secretsmanager/public-policy": wants(
    "aws_secretsmanager_secret_policy",
    {
      secret_arn: "${s.arn}",
      block_public_policy: true,
      policy: document({ Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }),
    },
    {
      secret_arn: "${s.arn}",
      block_public_policy: false,
      policy: document({ Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }),
    },
    [there("s", "aws_secretsmanager_secret", { name: "s" })],
  ),
  "organizations/control-policy": wants(
    "aws_organizations_policy",
    content(RCP, { Principal: "*", Action: "s3:*", Resource: "*" }),
    content(RCP, { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
  ),
  "organizations/policy-size": wants(
    "aws_organizations_policy",
    content(SCP, { Action: "*", Resource: "*", Sid: "x".repeat(5120) }),
    content(SCP, { Action: "*", Resource: "*", Sid: "x".repeat(5000) }),
  ),
  "iam/holder-missing": within("aws_iam_role_policy", inline(ANYTHING), [role("other")], [role()]),
  "iam/policy-missing": within(
    "aws_iam_role_policy_attachment",
    { role: "r", policy_arn: `arn:aws:iam::${ACCOUNT}:policy/p` },
    [role()],
    [role(), policy],
  ),
  "iam/boundary-missing": within(
    "aws_iam_role",
    { name: "x", assume_role_policy: TRUST, permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/p` },
    [],
    [policy],
  ),
  "iam/name-taken-in-another-case": within("aws_iam_role", { name: "R", assume_role_policy: TRUST }, [role("r")], [role("s")]),
  "iam/still-held": removes(role(), [there("i", "aws_iam_role_policy", inline(ANYTHING))]),
  "iam/policy-attached": removes(policy, [role(), attached("${p.arn}")]),
  "iam/too-many-attached": {
    type: "aws_iam_role_policy_attachment",
    refused: {
      there: [
        role(),
        ...Array.from({ length: 20 }, (_, at) =>
          there(`a${at}`, "aws_iam_role_policy_attachment", { role: "r", policy_arn: `arn:aws:iam::aws:policy/P${at}` }),
        ),
      ],
      wants: { role: "r", policy_arn: "arn:aws:iam::aws:policy/More" },
    },
    passes: { there: [role()], wants: { role: "r", policy_arn: "arn:aws:iam::aws:policy/More" } },
  },
  "iam/two-access-keys": within(
    "aws_iam_access_key",
    { user: "u" },
    [user, there("k1", "aws_iam_access_key", { user: "u" }), there("k2", "aws_iam_access_key", { user: "u" })],
    [user, there("k1", "aws_iam_access_key", { user: "u" })],
  ),
  "iam/service-linked": wants(
    "aws_iam_role_policy",
    { name: "i", role: "AWSServiceRoleForX", policy: ANYTHING },
    inline(ANYTHING),
    [role(), role("AWSServiceRoleForX")],
  ),
  "kms/key-of-locked-objects": removes(key(), [bucket, ...ENCRYPTED, locked("2026-06-01T00:00:00Z")], [bucket]),
  "kms/key-in-use": removes(key(), [bucket, ...ENCRYPTED], [bucket]),
  "kms/alias-name": wants(
    "aws_kms_alias",
    { name: "media", target_key_id: "${k.key_id}" },
    { name: "alias/media", target_key_id: "${k.key_id}" },
    [key()],
  ),
  "kms/reserved-alias": wants(
    "aws_kms_alias",
    { name: "alias/aws/s3", target_key_id: "${k.key_id}" },
    { name: "alias/s3", target_key_id: "${k.key_id}" },
    [key()],
  ),
  "kms/alias-of-nothing": wants(
    "aws_kms_alias",
    { name: "alias/a", target_key_id: "1234" },
    { name: "alias/a", target_key_id: "${k.key_id}" },
    [key()],
  ),
  "kms/grant-on-nothing": wants(
    "aws_kms_grant",
    { key_id: "1234", grantee_principal: `arn:aws:iam::${ACCOUNT}:role/r`, operations: ["Decrypt"] },
    { key_id: "${k.key_id}", grantee_principal: `arn:aws:iam::${ACCOUNT}:role/r`, operations: ["Decrypt"] },
    [key()],
  ),
  "kms/grant-on-disabled-key": within(
    "aws_kms_grant",
    { key_id: "${k.key_id}", grantee_principal: `arn:aws:iam::${ACCOUNT}:role/r`, operations: ["Decrypt"] },
    [key({ is_enabled: false })],
    [key()],
  ),
  "kms/replica-in-the-same-region": {
    type: "aws_kms_replica_key",
    refused: { there: [key({ multi_region: true })], wants: { primary_key_arn: "${k.arn}", policy: document(ADMIN) } },
    passes: {
      there: [key({ multi_region: true })],
      wants: { primary_key_arn: "${k.arn}", policy: document(ADMIN) },
      provider: { region: "ap-southeast-1" },
    },
  },
  "kms/replica-of-single-region-key": {
    type: "aws_kms_replica_key",
    refused: {
      there: [key()],
      wants: { primary_key_arn: "${k.arn}", policy: document(ADMIN) },
      provider: { region: "ap-southeast-1" },
    },
    passes: {
      there: [key({ multi_region: true })],
      wants: { primary_key_arn: "${k.arn}", policy: document(ADMIN) },
      provider: { region: "ap-southeast-1" },
    },
  },
  "organizations/type-not-enabled": within(
    "aws_organizations_policy_attachment",
    ATTACH,
    [organization([RCP]), control()],
    [organization([SCP]), control()],
  ),
  "organizations/attached-twice": within(
    "aws_organizations_policy_attachment",
    ATTACH,
    [control(), applied("c")],
    [control(), applied("c", "ou-aaaa-22222222")],
  ),
  "organizations/sixth-attachment": within(
    "aws_organizations_policy_attachment",
    ATTACH,
    [control(), ...five.flatMap((name) => [control(name), applied(name)])],
    [control(), ...five.slice(1).flatMap((name) => [control(name), applied(name)])],
  ),
  "organizations/policy-in-use": removes(control(), [applied("c")]),
  "organizations/unit-not-empty": {
    type: "aws_organizations_organizational_unit",
    refused: { there: nested(2), removes: "n0" },
    passes: { there: nested(2), removes: "n1" },
  },
  "organizations/units-too-deep": {
    type: "aws_organizations_organizational_unit",
    refused: { there: nested(5), wants: { name: "x", parent_id: "${n4.id}" } },
    passes: { there: nested(5), wants: { name: "x", parent_id: "${n3.id}" } },
  },
};
