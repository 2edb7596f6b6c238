import type { Fields, Resource, Value } from "../input";
import { knownText } from "../input/expression/text";

export const argument = (resource: Resource, name: string): Value | undefined => resource.arguments.entries.get(name);

export function textArgument(resource: Resource, name: string): string | undefined {
  const value = argument(resource, name);
  return value && knownText(value);
}

/** Blocks or items of a list; a block that stands alone may be written as an object. `undefined`: they aren't known. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (!value) return [];
  if (value.kind === "list") return value.items;
  return value.kind === "unknown" ? undefined : [value];
}

export function fieldsOf(value: Value | undefined): Fields["entries"] {
  return value?.kind === "object" ? value.entries : new Map();
}

export const isTrue = (value: Value | undefined): boolean => value !== undefined && knownText(value) === "true";
export const isFalse = (value: Value | undefined): boolean => value !== undefined && knownText(value) === "false";
