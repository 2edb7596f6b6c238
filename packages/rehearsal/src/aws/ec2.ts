import type { Compute, Row } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import type { Value } from "../schema/value";
import type { World } from "../world/world";
import { addressIn, documentationAddress, privateName, publicName } from "./address";
import { byAttribute, byName, counted, ec2, ofDefaultNetwork, perRegion, text } from "./forms";

/** The default of `log_format`. Source: VPC User Guide, Flow log records, default format (version 2). */
const FLOW_LOG_FORMAT =
  "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

const subnetOf = (of: Lookup, world: World) => byAttribute(world, "aws_subnet", "id", of("subnet_id"));

const number = (of: Lookup) => Number(of("digits:9"));

/** An address of the subnet; of a private network where the subnet isn't of this world. */
const privateIp: Compute = (of, world) =>
  addressIn(String(subnetOf(of, world)?.["cidr_block"] ?? ""), number(of)) ?? addressIn("172.31.0.0/16", number(of)) ?? "";

const privateDns: Compute = (of) => privateName(text(of, "private_ip"), text(of, "region"));

const hasPublicIp = (of: Lookup, world: World) =>
  of("associate_public_ip_address") === true || subnetOf(of, world)?.["map_public_ip_on_launch"] === true;

const publicIp: Compute = (of) => documentationAddress(number(of));
const publicDns: Compute = (of) => publicName(text(of, "public_ip"), text(of, "region"), text(of, "dns_suffix"));

/** The default group of the subnet's network. Source: EC2 API Reference, RunInstances, CreateNetworkInterface. */
const defaultGroups: Compute = (of, world) => {
  const vpc = byAttribute(world, "aws_vpc", "id", subnetOf(of, world)?.["vpc_id"]);
  return [vpc?.["default_security_group_id"] ?? ofDefaultNetwork("sg", of)];
};

const zone: Compute = (of, world) => subnetOf(of, world)?.["availability_zone"] ?? `${text(of, "region")}a`;

const oneAddress: Compute = (of): Value => [text(of, "private_ip")];

/** Sources: provider documentation, Attribute Reference and Import; EC2 User Guide, Resource IDs; EC2 API Reference. */
export const EC2: Readonly<Record<string, Row>> = {
  aws_ebs_volume: ec2("vol", "volume", { create_time: "{now}", encrypted: false, type: "gp2" }),
  aws_eip: ec2("eipalloc", "elastic-ip", {
    allocation_id: "{id}",
    domain: "vpc",
    network_border_group: "{region}",
    public_dns: publicDns,
    public_ip: publicIp,
    public_ipv4_pool: "amazon",
  }),
  aws_flow_log: {
    planned: { log_format: () => FLOW_LOG_FORMAT },
    ...ec2("fl", "vpc-flow-log"),
  },
  aws_instance: {
    ...ec2("i", "instance", {
      associate_public_ip_address: hasPublicIp,
      availability_zone: zone,
      instance_initiated_shutdown_behavior: "stop",
      instance_state: "running",
      "primary_network_interface.delete_on_termination": true,
      primary_network_interface_id: "eni-0{hex:16}",
      private_dns: privateDns,
      private_ip: privateIp,
      subnet_id: (of) => ofDefaultNetwork("subnet", of),
      public_dns: (of, world, scope) => (hasPublicIp(of, world) ? publicDns(of, world, scope) : ""),
      public_ip: (of, world, scope) => (hasPublicIp(of, world) ? publicIp(of, world, scope) : ""),
      tenancy: "default",
      vpc_security_group_ids: defaultGroups,
      "ebs_block_device.volume_id": "vol-0{hex:16}",
      "root_block_device.device_name": "/dev/xvda",
      "root_block_device.volume_id": "vol-0{hex:16}",
      "metadata_options.http_put_response_hop_limit": 1,
      "metadata_options.instance_metadata_tags": "disabled",
    }),
  },
  aws_launch_template: {
    ...ec2("lt", "launch-template", { default_version: 1, latest_version: counted("aws_launch_template", "latest_version") }),
    unique: perRegion("{name}"),
  },
  aws_nat_gateway: {
    ...byName("nat-0{hex:16}", undefined, {
      association_id: (of) => (of("connectivity_type") === "private" ? "" : `eipassoc-0${text(of, "hex:16")}`),
      availability_mode: "zonal",
      network_interface_id: "eni-0{hex:16}",
      private_ip: privateIp,
      public_ip: (of, world) => byAttribute(world, "aws_eip", "id", of("allocation_id"))?.["public_ip"] ?? "",
      vpc_id: (of, world) => subnetOf(of, world)?.["vpc_id"] ?? "",
    }),
  },
  aws_network_interface: ec2("eni", "network-interface", {
    interface_type: "interface",
    mac_address: "02:{hex:2}:5e:10:00:01",
    private_dns_name: privateDns,
    private_ip: privateIp,
    private_ips: oneAddress,
    private_ip_list: oneAddress,
    security_groups: defaultGroups,
    "attachment.attachment_id": "eni-attach-0{hex:16}",
  }),
};
