import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { simulateOci } from "../../../src/simulate/oci";
import { arbitraryWorld, estateOf, requestOf } from "./support/arbitrary-world";
import { LAWS } from "./support/laws";

/** A sample; the large counts run apart. */
test.each(Object.entries(LAWS))("%s", (_name, law) => fc.assert(law, { numRuns: 300, seed: 7 }));

test("the worlds that the laws are held against have answers of every kind", () => {
  const worlds = fc.sample(arbitraryWorld, { numRuns: 300, seed: 7 });
  const decisions = worlds.map((world) => simulateOci(estateOf(world), requestOf(world)).decision);
  for (const decision of ["allowed", "denied", "undecided"] as const)
    expect(decisions.filter((each) => each === decision).length).toBeGreaterThan(20);
});
