import { describe, expect, test } from "@jest/globals";
import { ask } from "../support/ask";
import { plan, state } from "../support/plans";
import type { Documents } from "../support/stacks";

const ACCOUNT = "111122223333";
const provider = { aws: [{ region: "us-east-1", allowed_account_ids: [ACCOUNT] }] };
const stack = (resource: object, more: object = {}): Documents => ({ "a.tf.json": { provider, resource, ...more } });

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string, resource: string, more: object = {}) => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...more,
});
const deny = (action: string, resource: string, more: object = {}) => ({ ...allow(action, resource, more), Effect: "Deny" });

const TRUST = document({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "sts:AssumeRole" });
const READ = document(allow("s3:GetObject", "arn:aws:s3:::data/*"));
const ROLE = { aws_iam_role: { reader: { name: "reader", path: "/us/", assume_role_policy: TRUST } } };
const BUCKET = { aws_s3_bucket: { data: { bucket: "data" } } };
const MANAGED = { aws_iam_policy: { read: { name: "read", policy: READ } } };

const GET = { action: "s3:GetObject", target: { arn: "arn:aws:s3:::data/a" } };
const READER = { principal: { address: "a/aws_iam_role.reader" }, ...GET };
const attachment = (type: string, more: object) => ({ [type]: { at: { policy_arn: "${aws_iam_policy.read.arn}", ...more } } });

describe("a role's policies", () => {
  const inline = (policy: unknown) => ({ aws_iam_role_policy: { p: { role: "${aws_iam_role.reader.id}", policy } } });
  const data = (statement: object) => ({ data: { aws_iam_policy_document: { d: { statement: [statement] } } } });
  test.each<[string, Documents, string]>([
    ["are none", stack({ ...ROLE, ...BUCKET }), "denied"],
    ["are inline", stack({ ...ROLE, ...BUCKET, ...inline(READ) }), "allowed"],
    [
      "name the bucket by a reference",
      stack({ ...ROLE, ...BUCKET, ...inline(READ.replace("arn:aws:s3:::data", "${aws_s3_bucket.data.arn}")) }),
      "allowed",
    ],
    [
      "are encoded from an object",
      stack({
        ...ROLE,
        ...BUCKET,
        ...inline(
          '${jsonencode({Version = "2012-10-17", Statement = [{Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.data.arn}/*"}]})}',
        ),
      }),
      "allowed",
    ],
    [
      "are a document of the data source",
      stack(
        { ...ROLE, ...BUCKET, ...inline("${data.aws_iam_policy_document.d.json}") },
        data({ actions: ["s3:GetObject"], resources: ["${aws_s3_bucket.data.arn}/*"] }),
      ),
      "allowed",
    ],
    [
      "are such a document about something else",
      stack(
        { ...ROLE, ...BUCKET, ...inline("${data.aws_iam_policy_document.d.json}") },
        data({ actions: ["s3:GetObject"], resources: ["${aws_s3_bucket.data.arn}"] }),
      ),
      "denied",
    ],
    ["aren't known", stack({ ...ROLE, ...BUCKET, ...inline("${var.policy}") }), "undecided"],
    ["are in a file", stack({ ...ROLE, ...BUCKET, ...inline('${file("policy.json")}') }), "undecided"],
    ["are no policy", stack({ ...ROLE, ...BUCKET, ...inline('{"Statement": [{"Effect": "Permit"}]}') }), "undecided"],
    [
      "are attached",
      stack({ ...ROLE, ...BUCKET, ...MANAGED, ...attachment("aws_iam_role_policy_attachment", { role: "reader" }) }),
      "allowed",
    ],
    [
      "are attached with others",
      stack({
        ...ROLE,
        ...BUCKET,
        ...MANAGED,
        ...attachment("aws_iam_policy_attachment", { name: "n", roles: ["${aws_iam_role.reader.name}"] }),
      }),
      "allowed",
    ],
    [
      "are attached to somebody else",
      stack({ ...ROLE, ...BUCKET, ...MANAGED, ...attachment("aws_iam_role_policy_attachment", { role: "other" }) }),
      "denied",
    ],
    [
      "are attached to nobody knows whom",
      stack({ ...ROLE, ...BUCKET, ...MANAGED, ...attachment("aws_iam_role_policy_attachment", { role: "${var.role}" }) }),
      "undecided",
    ],
    [
      "are listed in the role",
      stack({
        ...BUCKET,
        ...MANAGED,
        aws_iam_role: { reader: { ...ROLE.aws_iam_role.reader, managed_policy_arns: ["${aws_iam_policy.read.arn}"] } },
      }),
      "allowed",
    ],
    [
      "stand in the role",
      stack({
        ...BUCKET,
        aws_iam_role: { reader: { ...ROLE.aws_iam_role.reader, inline_policy: [{ name: "p", policy: READ }] } },
      }),
      "allowed",
    ],
    [
      "are somebody else's, of whose text nothing is known",
      stack({
        ...ROLE,
        ...BUCKET,
        aws_iam_role_policy_attachment: { at: { role: "reader", policy_arn: `arn:aws:iam::${ACCOUNT}:policy/elsewhere` } },
      }),
      "undecided",
    ],
    [
      "are within a boundary that allows it",
      stack({
        ...BUCKET,
        ...MANAGED,
        ...inline(READ),
        aws_iam_role: { reader: { ...ROLE.aws_iam_role.reader, permissions_boundary: "${aws_iam_policy.read.arn}" } },
      }),
      "allowed",
    ],
    [
      "are cut by a boundary",
      stack({
        ...BUCKET,
        aws_iam_policy: { read: { name: "read", policy: document(allow("ec2:*", "*")) } },
        ...inline(READ),
        aws_iam_role: { reader: { ...ROLE.aws_iam_role.reader, permissions_boundary: "${aws_iam_policy.read.arn}" } },
      }),
      "denied",
    ],
  ])("%s", (_, documents, decision) => expect(ask(documents, READER).decision).toBe(decision));
});

