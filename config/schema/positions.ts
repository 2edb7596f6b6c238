import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";

/** A place in the configuration: keys and list indexes from the top. */
export type ConfigPath = readonly (string | number)[];
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The line and column of an offset in a text. The YAML library has a counter of its own, which misses the lines inside
 * of some quoted texts.
 */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(offset, 0));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

/** Finds the position of a value, or of the nearest enclosing one that exists. */
export type Locate = (path: ConfigPath, part?: "key" | "value") => Position;

export function locator(document: Document.Parsed, text: string): Locate {
  const position = (node: Node | null | undefined): Position | undefined => {
    return node?.range ? positionAt(text, node.range[0]) : undefined;
  };
  return (path, part = "value") => {
    let found = position(document.contents) ?? { line: 1, column: 1 };
    let node: unknown = document.contents;
    for (const [index, step] of path.entries()) {
      const child = childOf(node, step);
      if (child === undefined) break;
      const last = index === path.length - 1;
      const shown = last && part === "key" && isPair(child) ? child.key : isPair(child) ? (child.value ?? child.key) : child;
      found = position(shown as Node) ?? position(isPair(child) ? (child.key as Node) : undefined) ?? found;
      node = isPair(child) ? child.value : child;
    }
    return found;
  };
}

function childOf(node: unknown, step: string | number): Node | Pair | undefined {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
  if (isSeq(node)) return node.items[Number(step)] as Node | undefined;
  return undefined;
}
