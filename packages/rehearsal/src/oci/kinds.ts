/** Services whose name has an underscore; in all other types the first word is the service. */
const SERVICES =
  /^oci_(?:identity_domains|container_instances|cloud_guard|data_safe|certificates_management|health_checks|log_analytics|load_balancer|network_load_balancer|operator_access_control|delegate_access_control|resource_scheduler|security_attribute|vulnerability_scanning|[a-z0-9]+)_/;

/**
 * Kinds whose OCID isn't made of the type's name. Sources: the examples of the API reference, of the CLI's reference and
 * of terraform-provider-oci. The words of Data Safe, of scanning containers, of alert rules and of security zones follow
 * their siblings: no example of them is to be found.
 */
const KINDS: Readonly<Record<string, string>> = {
  oci_artifacts_container_repository: "containerrepo",
  oci_autoscaling_auto_scaling_configuration: "autoscalingconfiguration",
  oci_bastion_session: "bastionsession",
  oci_budget_alert_rule: "budgetalertrule",
  oci_cloud_guard_detector_recipe: "cloudguarddetectorrecipe",
  oci_cloud_guard_managed_list: "cloudguardmanagedlist",
  oci_cloud_guard_responder_recipe: "cloudguardresponderrecipe",
  oci_cloud_guard_security_recipe: "securityzonessecurityrecipe",
  oci_cloud_guard_security_zone: "securityzonessecurityzone",
  oci_cloud_guard_target: "cloudguardtarget",
  oci_container_instances_container_instance: "computecontainerinstance",
  oci_core_volume_backup_policy_assignment: "backuppolicyassignment",
  oci_data_safe_alert_policy: "datasafealertpolicy",
  oci_data_safe_audit_policy_management: "datasafeauditpolicy",
  oci_data_safe_audit_profile_management: "datasafeauditprofile",
  oci_data_safe_audit_trail_management: "datasafeaudittrail",
  oci_data_safe_data_safe_private_endpoint: "datasafeprivateendpoint",
  oci_data_safe_security_assessment: "datasafesecurityassessment",
  oci_data_safe_sensitive_data_model: "datasafesensitivedatamodel",
  oci_data_safe_target_alert_policy_association: "datasafetargetalertpolicyassociation",
  oci_data_safe_target_database: "datasafetargetdatabase",
  oci_data_safe_user_assessment: "datasafeuserassessment",
  oci_dns_resolver: "dnsresolver",
  oci_dns_steering_policy: "dnspolicy",
  oci_dns_view: "dnsview",
  oci_dns_zone: "dns-zone",
  oci_events_rule: "eventrule",
  oci_functions_application: "fnapp",
  oci_functions_function: "fnfunc",
  oci_identity_identity_provider: "saml2idp",
  oci_identity_tag: "tagdefinition",
  oci_identity_user_group_membership: "groupmembership",
  oci_log_analytics_log_analytics_log_group: "loganalyticsloggroup",
  oci_logging_log_saved_search: "logsavedsearch",
  oci_ons_notification_topic: "onstopic",
  oci_ons_subscription: "onssubscription",
  oci_resource_scheduler_schedule: "resourceschedule",
  oci_sch_service_connector: "serviceconnector",
  oci_streaming_stream: "stream",
  oci_streaming_stream_pool: "streampool",
  oci_vault_secret: "vaultsecret",
  oci_vulnerability_scanning_container_scan_recipe: "vsscontainerscanrecipe",
  oci_vulnerability_scanning_container_scan_target: "vsscontainerscantarget",
  oci_vulnerability_scanning_host_scan_recipe: "vsshostscanrecipe",
  oci_vulnerability_scanning_host_scan_target: "vsshostscantarget",
  oci_zpr_configuration: "zprconfiguration",
};

/** Kinds that live in the tenancy and not in a region. */
const GLOBAL = new Set([
  "authenticationpolicy",
  "availabilitydomain",
  "compartment",
  "credential",
  "domain",
  "dynamicgroup",
  "group",
  "groupmembership",
  "networksource",
  "policy",
  "quota",
  "saml2idp",
  "securityzonessecuritypolicy",
  "tag",
  "tagdefault",
  "tagdefinition",
  "tagnamespace",
  "user",
]);

/** The second part of an OCID of a resource type. */
export const kindOf = (type: string) => KINDS[type] ?? type.replace(SERVICES, "").replaceAll("_", "");

/** Whether OCIDs of a kind carry no region. */
export const isGlobal = (kind: string) => GLOBAL.has(kind);
