import { describe, expect, test } from "@jest/globals";
import { type Resources, stackOf, statements, TENANCY } from "../support/oci-estate";
import { residencyOf, residencyVerdict } from "../support/residency-of";

const OTHER_REGIONS = [
  { region: "us-phoenix-1", tenancy_ocid: TENANCY },
  { alias: "fra", region: "eu-frankfurt-1", tenancy_ocid: TENANCY },
  { alias: "iad", region: "us-ashburn-1", tenancy_ocid: TENANCY },
  { alias: "open", region: "${var.region}", tenancy_ocid: TENANCY },
];
const AT = { fra: { provider: "oci.fra" }, iad: { provider: "oci.iad" }, open: { provider: "oci.open" } } as const;
const IN = { compartment_id: "${oci_identity_compartment.stores.id}" };

const model = (stores: string, more = "") => `
version: 1
jurisdiction: US
rests: { oci: [us-phoenix-1, us-ashburn-1] }
stores: { data: ${stores} }
roles:
  us-sre: { principal: oci_identity_group.us_sre, residency: US, content: [data] }
  us-data: { principal: oci_identity_group.us_data, residency: US, content: [data] }
trusted: [Administrators]
${more}`;

const estate = (...more: readonly Resources[]) => {
  const [[file, json] = ["", {}]] = Object.entries(stackOf(...more)) as [string, object][];
  return { [file]: { ...json, provider: { oci: OTHER_REGIONS }, variable: { region: {} } } };
};

const bucket = (name: string, more: object = {}) => ({ ...IN, namespace: "ns", name, ...more });
const replication = (region: string, to = "copies"): Resources => ({
  oci_objectstorage_replication_policy: {
    r: { bucket: "user-media", namespace: "ns", name: "r", destination_bucket_name: to, destination_region_name: region },
  },
});
const DATABASE: Resources = { oci_database_autonomous_database: { ledger: { ...IN, db_name: "ledger" } } };
const VOLUME: Resources = { oci_core_volume: { disk: { ...IN, availability_domain: "Uocm:PHX-AD-1" } } };
const STREAM: Resources = { oci_streaming_stream: { events: { ...IN, name: "events", partitions: 1 } } };
const FILES: Resources = { oci_file_storage_file_system: { files: { ...IN, availability_domain: "Uocm:PHX-AD-1" } } };
const MYSQL: Resources = { oci_mysql_mysql_db_system: { ledger: { ...IN, shape_name: "s" } } };

const MEDIA = "oci_objectstorage_bucket.media";
const LEDGER = "oci_database_autonomous_database.ledger";

