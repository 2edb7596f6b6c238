/**
 * The variables that a service supplies for a resource: `id` is the OCID, every other word an argument that holds the text,
 * and `→` an argument that refers to a resource by its OCID.
 * Source: OCI documentation, the policy reference of each service, "Supported Variables".
 */
export const SUPPLIED: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    oci_artifacts_container_repository: { "target.repo.name": "display_name" },
    oci_certificates_management_ca_bundle: { "target.cabundle.id": "id", "target.cabundle.name": "name" },
    oci_certificates_management_certificate: { "target.leaf-certificate.id": "id", "target.leaf-certificate.name": "name" },
    oci_certificates_management_certificate_authority: {
      "target.certificate-authority.id": "id",
      "target.certificate-authority.name": "name",
    },
    oci_containerengine_cluster: { "target.cluster.id": "id" },
    oci_containerengine_node_pool: { "target.nodepool.id": "id" },
    oci_core_instance: { "target.instance.id": "id" },
    oci_database_autonomous_database: { "target.workloadType": "db_workload" },
    oci_dns_steering_policy: { "target.dns-steering-policy.id": "id", "target.dns-steering-policy.display-name": "display_name" },
    oci_dns_zone: { "target.dns-zone.id": "id", "target.dns-zone.name": "name" },
    oci_identity_domain: { "target.domain.id": "id", "target.domain.name": "display_name" },
    oci_identity_domains_dynamic_resource_group: { "target.dynamicgroup.id": "id", "target.dynamicgroup.name": "display_name" },
    oci_identity_domains_group: { "target.group.id": "id", "target.group.name": "display_name" },
    oci_identity_domains_user: { "target.user.id": "id", "target.user.name": "user_name" },
    oci_identity_dynamic_group: { "target.dynamicgroup.id": "id", "target.dynamicgroup.name": "name" },
    oci_identity_group: { "target.group.id": "id", "target.group.name": "name" },
    oci_identity_policy: { "target.policy.id": "id", "target.policy.name": "name" },
    oci_identity_tag_namespace: { "target.tag-namespace.id": "id", "target.tag-namespace.name": "name" },
    oci_identity_user: { "target.user.id": "id", "target.user.name": "name" },
    oci_kms_key: { "target.key.id": "id", "target.vault.id": "→vault_id" },
    oci_kms_vault: { "target.vault.id": "id" },
    oci_limits_quota: { "target.quota.id": "id", "target.quota.name": "name" },
    oci_logging_log: { "target.loggroup.id": "→log_group_id" },
    oci_logging_log_group: { "target.loggroup.id": "id" },
    oci_nosql_table: { "target.nosql-table.id": "id", "target.nosql-table.name": "name" },
    oci_objectstorage_bucket: { "target.bucket.name": "name" },
    oci_queue_queue: { "target.queue.id": "id" },
    oci_sch_service_connector: { "target.serviceconnector.id": "id" },
    oci_streaming_stream: { "target.stream.id": "id", "target.streampool.id": "→stream_pool_id" },
    oci_streaming_stream_pool: { "target.streampool.id": "id" },
    oci_vault_secret: { "target.secret.id": "id", "target.secret.name": "secret_name", "target.vault.id": "→vault_id" },
  }),
);

/**
 * Resources that can act by themselves, and what `request.principal.type` and `resource.type` call them.
 * Source: OCI documentation, "Resource Principals" and the services' pages on dynamic groups.
 */
export const PRINCIPAL_TYPES: ReadonlyMap<string, string> = new Map([
  ["oci_apigateway_gateway", "apigateway"],
  ["oci_certificates_management_certificate_authority", "certificateauthority"],
  ["oci_container_instances_container_instance", "computecontainerinstance"],
  ["oci_core_instance", "instance"],
  ["oci_database_autonomous_database", "autonomousdatabase"],
  ["oci_datascience_job_run", "datasciencejobrun"],
  ["oci_datascience_model_deployment", "datasciencemodeldeployment"],
  ["oci_datascience_notebook_session", "datasciencenotebooksession"],
  ["oci_functions_function", "fnfunc"],
  ["oci_sch_service_connector", "serviceconnector"],
]);

/** IAM's own resources lie in the root, whatever compartment they are made through ("Managing Groups", "Managing Users"). */
export const IN_ROOT: ReadonlySet<string> = new Set([
  "oci_identity_group",
  "oci_identity_user",
  "oci_identity_dynamic_group",
  "oci_identity_network_source",
]);
