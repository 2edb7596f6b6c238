import type { Deployment } from "../config/schema/model";

/** Literal names that stacks of AWS, and accounts of each other, know each other's resources by. */
type Named = Pick<Deployment, "company" | "prefix">;

/** The bucket of a site's copies. */
export const copyBucketName = ({ company, prefix }: Named, site: string) => `${company.name}-${prefix}-copies-${site}`;

/** The bucket of the logs account that every trail writes into. */
export const recordsBucketName = ({ company, prefix }: Named) => `${company.name}-${prefix}-records`;

/** The trail of a site's own account. */
export const siteTrailName = ({ prefix }: Named, site: string) => `${prefix}-${site}`;

/** The trail of the records' own account, or of the whole organization. */
export const recordsTrailName = ({ prefix }: Named) => `${prefix}-records`;
