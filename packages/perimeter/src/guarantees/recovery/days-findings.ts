import type { Step } from "../../detours";
import { type Actor, keyOf, shownActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import type { Finding, Undecided } from "../../verdict/verdict";
import { shownResidency } from "../access/finding";
import { addressIn } from "../access/open-question";
import type { Facts } from "../facts";
import { found } from "../found";
import { assetOf, type StoreCopies } from "./copies";
import { flowSteps, openFlows } from "./count-findings";
import type { Counted } from "./counted";
import { isOpen } from "./fact";
import { type Keeper, shownDays } from "./kept";
import type { Reaching } from "./reaching";
import { shorteningLock } from "./rows";

/** Whether a copy keeps what was deleted long enough, and if not, because of whom or what. */
type Keeping =
  | { readonly kind: "keeps"; readonly notes: readonly Finding[] }
  | { readonly kind: "open"; readonly doubts: readonly Undecided[] }
  | { readonly kind: "shortened"; readonly findings: readonly Finding[] }
  | { readonly kind: "short" };

export interface Kept {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** `recovery/days`: as many copies as are asked for keep what was deleted or overwritten at the store, for as long as asked. */
export function daysFindings(of: StoreCopies, counted: readonly Counted[], reaching: Reaching, facts: Facts): Kept {
  const { copies: asked, days } = facts.declared.recovery?.of(of.store) ?? { copies: 0, days: 0 };
  const standing = counted.filter((one) => one.standing === "counts");
  const unsure = counted.flatMap(({ standing: doubt }) => (typeof doubt === "object" && "reason" in doubt ? [doubt] : []));
  const possible = [...unsure, ...openFlows([of.resource.address, ...of.copies.map((one) => one.resource.address)], facts)];
  // Where copies are missing, that is told; what is left has to keep nonetheless.
  const needed = Math.min(asked, standing.length + possible.length);
  if (days === 0 || needed === 0) return { findings: [], notes: [], undecided: [] };
  const keepings: readonly Keeping[] = [
    ...standing.map((copy) => keepingOf(copy, of.store, days, reaching, facts)),
    ...possible.map((doubt): Keeping => ({ kind: "open", doubts: [doubt] })),
  ];
  const count = (kind: Keeping["kind"]) => keepings.filter((one) => one.kind === kind).length;
  const notes = keepings.flatMap((one) => (one.kind === "keeps" ? one.notes : []));
  if (count("keeps") >= needed) return { findings: [], notes, undecided: [] };
  const doubts = keepings.flatMap((one) => (one.kind === "open" ? one.doubts : []));
  if (count("keeps") + count("open") >= needed) return { findings: [], notes, undecided: doubts };
  const shortened = keepings.flatMap((one) => (one.kind === "shortened" ? one.findings : []));
  if (count("keeps") + count("open") + count("shortened") >= needed) return { findings: shortened, notes, undecided: doubts };
  return { findings: [shortFinding(of, standing, { needed, days, keeping: count("keeps") }, facts)], notes, undecided: doubts };
}

function keepingOf(copy: Counted, store: string, days: number, reaching: Reaching, facts: Facts): Keeping {
  const { keepers } = copy;
  if (isOpen(keepers)) return { kind: "open", doubts: [keepers] };
  const asset = assetOf(copy.reach, store);
  const long = keepers.filter((keeper) => keeper.days >= days);
  if (long.length === 0) return { kind: "short" };
  const found = long.map((keeper) => ({ keeper, ...shortenersOf(keeper, asset, reaching, facts) }));
  const sure = found.find(({ who, doubts }) => who.length + doubts.length === 0);
  if (sure) return { kind: "keeps", notes: notesOn(copy, asset, sure.keeper, found, reaching, facts) };
  const doubts = found.flatMap((one) => (one.who.length === 0 ? one.doubts : []));
  if (doubts.length > 0) return { kind: "open", doubts };
  const [first] = found;
  return { kind: "shortened", findings: (first?.who ?? []).map((one) => shortenedFinding(one, asset, first?.keeper, facts)) };
}

interface Shortener {
  readonly actor: Actor;
  readonly steps: readonly Step[];
}

interface Shorteners {
  readonly who: readonly Shortener[];
  readonly doubts: readonly Undecided[];
}

/** Whoever isn't trusted, and could shorten what keeps: foreign or a role of the jurisdiction. */
function shortenersOf(
  { shortened }: Keeper,
  asset: Asset,
  reaching: Reaching,
  facts: Facts,
  isAsked = isUntrusted(facts),
): Shorteners {
  if (shortened.oci.length + shortened.aws.length === 0) return { who: [], doubts: [] };
  const reaches = reaching([{ asset, powers: shortened }]);
  const [who, doubts]: [Shortener[], Undecided[]] = [[], []];
  for (const actor of facts.closure.actors) {
    const reached = reaches.get(keyOf(actor));
    if (!reached || !isAsked(actor)) continue;
    if (reached.kind === "reached") who.push({ actor, steps: reached.steps });
    else doubts.push(...reached.reasons.map((reason) => ({ address: addressIn(reason) ?? asset.resource.address, reason })));
  }
  return { who, doubts };
}

const isUntrusted =
  ({ standings }: Facts) =>
  (actor: Actor) =>
    !standings(actor).isTrusted;

function shortenedFinding({ actor, steps }: Shortener, asset: Asset, keeper: Keeper | undefined, facts: Facts): Finding {
  const [first] = steps;
  const [statement] = first?.held.by ?? [];
  const argument = first?.actor.cloud === "oci" ? "statements" : "policy";
  const does = steps.map(({ row, as }) => `${row.says}${as ? ` (${shownActor(as)})` : ""}`).join("; then ");
  return found(
    {
      rule: "recovery/days",
      severity: "high",
      actor,
      asset,
      steps,
      path: keeper ? [{ step: "flow", address: keeper.by.address, text: keeper.text }] : [],
      message: `${shownActor(actor)} (${shownResidency(facts.standings(actor), "")}) can shorten how long ${asset.resource.address} keeps what was deleted at "${asset.store}": it ${does}`,
      fix: statement
        ? {
            text: `take this away from ${shownActor(first?.actor ?? actor)}: ${statement.text}`,
            edits: [{ address: statement.address, argument, before: statement.text, after: null }],
          }
        : null,
    },
    facts,
  );
}

interface Short {
  readonly needed: number;
  readonly days: number;
  readonly keeping: number;
}

function shortFinding(
  { store, resource }: StoreCopies,
  copies: readonly Counted[],
  { needed, days, keeping }: Short,
  facts: Facts,
): Finding {
  const best = copies.map(({ keepers, reach }) => ({ reach, keeper: isOpen(keepers) ? undefined : keepers[0] }));
  const short = best.filter(({ keeper }) => (keeper?.days ?? 0) < days);
  const told = short.map(({ reach, keeper }) =>
    keeper
      ? `${reach.resource.address} keeps it ${shownDays(keeper.days)} (${keeper.text})`
      : `${reach.resource.address} keeps nothing of it`,
  );
  const [longest] = [...short].sort((one, other) => (other.keeper?.days ?? 0) - (one.keeper?.days ?? 0));
  const copyCount = needed === 1 ? "1 copy has" : `${needed} copies have`;
  return found(
    {
      rule: "recovery/days",
      severity: "high",
      asset: { store, resource, flows: [] },
      path: short.flatMap(({ reach, keeper }) =>
        keeper ? [{ step: "flow" as const, address: keeper.by.address, text: keeper.text }] : flowSteps(reach).slice(-1),
      ),
      message: `${copyCount} to keep for ${days} days what was deleted or overwritten at "${store}", and ${keeping} ${keeping === 1 ? "does" : "do"}: ${told.join("; ")}`,
      fix: longest ? { text: `keep versions of ${longest.reach.resource.address} for at least ${days} days`, edits: [] } : null,
    },
    facts,
  );
}

/** What will only hold from a day on, or only for what is young. */
function notesOn(
  { reach, protection }: Counted,
  asset: Asset,
  sure: Keeper,
  all: readonly (Shorteners & { readonly keeper: Keeper })[],
  reaching: Reaching,
  facts: Facts,
): readonly Finding[] {
  if (isOpen(protection) || !protection.lock || sure.by !== protection.lock.by) return [];
  const { lock } = protection;
  const note = (message: string): Finding =>
    found(
      {
        rule: "recovery/days",
        severity: "low",
        asset,
        path: [{ step: "flow", address: lock.by.address, text: lock.text }],
        message,
        fix: null,
      },
      facts,
    );
  const names = (who: readonly Shortener[]) => [...new Set(who.map(({ actor }) => shownActor(actor)))].sort().join(", ");
  const later = all.filter(({ keeper, who }) => keeper !== sure && who.length > 0);
  const old = later.map(({ who }) =>
    note(
      `what was written to ${reach.resource.address} more than ${lock.days} days ago is locked no more, and could be deleted by ${names(who)}`,
    ),
  );
  if (!lock.from) return old;
  const lifters = shortenersOf(
    { ...sure, shortened: shorteningLock(reach.resource, { ...protection, lock: { ...lock, lifted: "by-right" } }) },
    asset,
    reaching,
    facts,
    () => true,
  );
  const day = lock.from.toISOString().slice(0, 10);
  const who = lifters.who.length > 0 ? names(lifters.who) : "nobody";
  return [
    ...old,
    note(`the retention rule of ${reach.resource.address} is locked from ${day} on; until then it could be removed by ${who}`),
  ];
}
