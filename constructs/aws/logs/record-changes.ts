/** A kind of change that somebody must hear of, and what CloudTrail calls it when it happens. */
export interface RecordChange {
  /** The rule's name, and how an alarm names the change. */
  readonly id: string;
  /** Completes "tells of …". */
  readonly what: string;
  /** Where it happens: in the regions of the account, or where AWS records its global services. */
  readonly where: "regions" | "global";
  /** Accounts in which it counts. */
  readonly accounts: readonly ("logs" | "management")[];
  /** What tells of it: calls, or something that the service says by itself. */
  readonly told: CalledChange | SaidChange;
}

/** Services by `eventSource` without `.amazonaws.com`; names of calls, where a `*` at the end stands for any ending. */
interface CalledChange {
  readonly by: readonly string[];
  readonly calls: readonly string[];
}

/** `source` and `detail-type` of an event that is no API call. */
interface SaidChange {
  readonly source: string;
  readonly says: readonly string[];
  /** Only where the one who did it is of this type (CloudTrail User Guide, "userIdentity element"). */
  readonly byType?: string;
}

/**
 * Source of the calls: the API reference of each service, whose names CloudTrail records; of S3, S3 User Guide, "Amazon S3
 * CloudTrail events", by their beginnings, since some are recorded under older names than the API has. Source of what
 * services say: EventBridge reference, "IAM Access Analyzer events"; CloudTrail User Guide, "AWS Management Console sign-in
 * events".
 */
// biome-ignore format: a table of changes, read by line
export const RECORD_CHANGES: readonly RecordChange[] = [
  { id: "trails", what: "trails that are stopped, changed or deleted", where: "regions", accounts: ["logs", "management"],
    told: { by: ["cloudtrail"], calls: ["StopLogging", "DeleteTrail", "UpdateTrail", "CreateTrail", "PutEventSelectors", "PutInsightSelectors"] } },
  { id: "log-bucket", what: "the buckets of the account, their policies, locks, lifecycles and doors", where: "regions", accounts: ["logs"],
    told: { by: ["s3"], calls: [
      "PutBucket*", "DeleteBucket*", "PutObjectLockConfiguration", "PutPublicAccessBlock", "DeletePublicAccessBlock",
      "PutAccountPublicAccessBlock", "DeleteAccountPublicAccessBlock", "CreateAccessPoint*", "PutAccessPoint*",
      "CreateMultiRegionAccessPoint", "CreateAccessGrant*",
    ] } },
  { id: "keys", what: "keys that are opened to others, disabled or scheduled for deletion", where: "regions", accounts: ["logs"],
    told: { by: ["kms"], calls: [
      "PutKeyPolicy", "CreateGrant", "DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "DisableKeyRotation",
      "ReplicateKey", "UpdatePrimaryRegion", "ImportKeyMaterial", "DeleteImportedKeyMaterial",
    ] } },
  { id: "alarms", what: "rules, topics, subscriptions and alarms that tell of less, or tell somebody else", where: "regions", accounts: ["logs", "management"],
    told: { by: ["events", "sns", "monitoring"], calls: [
      "PutRule", "DisableRule", "DeleteRule", "PutTargets", "RemoveTargets",
      "Subscribe", "Unsubscribe", "DeleteTopic", "SetTopicAttributes", "AddPermission", "RemovePermission",
      "PutMetricAlarm", "DeleteAlarms", "DisableAlarmActions",
    ] } },
  { id: "analyzers", what: "analyzers that are deleted, and findings that are put away", where: "regions", accounts: ["logs"],
    told: { by: ["access-analyzer"], calls: ["DeleteAnalyzer", "CreateArchiveRule", "UpdateArchiveRule", "UpdateFindings"] } },
  { id: "findings", what: "access from outside that an analyzer finds", where: "regions", accounts: ["logs"],
    told: { source: "aws.access-analyzer", says: ["Access Analyzer Finding"] } },
  { id: "identities", what: "roles, their policies and trust, users, keys of users, and identity providers", where: "global", accounts: ["logs", "management"],
    told: { by: ["iam"], calls: [
      "CreateRole", "DeleteRole", "UpdateAssumeRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "AttachRolePolicy", "DetachRolePolicy",
      "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary", "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion",
      "CreateUser", "CreateAccessKey", "UpdateAccessKey", "CreateLoginProfile", "UpdateLoginProfile", "PutUserPolicy", "AttachUserPolicy",
      "AddUserToGroup", "PutGroupPolicy", "AttachGroupPolicy", "CreateServiceSpecificCredential", "DeactivateMFADevice",
      "CreateSAMLProvider", "UpdateSAMLProvider", "DeleteSAMLProvider",
      "CreateOpenIDConnectProvider", "AddClientIDToOpenIDConnectProvider", "UpdateOpenIDConnectProviderThumbprint",
      "EnableOrganizationsRootCredentialsManagement", "EnableOrganizationsRootSessions",
    ] } },
  { id: "root-users", what: "a root user who signs in to the console", where: "global", accounts: ["logs", "management"],
    told: { source: "aws.signin", says: ["AWS Console Sign In via CloudTrail"], byType: "Root" } },
  { id: "organization", what: "control policies, accounts and services of the organization", where: "global", accounts: ["management"],
    told: { by: ["organizations"], calls: [
      "AttachPolicy", "DetachPolicy", "CreatePolicy", "UpdatePolicy", "DeletePolicy", "EnablePolicyType", "DisablePolicyType",
      "MoveAccount", "RemoveAccountFromOrganization", "CloseAccount", "CreateAccount", "InviteAccountToOrganization", "DeleteOrganization",
      "PutResourcePolicy", "DeleteResourcePolicy", "RegisterDelegatedAdministrator", "DeregisterDelegatedAdministrator",
      "EnableAWSServiceAccess", "DisableAWSServiceAccess",
    ] } },
  { id: "accounts", what: "root sessions, contacts, mail addresses and regions of accounts", where: "global", accounts: ["logs", "management"],
    told: { by: ["sts", "account"], calls: [
      "AssumeRoot", "PutAlternateContact", "DeleteAlternateContact", "PutContactInformation", "StartPrimaryEmailUpdate",
      "AcceptPrimaryEmailUpdate", "EnableRegion", "DisableRegion",
    ] } },
];
