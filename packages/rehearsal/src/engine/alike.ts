import { sameArgument } from "../schema/equal";
import type { Block, NestedBlock } from "../schema/types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";

/**
 * A proposed object whose set elements have the computed values that they had before. Terraform matches the elements
 * of a set by their likeness and sometimes finds none; then each plan would show a change that nobody made.
 */
export function withPriorElements(block: Block, prior: ObjectValue, proposed: ObjectValue): ObjectValue {
  const blocks = Object.entries(block.block_types ?? {}).map(([name, nested]) => [
    name,
    elements(nested, prior[name] ?? null, proposed[name] ?? null),
  ]);
  return { ...proposed, ...Object.fromEntries(blocks) };
}

function elements(nested: NestedBlock, prior: Value, proposed: Value): Value {
  if (!isList(prior) || !isList(proposed)) return proposed;
  if (nested.nesting_mode !== "set") {
    return proposed.map((element, index) => {
      const old = prior[index] ?? null;
      return isObject(element) && isObject(old) ? withPriorElements(nested.block, old, element) : element;
    });
  }
  const left = [...prior];
  return proposed.map((element) => {
    const at = left.findIndex((old) => isAlike(nested.block, old, element));
    return at < 0 ? element : (left.splice(at, 1)[0] ?? null);
  });
}

/** Whether the old element is what the service may have made of the new one: only computed nulls differ. */
function isAlike(block: Block, old: Value, element: Value): boolean {
  if (!isObject(old) || !isObject(element)) return false;
  const attributes = Object.entries(block.attributes ?? {}).every(([name, { computed }]) => {
    const value = element[name] ?? null;
    const open = computed === true && (value === null || value === UNKNOWN);
    return open || sameArgument(block, name, old[name] ?? null, value);
  });
  return (
    attributes &&
    Object.entries(block.block_types ?? {}).every(([name, { block: inner }]) => areAlike(inner, old[name], element[name]))
  );
}

function areAlike(block: Block, old: Value | undefined, elements: Value | undefined): boolean {
  if (!isList(old) || !isList(elements)) return (old ?? null) === (elements ?? null);
  return old.length === elements.length && old.every((one, index) => isAlike(block, one, elements[index] ?? null));
}
