import type { Block } from "../schema/types";
import { canonical, isList, isObject, type ObjectValue, type Value } from "../schema/value";
import type { Cloud, Compute, Template, Values } from "./cloud";

/** Computed attributes that a service renews whenever it changes the object, of whatever type. */
const VOLATILE = ["etag", "time_updated", "current_version_number", "last_modified", "latest_version", "version_id"];

/** The names that a template is made of; what a function is made of isn't known. */
function namesIn(template: Template | Compute | undefined): readonly string[] {
  if (template === undefined || typeof template === "function") return [];
  if (typeof template === "string") {
    return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, names = ""]) =>
      names.split("|").map((name) => name.slice(name.indexOf(":") + 1)),
    );
  }
  const value: Value = template;
  if (isList(value)) return value.flatMap((one) => namesIn(one as Template));
  return isObject(value) ? Object.values(value).flatMap((one) => namesIn(one as Template)) : [];
}

/** Whether a value is made of one that changes, directly or by way of others; none is made of itself. */
function follows(templates: Values, name: string, changed: ReadonlySet<string>, seen: ReadonlySet<string>): boolean {
  return namesIn(templates[name]).some((source) => {
    if (changed.has(source)) return true;
    return !seen.has(source) && source in templates && follows(templates, source, changed, new Set([...seen, source]));
  });
}

/** Attributes that an update leaves unknown: what only the service sets, and what it sets anew with this change. */
export function staleAfter(
  cloud: Cloud,
  type: string,
  block: Block,
  prior: ObjectValue,
  wanted: ObjectValue,
): ReadonlySet<string> {
  const row = cloud.rows[type];
  const renewed = new Set([...VOLATILE, ...(row?.renewed ?? [])]);
  const templates: Values = { ...cloud.common(type).values, ...row?.values };
  const attributes = Object.entries(block.attributes ?? {});
  const changed = new Set(
    attributes.flatMap(([name]) => (canonical(prior[name] ?? null) === canonical(wanted[name] ?? null) ? [] : [name])),
  );
  // An id may be set nowhere, though some schemas call it optional.
  const own = attributes
    .filter(([name, { computed, optional }]) => computed && (!optional || name === "id"))
    .map(([name]) => name);
  return new Set(own.filter((name) => renewed.has(name) || follows(templates, name, changed, new Set([name]))));
}
