import { sameArgument } from "../schema/equal";
import type { Block, Facts } from "../schema/types";
import { canonical, type ObjectValue } from "../schema/value";
import { select } from "./select";

const topOf = (path: string) => path.split(".", 1)[0] ?? path;

/** The arguments of a block: what a configuration can set. */
const argumentsOf = (block: Block) => [
  ...Object.entries(block.attributes ?? {}).flatMap(([name, { required, optional }]) => (required || optional ? [name] : [])),
  ...Object.keys(block.block_types ?? {}).filter((name) => name !== "timeouts"),
];

/**
 * The top-level arguments of which a change means a new object: those that the provider marks so, where a value on
 * the marked path differs; every argument of a type that has no update. Source: behaviour.json, forceNew and noUpdate.
 */
export function replacements(block: Block, facts: Facts, prior: ObjectValue, planned: ObjectValue): readonly string[] {
  const marked = facts.noUpdate ? [...argumentsOf(block), ...(facts.forceNew ?? [])] : (facts.forceNew ?? []);
  const changed = marked.filter((path) => {
    const top = topOf(path);
    if (sameArgument(block, top, prior[top] ?? null, planned[top] ?? null)) return false;
    return path === top || textAt(block, prior, path) !== textAt(block, planned, path);
  });
  return [...new Set(changed.map(topOf))];
}

const textAt = (block: Block, value: ObjectValue, path: string) =>
  select(block, value, path)
    .map((found) => canonical(found.value))
    .sort()
    .join("\n");
