/** A member of an object on a line of its own. */
const MEMBER = /^\s*"([^"\\]+)": /;

/**
 * The members of one object in a JSON text that has each of them on a line of its own. One is parsed when it is asked
 * for: a deployment uses few of the types that a provider has.
 * @throws Error when the text has no such object in such a form
 */
export function lazyTable<T>(text: string, name: string): Readonly<Record<string, T>> {
  const opening = `"${name}": {\n`;
  const start = text.indexOf(opening);
  if (start < 0) throw new Error(`there is no object "${name}" with a member a line`);
  const table: Record<string, T> = Object.create(null);
  for (let at = start + opening.length; ; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const member = MEMBER.exec(line);
    if (!member) return table;
    define(table, member[1] ?? "", line.slice(member[0].length).replace(/,$/, ""));
    at += line.length + 1;
  }
}

/** A property that is parsed the first time, and a plain value from then on. */
function define<T>(table: Record<string, T>, name: string, json: string): void {
  const settle = (value: T) => Object.defineProperty(table, name, { value, enumerable: true });
  Object.defineProperty(table, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value: T = JSON.parse(json);
      settle(value);
      return value;
    },
  });
}
