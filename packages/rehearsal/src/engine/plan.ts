import { sameArgument, sameBlock } from "../schema/equal";
import { mapBlock } from "../schema/shape";
import type { Attribute, Block, Facts, NestedBlock } from "../schema/types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import { withPriorElements } from "./alike";
import type { Cloud, Lookup, Scope } from "./cloud";
import { withEquivalents } from "./equivalent";
import { replacements } from "./replace";
import { staleAfter } from "./stale";
import { render } from "./template";

export interface Plan {
  readonly planned: Value;
  /** Arguments whose change means a new object. */
  readonly replace: readonly string[];
}

/**
 * What a change will make of a resource. Source: Terraform plugin protocol 5.x, PlanResourceChange; a computed value
 * that isn't known before the service answers is unknown, a configured one is left as it is.
 */
export function plan(cloud: Cloud, type: string, provider: Scope, prior: Value, proposed: Value): Plan {
  if (!isObject(proposed)) return { planned: null, replace: [] };
  const scope = cloud.scopeOf?.(proposed, provider) ?? provider;
  const { block } = schemaOf(cloud, type);
  const facts = cloud.facts[type] ?? {};
  const asked = withoutWriteOnly(block, derived(cloud, block, proposed, scope));
  if (!isObject(prior)) return { planned: create(cloud, type, block, facts, asked, scope), replace: [] };
  const wanted = withEquivalents(cloud, facts, prior, withPriorElements(block, prior, asked));
  if (sameBlock(block, prior, wanted)) return { planned: prior, replace: [] };
  const planned = update(block, facts, prior, wanted, staleAfter(cloud, type, block, prior, wanted));
  return { planned, replace: replacements(block, facts, prior, planned) };
}

export function schemaOf(cloud: Cloud, type: string) {
  const schema = cloud.schema.resource_schemas[type];
  if (!schema) throw new Error(`no schema for "${type}"`);
  return schema;
}

/** What the provider derives at each plan, as far as the schema has such attributes. */
function derived(cloud: Cloud, block: Block, proposed: ObjectValue, scope: Scope): ObjectValue {
  const known = Object.entries(cloud.derive?.(proposed, scope) ?? {}).filter(([name]) => block.attributes?.[name]?.computed);
  return { ...proposed, ...Object.fromEntries(known) };
}

/** A write-only argument reaches the service by the configuration; plan and state hold null. */
function withoutWriteOnly(block: Block, proposed: ObjectValue): ObjectValue {
  const names = Object.entries(block.attributes ?? {}).filter(([, { write_only }]) => write_only);
  return names.length === 0 ? proposed : { ...proposed, ...Object.fromEntries(names.map(([name]) => [name, null])) };
}

function create(cloud: Cloud, type: string, block: Block, facts: Facts, proposed: ObjectValue, scope: Scope): ObjectValue {
  const templates = { ...cloud.common(type).planned, ...cloud.rows[type]?.planned };
  const lookup: Lookup = (name) => proposed[name] ?? scope[name] ?? facts.defaults?.[name];
  const given = Object.entries(templates)
    .filter(([name]) => block.attributes?.[name]?.computed && proposed[name] === null)
    .map(([name, template]) => [name, typeof template === "function" ? template(lookup) : render(template, lookup)] as const)
    .filter(([, value]) => value !== null);
  return complete(block, facts, { ...proposed, ...Object.fromEntries(given) }, "");
}

/** Computed nulls become the provider's default, or unknown; the same inside blocks. */
function complete(block: Block, facts: Facts, value: ObjectValue, path: string): ObjectValue {
  return mapBlock(
    block,
    (name) => completeAttribute(block.attributes?.[name], value[name] ?? null, facts.defaults?.[path + name]),
    (name, nested) => completeNested(nested, facts, value[name] ?? null, `${path}${name}.`),
  );
}

function completeAttribute(attribute: Attribute | undefined, value: Value, standard: Value | undefined): Value {
  return value === null && attribute?.computed ? (standard ?? UNKNOWN) : value;
}

function completeNested(nested: NestedBlock, facts: Facts, value: Value, path: string): Value {
  if (isList(value)) return value.map((element) => (isObject(element) ? complete(nested.block, facts, element, path) : element));
  // A single block holds timeouts, which no service computes.
  return value;
}

function update(block: Block, facts: Facts, prior: ObjectValue, proposed: ObjectValue, stale: ReadonlySet<string>): ObjectValue {
  return mapBlock(
    block,
    (name) => (stale.has(name) ? UNKNOWN : (proposed[name] ?? null)),
    (name, nested) => {
      const wanted = proposed[name] ?? null;
      if (sameArgument(block, name, prior[name] ?? null, wanted)) return prior[name] ?? null;
      return updateNested(nested, facts, prior[name] ?? null, wanted, `${name}.`);
    },
  );
}

/** An element that is equal to a prior one stays as it is; others are completed as on creation. */
function updateNested(nested: NestedBlock, facts: Facts, prior: Value, wanted: Value, path: string): Value {
  if (!isList(wanted)) return wanted;
  const before = isList(prior) ? prior : [];
  return wanted.map((element) => {
    const stays = before.some((old) => sameBlock(nested.block, old, element));
    return stays || !isObject(element) ? element : complete(nested.block, facts, element, path);
  });
}
