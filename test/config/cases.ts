import { expect, test } from "@jest/globals";
import { parseDeployment } from "../../config/schema/load";
import { besideConfigurations, configurationText, diagnosticsOf, edit } from "../support/deployments";

export const PRODUCTION = configurationText("production");

/** `[from, to]`, carried out in this order. A `▸` in a `to` stands before the place that a diagnostic must name. */
export type Edits = readonly (readonly [from: string, to: string])[];

/** The text without its marks, and the `line:column` of each of them. */
export function unmark(text: string): { text: string; places: string[] } {
  const [first = "", ...rest] = text.split("▸");
  let before = first;
  const places = rest.map((part) => {
    const lines = before.split("\n");
    before += part;
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  });
  return { text: before, places };
}

/** Everything that is wrong with a text, as `line:column code: message → help`. */
export const problemsOf = (text: string) =>
  diagnosticsOf(text).map(({ line, column, code, message, help }) => `${line}:${column} ${code}: ${message} → ${help}`);

/** Edits of the production configuration, the one problem that they make, and edits one word away that make none. */
export type Refusal = readonly [name: string, edits: Edits, code: string, message: string, help: string, neighbour: Edits];

export function testRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)("%s", (_name, edits, code, message, help) => {
    const { text, places } = unmark(edit(PRODUCTION, ...edits));
    expect(problemsOf(text)).toEqual([`${places[0]} ${code}: ${message} → ${help}`]);
  });
  test.each(refusals)("%s, and its neighbour is accepted", (_name, _edits, _code, _message, _help, neighbour) => {
    const text = edit(PRODUCTION, ...neighbour);
    expect(text).not.toBe(PRODUCTION);
    expect(() => parseDeployment("config/test.yaml", text, besideConfigurations)).not.toThrow();
  });
}

/** Whether a place lies in a text; the end of each line belongs to it. */
export function isInside(text: string, { line, column }: { readonly line: number; readonly column: number }): boolean {
  const found = text.split("\n")[line - 1];
  return found !== undefined && column >= 1 && column <= found.length + 1;
}
