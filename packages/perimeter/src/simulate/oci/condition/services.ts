/**
 * Services whose requests tell from which network source they come, by the catalogue's names. Of the others nobody says
 * what `request.networkSource.name` holds ("Support for Network Sources").
 */
export const NETWORK_SOURCE_SERVICES: ReadonlySet<string> = new Set([
  "analytics",
  "apigateway",
  "audit",
  "billing",
  "blockchain",
  "budget",
  "containerengine",
  "dataflow",
  "datasafe",
  "database",
  "events",
  "identity",
  "limits",
  "loadbalancer",
  "monitoring",
  "mysql",
  "objectstorage",
  "ons",
  "opsi",
  "resourcemanager",
  "streaming",
  "waf",
]);

/** Resource types of Compute and Block Volume, which tell it; those of Networking, in the same catalogue service, don't. */
export const NETWORK_SOURCE_TYPES: ReadonlySet<string> = new Set([
  "boot-volume-backups",
  "console-histories",
  "instance-configurations",
  "instance-console-connection",
  "instance-images",
  "instance-pools",
  "instances",
  "volume-attachments",
  "volume-backups",
  "volume-group-backups",
  "volume-groups",
  "volumes",
]);

/**
 * Services that supply the tags of a target to conditions ("Using Tags to Manage Access", supported services). Of the
 * others nobody says.
 */
export const TAG_SERVICES: ReadonlySet<string> = new Set([
  "apigateway",
  "blockchain",
  "certificatesmanagement",
  "core",
  "database",
  "datacatalog",
  "dataflow",
  "datascience",
  "dns",
  "email",
  "functions",
  "healthchecks",
  "identity",
  "kms",
  "limits",
  "loadbalancer",
  "mysql",
  "nosql",
  "objectstorage",
  "ons",
  "waas",
  "waf",
]);

/** Resource types whose permissions fail under a condition on the target's tags, whatever tags there are (same page). */
export const TYPES_WITHOUT_TAGS: ReadonlySet<string> = new Set(["objects", "instance-pools"]);

/** Permissions that do so (same page). */
export const PERMISSIONS_WITHOUT_TAGS: ReadonlySet<string> = new Set([
  "AUTO_SCALING_CONFIGURATION_UPDATE",
  "BACKUP_POLICY_ASSIGNMENT_DELETE",
  "DATABASE_DELETE",
  "INSTANCE_CONSOLE_CONNECTION_DELETE",
  "INSTANCE_POWER_ACTIONS",
  "KEY_ENCRYPT",
  "PRIVATE_IP_DELETE",
  "PRIVATE_IP_UPDATE",
  "SUBNET_DETACH",
  "VNIC_DELETE",
  "VNIC_UNASSIGN",
  "VNIC_UPDATE",
  "VOLUME_BACKUP_COPY",
]);
