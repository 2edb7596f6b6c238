import type { Asset } from "../../estate/asset";
import type { Resource } from "../../input";
import type { Undecided } from "../../verdict/verdict";
import type { Declared } from "../declared";
import type { Hop } from "./hops";

/** Somewhere that content of a store comes to. */
export interface Reach {
  readonly resource: Resource;
  /** From the store; empty: it is the store itself. */
  readonly path: readonly Hop[];
  /** What the names of the store's objects begin with there. */
  readonly prefix: string;
  /** Whether everything comes there that is written from now on. */
  readonly state: "on" | { readonly off: string } | Undecided;
}

export const assetOf = ({ resource, path }: Reach, store: string): Asset => ({ store, resource, flows: path });

/** Everywhere that content of a resource comes to, each once, by the way of which most is known. */
export function reachesOf(store: Resource, hops: readonly Hop[]): readonly Reach[] {
  const found = new Map<string, Reach>();
  for (const level of LEVELS) spread(store, hops, level, found);
  found.delete(store.address);
  return [...found.values()];
}

/** First by what is known to carry everything, then also by what may, and at last by what doesn't. */
const LEVELS: readonly ((state: Reach["state"]) => boolean)[] = [
  (state) => state === "on",
  (state) => state === "on" || "reason" in state,
  () => true,
];

function spread(store: Resource, hops: readonly Hop[], follows: (state: Reach["state"]) => boolean, found: Map<string, Reach>) {
  const seen = new Map<string, Reach>([[`${store.address}  `, { resource: store, path: [], prefix: "", state: "on" }]]);
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [, from] of seen)
    for (const hop of hops) {
      if (hop.from.address !== from.resource.address || from.path.length > 8) continue;
      const next = along(hop, from);
      if (!next || !follows(next.state)) continue;
      const key = `${next.resource.address} ${hop.way} ${next.prefix}`;
      if (!seen.has(key)) seen.set(key, next);
    }
  for (const one of seen.values()) if (!found.has(one.resource.address)) found.set(one.resource.address, one);
}

function along(hop: Hop, from: Reach): Reach | undefined {
  const { carried } = hop;
  const isWhole = from.prefix.startsWith(carried.from);
  if (!isWhole && !carried.from.startsWith(from.prefix)) return undefined;
  const prefix = isWhole ? carried.to + from.prefix.slice(carried.from.length) : carried.to;
  return { resource: hop.to, path: [...from.path, hop], prefix, state: stateAfter(hop, from, isWhole) };
}

function stateAfter(hop: Hop, from: Reach, isWhole: boolean): Reach["state"] {
  if (from.state !== "on" && "off" in from.state) return from.state;
  if (hop.state === "off") return { off: hop.because ?? `${hop.by.address} carries nothing` };
  const last = from.path.at(-1);
  if (last?.way === "replication" && hop.way === "replication" && last.by.type === hop.by.type)
    return { off: `${hop.by.address} doesn't carry on what was replicated to ${from.resource.address}` };
  if (!isWhole) return { off: `${hop.by.address} carries only what begins with "${hop.carried.from}"` };
  return from.state === "on" ? hop.state : from.state;
}

/** The resources of a store, each with its copies. */
export interface StoreCopies {
  readonly store: string;
  readonly resource: Resource;
  readonly copies: readonly Reach[];
}

export function storesIn({ stores }: Declared, hops: readonly Hop[]): readonly StoreCopies[] {
  return stores.flatMap(({ name, resources }) =>
    resources.map((resource) => ({ store: name, resource, copies: reachesOf(resource, hops) })),
  );
}
