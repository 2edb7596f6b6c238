import { beforeAll, describe, expect, test } from "@jest/globals";
import { isList, isObject, type ObjectValue, type Value } from "../../../src/schema/value";
import { rehearsed } from "../rehearsed";

/** What may stand in a table: values, `@label.attribute` of an object that is given, a pattern where a value is expected. */
type Cell = Value | RegExp | readonly Cell[] | { readonly [name: string]: Cell };
type Cells = Readonly<Record<string, Cell>>;

/** `type` with these arguments has these values. */
export type Case = readonly [name: string, type: string, args: Cells, expected: Cells];

interface Tables {
  /** Objects that are there before, by label; one may name those above it. */
  readonly given?: Readonly<Record<string, readonly [type: string, args: Cells]>>;
  /** Known already in the plan. */
  readonly planned?: readonly Case[];
  /** Known after apply. */
  readonly made?: readonly Case[];
  /** What is made of the first arguments and then changed by the second. */
  readonly changed?: readonly (readonly [name: string, type: string, args: Cells, change: Cells, expected: Cells])[];
  /** Refused; the last column holds the words. */
  readonly refused?: readonly (readonly [name: string, type: string, args: Cells, words: string])[];
}

/** Runs the tables of a service: one case a line. */
export function describeService(
  service: string,
  { given = {}, planned = [], made = [], changed = [], refused = [] }: Tables,
): void {
  describe(service, () => {
    const world = rehearsed();
    const there = new Map<string, ObjectValue>();

    const resolved = (cell: Cell): unknown => {
      if (cell instanceof RegExp) return expect.stringMatching(cell);
      if (typeof cell === "string") {
        const [, label, attribute] = /^@(\w+)\.(\w+)$/.exec(cell) ?? [];
        return label === undefined || attribute === undefined ? cell : there.get(label)?.[attribute];
      }
      if (isList(cell as Value)) return (cell as readonly Cell[]).map(resolved);
      if (!isObject(cell as Value)) return cell;
      return Object.fromEntries(Object.entries(cell as Cells).map(([name, of]) => [name, resolved(of)]));
    };
    const args = (cells: Cells) => resolved(cells) as ObjectValue;

    beforeAll(() => {
      for (const [label, [type, cells]] of Object.entries(given)) there.set(label, world.made(type, args(cells)));
    });
    for (const [name, type, cells, expected] of planned) {
      test(`${name} (${type}, planned)`, () => expect(world.planned(type, args(cells))).toMatchObject(args(expected)));
    }
    for (const [name, type, cells, expected] of made) {
      test(`${name} (${type})`, () => expect(world.made(type, args(cells))).toMatchObject(args(expected)));
    }
    for (const [name, type, cells, change, expected] of changed) {
      test(`${name} (${type}, changed)`, () => {
        expect(world.changed(type, world.made(type, args(cells)), args(change))).toMatchObject(args(expected));
      });
    }
    for (const [name, type, cells, words] of refused) {
      test(`${name} (${type}, refused)`, () => expect(() => world.made(type, args(cells))).toThrow(words));
    }
  });
}
