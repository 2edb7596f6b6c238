import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Role } from "../../../config/schema/model";
import type { Grant } from "../../../constructs/oci/policy/grant";
import { UserDataBucket, type UserDataBucketProps } from "../../../constructs/oci/user-data-bucket";
import {
  ASHBURN,
  FOREIGNER,
  groundOf,
  oneOf,
  PHOENIX,
  refusalsOf,
  role,
  scenario,
  synthesizeStack,
} from "../../support/construct-stack";

function bucketIn(stack: TerraformStack, overrides: Partial<UserDataBucketProps> = {}): UserDataBucket {
  const { compartment, stores, key } = groundOf(stack);
  return new UserDataBucket(stack, "media", {
    store: "media",
    name: "acme-us-media",
    jurisdiction: "US",
    namespace: "axacme",
    region: PHOENIX,
    compartment: compartment("media", stores),
    key,
    previousVersionsDays: 90,
    ...overrides,
  });
}

/** The statements of what `ask` gets from a bucket. */
function statementsOf(ask: (bucket: UserDataBucket) => Grant[], overrides: Partial<UserDataBucketProps> = {}): string[] {
  const statements: string[] = [];
  synthesizeStack((stack) => {
    statements.push(...ask(bucketIn(stack, overrides)).map(({ statement }) => printStatement(statement)));
  });
  return statements;
}

// What a caller who doesn't heed the types might pass.
const LOOSENED = { accessType: "ObjectRead", versioning: "Disabled", kmsKeyId: undefined, lifecycle: {}, storageTier: "Archive" };

describe.each([
  ["as it is made", {}],
  ["in another jurisdiction", { jurisdiction: "EU" as const }],
  ["whatever else its props hold", LOOSENED as Partial<UserDataBucketProps>],
])("a bucket of user data, %s,", (_, overrides) => {
  const bucket = oneOf(
    synthesizeStack((stack) => void bucketIn(stack, overrides)),
    "oci_objectstorage_bucket",
  );

  test.each([
    ["is private", "access_type", "NoPublicAccess"],
    ["keeps versions", "versioning", "Enabled"],
    ["is encrypted with its key", "kms_key_id", expect.stringMatching(/^\$\{oci_kms_key\.key_\w+\.id\}$/)],
    ["is kept in the standard tier", "storage_tier", "Standard"],
    ["tells events of its objects", "object_events_enabled", true],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_, argument, expected) => expect(bucket[argument]).toEqual(expected));
});

test("a bucket is tagged with where its data must stay", () => {
  const bucket = oneOf(
    synthesizeStack((stack) => void bucketIn(stack, { jurisdiction: "EU" })),
    "oci_objectstorage_bucket",
  );
  expect(bucket.defined_tags).toEqual({
    "eu-data.residency": "EU",
    "eu-data.data-class": "user-data",
    "eu-data.store": "media",
  });
});

test("lifecycle rules delete previous versions and unfinished uploads, never a current object", () => {
  const { rules } = oneOf(
    synthesizeStack((stack) => void bucketIn(stack, { previousVersionsDays: 35 })),
    "oci_objectstorage_object_lifecycle_policy",
  );
  expect(rules.map(({ action, target, time_amount }: Record<string, string>) => [action, target, time_amount])).toEqual([
    ["ABORT", "multipart-uploads", "7"],
    ["DELETE", "previous-object-versions", "35"],
  ]);
});

describe("grants", () => {
  const at = "in compartment us:stores:media";
  const byName = "target.bucket.name = 'acme-us-media'";
  const pinned = `where all {${byName}, request.region = 'phx'`;

  test.each<[string, (bucket: UserDataBucket) => Grant[], string[]]>([
    [
      "metadata is the bucket's settings",
      (bucket) => bucket.grantMetadata(role(), scenario()),
      [`Allow group 'us'/'reviewers' to {BUCKET_INSPECT, BUCKET_READ} ${at} where ${byName}`],
    ],
    [
      "metadata may go to a role from elsewhere",
      (bucket) => bucket.grantMetadata(FOREIGNER, scenario()),
      [`Allow group 'international'/'apac-engineering' to {BUCKET_INSPECT, BUCKET_READ} ${at} where ${byName}`],
    ],
    [
      "reading is pinned to bucket and region",
      (bucket) => bucket.grantRead(role(), scenario()),
      [`Allow group 'us'/'reviewers' to {OBJECT_INSPECT, OBJECT_READ} ${at} ${pinned}}`],
    ],
    [
      "reading is pinned to the scenario's network too",
      (bucket) => bucket.grantRead(role(), scenario({ circumstances: { network: ["us-offices"] } })),
      [
        `Allow group 'us'/'reviewers' to {OBJECT_INSPECT, OBJECT_READ} ${at} ${pinned}, request.networkSource.name = 'us-offices'}`,
      ],
    ],
    [
      "a copier also asks whether the bucket is there",
      (bucket) => bucket.grantRead(role({ name: "replication", assumedBy: "copier" }), scenario()),
      [`Allow group 'us'/'replication' to {BUCKET_INSPECT, OBJECT_INSPECT, OBJECT_READ} ${at} ${pinned}}`],
    ],
    [
      "the app reads as a dynamic group",
      (bucket) => bucket.grantRead(role({ name: "app", assumedBy: "app" }), scenario()),
      [`Allow dynamic-group 'us'/'app' to {OBJECT_INSPECT, OBJECT_READ} ${at} ${pinned}}`],
    ],
    [
      "writing reads nothing and deletes nothing",
      (bucket) => bucket.grantWrite(role(), scenario()),
      [`Allow group 'us'/'reviewers' to {OBJECT_INSPECT, OBJECT_CREATE, OBJECT_OVERWRITE} ${at} ${pinned}}`],
    ],
    [
      "administering creates the bucket and sets its lifecycle rules",
      (bucket) => bucket.grantAdminister(role(), scenario()),
      [
        `Allow group 'us'/'reviewers' to {BUCKET_INSPECT, BUCKET_READ, BUCKET_CREATE} ${at}`,
        `Allow group 'us'/'reviewers' to {BUCKET_UPDATE, OBJECT_CREATE, OBJECT_DELETE} ${at} where all {${byName}, request.operation = 'PutObjectLifecyclePolicy'}`,
      ],
    ],
    [
      "the service of the bucket's region carries out the lifecycle rules, and reads nothing",
      (bucket) => bucket.grantLifecycleService(),
      [
        `Allow service objectstorage-us-phoenix-1 to {BUCKET_INSPECT, BUCKET_READ, OBJECT_INSPECT, OBJECT_UPDATE_TIER, OBJECT_DELETE, OBJECT_VERSION_DELETE} ${at} where ${byName}`,
      ],
    ],
  ])("%s", (_, ask, expected) => expect(statementsOf(ask)).toEqual(expected));

  test.each<[string, Partial<Role>, string]>([
    ["who reads it reads its replica", {}, "any {request.region = 'phx', request.region = 'iad'}"],
    ["the copier doesn't", { assumedBy: "copier" }, "request.region = 'phx'"],
  ])("with a replica, %s", (_, overrides, region) => {
    const read = statementsOf((bucket) => bucket.grantRead(role(overrides), scenario()), { replicaRegion: ASHBURN });
    expect(read).toEqual([expect.stringContaining(`where all {${byName}, ${region}}`)]);
  });
});

