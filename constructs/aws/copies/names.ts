import { bucketArn, roleArn } from "../names";

/**
 * Roles that only a service assumes, in the account of each site that copies. Conditions elsewhere name them by text, so
 * nobody of the registry may have one of these names.
 */
export const SERVICE_ROLES = { writer: "copy-writer", secret: "copy-secret", replication: "copy-replication" } as const;

export const serviceRoleArn = (account: string, prefix: string, role: keyof typeof SERVICE_ROLES) =>
  roleArn(account, prefix, SERVICE_ROLES[role]);

/** Where task reports go, beside the stores: no store has such a name. */
export const REPORTS = "_reports";

/** All copies of a store in a bucket. */
export const copiesOf = (bucket: string, store: string) => `${bucketArn(bucket)}/${store}/*`;
