import type { Rows, Template } from "../../engine/cloud";
import { of, subnetRange } from "./shared";

/** Source: Database API, AutonomousDatabaseConnectionStrings: one service for each level. */
const service = (level: string) => `{connection_host}:1522/{letters:15}_{lower:db_name}_${level}.adb.oraclecloud.com`;

const url = (path: string): Template => `https://{url_host}/${path}`;

/** Sources: Database API, AutonomousDatabase and CreateAutonomousDatabaseBase (defaults); AutonomousDatabaseBackup. */
export const DATABASE: Rows = {
  oci_database_autonomous_database: {
    planned: {
      character_set: "AL32UTF8",
      db_workload: "OLTP",
      is_access_control_enabled: false,
      is_auto_scaling_enabled: true,
      is_auto_scaling_for_storage_enabled: false,
      is_backup_retention_locked: false,
      is_data_guard_enabled: false,
      is_dedicated: false,
      is_dev_tier: false,
      is_free_tier: false,
      is_local_data_guard_enabled: false,
      // True before July 2023. Source: CreateAutonomousDatabaseBase, isMtlsConnectionRequired.
      is_mtls_connection_required: false,
      license_model: "BRING_YOUR_OWN_LICENSE",
      ncharacter_set: "AL16UTF16",
    },
    values: {
      state: "AVAILABLE",
      display_name: "{db_name}",
      private_endpoint_label: "{host:subnet_id}",
      private_endpoint: "{private_endpoint_label}.adb.{region}.oraclecloud.com",
      private_endpoint_ip: "{inside:range}",
      data_safe_status: "NOT_REGISTERED",
      database_management_status: "NOT_ENABLED",
      open_mode: "READ_WRITE",
      operations_insights_status: "NOT_ENABLED",
      permission_level: "UNRESTRICTED",
      role: "PRIMARY",
      db_version: "19c",
      dataguard_region_type: "PRIMARY_DG_REGION",
      infrastructure_type: "CLOUD",
      backup_retention_period_in_days: 60,
      compute_model: "ECPU",
      connection_host: "{private_endpoint|public_host}",
      public_host: "adb.{region}.oraclecloud.com",
      url_host: "{private_endpoint|public_url_host}",
      public_url_host: "{letters:15}-{lower:db_name}.adb.{region}.oraclecloudapps.com",
      connection_strings: [
        {
          all_connection_strings: { HIGH: service("high"), MEDIUM: service("medium"), LOW: service("low") },
          dedicated: null,
          high: service("high"),
          medium: service("medium"),
          low: service("low"),
          profiles: [],
        },
      ],
      connection_urls: [
        {
          apex_url: url("ords/apex"),
          database_transforms_url: url("odi"),
          graph_studio_url: url("graphstudio"),
          machine_learning_notebook_url: url("oml"),
          machine_learning_user_management_url: url("omlusers"),
          mongo_db_url: null,
          ords_url: url("ords"),
          spatial_studio_url: null,
          sql_dev_web_url: url("ords/sql-developer"),
        },
      ],
      service_console_url: url("console"),
    },
    links: {
      kms_key_version_id: of("oci_kms_key", "kms_key_id", "current_key_version"),
      range: subnetRange("subnet_id"),
    },
    // A standby in another region has its primary's name. Source: CreateAutonomousDatabaseBase, dbName.
    unique: ["{region}/{db_name}"],
  },
  oci_database_autonomous_database_backup: {
    planned: { is_long_term_backup: false },
    values: {
      state: "ACTIVE",
      type: "FULL",
      is_restorable: true,
      infrastructure_type: "CLOUD",
      region: "{region}",
      time_started: "{now}",
      time_ended: "{now}",
    },
    links: {
      compartment_id: of("oci_database_autonomous_database", "autonomous_database_id", "compartment_id"),
      db_version: of("oci_database_autonomous_database", "autonomous_database_id", "db_version"),
      kms_key_id: of("oci_database_autonomous_database", "autonomous_database_id", "kms_key_id"),
      vault_id: of("oci_database_autonomous_database", "autonomous_database_id", "vault_id"),
    },
  },
};
