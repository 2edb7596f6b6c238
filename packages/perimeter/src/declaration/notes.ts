import type { Diagnostic } from "../diagnostic";
import type { Place } from "./written";

/** Collects what is wrong with a model. */
export interface Notes {
  readonly diagnostics: readonly Diagnostic[];
  add(place: Place, code: `model/${string}`, message: string, more?: Pick<Diagnostic, "expected" | "help">): void;
}

export function notesOn(file: string): Notes {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    add: ({ line, column }, code, message, more = {}) => diagnostics.push({ code, message, file, line, column, ...more }),
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
