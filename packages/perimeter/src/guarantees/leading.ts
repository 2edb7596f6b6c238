import type { Reached, Reaches, Way } from "../detours";
import type { Actor } from "../estate/actor";
import type { Facts } from "./facts";

/** What somebody may do in the last step. */
export type WaysOf = (actor: Actor) => readonly Way[];

/**
 * Who comes to take a last step, in any number of steps. Who can act as somebody trusted whom no stack makes lies with
 * whoever makes them: chains through them count where they are known to be open, and doubts about them are none of this estate.
 */
export function leading({ closure, standings }: Facts, waysOf: WaysOf): Reaches {
  const all = closure.leading(waysOf);
  if (![...all.values()].some(({ kind }) => kind === "undecided")) return all;
  const isTrustedElsewhere = (actor: Actor) => standings(actor).isTrusted && actor.principal.resource === undefined;
  const others = closure.leading((actor) => (isTrustedElsewhere(actor) ? [] : waysOf(actor)));
  const sure = [...all].filter(([, { kind }]) => kind === "reached");
  const open = [...others].filter(([, { kind }]) => kind === "undecided");
  return new Map<string, Exclude<Reached, { kind: "never" }>>([...open, ...sure]);
}
