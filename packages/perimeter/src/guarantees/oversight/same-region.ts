import { isUnknown } from "../../estate/maybe";
import { placeOf } from "../../estate/place";
import type { Resource } from "../../input";

/** Whether two resources of one cloud lie in the same region; `undefined`: it isn't known. */
export function isSameRegion(one: Resource, other: Resource): boolean | undefined {
  const [first, second] = [regionIn(one), regionIn(other)];
  if (first !== undefined && second !== undefined) return first === second;
  // Whatever it is, it is that of one and the same provider.
  if (first === undefined && second === undefined && one.stack === other.stack && one.provider.alias === other.provider.alias)
    return true;
  return undefined;
}

/** The region of a resource, where it is known: what is says more than what will be. */
export function regionIn(resource: Resource): string | undefined {
  const place = placeOf(resource);
  if (place.cloud === "elsewhere" || isUnknown(place.regions)) return undefined;
  return place.regions[0];
}

export const shownRegion = (resource: Resource): string => regionIn(resource) ?? `the region of ${resource.address}`;
