import { describe, expect, test } from "@jest/globals";
import { DEPLOYMENTS, synthesizedDeployment } from "../support/deployments";
import { elementsOf } from "../support/terraform-json";
import { violations } from "../support/terraform-schema";

/** One cloud a stack: what deploys to one must never hold a credential of the other. */
const PINNED: Readonly<Record<string, unknown>> = {
  oci: { source: "oracle/oci", version: "8.28.0" },
  // Without a namespace Terraform takes its maker's own ("Provider Requirements", source addresses).
  aws: { source: "aws", version: "6.25.0" },
};

describe.each(DEPLOYMENTS)("the deployment %s conforms to the real provider schema", (name) => {
  const { stacks } = synthesizedDeployment(name);

  test.each(Object.entries(stacks))("%s: every argument of every resource", (_, stack) => {
    expect(elementsOf(stack).length).toBeGreaterThan(0);
    expect(violations(stack)).toEqual([]);
  });

  test.each(Object.entries(stacks))(
    "%s: its provider, and no other, is pinned to the version that the schema is of",
    (_, stack) => {
      const [provider = ""] = Object.keys(stack.provider);
      expect(stack.terraform.required_providers).toEqual({ [provider]: PINNED[provider] });
    },
  );
});
