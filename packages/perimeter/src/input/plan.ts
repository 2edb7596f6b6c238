import { placeOf } from "./arn";
import { elementsOf, entry, isObject, type JsonObject, type JsonValue } from "./body";
import type { Declarations } from "./configured";
import { dataAttribute } from "./data-sources";
import type { Bindings, Scope } from "./expression/evaluate";
import { knownText, valueOfJson } from "./expression/text";
import type { Facts } from "./facts";
import { overlay } from "./overlay";
import { moduleSteps, NO_BINDINGS, PASSED_ON, shownValue } from "./plan-expressions";
import type { Planned } from "./planned";
import { providerOf } from "./provider";
import { remoteOutput } from "./remote-state";
import type { Provider, Resource } from "./resource";
import { type Recorded, textOf } from "./state";
import { type Fields, fields, list, literal, unknown, type Value } from "./value";
import { type Found, instanceReferences, lazy, type Names, scopeOf, type World } from "./world";

/** A plan, with what the states of its stack say. */
interface GivenPlan {
  readonly json: JsonObject;
  readonly planned: Planned;
  readonly facts: Facts;
  readonly isConfigured: boolean;
}

/**
 * Declares what a plan leaves behind, its references taken from the configuration that the plan holds. Where the stack's
 * own configuration is given, it leaves the outputs to that.
 */
