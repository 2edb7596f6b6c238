import {
  type Automaton,
  acceptsText,
  complementAutomaton,
  intersectAutomata,
  type Pick,
  shortestText,
  unfold,
} from "./automaton";
import { fold, foldUnit, variantsOf } from "./case";
import { globAutomaton, movesWith } from "./glob";
import type { Language } from "./language";

/** A set of texts that a decision computes with: a list of words or all but those, as long as that says it, else an automaton. */
export type TextSet =
  | { readonly kind: "words"; readonly words: ReadonlySet<string>; readonly except: boolean; readonly ignoreCase: boolean }
  | { readonly kind: "automaton"; readonly automaton: Automaton };

/** @throws OutOfBudget where an automaton grows too large */
export function compiled(language: Language): TextSet {
  const known = COMPILED.get(language);
  if (known) return known;
  const set = compile(language);
  COMPILED.set(language, set);
  return set;
}

const COMPILED = new WeakMap<Language, TextSet>();

function compile(language: Language): TextSet {
  switch (language.kind) {
    case "words":
      return { kind: "words", words: new Set(language.words), except: false, ignoreCase: language.ignoreCase };
    case "glob":
      return { kind: "automaton", automaton: globAutomaton(language.glob, language.ignoreCase) };
    case "complement":
      return complementTexts(compiled(language.of));
    case "intersection":
      return language.of.map(compiled).reduce(intersectTexts, EVERY_TEXT);
    default:
      return language satisfies never;
  }
}

const EVERY_TEXT: TextSet = { kind: "words", words: new Set(), except: true, ignoreCase: false };

export function complementTexts(set: TextSet): TextSet {
  if (set.kind === "words") return { ...set, except: !set.except };
  return { kind: "automaton", automaton: complementAutomaton(set.automaton) };
}

export function intersectTexts(one: TextSet, other: TextSet): TextSet {
  return (
    selected(one, other) ??
    selected(other, one) ??
    exceptBoth(one, other) ?? {
      kind: "automaton",
      automaton: intersectAutomata(automatonOf(one), automatonOf(other)),
    }
  );
}

/** Words, and the other set decides each of them; words that stand for several spellings only where it can't tell those apart. */
function selected(one: TextSet, other: TextSet): TextSet | undefined {
  if (one.kind !== "words" || one.except) return one.kind === "words" && one.words.size === 0 ? other : undefined;
  if (one.ignoreCase && one.words.size > 0 && (other.kind === "automaton" || (!other.ignoreCase && other.words.size > 0)))
    return undefined;
  return { ...one, words: new Set([...one.words].filter((word) => hasText(other, word))) };
}

/** Neither these words nor those. */
function exceptBoth(one: TextSet, other: TextSet): TextSet | undefined {
  if (one.kind !== "words" || other.kind !== "words" || one.ignoreCase !== other.ignoreCase) return undefined;
  return { ...one, words: new Set([...one.words, ...other.words]) };
}

export function hasText(set: TextSet, text: string): boolean {
  if (set.kind === "automaton") return acceptsText(set.automaton, text);
  return set.words.has(set.ignoreCase ? fold(text) : text) !== set.except;
}

function automatonOf(set: TextSet): Automaton {
  if (set.kind === "automaton") return set.automaton;
  const automaton = wordsAutomaton(set.words, set.ignoreCase);
  return set.except ? complementAutomaton(automaton) : automaton;
}

interface Branch {
  readonly number: number;
  isWord: boolean;
  readonly next: Map<string, Branch>;
}

/** The tree of the words' beginnings. */
function wordsAutomaton(words: ReadonlySet<string>, ignoreCase: boolean): Automaton {
  let count = 0;
  const branch = (): Branch => ({ number: count++, isWord: false, next: new Map() });
  const [root, nowhere] = [branch(), branch()];
  for (const word of words) {
    let at = root;
    for (const unit of word.split("")) {
      const next = at.next.get(unit) ?? branch();
      at.next.set(unit, next);
      at = next;
    }
    at.isWord = true;
  }
  return unfold<Branch>({
    start: root,
    accepts: ({ isWord }) => isWord,
    moves: ({ next }) =>
      movesWith(
        nowhere,
        [...next].map(([unit, to]) => ({ units: ignoreCase ? variantsOf(unit) : [unit], to })),
      ),
    key: ({ number }) => number,
  });
}

/** What people write in names, the usual first. */
const PREFERRED = "abcdefghijklmnopqrstuvwxyz0123456789-_./:@ABCDEFGHIJKLMNOPQRSTUVWXYZ+=,#~%&!$()[]{};<>^|`'\"\\*? ";

/**
 * A shortest member that people can read, or none where the set is empty; always the same one.
 * @param folded only members in lower case count
 */
export function memberText(set: TextSet, folded: boolean): string | undefined {
  if (set.kind === "automaton") return shortestText(set.automaton, folded ? pickFolded : pickUnit);
  if (set.except) return firstNotAmong(set);
  const members = [...set.words].filter((word) => !folded || fold(word) === word);
  return members.sort((one, other) => one.length - other.length || (one < other ? -1 : 1))[0];
}

/** Of as many texts as there are words, and one more, one is not among them. */
function firstNotAmong({ words, ignoreCase }: Extract<TextSet, { kind: "words" }>): string {
  const letters = PREFERRED.slice(0, 26);
  for (let number = 1; ; number += 1) {
    let text = "";
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = letters.charAt((rest - 1) % 26) + text;
    if (!words.has(ignoreCase ? fold(text) : text)) return text;
  }
}

const RANKED = PREFERRED.split("").map((unit, rank) => ({ unit: unit.charCodeAt(0), rank }));
const RANKED_FOLDED = RANKED.filter(({ unit }) => isFolded(unit));
const pickUnit: Pick = (from, end) => RANKED.find(({ unit }) => from <= unit && unit < end) ?? readable(from, end, () => true);
const pickFolded: Pick = (from, end) =>
  RANKED_FOLDED.find(({ unit }) => from <= unit && unit < end) ?? readable(from, end, isFolded);

function isFolded(unit: number): boolean {
  const text = String.fromCharCode(unit);
  return foldUnit(text) === text;
}

/** Beyond what people usually write: letters first, then whatever there is. */
function readable(from: number, end: number, isMeant: (unit: number) => boolean): ReturnType<Pick> {
  let other: number | undefined;
  for (let unit = from; unit < end; unit += 1) {
    if (!isMeant(unit)) continue;
    if (/\p{L}/u.test(String.fromCharCode(unit))) return { unit, rank: PREFERRED.length + unit };
    other ??= unit;
  }
  return other === undefined ? undefined : { unit: other, rank: 2 * PREFERRED.length + 0x1_0000 + other };
}
