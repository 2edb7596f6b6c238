import type { Link, Rows } from "../../engine/cloud";
import { of } from "./shared";

/** The vault that a management endpoint belongs to. */
const byEndpoint = (take: string): Link => ({
  type: "oci_kms_vault",
  where: "management_endpoint",
  equals: "management_endpoint",
  take,
});

/** Sources: Key Management API, Vault, Key, KeyVersion, VaultReplica; Vault Secret Management API, Secret. */
export const KEYS: Rows = {
  oci_kms_key: {
    planned: { protection_mode: "HSM", is_auto_rotation_enabled: false, desired_state: "ENABLED" },
    values: { state: "{desired_state|'ENABLED'}", current_key_version: "{ocid:keyversion}", is_primary: true },
    links: { vault_id: byEndpoint("id") },
  },
  oci_kms_key_version: {
    values: {
      state: "ENABLED",
      id: "keys/{path:key_id}/keyVersions/{key_version_id}",
      key_version_id: "{ocid:keyversion}",
      is_primary: true,
    },
    links: { vault_id: byEndpoint("id"), compartment_id: of("oci_kms_key", "key_id", "compartment_id") },
  },
  oci_kms_vault: {
    values: {
      crypto_endpoint: "https://{hex:13}-crypto.kms.{region}.oraclecloud.com",
      management_endpoint: "https://{hex:13}-management.kms.{region}.oraclecloud.com",
      is_primary: true,
      // Of a default vault, too, since that became possible. Source: Vault, Replicating Vaults and Keys.
      is_vault_replicable: true,
    },
  },
  oci_kms_vault_replication: {
    values: {
      id: "{vault_id}:{replica_region}",
      crypto_endpoint: "https://{hex:13}-crypto.kms.{replica_region}.oraclecloud.com",
      management_endpoint: "https://{hex:13}-management.kms.{replica_region}.oraclecloud.com",
      vault_replica_status: "CREATED",
    },
    // One replica per vault. Source: terraform-provider-oci, kms_vault_replication.
    unique: ["replica of {vault_id}"],
  },
  oci_vault_secret: {
    values: { current_version_number: "1", is_auto_generation_enabled: "{enable_auto_generation|false}" },
    unique: ["{vault_id}/{secret_name}"],
  },
};
