import { describe, expect, test } from "@jest/globals";
import { recoveryOf } from "../../packages/perimeter/test/support/recovery-estate";
import { perimeterModel } from "../../stacks/perimeter-model";
import { DEPLOYMENTS, synthesizedDeployment, synthesizeText } from "../support/deployments";
import type { Change, Stacks } from "../support/mutations/mutation";
import { RECOVERY_MUTATIONS, RECOVERY_UNKNOWNS } from "../support/mutations/recovery";
import { synthesizedBase } from "../support/mutations/verdict";
import { PIVOT } from "../support/pivot";

/** All of them take minutes: here is a part, and `ALL_MUTATIONS=1` takes the rest as well. */
const EVERY = process.env.ALL_MUTATIONS === "1" ? 1 : 9;
const sampled = <One>(all: readonly One[]) => all.filter((_, at) => at % EVERY === 0);
const named = sampled(RECOVERY_MUTATIONS).map((one) => [one.name, one] as const);

type Synthesized = ReturnType<typeof synthesizeText>;

function recoveryAfter(change: Change, { deployment, estate, stacks }: Synthesized, model = perimeterModel(deployment, estate)) {
  const changed: Stacks = change(stacks);
  return recoveryOf(Object.fromEntries(Object.entries(changed).map(([name, json]) => [`${name}.tf.json`, json])), model);
}
/** Where control policies stand over the sites, a hole in one document opens nothing. */
const production = (change: Change) => recoveryAfter(change, synthesizedBase("without control policies"));
const asItIs: Change = (stacks) => stacks;

test.each(DEPLOYMENTS)("as it is, %s can be recovered", (name) => {
  const { verdict, undecided } = recoveryAfter(asItIs, synthesizedDeployment(name));
  expect([verdict, undecided]).toEqual(["holds", []]);
});

test.each(named)("%s: found", (_, { change, rules }) => {
  const { verdict, findings } = production(change);
  expect(verdict).toBe("violated");
  expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(rules.map((rule) => `recovery/${rule}`).sort());
});
test.each(named)("%s: its twin holds", (_, { twin }) => {
  const { verdict, findings, undecided } = production(twin);
  const said = [...findings.map(({ message }) => message), ...undecided.map(({ reason }) => reason)];
  expect([verdict, said.slice(0, 3)]).toEqual(["holds", []]);
});
test.each(sampled(RECOVERY_UNKNOWNS))("not knowing %s leaves the verdict open", (_, change, address) => {
  const { verdict, undecided } = production(change);
  expect(verdict).toBe("undecided");
  expect(undecided.map((one) => one.address)).toContainEqual(expect.stringContaining(address));
});

describe("on the way out of a site", () => {
  const phases = sampled(Object.keys(PIVOT) as (keyof typeof PIVOT)[]);
  test.each(phases)("%s: holds", (phase) => expect(recoveryAfter(asItIs, synthesizeText(PIVOT[phase])).verdict).toBe("holds"));
  test("a site that is called frozen, and to which copies still come", () => {
    const { deployment, estate } = synthesizeText(PIVOT.frozen);
    const model = perimeterModel(deployment, estate);
    const { verdict, findings } = recoveryAfter(asItIs, synthesizedDeployment("production"), model);
    expect([verdict, ...new Set(findings.map(({ rule }) => rule))]).toEqual(["violated", "recovery/days"]);
    expect(findings[0]?.message).toContain('to the site "singapore", which is frozen since 2026-07-01');
  });
  test("a retired site whose key opens again", () => {
    const enabled: Change = (stacks) => {
      const text = JSON.stringify(stacks["backup-singapore"]).replace('"is_enabled":false', '"is_enabled":true');
      return { ...stacks, "backup-singapore": JSON.parse(text) };
    };
    const { findings } = recoveryAfter(enabled, synthesizeText(PIVOT.retired));
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^backup-singapore\/aws_kms_key\.\w+ still opens what is left at the site "singapore", which is retired$/,
      ),
    ]);
  });
});
