import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("keys and secrets", {
  given: {
    vault: ["oci_kms_vault", { ...C, display_name: "v", vault_type: "DEFAULT" }],
    key: ["oci_kms_key", { ...C, display_name: "k", management_endpoint: "@vault.management_endpoint" }],
    secret: ["oci_vault_secret", { ...C, vault_id: "@vault.id", key_id: "@key.id", secret_name: "password" }],
    replica: ["oci_kms_vault_replication", { vault_id: "@vault.id", replica_region: "us-ashburn-1" }],
  },
  planned: [
    [
      "a key is in hardware and turned by hand",
      "oci_kms_key",
      C,
      { protection_mode: "HSM", is_auto_rotation_enabled: false, desired_state: "ENABLED" },
    ],
    [
      "a key keeps the mode that it is given",
      "oci_kms_key",
      { ...C, protection_mode: "SOFTWARE" },
      { protection_mode: "SOFTWARE" },
    ],
  ],
  made: [
    [
      "a vault has two endpoints",
      "oci_kms_vault",
      { ...C, display_name: "w", vault_type: "DEFAULT" },
      {
        state: "ACTIVE",
        management_endpoint: /^https:\/\/[0-9a-f]{13}-management\.kms\.us-phoenix-1\.oraclecloud\.com$/,
        crypto_endpoint: /-crypto\.kms\./,
      },
    ],
    [
      "a key knows its vault by the endpoint",
      "oci_kms_key",
      { ...C, display_name: "l", management_endpoint: "@vault.management_endpoint" },
      { state: "ENABLED", vault_id: "@vault.id", current_key_version: /^ocid1\.keyversion\.oc1\.phx\./ },
    ],
    [
      "a key of an unknown endpoint has no vault",
      "oci_kms_key",
      { ...C, display_name: "l", management_endpoint: "https://elsewhere" },
      { vault_id: null },
    ],
    [
      "a version is known by its key and its own id",
      "oci_kms_key_version",
      { key_id: "@key.id", management_endpoint: "@vault.management_endpoint" },
      { id: /^keys\/ocid1\.key\.[^/]+\/keyVersions\/ocid1\.keyversion\./, compartment_id: "c", vault_id: "@vault.id" },
    ],
    [
      "a secret has a first version",
      "oci_vault_secret",
      { ...C, vault_id: "@vault.id", secret_name: "other" },
      { current_version_number: "1", is_auto_generation_enabled: false },
    ],
    [
      "a secret knows that it was made up",
      "oci_vault_secret",
      { ...C, vault_id: "@vault.id", secret_name: "third", enable_auto_generation: true },
      { is_auto_generation_enabled: true },
    ],
    [
      "a name is free in another vault",
      "oci_vault_secret",
      { ...C, vault_id: "other", secret_name: "password" },
      { state: "ACTIVE" },
    ],
    [
      "a replica is known by vault and region",
      "oci_kms_vault_replication",
      { vault_id: "w", replica_region: "us-ashburn-1" },
      { id: "w:us-ashburn-1", crypto_endpoint: /\.kms\.us-ashburn-1\./ },
    ],
  ],
  changed: [
    [
      "a key that is switched off says so",
      "oci_kms_key",
      { ...C, display_name: "off" },
      { desired_state: "DISABLED" },
      { state: "DISABLED" },
    ],
    [
      "a key that gets a name stays on",
      "oci_kms_key",
      { ...C, display_name: "on" },
      { display_name: "still" },
      { state: "ENABLED" },
    ],
  ],
  refused: [
    [
      "a name is taken in its vault",
      "oci_vault_secret",
      { ...C, vault_id: "@vault.id", secret_name: "password" },
      "already exists",
    ],
    [
      "a vault has one replica",
      "oci_kms_vault_replication",
      { vault_id: "@vault.id", replica_region: "us-sanjose-1" },
      "already exists",
    ],
  ],
});
