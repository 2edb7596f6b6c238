import { canonical, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import type { Cloud, Scope } from "./cloud";

/**
 * What the world knows an object by: its id, in the place where it means something. The types of AWS's newer framework have none; they are known by the
 * arguments whose change replaces them, or by the required ones, which is how the provider finds them too.
 */
export function identityOf(cloud: Cloud, type: string, scope: Scope, value: Value): string {
  if (!isObject(value)) return "";
  return placed(cloud, type, cloud.scopeOf?.(value, scope) ?? scope, idOf(cloud, type, value));
}

/** An id as the world knows it. */
export const placed = (cloud: Cloud, type: string, scope: Scope, id: string) => `${cloud.place?.(type, scope) ?? ""}${id}`;

function idOf(cloud: Cloud, type: string, value: ObjectValue): string {
  const attributes = cloud.schema.resource_schemas[type]?.block.attributes ?? {};
  if (attributes["id"]) {
    const apart = (cloud.rows[type]?.apart ?? []).map((name) => ` ${canonical(value[name] ?? null)}`);
    return [textOf(value["id"]), ...apart].join("");
  }
  const fixed = cloud.facts[type]?.forceNew ?? Object.keys(attributes).filter((name) => attributes[name]?.required);
  const names = [...new Set(fixed.map((path) => path.split(".", 1)[0] ?? path))].sort();
  return canonical(names.map((name) => value[name] ?? null));
}
