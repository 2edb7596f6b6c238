import { createHash } from "node:crypto";
import type { DataSource } from "../../engine/cloud";
import { type ObjectValue, objectsIn, textOf } from "../../schema/value";
import { type Getter, getter } from "./getter";

const ofObject = (object: ObjectValue): ObjectValue => ({
  ...object,
  content_length: Number(object["content_length"] ?? 0),
  etag: object["version_id"] ?? null,
  archival_state: null,
});

/** What was put in, or for a secret that the service has made up a value that is the same at each reading. */
function bundle(secret: ObjectValue): ObjectValue {
  const [given] = objectsIn(secret["secret_content"]);
  const made = createHash("sha256").update(textOf(secret["id"])).digest("base64");
  return {
    metadata: secret["metadata"] ?? {},
    secret_bundle_content: [{ content: given?.["content"] ?? made, content_type: "BASE64" }],
    stages: ["CURRENT", "LATEST"],
    time_created: secret["time_created"] ?? null,
    version_number: Number(secret["current_version_number"] ?? 1),
    version_name: given?.["name"] ?? null,
    id: `secretId/${textOf(secret["id"])}`,
  };
}

/** Data source → the resource type that it gets. Source: terraform-provider-oci, website/docs/d. */
const GETTERS: Readonly<Record<string, Getter>> = {
  // Source: Audit, Setting Audit Log Retention Period: 365 days since the service began, unless it was set.
  oci_audit_configuration: {
    of: "oci_audit_configuration",
    by: { compartment_id: "compartment_id" },
    absent: { retention_period_days: 365 },
  },
  oci_cloud_guard_cloud_guard_configuration: {
    of: "oci_cloud_guard_cloud_guard_configuration",
    by: { compartment_id: "compartment_id" },
  },
  oci_data_safe_data_safe_configuration: {
    of: "oci_data_safe_data_safe_configuration",
    by: { compartment_id: "compartment_id" },
  },
  oci_database_autonomous_database: { of: "oci_database_autonomous_database", by: { autonomous_database_id: "id" } },
  oci_dns_rrset: { of: "oci_dns_rrset", by: { zone_name_or_id: "zone_name_or_id", domain: "domain", rtype: "rtype" } },
  oci_kms_key: { of: "oci_kms_key", by: { key_id: "id", management_endpoint: "management_endpoint" } },
  oci_kms_vault: { of: "oci_kms_vault", by: { vault_id: "id" } },
  oci_objectstorage_bucket: {
    of: "oci_objectstorage_bucket",
    by: { name: "name", namespace: "namespace" },
    // Source: Object Storage API, error codes.
    missing: (config) =>
      `404-BucketNotFound, Either the bucket named '${textOf(config["name"])}' does not exist in the namespace ` +
      `'${textOf(config["namespace"])}' or you are not authorized to access it`,
  },
  oci_objectstorage_object_head: {
    of: "oci_objectstorage_object",
    by: { namespace: "namespace", bucket: "bucket", object: "object" },
    row: ofObject,
  },
  oci_secrets_secretbundle: { of: "oci_vault_secret", by: { secret_id: "id" }, row: bundle },
  oci_zpr_configuration: { of: "oci_zpr_configuration", by: { compartment_id: "compartment_id" } },
};

export const WORLD_GETTERS: Readonly<Record<string, DataSource>> = Object.fromEntries(
  Object.entries(GETTERS).map(([type, of]) => [type, getter(type, of)]),
);
