import { mapBlock, shapeType } from "../schema/shape";
import type { Block, NestedBlock, TypeJson } from "../schema/types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import type { World } from "../world/world";
import type { Cloud, Link, Row, Scope } from "./cloud";
import { firstOf, type Lookup, render, valueAt } from "./template";

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
  const { cloud, type, scope } = making;
  const common = cloud.common(type);
  const own = cloud.rows[type];
  const row = { values: { ...common.values, ...own?.values }, links: { ...common.links, ...own?.links } };
  // A default of an argument that isn't computed can't be planned, but the service goes by it.
  const standards = cloud.facts[type]?.defaults ?? {};
  return fillBlock(block, planned, row, making, (name) => scope[name] ?? standards[name]);
}

function fillBlock(block: Block, planned: ObjectValue, row: Row, making: Making, outer: Lookup): ObjectValue {
  const { make, lookup } = namesOf(planned, row, making, outer);
  const { now } = making.world;
  return mapBlock(
    block,
    (name, type) => {
      const value = planned[name] ?? null;
      const made = value === UNKNOWN ? make(name) : undefined;
      return made === undefined ? known(name, type, value, now) : shapeType(type, made);
    },
    (name, nested) => fillNested(nested, planned[name] ?? null, name, row, making, lookup),
  );
}

function fillNested(nested: NestedBlock, value: Value, name: string, row: Row, making: Making, outer: Lookup): Value {
  if (isList(value)) {
    const inner = { values: inside(row.values, name), links: inside(row.links, name) };
    return value.map((element, index) => {
      const seed = `${making.seed}/${name}.${index}`;
      return isObject(element) ? fillBlock(nested.block, element, inner, { ...making, seed }, outer) : element;
    });
  }
  if (value === UNKNOWN) return nested.nesting_mode === "single" ? null : [];
  return value;
}

/** The entries whose names lead into a block, by what is left of their names. */
function inside<T>(of: Readonly<Record<string, T>> | undefined, name: string): Readonly<Record<string, T>> {
  const entries = Object.entries(of ?? {}).filter(([path]) => path.startsWith(`${name}.`));
  return Object.fromEntries(entries.map(([path, value]) => [path.slice(name.length + 1), value]));
}

/** What templates can name while an object, or an element of its blocks, is made. */
function namesOf(planned: ObjectValue, row: Row, { cloud, world, scope, seed }: Making, outer: Lookup) {
  const done = new Map<string, Value>();
  // A value may be made of others which have no value yet: those are made first. None is made of itself.
  const make = (name: string): Value | undefined => {
    const link = row.links?.[name];
    const template = row.values?.[name];
    if (done.has(name) || (link === undefined && template === undefined)) return done.get(name);
    done.set(name, null);
    const linked = link && follow(world, link, lookup);
    done.set(
      name,
      linked ?? (typeof template === "function" ? template(lookup, world, scope) : render(template ?? null, lookup)),
    );
    return done.get(name);
  };
  const lookupOne = (name: string): Value | undefined => {
    const [kind, argument] = name.split(":", 2);
    if (argument !== undefined) return cloud.invent(kind ?? "", argument, seed, scope, lookup);
    if (name === "now") return world.now;
    const given = valueAt(planned, name);
    // What is known to be nothing stays so: only what the service decides is made.
    if (given === undefined || given === UNKNOWN) return make(name) ?? outer(name);
    return given ?? outer(name);
  };
  const lookup = firstOf(lookupOne);
  return { make, lookup };
}

function follow(world: World, link: Link, lookup: Lookup): Value {
  const wanted = lookup(link.equals);
  if (wanted === undefined || wanted === null) return null;
  const other = world.all(link.type).find((one) => one[link.where] === wanted);
  return (other && valueAt(other, link.take)) ?? null;
}

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
