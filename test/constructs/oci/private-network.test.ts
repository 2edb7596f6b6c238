import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import type { PrivateNetwork } from "../../../constructs/oci/private-network";
import { allOf, groundOf, networkOf, oneOf, refusalsOf, synthesizeStack, typesIn } from "../../support/construct-stack";

function networkIn(stack: TerraformStack, addresses?: string): PrivateNetwork {
  const { compartment, root } = groundOf(stack);
  return networkOf(stack, compartment("network", root), addresses);
}

const json = synthesizeStack((stack) => void networkIn(stack));
const [app, data] = ["app", "data"].map((name) =>
  allOf(json, "oci_core_subnet").find(({ display_name }) => display_name === name),
);

describe("a private network", () => {
  test("is made of these, and of no gateway to the internet, no NAT, no peering and no public address", () => {
    expect(typesIn(json).filter((type) => type.startsWith("oci_core_"))).toEqual([
      "oci_core_default_route_table",
      "oci_core_default_security_list",
      "oci_core_network_security_group",
      "oci_core_network_security_group_security_rule",
      "oci_core_route_table",
      "oci_core_service_gateway",
      "oci_core_subnet",
      "oci_core_vcn",
    ]);
  });

  test.each([
    ["app", app, "10.40.0.0/20"],
    ["data", data, "10.40.16.0/20"],
  ])("has a subnet %s that the internet can't reach", (_, subnet, block) => {
    expect(subnet).toMatchObject({ prohibit_internet_ingress: true, cidr_block: block });
  });

  test.each([
    ["ipv6", "ipv6cidr_block"],
    ["a second ban, which the service refuses beside the first,", "prohibit_public_ip_on_vnic"],
    ["security lists of its own", "security_list_ids"],
  ])("says nothing of %s on a subnet", (_, argument) => {
    expect(app).not.toHaveProperty(argument);
    expect(data).not.toHaveProperty(argument);
  });

  test("has no addresses of IPv6", () => expect(oneOf(json, "oci_core_vcn").is_ipv6enabled).toBe(false));

  test.each([
    ["security list", "oci_core_default_security_list", ["ingress_security_rules", "egress_security_rules"]],
    ["route table", "oci_core_default_route_table", ["route_rules"]],
  ])("empties the %s that it is born with", (_, type, rules) => {
    const emptied = oneOf(json, type);
    expect(emptied.manage_default_resource_id).toMatch(/^\$\{oci_core_vcn\.\w+\.default_(security_list|route_table)_id\}$/);
    for (const rule of rules) expect(emptied).not.toHaveProperty(rule);
  });

  test("routes to the services of its region and nowhere else", () => {
    const routes = oneOf(json, "oci_core_route_table");
    expect(routes.route_rules).toEqual([
      expect.objectContaining({
        destination: "all-phx-services-in-oracle-services-network",
        destination_type: "SERVICE_CIDR_BLOCK",
        network_entity_id: expect.stringMatching(/^\$\{oci_core_service_gateway\.\w+\.id\}$/),
      }),
    ]);
    for (const subnet of [app, data]) expect(subnet.route_table_id).toMatch(/^\$\{oci_core_route_table\.\w+\.id\}$/);
  });

  test("lets the app reach databases, endpoints and services, and lets nothing in from an address", () => {
    const group = (reference = "") => /group-(\w+?)_[0-9A-F]{8}\.id/.exec(reference)?.[1] ?? reference;
    const rules = allOf(json, "oci_core_network_security_group_security_rule").map((rule) => ({
      at: group(rule.network_security_group_id),
      rule: `${rule.direction} ${group(rule.source ?? rule.destination)} ${rule.protocol}:${rule.tcp_options.destination_port_range.min}-${rule.tcp_options.destination_port_range.max}`,
    }));
    expect(rules.map(({ at, rule }) => `${at} ${rule}`).sort()).toEqual([
      "app EGRESS all-phx-services-in-oracle-services-network 6:443-443",
      "app EGRESS databases 6:1522-1522",
      "app EGRESS endpoints 6:443-443",
      "databases INGRESS app 6:1522-1522",
      "endpoints INGRESS app 6:443-443",
    ]);
  });

  test.each([
    ["too small", "10.40.0.0/23"],
    ["too large", "10.0.0.0/15"],
    ["not on its own boundary", "10.40.1.0/16"],
    ["not an address", "10.400.0.0/16"],
  ])("is refused where its block is %s", (_, addresses) => {
    expect(refusalsOf((stack) => void networkIn(stack, addresses))).toEqual([
      `[test/network] "${addresses}" can't be divided into subnets: expected a block between /16 and /22 on its own boundary, such as 10.40.0.0/16`,
    ]);
  });

  test.each(["10.40.0.0/16", "10.40.4.0/22"])("is accepted with %s", (addresses) => {
    expect(refusalsOf((stack) => void networkIn(stack, addresses))).toEqual([]);
  });
});