/** What leaves, by which rule and resource, and a look-alike that stays. */
const PAIRS: readonly (readonly [
  name: string,
  store: string,
  leaves: readonly Resources[],
  by: string,
  stays: readonly Resources[],
])[] = [
  [
    "the store itself",
    MEDIA,
    [{ oci_objectstorage_bucket: { media: bucket("user-media", AT.fra) } }],
    `residency/copy-outside a/${MEDIA}`,
    [{ oci_objectstorage_bucket: { media: bucket("user-media", AT.iad) } }],
  ],
  [
    "replication to a bucket of the estate",
    MEDIA,
    [replication("eu-frankfurt-1"), { oci_objectstorage_bucket: { copies: bucket("copies", AT.fra) } }],
    "residency/copy-outside a/oci_objectstorage_replication_policy.r",
    [replication("us-ashburn-1"), { oci_objectstorage_bucket: { copies: bucket("copies", AT.iad) } }],
  ],
  [
    "replication to a bucket that nobody gave",
    MEDIA,
    [replication("eu-frankfurt-1", "elsewhere")],
    "residency/copy-outside a/oci_objectstorage_replication_policy.r",
    [replication("us-ashburn-1", "elsewhere")],
  ],
  [
    "a copy of an object",
    MEDIA,
    [
      {
        oci_objectstorage_object: {
          o: {
            namespace: "ns",
            bucket: "copies",
            object: "x",
            source_uri_details: [{ region: "us-phoenix-1", namespace: "ns", bucket: "user-media", object: "x" }],
            ...AT.fra,
          },
        },
        oci_objectstorage_bucket: { copies: bucket("copies", AT.fra) },
      },
    ],
    "residency/copy-outside a/oci_objectstorage_object.o",
    [
      {
        oci_objectstorage_object: { o: { namespace: "ns", bucket: "copies", object: "x", content: "hello", ...AT.fra } },
        oci_objectstorage_bucket: { copies: bucket("copies", AT.fra) },
      },
    ],
  ],
  [
    "a standby in another region",
    LEDGER,
    [
      DATABASE,
      {
        oci_database_autonomous_database: {
          peer: { ...IN, source: "CROSS_REGION_DISASTER_RECOVERY", source_id: `\${${LEDGER}.id}`, ...AT.fra },
        },
      },
    ],
    "residency/copy-outside a/oci_database_autonomous_database.peer",
    [
      DATABASE,
      {
        oci_database_autonomous_database: {
          peer: { ...IN, source: "CROSS_REGION_DISASTER_RECOVERY", source_id: `\${${LEDGER}.id}`, ...AT.iad },
        },
      },
    ],
  ],
  [
    "a clone of a clone",
    LEDGER,
    [
      DATABASE,
      {
        oci_database_autonomous_database: {
          one: { ...IN, source: "DATABASE", source_id: `\${${LEDGER}.id}` },
          two: { ...IN, source: "DATABASE", source_id: "${oci_database_autonomous_database.one.id}", ...AT.fra },
        },
      },
    ],
    "residency/copy-outside a/oci_database_autonomous_database.two",
    [DATABASE, { oci_database_autonomous_database: { two: { ...IN, db_name: "other", ...AT.fra } } }],
  ],
  [
    "a backup whose destination is remote",
    LEDGER,
    [
      DATABASE,
      {
        oci_database_autonomous_database_backup: {
          b: {
            autonomous_database_id: `\${${LEDGER}.id}`,
            backup_destination_details: [{ type: "OBJECT_STORE", is_remote: true, remote_region: "eu-frankfurt-1" }],
          },
        },
      },
    ],
    "residency/copy-outside a/oci_database_autonomous_database_backup.b",
    [DATABASE, { oci_database_autonomous_database_backup: { b: { autonomous_database_id: `\${${LEDGER}.id}` } } }],
  ],
  [
    "a policy that copies backups of a volume",
    "oci_core_volume.disk",
    [
      VOLUME,
      {
        oci_core_volume_backup_policy: { p: { ...IN, destination_region: "eu-frankfurt-1" } },
        oci_core_volume_backup_policy_assignment: {
          a: { asset_id: "${oci_core_volume.disk.id}", policy_id: "${oci_core_volume_backup_policy.p.id}" },
        },
      },
    ],
    "residency/copy-outside a/oci_core_volume_backup_policy_assignment.a",
    [
      VOLUME,
      {
        oci_core_volume_backup_policy: { p: { ...IN } },
        oci_core_volume_backup_policy_assignment: {
          a: { asset_id: "${oci_core_volume.disk.id}", policy_id: "${oci_core_volume_backup_policy.p.id}" },
        },
      },
    ],
  ],
  [
    "… whose policy the volume names itself",
    "oci_core_volume.disk",
    [
      {
        oci_core_volume: {
          disk: { ...IN, availability_domain: "Uocm:PHX-AD-1", backup_policy_id: "${oci_core_volume_backup_policy.p.id}" },
        },
        oci_core_volume_backup_policy: { p: { ...IN, destination_region: "eu-frankfurt-1" } },
      },
    ],
    "residency/copy-outside a/oci_core_volume.disk",
    [
      {
        oci_core_volume: { disk: { ...IN, availability_domain: "Uocm:PHX-AD-1" } },
        oci_core_volume_backup_policy: { p: { ...IN, destination_region: "eu-frankfurt-1" } },
      },
    ],
  ],
  [
    "a replica of a volume",
    "oci_core_volume.disk",
    [
      {
        oci_core_volume: {
          disk: {
            ...IN,
            availability_domain: "Uocm:PHX-AD-1",
            block_volume_replicas: [{ availability_domain: "Uocm:FRA-AD-1" }],
          },
        },
      },
    ],
    "residency/copy-outside a/oci_core_volume.disk",
    [
      {
        oci_core_volume: {
          disk: {
            ...IN,
            availability_domain: "Uocm:PHX-AD-1",
            block_volume_replicas: [{ availability_domain: "Uocm:IAD-AD-1" }],
          },
        },
      },
    ],
  ],
  [
    "a volume in another region by its availability domain",
    "oci_core_volume.disk",
    [{ oci_core_volume: { disk: { ...IN, availability_domain: "Uocm:FRA-AD-1" } } }],
    "residency/copy-outside a/oci_core_volume.disk",
    [VOLUME],
  ],
  [
    "the replica of a file system",
    "oci_file_storage_file_system.files",
    [
      FILES,
      {
        oci_file_storage_file_system: { far: { ...IN, ...AT.fra } },
        oci_file_storage_replication: {
          r: {
            ...IN,
            source_id: "${oci_file_storage_file_system.files.id}",
            target_id: "${oci_file_storage_file_system.far.id}",
          },
        },
      },
    ],
    "residency/copy-outside a/oci_file_storage_replication.r",
    [FILES, { oci_file_storage_file_system: { far: { ...IN, ...AT.fra } } }],
  ],
  [
    "backups of a database that a policy copies",
    "oci_mysql_mysql_db_system.ledger",
    [
      {
        oci_mysql_mysql_db_system: {
          ledger: { ...IN, shape_name: "s", backup_policy: [{ copy_policies: [{ copy_to_region: "eu-frankfurt-1" }] }] },
        },
      },
    ],
    "residency/copy-outside a/oci_mysql_mysql_db_system.ledger",
    [MYSQL],
  ],
  [
    "a replica of a table",
    "oci_nosql_table.t",
    [
      {
        oci_nosql_table: { t: { ...IN, name: "t" } },
        oci_nosql_table_replica: { r: { table_name_or_id: "${oci_nosql_table.t.id}", region: "eu-frankfurt-1" } },
      },
    ],
    "residency/copy-outside a/oci_nosql_table_replica.r",
    [
      {
        oci_nosql_table: { t: { ...IN, name: "t" } },
        oci_nosql_table_replica: { r: { table_name_or_id: "${oci_nosql_table.t.id}", region: "us-ashburn-1" } },
      },
    ],
  ],
  [
    "a replica of a secret",
    "oci_vault_secret.s",
    [
      {
        oci_vault_secret: {
          s: { ...IN, secret_name: "s", replication_config: [{ replication_targets: [{ target_region: "eu-frankfurt-1" }] }] },
        },
      },
    ],
    "residency/copy-outside a/oci_vault_secret.s",
    [
      {
        oci_vault_secret: {
          s: { ...IN, secret_name: "s", replication_config: [{ replication_targets: [{ target_region: "us-ashburn-1" }] }] },
        },
      },
    ],
  ],
  [
    "a replica of the vault of its key",
    MEDIA,
    [{ oci_kms_vault_replication: { r: { vault_id: "${oci_kms_vault.v.id}", replica_region: "eu-frankfurt-1" } } }],
    "residency/copy-outside a/oci_kms_vault_replication.r",
    [
      {
        oci_kms_vault: { other: { ...IN, display_name: "o", vault_type: "DEFAULT" } },
        oci_kms_key: { media: { ...IN, display_name: "media", management_endpoint: "${oci_kms_vault.v.management_endpoint}" } },
        oci_kms_vault_replication: { r: { vault_id: "${oci_kms_vault.other.id}", replica_region: "eu-frankfurt-1" } },
      },
    ],
  ],
  [
    "a connector from a stream to a topic with a mailbox",
    "oci_streaming_stream.events",
    [
      STREAM,
      {
        oci_sch_service_connector: {
          c: {
            ...IN,
            source: [{ kind: "streaming", stream_id: "${oci_streaming_stream.events.id}" }],
            target: [{ kind: "notifications", topic_id: "${oci_ons_notification_topic.t.id}" }],
          },
        },
        oci_ons_notification_topic: { t: { ...IN, name: "t" } },
        oci_ons_subscription: {
          s: { ...IN, topic_id: "${oci_ons_notification_topic.t.id}", protocol: "EMAIL", endpoint: "sre@example.com" },
        },
      },
    ],
    "residency/flow-outside a/oci_ons_subscription.s",
    [
      STREAM,
      {
        oci_ons_notification_topic: { t: { ...IN, name: "t" } },
        oci_ons_subscription: {
          s: { ...IN, topic_id: "${oci_ons_notification_topic.t.id}", protocol: "EMAIL", endpoint: "sre@example.com" },
        },
      },
    ],
  ],
  [
    "a connector from a stream to a bucket that is replicated",
    "oci_streaming_stream.events",
    [
      STREAM,
      replication("eu-frankfurt-1"),
      {
        oci_sch_service_connector: {
          c: {
            ...IN,
            source: [{ kind: "streaming", stream_id: "${oci_streaming_stream.events.id}" }],
            target: [{ kind: "objectStorage", bucket: "user-media" }],
          },
        },
      },
    ],
    "residency/copy-outside a/oci_objectstorage_replication_policy.r",
    [STREAM, replication("eu-frankfurt-1")],
  ],
  [
    "the log of its reads, in a bucket that is replicated",
    MEDIA,
    [
      {
        oci_logging_log_group: { g: { ...IN, display_name: "g" } },
        oci_logging_log: {
          reads: {
            display_name: "reads",
            log_type: "SERVICE",
            log_group_id: "${oci_logging_log_group.g.id}",
            configuration: [
              { source: [{ category: "read", resource: "user-media", service: "objectstorage", source_type: "OCISERVICE" }] },
            ],
          },
        },
        oci_sch_service_connector: {
          c: {
            ...IN,
            source: [{ kind: "logging", log_sources: [{ ...IN, log_group_id: "${oci_logging_log_group.g.id}" }] }],
            target: [{ kind: "objectStorage", bucket: "logs" }],
          },
        },
        oci_objectstorage_replication_policy: {
          r: {
            bucket: "logs",
            namespace: "ns",
            name: "r",
            destination_bucket_name: "far",
            destination_region_name: "eu-frankfurt-1",
          },
        },
      },
    ],
    "residency/flow-outside a/oci_objectstorage_replication_policy.r",
    [
      {
        oci_objectstorage_replication_policy: {
          r: {
            bucket: "logs",
            namespace: "ns",
            name: "r",
            destination_bucket_name: "far",
            destination_region_name: "eu-frankfurt-1",
          },
        },
      },
    ],
  ],
  [
    "events about its objects, to a mailbox",
    MEDIA,
    [
      {
        oci_objectstorage_bucket: { media: bucket("user-media", { object_events_enabled: true }) },
        oci_events_rule: {
          r: {
            ...IN,
            is_enabled: true,
            condition: JSON.stringify({ eventType: ["com.oraclecloud.objectstorage.createobject"] }),
            actions: [{ actions: [{ action_type: "ONS", is_enabled: true, topic_id: "${oci_ons_notification_topic.t.id}" }] }],
          },
        },
        oci_ons_notification_topic: { t: { ...IN, name: "t" } },
        oci_ons_subscription: {
          s: { ...IN, topic_id: "${oci_ons_notification_topic.t.id}", protocol: "EMAIL", endpoint: "sre@example.com" },
        },
      },
    ],
    "residency/flow-outside a/oci_ons_subscription.s",
    [
      {
        oci_objectstorage_bucket: { media: bucket("user-media", { object_events_enabled: true }) },
        oci_events_rule: {
          r: {
            ...IN,
            is_enabled: true,
            condition: JSON.stringify({ eventType: ["com.oraclecloud.objectstorage.updatebucket"] }),
            actions: [{ actions: [{ action_type: "ONS", is_enabled: true, topic_id: "${oci_ons_notification_topic.t.id}" }] }],
          },
        },
        oci_ons_notification_topic: { t: { ...IN, name: "t" } },
        oci_ons_subscription: {
          s: { ...IN, topic_id: "${oci_ons_notification_topic.t.id}", protocol: "EMAIL", endpoint: "sre@example.com" },
        },
      },
    ],
  ],
  [
    "a service of a region outside",
    MEDIA,
    [statements("Allow service objectstorage-eu-frankfurt-1 to manage object-family in compartment stores")],
    "residency/flow-outside objectstorage-eu-frankfurt-1",
    [statements("Allow service objectstorage-us-ashburn-1 to manage object-family in compartment stores")],
  ],
  [
    "a service of a region outside, with its key",
    MEDIA,
    [statements("Allow service objectstorage-eu-frankfurt-1 to use keys in compartment stores")],
    "residency/flow-outside objectstorage-eu-frankfurt-1",
    [statements("Allow service objectstorage-eu-frankfurt-1 to use keys in compartment other")],
  ],
];

