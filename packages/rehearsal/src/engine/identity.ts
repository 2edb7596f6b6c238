import { canonical, isObject, type Value } from "../schema/value";
import type { Cloud } from "./cloud";

/**
 * What the world knows an object by: its id. The types of AWS's newer framework have none; they are known by the
 * arguments whose change replaces them, or by the required ones, which is how the provider finds them too.
 */
export function identityOf(cloud: Cloud, type: string, value: Value): string {
  if (!isObject(value)) return "";
  const attributes = cloud.schema.resource_schemas[type]?.block.attributes ?? {};
  if (attributes["id"]) return typeof value["id"] === "string" ? value["id"] : "";
  const fixed = cloud.facts[type]?.forceNew ?? Object.keys(attributes).filter((name) => attributes[name]?.required);
  const names = [...new Set(fixed.map((path) => path.split(".", 1)[0] ?? path))].sort();
  return canonical(names.map((name) => value[name] ?? null));
}
