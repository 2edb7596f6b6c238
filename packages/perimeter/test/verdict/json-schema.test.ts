import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { verdictSchema } from "../../src/verdict/json-schema";
import { VERDICTS, verdictNamed } from "../support/estates";
import { mistakesBy } from "../support/json-schema";
import { expectCommitted } from "../support/schema-file";

const FILE = join(__dirname, "../../schemas/verdict.schema.json");

test("the schema that is shipped is the one that the source makes; `npm run golden` renews it", () =>
  expectCommitted(FILE, `${JSON.stringify(verdictSchema, null, 2)}\n`));

const mistakesIn = mistakesBy(verdictSchema);
const asJson = (verdict: unknown) => JSON.parse(JSON.stringify(verdict));

describe("what a check says fits the schema:", () => {
  test.each(VERDICTS)("%s", (name) => expect(mistakesIn(asJson(verdictNamed(name)))).toEqual([]));

  test("and every key of the schema is said by some of them", () => {
    const said = new Set(VERDICTS.flatMap((name) => keysIn(asJson(verdictNamed(name)))));
    expect(namesIn(verdictSchema).filter((name) => !said.has(name))).toEqual([]);
  });
});

describe("a key that the schema doesn't know is a mistake:", () => {
  const one = () => verdictNamed("one with approvals, good and stale");
  const places = objectsIn(asJson(one())).map((path) => [path.join(".") || "the verdict", path] as const);
  test.each([...new Map(places.map(([name, path]) => [name.replace(/\d+/g, "0"), path]))])("in %s", (_, path) => {
    const verdict = asJson(one());
    const place = path.reduce((inside: Record<string, unknown>, key) => inside[key] as Record<string, unknown>, verdict);
    place["unknown"] = 1;
    expect(mistakesIn(verdict)).not.toEqual([]);
  });
});

describe("what isn't a verdict is refused:", () => {
  const good = () => asJson(verdictNamed("one that somebody reads"));
  test.each<[string, (verdict: ReturnType<typeof good>) => void]>([
    ["another version", (verdict) => (verdict.schemaVersion = 2)],
    ["an outcome that there isn't", (verdict) => (verdict.verdict = "fine")],
    ["a guarantee that there isn't", (verdict) => (verdict.guarantees[0].id = "privacy")],
    ["a missing key", (verdict) => delete verdict.guarantees[0].findings[0].fix],
    ["a fingerprint of another length", (verdict) => (verdict.guarantees[0].findings[0].fingerprint = "ab")],
    ["a time instead of a day", (verdict) => (verdict.at = "2026-11-25T00:00:00Z")],
    [
      "a line before the first",
      (verdict) => (verdict.guarantees[0].findings[0].source = { file: "a", line: 0, construct: null }),
    ],
  ])("%s", (_, change) => {
    const verdict = good();
    change(verdict);
    expect(mistakesIn(verdict)).not.toEqual([]);
  });
});

/** Every object of a document that the schema describes: a witness is anything. */
function objectsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null || path.at(-1) === "witness") return [];
  const inside = Object.entries(value).flatMap(([key, one]) => objectsIn(one, [...path, key]));
  return Array.isArray(value) ? inside : [path, ...inside];
}

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => (key === "witness" ? [key] : [key, ...keysIn(one)]));
  return Array.isArray(value) ? Object.values(value).flatMap(keysIn) : inside;
}

/** All names of properties in a schema. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = (schema as { properties?: object }).properties;
  return [...Object.keys(own ?? {}), ...Object.values(schema).flatMap(namesIn)];
}
