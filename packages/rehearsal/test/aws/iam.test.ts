import { afterAll, describe, expect, test } from "@jest/globals";
import { answers } from "./cases";
import { rehearsedWorld } from "./worlds";

const like = (pattern: RegExp) => expect.stringMatching(pattern) as never;
const TRUST = { assume_role_policy: "{}" };

describe("IAM answers", () =>
  answers([
    [
      "a role at the root path",
      "aws_iam_role",
      { name: "r", ...TRUST },
      { id: "r", arn: "arn:aws:iam::111122223333:role/r", unique_id: like(/^AROA[A-Z2-7]{17}$/) },
    ],
    [
      "a role on a path",
      "aws_iam_role",
      { name: "p", path: "/data/", ...TRUST },
      { arn: "arn:aws:iam::111122223333:role/data/p" },
    ],
    ["a user", "aws_iam_user", { name: "u" }, { unique_id: like(/^AIDA/), arn: "arn:aws:iam::111122223333:user/u" }],
    [
      "a policy by its ARN",
      "aws_iam_policy",
      { name: "p", policy: "{}" },
      { id: "arn:aws:iam::111122223333:policy/p", attachment_count: 0 },
    ],
    ["a role's policy by both names", "aws_iam_role_policy", { role: "r", name: "n", policy: "{}" }, { id: "r:n" }],
    ["an attachment to a role by both", "aws_iam_role_policy_attachment", { role: "r", policy_arn: "arn:p" }, { id: "r/arn:p" }],
    [
      "and one to a user by a number",
      "aws_iam_user_policy_attachment",
      { user: "u", policy_arn: "arn:p" },
      { id: like(/^u-\d{26}$/) },
    ],
    [
      "a provider of identities without its scheme",
      "aws_iam_openid_connect_provider",
      { url: "https://idp.example/x", client_id_list: ["c"] },
      { arn: "arn:aws:iam::111122223333:oidc-provider/idp.example/x" },
    ],
    [
      "a secret in clear text",
      "aws_iam_access_key",
      { user: "u" },
      { id: like(/^AKIA/), secret: like(/^\w{40}$/), encrypted_secret: null },
    ],
    ["or encrypted", "aws_iam_access_key", { user: "u", pgp_key: "k" }, { secret: null, encrypted_secret: like(/./) }],
    [
      "a service's own role",
      "aws_iam_service_linked_role",
      { aws_service_name: "datasync.amazonaws.com" },
      { arn: "arn:aws:iam::111122223333:role/aws-service-role/datasync.amazonaws.com/AWSServiceRoleForDataSync" },
    ],
    [
      "an organizational unit under its root",
      "aws_organizations_organizational_unit",
      { name: "us", parent_id: "r-x" },
      { id: like(/^ou-[a-z0-9]{4}-[a-z0-9]{8}$/) },
    ],
    [
      "a resource control policy",
      "aws_organizations_policy",
      { name: "rcp", type: "RESOURCE_CONTROL_POLICY", content: "{}" },
      { arn: like(/^arn:aws:organizations::111122223333:policy\/o-[a-z0-9]{10}\/resource_control_policy\/p-[a-z0-9]{8}$/) },
    ],
    [
      "an organization's roots with their policy types",
      "aws_organizations_organization",
      { enabled_policy_types: ["RESOURCE_CONTROL_POLICY"] },
      {
        master_account_id: "111122223333",
        roots: [{ name: "Root", policy_types: [{ status: "ENABLED", type: "RESOURCE_CONTROL_POLICY" }] }],
      },
    ],
    [
      "a permission set inside its instance",
      "aws_ssoadmin_permission_set",
      { name: "p", instance_arn: "arn:aws:sso:::instance/ssoins-1" },
      { arn: like(/^arn:aws:sso:::permissionSet\/ssoins-1\/ps-[0-9a-f]{16}$/) },
    ],
  ]));

describe("a name", () => {
  const { made, close } = rehearsedWorld();
  afterAll(close);
  const account = (id: string, region = "us-east-1") => ({ region, allowed_account_ids: [id] });
  const cases: readonly [
    name: string,
    type: string,
    args: Record<string, string>,
    first: object,
    second: object,
    isTaken: boolean,
  ][] = [
    [
      "of a role is taken in its account",
      "aws_iam_role",
      { name: "a", ...TRUST },
      account("111122223333"),
      account("111122223333", "us-west-2"),
      true,
    ],
    [
      "of a role is free in another account",
      "aws_iam_role",
      { name: "b", ...TRUST },
      account("111122223333"),
      account("444455556666"),
      false,
    ],
    [
      "of a bucket is taken everywhere",
      "aws_s3_bucket",
      { bucket: "b" },
      account("111122223333"),
      account("444455556666", "us-west-2"),
      true,
    ],
    [
      "of a log group is taken in its region",
      "aws_cloudwatch_log_group",
      { name: "g" },
      account("111122223333"),
      account("111122223333"),
      true,
    ],
    [
      "of a log group is free in another region",
      "aws_cloudwatch_log_group",
      { name: "h" },
      account("111122223333"),
      account("111122223333", "us-west-2"),
      false,
    ],
  ];
  test.each(cases)("%s", (_name, type, args, first, second, isTaken) => {
    made(type, args, first as never);
    const again = () => made(type, args, second as never);
    if (isTaken) expect(again).toThrow(`creating ${type}: "${args["name"] ?? args["bucket"]}" already exists`);
    else expect(again()["id"]).toBe(args["name"]);
  });
  test("of a role is taken in other letters too", () => {
    expect(() => made("aws_iam_role", { name: "A", ...TRUST }, account("111122223333"))).toThrow("already exists");
  });
});
