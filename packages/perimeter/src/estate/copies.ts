import type { Resource } from "../input";
import type { Asset, Flow } from "./asset";
import { type Departure, flowsIn, type OpenFlow } from "./flows";
import type { FlowKind } from "./flows/row";
import type { Links } from "./links";

/** Where data of a store has come to, on the shortest way. */
export interface Trail {
  readonly asset: Asset;
  /** What has come there: the content, records of it, or its key. */
  readonly carries: "content" | "records" | "key";
  /** Whether it is only handed on there. */
  readonly passes: boolean;
}

/** Data of a store that goes where no resource of the estate stands for it. */
export interface Leaving {
  readonly trail: Trail;
  readonly departure: Departure;
  readonly carries: Trail["carries"];
}

export interface Copies {
  /** The stores, and every place where their content rests. */
  readonly assets: readonly Asset[];
  /** Flows of content one of whose ends isn't known, or leads to what nobody gave. */
  readonly open: readonly OpenFlow[];
  /** Everywhere that data of the stores comes to, also where it doesn't rest. */
  readonly trails: readonly Trail[];
  readonly leaving: readonly Leaving[];
  /** Flows of whatever kind one of whose ends isn't known. */
  readonly doubts: readonly OpenFlow[];
}

/** Every place to which data of a store is carried, in chains of any length; each once, by the shortest way. */
export function withCopies(stores: readonly Asset[], resources: readonly Resource[], links: Links): Copies {
  const { flows, departures, open } = flowsIn(resources, links);
  const leading = byOrigin(flows);
  const trails = new Map<string, Trail>();
  const add = (trail: Trail) => {
    const { store, resource } = trail.asset;
    const key = `${store} ${resource.address} ${trail.carries}`;
    const before = trails.get(key);
    if (!before || (before.passes && !trail.passes)) trails.set(key, trail);
  };
  for (const asset of stores) add({ asset, carries: "content", passes: false });
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [, { asset, carries }] of trails)
    for (const flow of leading.get(asset.resource.address) ?? []) {
      if (carries === "key") continue;
      const next = { store: asset.store, resource: flow.to, flows: [...asset.flows, flow] };
      add({ asset: next, carries: carriedBy(flow.kind, carries), passes: flow.kind === "passage" });
    }
  const all = [...trails.values()];
  const assets = all.filter(({ carries, passes }) => carries === "content" && !passes).map(({ asset }) => asset);
  const leaving = all.flatMap((trail) =>
    trail.carries === "key"
      ? []
      : departures
          .filter(({ from }) => from.address === trail.asset.resource.address)
          .map((departure) => ({ trail, departure, carries: carriedBy(departure.kind, trail.carries) })),
  );
  const doubts = open.filter((one) => concerns(one, all));
  const unseen = leaving.filter(({ carries, departure: { kind, unseen } }) => carries === "content" && kind === "copy" && unseen);
  return {
    assets,
    trails: all,
    leaving,
    doubts,
    open: [
      ...doubts
        .filter(({ kind }) => kind === "copy")
        .filter((one) =>
          concerns(
            one,
            all.filter(({ carries }) => carries === "content"),
          ),
        ),
      ...unseen.map(({ departure: { kind, by, from } }) => ({
        kind,
        by,
        from,
        of: [from.type],
        reason: "what it copies to isn't among what was given",
      })),
    ],
  };
}

/** Records of records are records; whatever is copied stays what it is. */
function carriedBy(kind: FlowKind, carries: Trail["carries"]): Trail["carries"] {
  if (kind === "key") return "key";
  return kind === "records" ? "records" : carries;
}

function byOrigin(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) found.set(flow.from.address, [...(found.get(flow.from.address) ?? []), flow]);
  return found;
}

/** Whether a flow may be one of data of a store: it takes from where such is, or from something of such a type. */
function concerns({ from, of }: OpenFlow, trails: readonly Trail[]): boolean {
  return trails.some(({ asset: { resource } }) => (from ? from.address === resource.address : of.includes(resource.type)));
}
