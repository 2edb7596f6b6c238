import { mapBlock } from "./shape";
import type { Block, NestedBlock } from "./types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "./value";

/** Holds an expression or a directive; `$${` and `%%{` are text. */
const holdsTemplate = (text: string) => /(?<!\$)\$\{|(?<!%)%\{/.test(text);

/**
 * A block of `*.tf.json` as the value that Terraform would show the provider before it knows any other resource: what
 * holds an expression is unknown. Source: Terraform documentation, "JSON Configuration Syntax".
 */
export const configurationOf = (block: Block, body: Value | undefined): ObjectValue => {
  const given = isObject(body) ? body : {};
  const dynamic = isObject(given["dynamic"]) ? given["dynamic"] : {};
  return mapBlock(
    block,
    (name) => known(given[name] ?? null),
    (name, nested) => (name in dynamic ? UNKNOWN : blocks(nested, given[name] ?? null)),
  );
};

function known(value: Value): Value {
  if (typeof value === "string") return holdsTemplate(value) ? UNKNOWN : value;
  if (isList(value)) return value.map(known);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, known(of)]));
  return value;
}

/** One block, or a list of them. */
function blocks(nested: NestedBlock, value: Value): Value {
  if (typeof value === "string") return known(value);
  const all: readonly Value[] = isList(value) ? value : value === null ? [] : [value];
  const made = all.map((one) => configurationOf(nested.block, one));
  return nested.nesting_mode === "single" ? (made[0] ?? null) : made;
}
