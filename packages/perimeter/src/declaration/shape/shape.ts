import type { Notes } from "../notes";
import type { Placed, Written } from "../written";

/** JSON Schema (draft 2020-12), as far as models need it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What may stand at a place: how it is read, and how editors are told. Both are made of the same parts, and say the same. */
export interface Shape<out T> {
  readonly schema: JsonSchema;
  /** `undefined`: something was noted. `label` is what messages call the place, such as `roles.us-sre.residency`. */
  read(written: Written, label: string, notes: Notes): T | undefined;
}

/** What a shape reads. */
export type ReadBy<S> = S extends Shape<infer T> ? T : never;

/** The same, with a sentence for editors. */
export const described = <T>(description: string, shape: Shape<T>): Shape<T> => ({
  schema: { description, ...shape.schema },
  read: shape.read,
});

/** The same, with its place: for what is held against something else later. */
export const placed = <T>(shape: Shape<T>): Shape<Placed<T>> => ({
  schema: shape.schema,
  read(written, label, notes) {
    const value = shape.read(written, label, notes);
    return value === undefined ? undefined : { value, place: written.place };
  },
});

/** The same, as something else. */
export const mapped = <T, U>(shape: Shape<T>, to: (value: T) => U): Shape<U> => ({
  schema: shape.schema,
  read(written, label, notes) {
    const value = shape.read(written, label, notes);
    return value === undefined ? undefined : to(value);
  },
});

/** One shape or another, told apart by the kind of what stands there. */
export const either = <T, U>(is: (written: Written) => boolean, one: Shape<T>, other: Shape<U>): Shape<T | U> => ({
  schema: { anyOf: [one.schema, other.schema] },
  read: (written, label, notes) => (is(written) ? one : other).read(written, label, notes),
});

export const isText = (written: Written): boolean => written.kind === "scalar" && typeof written.value === "string";
export const isList = (written: Written): boolean => written.kind === "list";