describe("a user's policies", () => {
  const USER = { aws_iam_user: { ann: { name: "ann" } } };
  const GROUP = { aws_iam_group: { team: { name: "team" } }, aws_iam_group_policy: { p: { group: "team", policy: READ } } };
  const ANN = { principal: { user: `arn:aws:iam::${ACCOUNT}:user/ann` }, ...GET };
  test.each<[string, Documents, string]>([
    ["are the user's own", stack({ ...USER, ...BUCKET, aws_iam_user_policy: { p: { user: "ann", policy: READ } } }), "allowed"],
    [
      "are those of a group",
      stack({ ...USER, ...BUCKET, ...GROUP, aws_iam_group_membership: { m: { name: "m", group: "team", users: ["ann"] } } }),
      "allowed",
    ],
    [
      "are those of groups",
      stack({
        ...USER,
        ...BUCKET,
        ...GROUP,
        aws_iam_user_group_membership: { m: { user: "${aws_iam_user.ann.name}", groups: ["team"] } },
      }),
      "allowed",
    ],
    [
      "aren't those of a group that holds others",
      stack({ ...USER, ...BUCKET, ...GROUP, aws_iam_group_membership: { m: { name: "m", group: "team", users: ["bob"] } } }),
      "denied",
    ],
  ])("%s", (_, documents, decision) => expect(ask(documents, ANN).decision).toBe(decision));
});

describe("a bucket's policy", () => {
  const ofBucket = (policy: string) => ({ aws_s3_bucket_policy: { p: { bucket: "${aws_s3_bucket.data.id}", policy } } });
  const everybody = { Principal: "*" };
  const reading = { aws_iam_role_policy: { p: { role: "reader", policy: READ } } };
  test.each<[string, Documents, object, string]>([
    [
      "opens it to the role",
      stack({
        ...ROLE,
        ...BUCKET,
        ...ofBucket(document(allow("s3:GetObject", "arn:aws:s3:::data/*", { Principal: { AWS: "${aws_iam_role.reader.arn}" } }))),
      }),
      READER,
      "allowed",
    ],
    [
      "opens it to everybody",
      stack({ ...BUCKET, ...ofBucket(document(allow("s3:GetObject", "arn:aws:s3:::data/*", everybody))) }),
      { principal: { anonymous: true }, ...GET },
      "allowed",
    ],
    [
      "opens it to everybody, which is blocked",
      stack({
        ...BUCKET,
        ...ofBucket(document(allow("s3:GetObject", "arn:aws:s3:::data/*", everybody))),
        aws_s3_bucket_public_access_block: { b: { bucket: "data", restrict_public_buckets: true } },
      }),
      { principal: { anonymous: true }, ...GET },
      "denied",
    ],
    [
      "denies it to all but another",
      stack({
        ...ROLE,
        ...BUCKET,
        ...reading,
        ...ofBucket(
          document(
            deny("s3:*", "arn:aws:s3:::data/*", {
              ...everybody,
              Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/us/restore" } },
            }),
          ),
        ),
      }),
      READER,
      "denied",
    ],
    [
      "denies it to all but this role",
      stack({
        ...ROLE,
        ...BUCKET,
        ...reading,
        ...ofBucket(
          document(
            deny("s3:*", "arn:aws:s3:::data/*", {
              ...everybody,
              Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/us/reader" } },
            }),
          ),
        ),
      }),
      READER,
      "allowed",
    ],
    [
      "stands in the bucket",
      stack({
        ...ROLE,
        ...reading,
        aws_s3_bucket: { data: { bucket: "data", policy: document(deny("s3:*", "arn:aws:s3:::data/*", everybody)) } },
      }),
      READER,
      "denied",
    ],
    ["isn't known", stack({ ...ROLE, ...BUCKET, ...reading, ...ofBucket("${var.policy}") }), READER, "undecided"],
  ])("%s", (_, documents, request, decision) => expect(ask(documents, request).decision).toBe(decision));
});

