import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { expect, test } from "@jest/globals";
import { Construct } from "constructs";
import { Compartment } from "../../../constructs/oci/compartment";
import { madeThrough } from "../../../constructs/oci/made-through";
import { synthesizeStack, TENANCY } from "../../support/construct-stack";

test("everything below is made through the provider, and nothing beside it", () => {
  const json = synthesizeStack((stack) => {
    const there = new Construct(stack, "there");
    madeThrough(there, new OciProvider(stack, "oci-there", { region: "us-ashburn-1", alias: "there" }));
    const compartment = (scope: Construct, name: string) =>
      new Compartment(scope, name, { parent: TENANCY, name, description: name });
    compartment(stack, "beside");
    compartment(there, "below");
    compartment(new Construct(there, "deep"), "deeper");
  });
  const made = Object.values(json.resource.oci_identity_compartment as Record<string, { name: string; provider?: string }>);
  expect(Object.fromEntries(made.map(({ name, provider }) => [name, provider]))).toEqual({
    beside: undefined,
    below: "oci.there",
    deeper: "oci.there",
  });
});
