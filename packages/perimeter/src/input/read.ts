import { entry, type JsonObject, type JsonValue } from "./body";
import { type ConfigurationFile, clash, readConfiguration } from "./configuration";
import { type Declarations, declareConfiguration, type Variables } from "./configured";
import { valueOfJson } from "./expression/text";
import { type Facts, joinFacts, NO_FACTS } from "./facts";
import { type ParsedText, parseTexts } from "./parse-texts";
import { declarePlan } from "./plan";
import { readPlanned } from "./planned";
import type { Defaults } from "./provider";
import type { Input, NamedText, Read, Resource, Unread } from "./resource";
import { factsOf, recordedIn } from "./state";
import { declareState } from "./stated";
import { unknown, type Value } from "./value";
import { newWorld, type World } from "./world";

/**
 * All texts together as one estate's resources. A plan or a state of the same name as a configuration adds values to it.
 * Mistakes of all texts are reported together.
 */
export function readInput(texts: readonly NamedText[], defaults: Defaults = {}): Read<Input> {
  const parsed = parseTexts(texts);
  if ("diagnostics" in parsed) return parsed;
  const world = newWorld(defaults);
  const stacks = factsByStack(parsed.read);
  const declared = [...declareConfigurations(world, parsed.read, stacks), ...declareOthers(world, parsed.read, stacks)];
  return { read: combined(declared, [...stacks.keys()]) };
}

interface StackFacts {
  readonly plan?: JsonObject;
  readonly facts: Facts;
  readonly states: readonly JsonObject[];
  readonly deleted: ReadonlySet<string>;
}

/** What plans and states say, by stack. Plans come before states: they are the later word. */
function factsByStack(texts: readonly ParsedText[]): ReadonlyMap<string, StackFacts> {
  const stacks = new Map<string, StackFacts>();
  const add = (stack: string, more: Partial<StackFacts> & { facts: Facts }) => {
    const before = stacks.get(stack) ?? { facts: NO_FACTS, states: [], deleted: new Set<string>() };
    stacks.set(stack, { ...before, ...more, facts: joinFacts(before.facts, more.facts) });
  };
  for (const { stack, kind, json } of texts) {
    if (kind === "configuration") add(stack, { facts: NO_FACTS });
    if (kind !== "plan") continue;
    const { resources, data, deleted } = readPlanned(json);
    add(stack, { plan: json, facts: factsOf(stack, [...resources, ...data], true), deleted });
  }
  for (const { stack, kind, json } of texts) {
    if (kind !== "state") continue;
    const gone = stacks.get(stack)?.deleted ?? new Set<string>();
    const records = recordedIn(entry(entry(json, "values"), "root_module")).filter(({ address }) => !gone.has(address));
    add(stack, { facts: factsOf(stack, records, false), states: [...(stacks.get(stack)?.states ?? []), json] });
  }
  return stacks;
}

/** Files of one folder are one module, unless they declare the same things: then each is a stack by itself. */
function declareConfigurations(
  world: World,
  texts: readonly ParsedText[],
  stacks: ReadonlyMap<string, StackFacts>,
): readonly Declarations[] {
  const scopes = new Map<string, ParsedText[]>();
  for (const text of texts)
    if (text.kind === "configuration" || text.kind === "variables")
      scopes.set(text.scope, [...(scopes.get(text.scope) ?? []), text]);
  return [...scopes.values()].flatMap((scope) => {
    const files = scope
      .filter(({ kind }) => kind === "configuration")
      .map(({ file, stack, json }): ConfigurationFile => ({ file, stack, json }));
    const variables = variablesOf(scope);
    const apart = files.some((one, at) => files.slice(at + 1).some((other) => clash(one, other)));
    const modules = apart ? files.map((file) => [file]) : [files];
    return modules.map((module) => declareConfiguration(world, readConfiguration(module), factsFor(module, stacks), variables));
  });
}

function factsFor(module: readonly ConfigurationFile[], stacks: ReadonlyMap<string, StackFacts>): Facts {
  const names = [...new Set(module.map(({ stack }) => stack))];
  return names.map((name) => stacks.get(name)?.facts ?? NO_FACTS).reduce(joinFacts, NO_FACTS);
}

/** What files of variables set, the last one first: they override each other in the order of their names. */
function variablesOf(scope: readonly ParsedText[]): Variables {
  const files = scope.filter(({ kind }) => kind === "variables").sort((a, b) => (a.file < b.file ? 1 : -1));
  return (name): Value | undefined => {
    for (const { file, json } of files) {
      if (entry(json, "//unread") === true) return unknown(`"${file}", which may set "var.${name}", isn't JSON`);
      const value: JsonValue | undefined = entry(json, name);
      if (value !== undefined) return valueOfJson(value);
    }
    return undefined;
  };
}

/** Plans and states of stacks that have no configuration among the texts; of a stack that has, what only they know. */
function declareOthers(
  world: World,
  texts: readonly ParsedText[],
  stacks: ReadonlyMap<string, StackFacts>,
): readonly Declarations[] {
  const configured = new Set(texts.filter(({ kind }) => kind === "configuration").map(({ stack }) => stack));
  return [...stacks].flatMap(([stack, { plan, states, facts, deleted }]) => {
    const isConfigured = configured.has(stack);
    const fromPlan = plan ? [declarePlan(world, stack, plan, facts, isConfigured)] : [];
    const fromStates = states.map((state) => declareState(world, stack, state, deleted, plan !== undefined || isConfigured));
    return [...fromPlan, ...fromStates];
  });
}

/** The first account of a resource stands: a configuration's before a plan's before a state's. */
function combined(declared: readonly Declarations[], stacks: readonly string[]): Input {
  const resources = new Map<string, Resource>();
  for (const { resources: made } of declared)
    for (const resource of made()) {
      const before = resources.get(resource.address);
      if (!before || (before.uncertain !== undefined && resource.uncertain === undefined))
        resources.set(resource.address, resource);
    }
  const unread: readonly Unread[] = declared.flatMap((one) => one.unread);
  return { resources: [...resources.values()], stacks, unread };
}
