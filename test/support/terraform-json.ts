/** An object of synthesized JSON, whose values are looked at before they are believed. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The entries of an object; none of anything else. The comment `//` is not an entry. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  isObject(value) ? Object.entries(value).filter(([name]) => name !== "//") : [];

/** One thing or a list of things, as Terraform's JSON writes blocks. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** An argument that is null or missing is unset; an empty list is no block. */
export const isSet = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Holds an expression or a directive; `$${` and `%%{` are text. */
export const holdsTemplate = (value: unknown): value is string =>
  typeof value === "string" && /(?<!\$)\$\{|(?<!%)%\{/.test(value);

/** Is one expression and nothing else, so that its type is not known. With text around it, it is a string. */
export const isExpression = (value: unknown): value is string =>
  holdsTemplate(value) && value.startsWith("${") && value.endsWith("}");

export const shown = (value: unknown) => JSON.stringify(value);

/** A resource or a data source of a synthesized stack. */
export interface Element {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** `type.name`, led by `data.` where it is one. */
  readonly address: string;
  readonly args: JsonObject;
}

export function elementsOf(stack: unknown): Element[] {
  if (!isObject(stack)) throw new Error("a synthesized stack is a JSON object");
  return (["resource", "data"] as const).flatMap((kind) =>
    entriesOf(stack[kind]).flatMap(([type, named]) =>
      entriesOf(named).map(([name, args]) => ({
        kind,
        type,
        name,
        address: `${kind === "data" ? "data." : ""}${type}.${name}`,
        args: isObject(args) ? args : {},
      })),
    ),
  );
}

/** A value somewhere inside another, and how to get there. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

/** Every string below `value`, names of arguments included. */
export function stringsIn(value: unknown, path = ""): { readonly path: string; readonly text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => stringsIn(each, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const below = path === "" ? name : `${path}.${name}`;
    return [{ path: below, text: name }, ...stringsIn(each, below)];
  });
}
