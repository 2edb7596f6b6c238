import { expect } from "@jest/globals";
import { type Diagnostic, type PolicyStatement, parseStatement, printStatement } from "../../src/index";

/** The tree of a text that is a statement. */
export function read(text: string): PolicyStatement {
  const { statement, diagnostic } = parseStatement(text);
  if (!statement) throw new Error(`${text}: ${diagnostic.column}: ${diagnostic.message}`);
  return statement;
}

/** Why a text is no statement. */
export function refusal(text: string): Diagnostic {
  const { diagnostic, statement } = parseStatement(text);
  if (!diagnostic) throw new Error(`${text} was read as ${printStatement(statement)}`);
  return diagnostic;
}

/** Print what was parsed, parse it again: the same tree. Returns the print. */
export function expectRoundTrip(text: string): string {
  const statement = read(text);
  const printed = printStatement(statement);
  expect(read(printed)).toEqual(statement);
  expect(printStatement(read(printed))).toBe(printed);
  return printed;
}
