import { fold } from "./case";
import { type Glob, matchesGlob } from "./glob";

/**
 * A set of texts, as it was written: small, and compiled where a decision needs it. `ignoreCase` says that all spellings
 * belong to it that differ in case only.
 */
export type Language =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly ignoreCase: boolean }
  | { readonly kind: "glob"; readonly glob: Glob; readonly ignoreCase: boolean }
  | { readonly kind: "complement"; readonly of: Language; readonly depth: number }
  | { readonly kind: "intersection"; readonly of: readonly Language[]; readonly depth: number };

export interface CaseOption {
  readonly ignoreCase?: boolean;
}

/** Exactly these texts. */
export function words(texts: Iterable<string>, { ignoreCase = false }: CaseOption = {}): Language {
  return { kind: "words", words: [...new Set(ignoreCase ? [...texts].map(fold) : texts)].sort(), ignoreCase };
}

/** The texts that a glob matches as a whole. One without wildcards is its text. */
export function globbed(glob: Glob, { ignoreCase = false }: CaseOption = {}): Language {
  const texts = glob.filter((part) => part.kind === "text");
  if (texts.length === glob.length) return words([texts.map(({ text }) => text).join("")], { ignoreCase });
  return glob.every(({ kind }) => kind === "many") ? ALL_TEXTS : { kind: "glob", glob, ignoreCase };
}

export function complement(of: Language): Language {
  return of.kind === "complement" ? of.of : { kind: "complement", of, depth: deeper([of]) };
}

export function intersection(of: readonly Language[]): Language {
  const [only] = of;
  if (only && of.length === 1) return only;
  return { kind: "intersection", of, depth: deeper(of) };
}

/** By De Morgan; words of the same reading of case are put together. */
export function union(of: readonly Language[]): Language {
  const [first] = of;
  const sameWords = of.filter(
    (language) => language.kind === "words" && first?.kind === "words" && language.ignoreCase === first.ignoreCase,
  );
  if (first?.kind === "words" && sameWords.length === of.length)
    return words(
      of.flatMap((language) => (language.kind === "words" ? language.words : [])),
      first,
    );
  return complement(intersection(of.map(complement)));
}

export const NO_TEXT: Language = words([]);
export const ALL_TEXTS: Language = complement(NO_TEXT);

/** How many languages stand above one another in this one. */
export function depthOf(language: Language): number {
  return "depth" in language ? language.depth : 0;
}

function deeper(of: readonly Language[]): number {
  return 1 + of.reduce((deepest, language) => Math.max(deepest, depthOf(language)), 0);
}

/** Whether a text belongs to a language, read from how it was written: the check of what the automata answer. */
export function contains(language: Language, text: string): boolean {
  switch (language.kind) {
    case "words":
      return language.words.includes(language.ignoreCase ? fold(text) : text);
    case "glob":
      return matchesGlob(language.glob, text, language.ignoreCase);
    case "complement":
      return !contains(language.of, text);
    case "intersection":
      return language.of.every((one) => contains(one, text));
    default:
      return language satisfies never;
  }
}

/** Equal for languages that are written alike. */
export function keyOfLanguage(language: Language): string {
  const known = KEYS.get(language);
  if (known !== undefined) return known;
  const key = JSON.stringify(language, (name, value) => (name === "depth" ? undefined : value));
  KEYS.set(language, key);
  return key;
}

const KEYS = new WeakMap<Language, string>();
