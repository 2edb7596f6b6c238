import type { TerraformStack } from "cdktf";
import { EdgeNetwork, type EdgeNetworkProps } from "../../constructs/oci/traffic/edge-network";
import { TlsLoadBalancer, type TlsLoadBalancerProps } from "../../constructs/oci/traffic/tls-load-balancer";
import { WebFirewall, type WebFirewallProps } from "../../constructs/oci/traffic/web-firewall";
import { groundOf, networkOf, PHOENIX } from "./construct-stack";

/** What the edge of a region stands on: its compartment, and the private network that it is put into. */
export function edgeIn(stack: TerraformStack, addresses?: string, overrides: Partial<EdgeNetworkProps> = {}) {
  const { compartment, root } = groundOf(stack);
  const networks = compartment("network", root);
  const edge = compartment("edge", root);
  const network = networkOf(stack, networks, addresses);
  const made = new EdgeNetwork(stack, "edge", {
    compartment: edge,
    networks,
    name: "us-edge",
    network,
    port: 8443,
    ...overrides,
  });
  return { compartment: edge, root, oversight: compartment("oversight", root), edge: made };
}

/** A load balancer of Phoenix in front of two instances, unless told otherwise. */
export function loadBalancerIn(stack: TerraformStack, overrides: Partial<TlsLoadBalancerProps> = {}) {
  const ground = edgeIn(stack);
  const loadBalancer = new TlsLoadBalancer(stack, "load-balancer", {
    compartment: ground.compartment,
    name: "us-edge",
    edge: ground.edge,
    certificate: "ocid1.certificate.oc1.phx.acme",
    region: PHOENIX,
    backends: ["10.40.0.2", "10.40.0.3"],
    port: 8443,
    healthPath: "/health",
    bandwidthMbps: { minimum: 100, maximum: 2000 },
    ...overrides,
  });
  return { ...ground, loadBalancer };
}

/** A firewall before that load balancer. */
export function firewallIn(stack: TerraformStack, overrides: Partial<WebFirewallProps> = {}) {
  const ground = loadBalancerIn(stack);
  const firewall = new WebFirewall(stack, "firewall", {
    compartment: ground.compartment,
    name: "us-edge",
    jurisdiction: "US",
    loadBalancer: ground.loadBalancer,
    requestsFromOutside: "log",
    ...overrides,
  });
  return { ...ground, firewall };
}
