import { entry, isObject, type JsonObject, type JsonValue } from "./body";
import { valueOfJson } from "./expression/text";
import type { Facts } from "./facts";
import { type Fields, fields, isNull, list, type Value } from "./value";

/** A resource or data source in a module tree of values: of a state, or of what a plan will make of it. */
export interface Recorded {
  readonly address: string;
  readonly module: string;
  readonly managed: boolean;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly providerName: string;
  readonly values: Fields;
}

/** All of a module tree, as `values.root_module` holds it ("JSON Output Format", values representation). */
export function recordedIn(root: JsonValue | undefined): readonly Recorded[] {
  const found: Recorded[] = [];
  const open: (readonly [string, JsonValue | undefined])[] = [["", root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [module, json] = next;
    for (const resource of listOf(entry(json, "resources"))) found.push(recorded(module, resource));
    for (const child of listOf(entry(json, "child_modules"))) open.push([textOf(entry(child, "address")), child]);
  }
  return found;
}

function recorded(module: string, json: JsonObject): Recorded {
  const index = entry(json, "index");
  return {
    address: textOf(entry(json, "address")),
    module,
    managed: entry(json, "mode") !== "data",
    type: textOf(entry(json, "type")),
    name: textOf(entry(json, "name")),
    index: typeof index === "string" || typeof index === "number" ? index : undefined,
    providerName: textOf(entry(json, "provider_name")),
    values: knownFields(entry(json, "values")),
  };
}

export const listOf = (json: JsonValue | undefined): readonly JsonObject[] => (Array.isArray(json) ? json.filter(isObject) : []);
export const textOf = (json: JsonValue | undefined): string => (typeof json === "string" ? json : "");

/** Values as they are; null is what was not given. */
export function knownFields(json: JsonValue | undefined): Fields {
  return withoutNulls(isObject(json) ? valueOfJson(json) : fields([]));
}

export function withoutNulls(value: Value): Fields {
  const kept = unwritten(value);
  return kept.kind === "object" ? kept : fields([]);
}

/** Null is what wasn't written, at any depth; in lists it keeps its place. */
function unwritten(value: Value): Value {
  if (value.kind === "list") return list(value.items.map(unwritten));
  if (value.kind !== "object") return value;
  return fields([...value.entries].filter(([, one]) => !isNull(one)).map(([name, one]) => [name, unwritten(one)]));
}

/** What records know of the resources of a stack, by address. */
export function factsOf(stack: string, records: readonly Recorded[], planned: boolean): Facts {
  const of = (managed: boolean) =>
    new Map(
      records.filter((one) => one.managed === managed).map(({ address, values }) => [`${stack}/${address}`, closed(values)]),
    );
  return { values: of(true), data: of(false), planned };
}

/** Without the attributes of which nothing is known. */
function closed(values: Fields): Fields {
  return fields([...values.entries].filter(([, value]) => value.kind !== "unknown"));
}
