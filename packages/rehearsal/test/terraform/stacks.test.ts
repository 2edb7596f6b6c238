import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Literal } from "../../src/configuration/block";
import { jsonBlocks } from "../../src/configuration/json";
import { lifted, override } from "../../src/terraform/override";
import { choose, inOrder, readStacks, type Stack } from "../../src/terraform/stacks";

const stack = (name: string, needs: readonly string[] = [], file: Literal = {}): Stack => ({
  name,
  folder: name,
  needs,
  blocks: jsonBlocks(file, "cdk.tf.json"),
});

describe("the order of stacks", () => {
  const all = [stack("app", ["network"]), stack("network", ["tenancy"]), stack("access", ["tenancy"]), stack("tenancy")];
  const names = (stacks: readonly Stack[]) => stacks.map(({ name }) => name).join(" ");
  test("what others need comes first", () => expect(names(inOrder(all))).toBe("tenancy access network app"));
  test("a stack brings what it needs", () => expect(names(choose(inOrder(all), ["app"]))).toBe("tenancy network app"));
  test("none named means all", () => expect(choose(inOrder(all), [])).toHaveLength(4));
  test("a name that doesn't exist is quoted", () =>
    expect(() => choose(all, ["acess"])).toThrow('there is no stack "acess"; there are app, network, access, tenancy'));
  test("a circle is named", () =>
    expect(() => inOrder([stack("a", ["b"]), stack("b", ["a"])])).toThrow("the stacks need each other: a → b → a"));
});

describe("the override", () => {
  const backend = (key: string) => ({ terraform: { backend: { s3: { bucket: "state", key, region: "us-east-1" } } } });
  const reading = (key: string) => ({
    ...backend("app"),
    data: { terraform_remote_state: { base: { backend: "s3", config: { bucket: "state", key } } } },
  });
  const base = stack("base", [], backend("base"));
  const state = (name: string) => `${name}.tfstate`;

  test("keeps the state here, for any Terraform", () => {
    expect(override(base, [base], state)).toEqual({
      terraform: { required_version: ">= 1.5.0", backend: { local: { path: "base.tfstate" } } },
    });
  });
  test("reads the state of the stack that has the same backend", () => {
    const app = stack("app", ["base"], reading("base"));
    expect(override(app, [app, base], state).data?.terraform_remote_state).toEqual({
      base: { backend: "local", config: { path: "base.tfstate" } },
    });
  });
  test("refuses a state that no stack writes", () => {
    const app = stack("app", [], reading("elsewhere"));
    expect(() => override(app, [app, base], state)).toThrow('"base" reads a state that no stack of this folder writes');
  });
  test("lifts the protection where there is one", () => {
    const guarded = { resource: { t: { a: { lifecycle: { prevent_destroy: true } }, b: {} } } };
    expect(lifted(stack("x", [], guarded))).toEqual({ resource: { t: { a: { lifecycle: { prevent_destroy: false } } } } });
  });
});

describe("a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rh-s-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("of cdktf is read by its manifest", () => {
    mkdirSync(join(folder, "stacks/a"), { recursive: true });
    writeFileSync(join(folder, "stacks/a/cdk.tf.json"), "{}");
    writeFileSync(join(folder, "manifest.json"), '{"stacks":{"a":{"name":"a","workingDirectory":"stacks/a","dependencies":[]}}}');
    expect(readStacks(folder).map(({ name, blocks }) => [name, blocks.length])).toEqual([["a", 0]]);
  });
  test("of Terraform is one stack", () => {
    writeFileSync(join(folder, "main.tf.json"), "{}");
    expect(readStacks(folder)).toHaveLength(1);
  });
  test("that is neither is refused", () => expect(() => readStacks(folder)).toThrow("neither synthesized stacks"));
  test("that isn't there is quoted", () => expect(() => readStacks("no-such")).toThrow('there is no folder "no-such"'));
  test("that would read a real state where it can't be seen is refused", () => {
    mkdirSync(join(folder, "modules/m"), { recursive: true });
    writeFileSync(join(folder, "main.tf.json"), '{"module":{"m":{"source":"./modules/m"}}}');
    writeFileSync(join(folder, "modules/m/main.tf"), 'data "terraform_remote_state" "x" {}');
    expect(() => readStacks(folder)).toThrow(/modules.m.main\.tf:1: terraform_remote_state "x" reads a remote state/);
  });
  test("with a broken file is refused by its name", () => {
    writeFileSync(join(folder, "main.tf.json"), "{");
    expect(() => readStacks(folder)).toThrow(/main\.tf\.json" is not JSON/);
  });
});
