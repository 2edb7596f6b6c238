import type { Scope } from "./expression/evaluate";
import { namedAttribute } from "./names";
import type { Defaults } from "./provider";
import type { Provider } from "./resource";
import { fields, type Reference, unknown, type Value } from "./value";

/** A resource as it was declared: its arguments are computed when somebody asks. */
export interface Declared {
  readonly type: string;
  readonly arguments: () => Value;
  readonly provider: () => Provider;
}

/** A stack's state as other stacks read it. */
export interface StackState {
  readonly stack: string;
  /** Where it is stored, by kind of backend. */
  readonly backends: () => readonly { readonly type: string; readonly config: Value }[];
  readonly output: (name: string) => Value | undefined;
}

/** Everything that is declared anywhere, by address, so that references may cross stacks. */
export interface World {
  readonly defaults: Defaults;
  readonly declared: Map<string, Declared>;
  /** The states that stacks leave for others to read. */
  readonly states: StackState[];
  readonly budget: { left: number };
  /** How many references are being followed, one inside of the other. */
  depth: number;
}

/** Enough for a hundred thousand statements; a text that was written to take long ends there within seconds. */
const BUDGET = 4_000_000;

export function newWorld(defaults: Defaults): World {
  return { defaults, declared: new Map(), states: [], budget: { left: BUDGET }, depth: 0 };
}

/** Attributes by which others refer to a resource: known or not, they stand for it. */
const IDENTITIES: ReadonlySet<string | number> = new Set(["id", "ocid", "arn", "url", "unique_id", "key_id"]);

/** An attribute of a declared resource: as configured, as its name makes it, or only known when it is applied. */
export function attributeOf(world: World, of: Reference, key: string | number): Value {
  const reference: Reference = { kind: "reference", to: of.to, attribute: [...of.attribute, key] };
  const declared = of.attribute.length === 0 ? world.declared.get(of.to) : undefined;
  if (!declared) return reference;
  const given = declared.arguments();
  if (given.kind !== "object") return given.kind === "unknown" ? given : reference;
  const value = given.entries.get(String(key));
  const named = namedAttribute(declared.type, String(key), given, declared.provider());
  if (named) return value?.kind === "literal" ? value : named;
  if (value?.kind === "literal" && value.value !== null && IDENTITIES.has(key)) return { ...reference, value: value.value };
  return value ?? reference;
}

/** Computes once. What leads back to itself, or through too many others, is unknown. */
export function lazy<T extends Value>(world: World, what: string, compute: () => T): () => T | Value {
  let result: T | Value | undefined;
  let computing = false;
  return () => {
    if (result) return result;
    if (computing) return unknown(`"${what}" leads back to itself`);
    if (world.depth >= DEEPEST) return unknown(`"${what}" is reached through too many others`);
    computing = true;
    world.depth += 1;
    result = bounded(compute(), what);
    world.depth -= 1;
    computing = false;
    return result;
  };
}

const DEEPEST = 150;

/** Values are shared, so that a few lines can make one that nobody can go through any more. */
const LARGEST = 2_000_000;
const sizes = new WeakMap<Value, number>();

function bounded(value: Value, what: string): Value {
  return sizeOf(value) > LARGEST ? unknown(`"${what}" is too large`) : value;
}

function sizeOf(value: Value): number {
  const measured = sizes.get(value);
  if (measured !== undefined) return measured;
  const size = 1 + innerSize(value);
  sizes.set(value, size);
  return size;
}

function innerSize(value: Value): number {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? value.value.length / 16 : 0;
    case "list":
      return sum(value.items);
    case "object":
      return sum(value.entries.values());
    case "template":
      return sum(value.parts);
    case "json":
      return sizeOf(value.value);
    case "reference":
    case "unknown":
      return 0;
  }
}

function sum(values: Iterable<Value>): number {
  let size = 0;
  for (const value of values) size += sizeOf(value);
  return size;
}

/** Names as a module of Terraform's sees them. */
export interface Names {
  readonly variable: (name: string) => Value;
  readonly local: (name: string) => Value;
  readonly module: (name: string, path: readonly string[]) => Found;
  /** References: one, a list for `count`, an object for `for_each`. */
  readonly resource: (type: string, name: string) => Value | undefined;
  readonly data: (type: string, name: string, path: readonly string[]) => Found;
}

/** A value, and how many of the steps behind its name it has consumed. */
export interface Found {
  readonly value: Value;
  readonly consumed: number;
}

export function scopeOf(world: World, names: Names): Scope {
  return {
    budget: world.budget,
    attribute: (of, key) => attributeOf(world, of, key),
    root: (root, path) => {
      const [first, second, ...rest] = path.map(String);
      if (root === "data" && first !== undefined && second !== undefined) {
        const { value, consumed } = names.data(first, second, rest);
        return { value, consumed: 2 + consumed };
      }
      if (first === undefined) return { value: unknown(`"${root}" isn't a value`), consumed: 0 };
      switch (root) {
        case "var":
          return { value: names.variable(first), consumed: 1 };
        case "local":
          return { value: names.local(first), consumed: 1 };
        case "module": {
          const { value, consumed } = names.module(first, path.slice(1).map(String));
          return { value, consumed: 1 + consumed };
        }
        case "path":
        case "terraform":
        case "self":
        case "each":
        case "count":
          return { value: unknown(`"${root}.${first}" isn't known here`), consumed: 1 };
        default:
          return { value: names.resource(root, first) ?? unknown(`there is no resource "${root}.${first}"`), consumed: 1 };
      }
    },
  };
}

/** References to the instances of a resource, as `count` and `for_each` number and name them. */
export function instanceReferences(address: string, keys: readonly (string | number)[] | undefined): Value {
  const refer = (to: string): Reference => ({ kind: "reference", to, attribute: [] });
  if (!keys) return refer(address);
  const named = keys.map((key) => [String(key), refer(instanceAddress(address, key))] as const);
  return keys.every((key) => typeof key === "number") && keys.length > 0
    ? { kind: "list", items: named.map(([, reference]) => reference) }
    : fields(named);
}

/** `address[0]`, `address["key"]` */
export function instanceAddress(address: string, key: string | number | undefined): string {
  return key === undefined ? address : `${address}[${JSON.stringify(key)}]`;
}
