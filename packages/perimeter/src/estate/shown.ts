import type { Value } from "../input";

/** A value as a person reads it at its place: references in Terraform's own form, of which only the stack is left out. */
export function shown(value: Value): string {
  switch (value.kind) {
    case "literal":
      return value.value === null ? "null" : String(value.value);
    case "reference":
      return value.value === undefined
        ? `\${${[value.to.slice(value.to.indexOf("/") + 1), ...value.attribute].join(".")}}`
        : String(value.value);
    case "template":
      return value.parts.map(shown).join("");
    case "unknown":
      return "${…}";
    case "json":
    case "list":
    case "object":
      return "…";
  }
}
