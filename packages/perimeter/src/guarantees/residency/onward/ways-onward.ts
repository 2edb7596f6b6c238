import type { Way } from "../../../detours";
import type { Actor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";

/** How somebody sends what rests at an asset on to a place outside, in one step. */
export type WaysOnward = (actor: Actor, asset: Asset) => readonly Way[];
