/** What a model file is written of. `undefined` in a map is left out. */
export type Written = string | number | boolean | readonly Written[] | { readonly [key: string]: Written | undefined };

/** On one line, in YAML's flow style. */
export function inline(value: Written): string {
  if (typeof value === "string") return scalar(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  const entries = entriesOf(value as { readonly [key: string]: Written | undefined });
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, item]) => `${scalar(key)}: ${inline(item)}`).join(", ")} }`;
}

type WrittenMap = { readonly [key: string]: Written | undefined };

/** A key with a map: one entry a line, each on one line. */
export function block(key: string, map: WrittenMap, indent = ""): string {
  const lines = entriesOf(map).map(([name, item]) => `${indent}  ${scalar(name)}: ${inline(item)}`);
  return [`${indent}${scalar(key)}:${lines.length === 0 ? " {}" : ""}`, ...lines].join("\n");
}

/** A key with a map of maps, each a block of its own. */
export function blocks(key: string, maps: ReadonlyMap<string, WrittenMap>): string {
  return [`${scalar(key)}:${maps.size === 0 ? " {}" : ""}`, ...[...maps].map(([name, map]) => block(name, map, "  "))].join("\n");
}

const entriesOf = (map: { readonly [key: string]: Written | undefined }) =>
  Object.entries(map).filter((entry): entry is [string, Written] => entry[1] !== undefined);

/** Plain where YAML reads the very same text back (YAML 1.2, 7.3.3 and 10.3.2), else in quotes. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text);
  return isPlain && !/^(true|false|null)$/i.test(text) ? text : JSON.stringify(text);
}
