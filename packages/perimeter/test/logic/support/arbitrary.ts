import * as fc from "fast-check";
import {
  all,
  any,
  complement,
  equal,
  type Formula,
  globbed,
  intersection,
  type Language,
  not,
  parseGlob,
  some,
  union,
  unknown,
  type Variable,
  words,
} from "../../../src/logic";

/** Few characters, two of them the same letter, so that patterns meet. */
export const ALPHABET = ["a", "A", "b"] as const;

/** All texts of up to this many characters of the alphabet. */
export function shortTexts(length: number): readonly string[] {
  const longer = (texts: readonly string[]) => texts.flatMap((text) => ALPHABET.map((unit) => text + unit));
  let [texts, last]: [readonly string[], readonly string[]] = [[""], [""]];
  for (let at = 0; at < length; at += 1) [texts, last] = [[...texts, ...longer(last)], longer(last)];
  return texts;
}

const ignoreCase = fc.record({ ignoreCase: fc.boolean() });
const short = (units: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...units), { maxLength }).map((parts) => parts.join(""));

export const glob = fc
  .tuple(short([...ALPHABET, "*", "?"], 5), ignoreCase)
  .map(([text, option]) => globbed(parseGlob(text), option));
const wordList = fc
  .tuple(fc.array(short(ALPHABET, 3), { maxLength: 3 }), ignoreCase)
  .map(([texts, option]) => words(texts, option));

/** Globs and lists of words, and what complement, intersection and union make of them. */
export const language: fc.Arbitrary<Language> = fc.letrec<{ language: Language }>((tie) => ({
  language: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    glob,
    wordList,
    tie("language").map(complement),
    fc.array(tie("language"), { minLength: 1, maxLength: 3 }).map(intersection),
    fc.array(tie("language"), { minLength: 1, maxLength: 3 }).map(union),
  ),
})).language;

/** A finite domain: letters are all values that a language of single letters tells apart, and `z` any other. */
export const VARIABLES = [
  { name: "v", sort: "name" },
  { name: "w", sort: "name" },
  { name: "x", sort: "name" },
] as const satisfies readonly Variable[];
export const LISTED = { name: "list", sort: "name", many: true } as const satisfies Variable;
const LETTERS = ["a", "b"] as const;

const letters = fc
  .tuple(fc.subarray([...LETTERS]), fc.boolean())
  .map(([texts, isComplement]) =>
    isComplement ? complement(words(texts, { ignoreCase: true })) : words(texts, { ignoreCase: true }),
  );
const variable = fc.constantFrom(...VARIABLES);
const atom = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(variable, letters).map(([one, set]) => some(one, set)) },
  { weight: 2, arbitrary: letters.map((set) => some(LISTED, set)) },
  { weight: 2, arbitrary: fc.tuple(variable, variable).map(([one, second]) => equal(one, second)) },
);

function formulas(leaf: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  return fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { depthSize: "medium", withCrossShrink: true },
      leaf,
      tie("formula").map(not),
      fc.array(tie("formula"), { maxLength: 4 }).map((of) => all(...of)),
      fc.array(tie("formula"), { maxLength: 4 }).map((of) => any(...of)),
    ),
  })).formula;
}

/** Over a few variables, one of them a list, each of which tells apart two letters and all the rest. */
export const formula = formulas(atom);
export const formulaWithUnknown = formulas(fc.oneof({ weight: 5, arbitrary: atom }, fc.constantFrom("one", "two").map(unknown)));

const TEXT_VARIABLES = [
  { name: "p", sort: "text" },
  { name: "q", sort: "text" },
] as const satisfies readonly Variable[];

/** Over two texts that are compared with languages and with each other. */
export const textFormula = formulas(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...TEXT_VARIABLES), language).map(([one, set]) => some(one, set)) },
    { weight: 1, arbitrary: fc.constant(equal(...TEXT_VARIABLES)) },
  ),
);

const TEXTS_OR_NONE = [null, ...shortTexts(2)];
/** Some of the requests that a formula of `textFormula` tells apart: all of short texts. */
export const TEXT_WORLDS = TEXTS_OR_NONE.flatMap((p) =>
  TEXTS_OR_NONE.map(
    (q) =>
      new Map([
        ["p", p],
        ["q", q],
      ]),
  ),
);

/** Three values beyond the letters: no formula over three variables tells more apart. */
const RANGE = [null, ...LETTERS, "c", "d", "e"] as const;
const LISTS = [null, ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"], ["a", "b", "c"]] as const;

/** Every request that a formula of `formula` could tell apart from the others. */
export const WORLDS = RANGE.flatMap((v) =>
  RANGE.flatMap((w) =>
    RANGE.flatMap((x) =>
      LISTS.map(
        (list) =>
          new Map<string, string | readonly string[] | null>([
            ["v", v],
            ["w", w],
            ["x", x],
            ["list", list],
          ]),
      ),
    ),
  ),
);
