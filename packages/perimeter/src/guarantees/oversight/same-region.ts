import { regionText } from "../../estate/bucket-finder";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import { regionOf } from "../../input/names";

/** Whether two resources of one cloud lie in the same region; `undefined`: it isn't known. */
export function isSameRegion(one: Resource, other: Resource): boolean | undefined {
  const [first, second] = [regionIn(one), regionIn(other)];
  if (first !== undefined && second !== undefined) return first === second;
  // Whatever it is, it is that of one and the same provider.
  if (first === undefined && second === undefined && one.stack === other.stack && one.provider.alias === other.provider.alias)
    return true;
  return undefined;
}

/** The region of a resource, where it is known. */
export function regionIn(resource: Resource): string | undefined {
  if (resource.type.startsWith("oci_")) return regionText(resource);
  return knownText(regionOf(resource.arguments, resource.provider));
}

export const shownRegion = (resource: Resource): string => regionIn(resource) ?? `the region of ${resource.address}`;
