/**
 * Whether a rule holds. A doubt is an answer that hangs on something that isn't known; it never becomes one of the other
 * two, but where the rest of the rule decides without it.
 */
export type Truth = boolean | Doubt;

/** The open question, as a clause that begins with `whether`, `which` or `what`. */
export interface Doubt {
  readonly doubt: string;
}

export function isDoubt(truth: Truth): truth is Doubt {
  return typeof truth === "object";
}

export function not(truth: Truth): Truth {
  return isDoubt(truth) ? truth : !truth;
}

/** False if one is false, whatever the others are. */
export function every<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  let doubt: Doubt | undefined;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (isDoubt(truth)) doubt ??= truth;
  }
  return doubt ?? true;
}

/** True if one is true, whatever the others are. */
export function some<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  let doubt: Doubt | undefined;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (isDoubt(truth)) doubt ??= truth;
  }
  return doubt ?? false;
}

/** A rule that can be read in two ways: what both say, else the question between them. */
export function readings(one: Truth, other: Truth, question: string): Truth {
  if (isDoubt(one)) return one;
  return one === other ? one : isDoubt(other) ? other : { doubt: question };
}
