import type { Block } from "rehearsal/schema";
import { PROVIDERS, schemaOf } from "../provider-schema";
import { elementsOf, entriesOf, isObject, isSet, listOf, stringsIn } from "../terraform-json";
import { argumentsIn, offendingElements, only, type Property } from "./property";

/** Arguments that carry a secret whoever's they are, whether or not the schema marks them. */
const SECRET_ARGUMENTS = [
  ...["secret_content", "admin_password", "password", "db_password", "wallet_password", "source_password"],
  ...["private_key", "private_key_pem", "private_key_path", "private_key_password", "private_key_pem_passphrase"],
  ...["passphrase", "client_secret", "auth_token", "ssh_private_key"],
];

/** What a secret looks like wherever it stands: in a tag, a description, an environment variable, a trace. */
const SECRET_TEXT: Readonly<Record<string, RegExp>> = {
  "a PEM block": /-----BEGIN /,
  "the fingerprint of an OCI API key": /\b(?:[0-9a-f]{2}:){15}[0-9a-f]{2}\b/i,
  "an AWS access key": /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/,
  // 40 to 44 characters of Base64, with all three kinds of them: neither an OCID nor a digest is that.
  "a secret key of AWS or of OCI's S3 protocol":
    /(?<![\w/+=-])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z0-9/+]{40,44}={0,2}(?![\w/+=-])/,
  "a JSON web token": /\beyJ[\w-]+\.eyJ/,
  "a pre-authenticated request": /\/p\/[\w-]{20,}\/n\//,
  "a password in an address": /:\/\/[^/\s:@]+:[^/\s@]+@/,
};

/** Data sources that return content or credentials when a plan is made. Source: "OCI data access" §4.4. */
const READING_DATA_SOURCES = [
  ...["oci_secrets_secretbundle", "oci_secrets_secretbundle_versions", "oci_objectstorage_object"],
  ...["oci_objectstorage_preauthrequests", "oci_kms_decrypted_data", "oci_kms_encrypted_data"],
  ...["oci_database_autonomous_database_wallet", "oci_database_autonomous_database_instance_wallet_management"],
  ...["oci_database_autonomous_database_regional_wallet_management", "oci_containerengine_cluster_kube_config"],
  ...["oci_core_instance_credentials", "oci_core_console_history_data"],
  ...["oci_database_db_node_console_history_content", "oci_resourcemanager_stack_tf_state", "oci_audit_events"],
  ...["oci_data_safe_audit_events", "oci_data_safe_report_content"],
  ...["oci_generic_artifacts_content_generic_artifacts_content", "oci_devops_repository_object_content"],
  ...["oci_devops_repository_archive_content", "oci_apigateway_api_content"],
  ...["oci_datascience_model_custom_metadata_artifact_content"],
  ...["oci_datascience_model_defined_metadata_artifact_content"],
  ...["oci_database_management_managed_my_sql_database_sql_data"],
  ...["oci_database_management_managed_database_cursor_cache_statements", "oci_apm_traces_trace_snapshot_data"],
  ...["oci_iot_digital_twin_instance_content", "oci_generative_ai_agent_data_ingestion_job_log_content"],
  ...["oci_ocvp_retrieve_password", "oci_monitoring_metric_data", "oci_self_subscription_token"],
  ...["oci_wlms_wls_domain_server_backup_content", "oci_identity_ui_password"],
];

/** Names of Oracle's services, Oracle's own recipes and policies, and the outputs of our own stacks. */
const HARMLESS_DATA_SOURCES = [
  ...["oci_core_services", "terraform_remote_state"],
  ...["oci_cloud_guard_detector_recipes", "oci_cloud_guard_responder_recipes", "oci_cloud_guard_security_policies"],
];

/** Types whose creation leaves a credential or content in the state, or opens a door that no policy closes. */
const FORBIDDEN_TYPES = [
  ...["oci_objectstorage_preauthrequest", "oci_objectstorage_object"],
  ...["oci_identity_customer_secret_key", "oci_identity_domains_customer_secret_key"],
  ...["oci_identity_domains_my_customer_secret_key"],
  ...["oci_identity_api_key", "oci_identity_domains_api_key", "oci_identity_domains_my_api_key"],
  ...["oci_identity_auth_token", "oci_identity_domains_auth_token", "oci_identity_domains_my_auth_token"],
  ...["oci_identity_smtp_credential", "oci_identity_domains_smtp_credential"],
  ...["oci_identity_db_credential", "oci_identity_domains_user_db_credential", "oci_identity_ui_password"],
  ...["oci_identity_domains_oauth2client_credential", "oci_identity_domains_oauth_client_certificate"],
  ...["oci_load_balancer_certificate", "oci_kms_generated_key", "oci_kms_encrypted_data", "oci_kms_sign"],
  ...["oci_database_autonomous_database_wallet", "oci_database_autonomous_database_instance_wallet_management"],
  ...["oci_database_autonomous_database_regional_wallet_management", "oci_bastion_session"],
  ...["oci_core_instance_console_connection", "tls_private_key", "random_password"],
];

