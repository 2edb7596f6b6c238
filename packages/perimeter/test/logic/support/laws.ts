import * as fc from "fast-check";
import {
  all,
  any,
  decide,
  equal,
  equivalent,
  evaluate,
  FALSE,
  type Formula,
  implies,
  not,
  some,
  TRUE,
  type Variable,
} from "../../../src/logic";
import { contains } from "../../../src/logic/language";
import { replaceLeaves } from "../../../src/logic/parts";
import { compiled, complementTexts, hasText, intersectTexts, memberText } from "../../../src/logic/text-set";
import { formula, formulaWithUnknown, language, shortTexts, TEXT_WORLDS, textFormula, WORLDS } from "./arbitrary";

const TEXTS = shortTexts(5);

/** Laws of languages: each says what it proves. */
export const LANGUAGE_LAWS: Readonly<Record<string, fc.IProperty<unknown>>> = {
  "an automaton accepts what the language as written contains": fc.property(language, (one) =>
    TEXTS.every((text) => hasText(compiled(one), text) === contains(one, text)),
  ),
  "a complement contains what its language doesn't": fc.property(language, (one) =>
    TEXTS.every((text) => hasText(complementTexts(compiled(one)), text) !== contains(one, text)),
  ),
  "an intersection contains what both contain": fc.property(language, language, (one, other) => {
    const both = intersectTexts(compiled(one), compiled(other));
    return TEXTS.every((text) => hasText(both, text) === (contains(one, text) && contains(other, text)));
  }),
  "a language and its complement share nothing, and together they are everything": fc.property(language, (one) => {
    const [inside, outside] = [compiled(one), complementTexts(compiled(one))];
    const neither = intersectTexts(complementTexts(inside), complementTexts(outside));
    return [intersectTexts(inside, outside), neither].every((set) => memberText(set, false) === undefined);
  }),
  "the member of a language is contained in it, and none is shorter": fc.property(language, (one) => {
    const member = memberText(compiled(one), false);
    if (member === undefined) return TEXTS.every((text) => !contains(one, text));
    const shorter = TEXTS.filter((text) => text !== "" && text.length < member.length);
    return contains(one, member) && shorter.every((text) => !contains(one, text));
  }),
  "the folded member is in lower case, and there is one where a text in lower case is contained": fc.property(language, (one) => {
    const member = memberText(compiled(one), true);
    if (member === undefined) return TEXTS.every((text) => text !== text.toLowerCase() || !contains(one, text));
    return contains(one, member) && member === member.toLowerCase();
  }),
};

/** What enumeration says: in how many of all worlds a formula holds. */
function enumerated(one: Formula): "always" | "sometimes" | "never" {
  const holds = WORLDS.filter((world) => evaluate(one, world) === true).length;
  return holds === 0 ? "never" : holds === WORLDS.length ? "always" : "sometimes";
}

const truths = (one: Formula) => WORLDS.map((world) => evaluate(one, world));
const agree = (one: Formula, other: Formula) => {
  const [left, right] = [truths(one), truths(other)];
  return left.every((truth, index) => truth === right[index]);
};

/** Other names, in the opposite order. */
const NEW_NAMES: Readonly<Record<string, string>> = { v: "z", w: "y", x: "b", list: "a" };
const renamed = <V extends Variable>(variable: V): V => ({ ...variable, name: NEW_NAMES[variable.name] ?? variable.name });
const renamedIn = (one: Formula) =>
  replaceLeaves(one, (leaf) => {
    if (leaf.kind !== "member" && leaf.kind !== "equal") return leaf;
    const atom = leaf.kind === "member" ? some(renamed(leaf.variable), leaf.set) : equal(renamed(leaf.left), renamed(leaf.right));
    return leaf.negated ? not(atom) : atom;
  });

/** Laws of formulas: each says what it proves. */
export const FORMULA_LAWS: Readonly<Record<string, fc.IProperty<unknown>>> = {
  "a decision is what enumeration of all requests finds": fc.property(formula, (one) => decide(one).kind === enumerated(one)),
  "never is never refuted by a short text, nor always": fc.property(textFormula, (one) => {
    const { kind } = decide(one);
    const found = TEXT_WORLDS.map((world) => evaluate(one, world));
    return !(kind === "never" && found.includes(true)) && !(kind === "always" && found.includes(false)) && kind !== "undecided";
  }),
  "a witness satisfies its formula": fc.property(formula, (one) => {
    const decision = decide(one);
    return !("witness" in decision) || evaluate(one, decision.witness) === true;
  }),
  "never and always change places under negation": fc.property(formula, (one) => {
    const [kind, opposite] = [decide(one).kind, decide(not(one)).kind];
    return (kind === "never") === (opposite === "always") && (kind === "sometimes") === (opposite === "sometimes");
  }),
  "the names of variables play no part": fc.property(formula, (one) => decide(one).kind === decide(renamedIn(one)).kind),
  "De Morgan: not all is any not": fc.property(
    formula,
    formula,
    (one, other) => not(all(one, other)) === any(not(one), not(other)),
  ),
  "a double negation is the formula itself": fc.property(formula, (one) => not(not(one)) === one),
  "order and repetition play no part": fc.property(formula, formula, (one, other) => all(one, other, one) === all(other, one)),
  "truth is neutral and falsehood absorbs": fc.property(
    formula,
    (one) => all(one, TRUE) === one && any(one, FALSE) === one && all(one, FALSE) === FALSE && any(one, TRUE) === TRUE,
  ),
  "and distributes over or": fc.property(formula, formula, formula, (one, other, third) =>
    agree(all(one, any(other, third)), any(all(one, other), all(one, third))),
  ),
  "a formula and its negation are never of one mind": fc.property(formula, (one) => {
    const [is, isNot] = [truths(one), truths(not(one))];
    return is.every((truth, index) => truth !== isNot[index]);
  }),
  "implication is that no request tells them apart": fc.property(formula, formula, (one, other) => {
    const counterexample = WORLDS.some((world) => evaluate(one, world) === true && evaluate(other, world) === false);
    return (implies(one, other).kind === "fails") === counterexample;
  }),
  "equivalence is agreement on every request": fc.property(
    formula,
    formula,
    (one, other) => (equivalent(one, other).kind === "holds") === agree(one, other),
  ),
  "an unknown leaf never makes a verdict that one of its truths refutes": fc.property(formulaWithUnknown, (one) => {
    const decision = decide(one);
    const known = truths(one);
    if (decision.kind === "never") return known.every((truth) => truth === false);
    if (decision.kind === "always") return known.every((truth) => truth === true);
    if (decision.kind === "sometimes") return known.includes(true);
    return !known.includes(true) && known.includes(undefined);
  }),
};
