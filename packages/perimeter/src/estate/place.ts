import { UNNAMED_ACCOUNT } from "../aws/account";
import { type Resource, reasonOf, type Value } from "../input";
import { knownText } from "../input/expression/text";
import { accountOf } from "../input/names";
import { openIn } from "../input/value";
import { argument, textArgument } from "./arguments";
import type { Maybe } from "./maybe";
import { ociRegionNamed, regionOfOcid } from "./regions";

/** Somewhere that data may rest or pass. */
export type Place =
  | {
      readonly cloud: "oci" | "aws";
      /** More than one where what says so differs: then each has to be right. */
      readonly regions: Maybe<readonly string[]>;
      /** AWS; left out: it doesn't matter, or the region alone is meant. */
      readonly account?: Maybe<string>;
    }
  /** Neither a region of OCI nor one of AWS: another cloud, a mailbox, a server, every edge of a network. */
  | { readonly cloud: "elsewhere" };

/**
 * Where a resource lies: what its OCID or ARN says, its own `region`, its availability domain, its provider. The first two
 * tell what is, the others what will be; where they differ, both are told.
 */
export function placeOf(resource: Resource): Place {
  const isOci = resource.type.startsWith("oci_");
  const found = isOci ? ociRegionsOf(resource) : awsRegionsOf(resource);
  const regions = found.length > 0 ? [...new Set(found)] : { unknown: whyUnknown(resource) };
  return isOci ? { cloud: "oci", regions } : { cloud: "aws", regions, account: awsAccountOf(resource) };
}

function ociRegionsOf(resource: Resource): readonly string[] {
  const ocid = textArgument(resource, "bucket_id") ?? textArgument(resource, "id");
  const own = ocid?.startsWith("ocid1.") ? regionOfOcid(ocid) : undefined;
  const domain = /(?:^|:)([A-Za-z0-9-]+)-AD-\d$/.exec(textArgument(resource, "availability_domain") ?? "")?.[1];
  const located = own ?? ociRegionNamed(domain);
  return known([located ?? regionText(resource), own === undefined ? undefined : regionText(resource)]);
}

function awsRegionsOf(resource: Resource): readonly string[] {
  const arn = /^arn:[^:]*:[^:]*:([^:]+):/.exec(textArgument(resource, "arn") ?? "")?.[1];
  const zone = /^([a-z]{2}(?:-[a-z]+)+-\d+)[a-z]$/.exec(textArgument(resource, "availability_zone") ?? "")?.[1];
  const given = argument(resource, "region");
  const planned = given ? knownText(given) : (zone ?? regionText(resource));
  return known([arn ?? textArgument(resource, "bucket_region"), planned]);
}

const known = (texts: readonly (string | undefined)[]): readonly string[] => texts.filter((text) => text !== undefined);

export const regionText = ({ provider }: Resource): string | undefined => provider.region && knownText(provider.region);

function whyUnknown(resource: Resource): string {
  const value = argument(resource, "region") ?? resource.provider.region;
  const open = value && openIn(value);
  return open
    ? `the region of "${resource.address}" isn't known: ${reasonOf(open)}`
    : `nothing says in which region "${resource.address}" is: its provider names none`;
}

function awsAccountOf(resource: Resource): Maybe<string> {
  const arn = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(textArgument(resource, "arn") ?? "")?.[1];
  const account = arn ?? knownText(accountOf(resource.provider));
  if (account !== undefined && account !== UNNAMED_ACCOUNT) return account;
  return { unknown: `the account of "${resource.address}" isn't known: its provider names none` };
}

/** The place that a value names by a region; of OCI also by its key. */
export function placeOfRegion(cloud: "oci" | "aws", value: Value | undefined, holder: Resource): Place {
  const text = value && knownText(value);
  if (text !== undefined) return { cloud, regions: [cloud === "oci" ? (ociRegionNamed(text) ?? text) : text] };
  const open = value && openIn(value);
  return { cloud, regions: { unknown: `a region in "${holder.address}" isn't known${open ? `: ${reasonOf(open)}` : ""}` } };
}

/** The place that an ARN or OCID names; `undefined`: it names none. */
export function placeOfId(text: string): Place | undefined {
  const arn = /^arn:[^:]*:[^:]*:([^:]*):(\d{12})?:/.exec(text);
  if (arn?.[1]) return { cloud: "aws", regions: [arn[1]], ...(arn[2] ? { account: arn[2] } : {}) };
  const region = text.startsWith("ocid1.") ? regionOfOcid(text) : undefined;
  return region === undefined ? undefined : { cloud: "oci", regions: [region] };
}
