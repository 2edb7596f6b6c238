import { type Bindings, evaluate, type Scope } from "./expression/evaluate";
import { parseTemplate } from "./expression/parser";
import { DEEPEST_JSON, knownText, TOO_DEEP } from "./expression/text";
import { fields, list, literal, type Scalar, unknown, type Value } from "./value";

/** JSON as it was parsed. */
export type JsonValue = Scalar | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export const isObject = (json: JsonValue | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** An entry of its own, never one of the prototype. */
export function entry(json: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}

/** The value of JSON in which every string is a template ("JSON Configuration Syntax", expression mapping). */
export function evaluateJson(json: JsonValue, scope: Scope, bindings: Bindings, depth = 0): Value {
  if (depth > DEEPEST_JSON) return TOO_DEEP;
  if (typeof json === "string") return evaluateText(json, scope, bindings);
  if (Array.isArray(json)) return list(json.map((item) => evaluateJson(item, scope, bindings, depth + 1)));
  if (!isObject(json)) return literal(json as Scalar);
  const entries: (readonly [string, Value])[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (key === "//") continue;
    const name = knownText(evaluateText(key, scope, bindings));
    if (name === undefined) return unknown(`the key "${key}" isn't known`);
    const inner = evaluateJson(value, scope, bindings, depth + 1);
    if (inner.kind !== "literal" || inner.value !== null) entries.push([name, inner]);
  }
  const made = fields(entries);
  const dynamic = entry(json, "dynamic");
  return isObject(dynamic) ? withDynamicBlocks(made, dynamic, scope, bindings, depth + 1) : made;
}

function evaluateText(text: string, scope: Scope, bindings: Bindings): Value {
  const parsed = parseTemplate(text);
  return "expression" in parsed
    ? evaluate(parsed.expression, scope, bindings)
    : unknown(`a template is malformed: ${parsed.malformed}`);
}

/** dynamic block: its content once for each element, which the block's name (or `iterator`) gives as `key` and `value`. */
function withDynamicBlocks(of: Value, dynamic: JsonObject, scope: Scope, bindings: Bindings, depth: number): Value {
  if (of.kind !== "object") return of;
  const entries = new Map(of.entries);
  entries.delete("dynamic");
  for (const [name, blocks] of Object.entries(dynamic)) {
    const repeated = (Array.isArray(blocks) ? blocks : [blocks]).map((block) => repeat(name, block, scope, bindings, depth));
    const before = entries.get(name);
    const fixed = before ? (before.kind === "list" ? before.items : [before]) : [];
    const open = repeated.find((one) => one.kind !== "list");
    entries.set(name, open ?? list([...fixed, ...repeated.flatMap((one) => (one.kind === "list" ? one.items : []))]));
  }
  return fields(entries);
}

function repeat(name: string, block: JsonValue, scope: Scope, bindings: Bindings, depth: number): Value {
  const over = evaluateJson(entry(block, "for_each") ?? null, scope, bindings, depth);
  const iterator = entry(block, "iterator");
  const pairs = elementsOf(over);
  if (!pairs) return unknown(`the blocks "${name}" are made by a "for_each" that isn't known`);
  const named = typeof iterator === "string" ? iterator : name;
  return list(
    pairs.map(([key, value]) => {
      const inner = new Map([
        ...bindings,
        [
          named,
          fields([
            ["key", key],
            ["value", value],
          ]),
        ] as const,
      ]);
      return evaluateJson(entry(block, "content") ?? {}, scope, inner, depth);
    }),
  );
}

/** Keys and values of what `for_each` goes through; `undefined` where that isn't known. */
export function elementsOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (value.kind === "list") return value.items.map((item, at) => [value.set ? item : literal(at), item]);
  return value.kind === "object" ? [...value.entries].map(([key, item]) => [literal(key), item]) : undefined;
}