export function declarePlan(world: World, stack: string, { json: plan, planned, facts, isConfigured }: GivenPlan): Declarations {
  const root = entry(entry(plan, "configuration"), "root_module");
  const byName = new Map<string, Recorded[]>();
  for (const one of planned.resources) byName.set(nameOf(one), [...(byName.get(nameOf(one)) ?? []), one]);
  const dataByAddress = new Map(planned.data.map((one) => [one.address, one]));
  const modules = new Map<string, Module>();
  let made: ReadonlyMap<string, string> | undefined;
  const rootModule = moduleAt("", root, (name) => rootVariable(plan, name));
  const declared = planned.resources.map(declare);
  if (!isConfigured) world.states.push({ stack, backends: () => [], output: rootModule.output });
  return { resources: () => declared.map((make) => make()), unread: [] };

  interface Module {
    readonly scope: Scope;
    readonly json: JsonValue | undefined;
    readonly output: (name: string) => Value | undefined;
    /** What the configuration says of `type.name`, or of `data.type.name`. */
    readonly configured: (name: string) => JsonObject | undefined;
    /** The arguments of what `configured` tells. */
    readonly given: (name: string) => Value;
    readonly call: (name: string, key: string | number | undefined) => Module;
  }

  /** A module instance: `module.a["x"].module.b`; its variables are what the call says, in the caller's scope. */
  function moduleAt(address: string, json: JsonValue | undefined, variable: (name: string) => Value): Module {
    const known = modules.get(address);
    if (known) return known;
    const outputs = new Map<string, () => Value>();
    for (const name of Object.keys(objectOf(entry(json, "outputs"))))
      outputs.set(
        name,
        lazy(
          world,
          `${address}.output.${name}`,
          () =>
            shownValue(entry(entry(entry(json, "outputs"), name), "expression"), module.scope, NO_BINDINGS, PASSED_ON) ??
            unknown(`the output "${name}" isn't shown`),
        ),
      );
    const variables = new Map<string, () => Value>();
    const given = new Map<string, () => Value>();
    const names: Names = {
      variable: (name) => {
        const value = variables.get(name) ?? lazy(world, `${address}.var.${name}`, () => variable(name));
        variables.set(name, value);
        return value();
      },
      local: (name) => unknown(`a plan doesn't show what "local.${name}" is`),
      module: (name, path) => moduleOutput(module, name, path),
      resource: (type, name) => references(address, type, name),
      data: (type, name, path) => dataSource(module, address, type, name, path),
    };
    const configured = new Map(resourcesOf(json).map((one) => [configuredName(one), one]));
    const module: Module = {
      configured: (name) => configured.get(name),
      given: (name) => {
        const value =
          given.get(name) ??
          lazy(
            world,
            `${address}.${name}`,
            () => shownValue(entry(configured.get(name), "expressions"), module.scope) ?? fields([]),
          );
        given.set(name, value);
        return value();
      },
      scope: scopeOf(world, names),
      json,
      output: (name) => outputs.get(name)?.(),
      call: (name, key) => calledModule(address, module, name, key),
    };
    modules.set(address, module);
    return module;
  }

  function calledModule(address: string, caller: Module, name: string, key: string | number | undefined): Module {
    const call = entry(entry(caller.json, "module_calls"), name);
    const own = `module.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`;
    const at = address === "" ? own : `${address}.${own}`;
    const bindings = lazyBindings(caller, call, key);
    return moduleAt(at, entry(call, "module"), (variable) => {
      const given = entry(entry(call, "expressions"), variable);
      const declaredDefault = entry(entry(entry(entry(call, "module"), "variables"), variable), "default");
      if (given !== undefined)
        return shownValue(given, caller.scope, bindings(), PASSED_ON) ?? unknown(`"var.${variable}" isn't known`);
      return declaredDefault === undefined ? unknown(`"var.${variable}" isn't given`) : valueOfJson(declaredDefault);
    });
  }

  function moduleNamed(address: string): Module {
    let module = rootModule;
    for (const [name, key] of moduleSteps(address)) module = module.call(name, key);
    return module;
  }

  function moduleOutput(caller: Module, name: string, path: readonly string[]): Found {
    const call = entry(entry(caller.json, "module_calls"), name);
    const repeated = entry(call, "count_expression") !== undefined || entry(call, "for_each_expression") !== undefined;
    const [first, second] = path;
    const output = repeated ? second : first;
    if (output === undefined)
      return { value: unknown(`all outputs of "module.${name}" stand for one value`), consumed: path.length };
    const key = repeated ? (entry(call, "count_expression") === undefined ? first : Number(first)) : undefined;
    const value = caller.call(name, key).output(output);
    return { value: value ?? unknown(`"module.${name}" has no output "${output}"`), consumed: repeated ? 2 : 1 };
  }

  function references(module: string, type: string, name: string): Value | undefined {
    const found = byName.get(nameOf({ module, type, name })) ?? [];
    const [only] = found;
    const base = `${stack}/${module === "" ? "" : `${module}.`}${type}.${name}`;
    if (!only) return undefined;
    const keys = found.map(({ index }) => index).filter((index) => index !== undefined);
    return instanceReferences(base, only.index === undefined ? undefined : keys);
  }

  function dataSource(module: Module, address: string, type: string, name: string, path: readonly string[]): Found {
    const at = `data.${type}.${name}`;
    const configured = module.configured(at);
    const given = module.given(at);
    const of = given.kind === "object" ? given : fields([]);
    const [attribute, output] = path;
    if (type === "terraform_remote_state" && attribute === "outputs" && output !== undefined)
      return { value: remoteOutput(world, stack, name, of, output), consumed: 2 };
    const read = dataByAddress.get(address === "" ? at : `${address}.${at}`)?.values;
    if (attribute === undefined || !configured) return { value: unknown(`there is no "${at}"`), consumed: 0 };
    const provider = providerAt(entry(configured, "provider_config_key"));
    return { value: dataAttribute({ type, address: at, provider }, attribute, read ? merged(of, read) : of, read), consumed: 1 };
  }

  function declare(one: Recorded): () => Resource {
    const address = `${stack}/${one.address}`;
    const configured = () => moduleNamed(one.module).configured(`${one.type}.${one.name}`);
    const provider = () => providerAt(entry(configured(), "provider_config_key"), one.providerName);
    const computed = lazy(world, address, () => {
      const json = configured();
      const module = moduleNamed(one.module);
      const bindings = lazyBindings(module, json, one.index)();
      const symbolic = shownValue(entry(json, "expressions"), module.scope, bindings) ?? fields([]);
      return overlay(
        overlay(symbolic, json ? openDropped(one.values, symbolic) : one.values, "second"),
        facts.values.get(address) ?? fields([]),
        "first",
      );
    });
    if (!world.declared.has(address)) world.declared.set(address, { type: one.type, arguments: computed, provider });
    return () => {
      const given = computed();
      const known = given.kind === "object" ? given : fields([]);
      const uncertain = given.kind === "unknown" ? { uncertain: given.reason } : {};
      return { stack, address, type: one.type, provider: provider(), arguments: known, source: null, ...uncertain };
    };
  }

  function providerAt(key: JsonValue | undefined, providerName = ""): Provider {
    const json = entry(entry(entry(plan, "configuration"), "provider_config"), String(key));
    const name = String(entry(json, "name") ?? providerName.split("/").at(-1) ?? "");
    const alias = entry(json, "alias");
    const given = shownValue(entry(json, "expressions"), moduleNamed(textOf(entry(json, "module_address"))).scope);
    const account = accountMadeBy(String(key ?? "")) ?? world.defaults.account;
    return providerOf(
      typeof alias === "string" ? `${name}.${alias}` : name,
      given?.kind === "object" ? given : fields([]),
      account === undefined ? {} : { account },
    );
  }

  /** A provider that doesn't name its account works in that of what it has made, as far as the plan knows its ARN. */
  function accountMadeBy(key: string): string | undefined {
    made ??= new Map(
      planned.resources.flatMap((one) => {
        const account = placeOf(one.values)?.account;
        const by = entry(moduleNamed(one.module).configured(`${one.type}.${one.name}`), "provider_config_key");
        return account ? [[String(by ?? ""), account] as const] : [];
      }),
    );
    return made.get(key);
  }

  /** `each` and `count` of an instance: its key is in its address, its value in what it is repeated over. */
  function lazyBindings(module: Module, json: JsonValue | undefined, key: string | number | undefined): () => Bindings {
    return () => {
      if (key === undefined) return new Map();
      const over = shownValue(entry(json, "for_each_expression"), module.scope);
      const value = over && elementsOf(over)?.find(([name]) => knownText(name) === String(key))?.[1];
      const each = fields([
        ["key", literal(key)],
        ["value", value ?? unknown(`what "${key}" is repeated over isn't known`)],
      ]);
      return new Map<string, Value>([
        ["each", each],
        ["count", fields([["index", literal(key)]])],
      ]);
    };
  }
}

