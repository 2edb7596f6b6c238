import type { Compute, Row } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { isList, textOf, UNKNOWN, type Value } from "../schema/value";
import { characters, hex } from "../world/ids";
import type { World } from "../world/world";
import { byAttribute, byName, ec2, ofDefaultNetwork, perRegion, regional, text } from "./forms";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const LETTERS = ["a", "b", "c", "d", "e", "f"];

const defaultVpc: Compute = (of) => ofDefaultNetwork("vpc", of);

const vpcOf = (of: Lookup, world: World) => byAttribute(world, "aws_vpc", "id", of("vpc_id"));

/** The group that a network was born with; one of its own where the network is not of this world. */
const defaultGroup: Compute = (of, world) =>
  vpcOf(of, world)?.["default_security_group_id"] ?? `sg-0${hex(`default of ${text(of, "vpc_id")}`, 16)}`;

/** Source: internal/service/ec2, routeCreateID. */
const routeId: Compute = (of) =>
  `r-${text(of, "route_table_id")}${text(of, "crc:destination_cidr_block|crc:destination_ipv6_cidr_block|crc:destination_prefix_list_id")}`;

/** A zone by its id, the first of the region where none is said. */
const zoneName: Compute = (of) => {
  const number = /(\d+)$/.exec(text(of, "availability_zone_id"))?.[1] ?? "1";
  return `${text(of, "region")}${LETTERS[Number(number) - 1] ?? "a"}`;
};

const zoneId: Compute = (of) => `${text(of, "zone_id")}${LETTERS.indexOf(text(of, "availability_zone").slice(-1)) + 1 || 1}`;

/** An endpoint without a policy lets everything through. Source: VPC User Guide, default endpoint policy. */
const FULL_ACCESS = JSON.stringify({
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
  Version: "2008-10-17",
});

const isInterface = (of: Lookup) => of("vpc_endpoint_type") === "Interface";

/** `com.amazonaws.us-east-1.datasync`: the service's own part of its name. */
const serviceOf = (of: Lookup) =>
  text(of, "service_name")
    .split(`.${text(of, "region")}.`)
    .at(-1) ?? "";

/** The names of an interface endpoint: its own, and the service's where private DNS is on. Source: VPC User Guide, DNS hostnames of an interface endpoint. */
const dnsEntries: Compute = (of) => {
  if (!isInterface(of)) return [];
  const [id, region, suffix] = [text(of, "id"), text(of, "region"), text(of, "dns_suffix")];
  const hostedZone = (of: string) => `Z${characters(`${region} ${of}`, 20, UPPER)}`;
  const own = {
    dns_name: `${id}-${text(of, "lower:8")}.${serviceOf(of)}.${region}.vpce.${suffix}`,
    hosted_zone_id: hostedZone("vpce"),
  };
  const privateOne = { dns_name: `${serviceOf(of)}.${region}.${suffix}`, hosted_zone_id: hostedZone(id) };
  return of("private_dns_enabled") === true ? [own, privateOne] : [own];
};

const networkInterfaces: Compute = (of) => {
  const subnets = of("subnet_ids");
  return isInterface(of) && isList(subnets)
    ? subnets.map((subnet) => `eni-0${hex(`${text(of, "id")} ${textOf(subnet)}`, 16)}`)
    : [];
};

const endpointGroups: Compute = (of, world) => {
  const own = vpcOf(of, world)?.["default_security_group_id"];
  return isInterface(of) && own ? [own] : [];
};

const rule: Row = {
  values: {
    id: "{security_group_rule_id}",
    security_group_rule_id: "sgr-0{hex:16}",
    arn: regional("ec2", "security-group-rule/{id}"),
  },
};

/** Sources: provider documentation, Attribute Reference and Import; VPC User Guide; EC2 API Reference (defaults of CreateVpcEndpoint, CreateSubnet). */
export const VPC: Readonly<Record<string, Row>> = {
  aws_default_security_group: {
    planned: { description: "default VPC security group" },
    values: {
      id: defaultGroup,
      arn: regional("ec2", "security-group/{id}"),
      name: "default",
      name_prefix: "",
      owner_id: "{account}",
      vpc_id: defaultVpc,
    },
  },
  aws_internet_gateway: ec2("igw", "internet-gateway", { vpc_id: "" }),
  aws_network_acl: ec2("acl", "network-acl"),
  aws_route: { values: { id: routeId, origin: "CreateRoute", state: "active" } },
  aws_route_table: ec2("rtb", "route-table"),
  aws_route_table_association: byName("rtbassoc-0{hex:16}"),
  aws_security_group: { ...ec2("sg", "security-group", { vpc_id: defaultVpc }), unique: perRegion("{vpc_id}|{name}") },
  aws_subnet: {
    planned: { private_dns_hostname_type_on_launch: "ip-name" },
    ...ec2("subnet", "subnet", { availability_zone: zoneName, availability_zone_id: zoneId, ipv6_cidr_block_association_id: "" }),
  },
  aws_vpc: {
    planned: { enable_dns_hostnames: false, enable_network_address_usage_metrics: false },
    ...ec2("vpc", "vpc", {
      default_network_acl_id: "acl-0{hex:16}",
      default_route_table_id: "rtb-0{hex:16}",
      default_security_group_id: "sg-0{hex:16}",
      main_route_table_id: "{default_route_table_id}",
      dhcp_options_id: "dopt-0{hex:16}",
      ipv6_association_id: "",
      ipv6_cidr_block: "",
      ipv6_cidr_block_network_border_group: "",
    }),
  },
  aws_vpc_endpoint: {
    planned: {
      private_dns_enabled: false,
      policy: (of): Value => (of("vpc_endpoint_type") === "GatewayLoadBalancer" ? UNKNOWN : FULL_ACCESS),
    },
    ...ec2("vpce", "vpc-endpoint", {
      cidr_blocks: [],
      dns_entry: dnsEntries,
      ip_address_type: "ipv4",
      network_interface_ids: networkInterfaces,
      prefix_list_id: (of) => (isInterface(of) ? "" : `pl-${hex(text(of, "service_name"), 8)}`),
      requester_managed: false,
      security_group_ids: endpointGroups,
      service_region: "{region}",
      state: "available",
    }),
  },
  aws_vpc_endpoint_policy: { planned: { policy: FULL_ACCESS }, ...byName("{vpc_endpoint_id}") },
  aws_vpc_security_group_egress_rule: rule,
  aws_vpc_security_group_ingress_rule: rule,
};
