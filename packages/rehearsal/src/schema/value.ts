/** A value that Terraform doesn't know yet. Refinements, which narrow it, are dropped. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/**
 * A value of Terraform's type system, as it travels in a DynamicValue. A number that JavaScript can't hold is its
 * decimal text; bytes appear only as the type of a `dynamic` value.
 */
export type Value = null | boolean | number | string | typeof UNKNOWN | Uint8Array | readonly Value[] | ObjectValue;

/** An object, a map or a block. */
export interface ObjectValue {
  readonly [name: string]: Value;
}

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/** The elements of a list that are objects. */
export const objectsIn = (value: Value | undefined): readonly ObjectValue[] => (isList(value) ? value.filter(isObject) : []);

/** A string value; "" for everything else. */
export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** Whether nothing in the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (isList(value)) return value.every(isWhollyKnown);
  if (isObject(value)) return Object.values(value).every(isWhollyKnown);
  return value !== UNKNOWN;
}

/** A text that is the same for equal values; the order of keys doesn't matter. */
export function canonical(value: Value): string {
  if (value === UNKNOWN) return "?";
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (isObject(value)) {
    const entries = Object.keys(value).sort();
    return `{${entries.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(",")}}`;
  }
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString("hex")}>`;
  return JSON.stringify(value);
}
