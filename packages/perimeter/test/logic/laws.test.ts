import { describe, test } from "@jest/globals";
import * as fc from "fast-check";
import { FORMULA_LAWS, LANGUAGE_LAWS } from "./support/laws";

describe.each([
  ["languages", LANGUAGE_LAWS],
  ["formulas", FORMULA_LAWS],
])("%s", (_, laws) => {
  test.each(Object.entries<fc.IRawProperty<unknown>>({ ...laws } as never))("%s", (_name, law) => {
    fc.assert(law as fc.IProperty<unknown>, { seed: 1, numRuns: 300 });
  });
});
