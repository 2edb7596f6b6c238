import { argument } from "../../../estate/arguments";
import { bucketFinder } from "../../../estate/bucket-finder";
import { isLocation, locationOf } from "../../../estate/flows/locations";
import { isUnknown } from "../../../estate/maybe";
import type { Resource } from "../../../input";
import type { Facts } from "../../facts";

export interface Locations {
  /** Those behind which a resource is: DataSync reads it through them. */
  readonly opening: readonly Resource[];
  /** Those at which tasks arrive that read it. */
  readonly receiving: readonly Resource[];
}

/** The locations of DataSync that have to do with a resource. */
export function locationsOf(resource: Resource, { estate: { resources, links } }: Facts): Locations {
  const all = [...resources.values()];
  if (!all.some(isLocation)) return { opening: [], receiving: [] };
  const buckets = bucketFinder(all, links);
  const opening = all.filter((one) => {
    const found = isLocation(one) ? locationOf(one, buckets) : [];
    return !isUnknown(found) && found.includes(resource);
  });
  const receiving = all
    .filter(({ type }) => type === "aws_datasync_task")
    .filter((task) => opening.some((one) => links.resource(argument(task, "source_location_arn")) === one))
    .flatMap((task) => links.resource(argument(task, "destination_location_arn")) ?? []);
  return { opening, receiving: [...new Set(receiving)] };
}