export const SECRETS: readonly Property[] = [
  {
    says: "is an argument set that the provider's schema marks as sensitive",
    offences: (stack) => [
      ...elementsOf(stack).flatMap(({ kind, type, args, address }) => {
        const schema = schemaOf(kind, type, PROVIDERS);
        return schema ? sensitiveIn(args, schema.block).map((path) => `${address}: ${path}`) : [];
      }),
      ...(isObject(stack) ? entriesOf(stack["provider"]) : []).flatMap(([name, blocks]) =>
        listOf(blocks).flatMap((each) => sensitiveIn(each, PROVIDERS[name]?.provider.block ?? {})),
      ),
    ],
    counterexamples: {
      "the password of a database": only("oci_database_autonomous_database", { admin_password: "x" }),
      "the content of a secret, in a nested block": only("oci_certificates_management_certificate", {
        certificate_config: [{ private_key_pem: "x" }],
      }),
      "the private key of the provider": { provider: { oci: [{ private_key: "x" }] } },
    },
  },
  {
    says: "is an argument set that carries a secret by its name",
    offences: (stack) =>
      [...elementsOf(stack).map(({ args }) => args), ...(isObject(stack) ? [stack["provider"]] : [])].flatMap((args) =>
        argumentsIn(args)
          .filter(({ name, value }) => SECRET_ARGUMENTS.includes(name) && isSet(value))
          .map(({ path }) => path),
      ),
    counterexamples: Object.fromEntries(
      SECRET_ARGUMENTS.map((name) => [name, only("oci_vault_secret", { nested: [{ [name]: "${var.secret}" }] })]),
    ),
  },
  {
    says: "is there any text that looks like a secret",
    offences: (stack) =>
      stringsIn(stack).flatMap(({ path, text }) =>
        Object.entries(SECRET_TEXT).flatMap(([what, pattern]) => (pattern.test(text) ? [`${path}: ${what}`] : [])),
      ),
    counterexamples: {
      "a private key in an environment variable": only("oci_container_instances_container_instance", {
        containers: [{ environment_variables: { KEY: "-----BEGIN RSA PRIVATE KEY-----\nMIIE" } }],
      }),
      "a fingerprint": only("oci_core_vcn", { display_name: "20:3b:97:13:55:1c:5b:0d:d3:37:d8:50:4e:c5:3a:34" }),
      "an access key in a description": only("oci_identity_policy", { description: `for ${"AKIA"}IOSFODNN7EXAMPLE` }),
      "a secret key in a tag": only("oci_core_vcn", { freeform_tags: { k: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" } }),
      "a secret key of the S3 protocol": only("oci_core_vcn", { k: "Xb9u3yPfQ1sR7tW2vL5mN8kJ4hG6fD0aZcEoIiUyT1s=" }),
      "a token in an output": { output: { token: { value: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x" } } },
      "a shared link": { output: { link: { value: "https://objectstorage/p/AbCdEfGhIjKlMnOpQrStUv/n/ns/b/media/o/" } } },
      "a password in an address": { output: { db: { value: "https://admin:s3cret@db.example" } } },
    },
  },
  {
    says: "is there a data source other than the harmless ones",
    offences: offendingElements(({ kind, type }) => kind === "data" && !HARMLESS_DATA_SOURCES.includes(type)),
    counterexamples: Object.fromEntries(READING_DATA_SOURCES.map((type) => [type, { data: { [type]: { a: {} } } }])),
  },
  {
    says: "is there a resource that leaves a credential or content in the state",
    offences: offendingElements(({ kind, type }) => kind === "resource" && FORBIDDEN_TYPES.includes(type)),
    counterexamples: Object.fromEntries(FORBIDDEN_TYPES.map((type) => [type, only(type, {})])),
  },
];

/** Paths of the sensitive arguments that are set, however: an expression would put the secret into the state. */
function sensitiveIn(args: unknown, { attributes = {}, block_types = {} }: Block): string[] {
  if (!isObject(args)) return [];
  const own = Object.entries(attributes).flatMap(([name, { sensitive }]) => (sensitive && isSet(args[name]) ? [name] : []));
  const below = Object.entries(block_types).flatMap(([name, { block }]) =>
    listOf(args[name]).flatMap((each) => sensitiveIn(each, block).map((path) => `${name}.${path}`)),
  );
  return [...own, ...below];
}