describe("a role from elsewhere", () => {
  const help = `give scenario "review" to a role that resides in US, or use grantMetadata`;
  const asked = (who: Role, verb: "grantRead" | "grantWrite" | "grantAdminister") => {
    const grants: Grant[] = [];
    const refusals = refusalsOf((stack) => void grants.push(...bucketIn(stack)[verb](who, scenario())));
    return { grants: grants.length, refusals };
  };

  test.each([
    ["grantRead", "read", 1],
    ["grantWrite", "write to", 1],
    ["grantAdminister", "administer", 2],
  ] as const)("is refused by %s, and gets nothing", (verb, words, statements) => {
    expect(asked(FOREIGNER, verb)).toEqual({
      grants: 0,
      refusals: [`[test/media] role "apac-engineering" resides in CN, SG and can't ${words} "media" (US user data): ${help}`],
    });
    expect(asked(role(), verb)).toEqual({ grants: statements, refusals: [] });
  });

  test("is refused for all that it asks, at once", () => {
    const refusals = refusalsOf((stack) => {
      const bucket = bucketIn(stack);
      bucket.grantRead(FOREIGNER, scenario());
      bucket.grantRead(FOREIGNER, scenario());
      bucket.grantWrite(FOREIGNER, scenario({ name: "repair" }));
    });
    expect(refusals).toEqual([
      `[test/media] role "apac-engineering" resides in CN, SG and can't read "media" (US user data): ${help}`,
      `[test/media] role "apac-engineering" resides in CN, SG and can't write to "media" (US user data): ${help.replace("review", "repair")}`,
    ]);
  });

  test("is also one of whom only a part resides inside", () => {
    const refusals = refusalsOf((stack) => void bucketIn(stack).grantRead(role({ residency: "US, DE" }), scenario()));
    expect(refusals).toEqual([
      `[test/media] role "reviewers" resides in US, DE and can't read "media" (US user data): give scenario "review" to a role that resides in US, or use grantMetadata`,
    ]);
  });

  test("is refused by jurisdiction, not by country of the cloud", () => {
    const asksFor = (jurisdiction: "US" | "EU") =>
      refusalsOf((stack) => void bucketIn(stack, { jurisdiction }).grantRead(role({ residency: "DE" }), scenario()));
    expect(asksFor("EU")).toEqual([]);
    expect(asksFor("US")).toHaveLength(1);
  });
});

describe("props that no bucket can have", () => {
  const NAME = "expected 1 to 256 letters, digits, `-`, `_` and `.`";
  const DAYS = "expected a whole number of days, 1 at least";
  const versions = (days: number) => `previous versions of "${days}" days can't bring anything back: ${DAYS}`;
  const refused: [Partial<UserDataBucketProps>, string[]][] = [
    [{ name: "us media" }, [`bucket name "us media" is none that Object Storage takes: ${NAME}`]],
    [{ name: "" }, [`bucket name "" is none that Object Storage takes: ${NAME}`]],
    [{ previousVersionsDays: 0 }, [versions(0)]],
    [{ previousVersionsDays: 1.5 }, [versions(1.5)]],
    [{ name: "é", previousVersionsDays: -1 }, [`bucket name "é" is none that Object Storage takes: ${NAME}`, versions(-1)]],
  ];
  test.each(refused)("%j is refused, all of it at once", (overrides, refusals) => {
    expect(refusalsOf((stack) => void bucketIn(stack, overrides))).toEqual(refusals.map((refusal) => `[test/media] ${refusal}`));
  });

  test.each([[{ name: "us.media_1" }], [{ previousVersionsDays: 1 }]])("%j is accepted", (overrides) => {
    expect(refusalsOf((stack) => void bucketIn(stack, overrides))).toEqual([]);
  });
});
