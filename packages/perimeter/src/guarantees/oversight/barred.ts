import { type Actor, keyOf } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import type { Facts } from "../facts";
import * as aws from "./rows/aws";
import * as oci from "./rows/oci";

export type ReachesOf = (asset: Asset) => ReturnType<Facts["closure"]["reaching"]>;

/** Who comes to the content of an asset, each asked once: the copies of several stores may lie in one bucket. */
export function reachesOnce({ closure }: Facts): ReachesOf {
  const known = new Map<string, ReturnType<ReachesOf>>();
  return (asset) => {
    const reaches = known.get(asset.resource.address) ?? closure.reaching(asset);
    known.set(asset.resource.address, reaches);
    return reaches;
  };
}

/**
 * Who may have no power over the record: whoever is foreign, and whoever reads, runs or administers a store, as the model
 * says or as they can. Whoever is trusted may have it, and is named beside.
 */
export function barredIn(facts: Facts, reachesOf: ReachesOf): (actor: Actor) => boolean {
  const { assets, clouds, standings } = facts;
  const readers = new Set(
    assets.flatMap((asset) => [...reachesOf(asset)].flatMap(([key, { kind }]) => (kind === "reached" ? [key] : []))),
  );
  const rows = { oci: oci.RUNS, aws: aws.RUNS };
  const runs = (actor: Actor) =>
    assets.some((asset) => clouds.some((cloud) => cloud.powers(actor, asset, rows).some(({ held }) => held.kind === "possible")));
  return (actor) => {
    const { isTrusted, isInside, roles } = standings(actor);
    if (isTrusted) return false;
    if (!isInside || readers.has(keyOf(actor))) return true;
    return roles.some(({ content, administer }) => content.size + administer.size > 0) || runs(actor);
  };
}
