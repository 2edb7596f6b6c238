/**
 * What the log account allows and denies, by action. Source of every name: Service Authorization Reference, the page of
 * the service. Wildcards stand in denials only.
 */

/** What Terraform asks of a key that it makes and keeps. Left out on purpose: grants, aliases, deletion. */
export const KEY_SETTINGS = [
  ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
  ...["kms:PutKeyPolicy", "kms:EnableKeyRotation", "kms:UpdateKeyDescription", "kms:TagResource", "kms:UntagResource"],
] as const;

/** What opens what a key has encrypted, or lets somebody else open it. */
export const KEY_USE = [
  ...["kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Encrypt", "kms:DeriveSharedSecret"],
] as const;

/** What makes records unreadable, or opens them past every policy; nobody needs it. */
export const KEY_DESTRUCTION = [
  ...["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DeleteImportedKeyMaterial", "kms:DisableKeyRotation"],
  ...["kms:CreateGrant", "kms:ReplicateKey", "kms:UpdatePrimaryRegion"],
] as const;

export const BUCKET_READ = [
  ...["s3:GetBucketLocation", "s3:GetBucketPolicy", "s3:GetBucketObjectLockConfiguration", "s3:GetBucketVersioning"],
  ...["s3:ListBucket", "s3:ListBucketVersions"],
] as const;
export const RECORDS_READ = [
  ...["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:GetObjectLegalHold"],
] as const;

/**
 * Trails, alarms and analyzers: what makes the records, and what was found. Findings of the newer interface ask for the
 * older one's actions (IAM Access Analyzer API reference, GetFindingV2).
 */
export const OVERSIGHT_READ = [
  ...["cloudtrail:DescribeTrails", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"],
  ...["cloudtrail:ListTrails", "cloudtrail:ListPublicKeys", "cloudtrail:LookupEvents"],
  ...["access-analyzer:ListAnalyzers", "access-analyzer:GetAnalyzer", "access-analyzer:ListArchiveRules"],
  ...["access-analyzer:ListFindings", "access-analyzer:GetFinding"],
  ...["events:ListRules", "events:DescribeRule", "events:ListTargetsByRule"],
  ...["sns:ListTopics", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "cloudwatch:DescribeAlarms"],
  ...["kms:ListKeys", "kms:ListAliases"],
] as const;

/** The rules: who is who in the account, and what the organization denies. */
export const BOUNDARY_READ = [
  ...["iam:ListRoles", "iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies"],
  ...["iam:ListPolicies", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListSAMLProviders", "iam:GetSAMLProvider"],
  ...["iam:ListUsers", "iam:ListOpenIDConnectProviders", "iam:GetAccountSummary", "iam:GetAccountAuthorizationDetails"],
  ...["organizations:DescribeOrganization", "organizations:ListPolicies", "organizations:DescribePolicy"],
  ...["organizations:ListTargetsForPolicy", "organizations:ListPoliciesForTarget", "organizations:ListAccounts"],
  ...["organizations:ListParents", "organizations:ListDelegatedAdministrators"],
] as const;
/** Settings of the key; its own policy decides, whatever an IAM policy says. */
export const KEY_READ = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"] as const;

/** What is in a store, or names it: denied to whoever audits, but in the records. */
export const CONTENT = [
  ...["s3:GetObject*", "s3:RestoreObject", "s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
] as const;
export const CREDENTIALS = ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"] as const;
