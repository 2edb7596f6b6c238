import { beforeAll, describe, expect, test } from "@jest/globals";
import { isList, isObject, type ObjectValue, textOf } from "../../../src/schema/value";
import { rehearsed } from "../rehearsed";

const { made, read } = rehearsed();

const ASHBURN = { region: "us-ashburn-1" };
const id = (object: ObjectValue | undefined) => textOf(object?.["id"]);

/** The rows of an answer, also where they stand in a collection. */
function rowsOf(answer: ObjectValue, list: string): readonly ObjectValue[] {
  const [name = list, items] = list.split(".");
  const value = answer[name];
  const rows = items !== undefined && isList(value) && isObject(value[0] ?? null) ? (value[0] as ObjectValue)[items] : value;
  return isList(rows) ? rows.filter(isObject) : [];
}

let stores: string;
let below: string;
let vault: ObjectValue;
let domain: ObjectValue;
const BUCKET = { namespace: "ns", bucket: "media" };

beforeAll(() => {
  stores = id(made("oci_identity_compartment", { name: "stores", description: "d" }));
  below = id(made("oci_identity_compartment", { name: "below", description: "d", compartment_id: stores }));
  vault = made("oci_kms_vault", { compartment_id: stores, display_name: "main", vault_type: "DEFAULT" });
  made("oci_kms_vault", { compartment_id: below, display_name: "deep", vault_type: "DEFAULT" });
  made("oci_kms_vault", { compartment_id: stores, display_name: "away", vault_type: "DEFAULT" }, ASHBURN);
  for (const [name, length] of [
    ["large", 32],
    ["small", 16],
  ] as const) {
    made("oci_kms_key", {
      compartment_id: stores,
      display_name: name,
      management_endpoint: vault["management_endpoint"] ?? null,
      key_shape: [{ algorithm: "AES", length }],
    });
  }
  made("oci_kms_vault_replication", { vault_id: id(vault), replica_region: "us-ashburn-1" });
  made("oci_objectstorage_bucket", { namespace: "ns", name: "media", compartment_id: stores, freeform_tags: { "a.b": "x" } });
  made("oci_objectstorage_bucket", { namespace: "ns", name: "media", compartment_id: below }, ASHBURN);
  made("oci_objectstorage_replication_policy", {
    ...BUCKET,
    name: "dr",
    destination_bucket_name: "copy",
    destination_region_name: "us-ashburn-1",
  });
  for (const object of ["a/1", "a/2", "b"]) made("oci_objectstorage_object", { ...BUCKET, object, content: object });
  domain = made("oci_identity_domain", { compartment_id: stores, display_name: "us", description: "d" });
  for (const name of ["readers", "writers"]) {
    made("oci_identity_domains_group", { idcs_endpoint: domain["url"] ?? null, display_name: name });
  }
  made("oci_cloud_guard_detector_recipe", { compartment_id: stores, display_name: "ours" });
  made("oci_cloud_guard_target", { compartment_id: stores, display_name: "t", target_resource_id: stores });
  made("oci_dns_zone", { compartment_id: stores, name: "example.com", zone_type: "PRIMARY" });
  made("oci_data_safe_target_database", { compartment_id: stores, display_name: "users" });
  made("oci_core_instance", { compartment_id: stores, create_vnic_details: [{ subnet_id: "s" }] });
  made("oci_vault_secret", {
    compartment_id: stores,
    vault_id: "v",
    secret_name: "given",
    secret_content: [{ content_type: "BASE64", content: "aGVsbG8=" }],
  });
  const primary = made("oci_database_autonomous_database", { compartment_id: stores, db_name: "users" });
  made("oci_database_autonomous_database", { compartment_id: below, db_name: "copy", source_id: id(primary) }, ASHBURN);
});

const filter = (name: string, regex: boolean, ...values: string[]) => [{ name, regex, values }];

