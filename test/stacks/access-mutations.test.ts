import { describe, expect, test } from "@jest/globals";
import { OCI_DETOURS, OCI_READS } from "../../packages/perimeter/src/detours/oci-rows";
import { AWS_MUTATIONS, AWS_UNKNOWNS } from "../support/mutations/aws";
import type { Mutation } from "../support/mutations/mutation";
import { NOT_SHOWN, OCI_MUTATIONS, OCI_UNKNOWNS } from "../support/mutations/oci";
import { type Base, verdictAfter } from "../support/mutations/verdict";

/** All of them take minutes: here is a part of each kind, and `ALL_MUTATIONS=1` takes the rest as well. */
const EVERY = process.env.ALL_MUTATIONS === "1" ? 1 : 16;
const sampled = <One>(all: readonly One[]) => all.filter((_, at) => at % EVERY === 0);
const named = (mutations: readonly Mutation[]) => sampled(mutations).map((one) => [one.name, one] as const);

test("each row of the catalogue has a mutation, or a reason why nothing here could show it", () => {
  const shown = new Set(OCI_MUTATIONS.map(({ row }) => row));
  const missing = [...OCI_READS, ...OCI_DETOURS].filter(({ id }) => !shown.has(id) && !NOT_SHOWN.has(id));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

/** A site has to hold by itself: with control policies over it, a hole in one of its own documents opens nothing. */
const ALONE: Base = "without control policies";

test.each<Base>(["production", ALONE])("as it is, the deployment holds: %s", (base) =>
  expect(verdictAfter(base, (stacks) => stacks).verdict).toBe("holds"),
);

test("a hole in the documents of a site opens nothing under the organization's control policies", () => {
  const [{ change }] = AWS_MUTATIONS as readonly [Mutation];
  expect([verdictAfter("production", change).verdict, verdictAfter(ALONE, change).verdict]).toEqual(["holds", "violated"]);
});

describe.each<[string, Base, readonly Mutation[]]>([
  ["Oracle Cloud", "production", OCI_MUTATIONS],
  ["AWS", ALONE, AWS_MUTATIONS],
])("broken on %s", (_, base, mutations) => {
  test.each(named(mutations))("%s: found, by whom", (_name, { change, principal }) => {
    const { verdict, guarantees } = verdictAfter(base, change);
    expect(verdict).toBe("violated");
    expect(guarantees.flatMap((one) => one.findings.map((finding) => finding.principal?.name))).toContain(principal);
  });
  test.each(named(mutations))("%s: its twin gives nothing, and holds", (_name, { twin }) => {
    const { verdict, guarantees } = verdictAfter(base, twin);
    const said = guarantees.flatMap(({ findings, undecided }) => [
      ...findings.map(({ message }) => message),
      ...undecided.map(({ reason }) => reason),
    ]);
    expect([verdict, said.slice(0, 3)]).toEqual(["holds", []]);
  });
});

test.each(sampled([...OCI_UNKNOWNS, ...AWS_UNKNOWNS]))("not knowing %s leaves the verdict open", (_, change, address) => {
  const { verdict, guarantees } = verdictAfter(ALONE, change);
  expect(verdict).toBe("undecided");
  const addresses = guarantees.flatMap(({ undecided }) => undecided.map((one) => `${one.address} ${one.reason}`));
  expect(addresses).toContainEqual(expect.stringContaining(address));
});
