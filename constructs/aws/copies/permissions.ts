/**
 * What copies are read, written and kept with, by action. Source of every name: Service Authorization Reference, Amazon S3,
 * AWS KMS. Wildcards stand in denials only.
 */

/** Reading copies by version, locks included: a restore takes the version before the damage. */
export const COPIES_READ = [
  ...["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:GetObjectLegalHold"],
] as const;
/** Names of copies; they count as content, and are selected by the store. */
export const NAMES_READ = ["s3:ListBucket", "s3:ListBucketVersions"] as const;

/** How the bucket is set; nothing that is in it. */
export const SETTINGS_READ = [
  ...["s3:GetBucketLocation", "s3:GetBucketPolicy", "s3:GetBucketPolicyStatus", "s3:GetBucketVersioning"],
  ...["s3:GetBucketObjectLockConfiguration", "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration"],
  ...["s3:GetReplicationConfiguration", "s3:GetBucketPublicAccessBlock", "s3:GetBucketOwnershipControls"],
] as const;

/** What Terraform reads of a bucket besides, each time that it looks; the bucket's head asks for the list. */
export const SETTINGS_REFRESHED = [
  ...["s3:GetAccelerateConfiguration", "s3:GetBucketAcl", "s3:GetBucketCORS", "s3:GetBucketLogging"],
  ...["s3:GetBucketRequestPayment", "s3:GetBucketTagging", "s3:GetBucketWebsite", "s3:ListBucket"],
] as const;

/** Of the copying service (AWS DataSync User Guide, "Required permissions for S3 locations"), without deletion. */
export const WRITER_BUCKET = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"] as const;
export const WRITER_OBJECTS = [
  ...["s3:AbortMultipartUpload", "s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:GetObjectVersionTagging"],
  ...["s3:ListMultipartUploadParts", "s3:PutObject", "s3:PutObjectTagging"],
] as const;

/** Of S3 itself (S3 User Guide, "Setting up permissions for live replication"), without deletion and settings. */
export const REPLICATED_BUCKET = ["s3:GetReplicationConfiguration", "s3:ListBucket"] as const;
export const REPLICATED_OBJECTS = [
  ...["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
  ...["s3:GetObjectRetention", "s3:GetObjectLegalHold"],
] as const;
export const REPLICA_OBJECTS = ["s3:ReplicateObject", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"] as const;

/** Content, by denial: whatever reads an object or thaws one. */
export const READING = ["s3:GetObject*", "s3:RestoreObject"] as const;
export const NAMING = ["s3:ListBucketVersions", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts"] as const;
export const WRITING = ["s3:PutObject*", "s3:Replicate*", "s3:ObjectOwnerOverrideToBucketOwner"] as const;
/** What removes a copy, frees it or moves it under another key; lifecycle rules are bound by none of it. */
export const UNLOCKING = [
  ...["s3:DeleteObject*", "s3:BypassGovernanceRetention", "s3:PutObjectRetention", "s3:PutObjectLegalHold"],
  ...["s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:UpdateObjectEncryption"],
] as const;
/** What publishes a bucket, carries its names elsewhere, or lets go of it: nobody needs it. */
export const PUBLISHING = [
  ...["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketWebsite", "s3:PutBucketCORS"],
  ...["s3:PutBucketRequestPayment", "s3:PutBucketLogging", "s3:PutBucketNotification", "s3:PutInventoryConfiguration"],
  ...["s3:PutAnalyticsConfiguration", "s3:CreateBucketMetadataTableConfiguration"],
] as const;
/** What sets a bucket: the pipeline's. */
export const SETTING = [
  ...["s3:PutBucketOwnershipControls", "s3:PutBucketPublicAccessBlock", "s3:PutBucketVersioning", "s3:PutBucketTagging"],
  ...["s3:PutBucketObjectLockConfiguration", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration"],
  ...["s3:PutReplicationConfiguration", "s3:PutMetricsConfiguration", "s3:PutBucketPolicy"],
] as const;

/** What a custodian does with a key: look, rotate, undo what disables it. */
export const KEY_CUSTODY = [
  ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyRotations"],
  ...["kms:EnableKey", "kms:EnableKeyRotation", "kms:RotateKeyOnDemand", "kms:CancelKeyDeletion"],
] as const;

/** What opens what is encrypted, at once or by way of another key. */
export const OPENING = ["kms:Decrypt", "kms:ReEncryptFrom", "kms:DeriveSharedSecret"] as const;
/** What encrypts: whoever has a data key reads what comes under it later. */
export const SEALING = ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncryptTo"] as const;
/** What lets a key be used past its policy, or elsewhere. */
export const LENDING = [...["kms:CreateGrant", "kms:ReplicateKey", "kms:UpdatePrimaryRegion", "kms:ImportKeyMaterial"]] as const;
/** What makes every copy unreadable, locked as it is. */
export const DESTROYING = [
  ...["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DisableKeyRotation", "kms:DeleteImportedKeyMaterial"],
] as const;
