import { MAX_CELLS, OutOfBudget } from "./budget";
import type { Formula, Membership, Variable } from "./formula";
import { type Assigned, comparedWith, type Parts, requiredOf } from "./parts";
import { ALGEBRAS, type RegionOf, type SetOf, type Sort, type ValueOf } from "./value-set";

/**
 * One assignment of a variable for each way in which the formula can tell its values apart. The sets that occur cut the
 * domain into cells; inside of one cell no literal distinguishes two values, so that any member speaks for all. Where
 * variables are compared with each other, the sets of all of them cut: then values of one cell can be exchanged throughout.
 * What the formula requires of the variable in any case is cut off first.
 */
export function assignmentsOf(formula: Formula, variable: Variable, parts: Parts): readonly Assigned[] {
  const names = comparedWith(variable, parts);
  const sets = new Map<string, SetOf[Sort]>();
  for (const literal of parts.literals)
    if (literal.kind === "member" && names.has(literal.variable.name)) sets.set(keyOf(variable.sort, literal.set), literal.set);
  const required = requiredOf(formula, variable.name);
  // What is required of the one value is cut off as a whole, and cuts no further.
  for (const { set, negated } of required) if (negated || !variable.many) sets.delete(keyOf(variable.sort, set));
  const inOrder = [...sets].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, set]) => set);
  const cells = cellsOf<Sort>(variable, inOrder, required);
  const absent: readonly Assigned[] = required.some(({ negated }) => !negated) ? [] : [[]];
  return [...(variable.many ? listsOf(cells) : cells.map(({ member }) => [member])), ...absent];
}

interface Cell<S extends Sort> {
  readonly region: RegionOf[S];
  readonly member: ValueOf[S];
  /** Which of the sets hold it: one bit each. */
  readonly within: bigint;
}

function keyOf<S extends Sort>(sort: S, set: SetOf[S]): string {
  return ALGEBRAS[sort].key(set);
}

function cellsOf<S extends Sort>(
  variable: Variable<S>,
  sets: readonly SetOf[S][],
  required: readonly Membership[],
): readonly Cell<S>[] {
  const algebra = ALGEBRAS[variable.sort];
  let whole = algebra.region(algebra.every);
  for (const { set, negated } of required as readonly (Membership & { readonly set: SetOf[S] })[]) {
    const region = algebra.region(set);
    // Of a list only some value need be in a set, but none may be outside of what it excludes.
    if (negated) whole = algebra.intersect(whole, algebra.complement(region));
    else if (!variable.many) whole = algebra.intersect(whole, region);
  }
  const cell = (region: RegionOf[S], within: bigint): readonly Cell<S>[] => {
    const member = algebra.member(region);
    return member === undefined ? [] : [{ region, member, within }];
  };
  let cells = cell(whole, 0n);
  for (const [index, set] of sets.entries()) {
    const [inside, bit] = [algebra.region(set), 1n << BigInt(index)];
    const outside = algebra.complement(inside);
    cells = cells.flatMap(({ region, within }) => [
      ...cell(algebra.intersect(region, inside), within | bit),
      ...cell(algebra.intersect(region, outside), within),
    ]);
    if (cells.length > MAX_CELLS) throw new OutOfBudget(tooMany(variable));
  }
  return cells;
}

/** A list for each union of cells that holds of the sets what no other does; short ones first. */
function listsOf(cells: readonly Cell<Sort>[]): readonly Assigned[] {
  const lists = new Map<bigint, Assigned>();
  for (const { within, member } of cells) if (!lists.has(within)) lists.set(within, [member]);
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [within, list] of lists)
    for (const cell of cells) {
      const both = within | cell.within;
      if (!lists.has(both)) lists.set(both, [...list, cell.member]);
      if (lists.size > MAX_CELLS) throw new OutOfBudget("a list can be made up in too many ways");
    }
  return [...lists.values()];
}

const tooMany = ({ name }: Variable) => `the values of "${name}" are told apart in more than ${MAX_CELLS} ways`;
