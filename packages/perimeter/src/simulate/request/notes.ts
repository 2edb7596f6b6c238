import type { JsonNode } from "../../aws/policy/json";
import type { Diagnostic } from "../../diagnostic";
import { positionsOf } from "../../positions";

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
  const positionOf = positionsOf(source.text);
  return {
    diagnostics,
    add({ path, offset = 0 }, code, message, more = {}) {
      const { line, column } = positionOf(offset);
      const place = { line: source.line + line - 1, column };
      diagnostics.push({ code, message, file: source.file, ...place, ...(path && { path }), ...more });
    },
  };
}

/** A help that there may be none of. */
export function helpIf(help: string | undefined): { readonly help?: string } {
  return help === undefined ? {} : { help };
}
