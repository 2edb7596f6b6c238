import type { Way } from "../detours";
import { all, type Formula, implies, is, unknown } from "../logic";
import { partsOf, replaceLeaves } from "../logic/parts";
import type { Conditions } from "../possibility";
import { plainly } from "./plainly";

/** One thing that somebody may be able to do with a store or copy, by all ways that lead there. */
export interface Facet {
  readonly open: readonly OpenWay[];
  /** Why it isn't known of some ways whether they are open. */
  readonly doubts: ReadonlySet<string>;
}

export interface OpenWay {
  readonly id: string;
  /** In a sentence that begins with whoever takes it: `may read its objects`. */
  readonly says: string;
  readonly way: Way;
  /** Each the rights that have to be held together. */
  readonly alternatives: readonly (readonly Conditions[])[];
}

export type FacetChange = "gained" | "widened" | "changed" | "unknown" | "narrowed" | "lost";

/** A facet where every way gives the same, and one where each way is a power of its own. */
export type Kind = "same" | "own";

export function facetOf(ways: readonly Way[]): Facet {
  const open = ways.flatMap((way): readonly OpenWay[] => {
    const { row, held } = way;
    if (held.kind !== "possible") return [];
    const alternatives = held.alternatives.map((rights) => rights.map(withPlainDoubts));
    return [{ id: row.id, says: row.says, way, alternatives }];
  });
  const doubts = ways.flatMap(({ held }) => (held.kind === "undecided" ? held.reasons.map(plainly) : []));
  return { open, doubts: new Set(doubts) };
}

/** What isn't known stays so when the statement that raises it moves to another policy. */
function withPlainDoubts({ right, allowed, circumstances }: Conditions): Conditions {
  const plain = (formula: Formula) =>
    replaceLeaves(formula, (leaf) => (leaf.kind === "unknown" ? unknown(plainly(leaf.reason)) : leaf));
  return { right, allowed: plain(allowed), circumstances: plain(circumstances) };
}

/** What became of it; `undefined`: nothing. */
export function changeOf(before: Facet, after: Facet, kind: Kind): FacetChange | undefined {
  const [could, can] = [before.open.length > 0, after.open.length > 0];
  const isDoubtNew = [...after.doubts].some((doubt) => !before.doubts.has(doubt));
  if (!could && !can) return isDoubtNew ? "unknown" : undefined;
  if (!could) return "gained";
  if (!can) return after.doubts.size > 0 ? "unknown" : "lost";
  const [wider, narrower] = [goesBeyond(after, before, kind), goesBeyond(before, after, kind)];
  if (wider === "yes") return narrower === "no" ? "widened" : "changed";
  if (isDoubtNew || (wider === "unknown" && (isOpenQuestion(after) || !isOpenQuestion(before)))) return "unknown";
  return narrower === "yes" ? "narrowed" : undefined;
}

/** Whether something isn't known of a facet: what wasn't known before alone is told where it was settled. */
function isOpenQuestion({ open, doubts }: Facet): boolean {
  const conditions = open.flatMap(({ alternatives }) => alternatives.flat());
  return doubts.size > 0 || conditions.some(({ allowed }) => partsOf(allowed).reasons.length > 0);
}

/** The ways of the first that the second doesn't cover. */
export function beyond(one: Facet, other: Facet, kind: Kind): readonly OpenWay[] {
  return one.open.filter((way) => isCovered(way, other, kind) !== "yes");
}

type Answer = "yes" | "no" | "unknown";

function goesBeyond(one: Facet, other: Facet, kind: Kind): Answer {
  const covered = one.open.map((way) => isCovered(way, other, kind));
  if (covered.includes("no")) return "yes";
  return covered.includes("unknown") ? "unknown" : "no";
}

/** Each alternative must be among those of the other side, in all its circumstances. */
function isCovered({ id, alternatives }: OpenWay, other: Facet, kind: Kind): Answer {
  const ways = kind === "same" ? other.open : other.open.filter((way) => way.id === id);
  const others = ways.flatMap((way) => way.alternatives);
  return worst(alternatives.map((rights) => best(others.map((allowed) => isWithin(rights, allowed)))));
}

/** Whoever holds the first rights holds the second ones at the same time: each of them follows from one of the first. */
function isWithin(rights: readonly Conditions[], others: readonly Conditions[]): Answer {
  return worst(others.map((other) => best(candidates(rights, other).map((right) => follows(right, other)))));
}

/** The same right says most. */
function candidates(rights: readonly Conditions[], { right }: Conditions): readonly Conditions[] {
  const same = rights.filter((one) => one.right === right);
  return same.length > 0 ? same : rights;
}

function follows(one: Conditions, other: Conditions): Answer {
  if (one.allowed === other.allowed) return "yes";
  const [allowed, others] = withSharedDoubts(one.allowed, other.allowed);
  const comparison = implies(all(one.circumstances, other.circumstances, allowed), others);
  return comparison.kind === "holds" ? "yes" : comparison.kind === "fails" ? "no" : "unknown";
}

/** What isn't known on either side, for the same reason, is the same on both: a circumstance like others. */
function withSharedDoubts(one: Formula, other: Formula): readonly [Formula, Formula] {
  const known = new Set(partsOf(other).reasons);
  const shared = new Set(partsOf(one).reasons.filter((reason) => known.has(reason)));
  if (shared.size === 0) return [one, other];
  const asCircumstance = (formula: Formula) =>
    replaceLeaves(formula, (leaf) =>
      leaf.kind === "unknown" && shared.has(leaf.reason) ? is({ name: `unknown: ${leaf.reason}`, sort: "flag" }, true) : leaf,
    );
  return [asCircumstance(one), asCircumstance(other)];
}

const best = (answers: readonly Answer[]): Answer =>
  answers.includes("yes") ? "yes" : answers.includes("unknown") ? "unknown" : "no";
const worst = (answers: readonly Answer[]): Answer =>
  answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";
