import { type Fields, fields, isNull, list, literal, NULL, openIn, reasonOf, type Scalar, unknown, type Value } from "../value";
import { knownText, textOf, valueOfJson } from "./text";

/**
 * Terraform's functions as far as they are computed here, each exactly as Terraform does it, open values kept in their
 * places. `undefined`: not with these arguments.
 * Source: Terraform documentation, "Built-in Functions".
 */
type Compute = (...values: readonly Value[]) => Value | undefined;

/** What a call gives; for a function that isn't computed, an unknown that names it. */
export function callFunction(name: string, values: readonly Value[]): Value {
  const compute = FUNCTIONS.get(name);
  if (!compute) return unknown(`the function "${name}" isn't computed here`);
  const value = compute(...values);
  if (value) return value;
  const open = values.map(openIn).find((one) => one !== undefined);
  return unknown(`the function "${name}" isn't computed here with these values${open ? `: ${reasonOf(open)}` : ""}`);
}

const FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  // Encoding
  ["jsonencode", (value) => value && { kind: "json", value }],
  ["jsondecode", jsonDecode],
  // Texts
  ["join", join],
  ["format", format],
  ["formatlist", formatList],
  ["lower", onText((text) => text.toLowerCase())],
  ["upper", onText((text) => text.toUpperCase())],
  ["trimspace", onText((text) => text.trim())],
  ["trimprefix", onTexts((text, prefix = "") => (text.startsWith(prefix) ? text.slice(prefix.length) : text))],
  ["trimsuffix", onTexts((text, suffix = "") => (suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text))],
  ["replace", replace],
  ["split", split],
  ["startswith", onTexts((text, prefix = "") => text.startsWith(prefix))],
  ["endswith", onTexts((text, suffix = "") => text.endsWith(suffix))],
  ["strcontains", onTexts((text, part = "") => text.includes(part))],
  // Kinds
  ["tostring", (value) => value && (isText(value) || isNull(value) ? value : scalarText(value))],
  ["tonumber", toNumber],
  ["tobool", (value) => (value?.kind === "literal" ? toBoolean(value.value) : undefined)],
  ["tolist", asList],
  ["toset", (value) => asSet(itemsOf(value))],
  ["tomap", (value) => (value?.kind === "object" ? value : undefined)],
  ["sensitive", (value) => value],
  ["nonsensitive", (value) => value],
  // Collections
  ["concat", (...values) => allItems(values)],
  ["flatten", (value) => flatten(value, 0)],
  ["distinct", (value) => asList(asSet(itemsOf(value)))],
  ["setunion", (...values) => asSet(itemsOf(allItems(values)))],
  ["compact", compact],
  ["reverse", (value) => itemsOf(value) && list([...(itemsOf(value) ?? [])].reverse())],
  ["sort", sort],
  ["element", element],
  ["slice", slice],
  ["length", length],
  ["contains", contains],
  ["one", one],
  ["keys", (value) => (value?.kind === "object" ? list(sortedKeys(value).map(literal)) : undefined)],
  [
    "values",
    (value) => (value?.kind === "object" ? list(sortedKeys(value).map((key) => value.entries.get(key) ?? NULL)) : undefined),
  ],
  ["lookup", lookup],
  ["merge", merge],
  ["zipmap", zipMap],
  [
    "coalesce",
    (...values) => firstOf(values, (value) => value.kind === "literal" && (value.value === null || value.value === "")),
  ],
  ["coalescelist", (...values) => firstOf(values, (value) => value.kind === "list" && value.items.length === 0)],
]);

const isText = (value: Value) =>
  value.kind === "template" || value.kind === "json" || value.kind === "reference" || isString(value);
const isString = (value: Value) => value.kind === "literal" && typeof value.value === "string";
const scalarText = (value: Value) => (value.kind === "literal" ? literal(String(value.value)) : undefined);
const sortedKeys = (value: Fields) => [...value.entries.keys()].sort();

function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  return value?.kind === "list" ? value.items : undefined;
}

