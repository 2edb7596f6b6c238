import { quote } from "../../quote";
import { didYouMean } from "../near";
import type { Notes } from "../notes";
import type { Placed, Written, WrittenEntry } from "../written";
import { noteWrong } from "./scalar";
import type { ReadBy, Shape } from "./shape";

/** A list of at least one, if nothing else is said. What comes twice is refused. */
export function listOf<T>(item: Shape<T>, what: string, { least = 1 }: { readonly least?: 0 | 1 } = {}): Shape<readonly T[]> {
  return {
    schema: { type: "array", items: item.schema, ...(least > 0 ? { minItems: least } : {}), uniqueItems: true },
    read(written, label, notes) {
      if (written.kind !== "list" || written.items.length < least) {
        noteWrong(written, label, `a list of ${what}`, notes);
        return undefined;
      }
      noteTwice(written.items, label, notes);
      return whole(written.items.map((one, at) => item.read(one, `${label}[${at}]`, notes)));
    },
  };
}

function noteTwice(items: readonly Written[], label: string, notes: Notes): void {
  const known = new Set<string>();
  for (const item of items) {
    const content = JSON.stringify(contentOf(item));
    if (known.has(content)) notes.add(item.place, "model/twice", `${label} holds this twice`, { help: "keep one of the two" });
    known.add(content);
  }
}

/** What is written, without places: keys of a map in an order of their own. */
function contentOf(written: Written): unknown {
  if (written.kind === "scalar") return [written.value];
  if (written.kind === "list") return written.items.map(contentOf);
  const entries = written.entries.map(({ key, value }) => [key, contentOf(value)] as const);
  return { map: entries.sort(([one], [other]) => (one < other ? -1 : 1)) };
}

/** A map from names to values. */
export function mapOf<T>(name: Shape<string>, value: Shape<T>, what: string): Shape<ReadonlyMap<string, Placed<T>>> {
  return {
    schema: { type: "object", propertyNames: name.schema, additionalProperties: value.schema },
    read(written, label, notes) {
      if (written.kind !== "map") {
        noteWrong(written, label, `a map of ${what}`, notes);
        return undefined;
      }
      const read = written.entries.map(({ key, place, value: given }): readonly [string, Placed<T>] | undefined => {
        const known = name.read({ kind: "scalar", place, value: key, source: key }, label, notes);
        const found = value.read(given, `${label}.${key}`, notes);
        return known === undefined || found === undefined ? undefined : [known, { value: found, place }];
      });
      const entries = whole(read);
      return entries && new Map(entries);
    },
  };
}

/** The same map, with at least one entry. */
export const filled = <T>(map: Shape<T>, what: string): Shape<T> => ({
  schema: { ...map.schema, minProperties: 1 },
  read(written, label, notes) {
    if (written.kind !== "map" || written.entries.length > 0) return map.read(written, label, notes);
    noteWrong(written, label, `a map of ${what}`, notes);
    return undefined;
  },
});

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Fields<Required extends Shapes, Optional extends Shapes> = {
  readonly [Key in keyof Required]: ReadBy<Required[Key]>;
} & { readonly [Key in keyof Optional]?: ReadBy<Optional[Key]> };

/** A map with keys of its own, each with its shape. Of a whole file (`the model`) a key is called by its name alone. */
export function record<Required extends Shapes, Optional extends Shapes>(
  required: Required,
  optional: Optional,
): Shape<Fields<Required, Optional>> {
  const shapes = new Map(Object.entries<Shape<unknown>>({ ...required, ...optional }));
  const needed = Object.keys(required);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries([...shapes].map(([key, { schema }]) => [key, schema])),
      ...(needed.length > 0 ? { required: needed } : {}),
      additionalProperties: false,
    },
    read(written, label, notes) {
      if (written.kind !== "map") {
        noteWrong(written, label, `a map with ${[...shapes.keys()].join(", ")}`, notes);
        return undefined;
      }
      const inside = (key: string) => (label.startsWith("the ") ? key : `${label}.${key}`);
      const missing = needed.filter((key) => written.entries.every((entry) => entry.key !== key));
      for (const key of missing) {
        const more = { expected: [key], help: `add ${key}` };
        notes.add(written.place, "model/missing-key", `${label} lacks ${quote(key)}`, more);
      }
      const read = written.entries.map((entry): readonly [string, unknown] | undefined => {
        const shape = shapes.get(entry.key);
        if (!shape) noteUnknownKey(entry, label, [...shapes.keys()], notes);
        const found = shape?.read(entry.value, inside(entry.key), notes);
        return found === undefined ? undefined : [entry.key, found];
      });
      const entries = whole(read);
      return missing.length === 0 && entries ? (Object.fromEntries(entries) as Fields<Required, Optional>) : undefined;
    },
  };
}

function noteUnknownKey({ key, place }: WrittenEntry, label: string, known: readonly string[], notes: Notes): void {
  const help = didYouMean(key, known) ?? `known keys: ${known.join(", ")}`;
  notes.add(place, "model/unknown-key", `unknown key ${quote(key)} in ${label}`, { expected: known, help });
}

/** All parts, or nothing where one wasn't read. */
function whole<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  return parts.every((part) => part !== undefined) ? (parts as readonly T[]) : undefined;
}
