import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import type { Template } from "./cloud";

const PLACE = /\{([^{}]+)\}/g;

/** The value of a name; undefined where there is none. */
export type Lookup = (name: string) => Value | undefined;

/** The first of some names that has a value; `true`, `false` and `'text'` stand for themselves. */
export const firstOf =
  (lookupOne: Lookup): Lookup =>
  (names) => {
    for (const name of names.split("|")) {
      const value = literal(name) ?? lookupOne(name);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };

function literal(name: string): Value | undefined {
  if (name === "true" || name === "false") return name === "true";
  return /^'(.*)'$/.exec(name)?.[1];
}

/** A string in which a name has no value has none itself; one in which a name is unknown is unknown. */
function renderText(template: string, lookup: Lookup): Value {
  const whole = /^\{([^{}]+)\}$/.exec(template)?.[1];
  if (whole !== undefined) return lookup(whole) ?? null;
  const values = [...template.matchAll(PLACE)].map(([, name]) => lookup(name ?? "") ?? null);
  if (values.includes(UNKNOWN)) return UNKNOWN;
  if (values.includes(null)) return null;
  return template.replace(PLACE, () => String(values.shift()));
}

/** A template with its names filled in; a list in which a template has no value has none itself. */
export function render(template: Template, lookup: Lookup): Value {
  if (typeof template === "string") return renderText(template, lookup);
  if (isList(template)) {
    const values = template.map((element) => render(element as Template, lookup));
    return values.some((value, index) => value === null && template[index] !== null) ? null : values;
  }
  if (!isObject(template)) return template as Value;
  return Object.fromEntries(Object.entries(template).map(([name, of]) => [name, render(of as Template, lookup)]));
}

/** What a name with dots leads to inside a value: names of objects, numbers of list elements. */
export function valueAt(of: ObjectValue, path: string): Value | undefined {
  return path.split(".").reduce<Value | undefined>((at, step) => {
    if (at === UNKNOWN) return UNKNOWN;
    if (isList(at)) return at[Number(step)];
    return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, of);
}
