import { z } from "zod";

/** Scalars of the configuration. Each message says what is expected; the loader adds what was found and where. */
export const text = (pattern: RegExp, expected: string) => {
  const error = `expected ${expected}`;
  return z.string({ error }).regex(pattern, { error });
};

/** A name that becomes part of group, compartment, bucket and resource names in both clouds. */
export const name = text(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "a name of lower-case letters, digits and single hyphens").refine(
  // Every JavaScript object has one, so it would pass for declared wherever a name is looked up.
  (found) => found !== "constructor",
  { error: 'expected another name: "constructor" is taken' },
);
export const sentence = text(/\S/, "a sentence");
export const domainName = text(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "a domain name");
export const bucketName = text(/^[A-Za-z0-9_.-]{1,256}$/, "a bucket name of letters, digits, `-`, `_` and `.`");

/** ocid1.<type>.<realm>.[region].<id> (OCI documentation, "Oracle Cloud IDs"). */
export const ocid = (type: string) =>
  text(new RegExp(`^ocid1\\.${type}\\.oc[0-9]+\\.[a-z0-9-]*\\.[a-z0-9]+$`), `an OCID of type ${type}`);

export const awsAccount = text(/^[0-9]{12}$/, "an AWS account id: 12 digits, in quotes");
export const awsOrganization = text(/^o-[a-z0-9]{10,32}$/, "an AWS organization id, such as o-a1b2c3d4e5");
/** arn:<partition>:<service>:<region>:<account>:<resource> (AWS General Reference, "Amazon Resource Names"). */
export const awsArn = (service: string, resource: string) =>
  text(
    new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:[0-9]{12}:${resource}[A-Za-z0-9/_+=.@-]+$`),
    `an ARN of ${service}, arn:…:${resource}…`,
  );

/** Ids that AWS gives out, such as `eipalloc-0a1b2c`. */
export const awsId = (prefix: string) => text(new RegExp(`^${prefix}-[a-z0-9-]+$`), `an id, ${prefix}-…`);
export const email = text(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, "an e-mail address");
const relative = (what: string) => text(/^(?!\/)(?!.*\.\.)[A-Za-z0-9._/-]+$/, what);
/** Below the folder of the configurations, and nowhere else. */
export const relativeFile = relative("a file beside the configuration");
export const relativeFolder = relative("a relative folder");
export const cidr = z.cidrv4({ error: "expected an IPv4 block, such as 198.51.100.0/24" });
export const date = z.iso.date({ error: "expected a date, such as 2026-01-31" });
export const timeOfDay = text(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "a time of day in UTC, such as 13:30");
export const days = z.int({ error: "expected a whole number of days" });
export const count = z.int({ error: "expected a whole number above 0" }).positive({ error: "expected a whole number above 0" });
export const port = z
  .int({ error: "expected a port, 1 to 65535" })
  .min(1, { error: "expected a port, 1 to 65535" })
  .max(65535, { error: "expected a port, 1 to 65535" });
