import { type Location, type PolicyStatement, parseMatchingRule, parseStatement, type Subject } from "oci-policy";
import { isList, type ObjectValue, objectsIn, textOf } from "../../schema/value";
import { byId, having } from "../look";
import type { Asked, RefusalRow } from "../row";

const POLICY = ["oci_identity_policy"];

const statementsOf = ({ wanted }: Asked): readonly string[] =>
  isList(wanted["statements"]) ? wanted["statements"].map(String) : [];

const parsed = (asked: Asked): readonly PolicyStatement[] =>
  statementsOf(asked).flatMap((text) => {
    const { statement } = parseStatement(text);
    return statement ? [statement] : [];
  });

/** The first name of a path below the policy's compartment that isn't there; those above the policy count as well. */
function missingCompartment(asked: Asked): string | undefined {
  const attached = textOf(asked.wanted["compartment_id"]);
  const paths = parsed(asked).flatMap((one) => ("location" in one ? pathOf(one.location) : []));
  for (const path of paths) {
    let parent = attached;
    for (const name of path) {
      const child = having(asked.world, "oci_identity_compartment", "compartment_id", parent).find(
        (one) => textOf(one["name"]).toLowerCase() === name.toLowerCase(),
      );
      if (!child) return name;
      parent = textOf(child["id"]);
    }
  }
  return undefined;
}

const pathOf = (location: { readonly kind: string } | Location): readonly (readonly string[])[] =>
  "path" in location ? [location.path] : [];

/** Groups that every domain has from the start. Source: Identity domains, "Managing Groups". */
const BUILT_IN = new Set(["administrators", "all domain users", "domain_administrators"]);

/** A group that a statement names, in a domain that the rehearsal knows, and that nobody has made. */
function missingGroup(asked: Asked): string | undefined {
  const subjects = parsed(asked).flatMap((one) => (one.kind === undefined ? [one.subject] : []));
  for (const subject of subjects) {
    if (subject.kind !== "group" && subject.kind !== "dynamic-group") continue;
    const missing = subject.names.find((name) => "name" in name && !groupExists(asked, subject.kind, name));
    if (missing && "name" in missing) return `${missing.domain ?? "Default"}/${missing.name}`;
  }
  return undefined;
}

type Named = Extract<Extract<Subject, { kind: "group" | "dynamic-group" }>["names"][number], { name: string }>;

function groupExists({ world }: Asked, kind: string, { domain = "Default", name }: Named): boolean {
  if (BUILT_IN.has(name.toLowerCase())) return true;
  const isNamed = (one: ObjectValue) =>
    ["name", "display_name"].some((attribute) => textOf(one[attribute]).toLowerCase() === name.toLowerCase());
  if (domain.toLowerCase() === "default")
    return world.all(kind === "group" ? "oci_identity_group" : "oci_identity_dynamic_group").some(isNamed);
  const found = world
    .all("oci_identity_domain")
    .find((one) => textOf(one["display_name"]).toLowerCase() === domain.toLowerCase());
  if (!found) return false;
  const type = kind === "group" ? "oci_identity_domains_group" : "oci_identity_domains_dynamic_resource_group";
  return having(world, type, "idcs_endpoint", textOf(found["url"])).some(isNamed);
}

/** What lies in a compartment: everything with its id. */
const CONTENTS = [
  "oci_identity_compartment",
  "oci_objectstorage_bucket",
  "oci_kms_vault",
  "oci_database_autonomous_database",
  "oci_core_vcn",
  "oci_core_instance",
  "oci_container_instances_container_instance",
  "oci_load_balancer_load_balancer",
  "oci_dns_zone",
  "oci_identity_domain",
  "oci_logging_log_group",
];

const depthOf = ({ wanted, world }: Asked): number => {
  let depth = 1;
  for (let parent = byId(world, "oci_identity_compartment", wanted["compartment_id"]); parent; depth++)
    parent = byId(world, "oci_identity_compartment", parent["compartment_id"]);
  return depth;
};

