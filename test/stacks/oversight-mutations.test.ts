import { describe, expect, test } from "@jest/globals";
import { OVERSIGHT } from "../../packages/perimeter/src/guarantees/oversight";
import { OVERSIGHT_MUTATIONS, OVERSIGHT_UNKNOWNS } from "../support/mutations/oversight";
import { proofAfter } from "../support/mutations/proof";

/** All of them take minutes: here is a part, and `ALL_MUTATIONS=1` takes the rest as well. */
const EVERY = process.env.ALL_MUTATIONS === "1" ? 1 : 16;
const sampled = <One>(all: readonly One[]) => all.filter((_, at) => at % EVERY === 0);
const mutations = sampled(OVERSIGHT_MUTATIONS).map((one) => [one.name, one] as const);

test("as it is, the deployment holds", () => {
  const { verdict, findings, undecided } = proofAfter(OVERSIGHT, "production", (stacks) => stacks);
  expect([verdict, findings, undecided]).toEqual(["holds", [], []]);
});

test("without the bucket that the trails of the sites write into, nothing is recorded there", () => {
  const without = proofAfter(OVERSIGHT, "production", ({ records, ...stacks }) => ({
    ...stacks,
    // The bucket is of that name no more, so that the trails write into one that nobody made.
    ...(records ? { records: JSON.parse(JSON.stringify(records).replaceAll("larkspur-us-records", "larkspur-us-other")) } : {}),
  }));
  const rules = new Set(without.findings.map(({ rule }) => rule));
  expect(rules).toContain("oversight/unrecorded-read");
  expect(rules).toContain("oversight/unrecorded-change");
});

describe("broken", () => {
  test.each(mutations)("%s: found", (_name, { change, finds, principal }) => {
    const { verdict, findings } = proofAfter(OVERSIGHT, "production", change);
    expect(verdict).toBe("violated");
    const named = findings.filter((one) => principal === undefined || one.principal?.name === principal);
    expect(named.map(({ rule }) => rule)).toContain(finds);
  });
  test.each(mutations)("%s: its twin leaves the record whole", (_name, { twin }) => {
    const { verdict, findings, undecided } = proofAfter(OVERSIGHT, "production", twin);
    expect([verdict, findings.map(({ message }) => message), undecided]).toEqual(["holds", [], []]);
  });
});

test.each(sampled(OVERSIGHT_UNKNOWNS))("not knowing %s leaves the verdict open", (_, change, address) => {
  const { verdict, undecided } = proofAfter(OVERSIGHT, "production", change);
  expect(verdict).toBe("undecided");
  expect(undecided.map((one) => `${one.address} ${one.reason}`)).toContainEqual(expect.stringContaining(address));
});
