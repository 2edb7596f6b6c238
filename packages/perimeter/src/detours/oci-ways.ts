import type { Actor, OciActor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Estate } from "../estate/estate";
import { ociActors } from "../estate/oci/actors";
import { allOf } from "./held";
import { type About, ociHolding } from "./oci-holding";
import { OCI_DETOURS, OCI_KEY_USE, OCI_LISTS, OCI_READS } from "./oci-rows";
import type { OciDetour } from "./row";
import type { Way, Ways } from "./ways";

/** The ways of Oracle Cloud, as the statements of an estate open them. */
export function ociWays(estate: Estate, at: Date): Ways {
  const actors = ociActors([...estate.resources.values()], estate.findings, estate.links);
  const holding = ociHolding(estate, actors, at);
  const open = (actor: OciActor, rows: readonly OciDetour[], about: About): readonly Way[] =>
    rows.flatMap((row) => {
      const held = holding.holds(actor, row, about);
      return held.kind === "never" ? [] : [{ row, held }];
    });
  const onAsset = (rows: readonly OciDetour[]) => (actor: Actor, asset: Asset) =>
    actor.cloud === "oci" && isOnOci(asset) ? open(actor, forAsset(rows, asset), { asset }) : [];
  const directly = onAsset(OCI_DETOURS.filter(({ yields }) => yields !== "become" && yields !== "unbind"));
  return {
    actors,
    knows: (asset) => forAsset(OCI_READS, asset).length > 0,
    reads: onAsset(OCI_READS),
    lists: onAsset(OCI_LISTS),
    usesKey: onAsset(OCI_KEY_USE),
    detours: (actor, asset) => [...directly(actor, asset), ...unbinding(actor, asset)],
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

  /** What somebody can make true, and what they can do then. @default wanted - to read */
  function unbinding(actor: Actor, asset: Asset, wanted = forAsset(OCI_READS, asset)): readonly Way[] {
    if (actor.cloud !== "oci" || !isOnOci(asset)) return [];
    const rows = forAsset(
      OCI_DETOURS.filter(({ yields }) => yields === "unbind"),
      asset,
    );
    return open(actor, rows, { asset }).flatMap(({ row, held }) => {
      const unbound = rows.find(({ id }) => id === row.id)?.unbinds ?? [];
      return open(actor, wanted, { asset, unbound }).flatMap((then): readonly Way[] => {
        if (held.kind === "undecided") return [{ row, held }];
        if (then.held.kind === "undecided") return [{ row, held: then.held }];
        return [{ row, held: allOf([held, then.held]) }];
      });
    });
  }
}

const isOnOci = ({ resource: { type } }: Asset) => type.startsWith("oci_");

function forAsset(rows: readonly OciDetour[], { resource }: Asset): readonly OciDetour[] {
  return rows.filter(({ of }) => !of || of.includes(resource.type));
}
