import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { AddressNetworkSource, SubnetNetworkSource } from "../../../constructs/oci/network-source";
import { groundOf, networkOf, oneOf, refusalsOf, synthesizeStack, TENANCY } from "../../support/construct-stack";

describe("a network source", () => {
  const source = (make: (stack: TerraformStack) => void) => oneOf(synthesizeStack(make), "oci_identity_network_source");
  const named = { tenancy: TENANCY, name: "us-offices", description: "offices" };
  const ofAddresses = source((stack) => {
    new AddressNetworkSource(stack, "source", { ...named, addresses: ["203.0.113.0/26"] });
  });
  const ofSubnet = source((stack) => {
    const { compartment, root } = groundOf(stack);
    const network = networkOf(stack, compartment("network", root));
    new SubnetNetworkSource(stack, "source", { ...named, network, addresses: [network.app.addresses] });
  });

  test("holds the addresses that it is given", () => {
    expect(ofAddresses.public_source_list).toEqual(["203.0.113.0/26"]);
    expect(ofAddresses).not.toHaveProperty("virtual_source_list");
  });

  test.each([
    ["nowhere", []],
    ["everywhere", ["203.0.113.0/26", "0.0.0.0/0"]],
  ])("is refused where it would be %s", (where, addresses) => {
    expect(refusalsOf((stack) => void new AddressNetworkSource(stack, "source", { ...named, addresses }))).toEqual([
      `[test/source] network source "us-offices" is ${where}: expected the public address blocks of one network`,
    ]);
  });

  test("holds a subnet of a network", () => {
    expect(ofSubnet.virtual_source_list).toEqual([
      { vcn_id: expect.stringMatching(/^\$\{oci_core_vcn\.\w+\.id\}$/), ip_ranges: ["10.40.0.0/20"] },
    ]);
    expect(ofSubnet).not.toHaveProperty("public_source_list");
  });

  test.each([
    ["addresses", ofAddresses],
    ["a subnet", ofSubnet],
  ])("of %s lets no service through that calls on somebody's behalf", (_, args) => {
    expect(args.services).toEqual(["none"]);
    expect(args.compartment_id).toBe(TENANCY.id);
  });
});
