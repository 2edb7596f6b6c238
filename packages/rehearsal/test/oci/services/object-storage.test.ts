import { expect, test } from "@jest/globals";
import { rehearsed } from "../rehearsed";
import { describeService } from "./tables";

const BUCKET = { namespace: "ns", bucket: "media" };

describeService("object storage", {
  given: {
    bucket: ["oci_objectstorage_bucket", { namespace: "ns", name: "media", compartment_id: "c", storage_tier: "Archive" }],
    replication: [
      "oci_objectstorage_replication_policy",
      { ...BUCKET, name: "dr", destination_bucket_name: "copy", destination_region_name: "us-ashburn-1" },
    ],
  },
  planned: [
    [
      "a bucket is plain unless told otherwise",
      "oci_objectstorage_bucket",
      { namespace: "ns", name: "b" },
      {
        storage_tier: "Standard",
        versioning: "Disabled",
        auto_tiering: "Disabled",
        object_events_enabled: false,
        bucket_scope: "NAMESPACE",
      },
    ],
    [
      "a bucket keeps its versions when told",
      "oci_objectstorage_bucket",
      { namespace: "ns", name: "b", versioning: "Enabled" },
      { versioning: "Enabled" },
    ],
    ["a link can't list unless told", "oci_objectstorage_preauthrequest", BUCKET, { bucket_listing_action: "Deny" }],
    [
      "compatible writes go to the root",
      "oci_objectstorage_namespace_metadata",
      { namespace: "ns" },
      { default_s3compartment_id: /^ocid1\.tenancy\./ },
    ],
  ],
  made: [
    [
      "a bucket is known by its names",
      "oci_objectstorage_bucket",
      { namespace: "ns", name: "b" },
      { id: "n/ns/b/b", bucket_id: /^ocid1\.bucket\.oc1\.phx\./ },
    ],
    [
      "a retention rule has an id",
      "oci_objectstorage_bucket",
      { namespace: "ns", name: "kept", retention_rules: [{ display_name: "year" }] },
      { retention_rules: [{ display_name: "year", retention_rule_id: /^[0-9a-f-]{36}$/ }] },
    ],
    ["a lifecycle hangs on its bucket", "oci_objectstorage_object_lifecycle_policy", BUCKET, { id: "n/ns/b/media/l" }],
    [
      "a replication has a number",
      "oci_objectstorage_replication_policy",
      { ...BUCKET, bucket: "other", name: "dr" },
      { id: /^n\/ns\/b\/other\/replicationPolicies\/[0-9a-f-]{36}$/ },
    ],
    [
      "an object's name is escaped in its id",
      "oci_objectstorage_object",
      { ...BUCKET, object: "a/b c:d", content: "hello" },
      { id: "n/ns/b/media/o/a%2Fb%20c:d", content_length: "5", content_md5: "XUFAKrxLKna5cZ2REBfFkg==", storage_tier: "Archive" },
    ],
    [
      "a link has a secret path",
      "oci_objectstorage_preauthrequest",
      { ...BUCKET, object_name: "report" },
      { access_uri: /^\/p\/[A-Za-z0-9]{64}\/n\/ns\/b\/media\/o\/report$/ },
    ],
    [
      "an endpoint is known by its names",
      "oci_objectstorage_private_endpoint",
      { namespace: "ns", name: "pe" },
      { id: "n/ns/pe/pe", state: "ACTIVE" },
    ],
  ],
  refused: [
    ["a name is taken", "oci_objectstorage_bucket", { namespace: "ns", name: "media" }, "already exists"],
    ["a bucket has one replication", "oci_objectstorage_replication_policy", { ...BUCKET, name: "second" }, "already exists"],
  ],
});

const { made } = rehearsed();

test("a bucket's name is free in another region", () => {
  const ids = ["us-phoenix-1", "us-ashburn-1"].map((region) =>
    made("oci_objectstorage_bucket", { namespace: "ns", name: "media" }, { region }),
  );
  expect(ids.map(({ id }) => id)).toEqual(["n/ns/b/media", "n/ns/b/media"]);
  expect(ids.map((one) => String(one["bucket_id"]).split(".")[3])).toEqual(["phx", "iad"]);
});
