import type { OciRegion } from "oci-policy";

/**
 * The host names of a region's registry, each with that of any other region at the same place ("Preparing for Container
 * Registry", availability by region).
 */
export const registriesOf = ({ region, key }: OciRegion): readonly string[] => [
  `${key.toLowerCase()}.ocir.io`,
  `${region}.ocir.io`,
  `artifacts.${region}.oci.oraclecloud.com`,
];

/** The host name that an image is pulled from. */
export const registryOf = (image: string): string => image.slice(0, image.indexOf("/"));

/** The same image in the registry of another region: a digest is the same wherever it is pushed. */
export function imageIn(region: OciRegion, image: string, from: OciRegion): string {
  const registry = registryOf(image);
  const here = registriesOf(region)[registriesOf(from).indexOf(registry)];
  return here === undefined ? image : `${here}${image.slice(registry.length)}`;
}