describe("a key's policy", () => {
  const DECRYPT = {
    principal: { address: "a/aws_iam_role.reader" },
    action: "kms:Decrypt",
    target: { address: "a/aws_kms_key.k" },
  };
  const decrypting = { aws_iam_role_policy: { p: { role: "reader", policy: document(allow("kms:Decrypt", "*")) } } };
  const key = (more: object) => ({ aws_kms_key: { k: { description: "k", ...more } } });
  const ROOT = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
  const named = document(allow("kms:Decrypt", "*", { Principal: { AWS: "${aws_iam_role.reader.arn}" } }));
  test.each<[string, Documents, string]>([
    ["is the default: the account's policies decide", stack({ ...ROLE, ...key({}), ...decrypting }), "allowed"],
    ["is the default, and no policy allows it", stack({ ...ROLE, ...key({}) }), "denied"],
    ["names the role", stack({ ...ROLE, ...key({ policy: named }) }), "allowed"],
    [
      "names the role, in a resource of its own",
      stack({ ...ROLE, ...key({}), aws_kms_key_policy: { p: { key_id: "${aws_kms_key.k.id}", policy: named } } }),
      "allowed",
    ],
    [
      "leaves it to the account, for another action",
      stack({ ...ROLE, ...key({ policy: document(allow("kms:Describe*", "*", ROOT)) }), ...decrypting }),
      "denied",
    ],
    [
      "doesn't name it, and a grant does",
      stack({
        ...ROLE,
        ...key({ policy: document(allow("kms:Describe*", "*", ROOT)) }),
        aws_kms_grant: {
          g: { key_id: "${aws_kms_key.k.key_id}", grantee_principal: "${aws_iam_role.reader.arn}", operations: ["Decrypt"] },
        },
      }),
      "allowed",
    ],
  ])("%s", (_, documents, decision) => expect(ask(documents, DECRYPT).decision).toBe(decision));
});

