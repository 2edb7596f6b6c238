import type { Asset } from "../estate/asset";
import { flowsIn } from "../estate/flows";
import type { Resource } from "../input";
import type { CopyChange, FlowChange, StoreChange } from "./difference";
import { cloudIdentity } from "./identity";
import { type AssetPair, isMoved, placeOf } from "./places";
import { AS_IT_IS, type Shown } from "./shown";
import type { Survey } from "./survey";

/** Stores that are new, rest elsewhere, or aren't declared any more. */
export function storeChanges(pairs: readonly AssetPair[], shown: Shown): readonly StoreChange[] {
  return pairs.flatMap((pair): readonly StoreChange[] => {
    const { before, after } = pair;
    const asset = after ?? before;
    if (!asset || asset.flows.length > 0) return [];
    const change = !before ? "added" : !after ? "removed" : isMoved(pair) ? "moved" : undefined;
    if (!change) return [];
    const places = { before: before ? placeOf(before, same) : null, after: after ? placeOf(after, shown.address) : null };
    return [{ change, store: asset.store, ...places }];
  });
}

const same = AS_IT_IS.address;

/** Places where a store's content rests besides. */
export function copyChanges(pairs: readonly AssetPair[], shown: Shown): readonly CopyChange[] {
  const changes = pairs.flatMap(({ before, after }): readonly CopyChange[] => {
    const asset = after ?? before;
    if (!asset || asset.flows.length === 0 || (before && after)) return [];
    const change = after ? "added" : "removed";
    return [{ change, store: asset.store, place: placeOf(asset, after ? shown.address : same) }];
  });
  return addedFirst(changes);
}

/** What copies a store's content, and between which places. */
export function flowChanges(before: Survey, after: Survey, shown: Shown): readonly FlowChange[] {
  const [were, are] = [flowsOf(before, same), flowsOf(after, shown.address)];
  const added = [...are].flatMap(([key, flow]) => (were.has(key) ? [] : [{ ...flow, change: "added" as const }]));
  const removed = [...were].flatMap(([key, flow]) => (are.has(key) ? [] : [{ ...flow, change: "removed" as const }]));
  return [...added, ...removed];
}

function flowsOf({ question: { estate }, assets }: Survey, address: Shown["address"]) {
  const held = new Map<string, readonly Asset[]>();
  for (const asset of assets) held.set(asset.resource.address, [...(held.get(asset.resource.address) ?? []), asset]);
  const { flows } = flowsIn([...estate.resources.values()], estate.links);
  return new Map(
    flows.flatMap((flow) =>
      (held.get(flow.from.address) ?? []).map((asset): readonly [string, Omit<FlowChange, "change">] => {
        const { by, from, to } = flow;
        const place = placeOf(asset, address);
        const target = placeOf({ store: asset.store, resource: to, flows: [flow] }, address);
        const key = JSON.stringify([asset.store, by.type, place.kind === "store" ? "store" : nameOf(from), nameOf(to)]);
        return [key, { store: asset.store, from: place, to: target, address: address(by.address) }];
      }),
    ),
  );
}

function nameOf(resource: Resource): string {
  const { name, region, account } = cloudIdentity(resource);
  return JSON.stringify([resource.type, name ?? resource.address, region, account]);
}

const addedFirst = (changes: readonly CopyChange[]) => [
  ...changes.filter(({ change }) => change === "added"),
  ...changes.filter(({ change }) => change === "removed"),
];
