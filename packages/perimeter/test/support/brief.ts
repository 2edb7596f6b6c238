import { knownText, textOf } from "../../src/input/expression/text";
import type { Value } from "../../src/input/value";

/**
 * A value in short, for tables: texts as they are, `<stack/type.name.attribute>` for a reference (`=value` behind it where
 * that is known), `?reason` for an unknown, JSON for the rest.
 */
export function brief(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case "literal":
      return value.value;
    case "list":
      return value.items.map(brief);
    case "object":
      return Object.fromEntries([...value.entries].map(([name, item]) => [name, brief(item)]));
    case "template":
      return value.parts.map(brief).join("");
    case "json": {
      const text = textOf([value]);
      return knownText(text) ?? brief(text);
    }
    case "reference": {
      const known = value.value === undefined ? "" : `=${value.value}`;
      return `<${[value.to, ...value.attribute].join(".")}${known}>`;
    }
    case "unknown":
      return `?${value.reason}`;
  }
}
