import { isList, textOf } from "../../schema/value";
import { blockAt, byId, having, numberOf } from "../look";
import type { RefusalRow } from "../row";

const DATABASE = ["oci_database_autonomous_database"];
const ACROSS = ["CROSS_REGION_DATAGUARD", "CROSS_REGION_DISASTER_RECOVERY"];

/** Sources: OCI documentation, Autonomous Database (Create, Backups, Data Guard, Customer-Managed Keys); Database API. */
export const DATABASES: readonly RefusalRow[] = [
  {
    id: "database/name",
    types: DATABASE,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      /^[A-Za-z][A-Za-z0-9]{0,29}$/.test(textOf(wanted["db_name"]))
        ? undefined
        : `"${textOf(wanted["db_name"])}" is no name of a database: a letter, then up to 29 letters and digits`,
    source: "Database API, CreateAutonomousDatabaseBase, dbName",
  },
  {
    id: "database/groups-without-subnet",
    types: DATABASE,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      isList(wanted["nsg_ids"]) && wanted["nsg_ids"].length > 0 && textOf(wanted["subnet_id"]) === ""
        ? "network security groups take a private endpoint: subnet_id is missing"
        : undefined,
    source: "Database API, CreateAutonomousDatabaseBase, nsgIds",
  },
  {
    id: "database/backup-retention",
    types: DATABASE,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const days = numberOf(wanted["backup_retention_period_in_days"]);
      return days !== undefined && days !== 0 && (days < 1 || days > 60) ? "backups are kept for 1 to 60 days" : undefined;
    },
    source: "Autonomous Database, Backup and Restore, Edit Automatic Backup Retention Period",
  },
  {
    id: "database/locked-backups-shortened",
    types: DATABASE,
    on: ["update"],
    code: "409-IncorrectState",
    isKnownAtPlan: true,
    refuses: ({ prior, wanted }) => {
      if (prior?.["is_backup_retention_locked"] !== true) return undefined;
      if (wanted["is_backup_retention_locked"] !== true)
        return "the retention of its backups is locked, and nobody can unlock it";
      const [before, after] = [prior, wanted].map((one) => numberOf(one["backup_retention_period_in_days"]) ?? 0);
      return (after ?? 0) < (before ?? 0)
        ? `the retention of its backups is locked at ${before} days, and can only be lengthened`
        : undefined;
    },
    source: "Autonomous Database, Backup and Restore, Lock Backup Retention",
  },
  {
    id: "database/standby-without-primary",
    types: DATABASE,
    on: ["create"],
    code: "404-NotAuthorizedOrNotFound",
    refuses: ({ wanted, world }) =>
      ACROSS.includes(textOf(wanted["source"])) && !byId(world, "oci_database_autonomous_database", wanted["source_id"])
        ? `the primary "${textOf(wanted["source_id"])}" does not exist`
        : undefined,
    source: "Database API, CreateCrossRegionDisasterRecoveryDetails, sourceId",
  },
  {
    id: "database/second-standby",
    types: DATABASE,
    on: ["create"],
    code: "409-IncorrectState",
    refuses: ({ wanted, world }) => {
      const primary = byId(world, "oci_database_autonomous_database", wanted["source_id"]);
      const hasKey = textOf(primary?.["kms_key_id"]) !== "" || blockAt(primary ?? {}, "encryption_key") !== undefined;
      const others = having(world, "oci_database_autonomous_database", "source_id", textOf(wanted["source_id"]));
      return ACROSS.includes(textOf(wanted["source"])) && hasKey && others.some((one) => ACROSS.includes(textOf(one["source"])))
        ? "a database with a customer-managed key has one standby in another region at most"
        : undefined;
    },
    source: "Autonomous Database, Customer-Managed Encryption Keys, Notes with Autonomous Data Guard",
  },
  {
    id: "database/standby-without-vault",
    types: DATABASE,
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world, scope }) => {
      if (!ACROSS.includes(textOf(wanted["source"]))) return undefined;
      const primary = byId(world, "oci_database_autonomous_database", wanted["source_id"]);
      const vault = textOf(blockAt(primary ?? {}, "encryption_key")?.["vault_id"] ?? primary?.["vault_id"]);
      const replica = having(world, "oci_kms_vault_replication", "vault_id", vault)[0];
      return vault !== "" && replica?.["replica_region"] !== scope["region"]
        ? "the vault of the primary's key must be replicated to the region of the standby first"
        : undefined;
    },
    source: "Autonomous Database, Customer-Managed Encryption Keys, Notes with Autonomous Data Guard",
  },
  {
    id: "database/primary-of-standby",
    types: DATABASE,
    on: ["remove"],
    code: "409-IncorrectState",
    refuses: ({ wanted, world }) =>
      having(world, "oci_database_autonomous_database", "source_id", textOf(wanted["id"])).some((one) =>
        ACROSS.includes(textOf(one["source"])),
      )
        ? "its standby must be terminated first"
        : undefined,
    source: "Autonomous Database, Terminate a Cross-Region Standby Database",
  },
];
