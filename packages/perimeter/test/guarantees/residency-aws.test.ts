import { describe, expect, test } from "@jest/globals";
import { ACCOUNT, document, ESTATE, PARTNER } from "../support/aws-estate";
import { merged, type Resources } from "../support/oci-estate";
import { residencyOf } from "../support/residency-of";

const FAR = { region: "eu-central-1" };
const NEAR = { region: "us-west-2" };

const model = (store: string, sites = "") => `
version: 1
jurisdiction: US
rests: { aws: [us-east-1, us-west-2] }
${sites}
stores: { data: ${store} }
roles:
  us-restore: { principal: aws_iam_role.us_restore, residency: US, content: [data] }
`;

const estate = (...more: readonly Resources[]) => ({
  "a.tf.json": {
    provider: { aws: [{ region: "us-east-1", allowed_account_ids: [ACCOUNT] }] },
    variable: { region: {} },
    resource: merged(ESTATE, ...more),
  },
});

const MEDIA = "aws_s3_bucket.media";
const replicated = (to: string): Resources => ({
  aws_s3_bucket_replication_configuration: {
    r: {
      bucket: "${aws_s3_bucket.media.id}",
      role: "arn:aws:iam::1:role/r",
      rule: [{ status: "Enabled", destination: [{ bucket: to }] }],
    },
  },
});
const far = (more: object = FAR): Resources => ({ aws_s3_bucket: { copies: { bucket: "copies", ...more } } });
const COPIES = "${aws_s3_bucket.copies.arn}";
const LEDGER: Resources = { aws_db_instance: { ledger: { identifier: "ledger" } } };
const TABLE = (more: object = {}): Resources => ({ aws_dynamodb_table: { t: { name: "t", ...more } } });
const DISK: Resources = { aws_ebs_volume: { disk: { availability_zone: "us-east-1a", size: 1 } } };
const backed = (vault: string): Resources => ({
  aws_backup_vault: { near: { name: "near" } },
  aws_backup_plan: {
    p: {
      name: "p",
      rule: [
        { rule_name: "r", target_vault_name: "${aws_backup_vault.near.name}", copy_action: [{ destination_vault_arn: vault }] },
      ],
    },
  },
});
const selected = (more: object): Resources => ({
  aws_backup_selection: { s: { name: "s", plan_id: "${aws_backup_plan.p.id}", iam_role_arn: "arn:aws:iam::1:role/b", ...more } },
});
const vault = (region: string) => `arn:aws:backup:${region}:${ACCOUNT}:backup-vault:far`;

