/**
 * What each kind of grant takes, by permission rather than by verb: a verb holds more than its name says, and a family
 * grows when Oracle adds to it. Source of every name: OCI documentation, the policy reference of the service.
 */

/** Object Storage. Left out on purpose: PAR_MANAGE (bearer links), BUCKET_DELETE, OBJECT_VERSION_DELETE, RETENTION_RULE_*. */
export const BUCKET_METADATA = ["BUCKET_INSPECT", "BUCKET_READ"] as const;
export const OBJECTS_READ = ["OBJECT_INSPECT", "OBJECT_READ"] as const;
export const OBJECTS_WRITE = ["OBJECT_INSPECT", "OBJECT_CREATE", "OBJECT_OVERWRITE"] as const;
/** In a versioned bucket this leaves a mark, and every version stays; OBJECT_VERSION_DELETE would take them. */
export const OBJECTS_DELETE = ["OBJECT_DELETE"] as const;
/** What Terraform's backends ask of a state: reading, writing, and a lock that is made and taken away. */
export const STATE_WRITE = ["OBJECT_INSPECT", "OBJECT_READ", "OBJECT_CREATE", "OBJECT_OVERWRITE", "OBJECT_DELETE"] as const;
/** What an S3 client asks before it copies: HeadBucket, then listing and reading. */
export const OBJECTS_COPY = ["BUCKET_INSPECT", "OBJECT_INSPECT", "OBJECT_READ"] as const;
/** Creating a store's bucket. BUCKET_UPDATE is left out: it can publish a bucket. */
export const BUCKET_CREATE = ["BUCKET_INSPECT", "BUCKET_READ", "BUCKET_CREATE"] as const;
/** PutObjectLifecyclePolicy asks for these; they are granted for that operation alone. */
export const LIFECYCLE_SET = ["BUCKET_UPDATE", "OBJECT_CREATE", "OBJECT_DELETE"] as const;
/** What the service itself needs to carry out lifecycle rules ("Using Object Lifecycle Management", required policies). */
export const LIFECYCLE_SERVICE = [
  ...["BUCKET_INSPECT", "BUCKET_READ", "OBJECT_INSPECT", "OBJECT_UPDATE_TIER"],
  ...["OBJECT_DELETE", "OBJECT_VERSION_DELETE"],
] as const;

/**
 * What a replication asks for, of the service of the source region and of whoever sets it up, on source and destination
 * alike ("Object Storage Replication", service permissions). Whoever sets it up has it for that operation alone.
 */
export const REPLICATION = [
  ...["BUCKET_READ", "BUCKET_UPDATE", "OBJECT_INSPECT", "OBJECT_READ"],
  ...["OBJECT_CREATE", "OBJECT_OVERWRITE", "OBJECT_RESTORE", "OBJECT_DELETE"],
] as const;

/** Autonomous Database. Left out on purpose: UPDATE (resets the admin password), CONTENT_WRITE (restore), backups. */
export const DATABASE_METADATA = ["AUTONOMOUS_DATABASE_INSPECT"] as const;
/** The wallet of a connection; granted for that operation alone, since clones and backups need the same permission. */
export const DATABASE_WALLET = ["AUTONOMOUS_DATABASE_CONTENT_READ"] as const;
export const DATABASE_CREATE = ["AUTONOMOUS_DATABASE_INSPECT", "AUTONOMOUS_DATABASE_CREATE"] as const;

/** Vault. Left out on purpose: KEY_DECRYPT and KEY_EXPORT for people, KEY_BACKUP, KEY_DELETE, KEY_MOVE, VAULT_BACKUP. */
export const KEY_METADATA = ["VAULT_INSPECT", "VAULT_READ", "KEY_INSPECT", "KEY_READ"] as const;
/** KEY_ASSOCIATE binds a key to a bucket or a database; it returns no key material and no plaintext. */
export const KEY_ADMINISTER = [...KEY_METADATA, "VAULT_CREATE_KEY", "KEY_CREATE", "KEY_ROTATE", "KEY_ASSOCIATE"] as const;
/** What a service does with the key of what it stores ("Assign Keys", required policies). */
export const KEY_SERVICE_USE = ["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"] as const;
/** What a database asks of the vault of its key ("Use Customer-Managed Encryption Keys", required policies: use vaults). */
export const VAULT_SERVICE_USE = ["VAULT_INSPECT", "VAULT_READ"] as const;
export const SECRET_READ = ["SECRET_BUNDLE_READ"] as const;
/** A secret whose content the service generates: whoever creates it never sees it. */
export const SECRET_CREATE = [
  "VAULT_INSPECT",
  "VAULT_READ",
  "VAULT_CREATE_SECRET",
  "SECRET_INSPECT",
  "SECRET_READ",
  "SECRET_CREATE",
] as const;
export const VAULT_CREATE = ["VAULT_INSPECT", "VAULT_READ", "VAULT_CREATE"] as const;
/** A replica of a vault in another region; granted for that operation alone. */
export const VAULT_REPLICATE = ["VAULT_REPLICATE"] as const;
/**
 * What the Vault service does on its own to keep a replica. Its page asks for all of `manage vaults` ("Replicating Vaults
 * and Keys", required policy); what deletes, moves, backs up or restores a vault is left out.
 */
