import { ociRegion } from "oci-policy";
import type { Row, Way } from "../../../detours";
import { both } from "../../../detours/held";
import type { OciDetour } from "../../../detours/row";
import type { Actor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";
import { placeOf } from "../../../estate/place";
import { shownRegion } from "../../../estate/regions";
import type { Facts } from "../../facts";
import { judgementOf } from "../boundary";
import { outsideRegions } from "./oci-outside";
import { OCI_ROUTES, type OciRoute } from "./oci-routes";
import type { WaysOnward } from "./ways-onward";

/** How somebody on Oracle Cloud sends content on, to a region where nothing may rest. */
export function ociWaysOnward(facts: Facts): WaysOnward {
  const known = new Map<string | undefined, ReturnType<typeof outsideRegions>>();
  const buckets = [...facts.estate.resources.values()].filter(
    (one) => one.type === "oci_objectstorage_bucket" && judgementOf(placeOf(one), facts.declared).kind === "outside",
  );
  const powers = (actor: Actor, asset: Asset, rows: readonly OciDetour[]) =>
    rows.length === 0 ? [] : facts.clouds.flatMap((cloud) => cloud.powers(actor, asset, { oci: rows, aws: [] }));

  return (actor, asset) => {
    if (actor.cloud !== "oci") return [];
    const routes = OCI_ROUTES.filter(({ of }) => of.includes(asset.resource.type));
    const takes = powers(actor, asset, routes.map(takeRow));
    return takes.flatMap((take) => {
      const route = routes.find(({ id }) => id === take.row.id);
      return route ? arrivals(actor, asset, route).flatMap((put) => joined(take, put, route)) : [];
    });
  };

  /** What lets it arrive outside: what somebody makes there, or a bucket that is there. */
  function arrivals(actor: Actor, asset: Asset, { id, source, make, fill, family, says }: OciRoute): readonly Arrival[] {
    if (!make) return [{ to: "any region" }];
    const regions = known.get(family) ?? outsideRegions(facts, family);
    known.set(family, regions);
    const rows = regions.map(
      ({ region, key }): OciDetour => ({
        id: `${id} ${region}`,
        source,
        needs: make,
        at: "anywhere",
        yields: "control",
        variables: new Map([["request.region", key.toLowerCase()]]),
        says,
      }),
    );
    const made = powers(actor, asset, rows).map((way): Arrival => ({ way, to: regionIn(way.row) }));
    if (!fill) return made;
    const filled = buckets.flatMap((resource) => {
      const place = placeOf(resource);
      const judgement = judgementOf(place, facts.declared);
      const region = judgement.kind === "outside" ? judgement.region : undefined;
      const key = region === undefined ? undefined : ociRegion(region)?.key;
      const row: OciDetour = {
        id,
        source,
        needs: fill,
        at: "asset",
        yields: "control",
        ...(key === undefined ? {} : { variables: new Map([["request.region", key.toLowerCase()]]) }),
        says,
      };
      return powers(actor, { store: asset.store, resource, flows: [] }, [row]).map(
        (way): Arrival => ({ way, to: resource.address }),
      );
    });
    return [...filled, ...made];
  }
}

interface Arrival {
  readonly way?: Way;
  readonly to: string;
}

const takeRow = ({ id, source, take, of, says }: OciRoute): OciDetour => ({
  id,
  source,
  needs: take,
  at: "asset",
  yields: "control",
  of,
  says,
});

const regionIn = ({ id, says: _ }: Row): string => shownRegion("oci", id.split(" ").at(-1) ?? id);

/** Both halves together, told as one. */
function joined(take: Way, { way, to }: Arrival, { id, source, says }: OciRoute): readonly Way[] {
  const row: Row = { id, source, yields: "control", says: `${says} ${to}` };
  const held = way ? both(take.held, way.held) : take.held;
  return held.kind === "never" ? [] : [{ row, held }];
}
