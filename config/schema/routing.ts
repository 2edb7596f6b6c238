import { z } from "zod";
import { count, domainName, ocid, text } from "./values";

/** How users reach the primary, and its standby when it is down. */
export const routing = z
  .strictObject({
    zone: domainName.describe("DNS zone of the jurisdiction"),
    hostnames: z.array(domainName).min(1).describe("names that the jurisdiction's users resolve"),
    certificates: z
      .strictObject({
        primary: ocid("certificate").describe("certificate of the primary region"),
        standby: ocid("certificate").describe("certificate of the standby region"),
      })
      .describe("certificates of the hostnames, imported into the Certificates service by hand: no private key is in a plan"),
    health: z
      .strictObject({
        path: text(/^\/[A-Za-z0-9/_-]*$/, "a path, such as /health").describe("path that answers 200 while the app serves"),
        vantagePoints: z
          .array(text(/^[a-z]{3}-[a-z0-9]{3,4}$/, "a vantage point, such as aws-iad"))
          .min(3, { error: "expected at least three vantage points: one that is down must not take the site down" })
          .describe("from where health is checked, inside the jurisdiction (`oci health-checks vantage-point list`)"),
      })
      .describe("what decides whether the primary answers"),
    bandwidthMbps: z
      .strictObject({ minimum: count.describe("always there"), maximum: count.describe("at most") })
      .describe("bandwidth of each region's load balancer"),
    requestsFromOutside: z
      .enum(["log", "block"])
      .describe("requests from other countries: residency isn't location, and users travel, so that `block` cuts users off"),
  })
  .describe("how users reach the primary");
