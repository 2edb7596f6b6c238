import { isList, textOf } from "../../schema/value";
import type { Asked, RefusalRow } from "../row";

const organization = ({ world }: Asked) => world.all("aws_organizations_organization")[0];

const attachmentsOf = ({ world }: Asked, name: "policy_id" | "target_id", value: string) =>
  world.all("aws_organizations_policy_attachment").filter((one) => one[name] === value);

const policy = ({ world }: Asked, id: string) => world.all("aws_organizations_policy").find((one) => one["id"] === id);

/** Sources: Organizations API reference, the errors of each operation; Organizations User Guide, quotas. */
export const ORGANIZATION: readonly RefusalRow[] = [
  {
    id: "organizations/type-not-enabled",
    types: ["aws_organizations_policy_attachment"],
    on: ["create"],
    code: "PolicyTypeNotEnabledException",
    refuses: (asked) => {
      const enabled = organization(asked)?.["enabled_policy_types"];
      const type = textOf(policy(asked, textOf(asked.wanted["policy_id"]))?.["type"]);
      return isList(enabled) && type !== "" && !enabled.includes(type)
        ? `policies of type ${type} are not enabled in this organization`
        : undefined;
    },
    source: "Organizations API reference, AttachPolicy, PolicyTypeNotEnabledException",
  },
  {
    id: "organizations/attached-twice",
    types: ["aws_organizations_policy_attachment"],
    on: ["create"],
    code: "DuplicatePolicyAttachmentException",
    refuses: (asked) =>
      attachmentsOf(asked, "policy_id", textOf(asked.wanted["policy_id"])).some(
        (one) => one["target_id"] === asked.wanted["target_id"],
      )
        ? "the policy is attached to that target already"
        : undefined,
    source: "Organizations API reference, AttachPolicy, DuplicatePolicyAttachmentException",
  },
  {
    id: "organizations/sixth-attachment",
    types: ["aws_organizations_policy_attachment"],
    on: ["create"],
    code: "ConstraintViolationException",
    refuses: (asked) => {
      const type = policy(asked, textOf(asked.wanted["policy_id"]))?.["type"];
      const others = attachmentsOf(asked, "target_id", textOf(asked.wanted["target_id"])).filter(
        (one) => policy(asked, textOf(one["policy_id"]))?.["type"] === type,
      );
      return type !== undefined && others.length >= 5 ? "a target has 5 policies of a type at most" : undefined;
    },
    source: "Organizations User Guide, Quotas for AWS Organizations",
  },
  {
    id: "organizations/policy-in-use",
    types: ["aws_organizations_policy"],
    on: ["remove"],
    code: "PolicyInUseException",
    refuses: (asked) =>
      asked.wanted["skip_destroy"] !== true && attachmentsOf(asked, "policy_id", textOf(asked.wanted["id"])).length > 0
        ? "the policy is attached to one or more entities"
        : undefined,
    source: "Organizations API reference, DeletePolicy, PolicyInUseException",
  },
  {
    id: "organizations/unit-not-empty",
    types: ["aws_organizations_organizational_unit"],
    on: ["remove"],
    code: "OrganizationalUnitNotEmptyException",
    refuses: ({ wanted, world }) =>
      ["aws_organizations_organizational_unit", "aws_organizations_account"].some((type) =>
        world.all(type).some((one) => one["parent_id"] === wanted["id"]),
      )
        ? "the organizational unit still holds accounts or units"
        : undefined,
    source: "Organizations API reference, DeleteOrganizationalUnit",
  },
  {
    id: "organizations/units-too-deep",
    types: ["aws_organizations_organizational_unit"],
    on: ["create"],
    code: "ConstraintViolationException",
    refuses: ({ wanted, world }) => {
      let parent = textOf(wanted["parent_id"]);
      let depth = 1;
      for (; parent.startsWith("ou-"); depth++)
        parent = textOf(world.all("aws_organizations_organizational_unit").find((one) => one["id"] === parent)?.["parent_id"]);
      return depth > 5 ? "organizational units lie 5 deep at most" : undefined;
    },
    source: "Organizations User Guide, Quotas for AWS Organizations: OU maximum nesting in a root",
  },
];
