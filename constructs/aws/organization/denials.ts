/** Roles that must act where everybody else is denied; `retiring` ends keys of sites at which nothing rests any more. */
export const EXEMPTIONS = ["pipeline", "breakGlass", "retiring"] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** Actions that nobody in the accounts has but who is exempt, whatever a policy there allows. */
export interface Denial {
  readonly sid: string;
  /** What it would lead to. */
  readonly because: string;
  readonly actions: readonly string[];
  /** @default - nobody */
  readonly except?: readonly Exemption[];
  /** A boolean key that spares the request where it is true; where it is absent, the request is denied. */
  readonly unlessTrue?: string;
}

/**
 * What stores are made of. Source of every name: Service Authorization Reference, Amazon S3; of what each leads to: the
 * action's page in the S3 User Guide. Nothing here keeps lifecycle rules from expiring what is no longer locked.
 */
export const STORE_DENIALS: readonly Denial[] = [
  {
    sid: "DenyPublishing",
    because: "objects by lists of grantees, as a website, or at somebody else's cost",
    actions: [
      ...["s3:PutBucketAcl", "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:PutAccessPointPublicAccessBlock"],
      ...["s3:PutBucketWebsite", "s3:PutBucketCORS", "s3:PutBucketRequestPayment", "s3:PutBucketAbac"],
    ],
  },
  {
    sid: "DenyFurtherDoors",
    because: "access points and access grants, which open a bucket by policies of their own",
    actions: [
      ...["s3:CreateAccessPoint", "s3:CreateAccessPointForObjectLambda", "s3:CreateMultiRegionAccessPoint"],
      ...["s3:PutAccessPointPolicy", "s3:PutAccessPointPolicyForObjectLambda", "s3:PutMultiRegionAccessPointPolicy"],
      ...["s3:CreateAccessGrant", "s3:CreateAccessGrantsInstance", "s3:CreateAccessGrantsLocation"],
      ...["s3:AssociateAccessGrantsIdentityCenter", "s3:PutAccessGrantsInstanceResourcePolicy", "s3:GetDataAccess"],
    ],
  },
  {
    sid: "DenyExportsOfNames",
    because: "inventories, logs and notifications, which carry names of objects elsewhere",
    actions: [
      ...["s3:PutInventoryConfiguration", "s3:PutAnalyticsConfiguration", "s3:PutBucketLogging"],
      ...["s3:PutBucketNotification", "s3:CreateBucketMetadataTableConfiguration"],
    ],
  },
  {
    sid: "DenyBulkCopies",
    because: "copies of what is there already, by jobs that act in a role",
    actions: ["s3:InitiateReplication", "s3:CreateJob", "s3:UpdateJobStatus"],
  },
  {
    sid: "DenyUnlocking",
    because: "locks that are changed, versions and buckets that go, objects under another key",
    actions: [
      ...["s3:BypassGovernanceRetention", "s3:PutObjectRetention", "s3:PutObjectLegalHold", "s3:UpdateObjectEncryption"],
      ...["s3:DeleteObjectVersion", "s3:DeleteBucket", "s3:DeleteBucketPolicy"],
    ],
  },
  {
    sid: "DenySettings",
    because: "settings of a bucket and of the account, among them the switch against publishing and where replicas go",
    actions: [
      ...["s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutAccountPublicAccessBlock"],
      ...["s3:PutBucketOwnershipControls", "s3:PutReplicationConfiguration", "s3:PutEncryptionConfiguration"],
      ...["s3:PutLifecycleConfiguration", "s3:PutBucketVersioning", "s3:PutBucketObjectLockConfiguration"],
    ],
    except: ["pipeline"],
  },
];

