import type { Asset } from "../estate/asset";
import type { Place } from "./difference";
import { cloudIdentity } from "./identity";

/** A store or copy on both sides, or on one. */
export interface AssetPair {
  readonly before?: Asset;
  readonly after?: Asset;
}

/**
 * Which store or copy is which. A copy is what the cloud calls it, where it lies; a store is what the model calls it, and may
 * come to rest elsewhere.
 */
export function pairAssets(before: readonly Asset[], after: readonly Asset[]): readonly AssetPair[] {
  const left = new Map(after.map((asset) => [placeKey(asset), asset]));
  const pairs = before.map((asset): AssetPair => {
    const same = left.get(placeKey(asset));
    left.delete(placeKey(asset));
    return same ? { before: asset, after: same } : { before: asset };
  });
  const moved = new Map(storesLeft([...left.values()]).map((asset) => [asset.store, asset]));
  const kept = new Map(
    storesLeft(pairs.flatMap((pair) => (pair.after ? [] : (pair.before ?? [])))).map((asset) => [asset.store, asset]),
  );
  const joined = pairs.map((pair): AssetPair => {
    const store = pair.before?.store ?? "";
    const other = moved.get(store);
    if (!other || kept.get(store) !== pair.before) return pair;
    left.delete(placeKey(other));
    return { ...pair, after: other };
  });
  return [...joined, ...[...left.values()].map((asset) => ({ after: asset }))];
}

/** Stores that are left on their side alone of their name. */
function storesLeft(assets: readonly Asset[]): readonly Asset[] {
  const stores = assets.filter(({ flows }) => flows.length === 0);
  return stores.filter(({ store }) => stores.filter((one) => one.store === store).length === 1);
}

function placeKey({ store, resource, flows }: Asset): string {
  const { name, region, account } = cloudIdentity(resource);
  return JSON.stringify([store, flows.length > 0, resource.type, name ?? resource.address, region ?? null, account ?? null]);
}

export function placeOf({ resource, flows }: Asset, address: (address: string) => string): Place {
  const { name = null, region = null } = cloudIdentity(resource);
  return { kind: flows.length > 0 ? "copy" : "store", address: address(resource.address), name, region };
}

export const isMoved = ({ before, after }: AssetPair): boolean =>
  before !== undefined && after !== undefined && placeKey(before) !== placeKey(after);
