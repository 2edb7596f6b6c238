import type { Diagnostic } from "../diagnostic";

/** A person reads the first of them; a hostile file has as many mistakes as it has room for. */
const MOST = 100;

/** All that is wrong with an input, in the order in which it was found. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const more = diagnostics.length - MOST;
  const printed = diagnostics.slice(0, MOST).map(printDiagnostic);
  return [...printed, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** `file:line:column: message`, and what to do on a line of its own. */
function printDiagnostic(diagnostic: Diagnostic): string {
  const { message, help } = diagnostic;
  const place = placeOf(diagnostic);
  return `${place ? `${place}: ` : ""}${message}${help ? `\n  ${help}` : ""}`;
}

/** The most exact place that is known: a position in the file, else the path in its JSON, else the resource. */
function placeOf({ file, line, column, path, address }: Diagnostic): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(":");
  const inside = line === undefined ? [address, path] : [];
  return [position, ...inside].filter((part) => part).join(": ");
}
