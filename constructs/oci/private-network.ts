import { CoreDefaultRouteTable } from "@cdktf/provider-oci/lib/core-default-route-table";
import { CoreDefaultSecurityList } from "@cdktf/provider-oci/lib/core-default-security-list";
import { CoreNetworkSecurityGroup } from "@cdktf/provider-oci/lib/core-network-security-group";
import { CoreNetworkSecurityGroupSecurityRule } from "@cdktf/provider-oci/lib/core-network-security-group-security-rule";
import { CoreRouteTable } from "@cdktf/provider-oci/lib/core-route-table";
import { CoreServiceGateway } from "@cdktf/provider-oci/lib/core-service-gateway";
import { CoreSubnet } from "@cdktf/provider-oci/lib/core-subnet";
import { CoreVcn } from "@cdktf/provider-oci/lib/core-vcn";
import { DataOciCoreServices } from "@cdktf/provider-oci/lib/data-oci-core-services";
import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import { refuse } from "../refusal";
import { sixteenth } from "./address-block";
import type { Compartment } from "./compartment";

export interface PrivateNetworkProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly region: OciRegion;
  /** IPv4 block of the network, /16 to /22; its subnets are sixteenths of it. */
  readonly addresses: string;
  /** Label of the network in host names: letters and digits. */
  readonly dnsLabel: string;
  /** Where the configuration says the addresses, for a refusal. */
  readonly addressesFrom?: readonly string[];
}

const TCP = "6";
/** Autonomous Database over mutual TLS. */
const DATABASE_PORT = 1522;
const HTTPS_PORT = 443;

/**
 * A network without a way to the internet: no internet gateway, no NAT, no public address. What is in it reaches
 * Oracle's services of its own region through a service gateway, and each other where a rule says so.
 */
export class PrivateNetwork extends Construct {
  readonly vcnId: string;
  readonly addresses: string;
  readonly app: { readonly id: string; readonly addresses: string };
  readonly data: { readonly id: string; readonly addresses: string };
  /** Security groups: of the app tier, of the databases, of the endpoint of Object Storage. */
  readonly apps: CoreNetworkSecurityGroup;
  readonly databases: CoreNetworkSecurityGroup;
  readonly endpoints: CoreNetworkSecurityGroup;
  private readonly props: PrivateNetworkProps;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    this.props = props;
    const { compartment, name, addresses, dnsLabel } = props;
    this.addresses = addresses;
    const vcn = new CoreVcn(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      cidrBlocks: [addresses],
      dnsLabel,
      isIpv6Enabled: false,
    });
    this.vcnId = vcn.id;
    this.emptyDefaults(vcn);
    const routes = this.routesToServices();
    this.app = this.subnet("app", 0, routes);
    this.data = this.subnet("data", 1, routes);
    this.apps = this.securityGroup("app");
    this.databases = this.securityGroup("databases");
    this.endpoints = this.securityGroup("endpoints");
    this.connect("app-to-databases", this.apps, this.databases, DATABASE_PORT);
    this.connect("app-to-endpoints", this.apps, this.endpoints, HTTPS_PORT);
    this.allowServices("app-to-services", this.apps);
  }

  /** The lists that a network is born with allow SSH from everywhere: they are emptied, and nothing uses them. */
  private emptyDefaults(vcn: CoreVcn): void {
    new CoreDefaultSecurityList(this, "DefaultSecurityList", { manageDefaultResourceId: vcn.defaultSecurityListId });
    new CoreDefaultRouteTable(this, "DefaultRouteTable", { manageDefaultResourceId: vcn.defaultRouteTableId });
  }

  private routesToServices(): string {
    const { compartment, name } = this.props;
    const services = new DataOciCoreServices(this, "Services", {
      filter: [{ name: "name", values: ["All .* Services In Oracle Services Network"], regex: true }],
    });
    const gateway = new CoreServiceGateway(this, "ServiceGateway", {
      compartmentId: compartment.id,
      vcnId: this.vcnId,
      displayName: `${name}-services`,
      services: [{ serviceId: services.services.get(0).id }],
    });
    return new CoreRouteTable(this, "Routes", {
      compartmentId: compartment.id,
      vcnId: this.vcnId,
      displayName: `${name}-services`,
      routeRules: [
        {
          destination: this.serviceAddresses,
          destinationType: "SERVICE_CIDR_BLOCK",
          networkEntityId: gateway.id,
          description: "Oracle's services of this region, never the internet",
        },
      ],
    }).id;
  }

  private subnet(name: string, index: number, routeTableId: string) {
    const { compartment, addresses, addressesFrom } = this.props;
    const block = sixteenth(addresses, index);
    if (!block)
      refuse(this, {
        message: `"${addresses}" can't be divided into subnets`,
        help: "expected a block between /16 and /22 on its own boundary, such as 10.40.0.0/16",
        ...(addressesFrom ? { about: addressesFrom } : {}),
      });
    const { id } = new CoreSubnet(this, `subnet-${name}`, {
      compartmentId: compartment.id,
      vcnId: this.vcnId,
      displayName: name,
      dnsLabel: name,
      cidrBlock: block ?? addresses,
      routeTableId,
      // Also forbids public addresses; naming both bans is refused by the service.
      prohibitInternetIngress: true,
    });
    return { id, addresses: block ?? addresses };
  }

  private securityGroup(name: string): CoreNetworkSecurityGroup {
    const { compartment } = this.props;
    return new CoreNetworkSecurityGroup(this, `group-${name}`, {
      compartmentId: compartment.id,
      vcnId: this.vcnId,
      displayName: name,
    });
  }

  private connect(name: string, from: CoreNetworkSecurityGroup, to: CoreNetworkSecurityGroup, port: number): void {
    const tcpOptions = { destinationPortRange: { min: port, max: port } };
    new CoreNetworkSecurityGroupSecurityRule(this, `${name}-out`, {
      networkSecurityGroupId: from.id,
      direction: "EGRESS",
      protocol: TCP,
      destination: to.id,
      destinationType: "NETWORK_SECURITY_GROUP",
      tcpOptions,
    });
    new CoreNetworkSecurityGroupSecurityRule(this, `${name}-in`, {
      networkSecurityGroupId: to.id,
      direction: "INGRESS",
      protocol: TCP,
      source: from.id,
      sourceType: "NETWORK_SECURITY_GROUP",
      tcpOptions,
    });
  }

  private allowServices(name: string, from: CoreNetworkSecurityGroup): void {
    new CoreNetworkSecurityGroupSecurityRule(this, name, {
      networkSecurityGroupId: from.id,
      direction: "EGRESS",
      protocol: TCP,
      destination: this.serviceAddresses,
      destinationType: "SERVICE_CIDR_BLOCK",
      tcpOptions: { destinationPortRange: { min: HTTPS_PORT, max: HTTPS_PORT } },
    });
  }

  /** The label of the service gateway's addresses: all services of the region in Oracle's network. */
  private get serviceAddresses(): string {
    return `all-${this.props.region.key.toLowerCase()}-services-in-oracle-services-network`;
  }
}
