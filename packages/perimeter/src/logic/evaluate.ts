import type { Formula, Literal, Membership, Variable } from "./formula";
import { ALGEBRAS, type SetOf, type Sort, type Value, type ValueOf } from "./value-set";

/** A request: what each variable is. `null` says that it is absent; so is one that isn't named. */
export type Witness = ReadonlyMap<string, Value | readonly Value[] | null>;

/** What a formula says of one request: `undefined` where it hangs on an unknown leaf. Shares nothing with the decision. */
export function evaluate(formula: Formula, witness: Witness): boolean | undefined {
  const known = new Map<Formula, boolean | undefined>();
  const truthOf = (one: Formula): boolean | undefined => {
    if (!known.has(one)) known.set(one, compute(one));
    return known.get(one);
  };
  const compute = (one: Formula): boolean | undefined => {
    switch (one.kind) {
      case "true":
      case "false":
        return one.kind === "true";
      case "unknown":
        return undefined;
      case "member":
      case "equal":
        return holds(one, witness) !== one.negated;
      case "all":
      case "any": {
        const truths = one.of.map(truthOf);
        const decisive = one.kind === "any";
        if (truths.includes(decisive)) return decisive;
        return truths.includes(undefined) ? undefined : !decisive;
      }
      default:
        return one satisfies never;
    }
  };
  return truthOf(formula);
}

/** Whether the literal's atom holds, its negation aside. */
function holds(literal: Literal, witness: Witness): boolean {
  if (literal.kind === "member") return valuesOf(literal.variable, witness).some((value) => belongs(literal, value));
  const [left, right] = [valuesOf(literal.left, witness)[0], valuesOf(literal.right, witness)[0]];
  if (left === undefined || right === undefined) return false;
  return hasValue(literal.left.sort, onlyValue(literal.left.sort, left), right);
}

function belongs({ variable, set }: Membership, value: Value): boolean {
  return hasValue(variable.sort, set, value);
}

function valuesOf({ name }: Variable, witness: Witness): readonly Value[] {
  const value = witness.get(name) ?? null;
  if (value === null) return [];
  return typeof value === "object" ? value : [value];
}

function hasValue<S extends Sort>(sort: S, set: SetOf[S], value: ValueOf[S]): boolean {
  return ALGEBRAS[sort].has(set, value);
}

function onlyValue<S extends Sort>(sort: S, value: ValueOf[S]): SetOf[S] {
  return ALGEBRAS[sort].only(value);
}
