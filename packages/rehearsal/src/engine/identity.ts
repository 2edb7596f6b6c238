import { canonical, isObject, textOf, type Value } from "../schema/value";
import type { Cloud, Scope } from "./cloud";
import { render } from "./template";

/**
 * What the world knows an object by: its id, and where that holds. The types of AWS's newer framework have none; they
 * are known by the arguments whose change replaces them, or by the required ones, which is how the provider finds them too.
 */
export function identityOf(cloud: Cloud, type: string, scope: Scope, value: Value): string {
  if (!isObject(value)) return "";
  const attributes = cloud.schema.resource_schemas[type]?.block.attributes ?? {};
  const within = cloud.rows[type]?.within ?? cloud.common(type).within;
  const place = within === undefined ? "" : `${textOf(render(within, (name) => value[name] ?? scope[name]))} `;
  if (attributes["id"]) return `${place}${textOf(value["id"])}`;
  const fixed = cloud.facts[type]?.forceNew ?? Object.keys(attributes).filter((name) => attributes[name]?.required);
  const names = [...new Set(fixed.map((path) => path.split(".", 1)[0] ?? path))].sort();
  return `${place}${canonical(names.map((name) => value[name] ?? null))}`;
}
