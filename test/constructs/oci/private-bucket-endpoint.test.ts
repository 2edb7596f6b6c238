import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { PrivateBucketEndpoint } from "../../../constructs/oci/private-bucket-endpoint";
import { groundOf, networkOf, oneOf, refusalsOf, synthesizeStack } from "../../support/construct-stack";

describe("a private bucket endpoint", () => {
  const endpointTo = (...names: string[]) => {
    return (stack: TerraformStack) => {
      const { compartment, root, stores } = groundOf(stack);
      const network = compartment("network", root);
      new PrivateBucketEndpoint(stack, "endpoint", {
        compartment: network,
        network: networkOf(stack, network),
        namespace: "axacme",
        prefix: "usprimary",
        buckets: names.map((name) => ({ name, compartment: stores })),
      });
    };
  };

  test("reaches the buckets that it names, through the data subnet and its group", () => {
    expect(
      oneOf(synthesizeStack(endpointTo("acme-us-media", "acme-us-exports")), "oci_objectstorage_private_endpoint"),
    ).toMatchObject({
      access_targets: [
        { namespace: "axacme", bucket: "acme-us-media", compartment_id: expect.stringContaining("stores") },
        { namespace: "axacme", bucket: "acme-us-exports", compartment_id: expect.stringContaining("stores") },
      ],
      subnet_id: expect.stringContaining("subnet-data"),
      nsg_ids: [expect.stringContaining("group-endpoints")],
    });
  });

  test.each(["*", "acme-*"])("refuses the pattern %s", (pattern) => {
    expect(refusalsOf(endpointTo("acme-us-media", pattern))).toEqual([
      `[test/endpoint] bucket "${pattern}" of the private endpoint is a pattern: name each bucket: an open namespace leads to other tenancies`,
    ]);
  });
});
