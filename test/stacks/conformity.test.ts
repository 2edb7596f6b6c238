import { describe, expect, test } from "@jest/globals";
import { DEPLOYMENTS, synthesizedDeployment } from "../support/deployments";
import { elementsOf } from "../support/terraform-json";
import { violations } from "../support/terraform-schema";

describe.each(DEPLOYMENTS)("the deployment %s conforms to the real provider schema", (name) => {
  const { stacks } = synthesizedDeployment(name);

  test.each(Object.entries(stacks))("%s: every argument of every resource", (_, stack) => {
    expect(elementsOf(stack).length).toBeGreaterThan(0);
    expect(violations(stack)).toEqual([]);
  });

  test.each(Object.entries(stacks))("%s: the provider is pinned to the version that the schema is of", (_, stack) => {
    expect(stack.terraform.required_providers).toEqual({ oci: { source: "oracle/oci", version: "8.28.0" } });
  });
});
