import type { Resource } from "../input";
import type { Asset } from "./asset";
import { flowsIn, type OpenFlow } from "./flows";
import type { Links } from "./links";

export interface Copies {
  readonly assets: readonly Asset[];
  readonly open: readonly OpenFlow[];
}

/** Every place to which the content of a store is copied, in chains of any length; each once, by the shortest way. */
export function withCopies(stores: readonly Asset[], resources: readonly Resource[], links: Links): Copies {
  const { flows, open } = flowsIn(resources, links);
  const assets = new Map(stores.map((asset) => [`${asset.store} ${asset.resource.address}`, asset]));
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [, asset] of assets)
    for (const flow of flows) {
      const key = `${asset.store} ${flow.to.address}`;
      if (flow.from.address !== asset.resource.address || assets.has(key)) continue;
      assets.set(key, { store: asset.store, resource: flow.to, flows: [...asset.flows, flow] });
    }
  const held = new Set([...assets.values()].map(({ resource }) => resource.address));
  return { assets: [...assets.values()], open: open.filter(({ from }) => !from || held.has(from.address)) };
}
