import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { outsideLimit, SERVICE_LIMITS, type ServiceLimit } from "../../config/schema/service-limits";

const source = "a page";

test.each([
  ["the minimum itself is inside", 2, { minimum: 2, source }, undefined],
  ["one below the minimum is outside", 1, { minimum: 2, source }, "at least 2"],
  ["the maximum itself is inside", 9, { maximum: 9, source }, undefined],
  ["one above the maximum is outside", 10, { maximum: 9, source }, "at most 9"],
  ["a minimum of zero counts", -1, { minimum: 0, source }, "at least 0"],
  ["a maximum of zero counts", 1, { maximum: 0, source }, "at most 0"],
])("%s", (_name, value, limit: ServiceLimit, expected) => {
  expect(outsideLimit(value, limit)).toBe(expected);
});

const limits = Object.entries<ServiceLimit>(SERVICE_LIMITS);

test.each(limits)("%s bounds something, can be met, and names its source", (_name, { minimum, maximum, source: page }) => {
  expect(minimum ?? maximum).toBeDefined();
  expect(minimum ?? 0).toBeLessThanOrEqual(maximum ?? Number.MAX_SAFE_INTEGER);
  expect(page).toMatch(/^[A-Z].*, [A-Z]/);
});

test("the bound that is named is itself inside", () => {
  fc.assert(
    fc.property(fc.constantFrom(...limits), fc.integer(), ([, limit], value) => {
      const bound = outsideLimit(value, limit);
      if (bound !== undefined) expect(outsideLimit(Number(bound.split(" ").at(-1)), limit)).toBeUndefined();
    }),
  );
});
