import { MAX_DEPTH, OutOfBudget } from "./budget";
import { interner } from "./intern";
import { depthOf, union } from "./language";
import { ascending } from "./line";
import { ALGEBRAS, type SetOf, type Sort, type ValueOf } from "./value-set";

/** A variable of a request. It is absent or has a value of its sort; `many`: absent or a list of one value or more. */
export interface Variable<S extends Sort = Sort> {
  readonly name: string;
  readonly sort: S;
  readonly many?: boolean;
}

/**
 * A condition on a request, in negation normal form: only literals are negated. Equal formulas are the same object.
 * An unknown leaf may be true or false for each request, and differently at each place where it stands.
 */
export type Formula = Constant | Unknown | Literal | Junction;
export type Literal = Membership | Equality;

export interface Constant {
  readonly kind: "true" | "false";
  readonly id: number;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly id: number;
  readonly key: string;
  /** Why it isn't known, for a person. */
  readonly reason: string;
}

/** The variable has a value that belongs to the set, or (negated) none that does, as when it is absent. */
export interface Membership {
  readonly kind: "member";
  readonly id: number;
  readonly key: string;
  readonly variable: Variable;
  readonly set: SetOf[Sort];
  readonly negated: boolean;
}

/** Both variables are present and their values equal, or (negated) not so. */
export interface Equality {
  readonly kind: "equal";
  readonly id: number;
  readonly key: string;
  readonly left: Variable;
  readonly right: Variable;
  readonly negated: boolean;
}

export interface Junction {
  readonly kind: "all" | "any";
  readonly id: number;
  /** Two or more, in an order that hangs on nothing else; none a constant, a junction of the same kind or there twice. */
  readonly of: readonly Formula[];
  readonly depth: number;
}

const intern = interner<Formula>();
let made = 0;
const nextId = () => made++;

export const TRUE = intern("true", () => ({ kind: "true", id: nextId() }));
export const FALSE = intern("false", () => ({ kind: "false", id: nextId() }));

export function unknown(reason: string): Formula {
  const key = `unknown ${reason}`;
  return intern(key, () => ({ kind: "unknown", id: nextId(), key, reason }));
}

/** Has a value in the set. Of a list: one of its values is. */
export function some<S extends Sort>(variable: Variable<S>, set: SetOf[S]): Formula {
  return membership(variable, set, false);
}

/** Present, and no value in the set: unlike `not(some(…))` false where the variable is absent. OCI's `!=` and `not in`. */
export function other<S extends Sort>(variable: Variable<S>, set: SetOf[S]): Formula {
  return all(present(variable), not(some(variable, set)));
}

/** No value outside of the set: also true where the variable is absent. AWS's `ForAllValues`, and `IfExists` of one value. */
export function every<S extends Sort>(variable: Variable<S>, set: SetOf[S]): Formula {
  try {
    return not(some<S>(variable, ALGEBRAS[variable.sort].outside(set)));
  } catch (error) {
    if (error instanceof OutOfBudget) return unknown(error.message);
    throw error;
  }
}

export function present<S extends Sort>(variable: Variable<S>): Formula {
  return some<S>(variable, ALGEBRAS[variable.sort].every);
}

/** Is present with this value. */
export function is<S extends Sort>(variable: Variable<S>, value: ValueOf[S]): Formula {
  return some<S>(variable, ALGEBRAS[variable.sort].only(value));
}

/** Both are present and equal. Lists and different sorts aren't compared: the answer is unknown. */
export function equal(one: Variable, second: Variable): Formula {
  return equality(one, second, false);
}

function membership<S extends Sort>(variable: Variable<S>, set: SetOf[S], negated: boolean): Formula {
  if (typeof set === "object" && "kind" in set && depthOf(set) > MAX_DEPTH)
    return unknown(`the texts of "${variable.name}" are nested more than ${MAX_DEPTH} deep`);
  const key = `${negated ? "not " : ""}member ${keyOf(variable)} ${ALGEBRAS[variable.sort].key(set)}`;
  return intern(key, () => ({ kind: "member", id: nextId(), key, variable, set, negated }));
}

function equality(one: Variable, second: Variable, negated: boolean): Formula {
  if (one.many || second.many) return unknown(`"${one.name}" and "${second.name}" are compared as lists`);
  if (one.sort !== second.sort) return unknown(`"${one.name}" is a ${one.sort} and "${second.name}" is a ${second.sort}`);
  if (one.name === second.name) return negated ? not(present(one)) : present(one);
  const [left, right] = one.name < second.name ? [one, second] : [second, one];
  const key = `${negated ? "not " : ""}equal ${keyOf(left)} ${keyOf(right)}`;
  return intern(key, () => ({ kind: "equal", id: nextId(), key, left, right, negated }));
}

