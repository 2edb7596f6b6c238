/** A value of the model file, with the place that a message about it names. */
export type Written = WrittenMap | WrittenList | WrittenScalar;

/** Both from 1; columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface WrittenMap {
  readonly kind: "map";
  readonly place: Place;
  /** No key comes twice. */
  readonly entries: readonly WrittenEntry[];
}

/** Placed at its key. */
export interface WrittenEntry {
  readonly key: string;
  readonly place: Place;
  readonly value: Written;
}

export interface WrittenList {
  readonly kind: "list";
  readonly place: Place;
  readonly items: readonly Written[];
}

export interface WrittenScalar {
  readonly kind: "scalar";
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** As it stands in the file. */
  readonly source: string;
}

/** Something read, with the place where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

/** What stands at a place, in words that follow "found". */
export function kindOf(written: Written): string {
  if (written.kind === "map") return written.entries.length === 0 ? "an empty map" : "a map";
  if (written.kind === "list") return written.items.length === 0 ? "an empty list" : "a list";
  switch (typeof written.value) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "a truth value";
    default:
      return "nothing";
  }
}
