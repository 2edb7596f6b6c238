import type { OciRegion } from "oci-policy";

/**
 * Whether an OCID is of this region. Older regions are spelled by their key (`iad`), newer ones by their name
 * (`eu-frankfurt-1`), and Oracle's own examples spell Ashburn in both ways. Source: OCI documentation, "Oracle Cloud IDs";
 * Load Balancing API, SSLConfiguration.
 */
export function isOcidIn({ key, region }: OciRegion, ocid: string): boolean {
  const [, , , place] = ocid.split(".");
  return place === region || place === key.toLowerCase();
}
