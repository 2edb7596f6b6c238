import {
  fields,
  type Literal,
  list,
  literal,
  openIn,
  type Reference,
  type Scalar,
  type Unknown,
  unknown,
  type Value,
} from "../value";

/** Several values as one text, as a template joins them. */
export function textOf(values: readonly Value[]): Value {
  const parts: (Literal | Reference | Unknown)[] = [];
  for (const value of values) {
    for (const part of partsOf(value)) {
      const last = parts.at(-1);
      if (part.kind === "literal" && last?.kind === "literal") parts[parts.length - 1] = literal(`${last.value}${part.value}`);
      else parts.push(part);
    }
  }
  const kept = parts.filter((part) => part.kind !== "literal" || part.value !== "");
  const [only] = kept;
  if (only === undefined) return literal("");
  return kept.length === 1 ? only : { kind: "template", parts: kept };
}

/** What a value is as a part of a text. Terraform refuses null, lists and objects there. */
function partsOf(value: Value): readonly (Literal | Reference | Unknown)[] {
  switch (value.kind) {
    case "literal":
      return [value.value === null ? unknown("null stands in a text") : literal(String(value.value))];
    case "template":
      return value.parts;
    case "json":
      return jsonParts(value.value);
    case "list":
    case "object":
      return [unknown(`${value.kind === "list" ? "a list" : "an object"} stands in a text`)];
    case "reference":
    case "unknown":
      return [value];
  }
}

/** The text that `jsonencode` writes: keys in order, no blanks, and what would be unsafe in HTML escaped. */
function jsonParts(value: Value): readonly (Literal | Reference | Unknown)[] {
  switch (value.kind) {
    case "list":
      return [literal("["), ...value.items.flatMap((item, at) => [...comma(at), ...jsonParts(item)]), literal("]")];
    case "object": {
      const entries = [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
      const inner = entries.flatMap(([key, item], at) => [...comma(at), literal(`${json(key)}:`), ...jsonParts(item)]);
      return [literal("{"), ...inner, literal("}")];
    }
    case "literal":
      return [literal(json(value.value))];
    case "json": {
      const text = textOf([value]);
      if (text.kind === "literal") return [literal(json(text.value))];
      return [unknown("JSON with open values stands inside of JSON")];
    }
    case "template": {
      const inner = value.parts.map((part) => (part.kind === "literal" ? literal(json(part.value).slice(1, -1)) : part));
      return [literal('"'), ...inner, literal('"')];
    }
    case "reference":
      return [literal('"'), value, literal('"')];
    case "unknown":
      return [value];
  }
}

const comma = (at: number) => (at > 0 ? [literal(",")] : []);

/** Go's encoder writes these five as escapes (Terraform documentation, "jsonencode Function"). */
const json = (value: Scalar): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The text of a value that is wholly known: a string as it is, a number or a truth value as Terraform writes it. */
export function knownText(value: Value): string | undefined {
  if (value.kind === "reference") return value.value === undefined ? undefined : String(value.value);
  if (value.kind === "literal") return value.value === null ? undefined : String(value.value);
  if (value.kind !== "template" && value.kind !== "json") return undefined;
  if (openIn(value)) return undefined;
  return textParts(textOf([value]));
}

function textParts(value: Value): string | undefined {
  if (value.kind !== "template") return knownText(value);
  const texts = value.parts.map(knownText);
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}

/** Deeper JSON than this is nothing that a provider has. */
export const DEEPEST_JSON = 100;
export const TOO_DEEP = unknown("it is nested too deeply");

/** JSON that was parsed, as a value of literals. */
export function valueOfJson(json: unknown, depth = 0): Value {
  if (depth > DEEPEST_JSON) return TOO_DEEP;
  if (Array.isArray(json)) return list(json.map((item) => valueOfJson(item, depth + 1)));
  if (typeof json !== "object" || json === null) return literal(json as Scalar);
  return fields(Object.entries(json).map(([key, value]) => [key, valueOfJson(value, depth + 1)]));
}
