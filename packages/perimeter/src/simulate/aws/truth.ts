import { isUnknown, type Unknown } from "./estate";

/** Kleene's three values: what depends on something unknown is unknown, unless the rest decides it alone. */
export type Truth = boolean | Unknown;

export function not(truth: Truth): Truth {
  return isUnknown(truth) ? truth : !truth;
}

/** Whether it holds for all of them; `true` for none. */
export function every<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  return not(some(items, (item) => not(holds(item))));
}

/** Whether it holds for one of them; `false` for none. */
export function some<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  let open: Unknown | undefined;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (isUnknown(truth)) open ??= truth;
  }
  return open ?? false;
}
