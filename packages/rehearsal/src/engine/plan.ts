import { sameArgument, sameBlock } from "../schema/equal";
import { mapBlock } from "../schema/shape";
import type { Block, NestedBlock } from "../schema/types";
import { isList, isObject, type ObjectValue, UNKNOWN, type Value } from "../schema/value";
import { withPriorElements } from "./alike";
import type { Cloud, Scope } from "./cloud";
import { withEquivalents } from "./equivalent";
import { replacements } from "./replace";
import { staleAfter } from "./stale";
import { firstOf, render, valueAt } from "./template";

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
  const standard = standardsOf(cloud, type, scope);
  if (!isObject(prior)) return { planned: complete(block, standard, asked, ""), replace: [] };
  const wanted = withEquivalents(cloud, facts, prior, withPriorElements(block, prior, asked));
  if (sameBlock(block, prior, wanted)) return { planned: prior, replace: [] };
  const changed = (stale: ReadonlySet<string>) => update(block, standard, prior, wanted, stale);
  return {
    planned: changed(staleAfter(cloud, type, block, prior, wanted)),
    // What only the service sets anew is no reason for a new object.
    replace: replacements(block, facts, prior, changed(new Set())),
  };
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

/** What the service gives for a computed argument that is left out, as far as one knows it before; null: nobody knows. */
type Standards = (path: string, name: string, siblings: ObjectValue) => Value;

function standardsOf(cloud: Cloud, type: string, scope: Scope): Standards {
  const templates = { ...cloud.common(type).planned, ...cloud.rows[type]?.planned };
  const defaults = cloud.facts[type]?.defaults;
  return (path, name, siblings) => {
    const template = templates[path + name] ?? null;
    const lookup = firstOf((of) => valueAt(siblings, of) ?? scope[of] ?? defaults?.[path + of]);
    const given = typeof template === "function" ? template(lookup) : render(template, lookup);
    return given ?? defaults?.[path + name] ?? null;
  };
}

/** Computed nulls become what the service gives, or unknown; the same inside blocks. */
function complete(block: Block, standard: Standards, value: ObjectValue, path: string): ObjectValue {
  return mapBlock(
    block,
    (name) => {
      const given = value[name] ?? null;
      return given === null && block.attributes?.[name]?.computed ? (standard(path, name, value) ?? UNKNOWN) : given;
    },
    (name, nested) => completeNested(nested, standard, value[name] ?? null, `${path}${name}.`),
  );
}

function completeNested(nested: NestedBlock, standard: Standards, value: Value, path: string): Value {
  if (isList(value)) {
    return value.map((element) => (isObject(element) ? complete(nested.block, standard, element, path) : element));
  }
  // A single block holds timeouts, which no service computes.
  return value;
}

function update(
  block: Block,
  standard: Standards,
  prior: ObjectValue,
  proposed: ObjectValue,
  stale: ReadonlySet<string>,
): ObjectValue {
  return mapBlock(
    block,
    (name) => (stale.has(name) ? UNKNOWN : (proposed[name] ?? null)),
    (name, nested) => {
      const wanted = proposed[name] ?? null;
      if (sameArgument(block, name, prior[name] ?? null, wanted)) return prior[name] ?? null;
      return updateNested(nested, standard, prior[name] ?? null, wanted, `${name}.`);
    },
  );
}

/** An element that is equal to a prior one stays as it is; others are completed as on creation. */
function updateNested(nested: NestedBlock, standard: Standards, prior: Value, wanted: Value, path: string): Value {
  if (!isList(wanted)) return wanted;
  const before = isList(prior) ? prior : [];
  return wanted.map((element) => {
    const stays = before.some((old) => sameBlock(nested.block, old, element));
    return stays || !isObject(element) ? element : complete(nested.block, standard, element, path);
  });
}
