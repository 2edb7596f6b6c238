import type { Row, Rows } from "../../engine/cloud";

/** Users and groups of the Default domain are objects of the tenancy. Source: IAM API. */
const ofTenancy = (more: Row = {}): Row => ({ planned: { compartment_id: "{tenancy}" }, unique: ["{name}"], ...more });

/** Source: IAM API, UserCapabilities: all are given until they are taken away. */
const CAPABILITIES = {
  can_use_api_keys: true,
  can_use_auth_tokens: true,
  can_use_console_password: true,
  can_use_customer_secret_keys: true,
  can_use_smtp_credentials: true,
};

/** Sources: IAM API, the data types of the same names; terraform-provider-oci, the `ID` of each resource. */
export const IDENTITY: Rows = {
  oci_identity_api_key: {
    values: { id: "{tenancy}/{user_id}/{fingerprint}", fingerprint: "{fingerprint:key_value}" },
  },
  oci_identity_authentication_policy: { values: { id: "authenticationPolicies/{path:compartment_id}" } },
  oci_identity_compartment: {
    planned: { compartment_id: "{tenancy}" },
    values: { is_accessible: true },
    unique: ["{compartment_id|tenancy}/{name}"],
  },
  // The id is the access key. Source: terraform-provider-oci, identity_customer_secret_key.
  oci_identity_customer_secret_key: { values: { id: "{hex:40}", key: "{base64:43}=" } },
  oci_identity_domain: {
    planned: { is_hidden_on_login: false, is_primary_email_required: true },
    values: {
      url: "https://idcs-{hex:32}.identity.oraclecloud.com:443",
      home_region_url: "https://idcs-{hex:32}.{home_region}.identity.oraclecloud.com:443",
      type: "SECONDARY",
    },
    unique: ["{compartment_id}/{display_name}"],
  },
  // It has the id of its domain, in each region anew.
  oci_identity_domain_replication_to_region: { values: { id: "{domain_id}" }, within: "{replica_region}" },
  oci_identity_dynamic_group: { unique: ["{name}"] },
  oci_identity_group: ofTenancy(),
  oci_identity_identity_provider: {
    unique: ["{name}"],
    values: { redirect_url: "https://auth.{region}.oraclecloud.com/v1/saml/{tenancy}", signing_certificate: "{base64:64}" },
  },
  oci_identity_idp_group_mapping: {
    values: { compartment_id: "{tenancy}" },
  },
  // Without a word about services, all of them pass. Source: terraform-provider-oci, identity_network_source.
  oci_identity_network_source: { planned: { services: ["all"] }, unique: ["{name}"] },
  oci_identity_policy: {
    values: { ETag: "{hex:40}", policyHash: "{hex:32}", lastUpdateETag: "{hex:40}" },
    unique: ["{compartment_id}/{name}"],
  },
  oci_identity_tag: { planned: { is_retired: false, is_cost_tracking: false }, unique: ["{tag_namespace_id}/{name}"] },
  oci_identity_tag_default: {
    planned: { is_required: false },
    links: {
      tag_namespace_id: { type: "oci_identity_tag", where: "id", equals: "tag_definition_id", take: "tag_namespace_id" },
      tag_definition_name: { type: "oci_identity_tag", where: "id", equals: "tag_definition_id", take: "name" },
    },
  },
  oci_identity_tag_namespace: { planned: { is_retired: false }, unique: ["{name}"] },
  oci_identity_user: ofTenancy({
    values: { capabilities: [{ ...CAPABILITIES, can_use_db_credentials: true, can_use_oauth2client_credentials: true }] },
  }),
  oci_identity_user_capabilities_management: { planned: CAPABILITIES, values: { id: "capabilities/{user_id}" } },
  oci_identity_user_group_membership: { planned: { compartment_id: "{tenancy}" } },
  oci_limits_quota: { unique: ["{name}"] },
};