export const VAULT_REPLICATION_SERVICE = [
  ...["VAULT_INSPECT", "VAULT_READ", "VAULT_CREATE", "VAULT_UPDATE", "VAULT_REPLICATE"],
] as const;

/** Monitoring. */
export const METRICS_READ = ["METRIC_INSPECT", "METRIC_READ"] as const;
export const METRICS_PUBLISH = ["METRIC_WRITE"] as const;

/** Container registry. */
export const IMAGES_PULL = ["REPOSITORY_READ"] as const;

/**
 * The edge: what says where users are led and what they get there. Left out on purpose: whatever deletes a reserved
 * address, a zone or a certificate, and CERTIFICATE_BUNDLE_READ, which hands out private keys.
 */
export const EDGE_METADATA = [
  ...["LOAD_BALANCER_INSPECT", "WAF_POLICY_INSPECT", "WEB_APP_FIREWALL_INSPECT", "INTERNET_GATEWAY_READ", "PUBLIC_IP_READ"],
  ...["DNS_ZONE_INSPECT", "DNS_RECORD_INSPECT", "DNS_STEERING_POLICY_INSPECT", "DNS_STEERING_ATTACHMENT_INSPECT"],
  ...["HEALTH_CHECK_MONITOR_INSPECT", "CERTIFICATE_INSPECT"],
] as const;
/** "Details for Load Balancing", "Details for WAF Policies". */
export const EDGE_LOAD_BALANCERS = [
  ...["LOAD_BALANCER_READ", "LOAD_BALANCER_UPDATE", "LOAD_BALANCER_CREATE", "LOAD_BALANCER_DELETE"],
  ...["WAF_POLICY_READ", "WAF_POLICY_ATTACH", "WAF_POLICY_DETACH", "WAF_POLICY_UPDATE", "WAF_POLICY_CREATE", "WAF_POLICY_DELETE"],
  ...["WEB_APP_FIREWALL_READ", "WEB_APP_FIREWALL_UPDATE", "WEB_APP_FIREWALL_CREATE", "WEB_APP_FIREWALL_DELETE"],
] as const;
/** "Details for the Core Services": a way in from the internet, and the address that it has. */
export const EDGE_ADDRESSES = [
  ...["INTERNET_GATEWAY_CREATE", "INTERNET_GATEWAY_UPDATE", "INTERNET_GATEWAY_ATTACH"],
  ...["PUBLIC_IP_CREATE", "PUBLIC_IP_UPDATE", "PUBLIC_IP_ASSIGN_PRIVATE_IP", "PUBLIC_IP_UNASSIGN_PRIVATE_IP"],
  ...["PRIVATE_IP_ASSIGN_PUBLIC_IP", "PRIVATE_IP_UNASSIGN_PUBLIC_IP"],
] as const;
/**
 * "Details for the DNS Service", "Details for the Health Checks Service". The first spells the update of a steering policy
 * in two ways; this is that of its table of resource types. Whatever matters in a policy is replaced, not updated.
 */
export const EDGE_NAMES = [
  ...["DNS_ZONE_READ", "DNS_ZONE_CREATE", "DNS_ZONE_UPDATE", "DNS_RECORD_READ", "DNS_RECORD_CREATE", "DNS_RECORD_UPDATE"],
  ...["DNS_STEERING_POLICY_READ", "DNS_STEERING_POLICY_CREATE", "DNS_POLICY_STEERING_UPDATE"],
  ...["DNS_STEERING_POLICY_DELETE", "DNS_STEERING_ATTACHMENT_READ"],
  ...["HEALTH_CHECK_MONITOR_READ", "HEALTH_CHECK_MONITOR_MANAGE"],
] as const;
/** "Details for the Certificates Service": imported by the pipeline's runner (docs/certificates.md), bound to a listener. */
export const EDGE_CERTIFICATES = [
  ...["CERTIFICATE_READ", "CERTIFICATE_CREATE", "CERTIFICATE_UPDATE"],
  ...["CERTIFICATE_ASSOCIATION_INSPECT", "CERTIFICATE_ASSOCIATION_READ", "CERTIFICATE_ASSOCIATION_CREATE"],
  ...["CERTIFICATE_ASSOCIATION_DELETE"],
] as const;

