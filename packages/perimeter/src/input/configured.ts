import { elementsOf, entry, evaluateJson, type JsonObject, type JsonValue } from "./body";
import type { Block, Configuration } from "./configuration";
import { dataAttribute } from "./data-sources";
import type { Bindings, Scope } from "./expression/evaluate";
import { knownText, valueOfJson } from "./expression/text";
import { type Facts, instanceKeys } from "./facts";
import { overlay } from "./overlay";
import { impliedProvider, providerOf } from "./provider";
import { remoteOutput } from "./remote-state";
import type { Provider, Resource, Unread } from "./resource";
import { sourceOf } from "./source";
import { type Fields, fields, literal, NULL, unknown, type Value } from "./value";
import { type Found, instanceAddress, instanceReferences, lazy, type Names, scopeOf, type World } from "./world";

/** What one module declares; nothing is computed before somebody asks. */
export interface Declarations {
  readonly resources: () => readonly Resource[];
  readonly unread: readonly Unread[];
}

const META_ARGUMENTS = ["count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner", "//"];

/** Variables that tfvars files set, by name; `undefined` for what can't be told. */
export type Variables = (name: string) => Value | undefined;

/** Declares the resources of a module's configuration in the world, with what `facts` adds to them. */
export function declareConfiguration(
  world: World,
  configuration: Configuration,
  facts: Facts,
  variables: Variables,
): Declarations {
  const scope: Scope = scopeOf(world, names());
  const repetitions = new Map(
    [...configuration.resources].map(([name, { stack, body }]) => {
      const address = `${stack}/${name}`;
      return [name, { address, over: lazy(world, `${name} (repetition)`, () => repetitionOf(address, body)) }] as const;
    }),
  );
  const instances = new Map([...configuration.resources].map(([name, block]) => [name, instancesOf(name, block)]));
  const values = (kind: string, from: ReadonlyMap<string, JsonValue>) =>
    new Map([...from].map(([name, json]) => [name, lazy(world, `${kind}.${name}`, () => inScope(json))]));
  const locals = values("local", configuration.locals);
  const providers = new Map(
    [...configuration.providers].map(([key, body]) => [key, lazy(world, `provider.${key}`, () => bodyOf(body, new Map()))]),
  );
  const outputs = values(
    "output",
    new Map([...configuration.outputs].map(([name, { body }]) => [name, entry(body, "value") ?? null])),
  );
  const data = new Map(
    [...configuration.data].map(([name, { body }]) => [name, lazy(world, `data.${name}`, () => bodyOf(body, EACH_UNKNOWN))]),
  );
  for (const stack of configuration.stacks) world.states.push({ stack, backends, output: (name) => outputs.get(name)?.() });

  return {
    resources: () => [...instances.values()].flatMap((of) => of()),
    unread: [
      ...[...configuration.modules].map(([name, { stack }]) => ({
        address: `${stack}/module.${name}`,
        reason: "a module isn't followed in a configuration: give its plan",
      })),
      ...configuration.others.map(({ stack, kind }) => ({ address: `${stack}/${kind}`, reason: `a block "${kind}" isn't read` })),
    ].filter(() => !facts.planned),
  };

  function inScope(json: JsonValue, bindings: Bindings = new Map()): Value {
    return evaluateJson(json, scope, bindings);
  }

  function bodyOf(body: JsonObject, bindings: Bindings): Value {
    const kept = Object.entries(body).filter(([name]) => !META_ARGUMENTS.includes(name));
    return inScope(Object.fromEntries(kept), bindings);
  }

  function backends() {
    return configuration.backends.map(({ type, body }) => ({ type, config: inScope(body) }));
  }

  function providerFor(type: string, body: JsonObject): Provider {
    const named = entry(body, "provider");
    const key = typeof named === "string" ? named.replace(/^\$\{(.*)\}$/s, "$1") : impliedProvider(type);
    const given = providers.get(key)?.();
    return providerOf(key, given?.kind === "object" ? given : fields([]), world.defaults);
  }

  /** Declares the instances of a resource when first asked for; references to them need no more than their keys. */
  function instancesOf(name: string, { stack, body }: Block): () => readonly Resource[] {
    const address = `${stack}/${name}`;
    const type = name.slice(0, name.indexOf("."));
    let made: readonly Resource[] | undefined;
    const provider = () => providerFor(type, body);
    const argumentsOf = (at: string, bindings: Bindings) =>
      lazy(world, at, () => overlay(bodyOf(body, bindings), facts.values.get(at) ?? fields([]), "first"));
    const declare = (key: string | number | undefined, each: Bindings) => {
      const at = instanceAddress(address, key);
      const computed = argumentsOf(at, each);
      world.declared.set(at, { type, arguments: computed, provider });
      return { at, computed };
    };
    declare(undefined, EACH_UNKNOWN);
    return () => {
      made ??= resources();
      return made;
    };

    function resources(): readonly Resource[] {
      const over = repetitions.get(name)?.over() ?? NULL;
      const common = { stack, type, provider: provider(), source: sourceOf(body) };
      const resource = ({ at, computed }: ReturnType<typeof declare>, uncertain?: string): Resource => {
        const given = computed();
        const open =
          given.kind === "object"
            ? uncertain
            : `its arguments aren't known: ${given.kind === "unknown" ? given.reason : given.kind}`;
        const known: Fields = given.kind === "object" ? given : fields([]);
        return { ...common, address: at, arguments: known, ...(open === undefined ? {} : { uncertain: open }) };
      };
      if (over === NULL) return [resource(declare(undefined, new Map()))];
      const elements = elementsOf(over);
      if (elements) return elements.map(([key, value]) => resource(declare(keyOf(key), eachOf(key, value))));
      return [
        resource(declare(undefined, EACH_UNKNOWN), over.kind === "unknown" ? over.reason : "how often it exists isn't known"),
      ];
    }
  }

  /** Null for a resource that isn't repeated; what it is repeated over; or an unknown. A plan knows the keys in any case. */
  function repetitionOf(address: string, body: JsonObject): Value {
    const [count, each] = [entry(body, "count"), entry(body, "for_each")];
    if (count === undefined && each === undefined) return NULL;
    const planned = instanceKeys(facts.values.keys(), address);
    const over = count === undefined ? inScope(each ?? null) : countOf(inScope(count));
    const keys = elementsOf(over)?.map(([key]) => keyOf(key));
    if (keys?.every((key) => key !== undefined)) return over;
    if (facts.planned || planned.length > 0) {
      if (planned.every((key) => typeof key === "number")) return { kind: "list", items: planned.map(literal) };
      return fields(planned.map((key) => [String(key), unknown(`what "${address}" is repeated over isn't known`)]));
    }
    return unknown(`what "${address}" is repeated over isn't known`);
  }

  function names(): Names {
    return {
      variable: (name) => variables(name) ?? variableDefault(name),
      local: (name) => locals.get(name)?.() ?? unknown(`there is no "local.${name}"`),
      module: (name): Found => ({
        value: unknown(`"module.${name}" isn't followed in a configuration: give its plan`),
        consumed: 0,
      }),
      resource: (type, name) => {
        const repeated = repetitions.get(`${type}.${name}`);
        if (!repeated) return undefined;
        const over = repeated.over();
        if (over === NULL) return instanceReferences(repeated.address, undefined);
        const keys = elementsOf(over)?.map(([key]) => keyOf(key));
        // Its instances are declared along with the keys.
        instances.get(`${type}.${name}`)?.();
        return keys?.every((key) => key !== undefined) ? instanceReferences(repeated.address, keys) : over;
      },
      data: dataSource,
    };
  }

  function variableDefault(name: string): Value {
    const block = configuration.variables.get(name);
    if (!block) return unknown(`there is no "var.${name}"`);
    const value = entry(block.body, "default");
    return value === undefined ? unknown(`"var.${name}" has no default`) : valueOfDefault(value);
  }

  function dataSource(type: string, name: string, path: readonly string[]): Found {
    const block = configuration.data.get(`${type}.${name}`);
    const address = `data.${type}.${name}`;
    const given = data.get(`${type}.${name}`)?.();
    if (!block || given?.kind !== "object") return { value: unknown(`there is no "${address}"`), consumed: 0 };
    const [attribute, output] = path;
    if (type === "terraform_remote_state" && attribute === "outputs" && output !== undefined)
      return { value: remoteOutput(world, block.stack, name, given, output), consumed: 2 };
    if (entry(block.body, "count") !== undefined || entry(block.body, "for_each") !== undefined)
      return { value: unknown(`the data source "${address}" is repeated`), consumed: 0 };
    if (attribute === undefined) return { value: given, consumed: 0 };
    const read = facts.data.get(`${block.stack}/${address}`);
    return {
      value: dataAttribute({ type, address, provider: providerFor(type, block.body) }, attribute, given, read),
      consumed: 1,
    };
  }
}

const ITERATION_UNKNOWN = unknown("which repetition it is isn't known");
const EACH_UNKNOWN: Bindings = new Map([
  ["each", ITERATION_UNKNOWN],
  ["count", ITERATION_UNKNOWN],
]);

function eachOf(key: Value, value: Value): Bindings {
  return new Map<string, Value>([
    [
      "each",
      fields([
        ["key", key],
        ["value", value],
      ]),
    ],
    ["count", fields([["index", key]])],
  ]);
}

function keyOf(key: Value): string | number | undefined {
  return key.kind === "literal" && typeof key.value === "number" ? key.value : knownText(key);
}

const MOST_INSTANCES = 10_000;

/** `count` as what it is repeated over: 0, 1, … */
function countOf(count: Value): Value {
  const number = Number(knownText(count) ?? Number.NaN);
  if (!Number.isInteger(number) || number < 0 || number > MOST_INSTANCES) return unknown("a count isn't known");
  return { kind: "list", items: Array.from({ length: number }, (_, at) => literal(at)) };
}

/** A default holds no references; `$${` is not an escape in it. */
const valueOfDefault = (json: JsonValue): Value => (json === null ? NULL : valueOfJson(json));
