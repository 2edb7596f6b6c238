import { CoreInternetGateway } from "@cdktf/provider-oci/lib/core-internet-gateway";
import { CoreNetworkSecurityGroup } from "@cdktf/provider-oci/lib/core-network-security-group";
import { CoreNetworkSecurityGroupSecurityRule } from "@cdktf/provider-oci/lib/core-network-security-group-security-rule";
import { CoreRouteTable } from "@cdktf/provider-oci/lib/core-route-table";
import { CoreSubnet } from "@cdktf/provider-oci/lib/core-subnet";
import { Construct } from "constructs";
import { refuse } from "../../refusal";
import { sixteenth } from "../address-block";
import type { Compartment } from "../compartment";
import type { PrivateNetwork } from "../private-network";

export interface EdgeNetworkProps {
  /** Of the gateway; the subnet is in the network's own. */
  readonly compartment: Compartment;
  readonly networks: Compartment;
  readonly name: string;
  readonly network: PrivateNetwork;
  /** Of the app tier. */
  readonly port: number;
}

const TCP = "6";
const HTTPS_PORT = 443;
const ANYWHERE = "0.0.0.0/0";

/**
 * The one subnet of a network that the internet reaches, on one port, and that reaches the app tier, on one port, and
 * nothing else. No prop opens another.
 */
export class EdgeNetwork extends Construct {
  readonly subnetId: string;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: EdgeNetworkProps) {
    super(scope, id);
    const { networks, name, network, port } = props;
    const block = sixteenth(network.addresses, 2);
    if (!block)
      refuse(this, {
        message: `"${network.addresses}" can't be divided into subnets`,
        help: "expected a block between /16 and /22 on its own boundary, such as 10.40.0.0/16",
      });
    const gateway = this.gateway(props);
    const routes = new CoreRouteTable(this, "Routes", {
      compartmentId: networks.id,
      vcnId: network.vcnId,
      displayName: name,
      routeRules: [
        { destination: ANYWHERE, destinationType: "CIDR_BLOCK", networkEntityId: gateway, description: "answers to users" },
      ],
    });
    this.subnetId = new CoreSubnet(this, "Resource", {
      compartmentId: networks.id,
      vcnId: network.vcnId,
      displayName: "edge",
      dnsLabel: "edge",
      cidrBlock: block ?? network.addresses,
      routeTableId: routes.id,
      prohibitInternetIngress: false,
    }).id;
    const group = new CoreNetworkSecurityGroup(this, "Group", {
      compartmentId: networks.id,
      vcnId: network.vcnId,
      displayName: "edge",
    });
    this.securityGroupId = group.id;
    this.allow("users-in", group.id, { direction: "INGRESS", source: ANYWHERE, sourceType: "CIDR_BLOCK" }, HTTPS_PORT);
    const app = network.apps.id;
    this.allow("app-out", group.id, { direction: "EGRESS", destination: app, destinationType: "NETWORK_SECURITY_GROUP" }, port);
    this.allow("app-in", app, { direction: "INGRESS", source: group.id, sourceType: "NETWORK_SECURITY_GROUP" }, port);
  }

  private gateway({ compartment, name, network }: EdgeNetworkProps): string {
    return new CoreInternetGateway(this, "Gateway", {
      compartmentId: compartment.id,
      vcnId: network.vcnId,
      displayName: name,
      enabled: true,
    }).id;
  }

  private allow(id: string, networkSecurityGroupId: string, way: Way, port: number): void {
    const tcpOptions = { destinationPortRange: { min: port, max: port } };
    new CoreNetworkSecurityGroupSecurityRule(this, id, { networkSecurityGroupId, protocol: TCP, ...way, tcpOptions });
  }
}

type Way =
  | { readonly direction: "INGRESS"; readonly source: string; readonly sourceType: string }
  | { readonly direction: "EGRESS"; readonly destination: string; readonly destinationType: string };
