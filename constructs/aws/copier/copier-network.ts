import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { bucketArn, objectsOf } from "../names";
import { printWithinSize } from "../policy/sizes";

export interface CopierNetworkProps {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Address block, halved: agents in the first, the way out in the second. */
  readonly addresses: string;
  readonly availabilityZone: string;
  /** Allocations of the fixed addresses that everything leaves by. */
  readonly egressAllocations: readonly string[];
  /** The one bucket that can be reached from here by S3's own endpoint. */
  readonly bucket: string;
}

const PROP_RULES: readonly PropRule<CopierNetworkProps>[] = [
  {
    holds: ({ egressAllocations }) => egressAllocations.length > 0,
    says: ({ name }) => `network "${name}" has no fixed address: no network source could be pinned to it`,
    help: "allocate at least one address before the first deployment",
  },
  {
    holds: ({ region, availabilityZone }) => availabilityZone.startsWith(region),
    says: ({ region, availabilityZone }) => `zone "${availabilityZone}" is none of region ${region}`,
    help: "expected the region's name followed by a letter",
  },
];

const EVERYWHERE = "0.0.0.0/0";
const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 } as const;

/**
 * What agents need of the task's endpoints, and of the network. The support channel, port 22, is left out. Source: AWS
 * DataSync User Guide, "Network requirements when using VPC endpoints".
 */
const TO_ENDPOINT = [HTTPS, { ipProtocol: "tcp", fromPort: 1024, toPort: 1064 }] as const;
const TO_NETWORK = [
  { ipProtocol: "udp", fromPort: 53, toPort: 53 },
  { ipProtocol: "udp", fromPort: 123, toPort: 123 },
] as const;

/** Where the agents stand: nothing comes in from outside, and what goes out has a fixed address. */
export class CopierNetwork extends Construct {
  readonly subnetId: string;
  readonly agentsGroupId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CopierNetworkProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { name, addresses } = props;
    const vpc = new Vpc(this, "Vpc", {
      cidrBlock: addresses,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name },
    });
    new DefaultSecurityGroup(this, "ClosedGroup", { vpcId: vpc.id });
    const agents = this.subnet("agents", vpc, 0);
    this.subnetId = agents.subnet.id;
    this.wayOut(vpc, agents.routes);
    this.agentsGroupId = this.group("agents", vpc, "agents: out only");
    this.rules(this.endpoint(vpc));
    this.storageEndpoint(vpc, agents.routes);
  }

  /** One of the block's halves, in the zone, with routes of its own. */
  private subnet(name: string, { id: vpcId }: Vpc, half: 0 | 1) {
    const { addresses, availabilityZone } = this.props;
    const tags = { Name: `${this.props.name}-${name}` };
    const cidrBlock = Fn.cidrsubnet(addresses, 1, half);
    const subnet = new Subnet(this, name, { vpcId, cidrBlock, availabilityZone, mapPublicIpOnLaunch: false, tags });
    const routes = new RouteTable(this, `${name}-routes`, { vpcId, tags });
    new RouteTableAssociation(this, `${name}-routing`, { subnetId: subnet.id, routeTableId: routes.id });
    return { subnet, routes };
  }

  private wayOut(vpc: Vpc, agentsRoutes: RouteTable): void {
    const { name, egressAllocations } = this.props;
    const [allocationId = "", ...secondaryAllocationIds] = egressAllocations;
    const internet = new InternetGateway(this, "internet", { vpcId: vpc.id, tags: { Name: name } });
    const egress = this.subnet("egress", vpc, 1);
    egress.routes.putRoute([{ cidrBlock: EVERYWHERE, gatewayId: internet.id }]);
    const nat = new NatGateway(this, "nat", {
      subnetId: egress.subnet.id,
      allocationId,
      ...(secondaryAllocationIds.length > 0 ? { secondaryAllocationIds } : {}),
      tags: { Name: name },
      dependsOn: [internet],
    });
    agentsRoutes.putRoute([{ cidrBlock: EVERYWHERE, natGatewayId: nat.id }]);
  }

  private group(name: string, { id: vpcId }: Vpc, description: string): string {
    return new SecurityGroup(this, `${name}-group`, { name: `${this.props.name}-${name}`, description, vpcId }).id;
  }

  /** Tasks are given to the agents here. That the service takes a policy of the endpoint is unconfirmed: it has none. */
  private endpoint(vpc: Vpc): string {
    const group = this.group("endpoint", vpc, "endpoint of DataSync: from agents only");
    new VpcEndpoint(this, "datasync", {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${this.props.region}.datasync`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: [this.subnetId],
      securityGroupIds: [group],
    });
    return group;
  }

  private rules(endpoint: string): void {
    const { addresses } = this.props;
    for (const [index, ports] of TO_ENDPOINT.entries()) {
      new VpcSecurityGroupIngressRule(this, `endpoint-from-agents-${index}`, {
        securityGroupId: endpoint,
        referencedSecurityGroupId: this.agentsGroupId,
        ...ports,
      });
      new VpcSecurityGroupEgressRule(this, `agents-to-network-${index}`, {
        securityGroupId: this.agentsGroupId,
        cidrIpv4: addresses,
        ...ports,
      });
    }
    for (const [index, ports] of TO_NETWORK.entries())
      new VpcSecurityGroupEgressRule(this, `agents-to-resolver-${index}`, {
        securityGroupId: this.agentsGroupId,
        cidrIpv4: addresses,
        ...ports,
      });
    // The source's addresses change without notice.
    new VpcSecurityGroupEgressRule(this, "agents-to-source", {
      securityGroupId: this.agentsGroupId,
      cidrIpv4: EVERYWHERE,
      ...HTTPS,
    });
  }

  /** Whatever speaks to S3 of this region from here reaches one bucket, with credentials of this account. */
  private storageEndpoint(vpc: Vpc, routes: RouteTable): void {
    const { region, account, bucket } = this.props;
    new VpcEndpoint(this, "s3", {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [routes.id],
      policy: printWithinSize(this, "endpoint", [
        {
          sid: "Copies",
          effect: "Allow",
          principal: "*",
          actions: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
          resources: [bucketArn(bucket), objectsOf(bucket)],
          conditions: { StringEquals: { "aws:PrincipalAccount": [account] } },
        },
      ]),
    });
  }
}
