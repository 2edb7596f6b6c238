import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { block, blocks, inline } from "../../stacks/yaml-text";

const scalar = fc.oneof(
  fc.string(),
  fc.constantFrom("null", "true", "~", "1.0", "a: b", "*", "&a", "#", "2026-01-01", ""),
  fc.integer(),
  fc.boolean(),
);
const value = fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.string(), scalar, { noNullPrototype: true }));

test("whatever is written on one line is read back", () => {
  fc.assert(
    fc.property(value, (one) => expect(parse(`key: ${inline(one)}\n`)).toEqual({ key: one })),
    { numRuns: 1_000, seed: 8 },
  );
});

test("blocks are read back, empty ones as well", () => {
  expect(parse(block("a", { b: [1, "x y"], c: undefined, "d: e": "*" }))).toEqual({ a: { b: [1, "x y"], "d: e": "*" } });
  expect(parse(block("a", {}))).toEqual({ a: {} });
  expect(
    parse(
      blocks(
        "a",
        new Map([
          ["b", { c: 1 }],
          ["d", {}],
        ]),
      ),
    ),
  ).toEqual({ a: { b: { c: 1 }, d: {} } });
});
