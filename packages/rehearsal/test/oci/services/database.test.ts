import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("databases", {
  given: {
    subnet: ["oci_core_subnet", { ...C, cidr_block: "10.0.3.0/24" }],
    key: ["oci_kms_key", { ...C, display_name: "k" }],
    db: ["oci_database_autonomous_database", { ...C, db_name: "users", kms_key_id: "@key.id" }],
  },
  planned: [
    [
      "a database is open to whoever has a wallet or none",
      "oci_database_autonomous_database",
      C,
      {
        is_mtls_connection_required: false,
        is_access_control_enabled: false,
      },
    ],
    [
      "a database asks for wallets when told",
      "oci_database_autonomous_database",
      { ...C, is_mtls_connection_required: true },
      { is_mtls_connection_required: true },
    ],
    [
      "a database has no copy elsewhere",
      "oci_database_autonomous_database",
      C,
      { is_data_guard_enabled: false, is_local_data_guard_enabled: false },
    ],
  ],
  made: [
    [
      "a private database has a host in its network",
      "oci_database_autonomous_database",
      { ...C, db_name: "a", subnet_id: "@subnet.id", private_endpoint_label: "us" },
      {
        private_endpoint: "us.adb.us-phoenix-1.oraclecloud.com",
        private_endpoint_ip: /^10\.0\.3\./,
        connection_strings: [{ high: /^us\.adb\.us-phoenix-1\.oraclecloud\.com:1522\/[a-z]{15}_a_high\.adb\.oraclecloud\.com$/ }],
      },
    ],
    [
      "a public one has none",
      "oci_database_autonomous_database",
      { ...C, db_name: "b" },
      {
        private_endpoint: null,
        private_endpoint_ip: null,
        connection_strings: [{ high: /^adb\.us-phoenix-1\.oraclecloud\.com:1522\// }],
      },
    ],
    [
      "a database knows the version of its key",
      "oci_database_autonomous_database",
      { ...C, db_name: "d", kms_key_id: "@key.id" },
      { kms_key_version_id: "@key.current_key_version" },
    ],
    [
      "a database of Oracle's key has no version",
      "oci_database_autonomous_database",
      { ...C, db_name: "e" },
      { kms_key_version_id: null },
    ],
    [
      "a backup is of its database",
      "oci_database_autonomous_database_backup",
      { autonomous_database_id: "@db.id" },
      { compartment_id: "c", kms_key_id: "@key.id", db_version: "19c" },
    ],
    ["an audit trail that is named keeps its id", "oci_data_safe_audit_trail_management", { id: "t" }, { id: "t" }],
    [
      "an audit policy of no target has an id",
      "oci_data_safe_audit_policy_management",
      {},
      { id: /^ocid1\.datasafeauditpolicy\./ },
    ],
    [
      "a Data Safe endpoint is in its subnet",
      "oci_data_safe_data_safe_private_endpoint",
      { ...C, subnet_id: "@subnet.id", vcn_id: "v" },
      { private_endpoint_ip: /^10\.0\.3\./, endpoint_fqdn: /^[a-z]{12}\.datasafe\.us-phoenix-1\./ },
    ],
  ],
  changed: [
    [
      "a database with a new key has its version",
      "oci_database_autonomous_database",
      { ...C, db_name: "f" },
      { kms_key_id: "@key.id" },
      { kms_key_version_id: "@key.current_key_version" },
    ],
    [
      "a database with a new name keeps it",
      "oci_database_autonomous_database",
      { ...C, db_name: "g", kms_key_id: "@key.id" },
      { display_name: "n" },
      { kms_key_version_id: "@key.current_key_version" },
    ],
  ],
  refused: [
    [
      "a database's name is taken",
      "oci_database_autonomous_database",
      { ...C, db_name: "users" },
      'autonomousdatabase "us-phoenix-1/users" already exists',
    ],
  ],
});
