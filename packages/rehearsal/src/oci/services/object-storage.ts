import type { Row, Rows } from "../../engine/cloud";

/** Ids are made of names, and a name holds in its region. Source: terraform-provider-oci, the `ID` of each resource. */
const named = (path: string, more: Row = {}): Row => ({
  within: "{region}",
  ...more,
  values: { id: `n/{path:namespace}/${path}`, ...more.values },
});

/** Source: Object Storage API, the data types of the same names. */
export const OBJECT_STORAGE: Rows = {
  oci_objectstorage_bucket: named("b/{path:name}", {
    planned: {
      storage_tier: "Standard",
      auto_tiering: "Disabled",
      versioning: "Disabled",
      object_events_enabled: false,
      bucket_scope: "NAMESPACE",
    },
    values: {
      bucket_id: "{ocid:bucket}",
      etag: "{uuid:4}",
      created_by: "{ocid:user}",
      approximate_count: "0",
      approximate_size: "0",
      "retention_rules.retention_rule_id": "{uuid:4}",
      "retention_rules.time_created": "{now}",
      "retention_rules.time_modified": "{now}",
    },
    unique: ["{region}/{namespace}/{name}"],
  }),
  // What the compatible APIs write goes to the root unless something else is said. Source: Object Storage API, NamespaceMetadata.
  oci_objectstorage_namespace_metadata: {
    within: "{region}",
    planned: { default_s3compartment_id: "{tenancy}", default_swift_compartment_id: "{tenancy}" },
    values: { id: "{namespace}" },
  },
  oci_objectstorage_object: named("b/{path:bucket}/o/{path:object}", {
    planned: { content_type: "application/octet-stream" },
    values: {
      state: null,
      content_length: "{bytes:content}",
      content_md5: "{md5:content}",
      version_id: "{uuid:4}",
      work_request_id: null,
    },
    links: { storage_tier: { type: "oci_objectstorage_bucket", where: "name", equals: "bucket", take: "storage_tier" } },
  }),
  oci_objectstorage_object_lifecycle_policy: named("b/{path:bucket}/l"),
  oci_objectstorage_preauthrequest: named("b/{path:bucket}/p/{path:par_id}", {
    planned: { bucket_listing_action: "Deny" },
    values: {
      par_id: "{base64:24}:{object_name|object|''}",
      access_uri: "/p/{base64:64}/n/{namespace}/b/{bucket}/o/{object_name|object|''}",
      full_path: "https://{namespace}.objectstorage.{region}.oci.customer-oci.com{access_uri}",
    },
  }),
  oci_objectstorage_private_endpoint: named("pe/{path:name}", {
    values: {
      state: "ACTIVE",
      etag: "{uuid:4}",
      created_by: "{ocid:user}",
      private_endpoint_ip: "{private:range}",
    },
    links: { range: { type: "oci_core_subnet", where: "id", equals: "subnet_id", take: "cidr_block" } },
    unique: ["{region}/{namespace}/{name}"],
  }),
  oci_objectstorage_replication_policy: named("b/{path:bucket}/replicationPolicies/{uuid:4}", {
    values: { status: "ACTIVE", status_message: "The policy is active." },
    // One slot per bucket. Source: Object Storage, Using Replication.
    unique: ["{region}/{namespace}/{bucket}"],
  }),
};
