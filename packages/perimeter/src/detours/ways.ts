import type { Actor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { AwsDetour } from "./aws/row";
import type { Held } from "./held";
import type { OciDetour, Yield } from "./row";

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

/** What somebody may be able to do to a resource, in the rows of each cloud. */
export interface Powers {
  readonly oci: readonly OciDetour[];
  readonly aws: readonly AwsDetour[];
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
  /**
   * Which of these powers somebody has over a resource, also where they first take a policy or a boundary out of their way.
   * Any resource may be asked about: an asset stands for what rests there.
   */
  readonly powers: (actor: Actor, asset: Asset, powers: Powers) => readonly Way[];
}
