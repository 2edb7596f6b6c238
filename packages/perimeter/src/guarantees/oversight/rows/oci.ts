import type { OciDetour } from "../../../detours/row";

const BUCKET = ["oci_objectstorage_bucket"];
const STORAGE = "Details for Object Storage, Archive Storage, and Data Transfer: permissions required for each API operation";
const VAULT = "Details for the Vault Service: permissions required for each API operation";
const IAM = "Details for IAM with Identity Domains: permissions required for each API operation";

type Control = Omit<OciDetour, "yields">;
const controls = (rows: readonly Control[]): readonly OciDetour[] => rows.map((row) => ({ ...row, yields: "control" }));

/** Before a retention rule is locked it can be removed, and then everything below it. */
export const UNLOCKING: readonly OciDetour[] = controls([
  {
    id: "OVS-8",
    source: STORAGE,
    needs: [["RETENTION_RULE_MANAGE", "BUCKET_UPDATE"]],
    at: "asset",
    of: BUCKET,
    says: "may remove or shorten its retention rule",
  },
]);

/** What alters records that no rule keeps. */
export const UNLOCKED: readonly OciDetour[] = controls([
  {
    id: "OVS-7",
    source: STORAGE,
    needs: [["OBJECT_DELETE"], ["OBJECT_VERSION_DELETE"], ["OBJECT_OVERWRITE"], ["BUCKET_DELETE"]],
    at: "asset",
    of: BUCKET,
    says: "may delete or overwrite the records in it",
  },
]);

/** What stops records on their way, or makes those that are kept unreadable. */
export const STOPPING: readonly OciDetour[] = controls([
  {
    id: "OVS-3",
    source: "Details for Logging: permissions required for each API operation",
    needs: [["LOG_GROUP_UPDATE"], ["LOG_GROUP_DELETE"]],
    at: "asset",
    of: ["oci_logging_log_group"],
    says: "may switch off or delete the logs in it",
  },
  {
    id: "OVS-5",
    source: "Details for Connector Hub: permissions required for each API operation",
    needs: [["SERVICE_CONNECTOR_UPDATE"], ["SERVICE_CONNECTOR_DELETE"], ["SERVICE_CONNECTOR_MOVE"]],
    at: "asset",
    of: ["oci_sch_service_connector"],
    says: "may stop, redirect or delete it",
  },
  {
    id: "OVS-5-stream",
    source: "Details for the Streaming Service: permissions required for each API operation",
    needs: [["STREAM_UPDATE"], ["STREAM_DELETE"], ["STREAM_MOVE"]],
    at: "asset",
    of: ["oci_streaming_stream"],
    says: "may change or delete it",
  },
  {
    id: "OVS-9",
    source: VAULT,
    needs: [["KEY_UPDATE"], ["KEY_DELETE"]],
    at: "asset",
    of: ["oci_kms_key"],
    says: "may disable or delete it, and what it encrypts can't be read any more",
  },
  {
    id: "OVS-9-vault",
    source: VAULT,
    needs: [["VAULT_DELETE"]],
    at: "asset",
    of: ["oci_kms_vault"],
    says: "may delete it with all keys in it",
  },
  {
    id: "OVS-6",
    source: IAM,
    needs: [["POLICY_CREATE"], ["POLICY_UPDATE"], ["POLICY_DELETE"]],
    at: "above",
    says: "may write the policies there, those that let records be written among them",
  },
]);

/** What an auditor needs who reads no evidence: the logs themselves. */
export const READS_AUDIT: readonly OciDetour[] = controls([
  {
    id: "AUD-1",
    source: "Details for the Audit Service: permissions required for each API operation",
    needs: [["AUDIT_EVENT_READ"]],
    at: "root",
    says: "may read the audit log",
  },
]);

export const READS_LOGS: readonly OciDetour[] = controls([
  {
    id: "LOG-1",
    source: "Details for Logging: permissions required for each API operation",
    needs: [["LOG_CONTENT_READ"]],
    at: "asset",
    of: ["oci_logging_log_group"],
    says: "may read its entries",
  },
]);

export const READS_RULES: readonly OciDetour[] = controls([
  { id: "IAM-1", source: IAM, needs: [["POLICY_READ"]], at: "root", says: "may read every policy" },
]);

/** What makes somebody an operator or administrator of a store, whoever else they are. */
export const RUNS: readonly OciDetour[] = controls([
  {
    id: "RUN-1",
    source: STORAGE,
    needs: [["OBJECT_DELETE"], ["OBJECT_OVERWRITE"], ["BUCKET_UPDATE"], ["BUCKET_DELETE"]],
    at: "asset",
    of: BUCKET,
    says: "may change or delete what is in it",
  },
  {
    id: "RUN-2",
    source: "Details for Autonomous Database on Serverless: permissions required for each API operation",
    needs: [["AUTONOMOUS_DATABASE_UPDATE"], ["AUTONOMOUS_DATABASE_DELETE"]],
    at: "asset",
    of: ["oci_database_autonomous_database"],
    says: "may change or delete it",
  },
]);
