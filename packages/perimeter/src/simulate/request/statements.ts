import { parseStatement } from "oci-policy";
import type { Diagnostic } from "../../diagnostic";
import { quote } from "../../quote";
import type { OciPolicy, OciStatement } from "../oci";
import { compartmentPath, ROOT } from "./target";

/** The policies of a file of statements, or everything that is wrong with it. */
export type ReadStatements = { readonly policies: readonly OciPolicy[] } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads lines `COMPARTMENT<TAB>STATEMENT`: the compartment that holds the policy, by its path from below the root or as
 * `tenancy`, and one statement. Which of a compartment's policies holds a statement isn't told: they are taken as one,
 * so that a name which is defined there is known to all of its statements. Blank lines are passed over.
 */
export function readStatements(text: string, file: string): ReadStatements {
  const diagnostics: Diagnostic[] = [];
  const compartments = new Map<string, Compartment>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    const place = { file, line: index + 1 };
    if ("message" in read) {
      diagnostics.push({ ...read, ...place });
      continue;
    }
    // A compartment's name is unique among its siblings whatever its case.
    const name = read.attachment.join(":").toLowerCase();
    const compartment = compartments.get(name) ?? { attachment: read.attachment, statements: [] };
    compartment.statements.push({ text: read.statement, address: `${file}:${place.line}` });
    compartments.set(name, compartment);
  }
  if (diagnostics.length > 0) return { diagnostics };
  const policies = [...compartments.values()].map(({ attachment, statements }) => ({
    attachment,
    statements,
    address: statements[0]?.address ?? file,
  }));
  return { policies };
}

interface Compartment {
  readonly attachment: readonly string[];
  readonly statements: OciStatement[];
}

type ReadLine = { readonly attachment: readonly string[]; readonly statement: string } | Diagnostic;

function readLine(line: string): ReadLine {
  const tab = line.indexOf("\t");
  if (tab < 0) {
    const help = `write COMPARTMENT, a tab, STATEMENT; the root is ${ROOT}`;
    return { code: "statements/tab", message: "expected a tab behind the compartment", column: line.length + 1, help };
  }
  const compartment = line.slice(0, tab).trim();
  const attachment = compartmentPath(compartment);
  if (!attachment) {
    const message = `expected the path of a compartment, found ${quote(compartment)}`;
    const help = `write the names from below the root, joined by colons, or ${ROOT} for the root itself`;
    return { code: "statements/compartment", message, column: 1, help };
  }
  const text = line.slice(tab + 1);
  const { diagnostic } = parseStatement(text);
  if (!diagnostic) return { attachment, statement: text.trim() };
  const { column, message, expected, help } = diagnostic;
  return { code: "statements/syntax", message, column: tab + 1 + column, expected, ...(help && { help }) };
}
