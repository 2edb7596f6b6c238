import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { aws } from "../../src/aws";
import { apply } from "../../src/engine/apply";
import { plan } from "../../src/engine/plan";
import { readResource } from "../../src/engine/read";
import { oci } from "../../src/oci";
import { decode, encode } from "../../src/protocol/msgpack";
import { mapBlock, shapeBlock } from "../../src/schema/shape";
import type { Attribute, Block, NestedBlock, TypeJson } from "../../src/schema/types";
import { canonical, isList, isObject, isWhollyKnown, type ObjectValue, UNKNOWN, type Value } from "../../src/schema/value";
import { World } from "../../src/world/world";

let folder: string;
let world: World;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-t-"));
  world = new World(join(folder, "world.jsonl"));
});
afterEach(() => {
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

function sample(type: TypeJson): Value {
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (typeof type === "string") return "text";
  if (type[0] === "map") return { key: sample(type[1]) };
  if (type[0] === "object") return Object.fromEntries(Object.entries(type[1]).map(([name, of]) => [name, sample(of)]));
  return [sample(type[1])];
}

const wanted = (attribute: Attribute | undefined, all: boolean) =>
  attribute?.required || (all && attribute?.optional && !attribute.computed);

/** A configuration of a type: what is required, or all that can be set and is not computed. */
const configured = (block: Block, all: boolean): ObjectValue =>
  mapBlock(
    block,
    (name, type) => (wanted(block.attributes?.[name], all) ? sample(type) : null),
    (_name, nested) => blocks(nested, all),
  );

function blocks(nested: NestedBlock, all: boolean): Value {
  const there = all || (nested.min_items ?? 0) > 0;
  if (nested.nesting_mode === "single") return there ? configured(nested.block, all) : null;
  return there ? [configured(nested.block, all)] : [];
}

/** Terraform's own law: after apply, what was known in the plan is what it was. Write-only arguments are null in both. */
function contradictions(planned: Value, made: Value, path = ""): readonly string[] {
  if (planned === UNKNOWN) return [];
  if (isList(planned) && isList(made) && planned.length === made.length) {
    return planned.flatMap((element, index) => contradictions(element, made[index] ?? null, `${path}.${index}`));
  }
  if (isObject(planned) && isObject(made)) {
    return [...new Set([...Object.keys(planned), ...Object.keys(made)])].flatMap((name) =>
      contradictions(planned[name] ?? null, made[name] ?? null, `${path}.${name}`),
    );
  }
  return canonical(planned) === canonical(made) ? [] : [path];
}

describe.each([oci(), aws()])("every resource type of $address", (cloud) => {
  const types = Object.keys(cloud.schema.resource_schemas);
  const scope = cloud.scope({});

  test.each([
    ["with what is required", false],
    ["with all that can be set", true],
  ])("is planned, made, read and planned again without a change: %s", (_name, all) => {
    const wrong = types.flatMap((type) => {
      const { block } = cloud.schema.resource_schemas[type] ?? { block: {} };
      // Enums that are refused at apply have tests of their own.
      const lenient = { ...cloud, facts: { ...cloud.facts, [type]: { ...cloud.facts[type], applyEnums: {} } } };
      const first = plan(lenient, type, scope, null, configured(block, all)).planned;
      const made = apply(lenient, world, type, scope, null, first);
      const read = readResource(lenient, world, type, scope, decode(encode(made)));
      const again = plan(lenient, type, scope, read, read);
      const faults = [
        ...contradictions(first, made),
        ...(isWhollyKnown(made) ? [] : ["unknown after apply"]),
        ...(isObject(made) && "id" in made && typeof made["id"] !== "string" ? ["no id"] : []),
        ...(canonical(shapeBlock(block, made)) === canonical(made) ? [] : ["shape"]),
        ...(canonical(read) === canonical(made) ? [] : ["read"]),
        ...(again.planned === read && again.replace.length === 0 ? [] : ["not at rest"]),
      ];
      return faults.length > 0 ? [`${type}: ${faults.join(", ")}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
