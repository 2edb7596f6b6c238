import { z } from "zod";
import {
  awsAccount,
  awsArn,
  awsId,
  awsOrganization,
  bucketName,
  cidr,
  count,
  date,
  days,
  name,
  relativeFile,
  relativeFolder,
} from "./values";

const region = z.string({ error: "expected an AWS region, such as us-east-1" }).describe("AWS region, such as us-east-1");

const state = z
  .discriminatedUnion("backend", [
    z.strictObject({
      backend: z.literal("s3").describe("a bucket of the logs account, locked by itself"),
      bucket: bucketName.describe("bucket made by the bootstrap"),
      region: region.describe("AWS region of the bucket, inside the jurisdiction"),
      key: awsArn("kms", "key/").describe("key made by the bootstrap"),
    }),
    z.strictObject({
      backend: z.literal("local").describe("a folder beside the configuration: for trials, never for production"),
      folder: relativeFolder.describe("folder of the state files, relative to where cdktf runs"),
    }),
  ])
  .describe("Terraform's state of the AWS stacks, apart from that of the OCI stacks: neither pipeline reads the other's");

export const amazon = z
  .strictObject({
    organization: awsOrganization.describe("the AWS organization's id"),
    organizationalUnit: awsId("ou").describe("the organizational unit that holds the accounts of the sites and of the logs"),
    managementAccount: awsAccount.describe("the organization's management account"),
    logsAccount: awsAccount.describe("the account that holds trails and logs"),
    recordsRegion: region
      .optional()
      .describe(
        "AWS region of the records and their key, inside the jurisdiction; without it, that of the first site that lies inside",
      ),
    controlPolicies: z
      .boolean()
      .describe("whether this deployment sets service and resource control policies; false where others run the organization"),
    signOn: z
      .strictObject({
        metadata: relativeFile.describe("SAML metadata of the identity domain, a file beside the configuration"),
        foreignMetadata: relativeFile
          .optional()
          .describe("the same of the domain of people from elsewhere; required where one of their roles acts at a backup site"),
      })
      .describe("how people of the identity domains enter AWS"),
    pipelineRunner: awsArn("iam", "role/").describe(
      "the role that the pipeline's runners already have; it may assume deploy roles",
    ),
    state,
  })
  .describe("Amazon Web Services: the backups");

const phases = z
  .strictObject({
    active: date.describe("from when copies arrive"),
    frozen: date.optional().describe("from when nothing new arrives"),
    retired: date.optional().describe("from when nothing rests there"),
  })
  .describe("history of the site's phases; the last one is in force");

const replication = z
  .strictObject({
    network: cidr.describe("address block of the agents' network, /16 to /24"),
    availabilityZone: z.string({ error: "expected a zone, such as us-east-1a" }).describe("the agents' availability zone"),
    egressAllocations: z
      .array(awsId("eipalloc"))
      .min(1)
      .describe("allocations of the site's `egressAddresses`, in the same order, made before the first deployment"),
    agentImage: awsId("ami").describe("machine image of the agents (AWS DataSync, Deploying your agent)"),
    agents: z.array(awsArn("datasync", "agent/")).min(1).describe("the activated agents: a result of the runbook docs/deploy.md"),
    credential: z
      .strictObject({
        accessKeyId: z
          .string({ error: "expected the id of the customer secret key" })
          .describe("id of the copier's customer secret key"),
        secret: awsArn("secretsmanager", "secret:").describe(
          "secret that holds the key itself; bound to the location by the runbook",
        ),
      })
      .describe("the one credential that crosses clouds; its secret passes through no plan and no state"),
    objectsMillions: count.describe("objects that the stores hold at most, in millions"),
  })
  .describe("how this site copies from the primary");

const site = z
  .strictObject({
    cloud: z.literal("aws").describe("the cloud that holds the copies"),
    region,
    account: awsAccount.describe("the account of this site, used for nothing else"),
    from: name.describe("where the copies come from: primary, or another site"),
    retentionDays: days.describe("how long a copy is locked"),
    egressAddresses: z
      .array(cidr)
      .default([])
      .describe("fixed addresses that this site copies from OCI with; required for `from: primary`"),
    shards: count.default(1).describe("parallel copy tasks, by key prefix"),
    replication: replication.optional(),
    phases,
    keyDeleted: date
      .optional()
      .describe("from when a retired site has no key: its deletion is scheduled, and can be cancelled for 30 days"),
  })
  .describe("a backup site");

export const sites = z.record(name, site).describe("backup sites by name");
export type SiteConfig = z.infer<typeof site>;
