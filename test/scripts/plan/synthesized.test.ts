import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inOrderOfDeployment, NothingSynthesizedError, readSynthesized } from "../../../scripts/plan/synthesized";

const stack = (name: string, ...dependencies: string[]) => ({ name, dependencies });

describe("the order of deployment", () => {
  test.each([
    ["what is depended on comes first", [stack("a", "b"), stack("b")], ["b", "a"]],
    ["among equals, the name decides", [stack("b"), stack("a")], ["a", "b"]],
    ["chains are followed", [stack("a", "c"), stack("b", "a"), stack("c")], ["c", "a", "b"]],
  ])("%s", (_, stacks, order) => expect(inOrderOfDeployment(stacks).map(({ name }) => name)).toEqual(order));

  test("a circle is refused", () => {
    expect(() => inOrderOfDeployment([stack("a", "b"), stack("b", "a")])).toThrow(
      "the stacks depend on each other in a circle: a, b",
    );
  });

  test("each stack comes after all that it depends on, whatever the graph", () => {
    const graph = fc
      .array(fc.array(fc.nat(9), { maxLength: 4 }), { minLength: 1, maxLength: 10 })
      .map((edges) =>
        edges.map((targets, index) =>
          stack(`s${index}`, ...new Set(targets.filter((target) => target < index).map((target) => `s${target}`))),
        ),
      );
    fc.assert(
      fc.property(graph, (stacks) => {
        const order = inOrderOfDeployment(stacks).map(({ name }) => name);
        expect([...order].sort()).toEqual(stacks.map(({ name }) => name).sort());
        for (const { name, dependencies } of stacks)
          for (const dependency of dependencies) expect(order.indexOf(dependency)).toBeLessThan(order.indexOf(name));
      }),
    );
  });
});

test("a folder with nothing synthesized is said to be one", () => {
  const empty = mkdtempSync(join(tmpdir(), "empty-"));
  expect(() => readSynthesized(empty)).toThrow(NothingSynthesizedError);
  rmSync(empty, { recursive: true });
});