describe("an organization's policies", () => {
  const ORGANIZATION = {
    "aws_organizations_organization.o": {
      id: "o-a1b2c3d4e5",
      master_account_id: "999922223333",
      enabled_policy_types: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
      roots: [{ id: "r-ab12" }],
    },
    "aws_organizations_organizational_unit.data": { id: "ou-ab12-data0001", name: "data", parent_id: "r-ab12" },
    "aws_organizations_account.data": { id: ACCOUNT, name: "data", parent_id: "ou-ab12-data0001" },
    "aws_s3_bucket.data": { bucket: "data", arn: "arn:aws:s3:::data", id: "data" },
    "aws_iam_user.ann": { name: "ann", arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
    "aws_iam_user_policy.p": { user: "ann", policy: READ },
  };
  const attached = (type: string, content: object, target: string) => ({
    "aws_organizations_policy.p": { id: "p-abcd1234", name: "p", type, content: document(content) },
    "aws_organizations_policy_attachment.at": { policy_id: "p-abcd1234", target_id: target },
  });
  const SCP = deny("s3:Get*", "*");
  const RCP = deny("s3:GetObject", "*", { Principal: "*" });
  const ANN = { principal: { user: `arn:aws:iam::${ACCOUNT}:user/ann` }, ...GET };
  test.each<[string, object, string]>([
    ["are none", {}, "allowed"],
    ["deny it to the account", attached("SERVICE_CONTROL_POLICY", SCP, ACCOUNT), "denied"],
    ["deny it to the unit that holds the account", attached("SERVICE_CONTROL_POLICY", SCP, "ou-ab12-data0001"), "denied"],
    ["deny it to everybody", attached("SERVICE_CONTROL_POLICY", SCP, "r-ab12"), "denied"],
    ["deny it to another unit", attached("SERVICE_CONTROL_POLICY", SCP, "ou-ab12-other001"), "allowed"],
    ["deny it on the unit's resources", attached("RESOURCE_CONTROL_POLICY", RCP, "ou-ab12-data0001"), "denied"],
    [
      "deny something else on them",
      attached("RESOURCE_CONTROL_POLICY", { ...RCP, Action: "s3:PutObject" }, "ou-ab12-data0001"),
      "allowed",
    ],
  ])("%s", (_, more, decision) => expect(ask({ "a.json": state({ ...ORGANIZATION, ...more }) }, ANN).decision).toBe(decision));

  test("of a unit that isn't among what was given could deny anything", () => {
    const { "aws_organizations_organizational_unit.data": _, ...others } = ORGANIZATION;
    const documents = { "a.json": state({ ...others, ...attached("SERVICE_CONTROL_POLICY", SCP, "r-ab12") }) };
    expect(ask(documents, ANN).decision).toBe("undecided");
  });

  test("of an account whose place isn't known could deny anything", () => {
    const { "aws_organizations_account.data": _, ...others } = ORGANIZATION;
    const documents = { "a.json": state({ ...others, ...attached("SERVICE_CONTROL_POLICY", SCP, "ou-ab12-data0001") }) };
    expect(ask(documents, ANN).decision).toBe("undecided");
  });
});

describe("an account that its provider doesn't name", () => {
  const made = (resource: object): Documents => ({ "a.tf.json": { provider: { aws: [{ region: "us-east-1" }] }, resource } });
  const reading = { aws_iam_role_policy: { p: { role: "reader", policy: READ } } };
  const STRANGER = { principal: { user: "arn:aws:iam::999922223333:user/eve" }, ...GET };
  const open = {
    aws_s3_bucket_policy: { p: { bucket: "data", policy: document(allow("s3:GetObject", "*", { Principal: "*" })) } },
  };
  test.each<[string, Documents, object, string]>([
    ["is that of what else it makes", made({ ...ROLE, ...BUCKET, ...reading }), READER, "allowed"],
    ["may be that of somebody whose account has a name", made(BUCKET), STRANGER, "undecided"],
    [
      "is no secret to a bucket that is open to all",
      made({ ...BUCKET, ...open }),
      { principal: { anonymous: true }, ...GET },
      "allowed",
    ],
  ])("%s", (_, documents, request, decision) => expect(ask(documents, request).decision).toBe(decision));
});

describe("plans and states", () => {
  const values = {
    "aws_s3_bucket.data": { bucket: "data", arn: "arn:aws:s3:::data", id: "data" },
    "aws_iam_user.ann": { name: "ann", arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
    "aws_iam_user_policy.p": { user: "ann", policy: READ },
  };
  const changes = Object.entries(values).map(([address, after]) => ({ address, after }));
  const planned = (change: object) =>
    plan({ changes: changes.map((one) => (one.address === "aws_iam_user_policy.p" ? { ...one, ...change } : one)) });
  const ANN = { principal: { user: `arn:aws:iam::${ACCOUNT}:user/ann` }, ...GET };
  test.each<[string, unknown, string]>([
    ["a state says what there is", state(values), "allowed"],
    ["a plan says what there will be", plan({ changes }), "allowed"],
    [
      "a policy that the plan destroys is gone",
      planned({ actions: ["delete"], before: values["aws_iam_user_policy.p"], after: null }),
      "denied",
    ],
    [
      "one that is known only after apply could say anything",
      planned({ after: { user: "ann" }, unknown: { policy: true } }),
      "undecided",
    ],
  ])("%s", (_, what, decision) => expect(ask({ "a.json": what }, ANN).decision).toBe(decision));
});
