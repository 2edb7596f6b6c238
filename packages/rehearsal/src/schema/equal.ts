import type { Block, NestedBlock, TypeJson } from "./types";
import { canonical, isList, isObject, type Value } from "./value";

const sorted = (values: readonly Value[]) => [...values].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));

/** A value with its sets in one order, so that equal values have the same canonical text. */
function ordered(type: TypeJson, value: Value): Value {
  if (typeof type === "string") return type === "number" && typeof value === "number" ? String(value) : value;
  const [kind, inner] = type;
  if (isList(value)) {
    const elements = kind === "object" ? value : value.map((element) => ordered(inner as TypeJson, element));
    return kind === "set" ? sorted(elements) : elements;
  }
  if (!isObject(value)) return value;
  const typeOf = (name: string) => (kind === "object" ? inner[name] : inner) ?? "string";
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, ordered(typeOf(name), of)]));
}

function orderedNested(nested: NestedBlock, value: Value): Value {
  if (!isList(value)) return isObject(value) ? orderedBlock(nested.block, value) : value;
  const elements = value.map((element) => orderedBlock(nested.block, element));
  return nested.nesting_mode === "set" ? sorted(elements) : elements;
}

function orderedBlock(block: Block, value: Value): Value {
  if (!isObject(value)) return value;
  const entries = Object.keys(value).map((name) => [name, comparable(block, name, value[name] ?? null)]);
  return Object.fromEntries(entries);
}

/** The value of an argument in a form whose canonical text decides equality; write-only ones never differ. */
function comparable(block: Block, name: string, value: Value): Value {
  const nested = block.block_types?.[name];
  if (nested) return orderedNested(nested, value);
  const attribute = block.attributes?.[name];
  if (attribute?.write_only) return null;
  return attribute ? ordered(attribute.type, value) : value;
}

/** Whether two values of an argument are the same: sets without order, numbers by their decimal text. */
export const sameArgument = (block: Block, name: string, a: Value, b: Value): boolean =>
  canonical(comparable(block, name, a)) === canonical(comparable(block, name, b));

/** Whether two objects of a block are the same. */
export const sameBlock = (block: Block, a: Value, b: Value): boolean =>
  canonical(orderedBlock(block, a)) === canonical(orderedBlock(block, b));
