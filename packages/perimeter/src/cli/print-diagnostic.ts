import type { Diagnostic } from "../diagnostic";

/** `file:line:column: message`, and what to do on a line of its own. */
export function printDiagnostic(diagnostic: Diagnostic): string {
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