/** What opens stores. Source: Service Authorization Reference, AWS KMS and IAM; KMS Developer Guide, Grants. */
export const KEY_AND_ROLE_DENIALS: readonly Denial[] = [
  {
    sid: "DenyKeyPolicies",
    because: "decryption for whoever the policy names then, and new data under another key by an alias",
    actions: ["kms:PutKeyPolicy", "kms:CreateAlias", "kms:UpdateAlias"],
    except: ["pipeline"],
  },
  {
    sid: "DenyKeyGrants",
    because: "decryption by a grant, which no policy shows; services make theirs for what they run",
    actions: ["kms:CreateGrant"],
    unlessTrue: "kms:GrantIsForAWSResource",
  },
  {
    sid: "DenyKeyMaterial",
    because: "the same key elsewhere, or one whose material somebody knows",
    actions: [
      ...["kms:ReplicateKey", "kms:UpdatePrimaryRegion", "kms:ImportKeyMaterial", "kms:DeleteImportedKeyMaterial"],
      ...["kms:CreateCustomKeyStore", "kms:UpdateCustomKeyStore"],
    ],
  },
  {
    sid: "DenyKeyDestruction",
    because: "copies that nobody reads any more, locked as they are",
    actions: ["kms:ScheduleKeyDeletion", "kms:DisableKey"],
    except: ["retiring"],
  },
  {
    sid: "DenyRoles",
    because: "a reader made again under its name, trusted by others, or without its boundary",
    actions: [
      ...["iam:CreateRole", "iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole"],
      ...["iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"],
      ...["iam:PutRolePermissionsBoundary", "iam:DeleteRolePermissionsBoundary"],
      ...["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicyVersion"],
      ...["iam:CreateSAMLProvider", "iam:UpdateSAMLProvider", "iam:DeleteSAMLProvider"],
    ],
    except: ["pipeline", "breakGlass"],
  },
  {
    sid: "DenyPassingRoles",
    because: "a task of somebody's own that copies in the copying roles' name",
    actions: ["iam:PassRole"],
    except: ["pipeline"],
  },
  {
    sid: "DenyUsers",
    because: "people and credentials that no identity domain knows",
    actions: [
      ...["iam:CreateUser", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:CreateAccessKey", "iam:UpdateAccessKey"],
      ...["iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential"],
      ...["iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:PutUserPolicy", "iam:AttachGroupPolicy", "iam:PutGroupPolicy"],
      ...["iam:DeleteUserPermissionsBoundary", "iam:PutUserPermissionsBoundary"],
    ],
  },
  {
    sid: "DenyOtherIdentities",
    because: "issuers beside the identity domain, and machines that act in a role",
    actions: [
      ...["iam:CreateOpenIDConnectProvider", "iam:AddClientIDToOpenIDConnectProvider"],
      ...["iam:UpdateOpenIDConnectProviderThumbprint", "iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"],
      ...["iam:CreateDelegationRequest", "iam:AcceptDelegationRequest", "iam:SendDelegationToken"],
      ...["sts:AssumeRoleWithWebIdentity", "sts:GetFederationToken"],
    ],
  },
];

/** What copies. Source: Service Authorization Reference, AWS DataSync, Secrets Manager, EC2 and CloudWatch Logs. */
export const COPYING_DENIALS: readonly Denial[] = [
  {
    sid: "DenyPointingCopiesElsewhere",
    because: "another source or destination for the copies, or the credential sent to somebody's own server",
    actions: [
      ...["datasync:CreateTask", "datasync:UpdateTask", "datasync:StartTaskExecution", "datasync:UpdateTaskExecution"],
      ...["datasync:CreateAgent", "datasync:UpdateAgent", "datasync:CreateLocation*", "datasync:UpdateLocation*"],
      ...["secretsmanager:PutResourcePolicy", "secretsmanager:UpdateSecret", "logs:PutResourcePolicy"],
      ...["ec2:ModifyInstanceAttribute", "ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint"],
    ],
    except: ["pipeline"],
  },
  {
    sid: "DenyTakingTheCredential",
    because: "code that sees the credential, a copy of it in another region, an older one in force",
    actions: [
      ...["secretsmanager:ReplicateSecretToRegions", "secretsmanager:RotateSecret"],
      ...["secretsmanager:UpdateSecretVersionStage"],
    ],
  },
  {
    sid: "DenyLookingIntoAgents",
    because: "the agents' disks and traffic, a role or a console for them",
    actions: [
      ...["ec2:CreateImage", "ec2:CreateSnapshot", "ec2:CreateSnapshots", "ec2:ModifyImageAttribute"],
      ...["ec2:ModifySnapshotAttribute", "ec2:AttachVolume", "ec2:CreateTrafficMirrorSession"],
      ...["ec2:CreateVpcPeeringConnection", "ec2:AssociateIamInstanceProfile"],
      ...["ec2:ReplaceIamInstanceProfileAssociation", "ec2:EnableSerialConsoleAccess", "ec2:GetConsoleScreenshot"],
    ],
  },
  {
    sid: "DenyExportsOfLogs",
    because: "logs of copies, which hold names of objects",
    actions: ["logs:PutSubscriptionFilter", "logs:CreateExportTask", "logs:StartLiveTail"],
  },
];

/**
 * What records and warns, and what accounts are. Source: Service Authorization Reference, AWS CloudTrail, EventBridge,
 * SNS, CloudWatch, IAM Access Analyzer, Organizations and Account Management.
 */
export const RECORD_DENIALS: readonly Denial[] = [
  {
    sid: "DenyStoppingRecords",
    because: "reads and changes that nobody sees",
    actions: [
      ...["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"],
      ...["events:DisableRule", "events:DeleteRule", "events:RemoveTargets"],
      ...["cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions"],
      ...["sns:DeleteTopic", "sns:RemovePermission", "sns:Unsubscribe"],
      ...["access-analyzer:DeleteAnalyzer", "access-analyzer:CreateArchiveRule", "access-analyzer:UpdateArchiveRule"],
    ],
  },
  {
    sid: "DenySettingRecords",
    because: "records and alarms of less, or told to somebody else",
    actions: [
      ...["cloudtrail:PutEventSelectors", "events:PutRule", "events:PutTargets", "cloudwatch:PutMetricAlarm"],
      ...["sns:SetTopicAttributes", "sns:AddPermission", "sns:Subscribe"],
    ],
    except: ["pipeline"],
  },
  {
    sid: "DenyLeaving",
    because: "an account outside of the organization, or in the hands of whoever receives its mail",
    actions: [
      ...["organizations:LeaveOrganization", "account:CloseAccount", "account:EnableRegion", "account:DisableRegion"],
      ...["account:PutAlternateContact", "account:DeleteAlternateContact", "account:PutContactInformation"],
      ...["account:StartPrimaryEmailUpdate", "account:AcceptPrimaryEmailUpdate"],
    ],
  },
];
