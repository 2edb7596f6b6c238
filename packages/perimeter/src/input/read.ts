import { entry, type JsonObject, type JsonValue } from "./body";
import { type ConfigurationFile, clash, readConfiguration } from "./configuration";
import { type Declarations, declareConfiguration, type Variables } from "./configured";
import { valueOfJson } from "./expression/text";
import { type Facts, joinFacts, NO_FACTS } from "./facts";
import { type ParsedText, parseTexts } from "./parse-texts";
import { declarePlan } from "./plan";
import { type Planned, readPlanned } from "./planned";
import type { Defaults } from "./provider";
import type { Input, NamedText, Read, Resource, StateBackend, Unread } from "./resource";
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
  return { read: { ...combined(declared, [...stacks.keys()]), backends: backendsIn(world) } };
}

interface StackFacts {
  readonly plans: readonly { readonly json: JsonObject; readonly planned: Planned }[];
  readonly states: readonly JsonObject[];
  readonly ofPlans: Facts;
  readonly ofStates: Facts;
  /** Addresses of what a plan deletes: a state still has it. */
  readonly deleted: ReadonlySet<string>;
}

const NOTHING: StackFacts = { plans: [], states: [], ofPlans: NO_FACTS, ofStates: NO_FACTS, deleted: new Set() };

/** What plans and states say, by stack. Plans are the later word. */
function factsByStack(texts: readonly ParsedText[]): ReadonlyMap<string, StackFacts> {
  const stacks = new Map<string, StackFacts>(texts.map(({ stack }) => [stack, NOTHING]));
  const update = (stack: string, change: (before: StackFacts) => StackFacts) =>
    stacks.set(stack, change(stacks.get(stack) ?? NOTHING));
  for (const { stack, kind, json } of texts)
    if (kind === "plan")
      update(stack, (before) => {
        const planned = readPlanned(json);
        const facts = factsOf(stack, [...planned.resources, ...planned.data], true);
        const deleted = new Set([...before.deleted, ...planned.deleted]);
        return { ...before, plans: [...before.plans, { json, planned }], ofPlans: joinFacts(before.ofPlans, facts), deleted };
      });
  for (const { stack, kind, json } of texts)
    if (kind === "state")
      update(stack, (before) => {
        const records = recordedIn(entry(entry(json, "values"), "root_module")).filter(
          ({ address }) => !before.deleted.has(address),
        );
        return {
          ...before,
          states: [...before.states, json],
          ofStates: joinFacts(before.ofStates, factsOf(stack, records, false)),
        };
      });
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
  const facts = names.map((name) => stacks.get(name) ?? NOTHING);
  return facts.map(({ ofPlans, ofStates }) => joinFacts(ofPlans, ofStates)).reduce(joinFacts, NO_FACTS);
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
  return [...stacks].flatMap(([stack, { plans, states, ofStates, deleted }]) => {
    const isConfigured = configured.has(stack);
    const fromPlans = plans.map(({ json, planned }) =>
      declarePlan(world, stack, { json, planned, facts: ofStates, isConfigured }),
    );
    const fromStates = states.map((state) => declareState(world, stack, state, deleted, plans.length > 0 || isConfigured));
    return [...fromPlans, ...fromStates];
  });
}

/** A stack of several files keeps one state. */
function backendsIn({ states }: World): readonly StateBackend[] {
  return states.flatMap(({ stack, backends }) => backends().map(({ type, config }) => ({ stack, type, config })));
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