describe.each(PAIRS)("%s", (_, store, leaves, by, stays) => {
  test("is found", () => expect(residencyOf(estate(...leaves), model(store))).toEqual(["violated", by]));
  test("and what looks like it holds", () => expect(residencyOf(estate(...stays), model(store))).toEqual(["holds"]));
});

test.each<[string, readonly Resources[], string]>([
  ["the region of a store's provider", [{ oci_objectstorage_bucket: { media: bucket("user-media", AT.open) } }], `? a/${MEDIA}`],
  ["where a replication goes", [replication("${var.region}")], "? a/oci_objectstorage_replication_policy.r"],
  ["what a type of resource does that no table knows", [{ oci_brand_new: { thing: {} } }], "? a/oci_brand_new.thing"],
])("not knowing %s leaves it open", (_, more, address) => {
  const [verdict, ...said] = residencyOf(estate(...more), model(MEDIA));
  expect([verdict, said]).toEqual(["undecided", expect.arrayContaining([address])]);
});

test("a finding names the store, the way, and the argument to change", () => {
  const [finding] = residencyVerdict(estate(replication("eu-frankfurt-1", "elsewhere")), model(MEDIA)).guarantees.flatMap(
    (one) => one.findings,
  );
  expect(finding).toMatchObject({
    severity: "critical",
    asset: { kind: "store", name: "data", address: `a/${MEDIA}` },
    message: 'a copy of "data" goes to "elsewhere" in eu-frankfurt-1 (DE), where the model lets nothing rest',
    fix: {
      edits: [
        {
          address: "a/oci_objectstorage_replication_policy.r",
          argument: "destination_region_name",
          before: "eu-frankfurt-1",
          after: "us-phoenix-1",
        },
      ],
    },
  });
});

