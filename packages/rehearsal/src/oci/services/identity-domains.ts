import type { Row, Rows, Template, Templates } from "../../engine/cloud";

/** Source: Identity Domains API, Meta; the location ends in the resource's id. */
const meta = (plural: string, kind: string): Template => [
  {
    resource_type: kind,
    created: "{now}",
    last_modified: "{now}",
    location: `{idcs_endpoint}/admin/v1/${plural}/{id}`,
    version: "{hex:40}",
  },
];

/** A resource of a domain: its SCIM id beside an OCID of its kind. */
const scim = (kind: string, plural: string, more: Row & { readonly ocid?: string } = {}): Row => {
  const { ocid = kind.toLowerCase(), values, ...rest } = more;
  return { values: { id: "{hex:32}", ocid: `{ocid:${ocid}}`, meta: meta(plural, kind), ...values }, ...rest };
};

/** Strengths that a policy doesn't name are not set: nothing is checked. Source: Identity Domains API, PasswordPolicy. */
const UNSET: Templates = Object.fromEntries(
  [
    "distinct_characters",
    "lockout_duration",
    "max_incorrect_attempts",
    "max_length",
    "max_repeated_chars",
    "max_special_chars",
    "min_alpha_numerals",
    "min_alphas",
    "min_length",
    "min_lower_case",
    "min_numerals",
    "min_password_age",
    "min_special_chars",
    "min_unique_chars",
    "min_upper_case",
    "num_passwords_in_history",
    "password_expire_warning",
    "password_expires_after",
    "priority",
  ].map((name) => [name, null]),
);

/** Source: Identity Domains API, the data types of the same names. */
export const IDENTITY_DOMAINS: Rows = {
  // One per domain, with an id that is the same in all of them.
  oci_identity_domains_authentication_factor_setting: scim("AuthenticationFactorSetting", "AuthenticationFactorSettings", {
    values: { id: "{authentication_factor_setting_id}", mfa_enabled_category: null },
  }),
  oci_identity_domains_condition: scim("Condition", "Conditions", { unique: ["{idcs_endpoint}/{name}"] }),
  oci_identity_domains_customer_secret_key: scim("CustomerSecretKey", "CustomerSecretKeys", {
    ocid: "credential",
    values: { access_key: "{hex:40}", secret_key: "{base64:43}=", status: "ACTIVE" },
  }),
  oci_identity_domains_dynamic_resource_group: scim("DynamicResourceGroup", "DynamicResourceGroups", {
    ocid: "dynamicgroup",
    unique: ["{idcs_endpoint}/{display_name}"],
  }),
  oci_identity_domains_group: scim("Group", "Groups", {
    values: { non_unique_display_name: "{display_name}" },
    unique: ["{idcs_endpoint}/{display_name}"],
  }),
  oci_identity_domains_identity_provider: scim("IdentityProvider", "IdentityProviders", {
    values: { tenant_provider_id: "{hex:32}", type: "SAML" },
    unique: ["{idcs_endpoint}/{partner_name}"],
  }),
  oci_identity_domains_network_perimeter: scim("NetworkPerimeter", "NetworkPerimeters", { unique: ["{idcs_endpoint}/{name}"] }),
  oci_identity_domains_password_policy: scim("PasswordPolicy", "PasswordPolicies", {
    values: UNSET,
    unique: ["{idcs_endpoint}/{name}"],
  }),
  oci_identity_domains_policy: scim("Policy", "Policies", { unique: ["{idcs_endpoint}/{name}"] }),
  oci_identity_domains_rule: scim("Rule", "Rules", { planned: { locked: false }, unique: ["{idcs_endpoint}/{name}"] }),
  oci_identity_domains_user: scim("User", "Users", {
    planned: { active: true },
    values: { display_name: "{name.0.formatted|user_name}", user_type: "Generic" },
    unique: ["{idcs_endpoint}/{user_name}"],
  }),
};

/** What each type of the service shares. */
export const OF_DOMAIN: Row = {
  values: { id: "{hex:32}", tenancy_ocid: "{tenancy}" },
  links: {
    domain_ocid: { type: "oci_identity_domain", where: "url", equals: "idcs_endpoint", take: "id" },
    compartment_ocid: { type: "oci_identity_domain", where: "url", equals: "idcs_endpoint", take: "compartment_id" },
  },
};