const PAIRS: readonly (readonly [string, string, readonly Resources[], string, readonly Resources[]])[] = [
  [
    "the store itself",
    MEDIA,
    [{ aws_s3_bucket: { media: { bucket: "user-media", ...FAR } } }],
    `residency/copy-outside a/${MEDIA}`,
    [{ aws_s3_bucket: { media: { bucket: "user-media", ...NEAR } } }],
  ],
  [
    "replication",
    MEDIA,
    [replicated(COPIES), far()],
    "residency/copy-outside a/aws_s3_bucket_replication_configuration.r",
    [replicated(COPIES), far(NEAR)],
  ],
  [
    "replication in chains",
    MEDIA,
    [
      replicated(COPIES),
      far(NEAR),
      {
        aws_s3_bucket: { third: { bucket: "third", ...FAR } },
        aws_s3_bucket_replication_configuration: {
          s: {
            bucket: "${aws_s3_bucket.copies.id}",
            role: "r",
            rule: [{ destination: [{ bucket: "${aws_s3_bucket.third.arn}" }] }],
          },
        },
      },
    ],
    "residency/copy-outside a/aws_s3_bucket_replication_configuration.s",
    [
      replicated(COPIES),
      far(NEAR),
      {
        aws_s3_bucket: { third: { bucket: "third", ...FAR } },
        aws_s3_bucket_replication_configuration: {
          s: {
            bucket: "${aws_s3_bucket.logs.id}",
            role: "r",
            rule: [{ destination: [{ bucket: "${aws_s3_bucket.third.arn}" }] }],
          },
        },
      },
    ],
  ],
  [
    "replication that the bucket itself configures",
    MEDIA,
    [
      far(),
      {
        aws_s3_bucket: {
          media: {
            bucket: "user-media",
            replication_configuration: [{ role: "r", rules: [{ status: "Enabled", destination: [{ bucket: COPIES }] }] }],
          },
        },
      },
    ],
    `residency/copy-outside a/${MEDIA}`,
    [
      far(NEAR),
      {
        aws_s3_bucket: {
          media: {
            bucket: "user-media",
            replication_configuration: [{ role: "r", rules: [{ status: "Enabled", destination: [{ bucket: COPIES }] }] }],
          },
        },
      },
    ],
  ],
  [
    "a copy of an object",
    MEDIA,
    [far(), { aws_s3_object_copy: { o: { bucket: "copies", key: "x", source: "user-media/x" } } }],
    "residency/copy-outside a/aws_s3_object_copy.o",
    [far(), { aws_s3_object_copy: { o: { bucket: "copies", key: "x", source: "logs/x" } } }],
  ],
  [
    "a task of DataSync to another cloud",
    MEDIA,
    [
      {
        aws_datasync_location_s3: { from: { s3_bucket_arn: "${aws_s3_bucket.media.arn}", subdirectory: "/" } },
        aws_datasync_location_azure_blob: { to: { container_url: "https://x.blob.core.windows.net/c" } },
        aws_datasync_task: {
          t: {
            source_location_arn: "${aws_datasync_location_s3.from.arn}",
            destination_location_arn: "${aws_datasync_location_azure_blob.to.arn}",
          },
        },
      },
    ],
    "residency/copy-outside a/aws_datasync_task.t",
    [
      {
        aws_datasync_location_s3: { from: { s3_bucket_arn: "${aws_s3_bucket.logs.arn}", subdirectory: "/" } },
        aws_datasync_location_azure_blob: { to: { container_url: "https://x.blob.core.windows.net/c" } },
        aws_datasync_task: {
          t: {
            source_location_arn: "${aws_datasync_location_s3.from.arn}",
            destination_location_arn: "${aws_datasync_location_azure_blob.to.arn}",
          },
        },
      },
    ],
  ],
  [
    "a task of DataSync back to Oracle Cloud, in another region",
    MEDIA,
    [
      {
        aws_datasync_location_s3: { from: { s3_bucket_arn: "${aws_s3_bucket.media.arn}", subdirectory: "/" } },
        aws_datasync_location_object_storage: {
          to: { bucket_name: "b", server_hostname: "ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com" },
        },
        aws_datasync_task: {
          t: {
            source_location_arn: "${aws_datasync_location_s3.from.arn}",
            destination_location_arn: "${aws_datasync_location_object_storage.to.arn}",
          },
        },
      },
    ],
    "residency/copy-outside a/aws_datasync_task.t",
    [
      {
        aws_datasync_location_s3: {
          from: { s3_bucket_arn: "${aws_s3_bucket.media.arn}", subdirectory: "/" },
          to: { s3_bucket_arn: "${aws_s3_bucket.logs.arn}", subdirectory: "/" },
        },
        aws_datasync_task: {
          t: {
            source_location_arn: "${aws_datasync_location_s3.from.arn}",
            destination_location_arn: "${aws_datasync_location_s3.to.arn}",
          },
        },
      },
    ],
  ],
  [
    "a read replica",
    "aws_db_instance.ledger",
    [LEDGER, { aws_db_instance: { r: { identifier: "r", replicate_source_db: "${aws_db_instance.ledger.arn}", ...FAR } } }],
    "residency/copy-outside a/aws_db_instance.r",
    [LEDGER, { aws_db_instance: { r: { identifier: "r", replicate_source_db: "ledger" } } }],
  ],
  [
    "a read replica by the ARN of its source",
    "aws_db_instance.ledger",
    [
      LEDGER,
      { aws_db_instance: { r: { identifier: "r", replicate_source_db: `arn:aws:rds:us-east-1:${ACCOUNT}:db:ledger`, ...FAR } } },
    ],
    "residency/copy-outside a/aws_db_instance.r",
    [
      LEDGER,
      {
        aws_db_instance: { r: { identifier: "r", replicate_source_db: `arn:aws:rds:eu-central-1:${ACCOUNT}:db:ledger`, ...FAR } },
      },
    ],
  ],
  [
    "automated backups that are replicated",
    "aws_db_instance.ledger",
    [
      LEDGER,
      {
        aws_db_instance_automated_backups_replication: { r: { source_db_instance_arn: "${aws_db_instance.ledger.arn}", ...FAR } },
      },
    ],
    "residency/copy-outside a/aws_db_instance_automated_backups_replication.r",
    [
      LEDGER,
      {
        aws_db_instance_automated_backups_replication: {
          r: { source_db_instance_arn: "${aws_db_instance.ledger.arn}", ...NEAR },
        },
      },
    ],
  ],
  [
    "a snapshot's copy",
    "aws_db_instance.ledger",
    [
      LEDGER,
      {
        aws_db_snapshot: { s: { db_instance_identifier: "${aws_db_instance.ledger.identifier}", db_snapshot_identifier: "s" } },
        aws_db_snapshot_copy: {
          c: {
            source_db_snapshot_identifier: "${aws_db_snapshot.s.db_snapshot_arn}",
            target_db_snapshot_identifier: "c",
            destination_region: "eu-central-1",
          },
        },
      },
    ],
    "residency/copy-outside a/aws_db_snapshot_copy.c",
    [
      LEDGER,
      { aws_db_snapshot: { s: { db_instance_identifier: "${aws_db_instance.ledger.identifier}", db_snapshot_identifier: "s" } } },
    ],
  ],
  [
    "a cluster of a global database",
    "aws_rds_cluster.ledger",
    [
      {
        aws_rds_cluster: {
          ledger: { cluster_identifier: "ledger" },
          second: { cluster_identifier: "second", global_cluster_identifier: "${aws_rds_global_cluster.g.id}", ...FAR },
        },
        aws_rds_global_cluster: {
          g: { global_cluster_identifier: "g", source_db_cluster_identifier: "${aws_rds_cluster.ledger.arn}" },
        },
      },
    ],
    "residency/copy-outside a/aws_rds_cluster.second",
    [
      {
        aws_rds_cluster: { ledger: { cluster_identifier: "ledger" }, second: { cluster_identifier: "second", ...FAR } },
        aws_rds_global_cluster: {
          g: { global_cluster_identifier: "g", source_db_cluster_identifier: "${aws_rds_cluster.ledger.arn}" },
        },
      },
    ],
  ],
  [
    "a replica of a table",
    "aws_dynamodb_table.t",
    [TABLE({ replica: [{ region_name: "eu-central-1" }] })],
    "residency/copy-outside a/aws_dynamodb_table.t",
    [TABLE({ replica: [{ region_name: "us-west-2" }] })],
  ],
  [
    "an export of a table",
    "aws_dynamodb_table.t",
    [TABLE(), far(), { aws_dynamodb_table_export: { e: { table_arn: "${aws_dynamodb_table.t.arn}", s3_bucket: "copies" } } }],
    "residency/copy-outside a/aws_dynamodb_table_export.e",
    [TABLE(), far(NEAR), { aws_dynamodb_table_export: { e: { table_arn: "${aws_dynamodb_table.t.arn}", s3_bucket: "copies" } } }],
  ],
  [
    "the stream of a table, through Firehose",
    "aws_dynamodb_table.t",
    [
      TABLE(),
      far(),
      {
        aws_kinesis_stream: { s: { name: "s" } },
        aws_dynamodb_kinesis_streaming_destination: {
          d: { table_name: "${aws_dynamodb_table.t.name}", stream_arn: "${aws_kinesis_stream.s.arn}" },
        },
        aws_kinesis_firehose_delivery_stream: {
          f: {
            name: "f",
            destination: "extended_s3",
            kinesis_source_configuration: [{ kinesis_stream_arn: "${aws_kinesis_stream.s.arn}", role_arn: "r" }],
            extended_s3_configuration: [{ bucket_arn: COPIES, role_arn: "r" }],
          },
        },
      },
    ],
    "residency/copy-outside a/aws_kinesis_firehose_delivery_stream.f",
    [
      TABLE(),
      far(),
      {
        aws_kinesis_stream: { s: { name: "s" } },
        aws_kinesis_firehose_delivery_stream: {
          f: {
            name: "f",
            destination: "extended_s3",
            kinesis_source_configuration: [{ kinesis_stream_arn: "${aws_kinesis_stream.s.arn}", role_arn: "r" }],
            extended_s3_configuration: [{ bucket_arn: COPIES, role_arn: "r" }],
          },
        },
      },
    ],
  ],
  [
    "a copy of a snapshot",
    "aws_ebs_volume.disk",
    [
      DISK,
      {
        aws_ebs_snapshot: { s: { volume_id: "${aws_ebs_volume.disk.id}" } },
        aws_ebs_snapshot_copy: { c: { source_snapshot_id: "${aws_ebs_snapshot.s.id}", source_region: "us-east-1", ...FAR } },
      },
    ],
    "residency/copy-outside a/aws_ebs_snapshot_copy.c",
    [
      DISK,
      {
        aws_ebs_snapshot: { s: { volume_id: "${aws_ebs_volume.disk.id}" } },
        aws_ebs_snapshot_copy: { c: { source_snapshot_id: "${aws_ebs_snapshot.s.id}", source_region: "us-east-1" } },
      },
    ],
  ],
  [
    "a replica of files",
    "aws_efs_file_system.f",
    [
      {
        aws_efs_file_system: { f: {} },
        aws_efs_replication_configuration: {
          r: { source_file_system_id: "${aws_efs_file_system.f.id}", destination: [{ region: "eu-central-1" }] },
        },
      },
    ],
    "residency/copy-outside a/aws_efs_replication_configuration.r",
    [
      {
        aws_efs_file_system: { f: {} },
        aws_efs_replication_configuration: {
          r: { source_file_system_id: "${aws_efs_file_system.f.id}", destination: [{ region: "us-west-2" }] },
        },
      },
    ],
  ],
  [
    "a replica of a secret",
    "aws_secretsmanager_secret.s",
    [{ aws_secretsmanager_secret: { s: { name: "s", replica: [{ region: "eu-central-1" }] } } }],
    "residency/copy-outside a/aws_secretsmanager_secret.s",
    [{ aws_secretsmanager_secret: { s: { name: "s", replica: [{ region: "us-west-2" }] } } }],
  ],
  [
    "a replica of its key",
    MEDIA,
    [{ aws_kms_replica_key: { r: { primary_key_arn: "${aws_kms_key.media.arn}", ...FAR } } }],
    "residency/copy-outside a/aws_kms_replica_key.r",
    [{ aws_kms_key: { other: {} }, aws_kms_replica_key: { r: { primary_key_arn: "${aws_kms_key.other.arn}", ...FAR } } }],
  ],
  [
    "a backup that is copied on",
    MEDIA,
    [backed(vault("eu-central-1")), selected({ resources: ["${aws_s3_bucket.media.arn}"] })],
    "residency/copy-outside a/aws_backup_selection.s",
    [backed(vault("us-west-2")), selected({ resources: ["${aws_s3_bucket.media.arn}"] })],
  ],
  [
    "… of what bears a tag",
    "aws_dynamodb_table.t",
    [
      backed(vault("eu-central-1")),
      TABLE({ tags: { backup: "yes" } }),
      selected({ selection_tag: [{ type: "STRINGEQUALS", key: "backup", value: "yes" }] }),
    ],
    "residency/copy-outside a/aws_backup_selection.s",
    [
      backed(vault("eu-central-1")),
      TABLE({ tags: { backup: "no" } }),
      selected({ selection_tag: [{ type: "STRINGEQUALS", key: "backup", value: "yes" }] }),
    ],
  ],
  [
    "… of everything that a pattern means",
    "aws_dynamodb_table.t",
    [backed(vault("eu-central-1")), TABLE(), selected({ resources: ["arn:aws:dynamodb:*:*:table/*"] })],
    "residency/copy-outside a/aws_backup_selection.s",
    [backed(vault("eu-central-1")), TABLE(), selected({ resources: ["arn:aws:s3:::*"] })],
  ],
  [
    "an inventory",
    MEDIA,
    [
      far(),
      {
        aws_s3_bucket_inventory: {
          i: { bucket: "user-media", destination: [{ bucket: [{ bucket_arn: COPIES, format: "CSV" }] }] },
        },
      },
    ],
    "residency/flow-outside a/aws_s3_bucket_inventory.i",
    [
      {
        aws_s3_bucket_inventory: {
          i: { bucket: "user-media", destination: [{ bucket: [{ bucket_arn: "arn:aws:s3:::nobody-gave-it", format: "CSV" }] }] },
        },
      },
    ],
  ],
  [
    "events about its objects, to a mailbox",
    MEDIA,
    [
      {
        aws_sns_topic: { t: { name: "t" } },
        aws_s3_bucket_notification: {
          n: { bucket: "user-media", topic: [{ topic_arn: "${aws_sns_topic.t.arn}", events: ["s3:ObjectCreated:*"] }] },
        },
        aws_sns_topic_subscription: {
          s: { topic_arn: "${aws_sns_topic.t.arn}", protocol: "email", endpoint: "sre@example.com" },
        },
      },
    ],
    "residency/flow-outside a/aws_sns_topic_subscription.s",
    [
      {
        aws_sns_topic: { t: { name: "t" } },
        aws_sqs_queue: { q: { name: "q" } },
        aws_s3_bucket_notification: {
          n: { bucket: "user-media", topic: [{ topic_arn: "${aws_sns_topic.t.arn}", events: ["s3:ObjectCreated:*"] }] },
        },
        aws_sns_topic_subscription: {
          s: { topic_arn: "${aws_sns_topic.t.arn}", protocol: "sqs", endpoint: "${aws_sqs_queue.q.arn}" },
        },
      },
    ],
  ],
  [
    "events about its objects, to a function elsewhere",
    MEDIA,
    [
      {
        aws_s3_bucket_notification: {
          n: {
            bucket: "user-media",
            lambda_function: [{ lambda_function_arn: `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:f`, events: [] }],
          },
        },
      },
    ],
    "residency/flow-outside a/aws_s3_bucket_notification.n",
    [
      {
        aws_s3_bucket_notification: {
          n: {
            bucket: "user-media",
            lambda_function: [{ lambda_function_arn: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:f`, events: [] }],
          },
        },
      },
    ],
  ],
  [
    "edges all over the world",
    MEDIA,
    [
      {
        aws_cloudfront_distribution: {
          d: { origin: [{ origin_id: "o", domain_name: "${aws_s3_bucket.media.bucket_regional_domain_name}" }] },
        },
      },
    ],
    "residency/copy-outside a/aws_cloudfront_distribution.d",
    [{ aws_cloudfront_distribution: { d: { origin: [{ origin_id: "o", domain_name: "www.example.com" }] } } }],
  ],
  [
    "a service of a region outside",
    MEDIA,
    [
      {
        aws_s3_bucket_policy: {
          p: {
            bucket: "user-media",
            policy: document({
              Principal: { Service: "logs.eu-central-1.amazonaws.com" },
              Action: "s3:GetObject",
              Resource: "arn:aws:s3:::user-media/*",
            }),
          },
        },
        aws_kms_key_policy: {
          p: {
            key_id: "${aws_kms_key.media.id}",
            policy: document({ Principal: { Service: "logs.eu-central-1.amazonaws.com" }, Action: "kms:Decrypt", Resource: "*" }),
          },
        },
      },
    ],
    "residency/flow-outside logs.eu-central-1.amazonaws.com",
    [
      {
        aws_s3_bucket_policy: {
          p: {
            bucket: "user-media",
            policy: document({
              Principal: { Service: "logs.us-west-2.amazonaws.com" },
              Action: "s3:GetObject",
              Resource: "arn:aws:s3:::user-media/*",
            }),
          },
        },
      },
    ],
  ],
];

describe.each(PAIRS)("%s", (_, store, leaves, by, stays) => {
  test("is found", () =>
    expect(residencyOf(estate(...leaves), model(store)).filter((one) => !one.startsWith("?"))).toEqual(["violated", by]));
  test("and what looks like it holds", () => expect(residencyOf(estate(...stays), model(store))).toEqual(["holds"]));
});

test.each<[string, readonly Resources[], string]>([
  ["the region of a copy", [replicated(COPIES), far({ region: "${var.region}" })], "? a/aws_s3_bucket.copies"],
  ["where a replication goes", [replicated("arn:aws:s3:::nobody-gave-it")], "? a/aws_s3_bucket_replication_configuration.r"],
  ["which bucket it goes to", [replicated("${var.region}")], "? a/aws_s3_bucket_replication_configuration.r"],
  ["what a stack of its own makes", [{ aws_cloudformation_stack: { s: { name: "s" } } }], "? a/aws_cloudformation_stack.s"],
])("not knowing %s leaves it open", (_, more, address) => {
  const [verdict, ...said] = residencyOf(estate(...more), model(MEDIA));
  expect([verdict, said]).toEqual(["undecided", expect.arrayContaining([address])]);
});

describe("backup sites", () => {
  const sites = (site: string) => `sites: { west: { aws: us-west-2, ${site} } }`;
  const found = ["violated", "residency/copy-outside a/aws_s3_bucket_replication_configuration.r"];
  test.each<[string, string, readonly string[]]>([
    ["one in use holds copies", "phase: active", ["holds"]],
    ["so does one to which nothing new comes", "phase: frozen", ["holds"]],
    ["a retired one holds none", "phase: retired", found],
    ["one of this account", `account: "${ACCOUNT}"`, ["holds"]],
    ["one of another account", `account: "${PARTNER}"`, found],
  ])("%s", (_, site, said) =>
    expect(residencyOf(estate(replicated(COPIES), far(NEAR)), model(MEDIA, sites(site)))).toEqual(said),
  );
  test("a bucket that is kept empty at a retired one is no copy", () =>
    expect(residencyOf(estate(far(NEAR)), model(MEDIA, sites("phase: retired")))).toEqual(["holds"]));
});
