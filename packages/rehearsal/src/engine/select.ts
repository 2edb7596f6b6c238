import type { Step } from "../protocol/messages";
import type { Block } from "../schema/types";
import { isList, isObject, UNKNOWN, type Value } from "../schema/value";

/** A place in a resource's value. */
export interface Found {
  readonly value: Value;
  /** As a diagnostic takes it; it ends at a set, whose elements have no address. */
  readonly steps: readonly Step[];
  /** As the providers spell it: `rule.0.status`. */
  readonly key: string;
}

/** All places that a dotted path without indexes means; `[]` at its end means the elements. */
export function select(block: Block, root: Value, path: string): readonly Found[] {
  const elements = path.endsWith("[]");
  const names = (elements ? path.slice(0, -2) : path).split(".");
  return walk(block, { value: root, steps: [], key: "" }, names, elements);
}

function walk(block: Block | undefined, at: Found, [name, ...rest]: readonly string[], elements: boolean): readonly Found[] {
  if (name === undefined || !isObject(at.value)) return [];
  const nested = block?.block_types?.[name];
  const type = block?.attributes?.[name]?.type;
  const here: Found = { value: at.value[name] ?? null, steps: [...at.steps, name], key: at.key ? `${at.key}.${name}` : name };
  const isSet = nested?.nesting_mode === "set" || (Array.isArray(type) && type[0] === "set");
  if (rest.length === 0) return elements ? spread(here, isSet) : [here];
  return spread(here, isSet).flatMap((found) => walk(nested?.block, found, rest, elements));
}

/** The elements of a list or set; a single block is its own only one. */
function spread(found: Found, isSet: boolean): readonly Found[] {
  if (isObject(found.value)) return [found];
  if (!isList(found.value)) return [];
  return found.value.map((value, index) => ({
    value,
    steps: isSet ? found.steps : [...found.steps, index],
    key: `${found.key}.${index}`,
  }));
}

/** Whether an argument is set, as far as one can know. */
export const isSet = ({ value }: Found) => value !== null && value !== UNKNOWN && !(isList(value) && value.length === 0);
