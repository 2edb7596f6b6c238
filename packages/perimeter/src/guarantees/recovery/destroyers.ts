import type { Reached, Step } from "../../detours";
import { type Actor, keyOf, shownActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import type { Finding, Undecided } from "../../verdict/verdict";
import { shownResidency } from "../access/finding";
import { addressIn } from "../access/open-question";
import type { Facts } from "../facts";
import { found } from "../found";
import { assetOf, type Reach, type StoreCopies } from "./copies";
import type { Holder } from "./holders";
import type { Protection } from "./protection";
import type { Reaching, Target } from "./reaching";
import { destroying, overwriting, writing } from "./rows";

export interface Destroyed {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** A copy, or the store itself, as somebody would have to destroy it. */
interface Place {
  readonly asset: Asset;
  readonly reach: Reach;
  readonly protection: Protection;
}

/** How somebody destroys one place, and as whom. */
interface Part {
  readonly actor: Actor;
  readonly place: Place;
  readonly how: Exclude<Reached, { readonly kind: "never" }>;
}

/**
 * Who could destroy a store together with all its copies: content, or the keys that open it.
 * @param protectionOf what keeps content of a place; what isn't known of it is told elsewhere
 */
export function destroyersOf(
  { store, resource, copies }: StoreCopies,
  protectionOf: (reach: Reach) => Protection,
  holders: readonly Holder[],
  reaching: Reaching,
  facts: Facts,
): Destroyed {
  const [findings, notes, undecided]: [Finding[], Finding[], Undecided[]] = [[], [], []];
  const itself: Reach = { resource, path: [], prefix: "", state: "on" };
  const places = [itself, ...copies].map((reach): Place => {
    return { reach, asset: assetOf(reach, store), protection: protectionOf(reach) };
  });
  let left = holders.map((holder) => ({ holder, parts: [] as readonly Part[] }));
  for (const place of places) {
    if (left.length === 0) break;
    const reaches = reaching(targetsAt(place, store), place.asset, onlyTrusted());
    left = left.flatMap(({ holder, parts }) => {
      const part = bestOf(holder, place);
      return part ? [{ holder, parts: [...parts, part] }] : [];
    });

    /** Where nobody else is left, nothing fails any more: the trusted are asked what they can do themselves. */
    function onlyTrusted(): readonly Actor[] | undefined {
      return left.every(({ holder }) => holder.isTrusted) ? left.flatMap(({ holder }) => holder.actors) : undefined;
    }

    /** Rather as somebody whom nobody trusts, and rather what is known. */
    function bestOf({ actors }: Holder, at: Place): Part | undefined {
      const all = actors.flatMap((actor): readonly Part[] => {
        const how = reaches.get(keyOf(actor));
        return how ? [{ actor, place: at, how }] : [];
      });
      const rank = ({ actor, how }: Part) => (how.kind === "reached" ? 0 : 2) + (facts.standings(actor).isTrusted ? 1 : 0);
      return all.reduce<Part | undefined>((best, one) => (best && rank(best) <= rank(one) ? best : one), undefined);
    }
  }
  for (const { holder, parts } of left) {
    const isTrusted = holder.isTrusted || parts.every(({ actor }) => facts.standings(actor).isTrusted);
    const doubts = parts.flatMap(({ how, place }) => (how.kind === "undecided" ? doubtsOf(how.reasons, place) : []));
    if (doubts.length === 0) (isTrusted ? notes : findings).push(findingOf(holder, parts, isTrusted, places, facts));
    else if (!isTrusted) undecided.push(...doubts);
  }
  return { findings, notes, undecided };
}

const doubtsOf = (reasons: readonly string[], { asset }: Place): readonly Undecided[] =>
  reasons.map((reason) => ({ address: addressIn(reason) ?? asset.resource.address, reason }));

/** The content of a place; where nothing is kept there, also what is before it and passes on what happens to it. */
function targetsAt({ asset, reach, protection }: Place, store: string): readonly Target[] {
  const own: Target = { asset, powers: destroying(asset, protection) };
  if (protection.versions || protection.lock?.outlives) return [own];
  const before: Target[] = [];
  for (const hop of [...reach.path].reverse()) {
    if (hop.state !== "on" || hop.passes === "nothing") break;
    const powers = hop.passes === "deletions" ? writing : overwriting;
    before.push({ asset: { store, resource: hop.from, flows: [] }, powers });
  }
  return [own, ...before];
}

function findingOf(holder: Holder, parts: readonly Part[], isTrusted: boolean, places: readonly Place[], facts: Facts): Finding {
  const actor = parts.find((part) => !facts.standings(part.actor).isTrusted)?.actor ?? parts[0]?.actor;
  const [itself] = places;
  const standing = actor && facts.standings(actor);
  const isForeign = !holder.isInside && !isTrusted;
  const steps = parts.flatMap(({ how }) => (how.kind === "reached" ? how.steps : []));
  const what = `"${itself?.asset.store}" ${copiesText(places.length - 1)}`;
  const who = standing ? `${holder.name} (${shownResidency(standing, "")})` : holder.name;
  const verb = isTrusted ? "is trusted, and could destroy" : "can destroy";
  return found(
    {
      rule: isForeign ? "recovery/foreign-destroyer" : "recovery/single-destroyer",
      severity: isTrusted ? "low" : isForeign ? "critical" : "high",
      ...(actor ? { actor } : {}),
      ...(itself ? { asset: itself.asset } : {}),
      steps,
      path: [],
      message: `${who} ${verb} ${what}: ${parts.map(partText).join("; ")}`,
      fix: isTrusted ? null : fixOf(parts, actor),
    },
    facts,
  );
}

const copiesText = (count: number) =>
  count === 0 ? ", of which there is no copy" : count === 1 ? "together with its copy" : `together with all ${count} copies`;

/** `at primary/…: it may terminate the database`. */
function partText({ place, how }: Part): string {
  if (how.kind !== "reached") return "";
  const clauses = how.steps.map(({ actor, row, as }, at) => {
    const subject = at === 0 ? "it" : shownActor(actor);
    return `${subject} ${row.says}${as ? ` (${shownActor(as)})` : ""}`;
  });
  return `at ${place.asset.resource.address} ${clauses.join("; then ")}`;
}

/** To keep one copy from it is enough: the one that hangs on the fewest statements. */
function fixOf(parts: readonly Part[], actor: Actor | undefined): Finding["fix"] {
  const stepsOf = ({ how }: Part): readonly Step[] => (how.kind === "reached" ? how.steps : []);
  const [easiest] = [...parts].sort((one, other) => statements(stepsOf(one)) - statements(stepsOf(other)));
  const [first] = easiest ? stepsOf(easiest) : [];
  const [statement] = first?.held.by ?? [];
  if (!easiest || !first || !statement || !actor) return null;
  const argument = first.actor.cloud === "oci" ? "statements" : "policy";
  return {
    text: `take this away from ${shownActor(first.actor)}, so that ${easiest.place.asset.resource.address} stays: ${statement.text}`,
    edits: [{ address: statement.address, argument, before: statement.text, after: null }],
  };
}

const statements = (steps: readonly Step[]) => steps.reduce((sum, { held }) => sum + held.by.length, 0);
