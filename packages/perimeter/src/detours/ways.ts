import type { Actor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Held } from "./held";
import type { Yield } from "./row";

/** A way that somebody may take, as a finding tells it: what all rows have in common. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly yields: Yield;
  /** What a path calls a step by this way; left out: by what it yields. */
  readonly step?: "credential" | "membership";
  readonly says: string;
}

/** A way, and whether it is open. */
export interface Way {
  readonly row: Row;
  readonly held: Exclude<Held, { readonly kind: "never" }>;
}

/** What one cloud knows of ways: who can take which. */
export interface Ways {
  readonly actors: readonly Actor[];
  /** Whether the rows say how content of such an asset is read. */
  readonly knows: (asset: Asset) => boolean;
  /** Plain reading, without any detour. */
  readonly reads: (actor: Actor, asset: Asset) => readonly Way[];
  /** What else leads from somebody to the content of an asset in one step. */
  readonly detours: (actor: Actor, asset: Asset) => readonly Way[];
  /** How somebody can act as somebody else. */
  readonly becomes: (actor: Actor, other: Actor) => readonly Way[];
  /** What lists an asset or shows its settings, and no content. */
  readonly lists: (actor: Actor, asset: Asset) => readonly Way[];
  /** What uses the key of an asset and reads nothing by itself. */
  readonly usesKey: (actor: Actor, asset: Asset) => readonly Way[];
}
