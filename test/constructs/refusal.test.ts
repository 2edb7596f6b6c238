import { expect, test } from "@jest/globals";
import { Construct } from "constructs";
import { refusalsBelow, refuse } from "../../constructs/refusal";
import { refusalsOf } from "../support/construct-stack";

test("all refusals of a stack come out together, each led by the path of its construct", () => {
  const refusals = refusalsOf((stack) => {
    const outer = new Construct(stack, "outer");
    const inner = new Construct(outer, "inner");
    refuse(inner, { message: "no network", help: "name one" });
    refuse(outer, { message: "no key" });
    refuse(inner, { message: "no region" });
  });
  expect(refusals).toEqual(["[test/outer] no key", "[test/outer/inner] no network: name one", "[test/outer/inner] no region"]);
});

test("a stack in which nothing is refused is synthesized", () => {
  expect(refusalsOf((stack) => void new Construct(stack, "outer"))).toEqual([]);
});

test("the same sentence is said once by a construct, and again by another", () => {
  const refusals = refusalsOf((stack) => {
    const [first, second] = [new Construct(stack, "first"), new Construct(stack, "second")];
    for (const construct of [first, first, second]) refuse(construct, { message: "no key" });
  });
  expect(refusals).toEqual(["[test/first] no key", "[test/second] no key"]);
});

test("a refusal is found below a construct, with the key of the configuration that asked for it", () => {
  refusalsOf((stack) => {
    const [here, elsewhere] = [new Construct(stack, "here"), new Construct(stack, "elsewhere")];
    const refusal = { message: "no key", about: ["stores", "media"] };
    refuse(new Construct(here, "inner"), refusal);
    refuse(elsewhere, { message: "no network" });
    expect(refusalsBelow(here)).toEqual([{ path: "test/here/inner", refusal }]);
    expect(refusalsBelow(stack).map(({ path }) => path)).toEqual(["test/here/inner", "test/elsewhere"]);
  });
});
