import { describe, expect, test } from "@jest/globals";
import type { Attribute, Block } from "../../src/schema/types";
import { AWS } from "./worlds";

/** The attribute that a name means, also inside blocks. */
function attributeAt(block: Block | undefined, name: string): Attribute | undefined {
  const [first = "", ...rest] = name.split(".");
  return rest.length === 0 ? block?.attributes?.[first] : attributeAt(block?.block_types?.[first]?.block, rest.join("."));
}

describe.each(["planned", "values"] as const)("the %s of the rows", (kind) => {
  test("are attributes that the service may decide", () => {
    const idle = Object.entries(AWS.rows).flatMap(([type, row]) =>
      Object.keys(row[kind] ?? {})
        .filter((name) => !attributeAt(AWS.schema.resource_schemas[type]?.block, name)?.computed)
        .map((name) => `${type}.${name}`),
    );
    expect(idle).toEqual([]);
  });
});
