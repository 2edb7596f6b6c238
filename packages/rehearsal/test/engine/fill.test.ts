import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { apply } from "../../src/engine/apply";
import type { Cloud, Row } from "../../src/engine/cloud";
import { plan } from "../../src/engine/plan";
import { readResource } from "../../src/engine/read";
import type { Block } from "../../src/schema/types";
import { type ObjectValue, UNKNOWN } from "../../src/schema/value";
import { World } from "../../src/world/world";

let folder: string;
let world: World;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-f-"));
  world = new World(join(folder, "world.jsonl"));
});
afterEach(() => {
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

const computed = { type: "string", computed: true } as const;
const optional = { type: "string", optional: true, computed: true } as const;

const BLOCK: Block = {
  attributes: {
    id: computed,
    name: { type: "string", required: true },
    parent: { type: "string", optional: true },
    a: computed,
    b: optional,
  },
  block_types: { parts: { nesting_mode: "list", block: { attributes: { name: optional, key: computed, mode: optional } } } },
};

/** A cloud of one type, whose row is under test. */
const cloudOf = (row: Row): Cloud => ({
  address: "example",
  schema: { provider: { block: {} }, resource_schemas: { thing: { block: BLOCK } }, data_source_schemas: {} },
  facts: {},
  rows: { thing: row },
  common: () => ({ values: { id: "{name}" } }),
  dataSources: {},
  scope: (config) => config,
  invent: (kind, argument, _seed, _scope, lookup) => (kind === "twice" ? `${String(lookup(argument)).repeat(2)}` : undefined),
  nameTaken: (_type, name) => `"${name}" is taken`,
  notFound: (_type, id) => `"${id}" is gone`,
});

const blank = { id: null, name: "n", parent: null, a: null, b: null, parts: [] };

function made(row: Row, value: ObjectValue, scope: ObjectValue = {}): ObjectValue {
  const cloud = cloudOf(row);
  return apply(
    cloud,
    world,
    "thing",
    scope,
    null,
    plan(cloud, "thing", scope, null, { ...blank, ...value }).planned,
  ) as ObjectValue;
}

describe("a template", () => {
  const part = { name: "p", key: null, mode: null };
  const cases: readonly [name: string, row: Row, value: ObjectValue, expected: ObjectValue][] = [
    ["can lead into a list", { values: { a: "{parts.0.name}" } }, { parts: [part] }, { a: "p" }],
    ["has no value where the list is too short", { values: { a: "{parts.1.name}" } }, { parts: [part] }, { a: null }],
    ["can name what a prototype has, and finds nothing", { values: { a: "{parts.constructor}" } }, {}, { a: null }],
    ["can invent from another value", { values: { a: "{twice:name}" } }, {}, { a: "nn" }],
    ["none is made of itself", { values: { a: "{b}", b: "{a}" } }, {}, { a: null, b: null }],
    [
      "of an element names the element's own first",
      { values: { "parts.key": "{name}" } },
      { parts: [part] },
      { parts: [{ ...part, key: "p", mode: null }] },
    ],
    [
      "of an element names the object's then",
      { values: { "parts.key": "{parent}" } },
      { parent: "o", parts: [part] },
      { parts: [{ ...part, key: "o", mode: null }] },
    ],
    [
      "inside a block is planned too",
      { planned: { "parts.mode": "private" } },
      { parts: [part] },
      { parts: [{ ...part, mode: "private" }] },
    ],
  ];
  test.each(cases)("%s", (_name, row, value, expected) => {
    expect(made(row, value)).toMatchObject(expected);
  });
});

describe("an attribute that follows another", () => {
  const cloud = cloudOf({ values: { a: "{twice:parent}" } });
  const prior = { ...blank, id: "n", a: "old", b: "old", parent: "p" };
  test.each([
    ["is decided anew when that changes", { parent: "q" }, UNKNOWN],
    ["stays when something else changes", { name: "m" }, "old"],
  ])("%s", (_name, change, expected) => {
    expect(plan(cloud, "thing", {}, prior, { ...prior, ...change }).planned).toMatchObject({ a: expected, b: "old" });
  });
});

describe("a link", () => {
  const links = { a: { type: "thing", where: "id", equals: "parent", take: "name" } };
  test("takes from the other object", () => {
    made({}, { name: "other" });
    expect(made({ links }, { parent: "other" })["a"]).toBe("other");
  });
  test("without the other object leaves the template its word", () => {
    expect(made({ links, values: { a: "alone" } }, { parent: "nobody" })["a"]).toBe("alone");
  });
  test("that is no attribute can be named by a template", () => {
    made({}, { name: "other" });
    const row = { links: { its: links.a }, values: { a: "of {its}" } };
    expect(made(row, { parent: "other" })["a"]).toBe("of other");
  });
});

describe("an id that is made of names", () => {
  test("may be there once in each place", () => {
    const cloud = cloudOf({ within: "{region}" });
    const west = made({ within: "{region}" }, { parent: "w" }, { region: "west" });
    const east = made({ within: "{region}" }, { parent: "e" }, { region: "east" });
    const read = (region: string) => readResource(cloud, world, "thing", { region }, west) as ObjectValue;
    expect([west["id"], east["id"]]).toEqual(["n", "n"]);
    expect([read("west")["parent"], read("east")["parent"]]).toEqual(["w", "e"]);
  });
  test("is taken where nothing tells the places apart", () => {
    made({}, {}, { region: "west" });
    expect(() => made({}, { parent: "e" }, { region: "east" })).toThrow("is taken");
  });
});
