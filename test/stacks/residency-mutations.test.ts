import { describe, expect, test } from "@jest/globals";
import { RESIDENCY_MUTATIONS, RESIDENCY_UNKNOWNS } from "../support/mutations/residency";
import { residencyAfter } from "../support/mutations/residency-verdict";

/** All of them take minutes: here is a part, and `ALL_MUTATIONS=1` takes the rest as well. */
const EVERY = process.env.ALL_MUTATIONS === "1" ? 1 : 6;
const sampled = <One>(all: readonly One[]) => all.filter((_, at) => at % EVERY === 0);
test("as it is, the deployment holds", () => expect(residencyAfter("production", (stacks) => stacks).verdict).toBe("holds"));

describe.each(sampled(RESIDENCY_MUTATIONS).map((one) => [one.name, one] as const))("%s", (_, { change, twin, rule, by }) => {
  test("is found, by whom or what", () => {
    const { verdict, findings } = residencyAfter("production", change);
    const found = findings.filter((finding) => finding.rule === rule);
    const named = found.flatMap(({ principal, path }) => [principal?.name ?? "", ...path.map(({ address }) => address)]);
    expect([verdict, named]).toEqual([
      "violated",
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${by.replace(/\./g, "\\.")}`))]),
    ]);
  });
  test("and its twin holds", () => {
    const { verdict, findings, undecided } = residencyAfter("production", twin);
    const said = [...findings.map(({ message }) => message), ...undecided.map(({ address, reason }) => `${address}: ${reason}`)];
    expect([verdict, said.slice(0, 3)]).toEqual(["holds", []]);
  });
});

test.each(sampled(RESIDENCY_UNKNOWNS))("not knowing %s leaves the verdict open", (_, change, address) => {
  const { verdict, undecided } = residencyAfter("production", change);
  expect(verdict).toBe("undecided");
  expect(undecided.map((one) => one.address)).toContainEqual(expect.stringContaining(address));
});