describe("a listing", () => {
  const cases: readonly [name: string, type: string, list: string, args: () => ObjectValue, expected: readonly ObjectValue[]][] =
    [
      [
        "shows what is in the compartment and the region",
        "oci_kms_vaults",
        "vaults",
        () => ({ compartment_id: stores }),
        [{ display_name: "main" }],
      ],
      [
        "shows another compartment's own",
        "oci_kms_vaults",
        "vaults",
        () => ({ compartment_id: below }),
        [{ display_name: "deep" }],
      ],
      ["shows nothing of a compartment that has nothing", "oci_kms_vaults", "vaults", () => ({ compartment_id: "empty" }), []],
      [
        "keeps to its filters",
        "oci_kms_vaults",
        "vaults",
        () => ({ compartment_id: stores, filter: filter("display_name", true, "^ma") }),
        [{ display_name: "main" }],
      ],
      [
        "shows nothing that a filter rejects",
        "oci_kms_vaults",
        "vaults",
        () => ({ compartment_id: stores, filter: filter("display_name", false, "ma") }),
        [],
      ],
      [
        "chooses inside blocks",
        "oci_kms_keys",
        "keys",
        () => ({ compartment_id: stores, management_endpoint: vault["management_endpoint"] ?? null, length: 16 }),
        [{ display_name: "small" }],
      ],
      [
        "filters by a tag whose key has a dot",
        "oci_objectstorage_bucket_summaries",
        "bucket_summaries",
        () => ({ compartment_id: stores, namespace: "ns", filter: filter("freeform_tags.a.b", false, "x") }),
        [{ name: "media" }],
      ],
      [
        "of compartments shows the next level",
        "oci_identity_compartments",
        "compartments",
        () => ({ compartment_id: stores }),
        [{ name: "below" }],
      ],
      [
        "of compartments goes all the way down when told",
        "oci_identity_compartments",
        "compartments",
        () => ({ compartment_id: stores, compartment_id_in_subtree: true, name: "below" }),
        [{ name: "below" }],
      ],
      [
        "compares states without regard to case",
        "oci_identity_compartments",
        "compartments",
        () => ({ compartment_id: stores, state: "active" }),
        [{ name: "below" }],
      ],
      [
        "finds a part of a name",
        "oci_dns_zones",
        "zones",
        () => ({ compartment_id: stores, name_contains: "ample" }),
        [{ name: "example.com" }],
      ],
      ["misses another part", "oci_dns_zones", "zones", () => ({ compartment_id: stores, name_contains: "org" }), []],
      [
        "finds what was made since",
        "oci_dns_zones",
        "zones",
        () => ({ compartment_id: stores, time_created_greater_than_or_equal_to: "2026-01-01T00:00:00Z" }),
        [{ name: "example.com" }],
      ],
      [
        "misses what was made before",
        "oci_dns_zones",
        "zones",
        () => ({ compartment_id: stores, time_created_less_than: "2026-01-01T00:00:00Z" }),
        [],
      ],
      [
        "of recipes has Oracle's own",
        "oci_cloud_guard_detector_recipes",
        "detector_recipe_collection.items",
        () => ({ compartment_id: "any" }),
        [{ owner: "ORACLE" }, { owner: "ORACLE" }, { owner: "ORACLE" }],
      ],
      [
        "of recipes has those that were made",
        "oci_cloud_guard_detector_recipes",
        "detector_recipe_collection.items",
        () => ({ compartment_id: stores, display_name: "ours" }),
        [{ owner: "CUSTOMER" }],
      ],
      [
        "of targets shows those that were made",
        "oci_cloud_guard_targets",
        "target_collection.items",
        () => ({ compartment_id: stores }),
        [{ display_name: "t" }],
      ],
      [
        "of replicas tells their region",
        "oci_kms_vault_replicas",
        "vault_replicas",
        () => ({ vault_id: id(vault) }),
        [{ region: "us-ashburn-1", status: "CREATED" }],
      ],
      [
        "of audit trails has one for each database",
        "oci_data_safe_audit_trails",
        "audit_trail_collection.items",
        () => ({ compartment_id: stores }),
        [{ state: "ACTIVE", trail_location: "UNIFIED_AUDIT_TRAIL" }],
      ],
      [
        "of network cards has one for each instance",
        "oci_core_vnic_attachments",
        "vnic_attachments",
        () => ({ compartment_id: stores }),
        [{ state: "ATTACHED", subnet_id: "s" }],
      ],
      [
        "of databases shows the region's",
        "oci_database_autonomous_databases",
        "autonomous_databases",
        () => ({ compartment_id: stores }),
        [{ db_name: "users" }],
      ],
      [
        "of objects goes by beginnings",
        "oci_objectstorage_objects",
        "objects",
        () => ({ ...BUCKET, prefix: "a/" }),
        [{ name: "a/1" }, { name: "a/2" }],
      ],
      [
        "of objects cuts at a delimiter",
        "oci_objectstorage_objects",
        "objects",
        () => ({ ...BUCKET, delimiter: "/" }),
        [{ name: "b" }],
      ],
      [
        "of groups reads a filter",
        "oci_identity_domains_groups",
        "groups",
        () => ({ idcs_endpoint: domain["url"] ?? null, group_filter: 'displayName eq "readers"' }),
        [{ display_name: "readers" }],
      ],
      [
        "of groups goes page by page",
        "oci_identity_domains_groups",
        "groups",
        () => ({ idcs_endpoint: domain["url"] ?? null, group_count: 1, start_index: 2 }),
        [{ display_name: "writers" }],
      ],
      ["of groups keeps to its domain", "oci_identity_domains_groups", "groups", () => ({ idcs_endpoint: "https://other" }), []],
    ];
  test.each(cases)("%s", (_name, type, list, args, expected) => {
    const rows = rowsOf(read(type, args()), list);
    expect(rows).toHaveLength(expected.length);
    expect(rows).toMatchObject(expected as ObjectValue[]);
  });

  test("shows another region's own there", () => {
    const rows = rowsOf(read("oci_kms_vaults", { compartment_id: stores }, ASHBURN), "vaults");
    expect(rows.map((row) => row["display_name"])).toEqual(["away"]);
  });
  test("of objects names the beginnings", () => {
    expect(read("oci_objectstorage_objects", { ...BUCKET, delimiter: "/" })["prefixes"]).toEqual(["a/"]);
  });
  test("of sources looks from the other end", () => {
    const answer = read("oci_objectstorage_replication_sources", { namespace: "ns", bucket: "copy" }, ASHBURN);
    expect(rowsOf(answer, "replication_sources")).toMatchObject([
      { policy_name: "dr", source_bucket_name: "media", source_region_name: "us-phoenix-1" },
    ]);
    expect(read("oci_objectstorage_replication_sources", { namespace: "ns", bucket: "copy" })["replication_sources"]).toEqual([]);
  });
  test("of peers tells the region of each", () => {
    const [primary] = rowsOf(read("oci_database_autonomous_databases", { compartment_id: stores }), "autonomous_databases");
    const answer = read("oci_database_autonomous_database_peers", { autonomous_database_id: id(primary) });
    expect(rowsOf(answer, "autonomous_database_peer_collection.items")).toMatchObject([{ region: "us-ashburn-1" }]);
  });
  test("gives the same id for the same question, and another for another", () => {
    const ids = [stores, stores, below].map((of) => read("oci_kms_vaults", { compartment_id: of })["id"]);
    expect(ids[0]).toMatch(/^KmsVaultsDataSource-\d{10}$/);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
  });
});

