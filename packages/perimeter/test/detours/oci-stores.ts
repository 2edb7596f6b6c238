import type { KEYS } from "../../src/detours/oci/keys";
import type { PIPELINE, STORES } from "../../src/detours/oci/stores";
import { inStores, type Pair } from "./oci-pair";

const DATABASE = inStores("oci_database_autonomous_database", { db_name: "ledger" });
const SYSTEM = inStores("oci_database_db_system", { display_name: "d" });
const VOLUME = inStores("oci_core_volume", { availability_domain: "ad" });
const FILES = inStores("oci_file_storage_file_system", { availability_domain: "ad" });

export const STORE_PAIRS: Record<(typeof STORES)[number]["id"], Pair> = {
  "ESC-OBJ-2": {
    page: "Common Policies",
    found: ["allow group apac-eng to manage buckets in compartment stores"],
    passed: ["allow group apac-eng to read buckets in compartment stores"],
  },
  "ESC-OBJ-1": {
    page: "Using Pre-Authenticated Requests",
    who: "us-sre",
    found: ["allow group us-sre to {PAR_MANAGE} in compartment stores"],
    passed: ["allow group us-sre to {BUCKET_READ} in compartment stores"],
  },
  "ESC-DAT-1": {
    ...DATABASE,
    found: ["allow group apac-eng to {AUTONOMOUS_DATABASE_UPDATE} in compartment stores"],
    passed: ["allow group apac-eng to {AUTONOMOUS_DATABASE_INSPECT} in compartment stores"],
  },
  "ESC-DAT-4": {
    ...DATABASE,
    found: ["allow group apac-eng to {DBMGMT_JOB_CREATE} in compartment stores"],
    passed: ["allow group apac-eng to {DBMGMT_MANAGED_DB_READ} in compartment stores"],
  },
  "ESC-DAT-11": {
    ...SYSTEM,
    page: "Common Policies",
    toldAs: "DB-1",
    found: ["allow group apac-eng to manage database-family in compartment stores"],
    passed: ["allow group apac-eng to inspect db-systems in compartment stores"],
  },
  "ESC-DAT-13": {
    ...DATABASE,
    page: "Managing Database Migration: required policies",
    found: [
      "allow group apac-eng to {ODMS_CONNECTION_USE} in compartment stores",
      "allow group apac-eng to {ODMS_MIGRATION_CREATE} in compartment other",
    ],
    passed: [
      "allow group apac-eng to {ODMS_CONNECTION_READ} in compartment stores",
      "allow group apac-eng to {ODMS_MIGRATION_CREATE} in compartment other",
    ],
  },
  "ESC-USR-12": {
    ...DATABASE,
    found: ["allow group apac-eng to {CREDENTIAL_ADD} in tenancy"],
    passed: ["allow group apac-eng to {CREDENTIAL_INSPECT} in tenancy"],
  },
  "ESC-CMP-15": {
    ...VOLUME,
    found: [
      "allow group apac-eng to read volume-attachments in compartment stores",
      "allow group apac-eng to inspect instances in compartment other",
    ],
    passed: [
      "allow group apac-eng to inspect volume-attachments in compartment stores",
      "allow group apac-eng to inspect instances in compartment other",
    ],
  },
  "ESC-CMP-21": {
    ...FILES,
    found: [
      "allow group apac-eng to {VNIC_ATTACH} in compartment stores",
      "allow group apac-eng to {VTAP_CREATE, CAPTURE_FILTER_ATTACH} in compartment other",
    ],
    passed: [
      "allow group apac-eng to {VNIC_ATTACH} in compartment stores",
      "allow group apac-eng to {VTAP_READ, CAPTURE_FILTER_ATTACH} in compartment other",
    ],
  },
  "ESC-NWK-1": {
    ...FILES,
    page: "Common Policies",
    toldAs: "ESC-CMP-21",
    found: ["allow group apac-eng to manage virtual-network-family in tenancy"],
    passed: ["allow group apac-eng to read virtual-network-family in tenancy"],
  },
};

export const PIPELINE_PAIRS: Record<(typeof PIPELINE)[number]["id"], Pair> = {
  "ESC-PIP-1": {
    page: "Details for Resource Manager",
    found: ["allow group apac-eng to manage orm-stacks in compartment stores"],
    passed: ["allow group apac-eng to read orm-stacks in compartment stores"],
  },
  "ESC-PIP-2": {
    found: ["allow group apac-eng to {ORM_JOB_MANAGE, ORM_STACK_USE} in tenancy"],
    passed: ["allow group apac-eng to {ORM_JOB_MANAGE, ORM_STACK_USE} in compartment other"],
  },
  "ESC-PIP-3": {
    found: ["allow group apac-eng to {ORM_CONFIG_SOURCE_PROVIDER_UPDATE} in tenancy"],
    passed: ["allow group apac-eng to {ORM_CONFIG_SOURCE_PROVIDER_READ} in tenancy"],
  },
  "ESC-STA-4": {
    ...DATABASE,
    found: ["allow group apac-eng to {ORM_JOB_READ} in compartment stores"],
    passed: ["allow group apac-eng to {ORM_JOB_INSPECT} in compartment stores"],
  },
};

const WITH_SECRET = {
  store: "oci_database_autonomous_database.one",
  beside: [
    {
      oci_vault_secret: { admin: { compartment_id: "${oci_identity_compartment.other.id}", secret_name: "admin" } },
      oci_database_autonomous_database: {
        one: {
          compartment_id: "${oci_identity_compartment.stores.id}",
          db_name: "ledger",
          secret_id: "${oci_vault_secret.admin.id}",
        },
      },
    },
  ],
};

export const KEY_PAIRS: Record<(typeof KEYS)[number]["id"], Pair> = {
  "ESC-KEY-1": {
    page: "Common Policies",
    found: ["allow group apac-eng to use keys in compartment stores"],
    passed: ["allow group apac-eng to inspect keys in compartment stores"],
  },
  "ESC-KEY-2": {
    found: [
      "allow group apac-eng to {KEY_BACKUP} in compartment stores",
      "allow group apac-eng to {KEY_RESTORE} in compartment other",
    ],
    passed: [
      "allow group apac-eng to {KEY_READ} in compartment stores",
      "allow group apac-eng to {KEY_RESTORE} in compartment other",
    ],
  },
  "ESC-KEY-3": {
    found: ["allow group apac-eng to {KEY_IMPORT, VAULT_IMPORT_KEY} in tenancy"],
    passed: ["allow group apac-eng to {VAULT_IMPORT_KEY} in tenancy"],
  },
  "ESC-SEC-1": {
    ...WITH_SECRET,
    page: "Common Policies",
    found: ["allow group apac-eng to read secret-bundles in compartment other"],
    passed: ["allow group apac-eng to read secret-bundles in compartment stores"],
  },
  "ESC-SEC-2": {
    ...WITH_SECRET,
    found: ["allow group apac-eng to {SECRET_UPDATE} in compartment other"],
    passed: ["allow group apac-eng to {SECRET_READ} in compartment other"],
  },
};
