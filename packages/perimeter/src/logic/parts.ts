import {
  all,
  any,
  type Equality,
  FALSE,
  type Formula,
  isLiteral,
  type Literal,
  type Membership,
  not,
  some,
  TRUE,
  type Variable,
} from "./formula";
import { ALGEBRAS, type SetOf, type Sort, type Value, type ValueOf } from "./value-set";

/** What a formula says of its variables, each literal once. */
export interface Parts {
  readonly literals: readonly Literal[];
  readonly variables: ReadonlyMap<string, Variable>;
  /** Of unknown leaves. */
  readonly reasons: readonly string[];
}

export function partsOf(formula: Formula): Parts {
  const known = PARTS.get(formula);
  if (known) return known;
  const literals: Literal[] = [];
  const variables = new Map<string, Variable>();
  const reasons: string[] = [];
  const visited = new Set([formula]);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const one of visited) {
    if (one.kind === "unknown") reasons.push(one.reason);
    if (one.kind === "all" || one.kind === "any") for (const part of one.of) visited.add(part);
    if (!isLiteral(one)) continue;
    literals.push(one);
    for (const variable of variablesOf(one)) variables.set(variable.name, variable);
  }
  const parts = { literals, variables, reasons };
  PARTS.set(formula, parts);
  return parts;
}

const PARTS = new WeakMap<Formula, Parts>();

export function variablesOf(literal: Literal): readonly Variable[] {
  return literal.kind === "member" ? [literal.variable] : [literal.left, literal.right];
}

/** The formula with some of its leaves replaced; each part is looked at once, however often it stands there. */
export function replaceLeaves(formula: Formula, leafOf: (leaf: Formula) => Formula): Formula {
  const known = new Map<Formula, Formula>();
  const replace = (one: Formula): Formula => {
    const done = known.get(one);
    if (done) return done;
    const replaced =
      one.kind === "all" ? all(...one.of.map(replace)) : one.kind === "any" ? any(...one.of.map(replace)) : leafOf(one);
    known.set(one, replaced);
    return replaced;
  };
  return replace(formula);
}

/** What a variable is in one request: its value or values, or none. */
export type Assigned = readonly Value[];

/** The formula where one variable is known: it no longer occurs, and what was compared with it is compared with its value. */
export function substitute(formula: Formula, variable: Variable, values: Assigned): Formula {
  return replaceLeaves(formula, (leaf) => {
    if (leaf.kind === "member" && leaf.variable.name === variable.name) {
      const holds = values.some((value) => hasValue(variable.sort, leaf.set, value));
      return holds !== leaf.negated ? TRUE : FALSE;
    }
    return leaf.kind === "equal" ? compared(leaf, variable, values) : leaf;
  });
}

function compared(leaf: Equality, { name, sort }: Variable, [value]: Assigned): Formula {
  const partner = leaf.left.name === name ? leaf.right : leaf.right.name === name ? leaf.left : undefined;
  if (!partner) return leaf;
  const holds = value === undefined ? FALSE : some(partner, onlyValue(sort, value));
  return leaf.negated ? not(holds) : holds;
}

function hasValue<S extends Sort>(sort: S, set: SetOf[S], value: ValueOf[S]): boolean {
  return ALGEBRAS[sort].has(set, value);
}

function onlyValue<S extends Sort>(sort: S, value: ValueOf[S]): SetOf[S] {
  return ALGEBRAS[sort].only(value);
}

/** The variables that are compared with this one, also by way of others, itself first. */
export function comparedWith(variable: Variable, { literals }: Parts): ReadonlySet<string> {
  const equalities = literals.filter((literal): literal is Equality => literal.kind === "equal");
  const names = new Set([variable.name]);
  for (const name of names)
    for (const { left, right } of equalities) {
      if (left.name === name) names.add(right.name);
      if (right.name === name) names.add(left.name);
    }
  return names;
}

/** What a formula that is a conjunction asks of a variable in any case. */
export function requiredOf(formula: Formula, name: string): readonly Membership[] {
  const conjuncts = formula.kind === "all" ? formula.of : [formula];
  return conjuncts.filter((one): one is Membership => one.kind === "member" && one.variable.name === name);
}
