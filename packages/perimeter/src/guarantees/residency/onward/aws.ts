import type { Way } from "../../../detours";
import type { AwsDetour } from "../../../detours/aws/row";
import { both } from "../../../detours/held";
import type { Actor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";
import { accountOfActor } from "../../../estate/aws/actors";
import { shownRegion } from "../../../estate/regions";
import type { Resource } from "../../../input";
import { knownText } from "../../../input/expression/text";
import { accountOf } from "../../../input/names";
import type { Facts } from "../../facts";
import { fillsOutside } from "./aws-buckets";
import { locationsOf } from "./aws-locations";
import { outsideAwsRegions } from "./aws-outside";
import { replicating } from "./aws-replication";
import { AWS_ROUTES, type AwsRoute, DESTINATION_ROUTES, LOCATION_ROUTES } from "./aws-routes";
import type { WaysOnward } from "./ways-onward";

/** How somebody on AWS sends content on, to a region or an account where nothing may rest. */
export function awsWaysOnward(facts: Facts): WaysOnward {
  const regions = outsideAwsRegions(facts);
  const fills = fillsOutside(facts);
  const replicates = replicating(facts, fills);
  const powers = (actor: Actor, asset: Asset, rows: readonly AwsDetour[]) =>
    rows.length === 0 ? [] : facts.clouds.flatMap((cloud) => cloud.powers(actor, asset, { oci: [], aws: rows }));

  return (actor, asset) => {
    if (actor.cloud !== "aws") return [];
    return [...copying(actor, asset), ...replicates(actor, asset), ...byServices(actor, asset), ...byLocations(actor, asset)];
  };

  /** Whoever reads objects and writes elsewhere copies them without taking them home first (S3 API reference, CopyObject). */
  function copying(actor: Actor, asset: Asset): readonly Way[] {
    if (asset.resource.type !== "aws_s3_bucket") return [];
    const reads = facts.clouds.flatMap((cloud) => cloud.reads(actor, asset));
    if (reads.length === 0) return [];
    return fills(actor, "s3:PutObject").flatMap(({ held, to }) =>
      reads.flatMap((read) => joined(read, held, `may copy its objects to ${to}`)),
    );
  }

  function byServices(actor: Actor, asset: Asset): readonly Way[] {
    const routes = AWS_ROUTES.filter(({ of }) => of?.includes(asset.resource.type));
    return routes.flatMap((route) => {
      if (route.at === "account" && !isOfAccount(actor, asset.resource)) return [];
      const taken = powers(actor, asset, rowsOf(route, regions));
      if (!route.intoBucket) return taken;
      return taken.flatMap((take) =>
        fills(actor, "s3:PutObject").flatMap(({ held, to }) => joined(take, held, `${route.says} ${to}`)),
      );
    });
  }

  /** Tasks of DataSync, where a location opens the asset already, or takes its copies. */
  function byLocations(actor: Actor, asset: Asset): readonly Way[] {
    const { opening, receiving } = locationsOf(asset.resource, facts);
    const of = (locations: readonly Resource[], routes: readonly AwsRoute[]) =>
      locations
        .filter((location) => isOfAccount(actor, location))
        .flatMap((resource) =>
          powers(
            actor,
            { store: asset.store, resource, flows: [] },
            routes.flatMap((route) => rowsOf(route, regions)),
          ),
        );
    return [...of(opening, LOCATION_ROUTES), ...of(receiving, DESTINATION_ROUTES)];
  }
}

/** What knows no resource is allowed in an account: that of the asset. */
function isOfAccount(actor: Actor, { provider }: Resource): boolean {
  return actor.cloud === "aws" && accountOfActor(actor) === knownText(accountOf(provider));
}

/** A row for each region in which the call would be made, or which it would name. */
function rowsOf(route: AwsRoute, regions: readonly string[]): readonly AwsDetour[] {
  const { destination, intoBucket: _, ...row } = route;
  if (destination === undefined) return [{ ...row, yields: "control", says: `${row.says} any region` }];
  return regions.map((region) => ({
    ...row,
    yields: "control",
    context: new Map([[destination, [region]]]),
    says: `${row.says} ${shownRegion("aws", region)}`,
  }));
}

/** Both halves together, told as one. */
function joined({ row, held }: Way, other: Way["held"], says: string): readonly Way[] {
  const whole = both(held, other);
  return whole.kind === "never" ? [] : [{ row: { ...row, yields: "control", says }, held: whole }];
}
