import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Deployment, Role } from "../config/schema/model";
import type { Granting } from "../constructs/aws/policy/grant";

/** What everything in the account of the records is made with. */
export interface RecordsContext {
  readonly deployment: Deployment;
  /** Id of the logs account. */
  readonly account: string;
  readonly region: string;
  /** Regions of the sites and of the records. */
  readonly regions: readonly string[];
  /** Leads the roles' path. */
  readonly prefix: string;
  /** ARN of the role that deploys. */
  readonly pipeline: string;
  readonly granting: Granting;
  /** Who reads records, here and in the evidence of the other cloud. */
  readonly readers: readonly Role[];
  /** Of the management account; left out where others run the organization. */
  readonly management?: AwsProvider;
}