/** The boundary: who is who, who may do what, from where. */
export const BOUNDARY_METADATA = [
  ...["COMPARTMENT_INSPECT", "POLICY_READ", "GROUP_INSPECT", "USER_INSPECT", "DYNAMIC_GROUP_INSPECT"],
  ...["DOMAIN_INSPECT", "NETWORK_SOURCE_INSPECT", "TAG_NAMESPACE_INSPECT", "TAG_DEFAULT_INSPECT", "QUOTA_INSPECT", "QUOTA_READ"],
  ...["TENANCY_INSPECT"],
] as const;
export const BOUNDARY_RECORDS = ["AUDIT_EVENT_READ"] as const;
export const BOUNDARY_ADMINISTER = [
  ...["COMPARTMENT_CREATE", "COMPARTMENT_READ", "COMPARTMENT_UPDATE"],
  ...["POLICY_CREATE", "POLICY_UPDATE", "POLICY_DELETE"],
  ...["GROUP_CREATE", "GROUP_UPDATE", "USER_READ", "USER_CREATE", "USER_UPDATE"],
  ...["DYNAMIC_GROUP_CREATE", "DYNAMIC_GROUP_UPDATE"],
  ...["DOMAIN_READ", "DOMAIN_CREATE", "DOMAIN_UPDATE"],
  ...["NETWORK_SOURCE_CREATE", "NETWORK_SOURCE_UPDATE"],
  ...[
    "TAG_NAMESPACE_CREATE",
    "TAG_NAMESPACE_UPDATE",
    "TAG_NAMESPACE_USE",
    "TAG_DEFAULT_CREATE",
    "TAG_DEFAULT_UPDATE",
    "TAG_DEFAULT_MANAGE",
  ],
] as const;
export const QUOTA_ADMINISTER = ["QUOTA_CREATE", "QUOTA_UPDATE"] as const;

/**
 * Records: evidence, logs, connectors, rules, topics, alarms, Cloud Guard. What makes them can be created and seen;
 * nothing here changes, stops or deletes it, for anybody (docs/decisions/14-records.md).
 */
export const EVIDENCE_CREATE = ["BUCKET_INSPECT", "BUCKET_READ", "BUCKET_CREATE"] as const;
/** CreateRetentionRule asks for these; they are granted for that operation alone, and lengthening or removing is none of it. */
export const EVIDENCE_LOCK = ["BUCKET_UPDATE", "RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK"] as const;
/** What a connector does with its bucket; Oracle's own statement is `manage objects`. */
export const EVIDENCE_WRITE = ["OBJECT_INSPECT", "OBJECT_CREATE", "OBJECT_OVERWRITE"] as const;
/** What a connector does with its topic ("Notifications", policy reference: PublishMessage, GetTopic). */
export const TOPIC_PUBLISH = ["ONS_TOPIC_READ", "ONS_TOPIC_PUBLISH"] as const;
export const OVERSIGHT_METADATA = [
  ...["LOG_GROUP_INSPECT", "LOG_GROUP_READ", "SERVICE_CONNECTOR_INSPECT", "SERVICE_CONNECTOR_READ"],
  ...[
    "ONS_TOPIC_INSPECT",
    "ONS_TOPIC_READ",
    "ONS_SUBSCRIPTION_INSPECT",
    "ALARM_INSPECT",
    "ALARM_READ",
    "METRIC_INSPECT",
    "METRIC_READ",
  ],
] as const;
export const LOGS_READ = ["LOG_CONTENT_READ"] as const;
export const OVERSIGHT_CREATE = ["LOG_GROUP_CREATE", "SERVICE_CONNECTOR_CREATE", "ONS_TOPIC_CREATE", "ALARM_CREATE"] as const;
/** Subscribing somebody and taking it back are one permission; it is granted for the operations that do the former. */
export const TOPIC_SUBSCRIBE = ["ONS_TOPIC_SUBSCRIBE"] as const;
/** In the root: rules see their own compartment and what is below, and Cloud Guard is one for the tenancy. */
export const WATCH_METADATA = [
  ...["EVENTRULE_LIST", "EVENTRULE_READ", "CG_CONFIG_INSPECT", "CG_CONFIG_READ", "CG_TARGET_INSPECT", "CG_TARGET_READ"],
  ...["CG_DETECTOR_RECIPE_INSPECT", "CG_DETECTOR_RECIPE_READ", "CG_RESPONDER_RECIPE_INSPECT", "CG_RESPONDER_RECIPE_READ"],
  ...["CG_PROBLEM_INSPECT", "CG_PROBLEM_READ", "SECURITY_ZONE_INSPECT", "SECURITY_ZONE_READ"],
  ...["SECURITY_RECIPE_INSPECT", "SECURITY_RECIPE_READ"],
] as const;
export const WATCH_CREATE = ["EVENTRULE_CREATE", "CG_TARGET_CREATE", "SECURITY_RECIPE_CREATE", "SECURITY_ZONE_CREATE"] as const;
/** What Cloud Guard looks at; Oracle's own statement is `read all-resources`, objects and secrets included. */
export const IDENTITIES_METADATA = [
  ...["TENANCY_INSPECT", "COMPARTMENT_INSPECT", "USER_INSPECT", "GROUP_INSPECT", "DYNAMIC_GROUP_INSPECT", "POLICY_READ"],
  ...["AUDIT_EVENT_READ"],
] as const;
export const NETWORKS_METADATA = [
  ...["VCN_READ", "SUBNET_READ", "ROUTE_TABLE_READ", "SECURITY_LIST_READ", "NETWORK_SECURITY_GROUP_INSPECT"],
  ...[
    "NETWORK_SECURITY_GROUP_READ",
    "INTERNET_GATEWAY_READ",
    "SERVICE_GATEWAY_READ",
    "LOAD_BALANCER_INSPECT",
    "LOAD_BALANCER_READ",
  ],
] as const;
