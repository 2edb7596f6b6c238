import { type ObjectValue, textOf } from "../../schema/value";
import type { Asked, RefusalRow } from "../row";
import { isOwnArn, ownNamed, ownOf } from "./own";

/** Inline policies and attachments: the argument that names who they are of, and the type of that. */
const HOLDERS: Readonly<Record<string, readonly [argument: string, holder: string]>> = {
  aws_iam_role_policy: ["role", "aws_iam_role"],
  aws_iam_role_policy_attachment: ["role", "aws_iam_role"],
  aws_iam_instance_profile: ["role", "aws_iam_role"],
  aws_iam_user_policy: ["user", "aws_iam_user"],
  aws_iam_user_policy_attachment: ["user", "aws_iam_user"],
  aws_iam_access_key: ["user", "aws_iam_user"],
  aws_iam_user_login_profile: ["user", "aws_iam_user"],
  aws_iam_group_policy: ["group", "aws_iam_group"],
  aws_iam_group_policy_attachment: ["group", "aws_iam_group"],
  aws_iam_group_membership: ["group", "aws_iam_group"],
};

const ATTACHMENTS = ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment"];

/** Whatever is attached to an entity, or kept inside of it. */
function heldBy(asked: Asked, holder: string): readonly ObjectValue[] {
  const name = textOf(asked.wanted["name"]);
  return Object.entries(HOLDERS).flatMap(([type, [argument, of]]) =>
    of === holder ? ownOf(asked, type).filter((one) => textOf(one[argument]) === name) : [],
  );
}

const attached = (asked: Asked, policy: string) =>
  ATTACHMENTS.flatMap((type) => ownOf(asked, type)).filter((one) => one["policy_arn"] === policy);

const entity = (type: string) => type.replace("aws_iam_", "");

/** Sources: IAM API reference, the errors of each operation; IAM User Guide, IAM and AWS STS quotas. */
export const IDENTITIES: readonly RefusalRow[] = [
  {
    id: "iam/holder-missing",
    types: Object.keys(HOLDERS),
    code: "NoSuchEntity",
    refuses: (asked) => {
      const [argument = "", holder = ""] = HOLDERS[asked.type] ?? [];
      const name = textOf(asked.wanted[argument]);
      return name !== "" && !ownNamed(asked, holder, name)
        ? `the ${entity(holder)} with name ${name} cannot be found`
        : undefined;
    },
    source: "IAM API reference, PutRolePolicy, AttachRolePolicy and the like, NoSuchEntity",
  },
  {
    id: "iam/policy-missing",
    types: ATTACHMENTS,
    code: "NoSuchEntity",
    refuses: (asked) => {
      const arn = textOf(asked.wanted["policy_arn"]);
      return isOwnArn(arn, asked) && !ownOf(asked, "aws_iam_policy").some((one) => one["arn"] === arn)
        ? `policy ${arn} does not exist or is not attachable`
        : undefined;
    },
    source: "IAM API reference, AttachRolePolicy, NoSuchEntity",
  },
  {
    id: "iam/boundary-missing",
    types: ["aws_iam_role", "aws_iam_user"],
    code: "NoSuchEntity",
    refuses: (asked) => {
      const arn = textOf(asked.wanted["permissions_boundary"]);
      return isOwnArn(arn, asked) && !ownOf(asked, "aws_iam_policy").some((one) => one["arn"] === arn)
        ? `Scope ARN: ${arn} does not exist or is not attachable`
        : undefined;
    },
    source: "IAM API reference, PutRolePermissionsBoundary, NoSuchEntity",
  },
  {
    id: "iam/name-taken-in-another-case",
    types: ["aws_iam_role", "aws_iam_user", "aws_iam_group"],
    on: ["create"],
    code: "EntityAlreadyExists",
    refuses: (asked) => {
      const name = textOf(asked.wanted["name"]);
      const other = ownNamed(asked, asked.type, name);
      return other && other["name"] !== name
        ? `${entity(asked.type)} with name ${textOf(other["name"])} already exists`
        : undefined;
    },
    source: "IAM User Guide, IAM identifiers: names are not distinguished by case",
  },
  {
    id: "iam/still-held",
    types: ["aws_iam_role", "aws_iam_user", "aws_iam_group"],
    on: ["remove"],
    code: "DeleteConflict",
    refuses: (asked) => {
      const isForced = asked.wanted["force_detach_policies"] === true || asked.wanted["force_destroy"] === true;
      return !isForced && heldBy(asked, asked.type).length > 0
        ? `cannot delete ${entity(asked.type)} "${textOf(asked.wanted["name"])}": something is attached to it`
        : undefined;
    },
    source: "IAM API reference, DeleteRole, DeleteConflict",
  },
  {
    id: "iam/policy-attached",
    types: ["aws_iam_policy"],
    on: ["remove"],
    code: "DeleteConflict",
    refuses: (asked) => {
      const arn = textOf(asked.wanted["arn"]);
      const bounds = ["aws_iam_role", "aws_iam_user"].flatMap((type) => ownOf(asked, type));
      return attached(asked, arn).length > 0 || bounds.some((one) => one["permissions_boundary"] === arn)
        ? "Cannot delete a policy attached to entities"
        : undefined;
    },
    source: "IAM API reference, DeletePolicy, DeleteConflict",
  },
  {
    id: "iam/too-many-attached",
    types: ATTACHMENTS,
    on: ["create"],
    code: "LimitExceeded",
    refuses: (asked) => {
      const [argument = ""] = HOLDERS[asked.type] ?? [];
      const holder = textOf(asked.wanted[argument]);
      const others = ownOf(asked, asked.type).filter((one) => textOf(one[argument]) === holder);
      return others.length >= 20 ? "Cannot exceed quota for PoliciesPerRole: 20" : undefined;
    },
    source: "IAM User Guide, IAM and AWS STS quotas: 10, which may be raised to 20",
  },
  {
    id: "iam/two-access-keys",
    types: ["aws_iam_access_key"],
    on: ["create"],
    code: "LimitExceeded",
    refuses: (asked) =>
      ownOf(asked, "aws_iam_access_key").filter((one) => one["user"] === asked.wanted["user"]).length >= 2
        ? "Cannot exceed quota for AccessKeysPerUser: 2"
        : undefined,
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "iam/service-linked",
    types: ["aws_iam_role_policy", "aws_iam_role_policy_attachment"],
    code: "UnmodifiableEntity",
    refuses: ({ wanted }) =>
      /^AWSServiceRoleFor/.test(textOf(wanted["role"]))
        ? `Cannot perform the operation on the protected role '${textOf(wanted["role"])}'`
        : undefined,
    source: "IAM API reference, PutRolePolicy, UnmodifiableEntity",
  },
];
