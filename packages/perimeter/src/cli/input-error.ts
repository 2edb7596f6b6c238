import type { Diagnostic } from "../diagnostic";

/** What the user gave can't be used: said in their words, ends with exit code 3, and never shows a stack trace. */
export class InputError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
  }
}

/** Refuses an input for one reason. */
export function refuse(diagnostic: Diagnostic): never {
  throw new InputError([diagnostic]);
}