/**
 * Attributes that only the apply will tell and that no expression sets are left out, at any depth: asking for one gives a
 * reference, and a setting that nobody made is none.
 */
function openDropped(values: Value, symbolic: Value): Value {
  if (values.kind === "list") return list(values.items.map((item) => openDropped(item, symbolic)));
  const written = blocksIn(symbolic);
  if (values.kind !== "object" || !written) return values;
  const kept = [...values.entries].flatMap(([name, value]): readonly (readonly [string, Value])[] => {
    const set = written.flatMap((block) => block.entries.get(name) ?? []);
    if (set.length === 0) return value.kind === "unknown" ? [] : [[name, value]];
    return [[name, openDropped(value, list(set))]];
  });
  return fields(kept);
}

/** The blocks of an expression, however they are nested; `undefined`: it is none, or not wholly known. */
function blocksIn(symbolic: Value): readonly Fields[] | undefined {
  if (symbolic.kind === "object") return [symbolic];
  if (symbolic.kind !== "list") return undefined;
  const all = symbolic.items.map(blocksIn);
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

function merged(first: Value, second: Value) {
  const both = overlay(first, second, "first");
  return both.kind === "object" ? both : fields([]);
}

const nameOf = ({ module, type, name }: Pick<Recorded, "module" | "type" | "name">) => `${module}/${type}.${name}`;

const objectOf = (json: JsonValue | undefined): JsonObject => (isObject(json) ? json : {});

function resourcesOf(module: JsonValue | undefined): readonly JsonObject[] {
  const resources = entry(module, "resources");
  return Array.isArray(resources) ? resources.filter(isObject) : [];
}

function configuredName(json: JsonObject): string {
  return `${entry(json, "mode") === "data" ? "data." : ""}${entry(json, "type")}.${entry(json, "name")}`;
}

function rootVariable(plan: JsonObject, name: string): Value {
  const given = entry(entry(entry(plan, "variables"), name), "value");
  return given === undefined ? unknown(`"var.${name}" isn't in the plan`) : valueOfJson(given);
}
