import { z } from "zod";
import { cidr, name, ocid, text } from "./values";

const region = z
  .string({ error: "expected an OCI region, such as us-phoenix-1" })
  .describe("OCI region identifier, such as us-phoenix-1");

const site = (what: string) =>
  z
    .strictObject({
      region,
      network: cidr.describe("address block of the virtual cloud network, /16 to /22"),
      availabilityDomains: z
        .array(text(/^[A-Za-z]{4}:[A-Z0-9-]+-AD-[1-3]$/, "an availability domain, such as Uocm:PHX-AD-1"))
        .min(1, { error: "expected at least one availability domain" })
        .describe("availability domains of the app tier; their names differ by tenancy (`oci iam availability-domain list`)"),
    })
    .describe(what);

export const oracleCloud = z
  .strictObject({
    tenancy: z
      .strictObject({ name: name.describe("the tenancy's name"), id: ocid("tenancy").describe("the tenancy's OCID") })
      .describe("dedicated tenancy of the jurisdiction"),
    home: region.describe("home region: IAM lives there; it can't be changed later"),
    primary: site("where the stores live"),
    standby: site("where the replicas live and failover leads"),
    namespace: text(/^[a-z0-9]+$/, "an Object Storage namespace").describe("the tenancy's Object Storage namespace"),
    denyPolicies: z
      .boolean()
      .describe("whether the tenancy has deny policies enabled (an administrator's switch that can't be taken back)"),
  })
  .describe("Oracle Cloud: the primary");
