/** A question that takes more than it may. It is caught where the question was asked, and answered with `undecided`. */
export class OutOfBudget extends Error {}

/** States of automata that one decision may make, all together. */
const MAX_WORK = 40_000;
let made = 0;

/** Calls `compute`, which may make that many states; the count belongs to the decision that runs, and there is one at a time. */
export function metered<Result>(compute: () => Result): Result {
  made = 0;
  return compute();
}

/** One state more. */
export function countState(): void {
  made += 1;
  if (made > MAX_WORK) throw new OutOfBudget(`patterns take more than ${MAX_WORK} states together`);
}

/** States of one automaton. Globs without `?` have about one state a character. */
export const MAX_STATES = 20_000;
/** Boxes of one set of instants. */
export const MAX_BOXES = 512;
/** Cells into which the sets of a formula cut the domain of one variable. */
export const MAX_CELLS = 4_096;
/** Steps of one decision: cells tried, over all variables. */
export const MAX_STEPS = 50_000;
/** Operands above one another in a formula or a language. */
export const MAX_DEPTH = 200;
/** Variables that one conjunction ties together. */
export const MAX_VARIABLES = 500;