const keyOf = ({ name, sort, many }: Variable) => JSON.stringify([name, sort, many === true]);

/** The opposite, by De Morgan; an unknown stays unknown. */
export function not(formula: Formula): Formula {
  const known = OPPOSITES.get(formula);
  if (known) return known;
  const opposite = opposed(formula);
  OPPOSITES.set(formula, opposite);
  return opposite;
}

const OPPOSITES = new WeakMap<Formula, Formula>();

function opposed(formula: Formula): Formula {
  switch (formula.kind) {
    case "true":
      return FALSE;
    case "false":
      return TRUE;
    case "unknown":
      return formula;
    case "member":
      return membership(formula.variable, formula.set, !formula.negated);
    case "equal":
      return equality(formula.left, formula.right, !formula.negated);
    case "all":
      return any(...formula.of.map(not));
    case "any":
      return all(...formula.of.map(not));
    default:
      return formula satisfies never;
  }
}

export function all(...of: readonly Formula[]): Formula {
  return junction("all", of);
}

export function any(...of: readonly Formula[]): Formula {
  return junction("any", of);
}

/** If the first, then also the second. */
export function onlyIf(one: Formula, second: Formula): Formula {
  return any(not(one), second);
}

function junction(kind: Junction["kind"], of: readonly Formula[]): Formula {
  const [neutral, absorbing] = kind === "all" ? [TRUE, FALSE] : [FALSE, TRUE];
  const operands = new Set<Formula>();
  for (const one of joinedWords(kind, flattened(kind, of))) if (one !== neutral) operands.add(one);
  for (const one of operands) if (one === absorbing || (isLiteral(one) && operands.has(not(one)))) return absorbing;
  const [first, second] = operands;
  if (!first) return neutral;
  if (!second) return first;
  const depth = 1 + [...operands].reduce((deepest, one) => Math.max(deepest, "depth" in one ? one.depth : 0), 0);
  if (depth > MAX_DEPTH) return unknown(`conditions are nested more than ${MAX_DEPTH} deep`);
  const inOrder = [...operands].sort(byStructure);
  return intern(`${kind} ${inOrder.map(({ id }) => id).join()}`, () => ({ kind, id: nextId(), of: inOrder, depth }));
}

/** Goes down where two formulas first differ: what is equal is identical. Leaves come before junctions. */
function byStructure(one: Formula, other: Formula): number {
  if (one === other) return 0;
  if (!("of" in one) || !("of" in other)) return "of" in one ? 1 : "of" in other ? -1 : ascending(leafKey(one), leafKey(other));
  if (one.kind !== other.kind) return ascending(one.kind, other.kind);
  const at = one.of.findIndex((operand, index) => operand !== other.of[index]);
  const [operand, second] = [one.of[at], other.of[at]];
  return operand && second ? byStructure(operand, second) : one.of.length - other.of.length;
}

const leafKey = (leaf: Exclude<Formula, Junction>) => ("key" in leaf ? leaf.key : leaf.kind);

export function isLiteral(formula: Formula): formula is Literal {
  return formula.kind === "member" || formula.kind === "equal";
}

function flattened(kind: Junction["kind"], of: readonly Formula[]): readonly Formula[] {
  return of.flatMap((one) => (one.kind === kind ? one.of : [one]));
}

/** `some(v, A)` or `some(v, B)` is `some(v, A ∪ B)`, and neither is not that: lists of words become one list. */
function joinedWords(kind: Junction["kind"], of: readonly Formula[]): readonly Formula[] {
  const lists = new Map<string, Membership[]>();
  for (const one of of) {
    const list = one.kind === "member" && listOf(kind, one);
    if (list) lists.set(list, [...(lists.get(list) ?? []), one]);
  }
  if ([...lists.values()].every(({ length }) => length === 1)) return of;
  const rest = of.filter((one) => one.kind !== "member" || !listOf(kind, one));
  return [...[...lists.values()].map((same) => joined(same)), ...rest];
}

function listOf(kind: Junction["kind"], { variable, set, negated }: Membership): string | undefined {
  if (negated !== (kind === "all") || typeof set !== "object" || !("kind" in set) || set.kind !== "words") return undefined;
  return `${set.ignoreCase} ${keyOf(variable)}`;
}

function joined(same: readonly Membership[]): Formula {
  const [first] = same;
  if (!first) return FALSE;
  const languages = same.flatMap(({ set }) => ("kind" in set ? [set] : []));
  return same.length === 1 ? first : membership(first.variable, union(languages), first.negated);
}
