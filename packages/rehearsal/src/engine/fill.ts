import { mapBlock } from "../schema/shape";
import type { Block, NestedBlock, TypeJson } from "../schema/types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import type { World } from "../world/world";
import type { Cloud, Compute, Link, Lookup, Scope, Template } from "./cloud";
import { render } from "./template";

/** What an object is made from. */
export interface Making {
  readonly cloud: Cloud;
  readonly world: World;
  readonly type: string;
  readonly scope: Scope;
  /** Decides whatever is random in the cloud. */
  readonly seed: string;
}

/** A planned object with everything known: by the type's row, by what holds for all types, or by name and type. */
export function fill(block: Block, planned: ObjectValue, making: Making): ObjectValue {
  const { cloud, world, type, scope, seed } = making;
  const { now } = world;
  const common = cloud.common(type).values ?? {};
  const own = cloud.rows[type]?.values ?? {};
  // A default of an argument that isn't computed can't be planned, but the service goes by it.
  const standards = cloud.facts[type]?.defaults ?? {};
  const done: Record<string, Value> = {};
  const templates = { ...common, ...own };
  // A value may be made of others which have no value yet: those are made first. None is made of itself.
  const make = (name: string): Value | undefined => {
    if (planned[name] !== UNKNOWN || !(name in templates)) return undefined;
    done[name] = null;
    done[name] = made(templates[name] ?? null);
    return done[name];
  };
  const made = (template: Template | Compute, of = lookup) =>
    typeof template === "function" ? template(of, world, scope) : render(template, of);
  const lookup: Lookup = (names) => first(names.split("|").map(lookupOne));
  const lookupOne = (name: string): Value | undefined => {
    const [kind, argument] = name.split(":", 2);
    if (argument !== undefined) return cloud.invent(kind ?? "", argument, seed, scope, lookup);
    if (name === "now") return now;
    const planning = planned[name];
    const given = planning === UNKNOWN || planning === null ? undefined : planning;
    return given ?? (name in done ? done[name] : make(name)) ?? scope[name] ?? standards[name];
  };
  for (const name of Object.keys(templates)) if (!name.includes(".") && !(name in done)) make(name);
  const links = { ...cloud.common(type).links, ...cloud.rows[type]?.links };
  for (const [name, link] of Object.entries(links)) {
    if (planned[name] === UNKNOWN) done[name] = follow(world, link, lookup);
  }
  /** A name in an element of a block: the element's own attribute before the object's; what is random is so by element. */
  const within = (element: ObjectValue, place: string): Lookup => {
    const of: Lookup = (names) =>
      first(
        names.split("|").map((name) => {
          const [kind, argument] = name.split(":", 2);
          if (argument !== undefined) return cloud.invent(kind ?? "", argument, `${seed}/${place}`, scope, of);
          const own = element[name];
          return own === UNKNOWN || own === null || own === undefined ? (done[name] ?? lookupOne(name)) : own;
        }),
      );
    return of;
  };
  const inElement: InElement = (path, place, element) => {
    const template = templates[path];
    return template === undefined ? undefined : made(template, within(element, place));
  };
  return mapBlock(
    block,
    (name, kind) => (name in done ? (done[name] ?? null) : known(name, kind, planned[name] ?? null, now)),
    (name, nested) => knownNested(nested, planned[name] ?? null, { now, path: name, place: name, value: inElement }),
  );
}

/** The row's value of an attribute of a block's element, by its dotted path and the place of that one element. */
type InElement = (path: string, place: string, element: ObjectValue) => Value | undefined;

interface Inside {
  readonly now: string;
  readonly path: string;
  readonly place: string;
  readonly value: InElement;
}

function follow(world: World, link: Link, lookup: (name: string) => Value | undefined): Value {
  const wanted = lookup(link.equals);
  return world.all(link.type).find((other) => other[link.where] === wanted)?.[link.take] ?? null;
}

const first = (values: readonly (Value | undefined)[]) => values.find((value) => value !== undefined && value !== null);

const isTime = (name: string) => /^time_(created|updated)$|^creat(e|ion|ed)_(at|on|date|time)$/.test(name);

/** A value without a row: numbers 0, collections empty, times now, other strings null. */
function known(name: string, type: TypeJson, value: Value, now: string): Value {
  if (value !== UNKNOWN) return knownInside(type, value, now);
  if (type === "string") return isTime(name) ? now : null;
  if (type === "number") return 0;
  if (type === "bool") return false;
  if (typeof type === "string") return null;
  return type[0] === "map" || type[0] === "object" ? {} : [];
}

/** Unknowns inside a known collection. */
function knownInside(type: TypeJson, value: Value, now: string): Value {
  if (typeof type === "string") return value;
  const [kind, inner] = type;
  const typeOf = (name: string) => (kind === "object" ? inner[name] : inner) ?? "string";
  if (isList(value)) return value.map((element) => known("", inner as TypeJson, element, now));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, known(name, typeOf(name), of, now)]));
}

function knownNested(nested: NestedBlock, value: Value, at: Inside): Value {
  if (isList(value)) {
    return value.map((element, index) =>
      isObject(element) ? knownBlock(nested.block, element, { ...at, place: `${at.place}.${index}` }) : element,
    );
  }
  if (value === UNKNOWN) return nested.nesting_mode === "single" ? null : [];
  return value;
}

const knownBlock = (block: Block, value: ObjectValue, at: Inside): ObjectValue =>
  mapBlock(
    block,
    (name, type) => {
      const own = value[name] === UNKNOWN ? at.value(`${at.path}.${name}`, at.place, value) : undefined;
      return own ?? known(name, type, value[name] ?? null, at.now);
    },
    (name, nested) =>
      knownNested(nested, value[name] ?? null, { ...at, path: `${at.path}.${name}`, place: `${at.place}.${name}` }),
  );
