import { z } from "zod";
import { amazon, sites } from "./amazon";
import { JURISDICTION_NAMES } from "./jurisdictions";
import { oracleCloud } from "./oracle-cloud";
import { auditor, oversight } from "./oversight";
import { accessBudget, breakGlass, roles, scenarios } from "./registry";
import { routing } from "./routing";
import { stores } from "./stores";
import { cidr, count, date, domainName, name, port, sentence, text } from "./values";

const networkSources = z
  .record(
    name,
    z.strictObject({
      description: sentence.describe("whose addresses these are"),
      addresses: z.array(cidr).min(1).describe("public address blocks"),
    }),
  )
  .describe("networks that circumstances may name, besides those of the app tier and of the copier");

const app = z
  .strictObject({
    image: text(/^[a-z0-9.-]+\/[a-z0-9/._-]+@sha256:[0-9a-f]{64}$/, "an image with its digest (…@sha256:…)").describe(
      "container image by digest, in the registry of the primary region; the standby pulls the same from its own",
    ),
    port: port.describe("port that the app listens on"),
    instances: count.describe("container instances in the primary region"),
    standbyInstances: z
      .int({ error: "expected a whole number" })
      .min(0, { error: "expected a whole number" })
      .describe(
        "container instances that stand ready in the standby region; with 0 failover leads to nothing, which the proof of routing refuses",
      ),
    ocpus: count.describe("OCPUs of an instance"),
    memoryGigabytes: count.describe("memory of an instance"),
  })
  .describe("the small app tier");

const rehearsal = z
  .strictObject({ date: date.describe("the day on which the rehearsal takes place, so that no date of the configuration rots") })
  .describe("the rehearsal with made-up clouds");

/** The whole configuration. Unknown keys are refused everywhere. */
export const deploymentSchema = z.strictObject({
  version: z.literal(1).describe("version of this format"),
  company: z
    .strictObject({
      name: name.describe("short name, part of resource names"),
      domain: domainName.describe("the company's domain"),
    })
    .describe("whose deployment this is"),
  jurisdiction: z.enum(JURISDICTION_NAMES).describe("whose users' data this deployment holds"),
  oci: oracleCloud,
  aws: amazon,
  stores,
  sites,
  networkSources,
  roles,
  scenarios,
  accessBudget,
  breakGlass,
  auditor,
  app,
  routing,
  oversight,
  rehearsal,
});

export type DeploymentConfig = z.infer<typeof deploymentSchema>;
