import { knownText } from "./expression/text";
import { fields, type List, list, openIn, type Reference, type Value } from "./value";

/**
 * One value out of two accounts of it: `symbolic` comes from expressions, `known` from a plan or a state. References stay,
 * since they say what a value stands for; where both are known and differ, `prefer` decides.
 */
export function overlay(symbolic: Value, known: Value, prefer: "first" | "second"): Value {
  if (known.kind === "unknown") return symbolic;
  switch (symbolic.kind) {
    case "unknown":
      return known.kind === "list" ? withOpenItems(known, symbolic) : known;
    case "reference":
      return known.kind === "list" ? ofItem(symbolic, known) : ofReference(symbolic, known);
    case "object":
      if (known.kind === "list" && known.items.length === 1) return overlay(list([symbolic]), known, prefer);
      return known.kind === "object" ? ofObjects(symbolic.entries, known.entries, prefer) : symbolic;
    case "list":
      return known.kind === "list" ? ofLists(symbolic.items, known.items, prefer) : symbolic;
    case "template":
    case "json":
      return openIn(symbolic) && knownText(known) !== undefined ? known : prefer === "second" ? known : symbolic;
    case "literal":
      return prefer === "second" && known.kind === "literal" ? known : symbolic;
  }
}

/** The items that a plan doesn't know, with what the expression tells of them. */
function withOpenItems({ items }: List, open: Value): Value {
  return list(items.map((item) => (item.kind === "unknown" ? open : item)));
}

/** An expression over one reference gives a list in which one item is open: it is that one. */
function ofItem(reference: Reference, known: List): Value {
  const open = known.items.filter((item) => item.kind === "unknown").length;
  if (open === 0) return known.items.length === 1 ? list(known.items.map((item) => ofReference(reference, item))) : known;
  return open === 1 ? withOpenItems(known, reference) : known;
}

/** A known value that differs from the one which the reference already has belongs to something else. */
function ofReference(reference: Reference, known: Value): Value {
  if (known.kind !== "literal") return reference;
  if (reference.value !== undefined && reference.value !== known.value) return known;
  return known.value === null ? reference : { ...reference, value: known.value };
}

function ofObjects(first: ReadonlyMap<string, Value>, second: ReadonlyMap<string, Value>, prefer: "first" | "second"): Value {
  const merged = new Map(second);
  for (const [key, value] of first) {
    const other = second.get(key);
    merged.set(key, other ? overlay(value, other, prefer) : value);
  }
  return fields(merged);
}

/**
 * A set comes back from a plan in another order than it was written: items are paired only where nothing can be
 * mistaken, that is one with one, or where every known text is the same in both.
 */
function ofLists(first: readonly Value[], second: readonly Value[], prefer: "first" | "second"): Value {
  const open = first.some((item) => openIn(item) !== undefined);
  if (first.length === second.length && (first.length === 1 || first.every((item, at) => agrees(item, second[at])))) {
    return list(first.map((item, at) => overlay(item, second[at] ?? item, prefer)));
  }
  if (second.every((item) => openIn(item) === undefined)) {
    const stands = prefer === "first" && !open;
    const refers = open && first.every((item) => item.kind === "reference" || item.kind === "literal");
    return list(stands || refers ? first : second);
  }
  return list(open && prefer === "second" && first.some((item) => item.kind === "unknown") ? second : first);
}

/** Whether an item may be the same as another one. What is open agrees with a text that fits its literal parts. */
function agrees(item: Value, other: Value | undefined): boolean {
  if (!other || other.kind === "unknown") return true;
  const text = knownText(item);
  if (text !== undefined) return text === knownText(other);
  if (item.kind === "reference") return false;
  if (item.kind === "template") return fits(item.parts, knownText(other));
  return item.kind === other.kind;
}

/** Whether a text begins and ends as the literal parts of a template do, with the others in order between. */
function fits(parts: readonly Value[], text: string | undefined): boolean {
  if (text === undefined) return false;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal") continue;
    const wanted = String(part.value);
    const found = text.indexOf(wanted, at);
    if (found < 0 || (index === 0 && found > 0)) return false;
    at = found + wanted.length;
  }
  const last = parts.at(-1);
  return last?.kind !== "literal" || text.endsWith(String(last.value));
}
