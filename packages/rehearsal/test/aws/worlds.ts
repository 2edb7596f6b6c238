import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aws } from "../../src/aws";
import { apply } from "../../src/engine/apply";
import { plan } from "../../src/engine/plan";
import { readDataSource } from "../../src/engine/read";
import { shapeBlock } from "../../src/schema/shape";
import type { ObjectValue } from "../../src/schema/value";
import { World } from "../../src/world/world";

export const AWS = aws();

/** A world of its own for a test file, in which one can plan, make, change and look up. */
export function rehearsedWorld() {
  const folder = mkdtempSync(join(tmpdir(), "rh-aws-"));
  const world = new World(join(folder, "world.jsonl"));
  const shaped = (type: string, value: ObjectValue) => shapeBlock(AWS.schema.resource_schemas[type]?.block ?? {}, value);
  const planned = (type: string, value: ObjectValue, config: ObjectValue = {}) =>
    plan(AWS, type, AWS.scope(config), null, shaped(type, value)).planned as ObjectValue;
  return {
    world,
    planned,
    /** The object as the service answers. */
    made: (type: string, value: ObjectValue = {}, config: ObjectValue = {}) =>
      apply(AWS, world, type, AWS.scope(config), null, planned(type, value, config)) as ObjectValue,
    /** A change of some arguments: what is planned, what replaces, and what comes of it. */
    changed: (type: string, prior: ObjectValue, change: ObjectValue, config: ObjectValue = {}) => {
      const scope = AWS.scope(config);
      const { planned: next, replace } = plan(AWS, type, scope, prior, { ...prior, ...change });
      const isSame = next === prior;
      return {
        isSame,
        replace,
        planned: next as ObjectValue,
        made: () => apply(AWS, world, type, scope, prior, next) as ObjectValue,
      };
    },
    read: (type: string, value: ObjectValue = {}, config: ObjectValue = {}) =>
      readDataSource(AWS, world, type, AWS.scope(config), value) as ObjectValue,
    close: () => {
      world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
