import { describe, expect, test } from "@jest/globals";
import { ROWS } from "../../src/oci/services";
import type { Attribute, Block } from "../../src/schema/types";
import { OCI } from "./rehearsed";

const TYPES = Object.keys(OCI.schema.resource_schemas);

/** The attribute that a name means, also inside blocks. */
function attributeAt(block: Block | undefined, name: string): Attribute | undefined {
  const [first = "", ...rest] = name.split(".");
  return rest.length === 0 ? block?.attributes?.[first] : attributeAt(block?.block_types?.[first]?.block, rest.join("."));
}

const wrong = (judge: (type: string, block: Block | undefined) => readonly string[]) =>
  TYPES.flatMap((type) => judge(type, OCI.schema.resource_schemas[type]?.block).map((what) => `${type}: ${what}`));

describe("the rows", () => {
  test("are there for every type, and for no other", () => {
    expect(Object.keys(ROWS).sort()).toEqual([...TYPES].sort());
  });
  test("plan only what the service may decide", () => {
    const names = (type: string) => Object.keys(ROWS[type]?.planned ?? {});
    expect(wrong((type, block) => names(type).filter((name) => !attributeAt(block, name)?.computed))).toEqual([]);
  });
  test("name attributes, or helpers that other templates name", () => {
    const idle = (type: string, block: Block | undefined) => {
      const row = ROWS[type];
      const text = JSON.stringify(row);
      return [...Object.keys(row?.values ?? {}), ...Object.keys(row?.links ?? {})].filter((name) => {
        const last = name.split(".").at(-1) ?? name;
        return !attributeAt(block, name) && !["{", "|", ":", "="].some((before) => text.includes(before + last));
      });
    };
    expect(wrong(idle)).toEqual([]);
  });
  test("take from types and attributes that there are", () => {
    const lost = (type: string) =>
      Object.values(ROWS[type]?.links ?? {}).filter((link) => {
        const attributes = OCI.schema.resource_schemas[link.type]?.block.attributes ?? {};
        return !(link.where in attributes && (link.take.split(".", 1)[0] ?? "") in attributes);
      });
    expect(wrong((type) => lost(type).map((link) => `${link.type}.${link.take}`))).toEqual([]);
  });
});
