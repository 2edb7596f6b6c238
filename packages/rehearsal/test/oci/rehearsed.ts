import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import { apply } from "../../src/engine/apply";
import type { Cloud } from "../../src/engine/cloud";
import { plan } from "../../src/engine/plan";
import { readDataSource } from "../../src/engine/read";
import { oci } from "../../src/oci";
import { shapeBlock } from "../../src/schema/shape";
import { isObject, type ObjectValue } from "../../src/schema/value";
import { World } from "../../src/world/world";

export const OCI: Cloud = oci();

const PHOENIX: ObjectValue = { region: "us-phoenix-1" };

const asObject = (value: unknown) => (isObject(value as ObjectValue) ? (value as ObjectValue) : {});

/** A world of its own for the tests of a file, and what can be done in it. */
export function rehearsed(cloud: Cloud = OCI) {
  let folder: string;
  let world: World;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rh-o-"));
    world = new World(join(folder, "world.jsonl"));
  });
  afterAll(() => {
    world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a plan says of a resource that isn't there yet. */
  function planned(type: string, value: ObjectValue, config = PHOENIX): ObjectValue {
    const proposed = shapeBlock(cloud.schema.resource_schemas[type]?.block ?? {}, value);
    return asObject(plan(cloud, type, cloud.scope(config), null, proposed).planned);
  }
  return {
    planned,
    /** What a resource is after apply. */
    made: (type: string, value: ObjectValue, config = PHOENIX) =>
      asObject(apply(cloud, world, type, cloud.scope(config), null, planned(type, value, config))),
    /** What becomes of a resource when its arguments are changed. */
    changed(type: string, prior: ObjectValue, change: ObjectValue, config = PHOENIX): ObjectValue {
      const scope = cloud.scope(config);
      const { planned: next } = plan(cloud, type, scope, prior, { ...prior, ...change });
      return asObject(apply(cloud, world, type, scope, prior, next));
    },
    read: (type: string, value: ObjectValue, config = PHOENIX) =>
      asObject(
        readDataSource(
          cloud,
          world,
          type,
          cloud.scope(config),
          shapeBlock(cloud.schema.data_source_schemas[type]?.block ?? {}, value),
        ),
      ),
  };
}
