/** Where the copying service works, and under which names. */
export interface CopierPlace {
  readonly account: string;
  readonly region: string;
  /** Leads the roles' path. */
  readonly prefix: string;
}

/** What DataSync acts for: anything of its own in this account and region (DataSync User Guide, "Cross-service confused deputy"). */
export const tasksOf = ({ account, region }: CopierPlace) => `arn:aws:datasync:${region}:${account}:*`;
