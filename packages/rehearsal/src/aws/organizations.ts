import type { Compute, Row } from "../engine/cloud";
import { isList, textOf, type Value } from "../schema/value";
import { byAttribute, byName, global, text } from "./forms";

/** The root with the policy types that are enabled in it. Source: Organizations API Reference, Root. */
const roots: Compute = (of) => {
  const types = of("enabled_policy_types");
  const id = text(of, "root");
  return [
    {
      arn: `arn:${text(of, "partition")}:organizations::${text(of, "account")}:root/${text(of, "organization")}/${id}`,
      id,
      name: "Root",
      policy_types: isList(types) ? types.map((type): Value => ({ status: "ENABLED", type })) : [],
    },
  ];
};

/** What is known of the account that an organization belongs to: it was there before. */
export const MANAGEMENT_ACCOUNT = {
  email: "management@example.com",
  joined_method: "INVITED",
  name: "management",
  state: "ACTIVE",
  status: "ACTIVE",
} as const;

const managementAccount: Compute = (of) => [
  { ...MANAGEMENT_ACCOUNT, arn: text(of, "master_account_arn"), id: text(of, "account"), joined_timestamp: text(of, "now") },
];

/** Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference, AWS Organizations (ARNs); Organizations API Reference (id patterns). */
export const ORGANIZATIONS: Readonly<Record<string, Row>> = {
  aws_organizations_account: {
    planned: { parent_id: "{root}" },
    values: {
      id: "{digits:12}",
      arn: global("organizations", "account/{organization}/{id}"),
      joined_method: "CREATED",
      joined_timestamp: "{now}",
      state: "ACTIVE",
      status: "ACTIVE",
    },
    unique: ["{email}"],
  },
  aws_organizations_delegated_administrator: byName(
    "{account_id}/{service_principal}",
    global("organizations", "account/{organization}/{account_id}"),
    {
      delegation_enabled_date: "{now}",
      email: (of, world) => textOf(byAttribute(world, "aws_organizations_account", "id", of("account_id"))?.["email"]),
      name: (of, world) => textOf(byAttribute(world, "aws_organizations_account", "id", of("account_id"))?.["name"]),
      joined_method: "CREATED",
      joined_timestamp: "{now}",
      status: "ACTIVE",
    },
  ),
  aws_organizations_organization: {
    values: {
      id: "{organization}",
      arn: global("organizations", "organization/{id}"),
      master_account_arn: global("organizations", "account/{id}/{account}"),
      master_account_email: MANAGEMENT_ACCOUNT.email,
      master_account_id: "{account}",
      master_account_name: MANAGEMENT_ACCOUNT.name,
      accounts: managementAccount,
      non_master_accounts: [],
      roots,
    },
    unique: ["organization"],
  },
  aws_organizations_organizational_unit: {
    values: {
      id: (of) => `ou-${text(of, "root").slice(2)}-${text(of, "lower:8")}`,
      arn: global("organizations", "ou/{organization}/{id}"),
      accounts: [],
    },
    unique: ["{parent_id}|{name}"],
  },
  aws_organizations_policy: {
    values: { id: "p-{lower:8}", arn: global("organizations", "policy/{organization}/{lowercase:type}/{id}") },
    unique: ["{type}|{name}"],
  },
  aws_organizations_policy_attachment: byName("{target_id}:{policy_id}"),
  aws_organizations_resource_policy: {
    ...byName("rp-{lower:8}", global("organizations", "resourcepolicy/{organization}/{id}")),
    unique: ["resource policy"],
  },
};
