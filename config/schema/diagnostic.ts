/** One thing that is wrong with a file the user wrote. */
export interface Diagnostic {
  /** Stable identifier of the kind of problem. */
  readonly code: string;
  /** The file as the user would name it, relative to the project. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** What is wrong, quoting the user's text. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** `file:line:column: message`, and the remedy on a line of its own. */
export function printDiagnostic({ file, line, column, message, help }: Diagnostic): string {
  return `${file}:${line}:${column}: ${message}${help ? `\n  ${help}` : ""}`;
}

/** The user's text between quotes: on one line, and cut where it would fill it. */
export const quote = (text: string) => JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The problems in the order in which a reader meets them. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.line - b.line || a.column - b.column || a.message.localeCompare(b.message));
}
