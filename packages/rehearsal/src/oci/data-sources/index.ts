import type { DataSource } from "../../engine/cloud";
import { SECURITY_POLICIES } from "./cloud-guard";
import { databasePeers, namespaceMetadata, objects, replicationSources, vnicAttachments } from "./derived";
import {
  availabilityDomains,
  CONTAINER_SHAPES,
  DATABASE_VERSIONS,
  facts,
  images,
  LIMITED_SERVICES,
  LOAD_BALANCER_SHAPES,
  regionSubscriptions,
  services,
  tenancy,
  VANTAGE_POINTS,
} from "./facts";
import { WORLD_GETTERS } from "./getters";
import { answerId, listing } from "./listing";
import { WORLD_LISTINGS } from "./listings";
import { scimListing } from "./scim";

const factual = (type: string, list: string, rows: Parameters<typeof facts>[2], chosenBy?: readonly string[]) => ({
  [type]: facts(type, list, rows, chosenBy),
});

const scim = (plural: string, word: string) => {
  const type = `oci_identity_domains_${plural}`;
  return { [type]: scimListing(type, `oci_identity_domains_${word}`, plural, word) };
};

/**
 * What OCI's data sources answer: objects of the world, facts of the cloud, and what follows from both. One that is not
 * here is refused by its name: its answer would be a guess.
 */
export const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  ...WORLD_GETTERS,
  ...WORLD_LISTINGS,
  ...scim("groups", "group"),
  ...scim("policies", "policy"),
  ...scim("rules", "rule"),
  ...factual(
    "oci_container_instances_container_instance_shapes",
    "container_instance_shape_collection.items",
    () => CONTAINER_SHAPES,
  ),
  ...factual("oci_core_images", "images", images, ["display_name", "operating_system", "operating_system_version", "state"]),
  ...factual("oci_core_services", "services", services),
  ...factual("oci_database_autonomous_db_versions", "autonomous_db_versions", () => DATABASE_VERSIONS, ["db_workload"]),
  ...factual("oci_health_checks_vantage_points", "health_checks_vantage_points", () => VANTAGE_POINTS, ["name", "display_name"]),
  ...factual("oci_identity_availability_domains", "availability_domains", availabilityDomains),
  ...factual("oci_identity_region_subscriptions", "region_subscriptions", regionSubscriptions),
  ...factual("oci_limits_services", "services", () => LIMITED_SERVICES),
  ...factual("oci_load_balancer_shapes", "shapes", () => LOAD_BALANCER_SHAPES),
  oci_cloud_guard_security_policies: listing("oci_cloud_guard_security_policies", {
    of: "oci_cloud_guard_security_policy",
    in: "security_policy_collection.items",
    standing: SECURITY_POLICIES,
  }),
  oci_core_vnic_attachments: vnicAttachments,
  oci_database_autonomous_database_peers: databasePeers,
  oci_identity_tenancy: tenancy,
  oci_objectstorage_namespace: (config, scope) => ({
    id: answerId("oci_objectstorage_namespace", config),
    namespace: scope["namespace"] ?? null,
  }),
  oci_objectstorage_namespace_metadata: namespaceMetadata,
  oci_objectstorage_objects: objects,
  oci_objectstorage_replication_sources: replicationSources,
};
