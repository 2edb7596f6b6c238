import type { Block, NestedBlock, TypeJson } from "./types";
import { isList, isObject, type ObjectValue, type Value } from "./value";

/**
 * A stored value in the shape of today's schema: every attribute and block is there, others are dropped.
 * Source: Terraform plugin protocol 5.x, UpgradeResourceState; an absent block list is `[]`, an absent single block null.
 */
export function shapeBlock(block: Block, value: Value | undefined): ObjectValue {
  const given = isObject(value) ? value : {};
  return mapBlock(
    block,
    (name, type) => shapeType(type, given[name]),
    (name, nested) => shapeNested(nested, given[name]),
  );
}

/** A block's object, attribute by attribute and block by block. */
export function mapBlock(
  block: Block,
  attribute: (name: string, type: TypeJson) => Value,
  nested: (name: string, nested: NestedBlock) => Value,
): ObjectValue {
  return Object.fromEntries([
    ...Object.entries(block.attributes ?? {}).map(([name, { type }]) => [name, attribute(name, type)] as const),
    ...Object.entries(block.block_types ?? {}).map(([name, inner]) => [name, nested(name, inner)] as const),
  ]);
}

function shapeNested(nested: NestedBlock, value: Value | undefined): Value {
  if (nested.nesting_mode === "single") return isObject(value) ? shapeBlock(nested.block, value) : null;
  return isList(value) ? value.map((element) => shapeBlock(nested.block, element)) : [];
}

/** A value in the shape of a type: what an object lacks is null. */
export function shapeType(type: TypeJson, value: Value | undefined): Value {
  if (value === undefined || value === null) return null;
  if (typeof type === "string") return value;
  const [kind, inner] = type;
  if (kind === "object") {
    const given = isObject(value) ? value : {};
    return Object.fromEntries(Object.entries(inner).map(([name, of]) => [name, shapeType(of, given[name])]));
  }
  if (isList(value)) return value.map((element) => shapeType(inner, element));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shapeType(inner, of)]));
  return value;
}
