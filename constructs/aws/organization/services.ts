/**
 * The services that backups, their keys, their roles and their records are made of. Every other one is denied as a whole:
 * whatever reads buckets through a role (functions, queries, transfers, backups) has nothing to be made with.
 * Source: Service Authorization Reference, service prefixes.
 */
export const SERVICES_IN_USE = [
  ...["access-analyzer", "account", "cloudtrail", "cloudwatch", "datasync", "ec2", "events", "iam", "kms", "logs"],
  ...["organizations", "s3", "secretsmanager", "sns", "sts", "support", "tag"],
] as const;

/**
 * Actions whose region says nothing about where anything rests: global services have one endpoint, in a region of their
 * own. Source: IAM User Guide, "Denies access to AWS based on the requested Region"; AWS Control Tower, Region deny control.
 */
export const GLOBAL_ACTIONS = [
  ...["account:*", "iam:*", "organizations:*", "sts:*", "support:*"],
  ...["s3:GetAccountPublicAccessBlock", "s3:ListAllMyBuckets", "s3:PutAccountPublicAccessBlock"],
] as const;

/** What watches global services stands where they are recorded, whatever the regions of the deployment. */
export const WATCHING_ACTIONS = ["events:*", "sns:*"] as const;
