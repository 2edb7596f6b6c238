import type { Deployment, Site } from "../config/schema/model";
import type { Granting } from "../constructs/aws/policy/grant";

/** What everything at a site is made with. */
export interface SiteContext {
  readonly deployment: Deployment;
  readonly site: Site;
  readonly account: string;
  readonly region: string;
  /** Leads the roles' path. */
  readonly prefix: string;
  /** ARN of the role that deploys. */
  readonly pipeline: string;
  readonly granting: Granting;
}
