import { isBareName, isOcid } from "./names";
import type { QualifiedName } from "./syntax";

/** A statement that the language can't hold. */
export class UnprintableStatementError extends Error {}

/** A name that the language can't hold, such as one with a single quote: there is no documented escape for it. */
export class UnprintableNameError extends UnprintableStatementError {
  constructor(name: string) {
    super(
      `"${name}" can't stand in a policy statement: a name needs at least one character and may not hold ' or a line break, nor end in \\`,
    );
    this.name = "UnprintableNameError";
  }
}

export function printList<Item>(items: readonly Item[], print: (item: Item) => string, separator = ", "): string {
  if (items.length === 0) throw new UnprintableStatementError("a policy statement can't hold an empty list");
  return items.map(print).join(separator);
}

/** A name, in quotes only where the language demands them. */
export function printName(name: string): string {
  return isBareName(name) ? name : printQuoted(name);
}

export function printQualifiedName({ domain, name }: QualifiedName): string {
  return domain === undefined ? printName(name) : `${printQuoted(domain)}/${printQuoted(name)}`;
}

/** An id, without quotes. */
export function printOcid(id: string): string {
  if (!isOcid(id))
    throw new UnprintableStatementError(`"${id}" is no OCID: one begins with ocid1. and holds letters, digits and . _ -`);
  return id;
}

/** A name or value in quotes; an empty one is refused, as no name is empty. */
export function printQuoted(text: string): string {
  // A reader that takes \' for a quote would read on past the end of a name that ends in \.
  if (text === "" || /['\r\n]|\\$/.test(text)) throw new UnprintableNameError(text);
  return `'${text}'`;
}
