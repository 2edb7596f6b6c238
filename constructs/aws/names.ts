/** Names that one account uses of another: text, since a reference would be a bond between their states. */

/** A role of the jurisdiction; its path says whose it is. */
export const roleArn = (account: string, prefix: string, role: string) => `arn:aws:iam::${account}:role/${prefix}/${role}`;

/** The role in any account, for policies that bind the accounts of one organizational unit only. */
export const roleInAnyAccount = (prefix: string, role: string) => roleArn("*", prefix, role);

export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;

/** All objects of a bucket. */
export const objectsOf = (bucket: string) => `${bucketArn(bucket)}/*`;

/** A trail is known by the region that it was made in, wherever it records. */
export interface TrailName {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

export const trailArn = ({ account, region, name }: TrailName) => `arn:aws:cloudtrail:${region}:${account}:trail/${name}`;
