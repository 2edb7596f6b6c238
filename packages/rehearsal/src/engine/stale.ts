import type { Block } from "../schema/types";
import { canonical, isList, isObject, type ObjectValue, type Value } from "../schema/value";
import type { Cloud, Compute, Row, Template } from "./cloud";

/** Computed attributes that a service renews whenever it changes the object, of whatever type. */
const VOLATILE = ["etag", "time_updated", "current_version_number", "last_modified", "latest_version", "version_id"];

/** The names that a template is made of; what a function is made of isn't known. */
function namesIn(template: Template | Compute | undefined): readonly string[] {
  if (template === undefined || typeof template === "function") return [];
  if (typeof template === "string") {
    return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, names = ""]) =>
      // An invention's argument ends in the name that it is made of, `kind:text=name`; a dot leads into that value.
      names.split("|").map((name) => name.replace(/^.*[:=]/, "").split(".", 1)[0] ?? name),
    );
  }
  const value: Value = template;
  if (isList(value)) return value.flatMap((one) => namesIn(one as Template));
  return isObject(value) ? Object.values(value).flatMap((one) => namesIn(one as Template)) : [];
}

/** What a value is made of: the names in its template, and the argument by which another object is found. */
const sourcesOf = ({ values, links }: Row, name: string): readonly string[] => {
  const link = links?.[name]?.equals.split(".", 1)[0];
  return [...namesIn(values?.[name]), ...(link === undefined ? [] : [link])];
};

/** Whether a value is made of one that changes, directly or by way of others; none is made of itself. */
function follows(row: Row, name: string, changed: ReadonlySet<string>, seen: ReadonlySet<string>): boolean {
  return sourcesOf(row, name).some(
    (source) => changed.has(source) || (!seen.has(source) && follows(row, source, changed, new Set([...seen, source]))),
  );
}

/** Attributes that an update leaves unknown: what only the service sets, and what it sets anew with this change. */
export function staleAfter(
  cloud: Cloud,
  type: string,
  block: Block,
  prior: ObjectValue,
  wanted: ObjectValue,
): ReadonlySet<string> {
  const common = cloud.common(type);
  const own = cloud.rows[type];
  const row = { values: { ...common.values, ...own?.values }, links: { ...common.links, ...own?.links } };
  const renewed = new Set([...VOLATILE, ...(own?.renewed ?? [])]);
  const attributes = Object.entries(block.attributes ?? {});
  const names = Object.keys({ ...block.attributes, ...block.block_types });
  const changed = new Set(names.filter((name) => canonical(prior[name] ?? null) !== canonical(wanted[name] ?? null)));
  // An id may be set nowhere, though some schemas call it optional.
  const computed = attributes
    .filter(([name, { computed, optional }]) => computed && (!optional || name === "id"))
    .map(([name]) => name);
  return new Set(computed.filter((name) => renewed.has(name) || follows(row, name, changed, new Set([name]))));
}
