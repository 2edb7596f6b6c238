import { Refusal } from "../../engine/refusal";
import { isList, isObject, type ObjectValue, objectsIn, type Value } from "../../schema/value";

/**
 * Rows that all `filter` blocks accept; inside a block one value is enough. Source: terraform-provider-oci,
 * tfresource.ApplyFilters: a dot leads into a map or into the only element of a list, a list matches by any element.
 */
export function filtered(config: ObjectValue, rows: readonly ObjectValue[]): readonly ObjectValue[] {
  return objectsIn(config["filter"]).reduce((left, filter) => left.filter(accepting(filter)), rows);
}

function accepting(filter: ObjectValue): (row: ObjectValue) => boolean {
  const path = String(filter["name"]).split(".");
  const wanted = isList(filter["values"]) ? filter["values"].map(String) : [];
  const tests = wanted.map((one) => (filter["regex"] === true ? matching(one) : (text: string) => text === one));
  return (row) => leaves(at(row, path)).some((text) => tests.some((test) => test(text)));
}

/** The value that a path leads to; keys of maps may have dots themselves. */
function at(value: Value | undefined, path: readonly string[]): Value | undefined {
  if (path.length === 0) return value;
  if (isList(value)) return value.length === 1 ? at(value[0], path) : undefined;
  if (!isObject(value)) return undefined;
  const whole = path.join(".");
  if (Object.hasOwn(value, whole)) return value[whole];
  const [first = "", ...rest] = path;
  return Object.hasOwn(value, first) ? at(value[first], rest) : undefined;
}

function leaves(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null || isObject(value)) return [];
  return isList(value) ? value.flatMap(leaves) : [String(value)];
}

/** JavaScript matches by backtracking, Go doesn't: a pattern that could take for ever is no filter here. */
const isHarmless = (text: string) => text.length <= 200 && !/\)[*+{]/.test(text) && (text.match(/[*+{]/g) ?? []).length <= 4;

function matching(text: string): (value: string) => boolean {
  if (!isHarmless(text)) throw new Refusal(`the rehearsal can't run the pattern "${text.slice(0, 200)}": it repeats too much`);
  try {
    const pattern = new RegExp(text);
    return (value) => pattern.test(value);
  } catch {
    throw new Refusal(`"${text}" is not a regular expression`);
  }
}
