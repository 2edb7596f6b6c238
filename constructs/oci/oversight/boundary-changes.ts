/** A kind of change to the boundary, and what the cloud says when it happens. */
export interface BoundaryChange {
  /** The rule's name, and how an alarm names the change. */
  readonly id: string;
  /** Completes "tells of …". */
  readonly what: string;
  /** IAM is written in the home region and says so there; everything else says so where it happens. */
  readonly where: "home" | "everywhere";
  /** Types of Events, without `com.oraclecloud.`; none where Events has none. */
  readonly events: readonly string[];
  /** API operations whose record in the audit log is told as well: what Events doesn't know. */
  readonly operations: readonly string[];
}

/**
 * Every change to the boundary that somebody must hear of. Source of the events: Oracle's list of event types
 * (github.com/oracle/mcp, oci-logging-mcp-server, SEARCH_LOG_EVENT_TYPES.md of 2026-07), and OCI documentation,
 * "Services that Produce Events", "Events for Vaults and Keys". Source of the operations: the policy reference of each
 * service, "Permissions Required for Each API Operation", and the API's own reference for domains, quotas and Cloud Guard;
 * the audit log calls an operation by the name that it has there ("Contents of an Audit Log Event", `data.eventName`).
 */
// biome-ignore format: a table of changes, read by line
export const BOUNDARY_CHANGES: readonly BoundaryChange[] = [
  { id: "policies", what: "policies that are created, changed or deleted", where: "home",
    events: each("identitycontrolplane", ["createpolicy", "updatepolicy", "deletepolicy"]),
    operations: [] },
  { id: "groups", what: "groups, dynamic groups and their members", where: "home",
    events: each("identitycontrolplane", [
      "creategroup", "updategroup", "deletegroup", "addusertogroup", "removeuserfromgroup",
      "createdynamicgroup", "updatedynamicgroup", "deletedynamicgroup",
    ]),
    operations: [] },
  { id: "users", what: "users, what they may use, and their credentials", where: "home",
    events: each("identitycontrolplane", [
      "createuser", "updateuser", "deleteuser", "updateuserstate", "updateusercapabilities", "activateuser",
      "uploadapikey", "deleteapikey", "createauthtoken", "createcustomersecretkey", "updatecustomersecretkey",
      "deletecustomersecretkey", "createoauthclientcredential", "createsmtpcredential", "createswiftpassword",
      "createorresetpassword", "createmfatotpdevice", "deletemfatotpdevice", "linksupportaccount",
    ]),
    operations: [] },
  { id: "sign-on", what: "identity providers, domains and the authentication policy", where: "home",
    events: each("identitycontrolplane", [
      "createidentityprovider", "updateidentityprovider", "deleteidentityprovider", "addidpgroupmapping",
      "updateidpgroupmapping", "removeidpgroupmapping", "updateauthenticationpolicy",
    ]),
    operations: ["CreateDomain", "UpdateDomain", "DeleteDomain", "DeactivateDomain", "EnableReplicationToRegion"] },
  { id: "network-sources", what: "network sources that grants are pinned to", where: "home",
    events: each("identitycontrolplane", ["createnetworksource", "updatenetworksource", "deletenetworksource"]),
    operations: [] },
  { id: "tags", what: "tag namespaces, tags and tag defaults", where: "home",
    events: each("taggingcontrolplane", [
      "createtagnamespace", "updatetagnamespace", "cascadedeletetagnamespace.begin", "createtagdefinition",
      "updatetagdefinition", "deletetagdefinition.begin", "createtagdefault", "updatetagdefault", "deletetagdefault",
    ]),
    operations: [] },
  { id: "tenancy", what: "compartments, quotas and regions of the tenancy", where: "home",
    events: each("compartments", ["createcompartment", "movecompartment", "deletecompartment"]),
    operations: ["UpdateCompartment", "RecoverCompartment", "CreateQuota", "UpdateQuota", "DeleteQuota", "CreateRegionSubscription"] },
  { id: "buckets", what: "buckets, their settings, links, locks and replication", where: "everywhere",
    events: each("objectstorage", ["createbucket", "updatebucket", "deletebucket"]),
    operations: [
      "CreatePreauthenticatedRequest", "CreateRetentionRule", "UpdateRetentionRule", "DeleteRetentionRule",
      "CreateReplicationPolicy", "DeleteReplicationPolicy", "MakeBucketWritable", "PutObjectLifecyclePolicy",
      "DeleteObjectLifecyclePolicy", "UpdateNamespaceMetadata",
    ] },
  { id: "keys", what: "keys and vaults", where: "everywhere",
    events: [
      ...each("keymanagementservice", [
        "createkey.begin", "createkeyversion.begin", "enablekey.begin", "disablekey.begin", "schedulekeydeletion.begin",
        "schedulekeyversiondeletion.begin", "cancelkeydeletion.begin", "changekeycompartment.begin", "backupkey.begin",
        "restorekey.begin", "createvault.begin", "schedulevaultdeletion.begin", "cancelvaultdeletion.begin",
        "changevaultcompartment.begin", "backupvault.begin", "restorevault.begin",
      ]),
      ...each("KeyManagementService", ["CreateVaultReplica.begin", "DeleteVaultReplica.begin"]),
    ],
    operations: ["ExportKey", "ImportKey"] },
  { id: "secrets", what: "secrets that are made, changed or scheduled for deletion", where: "everywhere",
    events: [],
    operations: ["CreateSecret", "UpdateSecret", "ScheduleSecretDeletion", "ChangeSecretCompartment"] },
  { id: "databases", what: "databases, their clones, backups and settings", where: "everywhere",
    events: each("databaseservice", [
      "autonomous.database.instance.create.begin", "updateautonomousdatabase.begin", "deleteautonomousdatabase.begin",
      "changeautonomousdatabasecompartment.begin", "autonomous.database.backup.begin",
      "autonomous.database.restore.begin", "updateautonomousdatabaseacl.begin", "generateautonomousdatabasewallet",
      "enableautonomousdataguard.begin", "disableautonomousdataguard.begin", "failoverautonomousdatabase.begin",
      "switchoverautonomousdatabase.begin", "registerautonomousdatabasedatasafe.begin",
      "deregisterautonomousdatabasedatasafe.begin", "updateautonomousdatabasebackupretentionperiod.begin",
      "disconnectrefreshableautonomousdatabaseclonefromsource.begin",
    ]),
    operations: [] },
  { id: "networks", what: "ways into and out of the networks", where: "everywhere",
    events: [
      ...each("virtualnetwork", [
        "createvcn", "updatevcn", "deletevcn", "createsubnet", "updatesubnet", "deletesubnet", "createroutetable",
        "updateroutetable", "deleteroutetable", "createsecuritylist", "updatesecuritylist", "deletesecuritylist",
        "createnetworksecuritygroup", "updatenetworksecuritygroup", "deletenetworksecuritygroup",
        "addnetworksecuritygroupsecurityrules", "updatenetworksecuritygroupsecurityrules", "createinternetgateway",
        "updateinternetgateway", "createlocalpeeringgateway", "createdrg", "createdrgattachment", "createpublicip",
      ]),
      ...each("natgateway", ["createnatgateway", "updatenatgateway"]),
      ...each("servicegateway", ["createservicegateway", "updateservicegateway", "attachserviceid", "detachserviceid"]),
    ],
    operations: [] },
  { id: "edge", what: "where users are led: names, steering, health checks, load balancers, web firewalls, certificates", where: "everywhere",
    events: [
      ...each("waf", [
        "createwebappfirewall.begin", "updatewebappfirewall.begin", "deletewebappfirewall.begin",
        "changewebappfirewallcompartment.begin", "createwebappfirewallpolicy.begin", "updatewebappfirewallpolicy.begin",
        "deletewebappfirewallpolicy.begin", "changewebappfirewallpolicycompartment.begin",
      ]),
      ...each("healthchecks", ["createhttpmonitor", "updatehttpmonitor", "deletehttpmonitor"]),
      ...each("virtualnetwork", ["updatepublicip", "deletepublicip", "changepublicipcompartment"]),
    ],
    operations: [
      "CreateZone", "UpdateZone", "DeleteZone", "UpdateZoneRecords", "PatchZoneRecords", "UpdateDomainRecords",
      "PatchDomainRecords", "UpdateRRSet", "PatchRRSet", "DeleteRRSet", "CreateSteeringPolicy", "UpdateSteeringPolicy",
      "DeleteSteeringPolicy", "CreateSteeringPolicyAttachment", "UpdateSteeringPolicyAttachment",
      "DeleteSteeringPolicyAttachment", "CreateLoadBalancer", "UpdateLoadBalancer", "DeleteLoadBalancer", "CreateListener",
      "UpdateListener", "DeleteListener", "CreateBackendSet", "UpdateBackendSet", "DeleteBackendSet", "CreateBackend",
      "UpdateBackend", "DeleteBackend", "CreateCertificate", "UpdateCertificate", "ScheduleCertificateDeletion",
    ] },
  { id: "guard", what: "problems that Cloud Guard finds, and what becomes of it and of the security zones", where: "everywhere",
    events: each("cloudguard", ["problemdetected", "problemdismissed", "problemremediated", "announcements", "status"]),
    operations: [
      "UpdateConfiguration", "UpdateTarget", "DeleteTarget", "UpdateDetectorRecipe", "DeleteDetectorRecipe",
      "UpdateSecurityZone", "DeleteSecurityZone", "UpdateSecurityRecipe", "DeleteSecurityRecipe",
      "AddCompartment", "RemoveCompartment",
    ] },
  { id: "records", what: "logs, connectors, rules, topics and alarms: what makes the records and tells of changes", where: "everywhere",
    events: each("notification", [
      "createtopic", "updatetopic", "deletetopic", "movetopic", "createsubscription", "updatesubscription",
      "deletesubscription", "movesubscription",
    ]),
    operations: [
      "CreateLog", "UpdateLog", "DeleteLog", "CreateLogGroup", "UpdateLogGroup", "DeleteLogGroup", "ChangeLogGroupCompartment",
      "CreateServiceConnector", "UpdateServiceConnector", "DeactivateServiceConnector", "DeleteServiceConnector",
      "ChangeServiceConnectorCompartment", "CreateRule", "UpdateRule", "DeleteRule", "CreateAlarm", "UpdateAlarm", "DeleteAlarm",
    ] },
];

function each(service: string, types: readonly string[]): string[] {
  return types.map((type) => `${service}.${type}`);
}
