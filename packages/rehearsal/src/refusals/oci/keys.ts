import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { blockAt, DAY_MS, dayOf, having, numberOf, timeOf } from "../look";
import type { Asked, RefusalRow } from "../row";
import { keptUntil } from "./object-storage";

const KEY = ["oci_kms_key"];

const vaultOf = (world: World, key: ObjectValue) =>
  having(world, "oci_kms_vault", "management_endpoint", textOf(key["management_endpoint"]))[0];

/** Sizes in bytes, by algorithm. Source: Key Management API, KeyShape. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  AES: [16, 24, 32],
  RSA: [256, 384, 512],
  ECDSA: [32, 48, 66],
};

/** Where a store names its key. */
const STORES = [
  ["oci_objectstorage_bucket", "kms_key_id", "bucket"],
  ["oci_database_autonomous_database", "kms_key_id", "database"],
  ["oci_vault_secret", "key_id", "secret"],
  ["oci_core_volume", "kms_key_id", "volume"],
  ["oci_core_boot_volume", "kms_key_id", "volume"],
  ["oci_file_storage_file_system", "kms_key_id", "file system"],
] as const;

function encrypted(world: World, key: string): string | undefined {
  for (const [type, argument, word] of STORES) {
    const [store] = having(world, type, argument, key);
    if (store) return `${word} "${textOf(store["name"] ?? store["display_name"] ?? store["secret_name"])}"`;
  }
  const database = world
    .all("oci_database_autonomous_database")
    .find((one) => blockAt(one, "encryption_key")?.["kms_key_id"] === key);
  return database && `database "${textOf(database["display_name"])}"`;
}

function windowOf({ wanted, world }: Asked): string | undefined {
  const time = Date.parse(textOf(wanted["time_of_deletion"]));
  if (Number.isNaN(time)) return undefined;
  const [from, to] = [7, 30].map((days) => timeOf(world) + days * DAY_MS);
  return time < (from ?? 0) || time > (to ?? 0)
    ? `a deletion is scheduled 7 to 30 days ahead: from ${dayOf(from ?? 0)} to ${dayOf(to ?? 0)}`
    : undefined;
}

/** Sources: OCI documentation, Vault (Keys, Vaults, Replicating Vaults and Keys, Secrets); Key Management API. */
export const KEYS: readonly RefusalRow[] = [
  {
    id: "kms/vault-missing",
    types: KEY,
    on: ["create"],
    code: "404-NotAuthorizedOrNotFound",
    refuses: ({ wanted, world }) =>
      vaultOf(world, wanted) ? undefined : `no vault answers at ${textOf(wanted["management_endpoint"])}`,
    source: "Vault, Managing Keys; Key Management API, endpoints are those of a vault",
  },
  {
    id: "kms/key-length",
    types: KEY,
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const shape = blockAt(wanted, "key_shape");
      const lengths = LENGTHS[textOf(shape?.["algorithm"])];
      const length = numberOf(shape?.["length"]);
      return lengths && length !== undefined && !lengths.includes(length)
        ? `a key of ${textOf(shape?.["algorithm"])} is ${lengths.join(", ")} bytes long, not ${length}`
        : undefined;
    },
    source: "Key Management API, KeyShape, length in bytes",
  },
  {
    id: "kms/rotation-of-virtual-vault",
    types: KEY,
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) =>
      wanted["is_auto_rotation_enabled"] === true && vaultOf(world, wanted)?.["vault_type"] === "DEFAULT"
        ? "automatic rotation takes a virtual private vault"
        : undefined,
    source: "Vault, Automatic Key Rotation",
  },
  {
    id: "kms/rotation-interval",
    types: KEY,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const days = numberOf(blockAt(wanted, "auto_key_rotation_details")?.["rotation_interval_in_days"]);
      return days !== undefined && days !== 0 && (days < 60 || days > 365) ? "a key is rotated every 60 to 365 days" : undefined;
    },
    source: "Key Management API, AutoKeyRotationDetails",
  },
  {
    id: "kms/deletion-window",
    types: ["oci_kms_key", "oci_kms_vault"],
    code: "400-InvalidParameter",
    refuses: windowOf,
    source: "Vault, Deleting Keys: a waiting period of 7 to 30 days",
  },
  {
    id: "kms/key-of-kept-objects",
    types: KEY,
    on: ["remove"],
    code: "409-IncorrectState",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) => {
      for (const bucket of having(world, "oci_objectstorage_bucket", "kms_key_id", textOf(wanted["id"]))) {
        const until = keptUntil(bucket, world);
        if (until)
          return `the key encrypts objects of bucket "${textOf(bucket["name"])}" that are kept until ${until}: without it nobody can read them`;
      }
      return undefined;
    },
    source: "Vault, Deleting Keys; Object Storage, Data Retention Rules; here it is refused",
  },
  {
    id: "kms/key-of-store",
    types: KEY,
    on: ["remove"],
    code: "409-IncorrectState",
    refuses: ({ wanted, world }) => {
      const store = encrypted(world, textOf(wanted["id"]));
      return (
        store &&
        `the key still encrypts ${store}, which nobody could read after ${dayOf(timeOf(world) + 30 * DAY_MS)}: empty that first`
      );
    },
    source: "Vault, Deleting Keys: what it encrypted can't be decrypted any more; here it is refused",
  },
  {
    id: "kms/vault-of-stores",
    types: ["oci_kms_vault"],
    on: ["remove"],
    code: "409-IncorrectState",
    refuses: ({ wanted, world }) => {
      const keys = having(world, "oci_kms_key", "management_endpoint", textOf(wanted["management_endpoint"]));
      const store = keys.map((key) => encrypted(world, textOf(key["id"]))).find((one) => one !== undefined);
      return store && `a deleted vault takes its keys along, and one of them still encrypts ${store}`;
    },
    source: "Vault, Deleting Vaults; here it is refused while a key is in use",
  },
  {
    id: "kms/replica-at-home",
    types: ["oci_kms_vault_replication"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, scope }) =>
      wanted["replica_region"] === scope["region"] ? "a vault is replicated to another region than its own" : undefined,
    source: "Vault, Replicating Vaults and Keys",
  },
  {
    id: "vault/secret-key-of-another-vault",
    types: ["oci_vault_secret"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const [key] = having(world, "oci_kms_key", "id", textOf(wanted["key_id"]));
      const vault = key && vaultOf(world, key);
      return vault && vault["id"] !== wanted["vault_id"] ? "the key of a secret is in the vault of the secret" : undefined;
    },
    source: "Vault, Creating a Secret",
  },
  {
    id: "vault/too-many-replicas",
    types: ["oci_vault_secret"],
    code: "400-LimitExceeded",
    refuses: ({ wanted }) => {
      const targets = blockAt(wanted, "replication_config")?.["replication_targets"];
      return Array.isArray(targets) && targets.length > 3 ? "a secret is replicated to three regions at most" : undefined;
    },
    source: "Vault, Replicating Secrets",
  },
];
