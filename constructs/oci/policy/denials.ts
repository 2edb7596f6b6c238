/**
 * What nobody from outside may ever do, whatever an allow says. By permission: a denied verb takes away its own level
 * and all above it, so that a list is the surest to read (OCI documentation, "Deny Policies").
 */
// biome-ignore format: a table of permissions, read by line
export const FOREIGN_DENIALS: readonly { readonly what: string; readonly permissions: readonly string[] }[] = [
  { what: "objects", permissions: [
    "OBJECT_INSPECT", "OBJECT_READ", "OBJECT_OVERWRITE", "OBJECT_CREATE", "OBJECT_DELETE", "OBJECT_VERSION_DELETE",
    "OBJECT_RESTORE", "OBJECT_UPDATE_TIER",
  ] },
  { what: "buckets", permissions: [
    "BUCKET_UPDATE", "BUCKET_CREATE", "BUCKET_DELETE", "PAR_MANAGE", "RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK",
    "OBJECTSTORAGE_NAMESPACE_UPDATE",
  ] },
  { what: "databases and their backups", permissions: [
    "AUTONOMOUS_DATABASE_CONTENT_READ", "AUTONOMOUS_DATABASE_CONTENT_WRITE", "AUTONOMOUS_DATABASE_UPDATE",
    "AUTONOMOUS_DATABASE_CREATE", "AUTONOMOUS_DATABASE_DELETE",
    "AUTONOMOUS_DB_BACKUP_CONTENT_READ", "AUTONOMOUS_DB_BACKUP_CREATE", "AUTONOMOUS_DB_BACKUP_DELETE",
  ] },
  { what: "keys and vaults", permissions: [
    "KEY_ENCRYPT", "KEY_DECRYPT", "KEY_EXPORT", "KEY_SIGN", "KEY_CREATE", "KEY_UPDATE", "KEY_ROTATE", "KEY_DELETE",
    "KEY_MOVE", "KEY_IMPORT", "KEY_BACKUP", "KEY_RESTORE", "KEY_ASSOCIATE", "KEY_DISASSOCIATE",
    "VAULT_CREATE", "VAULT_UPDATE", "VAULT_DELETE", "VAULT_MOVE", "VAULT_BACKUP", "VAULT_RESTORE", "VAULT_REPLICATE",
  ] },
  { what: "secrets", permissions: [
    "SECRET_BUNDLE_READ", "SECRET_CREATE", "SECRET_UPDATE", "SECRET_ROTATE", "SECRET_DELETE", "SECRET_MOVE",
  ] },
  { what: "policies, compartments, quotas and the tenancy", permissions: [
    "POLICY_CREATE", "POLICY_UPDATE", "POLICY_DELETE",
    "COMPARTMENT_CREATE", "COMPARTMENT_READ", "COMPARTMENT_UPDATE", "COMPARTMENT_DELETE", "COMPARTMENT_RECOVER",
    "QUOTA_CREATE", "QUOTA_UPDATE", "QUOTA_DELETE", "TENANCY_UPDATE",
  ] },
  { what: "groups, domains and what conditions ask for", permissions: [
    "GROUP_CREATE", "GROUP_UPDATE", "GROUP_DELETE",
    "DYNAMIC_GROUP_CREATE", "DYNAMIC_GROUP_UPDATE", "DYNAMIC_GROUP_DELETE",
    "DOMAIN_READ", "DOMAIN_CREATE", "DOMAIN_UPDATE", "DOMAIN_DELETE", "DOMAIN_MOVE", "DOMAIN_REPLICATE",
    "DOMAIN_ACTIVATE", "DOMAIN_DEACTIVATE",
    "IDENTITY_PROVIDER_CREATE", "IDENTITY_PROVIDER_UPDATE", "IDENTITY_PROVIDER_DELETE", "AUTHENTICATION_POLICY_UPDATE",
    "NETWORK_SOURCE_CREATE", "NETWORK_SOURCE_UPDATE", "NETWORK_SOURCE_DELETE",
    "TAG_NAMESPACE_CREATE", "TAG_NAMESPACE_UPDATE", "TAG_NAMESPACE_USE", "TAG_NAMESPACE_MOVE", "TAG_NAMESPACE_DELETE",
    "TAG_DEFAULT_CREATE", "TAG_DEFAULT_UPDATE", "TAG_DEFAULT_DELETE", "TAG_DEFAULT_MANAGE",
  ] },
  { what: "records, and what makes them", permissions: [
    "AUDIT_EVENT_READ", "LOG_CONTENT_READ", "LOG_GROUP_CREATE", "LOG_GROUP_UPDATE", "LOG_GROUP_DELETE",
    "SERVICE_CONNECTOR_CREATE", "SERVICE_CONNECTOR_UPDATE", "SERVICE_CONNECTOR_DELETE", "SERVICE_CONNECTOR_MOVE",
    "EVENTRULE_CREATE", "EVENTRULE_MODIFY", "EVENTRULE_DELETE",
    "ONS_TOPIC_CREATE", "ONS_TOPIC_UPDATE", "ONS_TOPIC_DELETE", "ONS_TOPIC_MOVE", "ONS_TOPIC_SUBSCRIBE",
    "ONS_TOPIC_PUBLISH", "ALARM_CREATE", "ALARM_UPDATE", "ALARM_DELETE", "ALARM_MOVE",
    "CG_CONFIG_UPDATE", "CG_TARGET_CREATE", "CG_TARGET_UPDATE", "CG_TARGET_DELETE", "CG_PROBLEM_UPDATE",
    "SECURITY_ZONE_CREATE", "SECURITY_ZONE_UPDATE", "SECURITY_ZONE_DELETE", "SECURITY_ZONE_ATTACH", "SECURITY_ZONE_DETACH",
    "SECURITY_RECIPE_CREATE", "SECURITY_RECIPE_UPDATE", "SECURITY_RECIPE_DELETE",
  ] },
  { what: "users and their credentials", permissions: [
    "USER_READ", "USER_CREATE", "USER_UPDATE", "USER_DELETE", "USER_UNBLOCK",
    "USER_APIKEY_ADD", "USER_UIPASS_SET", "USER_UIPASS_RESET", "USER_SWIFTPASS_SET", "USER_SWIFTPASS_RESET",
    "USER_AUTHTOKEN_SET", "USER_AUTHTOKEN_RESET", "USER_OAUTH2_CLIENT_CRED_CREATE", "USER_OAUTH2_CLIENT_CRED_UPDATE",
    "USER_SECRETKEY_ADD", "USER_SECRETKEY_UPDATE", "USER_TOTPDEVICE_REMOVE", "USER_TOTPDEVICE_UPDATE",
    "USER_SUPPORT_ACCOUNT_LINK", "CREDENTIAL_ADD", "CREDENTIAL_UPDATE",
  ] },
];

