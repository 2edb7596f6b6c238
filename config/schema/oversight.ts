import { z } from "zod";
import { awsArn, count, date, days, email, name, ocid, sentence, text } from "./values";

/** What is recorded, for how long, and who hears of changes. */
export const oversight = z
  .strictObject({
    evidenceDays: days.describe("how long records are kept, in both clouds"),
    lockedFrom: date.describe(
      "from when on nobody can shorten the keeping of records any more; 14 days ahead at least when it is first applied",
    ),
    recipients: z
      .array(email)
      .min(1)
      .refine((addresses) => new Set(addresses).size === addresses.length, { error: "expected each address once" })
      .describe("who are told of changes to the boundary"),
    lagHours: count.describe("how many hours a backup may lag before somebody is told"),
  })
  .describe("records of reads and of changes to the boundary");

export const auditor = z
  .strictObject({
    role: name.describe("the auditor's role in the registry"),
    organization: sentence.describe("who audits"),
    tenancy: z
      .strictObject({
        name: name.describe("what statements call the auditor's tenancy"),
        id: ocid("tenancy").describe("OCID of the auditor's tenancy"),
        group: ocid("group").describe("OCID of the group of auditors there"),
      })
      .optional()
      .describe("the auditors' own tenancy, which is admitted; without it they have a group in this one"),
    aws: z
      .strictObject({
        role: awsArn("iam", "role/").describe("the role that the auditors have in an account of their own"),
        // Source: STS API reference, AssumeRole, ExternalId.
        externalId: text(/^[\w+=,.@:/-]{2,1224}$/, "an external id: letters, digits and +=,.@:/-_").describe(
          "what they name when they enter, agreed upon with them",
        ),
      })
      .optional()
      .describe("how auditors of another tenancy enter the logs account; without it they sign in by the identity domain"),
  })
  .describe("the third party that audits on evidence");
