import { expect, test } from "@jest/globals";
import { fold, foldUnit, variantsOf } from "../../src/logic/case";

const UNITS = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit));

test("the variants of each code unit are all that fold to the same", () => {
  const classes = new Map<string, string[]>();
  for (const unit of UNITS) classes.set(foldUnit(unit), [...(classes.get(foldUnit(unit)) ?? []), unit]);
  const wrong = UNITS.filter(
    (unit) => [...variantsOf(unit)].sort().join() !== [...(classes.get(foldUnit(unit)) ?? [])].sort().join(),
  );
  expect(wrong).toEqual([]);
});

test("folding twice is folding once", () => {
  expect(UNITS.filter((unit) => fold(fold(unit)) !== fold(unit))).toEqual([]);
});

test.each([
  ["ABC", "abc"],
  ["\u212a", "k"],
  ["\u0130", "\u0130"],
  ["ΑΣ", "ας".replace("ς", "σ")],
])("%j folds to %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
