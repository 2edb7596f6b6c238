import { type ObjectValue, objectsIn, textOf } from "../../schema/value";
import { byId, having } from "../look";
import { isInside, overlap, rangeOf } from "../ranges";
import type { RefusalRow } from "../row";

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The ranges of a network, however they are written. */
const rangesOf = (vcn: ObjectValue) =>
  [...new Set([textOf(vcn["cidr_block"]), ...texts(vcn["cidr_blocks"])])].filter((one) => one !== "");

/** What lies in a network, and what lies in a subnet, by the argument that says so. */
const IN_NETWORK = [
  ["oci_core_subnet", "vcn_id"],
  ["oci_core_internet_gateway", "vcn_id"],
  ["oci_core_nat_gateway", "vcn_id"],
  ["oci_core_service_gateway", "vcn_id"],
  ["oci_core_network_security_group", "vcn_id"],
] as const;
const IN_SUBNET = [
  ["oci_core_instance", "subnet_id"],
  ["oci_database_autonomous_database", "subnet_id"],
  ["oci_objectstorage_private_endpoint", "subnet_id"],
  ["oci_bastion_bastion", "target_subnet_id"],
] as const;

/** Sources: OCI documentation, Networking (VCNs and Subnets, Route Tables, Service Gateway, Network Security Groups). */
export const NETWORK: readonly RefusalRow[] = [
  {
    id: "core/range",
    types: ["oci_core_vcn", "oci_core_subnet"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const wrong = rangesOf(wanted).find((one) => !rangeOf(one));
      return wrong && `"${wrong}" is no range of addresses: its address must be the first of the range`;
    },
    source: "Networking API, CreateVcnDetails, cidrBlocks",
  },
  {
    id: "core/range-size",
    types: ["oci_core_vcn", "oci_core_subnet"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const wrong = rangesOf(wanted).find((one) => {
        const length = Number(one.split("/")[1]);
        return length < 16 || length > 30;
      });
      return wrong && `"${wrong}" must be between /16 and /30`;
    },
    source: "Networking, Allowed VCN Size and Address Ranges",
  },
  {
    id: "core/subnet-outside",
    types: ["oci_core_subnet"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const vcn = byId(world, "oci_core_vcn", wanted["vcn_id"]);
      const own = rangeOf(textOf(wanted["cidr_block"]));
      const outer = vcn ? rangesOf(vcn).flatMap((one) => rangeOf(one) ?? []) : [];
      return own && vcn && !outer.some((one) => isInside(own, one))
        ? `the range ${textOf(wanted["cidr_block"])} is not within the network's ${rangesOf(vcn).join(", ")}`
        : undefined;
    },
    source: "Networking, Overview of VCNs and Subnets",
  },
  {
    id: "core/subnets-overlap",
    types: ["oci_core_subnet"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const own = rangeOf(textOf(wanted["cidr_block"]));
      const other = having(world, "oci_core_subnet", "vcn_id", textOf(wanted["vcn_id"])).find((one) => {
        const range = rangeOf(textOf(one["cidr_block"]));
        return own && range && overlap(own, range);
      });
      return (
        other &&
        `The requested CIDR ${textOf(wanted["cidr_block"])} is invalid: subnet ${textOf(other["id"])} with CIDR ${textOf(other["cidr_block"])} overlaps with this CIDR`
      );
    },
    source: "Networking, Overview of VCNs and Subnets",
  },
  {
    id: "core/network-in-use",
    types: ["oci_core_vcn"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) => {
      const user = IN_NETWORK.find(([type, argument]) => having(world, type, argument, textOf(wanted["id"])).length > 0);
      return user && `the network still has a ${user[0].replace("oci_core_", "").replaceAll("_", " ")}`;
    },
    source: "Networking, Deleting a VCN",
  },
  {
    id: "core/subnet-in-use",
    types: ["oci_core_subnet"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) => {
      const id = textOf(wanted["id"]);
      const user = IN_SUBNET.find(([type, argument]) => having(world, type, argument, id).length > 0);
      const balancer = world.all("oci_load_balancer_load_balancer").some((one) => texts(one["subnet_ids"]).includes(id));
      const container = world
        .all("oci_container_instances_container_instance")
        .some((one) => objectsIn(one["vnics"]).some((vnic) => vnic["subnet_id"] === id));
      const what =
        user?.[0] ??
        (balancer ? "oci_load_balancer_load_balancer" : container ? "oci_container_instances_container_instance" : undefined);
      return (
        what &&
        `The Subnet ${id} references the VNIC of a ${what.replace("oci_", "").replaceAll("_", " ")}. You must remove the reference to proceed with this operation`
      );
    },
    source: "Networking, Deleting a Subnet",
  },
  {
    id: "core/route-table-in-use",
    types: ["oci_core_route_table"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_core_subnet", "route_table_id", textOf(wanted["id"])).length > 0
        ? "the route table is in use by a subnet"
        : undefined,
    source: "Networking, Deleting a Route Table",
  },
  {
    id: "core/group-in-use",
    types: ["oci_core_network_security_group"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) => {
      const id = textOf(wanted["id"]);
      const lists = [
        ...world.all("oci_database_autonomous_database").map((one) => one["nsg_ids"]),
        ...world.all("oci_load_balancer_load_balancer").map((one) => one["network_security_group_ids"]),
        ...world
          .all("oci_container_instances_container_instance")
          .flatMap((one) => objectsIn(one["vnics"]).map((vnic) => vnic["nsg_ids"])),
      ];
      return lists.some((list) => texts(list).includes(id)) ? "the network security group still has VNICs in it" : undefined;
    },
    source: "Networking, Network Security Groups, Deleting a Network Security Group",
  },
  {
    id: "core/two-public-bans",
    types: ["oci_core_subnet"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      wanted["prohibit_internet_ingress"] === true && wanted["prohibit_public_ip_on_vnic"] === false
        ? "a subnet that no traffic of the internet enters has no public addresses"
        : undefined,
    source: "Networking API, CreateSubnetDetails, prohibitInternetIngress",
  },
  {
    id: "core/second-service-gateway",
    types: ["oci_core_service_gateway"],
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: ({ wanted, world }) =>
      having(world, "oci_core_service_gateway", "vcn_id", textOf(wanted["vcn_id"])).length > 0
        ? "a network has one service gateway at most"
        : undefined,
    source: "Networking, Access to Oracle Services: Service Gateway",
  },
  {
    id: "core/second-internet-gateway",
    types: ["oci_core_internet_gateway"],
    on: ["create"],
    code: "400-LimitExceeded",
    refuses: ({ wanted, world }) =>
      having(world, "oci_core_internet_gateway", "vcn_id", textOf(wanted["vcn_id"])).length > 0
        ? "a network has one internet gateway at most"
        : undefined,
    source: "Networking, Internet Gateway",
  },
  {
    id: "core/rule-without-end",
    types: ["oci_core_network_security_group_security_rule"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const [end, type] =
        wanted["direction"] === "INGRESS" ? (["source", "source_type"] as const) : (["destination", "destination_type"] as const);
      return textOf(wanted[end]) === "" || textOf(wanted[type]) === ""
        ? `a rule for ${textOf(wanted["direction"])} has a ${end} and a ${type}`
        : undefined;
    },
    source: "Networking API, AddSecurityRuleDetails",
  },
  {
    id: "bastion/session-time",
    types: ["oci_bastion_bastion"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const seconds = Number(wanted["max_session_ttl_in_seconds"] ?? 1800);
      return seconds < 1800 || seconds > 10_800 ? "a session lasts 30 minutes to 3 hours" : undefined;
    },
    source: "Bastion API, CreateBastionDetails, maxSessionTtlInSeconds",
  },
];
