/** What an argument of Oracle Cloud names. */
export interface Named {
  readonly types: readonly string[];
  /** Whether it may be in another region than the object that names it. */
  readonly isAcrossRegions?: boolean;
}

const one = (...types: readonly string[]): Named => ({ types });
const anywhere = (...types: readonly string[]): Named => ({ types, isAcrossRegions: true });

/**
 * Arguments that take the id of another object, by their name: it means the same in all types.
 * Source: terraform-provider-oci, website/docs/r, "Argument Reference" of the types that have them.
 */
export const OCI_ARGUMENTS: Readonly<Record<string, Named>> = {
  backend_set_id: one("oci_load_balancer_backend_set"),
  boot_volume_id: one("oci_core_boot_volume"),
  compartment_id: anywhere("oci_identity_compartment"),
  cpe_id: one("oci_core_cpe"),
  dhcp_options_id: one("oci_core_dhcp_options"),
  domain_id: anywhere("oci_identity_domain"),
  drg_id: one("oci_core_drg"),
  group_id: anywhere("oci_identity_group"),
  health_check_monitor_id: anywhere("oci_health_checks_http_monitor", "oci_health_checks_ping_monitor"),
  key_id: one("oci_kms_key"),
  kms_key_id: one("oci_kms_key"),
  load_balancer_id: one("oci_load_balancer_load_balancer"),
  log_group_id: one("oci_logging_log_group"),
  log_id: one("oci_logging_log"),
  metric_compartment_id: anywhere("oci_identity_compartment"),
  network_entity_id: one(
    "oci_core_internet_gateway",
    "oci_core_nat_gateway",
    "oci_core_service_gateway",
    "oci_core_local_peering_gateway",
    "oci_core_drg",
    "oci_core_private_ip",
  ),
  network_security_group_id: one("oci_core_network_security_group"),
  network_security_group_ids: one("oci_core_network_security_group"),
  nsg_ids: one("oci_core_network_security_group"),
  private_endpoint_id: one("oci_objectstorage_private_endpoint", "oci_data_safe_data_safe_private_endpoint"),
  route_table_id: one("oci_core_route_table"),
  secret_id: one("oci_vault_secret"),
  security_list_ids: one("oci_core_security_list"),
  security_zone_recipe_id: anywhere("oci_cloud_guard_security_recipe"),
  steering_policy_id: anywhere("oci_dns_steering_policy"),
  stream_id: one("oci_streaming_stream"),
  stream_pool_id: one("oci_streaming_stream_pool"),
  subnet_id: one("oci_core_subnet"),
  subnet_ids: one("oci_core_subnet"),
  tag_definition_id: anywhere("oci_identity_tag"),
  tag_namespace_id: anywhere("oci_identity_tag_namespace"),
  target_key_id: anywhere("oci_kms_key"),
  target_subnet_id: one("oci_core_subnet"),
  target_vault_id: anywhere("oci_kms_vault"),
  topic_id: one("oci_ons_notification_topic"),
  user_id: anywhere("oci_identity_user"),
  vault_id: anywhere("oci_kms_vault"),
  vcn_id: anywhere("oci_core_vcn"),
  volume_id: one("oci_core_volume"),
  web_app_firewall_policy_id: one("oci_waf_web_app_firewall_policy"),
};
