import { check } from "../check";
import { closureOf, type Reached, type Ways } from "../detours";
import { type Actor, keyOf } from "../estate/actor";
import type { Asset } from "../estate/asset";
import { foundPrincipal } from "../guarantees/access/finding";
import { type Standing, standingsIn } from "../guarantees/standing";
import { assetsIn, type Question, waysIn } from "../question";
import type { FoundPrincipal, Verdict } from "../verdict/verdict";
import { type Facet, facetOf } from "./facet";

/** All of one side that is compared with the other. */
export interface Survey {
  readonly question: Question;
  readonly verdict: Verdict;
  readonly assets: readonly Asset[];
  /** By what a cloud knows them by. */
  readonly people: ReadonlyMap<string, Person>;
  readonly capabilities: (person: Person, asset: Asset) => Capabilities;
}

export interface Person {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly principal: FoundPrincipal;
}

/** What somebody can do with a store or copy. */
export interface Capabilities {
  readonly metadata: Facet;
  readonly content: Facet;
  readonly administer: Facet;
  /** By any chain, where none of the three says so. */
  readonly reached: Reached;
}

export function surveyOf(question: Question): Survey {
  const clouds = waysIn(question.estate, question.at);
  const closure = closureOf(clouds);
  const standings = standingsIn(question.declared, closure.actors);
  const reaching = new Map<string, ReturnType<typeof closure.reaching>>();
  const reachedBy = (actor: Actor, asset: Asset): Reached => {
    const { address } = asset.resource;
    const reaches = reaching.get(address) ?? closure.reaching(asset);
    reaching.set(address, reaches);
    return reaches.get(keyOf(actor)) ?? { kind: "never" };
  };
  return {
    question,
    verdict: check(question),
    assets: assetsIn(question).assets,
    people: new Map(closure.actors.map((actor) => [personKey(actor), personOf(actor, standings(actor))])),
    capabilities: ({ actor }, asset) => ({
      metadata: facetBy("lists", actor, asset, clouds),
      content: facetBy("reads", actor, asset, clouds),
      administer: facetBy("detours", actor, asset, clouds),
      reached: reachedBy(actor, asset),
    }),
  };
}

function facetBy(name: "lists" | "reads" | "detours", actor: Actor, asset: Asset, clouds: readonly Ways[]): Facet {
  return facetOf(clouds.flatMap((cloud) => cloud[name](actor, asset)));
}

const personOf = (actor: Actor, standing: Standing): Person => ({
  actor,
  standing,
  principal: foundPrincipal(actor, standing),
});

const personKey = (actor: Actor): string => principalKey(foundPrincipal(actor, NOBODY));

const NOBODY: Standing = { isTrusted: false, isInside: false, roles: [], residency: [] };

/** A principal as its cloud knows it: kind, name and account. Names of Oracle Cloud, which has no accounts, ignore case. */
export function principalKey({ kind, name, account }: Pick<FoundPrincipal, "kind" | "name" | "account">): string {
  return JSON.stringify([kind, account === null ? name.toLowerCase() : name, account]);
}
