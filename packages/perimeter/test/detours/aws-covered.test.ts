import { expect, test } from "@jest/globals";
import WAYS from "../../data/aws-ways.json";
import { AWS_DETOURS, AWS_KEY_USE, AWS_LISTS, AWS_READS } from "../../src/detours/aws/rows";
import { unmodelled } from "../../src/guarantees/access/unmodelled";
import { inputOf } from "../support/stacks";

interface Covered {
  readonly says: string;
  readonly because: string;
  readonly of?: string;
  readonly types?: readonly string[];
}
const ROWS = [...AWS_READS, ...AWS_DETOURS, ...AWS_LISTS, ...AWS_KEY_USE];
const COVERED: Readonly<Record<string, Covered>> = WAYS.covered;
const entries = Object.entries(COVERED);
/** `L20-macie` is a form of `L20`. */
const hasRow = (id: string) => ROWS.some((row) => row.id === id || row.id.startsWith(`${id}-`));

test("every way is a row, or has a reason why it needs none", () => {
  expect(WAYS.ids.filter((id) => !hasRow(id) && !COVERED[id])).toEqual([]);
  expect(entries.filter(([id]) => hasRow(id) || !WAYS.ids.includes(id))).toEqual([]);
});

test.each(entries)("%s has a reason of the closed list", (_, { because, says, of }) => {
  expect(says).not.toBe("");
  expect(Object.keys(WAYS.because)).toContain(because);
  expect(because === "part").toBe(of !== undefined && hasRow(of));
});

test.each(entries.flatMap(([id, { types = [] }]) => types.map((type) => [id, type] as const)))(
  "%s: a resource of type %s leaves the verdict open",
  (_, type) => {
    const { resources } = inputOf({ "a.tf.json": { resource: { [type]: { one: {} } } } });
    expect(unmodelled(resources).map(({ address }) => address)).toEqual([`a/${type}.one`]);
  },
);
