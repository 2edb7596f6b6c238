import { shapeBlock } from "../schema/shape";
import { isObject, type ObjectValue, type Value } from "../schema/value";
import type { World } from "../world/world";
import type { Cloud, Scope } from "./cloud";
import { identityOf } from "./identity";
import { schemaOf } from "./plan";
import { Refusal } from "./refusal";

/** The world's version of a resource, or null: gone. Source: protocol 5.x, ReadResource. */
export function readResource(cloud: Cloud, world: World, type: string, scope: Scope, current: Value): Value {
  const value = world.get(type, identityOf(cloud, type, scope, current));
  if (!value) return null;
  // What the service doesn't store but the state does, `timeouts` above all, comes back as it was.
  const timeouts = isObject(current) ? (current["timeouts"] ?? null) : null;
  return shapeBlock(schemaOf(cloud, type).block, { ...value, timeouts });
}

/** A resource by its id alone; Terraform reads the rest. Source: protocol 5.x, ImportResourceState. */
export function importResource(cloud: Cloud, world: World, type: string, scope: Scope, id: string): ObjectValue {
  if (!world.get(type, identityOf(cloud, type, scope, { id }))) {
    throw new Refusal("Cannot import non-existent remote object", `no ${type} in this rehearsal has the id "${id}"`);
  }
  return shapeBlock(schemaOf(cloud, type).block, { id });
}

/** What a data source answers: its arguments as configured, the rest computed. Without a row it refuses: a silent null would pass into policies. */
export function readDataSource(cloud: Cloud, world: World, type: string, scope: Scope, config: Value): Value {
  const schema = cloud.schema.data_source_schemas[type];
  const row = cloud.dataSources[type];
  if (!schema || !row) {
    throw new Refusal(
      `the rehearsal has no answer for the data source "${type}"`,
      `it answers ${Object.keys(cloud.dataSources).sort().join(", ")}; a new one is a row in packages/rehearsal/src`,
    );
  }
  const given = isObject(config) ? config : {};
  return shapeBlock(schema.block, { ...given, ...row(given, scope, world) });
}
