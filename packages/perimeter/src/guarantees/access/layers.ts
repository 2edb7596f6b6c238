import { closureOf, type Ways } from "../../detours";
import type { Estate } from "../../estate";
import { type Actor, keyOf } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { withEverythingFor, withoutDenials } from "../../estate/weakened";
import type { LayerRow } from "../../verdict/verdict";
import type { Declared } from "../declared";
import { standingsIn } from "../standing";
import { type Context, foundAsset, foundPrincipal } from "./finding";

/** Which layers keep somebody from an asset, each by itself (design: "Three layers"). */
export interface Layers {
  /** With every denial, boundary and control policy taken away, nothing leads there. */
  readonly allowList: boolean;
  /** With everything allowed to it, it still can't read: something denies it. */
  readonly guardrail: boolean;
  /** With everything allowed and nothing denied, something else is missing: a key, an account, a tenancy. */
  readonly structure: boolean;
}

export type LayersOf = (actor: Actor, asset: Asset) => Layers;

/**
 * What isn't known never counts as a layer.
 * @param waysOf the ways of both clouds in an estate
 */
export function layersIn(estate: Estate, waysOf: (estate: Estate) => readonly Ways[]): LayersOf {
  const undenied = withoutDenials(estate);
  const closure = closureOf(waysOf(undenied));
  const reaching = remember(
    (asset: Asset) => asset.resource.address,
    (asset) => closure.reaching(asset),
  );
  const guarded = remember(keyOf, (actor) => waysOf(withEverythingFor(estate, actor)));
  const bare = remember(keyOf, (actor) => waysOf(withEverythingFor(undenied, actor)));
  const canRead = (clouds: readonly Ways[], actor: Actor, asset: Asset) =>
    clouds.some((cloud) => cloud.reads(actor, asset).length > 0);
  return (actor, asset) => ({
    allowList: !reaching(asset).has(keyOf(actor)),
    guardrail: !canRead(guarded(actor), actor, asset),
    structure: !canRead(bare(actor), actor, asset),
  });
}

function remember<Key, Found>(nameOf: (key: Key) => string, find: (key: Key) => Found): (key: Key) => Found {
  const known = new Map<string, Found>();
  return (key) => {
    const name = nameOf(key);
    const found = known.get(name) ?? find(key);
    known.set(name, found);
    return found;
  };
}

/** The layers of every foreign role that the model lists, on every store and copy. */
export function layerRows(
  declared: Declared,
  assets: readonly Asset[],
  clouds: readonly Ways[],
  context: Context,
  layersOf: LayersOf,
): readonly LayerRow[] {
  const actors = clouds.flatMap((cloud) => cloud.actors);
  const standings = standingsIn(declared, actors);
  const foreign = actors.filter((actor) => standings(actor).roles.length > 0 && !standings(actor).isInside);
  return foreign.flatMap((actor) =>
    assets.map((asset) => ({
      principal: foundPrincipal(actor, standings(actor)),
      role: standings(actor).roles[0]?.name ?? null,
      asset: foundAsset(asset, context),
      ...layersOf(actor, asset),
    })),
  );
}