function onText(change: (text: string) => string): Compute {
  return (value) => {
    const text = value && knownText(value);
    return text === undefined ? undefined : literal(change(text));
  };
}

function onTexts(change: (text: string, other?: string) => Scalar): Compute {
  return (value, other) => {
    const [text, second] = [value && knownText(value), other && knownText(other)];
    return text === undefined || second === undefined ? undefined : literal(change(text, second));
  };
}

function jsonDecode(value: Value | undefined): Value | undefined {
  if (value?.kind === "json") return value.value;
  const text = value && knownText(value);
  if (text === undefined) return undefined;
  try {
    return valueOfJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function join(separator: Value | undefined, ...lists: readonly Value[]): Value | undefined {
  const items = itemsOf(allItems(lists));
  if (!separator || !items || lists.length === 0) return undefined;
  return textOf(items.flatMap((item, at) => (at > 0 ? [separator, item] : [item])));
}

/** Only `%s`, `%d`, `%v` and `%%`, which put a value as it is; others shape it. */
function format(form: Value | undefined, ...values: readonly Value[]): Value | undefined {
  const text = form && knownText(form);
  const pieces = text?.split(/(%.)/);
  if (!pieces) return undefined;
  let next = 0;
  const parts: Value[] = [];
  for (const piece of pieces) {
    if (piece === "%%") parts.push(literal("%"));
    else if (piece === "%s" || piece === "%d" || piece === "%v") {
      const value = values[next];
      if (!value) return undefined;
      parts.push(value);
      next += 1;
    } else if (piece.startsWith("%")) return undefined;
    else parts.push(literal(piece));
  }
  return next === values.length ? textOf(parts) : undefined;
}

function formatList(form: Value | undefined, ...values: readonly Value[]): Value | undefined {
  const lengths = values.map((value) => itemsOf(value)?.length).filter((size) => size !== undefined);
  const [size] = lengths;
  if (!form || size === undefined || lengths.some((other) => other !== size)) return undefined;
  const rows = Array.from({ length: size }, (_, row) => format(form, ...values.map((value) => itemsOf(value)?.[row] ?? value)));
  return rows.every((row) => row !== undefined) ? list(rows) : undefined;
}

/** A text between slashes is a regular expression of Go's, which isn't one of JavaScript's. */
function replace(value: Value | undefined, from: Value | undefined, to: Value | undefined): Value | undefined {
  const [text, old, by] = [value, from, to].map((one) => one && knownText(one));
  if (text === undefined || old === undefined || by === undefined || /^\/.*\/$/s.test(old)) return undefined;
  return literal(text.replaceAll(old, () => by));
}

function split(separator: Value | undefined, value: Value | undefined): Value | undefined {
  const [by, text] = [separator && knownText(separator), value && knownText(value)];
  return by === undefined || text === undefined ? undefined : list(text === "" ? [literal("")] : text.split(by).map(literal));
}

function toNumber(value: Value | undefined): Value | undefined {
  const text = value && knownText(value);
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? literal(Number(text)) : undefined;
}

function toBoolean(value: Scalar): Value | undefined {
  if (value === true || value === "true") return literal(true);
  return value === false || value === "false" ? literal(false) : undefined;
}

/** Whether two values are the same, as far as that is certain. */
export function same(a: Value, b: Value): boolean | undefined {
  if (a.kind === "literal" && b.kind === "literal") return a.value === b.value;
  if (a.kind === "reference" && b.kind === "reference" && a.to === b.to && a.attribute.join() === b.attribute.join()) return true;
  const [left, right] = [knownText(a), knownText(b)];
  if (left !== undefined && right !== undefined) return left === right;
  if (a.kind === "list" && b.kind === "list" && a.items.length + b.items.length === 0) return true;
  return undefined;
}

function asList(value?: Value): Value | undefined {
  const items = itemsOf(value);
  return items && list(items);
}

/** Without what is certainly there already; what may be equal stays, which changes no meaning of a set. */
function asSet(items: readonly Value[] | undefined): Value | undefined {
  if (!items) return undefined;
  const seen = new Set<string>();
  const kept = items.filter((item) => {
    const key = item.kind === "literal" || item.kind === "reference" ? JSON.stringify(item) : undefined;
    if (key === undefined) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return { kind: "list", items: kept, set: true };
}

function allItems(values: readonly Value[]): Value | undefined {
  const lists = values.map(itemsOf);
  return lists.every((items) => items !== undefined) ? list(lists.flat()) : undefined;
}

const DEEPEST_LIST = 50;

function flatten(value: Value | undefined, depth: number): Value | undefined {
  if (value?.kind !== "list" || depth > DEEPEST_LIST) return undefined;
  const inner = value.items.map((item) =>
    item.kind === "list" ? itemsOf(flatten(item, depth + 1)) : isShape(item) ? [item] : undefined,
  );
  return inner.every((items) => items !== undefined) ? list(inner.flat()) : undefined;
}

/** Whether it is certain that a value is no list. */
const isShape = (value: Value) => value.kind !== "unknown";

function compact(value: Value | undefined): Value | undefined {
  const items = itemsOf(value);
  if (!items || items.some((item) => item.kind === "unknown")) return undefined;
  return list(items.filter((item) => item.kind !== "literal" || (item.value !== null && item.value !== "")));
}

function sort(value: Value | undefined): Value | undefined {
  const texts = itemsOf(value)?.map(knownText);
  return texts?.every((text) => text !== undefined) ? list([...texts].sort().map(literal)) : undefined;
}

function numberOf(value: Value | undefined): number | undefined {
  const number = value?.kind === "literal" ? Number(value.value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
}

function element(value: Value | undefined, at: Value | undefined): Value | undefined {
  const [items, index] = [itemsOf(value), numberOf(at)];
  return items && index !== undefined && items.length > 0 ? items.at(index < 0 ? index : index % items.length) : undefined;
}

function slice(value: Value | undefined, from: Value | undefined, to: Value | undefined): Value | undefined {
  const [items, start, end] = [itemsOf(value), numberOf(from), numberOf(to)];
  if (!items || start === undefined || end === undefined || start < 0 || end < start || end > items.length) return undefined;
  return list(items.slice(start, end));
}

function length(value: Value | undefined): Value | undefined {
  if (value?.kind === "list") return literal(value.items.length);
  if (value?.kind === "object") return literal(value.entries.size);
  const text = value?.kind === "literal" ? knownText(value) : undefined;
  return text === undefined ? undefined : literal([...text].length);
}

function contains(value: Value | undefined, wanted: Value | undefined): Value | undefined {
  if (!wanted) return undefined;
  const answers = itemsOf(value)?.map((item) => same(item, wanted));
  if (answers?.includes(true)) return literal(true);
  return answers?.every((answer) => answer === false) ? literal(false) : undefined;
}

function one(value: Value | undefined): Value | undefined {
  const items = itemsOf(value);
  return items && items.length < 2 ? (items[0] ?? NULL) : undefined;
}

function lookup(value: Value | undefined, key: Value | undefined, other: Value | undefined): Value | undefined {
  const name = key && knownText(key);
  return value?.kind === "object" && name !== undefined ? (value.entries.get(name) ?? other) : undefined;
}

function merge(...values: readonly Value[]): Value | undefined {
  const maps = values.filter((value) => !isNull(value));
  if (maps.some((value) => value.kind !== "object")) return undefined;
  return fields(maps.flatMap((value) => (value.kind === "object" ? [...value.entries] : [])));
}

function zipMap(keys: Value | undefined, values: Value | undefined): Value | undefined {
  const [names, items] = [itemsOf(keys)?.map(knownText), itemsOf(values)];
  if (!names?.every((name) => name !== undefined) || names.length !== items?.length) return undefined;
  return fields(names.map((name, at) => [name, items[at] ?? NULL]));
}

/** The first value that isn't empty; nothing behind an unknown one can be chosen. */
function firstOf(values: readonly Value[], isEmpty: (value: Value) => boolean): Value | undefined {
  const found = values.find((value) => !isEmpty(value));
  return found?.kind === "unknown" ? undefined : found;
}
