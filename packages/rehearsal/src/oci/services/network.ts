import type { Row, Rows, Templates } from "../../engine/cloud";
import { inState, of } from "./shared";

const available = (more: Templates = {}): Row => inState("AVAILABLE", more);

/** What a network is born with is taken over, not created: it keeps its id and its compartment. */
const defaultOf = (where: string): Row => ({
  ...available({ id: "{manage_default_resource_id}" }),
  links: { compartment_id: { type: "oci_core_vcn", where, equals: "manage_default_resource_id", take: "compartment_id" } },
});

const ofVcn = (take: string) => of("oci_core_vcn", "vcn_id", take);

/** Source: Networking API, the data types of the same names. */
export const NETWORK: Rows = {
  oci_core_capture_filter: available(),
  oci_core_default_route_table: defaultOf("default_route_table_id"),
  oci_core_default_security_list: defaultOf("default_security_list_id"),
  oci_core_dhcp_options: available({ domain_name_type: "VCN_DOMAIN" }),
  oci_core_drg: available({
    default_drg_route_tables: [
      {
        vcn: "{ocid:drgroutetable}",
        ipsec_tunnel: "{attached_route_table}",
        remote_peering_connection: "{attached_route_table}",
        virtual_circuit: "{attached_route_table}",
      },
    ],
    attached_route_table: "{ocid:drgroutetable}",
    default_export_drg_route_distribution_id: "{ocid:drgroutedistribution}",
    redundancy_status: "NOT_AVAILABLE",
  }),
  oci_core_drg_attachment: {
    values: { state: "ATTACHED", vcn_id: "{network_details.0.id}" },
    links: {
      compartment_id: of("oci_core_drg", "drg_id", "compartment_id"),
      drg_route_table_id: of("oci_core_drg", "drg_id", "default_drg_route_tables.0.vcn"),
      export_drg_route_distribution_id: of("oci_core_drg", "drg_id", "default_export_drg_route_distribution_id"),
    },
  },
  oci_core_internet_gateway: available(),
  oci_core_nat_gateway: {
    planned: { block_traffic: false },
    ...available({ nat_ip: "{public:nat}", public_ip_id: "{ocid:publicip}" }),
  },
  oci_core_network_security_group: available(),
  oci_core_network_security_group_security_rule: {
    planned: { stateless: false },
    values: { id: "{upper:6}", is_valid: true },
  },
  // Reserved and not assigned, unless it is told to what.
  oci_core_public_ip: {
    values: {
      state: "{if:ASSIGNED=private_ip_id|'AVAILABLE'}",
      scope: "REGION",
      ip_address: "{public:ip}",
      assigned_entity_id: "{private_ip_id}",
    },
  },
  oci_core_remote_peering_connection: available({ peering_status: "NEW" }),
  oci_core_route_table: available(),
  oci_core_route_table_attachment: { values: { id: "{subnet_id}/{route_table_id}" } },
  oci_core_security_list: available(),
  oci_core_service_gateway: { planned: { block_traffic: false }, ...available() },
  oci_core_subnet: {
    // Each of the two follows the other, and nothing is prohibited unasked. Source: Networking API, CreateSubnetDetails.
    planned: {
      prohibit_internet_ingress: "{prohibit_public_ip_on_vnic|false}",
      prohibit_public_ip_on_vnic: "{prohibit_internet_ingress|false}",
    },
    values: {
      state: "AVAILABLE",
      cidr_block: "{ipv4cidr_blocks.0}",
      ipv4cidr_blocks: ["{cidr_block}"],
      security_list_ids: ["{default_security_list}"],
      subnet_domain_name: "{dns_label}.{vcn_domain}",
      virtual_router_ip: "{first:cidr_block}",
      virtual_router_mac: "00:00:17:{hex:2}:00:00",
    },
    links: {
      dhcp_options_id: ofVcn("default_dhcp_options_id"),
      route_table_id: ofVcn("default_route_table_id"),
      default_security_list: ofVcn("default_security_list_id"),
      vcn_domain: ofVcn("vcn_domain_name"),
    },
  },
  oci_core_vcn: {
    planned: { is_ipv6enabled: false, cidr_block: "{cidr_blocks.0}", cidr_blocks: ["{cidr_block}"] },
    values: {
      state: "AVAILABLE",
      default_dhcp_options_id: "{ocid:dhcpoptions}",
      default_route_table_id: "{ocid:routetable}",
      default_security_list_id: "{ocid:securitylist}",
      vcn_domain_name: "{dns_label}.oraclevcn.com",
    },
  },
};