describe("a getter", () => {
  const cases: readonly [name: string, type: string, args: () => ObjectValue, expected: ObjectValue][] = [
    ["finds a vault", "oci_kms_vault", () => ({ vault_id: id(vault) }), { display_name: "main" }],
    [
      "finds a bucket of the region",
      "oci_objectstorage_bucket",
      () => ({ namespace: "ns", name: "media" }),
      { id: "n/ns/b/media", storage_tier: "Standard" },
    ],
    [
      "tells the length of an object as a number",
      "oci_objectstorage_object_head",
      () => ({ ...BUCKET, object: "a/1" }),
      { content_length: 3 },
    ],
    [
      "has the retention that nobody set",
      "oci_audit_configuration",
      () => ({ compartment_id: "tenancy" }),
      { retention_period_days: 365 },
    ],
    [
      "knows where compatible writes go",
      "oci_objectstorage_namespace_metadata",
      () => ({ namespace: "ns" }),
      { default_s3compartment_id: expect.stringMatching(/^ocid1\.tenancy\./) as unknown as string },
    ],
  ];
  test.each(cases)("%s", (_name, type, args, expected) => expect(read(type, args())).toMatchObject(expected));

  const refusals: readonly [name: string, type: string, args: () => ObjectValue, words: string][] = [
    ["a vault that isn't there", "oci_kms_vault", () => ({ vault_id: "ocid1.vault.oc1.phx.x" }), "404-NotAuthorizedOrNotFound"],
    [
      "a bucket whose name is written otherwise",
      "oci_objectstorage_bucket",
      () => ({ namespace: "ns", name: "Media" }),
      "404-BucketNotFound",
    ],
    [
      "a bucket that isn't there, by its name",
      "oci_objectstorage_bucket",
      () => ({ namespace: "ns", name: "nothing" }),
      "404-BucketNotFound, Either the bucket named 'nothing'",
    ],
    [
      "Cloud Guard before it is configured",
      "oci_cloud_guard_cloud_guard_configuration",
      () => ({ compartment_id: "t" }),
      "404-NotAuthorizedOrNotFound",
    ],
    [
      "a question that it can't answer",
      "oci_database_autonomous_databases",
      () => ({ compartment_id: stores, is_resource_pool_leader: true }),
      `can't choose rows of "oci_database_autonomous_databases" by "is_resource_pool_leader"`,
    ],
    [
      "a filter of groups that it can't read",
      "oci_identity_domains_groups",
      () => ({ idcs_endpoint: domain["url"] ?? null, group_filter: 'a eq "b" and c pr' }),
      "can't read the filter",
    ],
    [
      "a pattern that is none",
      "oci_kms_vaults",
      () => ({ compartment_id: stores, filter: filter("display_name", true, "(") }),
      '"(" is not a regular expression',
    ],
    [
      "a pattern that would never end",
      "oci_kms_vaults",
      () => ({ compartment_id: stores, filter: filter("display_name", true, "(a+)+$") }),
      "repeats too much",
    ],
  ];
  test.each(refusals)("refuses %s", (_name, type, args, words) => expect(() => read(type, args())).toThrow(words));

  test("finds the content of a secret, and one of its own for a secret that was made up", () => {
    const secret = made("oci_vault_secret", {
      compartment_id: stores,
      vault_id: "v",
      secret_name: "made-up",
      enable_auto_generation: true,
    });
    const contents = () => rowsOf(read("oci_secrets_secretbundle", { secret_id: id(secret) }), "secret_bundle_content");
    expect(contents()).toEqual(contents());
    expect(contents()).toMatchObject([{ content_type: "BASE64", content: expect.stringMatching(/^.{43}=$/) }]);
  });
  test("doesn't see what lives in another region", () => {
    expect(() => read("oci_kms_vault", { vault_id: id(vault) }, ASHBURN)).toThrow("404-NotAuthorizedOrNotFound");
  });
});
