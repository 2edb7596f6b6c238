import type { JsonNode } from "../../aws/policy/json";
import type { Diagnostic } from "../../diagnostic";

/** A text with JSON in it, and where it stands. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The line of its first character, from 1. */
  readonly line: number;
}

/** Something that has a place in the JSON: a value, or a member of an object, which is placed at its name. */
type Placed = Pick<JsonNode, "path" | "offset">;

/** Collects what is wrong with one text. */
export interface Notes {
  readonly diagnostics: Diagnostic[];
  add(at: Placed, code: `request/${string}`, message: string, more?: Pick<Diagnostic, "expected" | "help">): void;
}

export function notesOn(source: Source): Notes {
  const diagnostics: Diagnostic[] = [];
  let starts: readonly number[] | undefined;
  return {
    diagnostics,
    add({ path, offset = 0 }, code, message, more = {}) {
      starts ??= lineStarts(source.text);
      const index = lastAtMost(starts, offset);
      const place = { line: source.line + index, column: offset - (starts[index] ?? 0) + 1 };
      diagnostics.push({ code, message, file: source.file, ...place, ...(path && { path }), ...more });
    },
  };
}

/** A help that there may be none of. */
export function helpIf(help: string | undefined): { readonly help?: string } {
  return help === undefined ? {} : { help };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: lineBreak }) => index + lineBreak.length)];
}

/** The index of the last of these ascending numbers that isn't larger; the first one is 0. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
