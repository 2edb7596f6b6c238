import type { DataSource, Scope } from "../../engine/cloud";
import { type ObjectValue, objectsIn, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import { regionOf } from "../invent";
import { filtered } from "./filter";
import { answerId, placed } from "./listing";
import { seen, standingId } from "./world";

/** One for each instance; the service makes it with the instance. Source: Core Services API, VnicAttachment. */
export const vnicAttachments: DataSource = (config, scope, world) => {
  const rows = seen(world, scope, "oci_core_instance").map((instance) => vnicAttachment(instance, scope));
  const asked = ["compartment_id", "availability_domain", "instance_id", "vnic_id"];
  const chosen = rows.filter((row) => asked.every((name) => (config[name] ?? null) === null || row[name] === config[name]));
  return { id: answerId("oci_core_vnic_attachments", config), vnic_attachments: filtered(config, chosen) };
};

function vnicAttachment(instance: ObjectValue, scope: Scope): ObjectValue {
  const id = textOf(instance["id"]);
  const [vnic] = objectsIn(instance["create_vnic_details"]);
  return {
    id: standingId("vnicattachment", id, scope),
    vnic_id: standingId("vnic", id, scope),
    instance_id: id,
    compartment_id: instance["compartment_id"] ?? null,
    availability_domain: instance["availability_domain"] ?? null,
    subnet_id: instance["subnet_id"] ?? null,
    display_name: instance["display_name"] ?? null,
    create_vnic_details: vnic ? [vnic] : [],
    nic_index: 0,
    state: "ATTACHED",
    time_created: instance["time_created"] ?? null,
  };
}

/** Standbys and clones in other regions. Source: Database API, ListAutonomousDatabasePeers. */
export const databasePeers: DataSource = (config, _scope, world) => {
  const peers = world
    .all("oci_database_autonomous_database")
    .filter((one) => one["source_id"] === config["autonomous_database_id"])
    .map((one): ObjectValue => ({ id: one["id"] ?? null, region: regionOf(textOf(one["id"])) ?? null }));
  return {
    id: answerId("oci_database_autonomous_database_peers", config),
    ...placed("autonomous_database_peer_collection.items", filtered(config, peers)),
  };
};

/** Whoever replicates into a bucket. Source: Object Storage API, ListReplicationSources. */
export const replicationSources: DataSource = (config, scope, world) => {
  const rows = world
    .entries("oci_objectstorage_replication_policy")
    .filter(
      ({ value }) =>
        value["namespace"] === config["namespace"] &&
        value["destination_bucket_name"] === config["bucket"] &&
        value["destination_region_name"] === scope["region"],
    )
    .map(
      ({ id, value }): ObjectValue => ({
        policy_name: value["name"] ?? null,
        source_bucket_name: value["bucket"] ?? null,
        source_region_name: id.split(" ", 1)[0] ?? null,
      }),
    );
  return { id: answerId("oci_objectstorage_replication_sources", config), replication_sources: filtered(config, rows) };
};

/** Objects by name, and with a delimiter the beginnings of names up to it. Source: Object Storage API, ListObjects. */
export const objects: DataSource = (config, scope, world) => {
  const prefix = textOf(config["prefix"]);
  const delimiter = textOf(config["delimiter"]);
  const all = inBucket(world, scope, config)
    .filter(({ name }) => name.startsWith(prefix) && isBetween(name, config))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const cut = (name: string) => (delimiter === "" ? -1 : name.indexOf(delimiter, prefix.length));
  const prefixes = new Set(all.flatMap(({ name }) => (cut(name) < 0 ? [] : [name.slice(0, cut(name) + delimiter.length)])));
  const whole = all.filter(({ name }) => cut(name) < 0);
  return {
    id: answerId("oci_objectstorage_objects", config),
    objects: filtered(config, whole),
    prefixes: [...prefixes],
  };
};

const isBetween = (name: string, config: ObjectValue) =>
  name >= textOf(config["start"]) &&
  (textOf(config["start_after"]) === "" || name > textOf(config["start_after"])) &&
  (textOf(config["end"]) === "" || name < textOf(config["end"]));

const inBucket = (world: World, scope: Scope, config: ObjectValue) =>
  seen(world, scope, "oci_objectstorage_object")
    .filter((one) => one["bucket"] === config["bucket"] && one["namespace"] === config["namespace"])
    .map((one): ObjectValue & { readonly name: string } => ({
      name: textOf(one["object"]),
      size: one["content_length"] ?? null,
      md5: one["content_md5"] ?? null,
      etag: one["version_id"] ?? null,
      storage_tier: one["storage_tier"] ?? null,
      archival_state: null,
      time_created: world.now,
      time_modified: world.now,
    }));

/** Source: Object Storage API, NamespaceMetadata: the root compartment until something else is set. */
export const namespaceMetadata: DataSource = (config, scope, world) => {
  const [own] = seen(world, scope, "oci_objectstorage_namespace_metadata").filter(
    (one) => one["namespace"] === config["namespace"],
  );
  return {
    id: answerId("oci_objectstorage_namespace_metadata", config),
    default_s3compartment_id: own?.["default_s3compartment_id"] ?? scope["tenancy"] ?? null,
    default_swift_compartment_id: own?.["default_swift_compartment_id"] ?? scope["tenancy"] ?? null,
  };
};
