import { type Actor, keyOf } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Way, Ways } from "./ways";

/** The same ways, each looked for once: the copies of several stores may lie in one bucket, and more than one asks. */
export function remembered(ways: Ways): Ways {
  const onAsset = (look: (actor: Actor, asset: Asset) => readonly Way[]) => {
    const known = new Map<string, readonly Way[]>();
    return (actor: Actor, asset: Asset) =>
      rememberedIn(known, `${keyOf(actor)} ${asset.resource.address}`, () => look(actor, asset));
  };
  const became = new Map<string, readonly Way[]>();
  return {
    actors: ways.actors,
    knows: ways.knows,
    reads: onAsset(ways.reads),
    detours: onAsset(ways.detours),
    lists: onAsset(ways.lists),
    usesKey: onAsset(ways.usesKey),
    powers: ways.powers,
    becomes: (actor, other) => rememberedIn(became, `${keyOf(actor)} ${keyOf(other)}`, () => ways.becomes(actor, other)),
  };
}

function rememberedIn(known: Map<string, readonly Way[]>, key: string, look: () => readonly Way[]): readonly Way[] {
  const found = known.get(key) ?? look();
  known.set(key, found);
  return found;
}
