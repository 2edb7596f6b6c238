import type { BOUNDARY } from "../../src/detours/oci/boundary";
import { inStores, type Pair } from "./oci-pair";

const TAGS = "Using Tags to Manage Access";
const TAGGING = "allow group apac-eng to use tag-namespaces in tenancy";
const BY_TAG = "where target.resource.tag.ops.team = 'apac'";
const USER_DATA = { defined_tags: { "ops.kind": "user" } };
const BUCKET = inStores("oci_objectstorage_bucket", { namespace: "ns", name: "user-one", ...USER_DATA });
const SECRET = inStores("oci_vault_secret", { secret_name: "s" });
const STREAM = inStores("oci_streaming_stream", { name: "s", partitions: 1 });
const VOLUME = inStores("oci_core_volume", { availability_domain: "ad" });
const FILES = inStores("oci_file_storage_file_system", { availability_domain: "ad" });
const LOGS = inStores("oci_logging_log_group", { display_name: "l" });
const BACKUPS = "allow group apac-eng to manage volume-backups in compartment other";

export const BOUNDARY_PAIRS: Record<(typeof BOUNDARY)[number]["id"], Pair> = {
  "ESC-POL-1": {
    found: ["allow group apac-eng to manage policies in compartment stores"],
    passed: ["allow group apac-eng to manage policies in compartment other"],
  },
  "ESC-POL-2": {
    found: ["allow group apac-eng to {POLICY_UPDATE} in tenancy"],
    passed: ["allow group apac-eng to inspect policies in tenancy"],
  },
  "ESC-POL-3": {
    page: "Deny Policies",
    found: [
      "allow group apac-eng to read objects in compartment stores",
      "deny group apac-eng to read objects in compartment stores",
      "allow group apac-eng to {POLICY_DELETE} in tenancy",
    ],
    passed: [
      "allow group apac-eng to read objects in compartment stores",
      "deny group apac-eng to read objects in compartment stores",
      "allow group apac-eng to {POLICY_DELETE} in compartment other",
    ],
    after: ["allow group apac-eng to read objects in compartment stores"],
  },
  "ESC-CMP-2": {
    found: [
      "allow group apac-eng to read objects in tenancy where target.compartment.name = 'archive'",
      "allow group apac-eng to {COMPARTMENT_UPDATE} in tenancy",
    ],
    passed: [
      "allow group apac-eng to read objects in tenancy where target.compartment.name = 'archive'",
      "allow group apac-eng to {COMPARTMENT_UPDATE} in compartment other",
    ],
  },
  "ESC-CMP-3": {
    page: TAGS,
    found: [
      "allow group apac-eng to read objects in tenancy where target.resource.compartment.tag.ops.team = 'apac'",
      "allow group apac-eng to {COMPARTMENT_UPDATE} in tenancy",
      "allow group apac-eng to use tag-namespaces in compartment other",
    ],
    passed: [
      "allow group apac-eng to read objects in tenancy where target.resource.compartment.tag.ops.team = 'apac'",
      "allow group apac-eng to {COMPARTMENT_UPDATE} in tenancy",
      "allow group apac-eng to inspect tag-namespaces in tenancy",
    ],
  },
  "ESC-GRP-3": {
    page: TAGS,
    found: [
      "allow group apac-eng to read objects in compartment stores where request.principal.group.tag.ops.team = 'sre'",
      "allow group apac-eng to {GROUP_UPDATE} in tenancy",
      TAGGING,
    ],
    passed: [
      "allow group apac-eng to read objects in compartment stores where request.principal.group.tag.ops.team = 'sre'",
      TAGGING,
    ],
  },
  "ESC-TAG-1": {
    page: TAGS,
    toldAs: "ESC-OBJ-2",
    found: [
      "allow group apac-eng to read objects in tenancy where target.bucket.tag.ops.team = 'apac'",
      "allow group apac-eng to use buckets in compartment stores",
      TAGGING,
    ],
    passed: [
      "allow group apac-eng to read objects in tenancy where target.bucket.tag.ops.team = 'apac'",
      "allow group apac-eng to use buckets in compartment other",
      TAGGING,
    ],
  },
  "ESC-TAG-1-secrets": {
    ...SECRET,
    page: TAGS,
    found: [
      `allow group apac-eng to read secret-bundles in tenancy ${BY_TAG}`,
      "allow group apac-eng to use secrets in compartment stores",
      TAGGING,
    ],
    passed: [
      `allow group apac-eng to read secret-bundles in tenancy ${BY_TAG}`,
      "allow group apac-eng to use secrets in compartment other",
      TAGGING,
    ],
  },
  "ESC-TAG-1-volumes": {
    ...VOLUME,
    found: [
      `allow group apac-eng to {VOLUME_WRITE} in tenancy ${BY_TAG}`,
      "allow group apac-eng to {VOLUME_UPDATE} in compartment stores",
      BACKUPS,
      TAGGING,
    ],
    passed: [
      `allow group apac-eng to {VOLUME_WRITE} in tenancy ${BY_TAG}`,
      "allow group apac-eng to {VOLUME_INSPECT} in compartment stores",
      BACKUPS,
      TAGGING,
    ],
  },
  "ESC-TAG-3": {
    ...BUCKET,
    found: [
      "allow group apac-eng to read objects in tenancy where target.bucket.tag.ops.kind != 'user'",
      "allow group apac-eng to manage tag-namespaces in compartment other",
    ],
    passed: [
      "allow group apac-eng to read objects in tenancy where target.bucket.tag.ops.kind != 'user'",
      "allow group apac-eng to inspect tag-namespaces in compartment other",
    ],
  },
  "ESC-MOV-3": {
    ...VOLUME,
    found: [
      "allow group apac-eng to {VOLUME_MOVE} in compartment stores",
      "allow group apac-eng to manage volume-family in compartment other",
    ],
    passed: [
      "allow group apac-eng to {VOLUME_MOVE} in compartment stores",
      "allow group apac-eng to inspect volume-family in compartment other",
    ],
  },
  "ESC-MOV-3-files": {
    ...FILES,
    found: [
      "allow group apac-eng to {FILE_SYSTEM_MOVE} in compartment stores",
      "allow group apac-eng to manage file-family in compartment other",
    ],
    passed: ["allow group apac-eng to manage file-family in compartment other"],
  },
  "ESC-MOV-3-streams": {
    ...STREAM,
    found: [
      "allow group apac-eng to {STREAM_MOVE} in compartment stores",
      "allow group apac-eng to use stream-pull in compartment other",
    ],
    passed: [
      "allow group apac-eng to {STREAM_MOVE} in compartment stores",
      "allow group apac-eng to use stream-push in compartment other",
    ],
  },
  "ESC-MOV-3-logs": {
    ...LOGS,
    found: [
      "allow group apac-eng to use log-groups in compartment stores",
      "allow group apac-eng to read log-content in compartment other",
    ],
    passed: [
      "allow group apac-eng to read log-groups in compartment stores",
      "allow group apac-eng to read log-content in compartment other",
    ],
  },
  "ESC-MOV-4": {
    ...SECRET,
    found: [
      "allow group apac-eng to {SECRET_MOVE, SECRET_UPDATE} in compartment stores",
      "allow group apac-eng to read secret-bundles in compartment other",
    ],
    passed: [
      "allow group apac-eng to {SECRET_UPDATE} in compartment stores",
      "allow group apac-eng to read secret-bundles in compartment other",
    ],
  },
  "ESC-MOV-3-keys": {
    found: [
      "allow group apac-eng to {KEY_MOVE} in compartment stores",
      "allow group apac-eng to {KEY_EXPORT} in compartment other",
    ],
    passed: ["allow group apac-eng to {KEY_MOVE} in compartment stores"],
  },
};
