import { describe, expect, test } from "@jest/globals";
import { briefly, differenceOf, type Side } from "../support/difference-of";
import { SIDES } from "./support/estates";
import { REFACTORINGS, type Refactoring } from "./support/refactorings";

const isRewritten = (one: Side, other: Side) =>
  JSON.stringify([one.documents, one.model]) !== JSON.stringify([other.documents, other.model]);

const PAIRS = Object.entries(SIDES).flatMap(([name, side]) =>
  REFACTORINGS.filter(({ change }) => isRewritten(side, change(side))).map((one) => [name, one.name, side, one] as const),
);

test("at least fifty pairs, and each refactoring rewrites one at least", () => {
  expect(SAMPLED.length).toBeGreaterThanOrEqual(50);
  const used = new Set(PAIRS.map(([, , , one]) => one));
  expect(REFACTORINGS.filter((one) => !used.has(one)).map(({ name }) => name)).toEqual([]);
});

/** Patterns of actions make one estate take seconds: a part of its pairs here, and `ALL_PAIRS=1` takes the rest as well. */
const SLOW = "data bucket";
const SAMPLED = PAIRS.filter(([name], at) => name !== SLOW || process.env["ALL_PAIRS"] === "1" || at % 6 === 0);

describe("no change to who can read what where", () => {
  test.each(SAMPLED)("%s: %s", (_, __, side: Side, { change }: Refactoring) => {
    const difference = differenceOf(side, change(side));
    expect(briefly(difference)).toEqual([]);
    expect([difference.summary, difference.widened, difference.lessKnown]).toEqual([
      "no change to who can read what",
      false,
      false,
    ]);
  });
});
