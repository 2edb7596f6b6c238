import { type Actor, keyOf } from "../estate/actor";
import type { Asset } from "../estate/asset";
import type { Held } from "./held";
import type { Row, Way, Ways } from "./ways";

/** One step of a chain: who does what, and as whom they go on. */
export interface Step {
  readonly actor: Actor;
  readonly row: Row;
  readonly held: Extract<Held, { readonly kind: "possible" }>;
  /** The principal as whom the next step is taken; left out at the last step. */
  readonly as?: Actor;
}

/** How somebody comes to the content of an asset; the shortest chain first found. */
export type Reached =
  | { readonly kind: "reached"; readonly steps: readonly Step[] }
  | { readonly kind: "never" }
  /** A chain whose steps are not all known to be open. */
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };

/** Who comes to the content of an asset, by the key of each actor; those who don't have no entry. */
export type Reaches = ReadonlyMap<string, Exclude<Reached, { readonly kind: "never" }>>;

export interface Closure {
  readonly actors: readonly Actor[];
  /** In any number of steps. */
  readonly reaching: (asset: Asset) => Reaches;
  /** The same for any last step: who comes to take it, in any number of steps. */
  readonly leading: (lastStep: (actor: Actor) => readonly Way[]) => Reaches;
}

/** The closure over all ways of all clouds: chains of any length, shortest first. */
export function closureOf(clouds: readonly Ways[]): Closure {
  const actors = clouds.flatMap((cloud) => cloud.actors);
  const edges = new Map<string, readonly Way[]>();
  const becomes = (actor: Actor, other: Actor): readonly Way[] => {
    const key = `${keyOf(actor)}\n${keyOf(other)}`;
    const known = edges.get(key) ?? clouds.flatMap((cloud) => cloud.becomes(actor, other));
    edges.set(key, known);
    return known;
  };

  /** The first step that is known to be open, or the doubts about those that may be. */
  function firstStep(actor: Actor, ways: readonly Way[], as?: Actor): { step?: Step; reasons: readonly string[] } {
    const open = ways.find(({ held }) => held.kind === "possible");
    if (open?.held.kind === "possible")
      return { step: { actor, row: open.row, held: open.held, ...(as ? { as } : {}) }, reasons: [] };
    return { reasons: ways.flatMap(({ held }) => (held.kind === "undecided" ? held.reasons : [])) };
  }

  // Several guarantees ask who comes to an asset, and the copies of several stores may lie in one bucket.
  const reached = new Map<string, Reaches>();
  const waysTo = (asset: Asset) => (actor: Actor) =>
    clouds.flatMap((cloud) => [...cloud.reads(actor, asset), ...cloud.detours(actor, asset)]);

  return {
    actors,
    leading,
    reaching: (asset) => {
      const known = reached.get(asset.resource.address) ?? leading(waysTo(asset));
      reached.set(asset.resource.address, known);
      return known;
    },
  };

  function leading(lastStep: (actor: Actor) => readonly Way[]): Reaches {
    const reached = new Map<string, Exclude<Reached, { kind: "never" }>>();
    let frontier: Actor[] = [];
    for (const actor of actors) {
      const { step, reasons } = firstStep(actor, lastStep(actor));
      if (step) reached.set(keyOf(actor), { kind: "reached", steps: [step] });
      else if (reasons.length > 0) reached.set(keyOf(actor), { kind: "undecided", reasons });
      if (step) frontier.push(actor);
    }
    // Backwards from those who take the last step, a step at a time: so that every chain found is a shortest one.
    while (frontier.length > 0) frontier = nextFrontier(frontier, reached);
    spreadDoubts(reached);
    return reached;
  }

  function nextFrontier(frontier: readonly Actor[], reached: Map<string, Exclude<Reached, { kind: "never" }>>): Actor[] {
    const next: Actor[] = [];
    for (const actor of actors) {
      if (reached.get(keyOf(actor))?.kind === "reached") continue;
      for (const other of frontier) {
        const rest = reached.get(keyOf(other));
        if (rest?.kind !== "reached" || keyOf(actor) === keyOf(other)) continue;
        const { step } = firstStep(actor, becomes(actor, other), other);
        if (!step) continue;
        reached.set(keyOf(actor), { kind: "reached", steps: [step, ...rest.steps] });
        next.push(actor);
        break;
      }
    }
    return next;
  }

  /** Whoever may act as somebody who reaches the asset, or who may reach it, may reach it. */
  function spreadDoubts(reached: Map<string, Exclude<Reached, { kind: "never" }>>): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const actor of actors) {
        if (reached.has(keyOf(actor))) continue;
        const reasons = actors.flatMap((other) => doubtsAbout(actor, other, reached.get(keyOf(other))));
        if (reasons.length === 0) continue;
        reached.set(keyOf(actor), { kind: "undecided", reasons: [...new Set(reasons)] });
        changed = true;
      }
    }
  }

  function doubtsAbout(actor: Actor, other: Actor, rest: Exclude<Reached, { kind: "never" }> | undefined): readonly string[] {
    if (!rest || keyOf(actor) === keyOf(other)) return [];
    const { step, reasons } = firstStep(actor, becomes(actor, other), other);
    if (step) return rest.kind === "undecided" ? rest.reasons : [];
    return reasons;
  }
}
