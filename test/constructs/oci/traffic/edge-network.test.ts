import { describe, expect, test } from "@jest/globals";
import { edgeIn } from "../../../support/construct-edge";
import { allOf, oneOf, refusalsOf, synthesizeStack, typesIn } from "../../../support/construct-stack";

const json = synthesizeStack((stack) => void edgeIn(stack));
const subnets = allOf(json, "oci_core_subnet");
const [edge] = subnets.filter(({ display_name }) => display_name === "edge");
const group = (reference = "") => /\.([\w-]+?)_[0-9A-F]{8}\.id/.exec(reference)?.[1] ?? reference;

describe("the edge of a network", () => {
  test("adds a way in from the internet, and no NAT, no peering and no address", () => {
    expect(typesIn(json).filter((type) => /gateway|public_ip|peering|drg|nat/.test(type))).toEqual([
      "oci_core_internet_gateway",
      "oci_core_service_gateway",
    ]);
  });

  test.each([
    ["a gateway that is on", oneOf(json, "oci_core_internet_gateway").enabled, true],
    [
      "a gateway in the edge's compartment",
      oneOf(json, "oci_core_internet_gateway").compartment_id,
      expect.stringContaining("compartment-edge"),
    ],
    ["a subnet beside the others", edge?.cidr_block, "10.40.32.0/20"],
    ["a subnet in the networks' compartment", edge?.compartment_id, expect.stringContaining("compartment-network")],
    ["a subnet that the internet reaches", edge?.prohibit_internet_ingress, false],
    ["a subnet with routes of its own", edge?.route_table_id, expect.stringMatching(/edge_Routes_\w+\.id/)],
  ])("has %s", (_, actual, expected) => expect(actual).toEqual(expected));

  test("leaves the other subnets closed, with routes that don't lead to the internet", () => {
    const others = subnets.filter((subnet) => subnet !== edge);
    expect(others.map(({ prohibit_internet_ingress }) => prohibit_internet_ingress)).toEqual([true, true]);
    expect(others.filter(({ route_table_id }) => /edge/.test(route_table_id))).toEqual([]);
  });

  test("has one route: to the internet, through its own gateway", () => {
    const [routes] = allOf(json, "oci_core_route_table").filter(({ display_name }) => display_name === "us-edge");
    expect(routes?.route_rules).toEqual([
      expect.objectContaining({
        destination: "0.0.0.0/0",
        destination_type: "CIDR_BLOCK",
        network_entity_id: expect.stringMatching(/^\$\{oci_core_internet_gateway\.\w+\.id\}$/),
      }),
    ]);
  });

  test("lets users in on 443 and reaches the app on its port, and nothing else, over TCP", () => {
    const rules = allOf(json, "oci_core_network_security_group_security_rule")
      .map((rule) => {
        const { min, max } = rule.tcp_options.destination_port_range;
        const other = group(rule.source ?? rule.destination);
        return `${group(rule.network_security_group_id)} ${rule.direction} ${other} ${rule.protocol}:${min}-${max}`;
      })
      .filter((rule) => /edge/.test(rule));
    expect(rules.sort()).toEqual([
      "edge_Group EGRESS network_group-app 6:8443-8443",
      "edge_Group INGRESS 0.0.0.0/0 6:443-443",
      "network_group-app INGRESS edge_Group 6:8443-8443",
    ]);
  });
});

describe("the edge of a network of another size", () => {
  test.each([
    ["/16", "10.40.0.0/16", "10.40.32.0/20"],
    ["/22", "10.41.4.0/22", "10.41.4.128/26"],
  ])("%s has the third sixteenth", (_, addresses, block) => {
    const stack = synthesizeStack((made) => void edgeIn(made, addresses));
    expect(allOf(stack, "oci_core_subnet").find(({ display_name }) => display_name === "edge")?.cidr_block).toBe(block);
  });

  test("that has no sixteenths is refused, as the network itself is", () => {
    expect(refusalsOf((stack) => void edgeIn(stack, "10.40.0.0/23"))).toContain(
      `[test/edge] "10.40.0.0/23" can't be divided into subnets: expected a block between /16 and /22 on its own boundary, such as 10.40.0.0/16`,
    );
  });
});
