import { z } from "zod";
import { awsAccount, awsOrganization, cidr, count, date, days, name } from "./values";

export const amazon = z
  .strictObject({
    organization: awsOrganization.describe("the AWS organization's id"),
    managementAccount: awsAccount.describe("the organization's management account"),
    logsAccount: awsAccount.describe("the account that holds trails and logs"),
  })
  .describe("Amazon Web Services: the backups");

const phases = z
  .strictObject({
    active: date.describe("from when copies arrive"),
    frozen: date.optional().describe("from when nothing new arrives"),
    retired: date.optional().describe("from when nothing rests there"),
  })
  .describe("history of the site's phases; the last one is in force");

const site = z
  .strictObject({
    cloud: z.literal("aws").describe("the cloud that holds the copies"),
    region: z.string({ error: "expected an AWS region, such as us-east-1" }).describe("AWS region, such as us-east-1"),
    account: awsAccount.describe("the account of this site, used for nothing else"),
    from: name.describe("where the copies come from: primary, or another site"),
    retentionDays: days.describe("how long a copy is locked"),
    egressAddresses: z
      .array(cidr)
      .default([])
      .describe("fixed addresses that this site copies from OCI with; required for `from: primary`"),
    shards: count.default(1).describe("parallel copy tasks, by key prefix"),
    phases,
  })
  .describe("a backup site");

export const sites = z.record(name, site).describe("backup sites by name");
export type SiteConfig = z.infer<typeof site>;
