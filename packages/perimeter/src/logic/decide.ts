import { metered, OutOfBudget } from "./budget";
import { evaluate, type Witness } from "./evaluate";
import { all, FALSE, type Formula, not, TRUE } from "./formula";
import { partsOf, replaceLeaves, variablesOf } from "./parts";
import { solver } from "./solve";

/**
 * What requests a formula holds for. `sometimes` says that it holds for the witness, whatever is unknown; `undecided`, that
 * it isn't known whether it holds for any.
 */
export type Decision =
  | { readonly kind: "always" | "sometimes"; readonly witness: Witness }
  | { readonly kind: "never" }
  | Undecided;

/** Why it can't be known: the unknown leaves, or what went beyond the budget. */
export interface Undecided {
  readonly kind: "undecided";
  readonly reasons: readonly string[];
}

/** Whether a formula holds for every request, for some or for none. */
export function decide(formula: Formula): Decision {
  const mixed = mixedVariable(formula);
  if (mixed !== undefined) return { kind: "undecided", reasons: [`"${mixed}" has values of two kinds`] };
  const { reasons } = partsOf(formula);
  const certain = satisfy(withUnknown(formula, FALSE));
  if (certain.kind === "undecided") return certain;
  if (certain.kind === "found") return { kind: isCertain(formula) ? "always" : "sometimes", witness: certain.witness };
  if (reasons.length === 0) return { kind: "never" };
  const possible = satisfy(withUnknown(formula, TRUE));
  return possible.kind === "none" ? { kind: "never" } : { kind: "undecided", reasons: [...new Set(reasons)].sort() };
}

/** Whether there is no request for which the first holds and the second doesn't; the witness is such a request. */
export type Comparison = { readonly kind: "holds" } | { readonly kind: "fails"; readonly witness: Witness } | Undecided;

/** Whether the second holds wherever the first does. */
export function implies(one: Formula, other: Formula): Comparison {
  const decision = decide(all(one, not(other)));
  switch (decision.kind) {
    case "never":
      return { kind: "holds" };
    case "always":
    case "sometimes":
      return { kind: "fails", witness: decision.witness };
    case "undecided":
      return decision;
    default:
      return decision satisfies never;
  }
}

/** Whether both hold for the same requests; the witness is one that they treat differently. */
export function equivalent(one: Formula, other: Formula): Comparison {
  const [there, back] = [implies(one, other), implies(other, one)];
  if (there.kind === "fails") return there;
  if (back.kind === "fails") return back;
  return there.kind === "undecided" ? there : back;
}

function withUnknown(formula: Formula, truth: Formula): Formula {
  return replaceLeaves(formula, (leaf) => (leaf.kind === "unknown" ? truth : leaf));
}

/** What goes beyond the budget here only costs the word `always`. */
function isCertain(formula: Formula): boolean {
  return satisfy(not(withUnknown(formula, FALSE))).kind === "none";
}

type Satisfied = { readonly kind: "found"; readonly witness: Witness } | { readonly kind: "none" } | Undecided;

function satisfy(formula: Formula): Satisfied {
  const found = withinBudget(() => solver()(formula));
  if (found.kind === "undecided") return found;
  if (found.value === undefined) return { kind: "none" };
  const witness = new Map([...namesOf(formula)].map((name) => [name, found.value?.get(name) ?? null]));
  // The evaluator shares no code with the search: what they differ on is a defect of one of them, and no answer.
  if (evaluate(formula, witness) !== true) throw new Error("a witness does not satisfy its formula");
  return { kind: "found", witness };
}

const namesOf = (formula: Formula) => [...partsOf(formula).variables.keys()].sort();

function withinBudget<Value>(compute: () => Value): { readonly kind: "done"; readonly value: Value } | Undecided {
  try {
    return { kind: "done", value: metered(compute) };
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: "undecided", reasons: [error.message] };
    throw error;
  }
}

/** The name of a variable that occurs with two sorts, or once as a list and once not. */
function mixedVariable(formula: Formula): string | undefined {
  const { literals, variables } = partsOf(formula);
  const mixed = literals.flatMap(variablesOf).find(({ name, sort, many }) => {
    const known = variables.get(name);
    return known?.sort !== sort || (known.many ?? false) !== (many ?? false);
  });
  return mixed?.name;
}
