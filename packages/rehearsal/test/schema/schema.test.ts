import { describe, expect, test } from "@jest/globals";
import { bytesOf, type Message, parse, textOf } from "../../src/protocol/protobuf";
import { sameBlock } from "../../src/schema/equal";
import { loadSchema } from "../../src/schema/load";
import { shapeBlock } from "../../src/schema/shape";
import { schemaResponse } from "../../src/schema/translate";
import type { Block } from "../../src/schema/types";

const OCI = loadSchema("oci", "registry.terraform.io/oracle/oci");
const AWS = loadSchema("aws", "registry.terraform.io/hashicorp/aws");

const inner = (from: Message, field: number) => parse(bytesOf(from, field) ?? Buffer.alloc(0));
const named = (from: Message, field: number, nameField: number) =>
  new Map((from.get(field) ?? []).map((one) => [textOf(parse(one as Uint8Array), nameField), parse(one as Uint8Array)]));

describe("the answer to GetSchema", () => {
  const response = parse(schemaResponse(AWS));
  const resources = named(response, 3 - 1, 1);
  const blockOf = (type: string) => inner(inner(resources.get(type) as Message, 2), 2);

  test("holds every type", () => {
    expect([...resources.keys()].sort()).toEqual(Object.keys(AWS.resource_schemas).sort());
    expect([...named(response, 3, 1).keys()].sort()).toEqual(Object.keys(AWS.data_source_schemas).sort());
    expect(parse(schemaResponse(OCI)).get(2)).toHaveLength(Object.keys(OCI.resource_schemas).length);
  });

  test("says what an attribute is", () => {
    const attributes = named(blockOf("aws_secretsmanager_secret_version"), 2, 1);
    const secret = attributes.get("secret_string_wo") as Message;
    expect([textOf(secret, 2), secret.get(5), secret.get(6), secret.get(7), secret.get(10)]).toEqual([
      '"string"',
      [1n],
      undefined,
      [1n],
      [1n],
    ]);
  });

  test("says how a block nests, and how often it may stand", () => {
    const blocks = named(blockOf("aws_s3_bucket_versioning"), 3, 1);
    const configuration = blocks.get("versioning_configuration") as Message;
    expect([3, 4, 5].map((field) => configuration.get(field)?.[0])).toEqual([2n, 1n, 1n]);
  });

  test("keeps the version of a schema", () => {
    const [type, schema] = Object.entries(AWS.resource_schemas).find(([, { version }]) => (version ?? 0) > 0) ?? [
      "",
      { version: 0 },
    ];
    expect(inner(resources.get(type) as Message, 2).get(1)).toEqual([BigInt(schema.version ?? 0)]);
  });

  test("offers to refuse a destruction at plan, and to be asked once", () => {
    expect(inner(response, 6)).toEqual(
      new Map([
        [1, [1n]],
        [2, [1n]],
      ]),
    );
  });
});

const BLOCK: Block = {
  attributes: {
    name: { type: "string" },
    ids: { type: ["set", "string"] },
    of: { type: ["list", ["object", { a: "string", b: "string" }]] },
  },
  block_types: {
    rule: { nesting_mode: "list", block: { attributes: { days: { type: "number" } } } },
    timeouts: { nesting_mode: "single", block: { attributes: { create: { type: "string" } } } },
  },
};

describe("a stored value takes the shape of the schema", () => {
  test("what is missing is null, a missing list of blocks is empty, what is unknown goes", () => {
    expect(shapeBlock(BLOCK, { old: 1, rule: [{}] })).toEqual({
      name: null,
      ids: null,
      of: null,
      rule: [{ days: null }],
      timeouts: null,
    });
    expect(shapeBlock(BLOCK, undefined)).toEqual({ name: null, ids: null, of: null, rule: [], timeouts: null });
  });
  test("an object inside an attribute names all its keys", () => {
    expect(shapeBlock(BLOCK, { of: [{ a: "x", c: "y" }] })["of"]).toEqual([{ a: "x", b: null }]);
  });
});

describe("equality", () => {
  const value = shapeBlock(BLOCK, { ids: ["a", "b"], rule: [{ days: 1 }, { days: 2 }] });
  test("a set has no order", () => expect(sameBlock(BLOCK, value, { ...value, ids: ["b", "a"] })).toBe(true));
  test("a list has one", () => expect(sameBlock(BLOCK, value, { ...value, rule: [{ days: 2 }, { days: 1 }] })).toBe(false));
  test("a number is its decimal text", () =>
    expect(sameBlock(BLOCK, value, { ...value, rule: [{ days: "1" }, { days: 2 }] })).toBe(true));
  test("null is not empty", () => expect(sameBlock(BLOCK, value, { ...value, ids: null })).toBe(false));
});
