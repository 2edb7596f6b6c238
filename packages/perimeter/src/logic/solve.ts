import { MAX_STEPS, MAX_VARIABLES, OutOfBudget } from "./budget";
import { assignmentsOf } from "./cells";
import type { Witness } from "./evaluate";
import { all, type Formula, type Junction, type Variable } from "./formula";
import { partsOf, substitute, variablesOf } from "./parts";
import type { Value } from "./value-set";

type Found = Witness | undefined;
const NOTHING_ASKED: Witness = new Map();

/**
 * Finds a request for which a formula without unknown leaves holds, or that there is none: one variable after another, one
 * member of each of its cells, each formula that is left once. A variable that the answer doesn't name may be anything.
 * @throws OutOfBudget
 */
export function solver(): (formula: Formula) => Found {
  const known = new Map<Formula, Found>();
  let steps = 0;

  const solve = (formula: Formula): Found => {
    if (formula.kind === "true") return NOTHING_ASKED;
    if (formula.kind === "false") return undefined;
    if (known.has(formula)) return known.get(formula);
    const found = formula.kind === "any" ? first(formula) : formula.kind === "all" ? conjunction(formula) : byCases(formula);
    known.set(formula, found);
    return found;
  };

  const first = ({ of }: Junction): Found => {
    for (const one of of) {
      const found = solve(one);
      if (found) return found;
    }
    return undefined;
  };

  const conjunction = (formula: Junction): Found => {
    const groups = independent(formula.of);
    if (groups.length === 1) return byCases(formula);
    const witness = new Map<string, Value | readonly Value[] | null>();
    for (const group of groups) {
      const found = solve(all(...group));
      if (!found) return undefined;
      for (const [name, value] of found) witness.set(name, value);
    }
    return witness;
  };

  const byCases = (formula: Formula): Found => {
    const parts = partsOf(formula);
    if (parts.variables.size > MAX_VARIABLES) throw new OutOfBudget(`more than ${MAX_VARIABLES} variables hang together`);
    const variable = mostUsed(formula);
    if (!variable) return undefined;
    for (const values of assignmentsOf(formula, variable, parts)) {
      steps += 1;
      if (steps > MAX_STEPS) throw new OutOfBudget(`a condition takes more than ${MAX_STEPS} cases`);
      const found = solve(substitute(formula, variable, values));
      if (found) return new Map([...found, [variable.name, variable.many && values.length > 0 ? values : (values[0] ?? null)]]);
    }
    return undefined;
  };

  return solve;
}

/** Which variable to decide first: the one in most literals, by name where several are. */
function mostUsed(formula: Formula): Variable | undefined {
  const { literals, variables } = partsOf(formula);
  const uses = new Map<string, number>();
  for (const { name } of literals.flatMap(variablesOf)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const [most] = [...uses].sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1));
  return most && variables.get(most[0]);
}

interface Group {
  readonly conjuncts: Formula[];
  readonly names: string[];
}

/** The conjuncts in groups that share no variable: each can be decided alone. The smaller of two groups joins the larger. */
function independent(conjuncts: readonly Formula[]): readonly (readonly Formula[])[] {
  const groups = new Map<string, Group>();
  for (const conjunct of conjuncts) {
    let group: Group = { conjuncts: [conjunct], names: [] };
    for (const name of partsOf(conjunct).variables.keys()) {
      const other = groups.get(name);
      if (other && other !== group) group = joined(group, other, groups);
      else if (!other) group.names.push(name);
      groups.set(name, group);
    }
  }
  return [...new Set(groups.values())].map((group) => group.conjuncts);
}

function joined(one: Group, other: Group, groups: Map<string, Group>): Group {
  const [large, small] = one.names.length < other.names.length ? [other, one] : [one, other];
  large.conjuncts.push(...small.conjuncts);
  large.names.push(...small.names);
  for (const name of small.names) groups.set(name, large);
  return large;
}
