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

const rootOf = (value: Value): Found => ({ value, steps: [], key: "" });

/** All places that a dotted path without indexes means; `[]` at its end means the elements. */
export function select(block: Block, root: Value, path: string): readonly Found[] {
  return walk(block, rootOf(root), namesOf(path), path.endsWith("[]"));
}

const namesOf = (path: string) => path.replace(/\[\]$/, "").split(".");

/** What several paths lead to within one block. */
export type Company = ReadonlyMap<string, readonly Found[]>;

/** For each block that is there and is the nearest common parent of the paths: what each of them leads to in it. */
export function companies(block: Block, root: Value, paths: readonly string[]): readonly Company[] {
  const parent = commonParent(paths.map(namesOf));
  const inside = parent.reduce<Block | undefined>((outer, name) => outer?.block_types?.[name]?.block, block);
  const parents = parent.length === 0 ? [rootOf(root)] : walk(block, rootOf(root), parent, true);
  return parents
    .filter(({ value }) => isObject(value))
    .map(
      (one) => new Map(paths.map((path) => [path, walk(inside, one, namesOf(path).slice(parent.length), path.endsWith("[]"))])),
    );
}

function commonParent(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = paths.map((names) => names.slice(0, -1));
  const end = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  return end === -1 ? first : first.slice(0, end);
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

/** Whether an argument may be set by what isn't known yet. */
export const mayBeSet = ({ value }: Found) => value === UNKNOWN || (isList(value) && value.includes(UNKNOWN));
