import type { Resource, Value } from "../../input";

/**
 * The values at a path, through blocks and lists; what isn't known on the way stands for what is behind it. A path with `/`
 * begins at the resource, any other one in the block.
 */
export function valuesAt(resource: Resource, block: Value, path: string): readonly Value[] {
  const start = path.startsWith("/") ? resource.arguments : block;
  return path
    .replace(/^\//, "")
    .split(".")
    .reduce<readonly Value[]>((values, name) => values.flatMap((value) => itemsIn(fieldOf(value, name))), [start]);
}

function fieldOf(value: Value, name: string): Value | undefined {
  return value.kind === "object" ? value.entries.get(name) : value.kind === "unknown" ? value : undefined;
}

function itemsIn(value: Value | undefined): readonly Value[] {
  if (!value || (value.kind === "literal" && value.value === null)) return [];
  return value.kind === "list" ? value.items.flatMap(itemsIn) : [value];
}
