import { visible } from "oci-policy";
import type { Step } from "../detours";
import { type Actor, shownActor } from "../estate/actor";
import { accountOfActor } from "../estate/aws/actors";
import type { Explanation } from "../explain";
import { LAYERS, layerNames } from "./text";

/** The answer in a few lines: yes or no for everybody whom the name means, and the whole reason. */
export function explanationText(name: string, store: string, explanations: readonly Explanation[]): string {
  const [first] = explanations;
  const residency = first && first.standing.roles.length > 0 ? first.standing.residency.join(", ") : "listed by no role";
  const who = `${name} (${residency})`;
  const kinds = new Set(explanations.map(({ reached }) => reached.kind));
  if (kinds.has("reached")) return [`yes: ${who} can read "${store}"`, ...sections(explanations, "reached")].join("\n");
  if (kinds.has("undecided"))
    return [`it can't be known whether ${who} can read "${store}"`, ...sections(explanations, "undecided")].join("\n");
  const copies = new Set(explanations.filter(({ asset }) => asset.flows.length > 0).map(({ asset }) => asset.resource.address))
    .size;
  const any = copies === 0 ? "" : copies === 1 ? " or its copy" : ` or any of its ${copies} copies`;
  return [`no: ${who} can't read "${store}"${any}`, ...sections(explanations.filter(isInSameCloud), "never")].join("\n");
}

/** That somebody has no identity in the other cloud needs no words. */
const isInSameCloud = ({ actor, asset }: Explanation) => asset.resource.type.startsWith(`${actor.cloud}_`);

/** Places of which the same is to be said are told together, with what is said of the first. */
function sections(explanations: readonly Explanation[], kind: Explanation["reached"]["kind"]): readonly string[] {
  const groups = new Map<string, { readonly first: Explanation; readonly places: string[] }>();
  for (const one of explanations) {
    if (one.reached.kind !== kind) continue;
    const said = one.layers ? layerNames(one.layers) : linesOf(one).join("\n");
    const key = `${shownWithAccount(one.actor)}\n${said}`;
    const group = groups.get(key) ?? { first: one, places: [] };
    group.places.push(`${one.asset.flows.length > 0 ? "copy " : ""}${one.asset.resource.address}`);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ first, places }) => [
    `  ${shownWithAccount(first.actor)}: ${places.join(", ")}`,
    ...linesOf(first),
  ]);
}

function shownWithAccount(actor: Actor): string {
  const account = actor.cloud === "aws" ? accountOfActor(actor) : undefined;
  return `${shownActor(actor)}${account === undefined ? "" : ` of ${account}`}`;
}

function linesOf({ reached, layers, because }: Explanation): readonly string[] {
  if (reached.kind === "reached") return reached.steps.flatMap(stepLines);
  if (reached.kind === "undecided") return reached.reasons.map((reason) => `    ${visible(reason, 300)}`);
  if (!layers) return [];
  return LAYERS.map((layer) => {
    const name = layerNames({ allowList: false, guardrail: false, structure: false, [layer]: true }).padEnd(10);
    return `    ${name}  ${layers[layer] ? `holds: ${HOLDS[layer](because)}` : `fails: ${FAILS[layer]}`}`;
  });
}

type Because = Explanation["because"];

const HOLDS: Readonly<Record<(typeof LAYERS)[number], (because: Because) => string>> = {
  allowList: ({ allowList }) => visible(allowList, 220),
  guardrail: ({ guardrail }) => `with everything allowed, ${visible(guardrail, 200)}`,
  structure: () => "with everything allowed and nothing denied, a key or an account would still be missing",
};

const FAILS: Readonly<Record<(typeof LAYERS)[number], string>> = {
  allowList: "with every denial taken away, something leads there",
  guardrail: "with everything allowed, nothing denies it",
  structure: "with everything allowed and nothing denied, nothing else would be missing",
};

function stepLines({ row, as, held }: Step): readonly string[] {
  const says = `    it ${row.says}${as ? `: ${shownActor(as)}` : ""}${held.always ? "" : ", under conditions"}`;
  return [says, ...held.by.map(({ address, text }) => `      ${address}: ${visible(text, 300)}`)];
}
