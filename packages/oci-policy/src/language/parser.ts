import { type Diagnostic, diagnosticOf } from "./diagnostics";
import { parseFrom } from "./spans";
import { parseWholeStatement } from "./statement";
import type { PolicyStatement } from "./syntax";

/** What a text says, or why it says nothing. */
export type Parsed =
  | { readonly statement: PolicyStatement; readonly diagnostic?: never }
  | { readonly diagnostic: Diagnostic; readonly statement?: never };

/**
 * Reads one statement, as one string of a policy's `statements` holds it: line breaks and repeated blanks mean nothing.
 * Never throws: a text that the service would refuse gives a diagnostic. Names, types, permissions and variables that the
 * catalogue doesn't know are no errors, see `warningsOf`.
 */
export function parseStatement(text: string): Parsed {
  try {
    return { statement: parseFrom(text, parseWholeStatement) };
  } catch (error) {
    return { diagnostic: diagnosticOf(error) };
  }
}

/** One line of a text of statements; `line` is 1-based. */
export type ParsedLine = Parsed & { readonly line: number; readonly text: string };

/**
 * Reads a text as the Console's editor does: each line is a statement, and one that is broken over lines is none.
 * Blank lines are passed over. A mistake ends its line only.
 */
export function parseStatements(text: string): readonly ParsedLine[] {
  const lines: ParsedLine[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries())
    if (/[^ \t\v\f]/.test(line)) lines.push({ line: index + 1, text: line, ...parseStatement(line) });
  return lines;
}
