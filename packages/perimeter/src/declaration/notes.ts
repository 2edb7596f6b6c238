import type { Diagnostic } from "../diagnostic";
import type { Place } from "./written";

type More = Pick<Diagnostic, "expected" | "help">;

/** Collects what is wrong with a model. */
export interface Notes {
  readonly diagnostics: readonly Diagnostic[];
  /** What to do may be costly to find out: it is asked for while a person may still read it. */
  add(place: Place, code: `model/${string}`, message: string, more?: More | (() => More)): void;
}

/** A person reads the first of them; a hostile file has as many mistakes as it has room for. */
const MOST_HELPED = 100;

export function notesOn(file: string): Notes {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    add({ line, column }, code, message, more = {}) {
      const helped = typeof more !== "function" ? more : diagnostics.length < MOST_HELPED ? more() : {};
      diagnostics.push({ code, message, file, line, column, ...helped });
    },
  };
}

/** All that was noted, in the order in which a reader meets it. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0));
}

/** A help that there may be none of. */
export function helpIf(help: string | undefined): { readonly help?: string } {
  return help === undefined ? {} : { help };
}
