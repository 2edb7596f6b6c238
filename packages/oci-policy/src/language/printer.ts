import type { Action, Condition, Location, QualifiedName, Statement, Subject } from "./syntax";

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

/** Words that the grammar uses where a name could stand; as names they need quotes. */
const RESERVED = new Set(["to", "in", "where", "of", "with", "as", "id", "any", "all"]);
const BARE_NAME = /^[A-Za-z0-9_.@$+-]+$/;

/**
 * The statement in its canonical form: keywords in lower case but for the first, single blanks, `, ` in lists, names
 * quoted only where the language demands it.
 * @throws UnprintableStatementError for a name or value that no statement can hold, or a list with nothing in it.
 */
export function printStatement({ effect, subject, action, location, condition }: Statement): string {
  const head = `${effect === "allow" ? "Allow" : "Deny"} ${printSubject(subject)} to ${printAction(action)}`;
  const where = condition ? ` where ${printCondition(condition)}` : "";
  return `${head} in ${printLocation(location)}${where}`;
}

function printSubject(subject: Subject): string {
  switch (subject.kind) {
    case "any-user":
      return "any-user";
    case "group":
    case "dynamic-group":
      return `${subject.kind} ${printList(subject.names, printQualifiedName)}`;
    case "service":
      return `service ${printList(subject.names, printName)}`;
  }
}

function printQualifiedName({ domain, name }: QualifiedName): string {
  return domain === undefined ? printName(name) : `${printQuoted(domain)}/${printQuoted(name)}`;
}

function printAction(action: Action): string {
  return action.kind === "verb"
    ? `${action.verb} ${action.resourceType}`
    : `{${printList(action.permissions, (permission) => permission)}}`;
}

/** A location as statements and reports write it: `tenancy` or `compartment a:b:c`. */
export function printLocation(location: Location): string {
  return location.kind === "tenancy" ? "tenancy" : `compartment ${printList(location.path, printName, ":")}`;
}

function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return `${condition.kind} {${printList(condition.conditions, printCondition)}}`;
    case "equals":
      return `${condition.variable} = ${printQuoted(condition.value)}`;
    case "not-equals":
      return `${condition.variable} != ${printQuoted(condition.value)}`;
    case "in":
      return `${condition.variable} in (${printList(condition.values, printQuoted)})`;
    case "between":
      return `${condition.variable} between ${printQuoted(condition.from)} and ${printQuoted(condition.to)}`;
  }
}

function printList<Item>(items: readonly Item[], print: (item: Item) => string, separator = ", "): string {
  if (items.length === 0) throw new UnprintableStatementError("a policy statement can't hold an empty list");
  return items.map(print).join(separator);
}

function printName(name: string): string {
  return BARE_NAME.test(name) && !RESERVED.has(name.toLowerCase()) ? name : printQuoted(name);
}

function printQuoted(text: string): string {
  // A reader that takes \' for a quote would read on past the end of a name that ends in \.
  if (text === "" || /['\r\n]|\\$/.test(text)) throw new UnprintableNameError(text);
  return `'${text}'`;
}