/** Sources: OCI documentation, IAM (Managing Policies, Compartments, Dynamic Groups, Network Sources, Domains), Service Limits. */
export const IDENTITY: readonly RefusalRow[] = [
  {
    id: "identity/statement",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const wrong = statementsOf(asked).find((text) => !parseStatement(text).statement);
      return wrong === undefined
        ? undefined
        : `Invalid statement "${wrong}": ${parseStatement(wrong).diagnostic?.message ?? "it can't be read"}`;
    },
    source: "IAM, Policy Syntax",
  },
  {
    id: "identity/no-statement",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => (statementsOf(asked).length === 0 ? "a policy has a statement at least" : undefined),
    source: "IAM API, CreatePolicyDetails, statements",
  },
  {
    id: "identity/too-many-statements",
    types: POLICY,
    code: "400-LimitExceeded",
    refuses: (asked) =>
      statementsOf(asked).length > 50 ? `a policy has 50 statements at most, found ${statementsOf(asked).length}` : undefined,
    source: "Service Limits, IAM Without Identity Domains Limits",
  },
  {
    id: "identity/too-many-policies",
    types: POLICY,
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: ({ world }) => (world.all("oci_identity_policy").length >= 100 ? "a tenancy has 100 policies at most" : undefined),
    source: "Service Limits, IAM Without Identity Domains Limits",
  },
  {
    id: "identity/statement-on-missing-compartment",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const missing = missingCompartment(asked);
      return missing && `Compartment {${missing}} does not exist or is not part of the policy compartment subtree`;
    },
    source: "IAM, How Policies Work, Policies and Compartment Hierarchies",
  },
  {
    id: "identity/statement-for-missing-group",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const missing = missingGroup(asked);
      return missing && `the statement is for "${missing}", which nobody has made: names are bound to ids when a policy is saved`;
    },
    source: "IAM, Managing Policies; Managing Groups",
  },
  {
    id: "identity/matching-rule",
    types: ["oci_identity_dynamic_group", "oci_identity_domains_dynamic_resource_group"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const text = textOf(wanted["matching_rule"]);
      const { rule, diagnostic } = parseMatchingRule(text);
      return rule || text === "" ? undefined : `Invalid matching rule "${text}": ${diagnostic?.message ?? "it can't be read"}`;
    },
    source: "IAM, Writing Matching Rules to Define Dynamic Groups",
  },
  {
    id: "identity/compartment-name",
    types: ["oci_identity_compartment"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      /^[\w.-]{1,100}$/.test(textOf(wanted["name"])) || textOf(wanted["name"]) === ""
        ? undefined
        : `"${textOf(wanted["name"])}" is no name of a compartment: up to 100 letters, digits, ".", "_" and "-"`,
    source: "IAM, Managing Compartments, To create a compartment",
  },
  {
    id: "identity/compartments-too-deep",
    types: ["oci_identity_compartment"],
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: (asked) => (depthOf(asked) > 6 ? "compartments lie six levels deep at most" : undefined),
    source: "IAM, Managing Compartments: a hierarchy six compartments deep",
  },
  {
    id: "identity/compartment-not-empty",
    types: ["oci_identity_compartment"],
    on: ["remove"],
    code: "409-CompartmentNotEmpty",
    refuses: ({ wanted, world }) => {
      if (wanted["enable_delete"] !== true) return undefined;
      const held = CONTENTS.find((type) => having(world, type, "compartment_id", textOf(wanted["id"])).length > 0);
      return held && `compartment "${textOf(wanted["name"])}" still holds ${held.replace("oci_", "").replaceAll("_", " ")}`;
    },
    source: "IAM, Managing Compartments, To delete a compartment",
  },
  {
    id: "identity/network-source-elsewhere",
    types: ["oci_identity_network_source"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, scope }) =>
      /^ocid1\.compartment\./.test(textOf(wanted["compartment_id"])) && wanted["compartment_id"] !== scope["tenancy"]
        ? "a network source lies in the root of the tenancy"
        : undefined,
    source: "IAM, Managing Network Sources",
  },
  {
    id: "identity/too-many-network-sources",
    types: ["oci_identity_network_source"],
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: ({ world }) =>
      world.all("oci_identity_network_source").length >= 10 ? "a tenancy has 10 network sources at most" : undefined,
    source: "IAM, Managing Network Sources",
  },
  {
    id: "identity/network-source-address",
    types: ["oci_identity_network_source"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const listed = isList(wanted["public_source_list"]) ? wanted["public_source_list"].map(String) : [];
      const wrong = listed.find((text) => !/^(\d{1,3}\.){3}\d{1,3}(\/\d{1,2})?$/.test(text) && !text.includes(":"));
      return wrong === undefined ? undefined : `"${wrong}" is neither an address nor a range of addresses`;
    },
    source: "IAM API, CreateNetworkSourceDetails, publicSourceList",
  },
  {
    id: "identity/active-domain",
    types: ["oci_identity_domain"],
    on: ["remove"],
    code: "409-Conflict",
    isKnownAtPlan: true,
    refuses: ({ wanted }) =>
      textOf(wanted["state"]) === "INACTIVE"
        ? undefined
        : `domain "${textOf(wanted["display_name"])}" must be deactivated first: set state to INACTIVE`,
    source: "Identity Domains, Deleting an Identity Domain",
  },
  {
    id: "identity/replica-in-home",
    types: ["oci_identity_domain_replication_to_region"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const domain = byId(world, "oci_identity_domain", wanted["domain_id"]);
      return domain && domain["home_region"] === wanted["replica_region"]
        ? "a domain isn't replicated to its own home region"
        : undefined;
    },
    source: "Identity Domains, Replicating an Identity Domain to Multiple Regions",
  },
  {
    id: "identity/third-secret-key",
    types: ["oci_identity_customer_secret_key"],
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: ({ wanted, world }) =>
      having(world, "oci_identity_customer_secret_key", "user_id", textOf(wanted["user_id"])).length >= 2
        ? "a user has two customer secret keys at most"
        : undefined,
    source: "IAM, Managing User Credentials, Working with Customer Secret Keys",
  },
  {
    id: "identity/in-the-group-already",
    types: ["oci_identity_user_group_membership"],
    on: ["create"],
    code: "409-MembershipAlreadyExists",
    refuses: ({ wanted, world }) =>
      having(world, "oci_identity_user_group_membership", "group_id", textOf(wanted["group_id"])).some(
        (one) => one["user_id"] === wanted["user_id"],
      )
        ? "the user is in that group already"
        : undefined,
    source: "IAM API, AddUserToGroup",
  },
  {
    id: "identity/tag-value",
    types: ["oci_identity_tag_default"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const tag = byId(world, "oci_identity_tag", wanted["tag_definition_id"]);
      const [validator] = objectsIn(tag?.["validator"]);
      const values = validator && isList(validator["values"]) ? validator["values"].map(String) : [];
      const value = textOf(wanted["value"]);
      return values.length > 0 && wanted["is_required"] !== true && !values.includes(value)
        ? `"${value}" is none of the values of that tag: ${values.join(", ")}`
        : undefined;
    },
    source: "Tagging, Using Predefined Values",
  },
  {
    id: "limits/quota",
    types: ["oci_limits_quota"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const wrong = statementsOf(asked).find(
        (text) => !/^\s*(set|unset|zero)\s+[\w-]+\s+quotas?\b.*\bin\s+(tenancy|compartment\s+\S+)/i.test(text),
      );
      return wrong === undefined ? undefined : `Invalid quota statement "${wrong}"`;
    },
    source: "Compartment Quotas, Quota Policy Syntax",
  },
];
