import type { Actor, OciActor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Estate } from "../estate/estate";
import { ociActors } from "../estate/oci/actors";
import { type CompartmentPath, isUnknown } from "../simulate/oci";
import { allOf } from "./held";
import { type About, ociHolding } from "./oci-holding";
import { OCI_DETOURS, OCI_KEY_USE, OCI_LISTS, OCI_READS } from "./oci-rows";
import type { OciDetour } from "./row";
import type { Way, Ways } from "./ways";

/** The ways of Oracle Cloud, as the statements of an estate open them. */
export function ociWays(estate: Estate, at: Date): Ways {
  const actors = ociActors([...estate.resources.values()], estate.findings, estate.links);
  const holding = ociHolding(estate, actors, at);
  const places: readonly CompartmentPath[] = [
    [],
    ...estate.findings.places.compartments.flatMap(({ path }) => (isUnknown(path) ? [] : [path])),
  ];
  const open = (actor: OciActor, rows: readonly OciDetour[], about: About): readonly Way[] =>
    rows.flatMap((row) => {
      const held = holding.holds(actor, row, about);
      return held.kind === "never" ? [] : [{ row, held }];
    });
  const onAsset = (rows: readonly OciDetour[]) => (actor: Actor, asset: Asset) =>
    actor.cloud === "oci" && isOnOci(asset) ? open(actor, forAsset(rows, asset), { asset }) : [];
  const directly = onAsset(OCI_DETOURS.filter(({ yields }) => !["become", "unbind", "move"].includes(yields)));
  return {
    actors,
    knows: (asset) => forAsset(OCI_READS, asset).length > 0,
    reads: onAsset(OCI_READS),
    lists: onAsset(OCI_LISTS),
    usesKey: onAsset(OCI_KEY_USE),
    detours: (actor, asset) => [...directly(actor, asset), ...unbinding(actor, asset), ...moving(actor, asset)],
    powers: (actor, asset, { oci: rows }) => {
      if (actor.cloud !== "oci" || !isOnOci(asset)) return [];
      const own = forAsset(rows, asset);
      return [...open(actor, own, { asset }), ...unbinding(actor, asset, own)];
    },
    becomes: (actor, other) => {
      if (actor.cloud !== "oci" || other.cloud !== "oci") return [];
      const rows = OCI_DETOURS.filter(({ yields, of }) => yields === "become" && (!of || of.includes(other.principal.kind)));
      return open(actor, rows, { principal: other });
    },
  };

  /** What somebody can make true, one thing or all that they can, and what they can do then. @default wanted - to read */
  function unbinding(actor: Actor, asset: Asset, wanted = forAsset(OCI_READS, asset)): readonly Way[] {
    if (actor.cloud !== "oci" || !isOnOci(asset)) return [];
    const rows = forAsset(
      OCI_DETOURS.filter(({ yields }) => yields === "unbind"),
      asset,
    );
    const ways = rows.flatMap((row) => open(actor, [row], { asset }).map(({ held }) => ({ row, held })));
    const single = ways.flatMap((way) => afterwards([way], actor, asset, wanted));
    if (single.some(({ held }) => held.kind === "possible") || ways.length < 2) return single;
    return [...single, ...afterwards(ways, actor, asset, wanted)];
  }

  function afterwards(
    ways: readonly { readonly row: OciDetour; readonly held: Way["held"] }[],
    actor: OciActor,
    asset: Asset,
    wanted: readonly OciDetour[],
  ): readonly Way[] {
    const [first] = ways;
    if (!first) return [];
    const unbound = ways.flatMap(({ row }) => row.unbinds ?? []);
    const row = { ...first.row, says: ways.map(({ row: { says } }) => says).join(" and ") };
    return open(actor, wanted, { asset, unbound }).flatMap((then) => both(row, [...ways.map(({ held }) => held), then.held]));
  }

  /** An asset, or its key, that somebody can move to where they, or others who can't now, can read it. */
  function moving(actor: Actor, asset: Asset): readonly Way[] {
    if (actor.cloud !== "oci" || !isOnOci(asset)) return [];
    const rows = forAsset(
      OCI_DETOURS.filter(({ yields }) => yields === "move"),
      asset,
    );
    return rows.flatMap((row) =>
      open(actor, [row], { asset }).flatMap(({ held }) => {
        const wanted = row.at === "key" ? OCI_DETOURS.filter(({ at: place }) => place === "key") : forAsset(OCI_READS, asset);
        const opening = wanted.filter(({ yields }) => yields !== "move");
        const then = places.flatMap((movedTo) => actors.flatMap((other) => newly(other, opening, asset, movedTo)));
        return then.slice(0, 1).flatMap((one) => both(row, [held, one.held]));
      }),
    );
  }

  /** What somebody can do where the asset is moved to, and can't where it is. */
  function newly(actor: OciActor, rows: readonly OciDetour[], asset: Asset, movedTo: CompartmentPath): readonly Way[] {
    if (open(actor, rows, { asset }).length > 0) return [];
    return open(actor, rows, { asset, movedTo });
  }
}

/** All of it together, as one way. */
function both(row: OciDetour, held: readonly Way["held"][]): readonly Way[] {
  const doubts = held.flatMap((one) => (one.kind === "undecided" ? one.reasons : []));
  if (doubts.length > 0) return [{ row, held: { kind: "undecided", reasons: [...new Set(doubts)] } }];
  return [{ row, held: allOf(held.filter((one) => one.kind === "possible")) }];
}

const isOnOci = ({ resource: { type } }: Asset) => type.startsWith("oci_");

function forAsset(rows: readonly OciDetour[], { resource }: Asset): readonly OciDetour[] {
  return rows.filter(({ of }) => !of || of.includes(resource.type));
}
