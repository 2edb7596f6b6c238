import { OCI_REGIONS, ociRegion } from "oci-policy";
import AWS from "../../data/aws-regions.json";

const AWS_COUNTRIES: ReadonlyMap<string, string> = new Map(AWS.regions.map(({ region, country }) => [region, country]));

/** The regions of AWS that the table knows. */
export const AWS_REGIONS: readonly string[] = [...AWS_COUNTRIES.keys()];

/** The country of a region's data centres, ISO 3166; `undefined`: the table doesn't know the region. */
export function countryOf(cloud: "oci" | "aws", region: string): string | undefined {
  return cloud === "oci" ? ociRegion(region)?.country : AWS_COUNTRIES.get(region);
}

/** A region as a sentence calls it: `eu-frankfurt-1 (DE)`. */
export function shownRegion(cloud: "oci" | "aws", region: string): string {
  const country = countryOf(cloud, region);
  return country === undefined ? `${region}, of which the table of regions doesn't know the country` : `${region} (${country})`;
}

/** The region of OCI that a key or a name means, in any case: older OCIDs and availability domains have the key. */
export function ociRegionNamed(text: string | undefined): string | undefined {
  const name = text?.toLowerCase();
  return OCI_REGIONS.find(({ region, key }) => name === region || name === key.toLowerCase())?.region;
}

/** The fourth part of an OCID is a region, in older ones by its key ("Resource Identifiers"). */
export const regionOfOcid = (ocid: string | undefined): string | undefined => ociRegionNamed(ocid?.split(".")[3]);
