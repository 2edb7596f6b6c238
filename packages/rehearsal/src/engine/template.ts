import { isList, isObject, UNKNOWN, type Value } from "../schema/value";
import type { Lookup, Template } from "./cloud";

const PLACE = /\{([^{}]+)\}/g;

/** A string in which a name has no value has none itself; one in which a name is unknown is unknown. */
function renderText(template: string, lookup: Lookup): Value {
  const whole = /^\{([^{}]+)\}$/.exec(template)?.[1];
  if (whole !== undefined) return lookup(whole) ?? null;
  const values = [...template.matchAll(PLACE)].map(([, name]) => lookup(name ?? "") ?? null);
  if (values.includes(UNKNOWN)) return UNKNOWN;
  if (values.includes(null)) return null;
  return template.replace(PLACE, () => String(values.shift()));
}

/** A template with its names filled in. */
export function render(template: Template, lookup: Lookup): Value {
  if (typeof template === "string") return renderText(template, lookup);
  if (isList(template)) return template.map((element) => render(element as Template, lookup));
  if (!isObject(template)) return template as Value;
  return Object.fromEntries(Object.entries(template).map(([name, of]) => [name, render(of as Template, lookup)]));
}
