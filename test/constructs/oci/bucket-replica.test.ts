import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import { BucketReplica, type BucketReplicaProps } from "../../../constructs/oci/bucket-replica";
import type { Grant } from "../../../constructs/oci/policy/grant";
import {
  ASHBURN,
  allOf,
  FOREIGNER,
  groundOf,
  oneOf,
  PHOENIX,
  refusalsOf,
  role,
  scenario,
  sourceIn,
  synthesizeStack,
} from "../../support/construct-stack";

function replicaIn(stack: TerraformStack, overrides: Partial<BucketReplicaProps> = {}): BucketReplica {
  const { compartment, stores, key } = groundOf(stack);
  return new BucketReplica(stack, "media", {
    of: {
      store: "media",
      name: "acme-us-media",
      jurisdiction: "US",
      namespace: "axacme",
      compartment: compartment("media", stores),
    },
    region: ASHBURN,
    key,
    source: sourceIn(stack),
    ...overrides,
  });
}

// What a caller who doesn't heed the types might pass.
const LOOSENED = { accessType: "ObjectRead", versioning: "Enabled", kmsKeyId: undefined, lifecycle: {} };

describe.each([
  ["as it is made", {}],
  ["whatever else its props hold", LOOSENED as Partial<BucketReplicaProps>],
])("a replica, %s,", (_, overrides) => {
  const json = synthesizeStack((stack) => void replicaIn(stack, overrides));
  const bucket = oneOf(json, "oci_objectstorage_bucket");

  test.each([
    ["bears its source's name, so that one statement selects both", "name", "acme-us-media"],
    ["is private", "access_type", "NoPublicAccess"],
    ["is encrypted with the key of its own region", "kms_key_id", expect.stringMatching(/^\$\{oci_kms_key\.key_\w+\.id\}$/)],
    ["keeps no versions, which no rule could delete", "versioning", "Disabled"],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_name, argument, expected) => expect(bucket[argument]).toEqual(expected));

  test("has no lifecycle rules: on a destination they have no effect", () => {
    expect(allOf(json, "oci_objectstorage_object_lifecycle_policy")).toEqual([]);
  });

  test("is written by a replication that is made at the source, after the replica is there", () => {
    expect(oneOf(json, "oci_objectstorage_replication_policy")).toMatchObject({
      provider: "oci.source",
      bucket: "acme-us-media",
      destination_bucket_name: expect.stringMatching(/^\$\{oci_objectstorage_bucket\.media_\w+\.name\}$/),
      destination_region_name: "us-ashburn-1",
      lifecycle: { prevent_destroy: true },
    });
  });
});

test("a replica beside its source is refused", () => {
  expect(refusalsOf((stack) => void replicaIn(stack, { region: PHOENIX }))).toEqual([
    `[test/media] the replica of "media" is in us-phoenix-1, as its source is: make it in another region: an outage of one must leave the other`,
  ]);
  expect(refusalsOf((stack) => void replicaIn(stack))).toEqual([]);
});

describe("grants", () => {
  const copying =
    "{BUCKET_READ, BUCKET_UPDATE, OBJECT_INSPECT, OBJECT_READ, OBJECT_CREATE, OBJECT_OVERWRITE, OBJECT_RESTORE, OBJECT_DELETE}";
  const at = "in compartment us:stores:media where";
  const byName = "target.bucket.name = 'acme-us-media'";

  test.each<[string, (replica: BucketReplica) => Grant[], string]>([
    [
      "administering sets the replication up, and neither ends it nor makes the replica writable",
      (replica) => replica.grantAdminister(role(), scenario()),
      `Allow group 'us'/'reviewers' to ${copying} ${at} all {${byName}, request.operation = 'CreateReplicationPolicy'}`,
    ],
    [
      "Object Storage of the source's region copies, on both sides",
      (replica) => replica.grantReplicationService(),
      `Allow service objectstorage-us-phoenix-1 to ${copying} ${at} ${byName}`,
    ],
  ])("%s", (_, ask, expected) => {
    const statements: string[] = [];
    synthesizeStack((stack) => {
      statements.push(...ask(replicaIn(stack)).map(({ statement }) => printStatement(statement)));
    });
    expect(statements).toEqual([expected]);
  });

  test("a role from elsewhere sets up none", () => {
    expect(refusalsOf((stack) => void replicaIn(stack).grantAdminister(FOREIGNER, scenario()))).toEqual([
      `[test/media] role "apac-engineering" resides in CN, SG and can't replicate "media" (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
  });
});
