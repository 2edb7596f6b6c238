import { closureOf, type Reached, type Ways } from "./detours";
import { plainRead } from "./detours/plain-read";
import type { Estate } from "./estate";
import { type Actor, keyOf } from "./estate/actor";
import type { Asset } from "./estate/asset";
import { withEverythingFor, withoutDenials } from "./estate/weakened";
import { type Layers, layersIn } from "./guarantees/access/layers";
import { type Standing, standingsIn } from "./guarantees/standing";
import { assetsIn, type Question, waysIn } from "./question";

/** Why somebody can or can't read a store, or one of its copies. */
export interface Explanation {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly asset: Asset;
  readonly reached: Reached;
  /** Of those who can't. */
  readonly layers?: Layers;
  /** What stands against a plain read with every denial taken away, and with everything allowed. */
  readonly because: { readonly allowList: string; readonly guardrail: string };
}

/** Everybody whom a name means: a role of the model, else a principal of a cloud by its name, ARN, OCID or address. */
export function actorsCalled(name: string, { estate, declared, at }: Question): readonly Actor[] {
  const actors = waysIn(estate, at).flatMap((cloud: Ways) => cloud.actors);
  const standings = standingsIn(declared, actors);
  const ofRole = actors.filter((actor) => standings(actor).roles.some((role) => role.name === name));
  const lower = name.toLowerCase();
  const isCalled = ({ principal }: Actor) =>
    [principal.name, principal.id, principal.resource?.address].some((one) => one?.toLowerCase() === lower);
  return ofRole.length > 0 ? ofRole : actors.filter(isCalled);
}

/** How each of them comes to each place where a store's content rests, or what keeps them from it. */
export function explain(question: Question, actors: readonly Actor[], store: string): readonly Explanation[] {
  const { estate, declared, at } = question;
  const waysOf = (known: Estate) => waysIn(known, at);
  const closure = closureOf(waysOf(estate));
  const standings = standingsIn(declared, closure.actors);
  const layersOf = layersIn(estate, waysOf);
  const undenied = withoutDenials(estate);
  const assets = assetsIn(question).assets.filter((asset) => asset.store === store);
  return actors.flatMap((actor) =>
    assets.map((asset): Explanation => {
      const reached: Reached = closure.reaching(asset).get(keyOf(actor)) ?? { kind: "never" };
      return {
        actor,
        standing: standings(actor),
        asset,
        reached,
        ...(reached.kind === "never" ? { layers: layersOf(actor, asset) } : {}),
        because: {
          allowList: plainRead(undenied, actor, asset).because,
          guardrail: plainRead(withEverythingFor(estate, actor), actor, asset).because,
        },
      };
    }),
  );
}
