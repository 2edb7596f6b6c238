import { describe, test } from "@jest/globals";
import * as fc from "fast-check";
import { FORMULA_LAWS, LANGUAGE_LAWS } from "./support/laws";

describe.each([
  ["languages", LANGUAGE_LAWS],
  ["formulas", FORMULA_LAWS],
])("%s", (_, laws) => {
  test.each(Object.entries(laws))("%s", (_name, law) => fc.assert(law, { seed: 1, numRuns: 200 }));
});
