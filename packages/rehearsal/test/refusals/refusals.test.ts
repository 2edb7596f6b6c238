import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { CLOUDS } from "../../src/clouds";
import { makeExisting } from "../../src/existing";
import { REFUSALS, refuse } from "../../src/refusals/refuse";
import { shapeBlock } from "../../src/schema/shape";
import type { ObjectValue } from "../../src/schema/value";
import { World } from "../../src/world/world";
import type { Case } from "./pair";
import { PAIRS } from "./pairs";

const PROVIDERS: Readonly<Record<"oci" | "aws", ObjectValue>> = {
  oci: { region: "us-phoenix-1", tenancy_ocid: "ocid1.tenancy.oc1..t" },
  aws: { region: "us-east-1", allowed_account_ids: ["111122223333"] },
};

/** What a cloud says to a case: the words of its refusal, or nothing. */
function answer(type: string, { there = [], wants, from, removes, provider }: Case, only?: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "rh-r-"));
  const world = new World(join(folder, "world.jsonl"), "2026-01-15T00:00:00Z");
  try {
    const name = type.startsWith("oci_") ? "oci" : "aws";
    const cloud = CLOUDS[name]();
    const made = makeExisting(
      world,
      there.map(({ provider: own, ...one }) => ({
        ...one,
        provider: { ...PROVIDERS[one.type.startsWith("oci_") ? "oci" : "aws"], ...own },
      })),
    );
    const shaped = (value: ObjectValue) => shapeBlock(cloud.schema.resource_schemas[type]?.block ?? {}, made.resolve(value));
    const scope = cloud.scope({ ...PROVIDERS[name], ...provider });
    const prior: ObjectValue | null =
      removes === undefined ? (from ? shaped(from) : null) : ((made.get(removes) ?? null) as ObjectValue | null);
    const wanted: ObjectValue | null = wants ? shaped(wants) : null;
    const change = { type, prior, wanted, world, scope: cloud.scopeOf?.((wanted ?? prior) as ObjectValue, scope) ?? scope };
    if (only === undefined) return said(() => refuse(change));
    const asked = {
      type,
      world,
      scope: change.scope,
      wanted: (wanted ?? prior) as ObjectValue,
      ...(from ? { prior: prior as ObjectValue } : {}),
    };
    return REFUSALS.find(({ id }) => id === only)?.refuses(asked);
  } finally {
    world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test("every row has a pair, and every pair a row", () =>
  expect(Object.keys(PAIRS).sort()).toEqual(REFUSALS.map(({ id }) => id).sort()));

test("ids are unique, and every row names its source", () => {
  expect(new Set(REFUSALS.map(({ id }) => id)).size).toBe(REFUSALS.length);
  for (const { source } of REFUSALS) expect(source.length).toBeGreaterThan(10);
});

test("there are more than a hundred", () => expect(REFUSALS.length).toBeGreaterThan(100));

describe.each(Object.entries(PAIRS))("%s", (id, { type, refused, passes }) => {
  const row = REFUSALS.find((one) => one.id === id);
  test("is refused, with the service's code", () => {
    expect(answer(type, refused, id)).toEqual(expect.any(String));
    expect(answer(type, refused)).toEqual(expect.any(String));
    expect(row?.types).toContain(type);
  });
  test("and its neighbour passes", () => expect(answer(type, passes)).toBeUndefined());
});
