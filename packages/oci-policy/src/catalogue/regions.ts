import regions from "../../data/regions.json";

/** A region of Oracle Cloud. Source: the region list of the provider's SDK and "Regions and Availability Domains". */
export interface OciRegion {
  /** Region identifier, such as `us-phoenix-1`. */
  readonly region: string;
  /** Three-letter key, such as `PHX`: what `request.region` holds. */
  readonly key: string;
  /** Realm, such as `OC1`: realms share no tenancy, no replication and no policy. */
  readonly realm: string;
  /** ISO 3166 country of the data centres. */
  readonly country: string;
}

export const OCI_REGIONS: readonly OciRegion[] = regions;

const BY_NAME = new Map(OCI_REGIONS.map((region) => [region.region, region]));

export function ociRegion(name: string): OciRegion | undefined {
  return BY_NAME.get(name);
}
