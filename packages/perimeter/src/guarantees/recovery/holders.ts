import { type Actor, shownActor } from "../../estate/actor";
import type { Facts } from "../facts";
import type { Standing } from "../standing";

/** Whoever acts as one: a role with all that it is in both clouds, or somebody whom no role lists. */
export interface Holder {
  /** In a sentence. */
  readonly name: string;
  readonly actors: readonly Actor[];
  /** Whether a role of the jurisdiction is meant. */
  readonly isInside: boolean;
  /** Whether it may change the boundary itself, in whatever it is. */
  readonly isTrusted: boolean;
}

/** What everybody may do, everybody else may do as well. */
const EVERYBODY: ReadonlySet<string> = new Set(["any-user", "anonymous"]);

export function holdersIn({ closure: { actors }, standings }: Pick<Facts, "closure" | "standings">): readonly Holder[] {
  const isEverybody = ({ principal: { kind } }: Actor) => EVERYBODY.has(kind);
  const everybody = actors.filter(isEverybody);
  const pools = new Map<string, { readonly actors: Actor[]; readonly standing: Standing }>();
  for (const actor of actors) {
    if (isEverybody(actor)) continue;
    const standing = standings(actor);
    for (const name of poolsOf(actor, standing)) {
      const pool = pools.get(name) ?? { actors: [], standing };
      pool.actors.push(actor);
      pools.set(name, pool);
    }
  }
  const holders = [...pools.values()].map((pool): Holder => {
    const [first] = pool.actors;
    return {
      name: first ? shownActor(first) : "",
      actors: [...pool.actors, ...everybody],
      isInside: pool.actors.every((actor) => standings(actor).isInside),
      isTrusted: pool.actors.every((actor) => standings(actor).isTrusted),
    };
  });
  const [anybody] = everybody;
  return anybody ? [{ name: shownActor(anybody), actors: everybody, isInside: false, isTrusted: false }, ...holders] : holders;
}

/** One name is one team in all clouds and accounts, also where no role lists it; a root user is its account's alone. */
function poolsOf({ principal: { kind, name, id } }: Actor, { roles }: Standing): readonly string[] {
  if (roles.length > 0) return roles.map((role) => `role ${role.name}`);
  if (kind === "group" || kind === "role" || kind === "permission-set")
    return [`name ${name.slice(name.lastIndexOf("/") + 1).toLowerCase()}`];
  return [`${kind} ${id ?? name}`];
}
