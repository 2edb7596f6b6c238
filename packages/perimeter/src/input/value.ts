/**
 * A value as far as the input tells it. Configuration is read before anything is applied: what it leaves open stays in
 * place as a reference or an unknown, so that a reader of the value decides whether it matters.
 */
export type Value = Literal | List | Fields | Template | Json | Reference | Unknown;

export interface Literal {
  readonly kind: "literal";
  readonly value: Scalar;
}
export type Scalar = string | number | boolean | null;

export interface List {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** A set: its items are their own keys. Whatever else it is may be read as a list. */
  readonly set?: true;
}

/** An object, a map, or the body of a block. A `Map`, so that no key is anything but a key. */
export interface Fields {
  readonly kind: "object";
  readonly entries: ReadonlyMap<string, Value>;
}

/** A text with parts that aren't literal. No part is a template itself, and no two literals stand side by side. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (Literal | Reference | Unknown)[];
}

/** The JSON text of a value, as `jsonencode` writes it. */
export interface Json {
  readonly kind: "json";
  readonly value: Value;
}

/** What the cloud gives to a resource when it is made. Stands for the resource, as its id does. */
export interface Reference {
  readonly kind: "reference";
  /** `stack/type.name` of the resource. */
  readonly to: string;
  readonly attribute: readonly (string | number)[];
  /** Where a plan or a state tells what it is. */
  readonly value?: Scalar;
}

export interface Unknown {
  readonly kind: "unknown";
  /** A phrase that goes on after "…: ", such as `function "file" isn't computed here`. */
  readonly reason: string;
}

export const literal = (value: Scalar): Literal => ({ kind: "literal", value });
export const list = (items: readonly Value[]): List => ({ kind: "list", items });
export const fields = (entries: Iterable<readonly [string, Value]>): Fields => ({ kind: "object", entries: new Map(entries) });
export const unknown = (reason: string): Unknown => ({ kind: "unknown", reason });

export const NULL = literal(null);

export const isNull = (value: Value): boolean => value.kind === "literal" && value.value === null;

/** The first thing that keeps this value from being known: a reference without a value, or an unknown. */
export function openIn(value: Value): Reference | Unknown | undefined {
  switch (value.kind) {
    case "literal":
      return undefined;
    case "unknown":
      return value;
    case "reference":
      return value.value === undefined ? value : undefined;
    case "json":
      return openIn(value.value);
    case "template":
      return firstOpen(value.parts);
    case "list":
      return firstOpen(value.items);
    case "object":
      return firstOpen(value.entries.values());
  }
}

function firstOpen(values: Iterable<Value>): Reference | Unknown | undefined {
  for (const value of values) {
    const open = openIn(value);
    if (open) return open;
  }
  return undefined;
}

/** Why a value isn't known, as a phrase. */
export function reasonOf(open: Reference | Unknown): string {
  return open.kind === "unknown" ? open.reason : `"${open.to}" has its ${open.attribute.join(".")} only when it is applied`;
}
