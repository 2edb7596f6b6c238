import { OCI_REGIONS } from "oci-policy";
import { textArgument } from "../../estate/arguments";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";

/** The region in which a resource of OCI is made: its provider's, else that of its OCID. */
export function regionOf(resource: Resource): string | undefined {
  const { region } = resource.provider;
  return (region && knownText(region)) ?? regionOfOcid(textArgument(resource, "id"));
}

/** The fourth part of an OCID is a region, in older ones by its key ("Resource Identifiers"). */
function regionOfOcid(ocid: string | undefined): string | undefined {
  const part = ocid?.split(".")[3]?.toLowerCase();
  return OCI_REGIONS.find(({ region, key }) => part === region || part === key.toLowerCase())?.region;
}
