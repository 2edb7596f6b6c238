import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS } from "./clouds";
import { apply } from "./engine/apply";
import { plan } from "./engine/plan";
import { shapeBlock } from "./schema/shape";
import { isObject, type ObjectValue, objectsIn, textOf, type Value } from "./schema/value";
import { InputError } from "./terraform/errors";
import type { World } from "./world/world";

/** Something that is there before the first stack is deployed: made by hand, or by others. */
export interface ExistingObject {
  readonly type: string;
  /** Where it has one: later objects name it by `${name.attribute}`. */
  readonly name?: string;
  readonly arguments: ObjectValue;
  /** The provider configuration that would make it. */
  readonly provider: ObjectValue;
}

const FILE = "rehearsal.json";
const EXPECTED = `{ "existing": [{ "type": "oci_identity_compartment", "arguments": { … }, "provider": { … } }] }`;

/**
 * What a folder says is there already, beside its synthesized stacks.
 * @throws InputError it can't be read
 */
export function existingIn(folder: string): readonly ExistingObject[] {
  const file = join(folder, FILE);
  if (!existsSync(file)) return [];
  const existing = existingField(readFileSync(file, "utf8"));
  if (existing === undefined) return [];
  const read = objectsIn(existing).map((one) => ({
    type: textOf(one["type"]),
    name: textOf(one["name"]),
    arguments: isObject(one["arguments"]) ? one["arguments"] : {},
    provider: isObject(one["provider"]) ? one["provider"] : {},
  }));
  const wrong = !Array.isArray(existing) || read.length !== existing.length || read.some(({ type }) => !cloudOf(type));
  if (wrong) throw new InputError(`"${file}" doesn't say what is there already: expected ${EXPECTED}`);
  return read;
}

function existingField(text: string): Value | undefined {
  try {
    return (JSON.parse(text) as ObjectValue)["existing"];
  } catch {
    return undefined;
  }
}

/** What was made, by the names that were given. */
export interface Made {
  readonly get: (name: string) => Value | undefined;
  /** Arguments with what the objects gave: `${name.attribute}`, at any depth. */
  readonly resolve: (written: ObjectValue) => ObjectValue;
}

/** Makes it in a world, as its provider would. */
export function makeExisting(world: World, existing: readonly ExistingObject[]): Made {
  const made = new Map<string, Value>();
  const resolve = (written: ObjectValue) => resolved(written, made) as ObjectValue;
  for (const { type, name = "", provider, arguments: written } of existing) {
    const cloud = cloudOf(type);
    const block = cloud?.schema.resource_schemas[type]?.block;
    if (!cloud || !block) throw new Error(`no provider has the type "${type}"`);
    const scope = cloud.scope(provider);
    const { planned } = plan(cloud, type, scope, null, shapeBlock(block, resolve(written)));
    made.set(name, apply(cloud, world, type, scope, null, planned));
  }
  return { get: (name) => made.get(name), resolve };
}

function resolved(written: Value, made: ReadonlyMap<string, Value>): Value {
  if (Array.isArray(written)) return written.map((one: Value) => resolved(one, made));
  if (isObject(written)) return Object.fromEntries(Object.entries(written).map(([name, one]) => [name, resolved(one, made)]));
  const [, name = "", attribute = ""] = /^\$\{([\w-]+)\.(\w+)\}$/.exec(textOf(written)) ?? [];
  const object = made.get(name);
  return isObject(object) ? (object[attribute] ?? null) : written;
}

function cloudOf(type: string) {
  const name = Object.keys(CLOUDS).find((one) => type.startsWith(`${one}_`)) as keyof typeof CLOUDS | undefined;
  const cloud = name && CLOUDS[name]();
  return cloud?.schema.resource_schemas[type] ? cloud : undefined;
}
