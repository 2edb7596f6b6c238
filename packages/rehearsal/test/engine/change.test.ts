import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { apply } from "../../src/engine/apply";
import type { Cloud, Row } from "../../src/engine/cloud";
import { plan } from "../../src/engine/plan";
import { readResource } from "../../src/engine/read";
import { type ObjectValue, UNKNOWN } from "../../src/schema/value";
import { World } from "../../src/world/world";

let folder: string;
let world: World;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-c-"));
  world = new World(join(folder, "world.jsonl"));
});
afterEach(() => {
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

const computed = { type: "string", computed: true } as const;
const argument = { type: "string", optional: true } as const;
const ATTRIBUTES = { id: computed, name: argument, place: argument, text: argument, a: computed, b: computed };

/** A cloud of one type, whose row is under test; a thing's own place goes before the provider's, letters' case plays no part in its text. */
const cloudOf = (row: Row): Cloud => ({
  address: "example",
  schema: {
    provider: { block: {} },
    resource_schemas: { thing: { block: { attributes: ATTRIBUTES } } },
    data_source_schemas: {},
  },
  facts: { thing: { diffSuppress: { text: "ignoreCase" } } },
  rows: { thing: row },
  common: () => ({ values: { id: "{name}" }, within: "{place}" }),
  dataSources: {},
  scope: (config) => config,
  scopeOf: (value, scope) => (typeof value["place"] === "string" ? { ...scope, zone: `zone of ${value["place"]}` } : scope),
  equivalent: (rule, prior, wanted) => rule === "ignoreCase" && prior.toLowerCase() === wanted.toLowerCase(),
  invent: () => undefined,
  nameTaken: (_type, name) => `"${name}" is taken`,
  notFound: (_type, id) => `"${id}" is gone`,
});

const SCOPE = { place: "here", zone: "zone of the provider" };
const blank = { id: null, name: "n", place: null, text: null, a: null, b: null };

const planned = (row: Row, value: ObjectValue) =>
  plan(cloudOf(row), "thing", SCOPE, null, { ...blank, ...value }).planned as ObjectValue;
const made = (row: Row, value: ObjectValue = {}) =>
  apply(cloudOf(row), world, "thing", SCOPE, null, planned(row, value)) as ObjectValue;

function changed(row: Row, prior: ObjectValue, change: ObjectValue) {
  const next = plan(cloudOf(row), "thing", SCOPE, prior, { ...prior, ...change }).planned as ObjectValue;
  return { next, after: () => apply(cloudOf(row), world, "thing", SCOPE, prior, next) as ObjectValue };
}

describe("a value that takes more than a template", () => {
  test("is computed from other names, the world and the scope", () => {
    made({}, { name: "first" });
    const row: Row = {
      values: { a: (of, all, scope) => `${String(of("b"))} ${all.all("thing").length} ${String(scope["place"])}`, b: "{name}" },
    };
    expect(made(row)["a"]).toBe("n 1 here");
  });
  test("is planned where it can be said, and unknown where it can't", () => {
    const row: Row = { planned: { a: (of) => (of("text") === "known" ? "yes" : UNKNOWN) } };
    expect([planned(row, { text: "known" })["a"], planned(row, {})["a"]]).toEqual(["yes", UNKNOWN]);
  });
});

test("an object's own arguments go before the provider's configuration", () => {
  const row: Row = { values: { a: "{zone}" } };
  expect([made(row)["a"], made(row, { place: "there" })["a"]]).toEqual(["zone of the provider", "zone of there"]);
});

test("an id holds where all types of the cloud say, if its own doesn't", () => {
  const [here, there] = [made({}), made({}, { place: "there", text: "other" })];
  const read = (of: ObjectValue) => readResource(cloudOf({}), world, "thing", SCOPE, of) as ObjectValue;
  expect([read(here)["text"], read(there)["text"]]).toEqual([null, "other"]);
});

describe("a change", () => {
  const cases: readonly [name: string, row: Row, change: ObjectValue, next: ObjectValue][] = [
    ["leaves what it doesn't concern", { values: { a: "{name}" } }, { text: "t" }, { a: "n", id: "n" }],
    ["leaves open what is made of the changed argument", { values: { a: "{text}" } }, { text: "t" }, { a: UNKNOWN }],
    ["and what is made of that", { values: { a: "{b}", b: "{text}" } }, { text: "t" }, { a: UNKNOWN, b: UNKNOWN }],
    ["and what the service renews each time", { values: { a: "{name}" }, renewed: ["a"] }, { text: "t" }, { a: UNKNOWN }],
    ["and the id, if it is made of it", {}, { name: "m" }, { id: UNKNOWN, name: "m" }],
  ];
  test.each(cases)("%s", (_name, row, change, next) => expect(changed(row, made(row), change).next).toMatchObject(next));

  test("of the id keeps the object", () => {
    const after = changed({}, made({}), { name: "m" }).after();
    expect([after["id"], world.count]).toEqual(["m", 1]);
    expect(readResource(cloudOf({}), world, "thing", SCOPE, after)).toEqual(after);
  });
  test("of the id to one that is there is refused", () => {
    made({}, { name: "m" });
    expect(() => changed({}, made({}), { name: "m" }).after()).toThrow('"m" is taken');
  });
  test("that the provider doesn't see is none, and keeps the old text beside another", () => {
    const prior = made({}, { text: "Text" });
    expect(changed({}, prior, { text: "TEXT" }).next).toBe(prior);
    expect(changed({}, prior, { text: "other" }).next["text"]).toBe("other");
    expect(changed({}, prior, { text: "TEXT", name: "m" }).after()).toMatchObject({ text: "Text", name: "m" });
  });
});