test("an OCID tells where something is, whatever its provider says", () =>
  expect(
    residencyOf(
      estate({
        oci_objectstorage_bucket: { media: bucket("user-media", { bucket_id: "ocid1.bucket.oc1.eu-frankfurt-1.aaaa" }) },
      }),
      model(MEDIA),
    ),
  ).toEqual(["violated", `residency/copy-outside a/${MEDIA}`]));

describe("the primary and its standby", () => {
  const eu = (more: string) =>
    `version: 1\njurisdiction: US\nrests: { oci: [us-phoenix-1, eu-frankfurt-1] }\nstores: { data: ${MEDIA} }\nroles: {}\n${more}`;
  const far = estate({ oci_objectstorage_bucket: { media: bucket("user-media", AT.fra) } });
  test("lie in the jurisdiction", () =>
    expect(residencyOf(far, eu(""))).toEqual(["violated", `residency/copy-outside a/${MEDIA}`]));
  test("what is neither may lie where the model lets it", () =>
    expect(residencyOf(far, eu("primary: { oci: [us-phoenix-1] }"))).toEqual(["holds"]));
});

describe("where a stack keeps its state", () => {
  const stateIn = (backend: object) => {
    const [[file, json] = ["", {}]] = Object.entries(estate()) as [string, object][];
    return residencyOf({ [file]: { ...json, terraform: { backend } } }, model(MEDIA));
  };
  test.each<[string, object, readonly string[]]>([
    ["inside", { oci: { bucket: "s", namespace: "ns", key: "k", region: "us-phoenix-1" } }, ["holds"]],
    [
      "in another region",
      { oci: { bucket: "s", namespace: "ns", key: "k", region: "eu-frankfurt-1" } },
      ["violated", "residency/copy-outside a/terraform.backend.oci"],
    ],
    ["on the machine", { local: { path: "x" } }, ["holds"]],
    [
      "in Object Storage by its S3 endpoint",
      {
        s3: {
          bucket: "s",
          key: "k",
          region: "us-phoenix-1",
          endpoints: { s3: "https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com" },
        },
      },
      ["violated", "residency/copy-outside a/terraform.backend.s3"],
    ],
    ["in another cloud", { gcs: { bucket: "s" } }, ["violated", "residency/copy-outside a/terraform.backend.gcs"]],
    [
      "in a region that nothing names",
      { oci: { bucket: "s", namespace: "ns", key: "k" } },
      ["undecided", "? a/terraform.backend.oci"],
    ],
  ])("%s", (_, backend, said) => expect(stateIn(backend)).toEqual(said));
});
