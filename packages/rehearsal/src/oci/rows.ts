import type { Row, Templates } from "../engine/cloud";

const idcs = (kind: string, plural: string, ocid = kind.toLowerCase()): Row => ({
  values: { id: "{hex:32}", ocid: `{ocid:${ocid}}`, meta: meta(plural, kind) },
});

/** Source: Identity Domains API, Meta; the location ends in the resource's id. */
const meta = (plural: string, kind: string): Templates[string] => [
  {
    resource_type: kind,
    created: "{now}",
    last_modified: "{now}",
    location: `{idcs_endpoint}/admin/v1/${plural}/{id}`,
    version: "{hex:40}",
  },
];

const network = (more: Templates = {}): Row => ({ values: { state: "AVAILABLE", ...more } });

/** What a network is born with is taken over, not created: it keeps its id and its compartment. */
const defaultOf = (where: string): Row => ({
  ...network({ id: "{manage_default_resource_id}" }),
  links: { compartment_id: { type: "oci_core_vcn", where, equals: "manage_default_resource_id", take: "compartment_id" } },
});

/** An attribute of the network that a subnet falls back on. Source: Networking API, CreateSubnetDetails. */
const ofVcn = (take: string) => ({ type: "oci_core_vcn", where: "id", equals: "vcn_id", take });

