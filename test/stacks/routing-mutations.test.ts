import { describe, expect, test } from "@jest/globals";
import { declare, readModel } from "../../packages/perimeter/src/declaration";
import { closureOf } from "../../packages/perimeter/src/detours";
import { estateOf } from "../../packages/perimeter/src/estate";
import { principalsIn } from "../../packages/perimeter/src/estate/principals";
import { ROUTING } from "../../packages/perimeter/src/guarantees/routing";
import { standingsIn } from "../../packages/perimeter/src/guarantees/standing";
import { inputOf } from "../../packages/perimeter/test/support/stacks";
import { DAY } from "../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../stacks/perimeter-model";
import { DEPLOYMENTS, type DeploymentName, synthesizedDeployment } from "../support/deployments";
import type { Change } from "../support/mutations/mutation";
import { ROUTING_MUTATIONS, ROUTING_UNKNOWNS } from "../support/mutations/routing";

/** All of them take a minute: here is a part, and `ALL_MUTATIONS=1` takes the rest as well. */
const EVERY = process.env.ALL_MUTATIONS === "1" ? 1 : 4;
const sampled = <One>(all: readonly One[]) => all.filter((_, at) => at % EVERY === 0);

/** The proof of routing alone, on a deployment after a change: who can do what isn't asked. */
function routingAfter(name: DeploymentName, change: Change) {
  const { deployment, estate: made, stacks } = synthesizedDeployment(name);
  const model = readModel(perimeterModel(deployment, made), "perimeter.yaml");
  if ("diagnostics" in model) throw new Error(JSON.stringify(model.diagnostics));
  const input = inputOf(Object.fromEntries(Object.entries(change(stacks)).map(([stack, json]) => [`${stack}.tf.json`, json])));
  const estate = estateOf(input);
  const declared = declare(model, { resources: input.resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new Error(JSON.stringify(declared.diagnostics));
  const nobody = {
    assets: [],
    open: [],
    trails: [],
    leaving: [],
    doubts: [],
    clouds: [],
    closure: closureOf([]),
    standings: standingsIn(declared, []),
  };
  return ROUTING.prove({ estate, declared, at: DAY, ...nobody });
}

test.each(DEPLOYMENTS)("as it is, %s holds", (name) => {
  const { verdict, findings, notes, undecided } = routingAfter(name, (stacks) => stacks);
  expect([verdict, findings.map(({ message }) => message), notes, undecided]).toEqual(["holds", [], [], []]);
});

describe.each(sampled(ROUTING_MUTATIONS).map((one) => [one.name, one] as const))("%s", (_, { change, rule, twin }) => {
  test("is found, with a query that shows it", () => {
    const { verdict, findings } = routingAfter("production", change);
    expect([verdict, [...new Set(findings.map((one) => one.rule))]]).toEqual(["violated", [rule]]);
    for (const { witness, path, fix } of findings) {
      expect(witness).toMatchObject({ query: { name: expect.stringContaining("us.larkspur.example") } });
      expect([path.length > 0, fix !== null]).toEqual([true, true]);
    }
  });
  test("has a twin that leads nowhere else", () => {
    const { verdict, findings, undecided } = routingAfter("production", twin);
    expect([verdict, findings.map(({ message }) => message), undecided]).toEqual(["holds", [], []]);
  });
});

test.each(sampled(ROUTING_UNKNOWNS))("not knowing %s leaves the verdict open", (_, change, address) => {
  const { verdict, undecided } = routingAfter("production", change);
  expect(verdict).toBe("undecided");
  expect(undecided.map((one) => one.address ?? "")).toContainEqual(expect.stringContaining(address));
});
