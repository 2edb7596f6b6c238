import { describe, expect, test } from "@jest/globals";
import { PROVIDERS, type Provider } from "./provider-schema";
import { violations } from "./terraform-schema";

describe("a provider block is held against the schema", () => {
  test.each([
    ["an unknown argument", { provider: { oci: [{ zone: "a" }] } }, "provider oci: zone: no such argument or block"],
    ["a wrong type", { provider: { oci: { region: 1 } } }, "provider oci: region: expected a string, found 1"],
    ["another provider", { provider: { oracle: [{}] } }, "provider oracle: no such provider"],
  ])("%s is found", (_, stack, violation) => {
    expect(violations(stack)).toEqual([violation]);
  });

  test("an alias and a region are accepted", () => {
    expect(violations({ provider: { oci: [{ alias: "home", region: "us-phoenix-1" }] } })).toEqual([]);
  });
});

describe("an attribute that holds objects", () => {
  const rule = { type: ["list", ["object", { port: "number", source: "string" }]], optional: true } as const;
  const made: Provider = {
    provider: { block: {} },
    resource_schemas: { aws_security_group: { block: { attributes: { ingress: rule } } } },
    data_source_schemas: {},
    behaviour: {},
  };
  test.each([
    ["leaves a key out", [{ port: 443 }], ["ingress[0].source: missing; an object in an attribute names every key"]],
    ["has a key too many", [{ port: 443, source: null, to: 1 }], ["ingress[0].to: no such key"]],
    ["has a key of a wrong type", [{ port: "x", source: null }], ['ingress[0].port: expected a number, found "x"']],
    ["holds no object", ["all"], ['ingress[0]: expected an object, found "all"']],
    ["names every key, with null where unset", [{ port: 443, source: null }], []],
  ])("%s", (_, ingress, found) => {
    const stack = { resource: { aws_security_group: { "made-up_1": { ingress } } } };
    expect(violations(stack, { ...PROVIDERS, aws: made })).toEqual(found.map((each) => `aws_security_group.made-up_1: ${each}`));
  });
});