/**
 * What the services give, by resource type. A type without a row has an OCID of its own kind, `state` ACTIVE and the
 * common values below. Sources: the data types of the API that the row's type belongs to.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  oci_artifacts_container_repository: {
    values: { state: "AVAILABLE", namespace: "{namespace}", created_by: "{ocid:user}", billable_size_in_gbs: "0" },
    unique: ["{compartment_id}/{display_name}"],
  },
  oci_container_instances_container_instance: { values: { fault_domain: "FAULT-DOMAIN-1", tenant_id: "{tenancy}" } },
  oci_core_default_route_table: defaultOf("default_route_table_id"),
  oci_core_default_security_list: defaultOf("default_security_list_id"),
  oci_core_network_security_group: network(),
  oci_core_network_security_group_security_rule: { values: { id: "{upper:6}", is_valid: true } },
  oci_core_route_table: network(),
  oci_core_security_list: network(),
  oci_core_internet_gateway: network(),
  oci_core_nat_gateway: network({ nat_ip: "192.0.2.{digits:1}" }),
  oci_core_service_gateway: network(),
  oci_core_subnet: {
    // Each of the two follows the other. Source: Networking API, CreateSubnetDetails.
    planned: {
      prohibit_internet_ingress: "{prohibit_public_ip_on_vnic}",
      prohibit_public_ip_on_vnic: "{prohibit_internet_ingress}",
    },
    values: {
      state: "AVAILABLE",
      subnet_domain_name: "{dns_label}.{region_key}.oraclevcn.com",
      virtual_router_mac: "00:00:17:{hex:2}:00:00",
    },
    links: {
      dhcp_options_id: ofVcn("default_dhcp_options_id"),
      route_table_id: ofVcn("default_route_table_id"),
    },
  },
  oci_core_vcn: {
    planned: { is_ipv6enabled: false },
    values: {
      state: "AVAILABLE",
      default_dhcp_options_id: "{ocid:dhcpoptions}",
      default_route_table_id: "{ocid:routetable}",
      default_security_list_id: "{ocid:securitylist}",
      vcn_domain_name: "{dns_label}.oraclevcn.com",
    },
  },
  oci_database_autonomous_database: {
    values: {
      state: "AVAILABLE",
      private_endpoint: "{private_endpoint_label}.adb.{region}.oraclecloud.com",
      open_mode: "READ_WRITE",
      permission_level: "UNRESTRICTED",
      role: "PRIMARY",
      db_version: "19c",
      kms_key_version_id: "{ocid:keyversion}",
    },
    unique: ["{db_name}"],
  },
  oci_identity_compartment: {
    planned: { compartment_id: "{tenancy}" },
    values: { is_accessible: true },
    unique: ["{compartment_id}/{name}"],
  },
  oci_identity_domain: {
    values: {
      url: "https://idcs-{hex:32}.identity.oraclecloud.com:443",
      home_region_url: "https://idcs-{hex:32}.{region}.identity.oraclecloud.com:443",
      type: "SECONDARY",
    },
    unique: ["{compartment_id}/{display_name}"],
  },
  oci_identity_domains_condition: idcs("Condition", "Conditions"),
  oci_identity_domains_dynamic_resource_group: {
    ...idcs("DynamicResourceGroup", "DynamicResourceGroups", "dynamicgroup"),
    unique: ["{idcs_endpoint}/{display_name}"],
  },
  oci_identity_domains_group: { ...idcs("Group", "Groups"), unique: ["{idcs_endpoint}/{display_name}"] },
  oci_identity_domains_network_perimeter: idcs("NetworkPerimeter", "NetworkPerimeters"),
  oci_identity_domains_policy: idcs("Policy", "Policies"),
  oci_identity_domains_rule: idcs("Rule", "Rules"),
  oci_identity_domains_user: { ...idcs("User", "Users"), unique: ["{idcs_endpoint}/{user_name}"] },
  oci_identity_network_source: { unique: ["{name}"] },
  oci_identity_policy: {
    values: { ETag: "{hex:40}", policyHash: "{hex:32}", lastUpdateETag: "{hex:40}" },
    unique: ["{compartment_id}/{name}"],
  },
  oci_identity_tag: { planned: { is_retired: false, is_cost_tracking: false }, unique: ["{tag_namespace_id}/{name}"] },
  oci_identity_tag_default: {
    links: {
      tag_namespace_id: { type: "oci_identity_tag", where: "id", equals: "tag_definition_id", take: "tag_namespace_id" },
      tag_definition_name: { type: "oci_identity_tag", where: "id", equals: "tag_definition_id", take: "name" },
    },
  },
  oci_identity_tag_namespace: { planned: { is_retired: false }, unique: ["{name}"] },
  oci_kms_key: {
    planned: { protection_mode: "HSM", is_auto_rotation_enabled: false },
    values: { state: "ENABLED", current_key_version: "{ocid:keyversion}", is_primary: true },
    links: { vault_id: { type: "oci_kms_vault", where: "management_endpoint", equals: "management_endpoint", take: "id" } },
  },
  oci_kms_vault: {
    values: {
      crypto_endpoint: "https://{hex:13}-crypto.kms.{region}.oraclecloud.com",
      management_endpoint: "https://{hex:13}-management.kms.{region}.oraclecloud.com",
      is_primary: true,
    },
  },
  oci_limits_quota: { unique: ["{name}"] },
  oci_objectstorage_bucket: {
    planned: { storage_tier: "Standard", auto_tiering: "Disabled", versioning: "Disabled", object_events_enabled: false },
    values: {
      id: "n/{namespace}/b/{name}",
      bucket_id: "{ocid:bucket}",
      etag: "{uuid:4}",
      created_by: "{ocid:user}",
      approximate_count: "0",
      approximate_size: "0",
    },
    unique: ["{namespace}/{name}"],
  },
  oci_objectstorage_object_lifecycle_policy: { values: { id: "n/{namespace}/b/{bucket}/l" } },
  oci_objectstorage_private_endpoint: {
    values: { id: "n/{namespace}/pe/{name}", etag: "{uuid:4}", created_by: "{ocid:user}" },
    unique: ["{namespace}/{name}"],
  },
  oci_objectstorage_replication_policy: { values: { id: "n/{namespace}/b/{bucket}/r/{uuid:4}" } },
  oci_vault_secret: { values: { current_version_number: "1" }, unique: ["{vault_id}/{secret_name}"] },
};

/** What each type of a service shares. */
export const IDENTITY_DOMAINS: Row = {
  values: { id: "{hex:32}", tenancy_ocid: "{tenancy}" },
  links: {
    domain_ocid: { type: "oci_identity_domain", where: "url", equals: "idcs_endpoint", take: "id" },
    compartment_ocid: { type: "oci_identity_domain", where: "url", equals: "idcs_endpoint", take: "compartment_id" },
  },
};