/** What nobody at all may do below the stores: hand out bearer links, or take backups by hand. */
export const DENIED_ON_STORES = ["PAR_MANAGE", "AUTONOMOUS_DB_BACKUP_CREATE"] as const;

/** What nobody at all may do with keys: let their material out, bring other material in, or move them. */
// biome-ignore format: a table of permissions, read by line
export const DENIED_ON_KEYS = [
  "KEY_EXPORT", "KEY_BACKUP", "KEY_RESTORE", "KEY_IMPORT", "KEY_MOVE", "VAULT_BACKUP", "VAULT_RESTORE", "VAULT_MOVE",
] as const;

/** What nobody at all may do with the evidence. */
export const DENIED_ON_EVIDENCE = ["PAR_MANAGE", "OBJECT_DELETE", "OBJECT_VERSION_DELETE", "BUCKET_DELETE"] as const;

/** What nobody at all may do with its keys: whoever takes a key away takes every record with it. */
export const DENIED_ON_EVIDENCE_KEYS = ["KEY_UPDATE", "KEY_DELETE", "KEY_DISASSOCIATE", "VAULT_UPDATE", "VAULT_DELETE"] as const;

/** What nobody at all may do with logs, connectors, topics and alarms. */
// biome-ignore format: a table of permissions, read by line
export const DENIED_ON_OVERSIGHT = [
  "LOG_GROUP_UPDATE", "LOG_GROUP_DELETE", "SERVICE_CONNECTOR_UPDATE", "SERVICE_CONNECTOR_DELETE", "SERVICE_CONNECTOR_MOVE",
  "ONS_TOPIC_UPDATE", "ONS_TOPIC_DELETE", "ONS_TOPIC_MOVE", "ONS_SUBSCRIPTION_MOVE",
  "ALARM_UPDATE", "ALARM_DELETE", "ALARM_MOVE",
] as const;
