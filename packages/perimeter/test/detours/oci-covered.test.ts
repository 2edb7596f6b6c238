import { expect, test } from "@jest/globals";
import WAYS from "../../data/oci-ways.json";
import { OCI_DETOURS, OCI_KEY_USE, OCI_LISTS, OCI_READS } from "../../src/detours/oci-rows";
import { unmodelled } from "../../src/guarantees/access/unmodelled";
import { inputOf } from "../support/stacks";

interface Covered {
  readonly says: string;
  readonly impliedBy?: string;
  readonly needs?: readonly (readonly string[])[];
  readonly because?: string;
  readonly of?: string;
  readonly types?: readonly string[];
}
const ROWS = [...OCI_READS, ...OCI_DETOURS, ...OCI_LISTS, ...OCI_KEY_USE];
const COVERED: Readonly<Record<string, Covered>> = WAYS.covered;
const entries = Object.entries(COVERED);
/** `ESC-TAG-1-secrets` is a form of `ESC-TAG-1`. */
const hasRow = (id: string) => ROWS.some((row) => row.id === id || row.id.startsWith(`${id}-`));

test("every way is a row, or has a reason why it needs none", () => {
  expect(WAYS.ids.filter((id) => !hasRow(id) && !COVERED[id])).toEqual([]);
  expect(entries.filter(([id]) => hasRow(id) || !WAYS.ids.includes(id))).toEqual([]);
});

test.each(entries)("%s has one reason, of the closed list", (_, { impliedBy, because, says }) => {
  expect([impliedBy, because].filter((one) => one !== undefined)).toHaveLength(1);
  expect(says).not.toBe("");
  if (because !== undefined) expect(Object.keys(WAYS.because)).toContain(because);
});

test.each(entries.flatMap(([id, one]) => (one.impliedBy === undefined ? [] : [[id, one.impliedBy, one.needs ?? []] as const])))(
  "%s asks for all that %s asks for",
  (_, rowId, needs) => {
    const row = ROWS.find(({ id }) => id === rowId);
    expect(needs.length).toBeGreaterThan(0);
    const unheld = needs.filter((own) => !row?.needs.some((asked) => asked.every((permission) => own.includes(permission))));
    expect(unheld).toEqual([]);
  },
);

test.each(entries.flatMap(([id, { types = [] }]) => types.map((type) => [id, type] as const)))(
  "%s: a resource of type %s leaves the verdict open",
  (_, type) => {
    const { resources } = inputOf({ "a.tf.json": { resource: { [type]: { one: {} } } } });
    expect(unmodelled(resources).map(({ address }) => address)).toEqual([`a/${type}.one`]);
  },
);

test("what is a part of a row names one", () => {
  const parts = entries.filter(([, { because }]) => because === "part");
  expect(parts.filter(([, { of }]) => !ROWS.some(({ id }) => id === of))).toEqual([]);
});
