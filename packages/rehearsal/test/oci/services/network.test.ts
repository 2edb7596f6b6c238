import { describeService } from "./tables";

const C = { compartment_id: "c" };

describeService("the network", {
  given: {
    vcn: ["oci_core_vcn", { ...C, cidr_blocks: ["10.0.0.0/16"], dns_label: "us" }],
    bare: ["oci_core_vcn", { ...C, cidr_blocks: ["10.1.0.0/16"] }],
    drg: ["oci_core_drg", C],
  },
  planned: [
    ["a network is of IPv4 unless told otherwise", "oci_core_vcn", C, { is_ipv6enabled: false }],
    ["a network's one block is its first", "oci_core_vcn", { ...C, cidr_blocks: ["10.0.0.0/16"] }, { cidr_block: "10.0.0.0/16" }],
    [
      "a subnet prohibits nothing unasked",
      "oci_core_subnet",
      C,
      { prohibit_internet_ingress: false, prohibit_public_ip_on_vnic: false },
    ],
    [
      "no ingress means no public address",
      "oci_core_subnet",
      { ...C, prohibit_internet_ingress: true },
      { prohibit_public_ip_on_vnic: true },
    ],
    [
      "no public address means no ingress",
      "oci_core_subnet",
      { ...C, prohibit_public_ip_on_vnic: true },
      { prohibit_internet_ingress: true },
    ],
    ["a NAT gateway lets traffic through", "oci_core_nat_gateway", C, { block_traffic: false }],
    ["a service gateway lets traffic through", "oci_core_service_gateway", C, { block_traffic: false }],
    ["a rule is stateful", "oci_core_network_security_group_security_rule", { direction: "INGRESS" }, { stateless: false }],
  ],
  made: [
    [
      "a network has its defaults",
      "oci_core_vcn",
      { ...C, dns_label: "eu" },
      { state: "AVAILABLE", default_route_table_id: /^ocid1\.routetable\.oc1\.phx\./, vcn_domain_name: "eu.oraclevcn.com" },
    ],
    ["a network without a label has no domain", "oci_core_vcn", C, { vcn_domain_name: null }],
    [
      "a subnet takes its network's defaults",
      "oci_core_subnet",
      { ...C, vcn_id: "@vcn.id" },
      {
        route_table_id: "@vcn.default_route_table_id",
        dhcp_options_id: "@vcn.default_dhcp_options_id",
        security_list_ids: ["@vcn.default_security_list_id"],
      },
    ],
    [
      "a subnet keeps the table that it is given",
      "oci_core_subnet",
      { ...C, vcn_id: "@vcn.id", route_table_id: "r" },
      { route_table_id: "r" },
    ],
    [
      "a subnet's domain is inside its network's",
      "oci_core_subnet",
      { ...C, vcn_id: "@vcn.id", dns_label: "app" },
      { subnet_domain_name: "app.us.oraclevcn.com" },
    ],
    [
      "a subnet of a network without a domain has none",
      "oci_core_subnet",
      { ...C, vcn_id: "@bare.id", dns_label: "app" },
      { subnet_domain_name: null },
    ],
    [
      "a subnet's router has the first address",
      "oci_core_subnet",
      { ...C, cidr_block: "10.0.4.0/24" },
      { virtual_router_ip: "10.0.4.1" },
    ],
    [
      "the default list is taken over",
      "oci_core_default_security_list",
      { manage_default_resource_id: "@vcn.default_security_list_id" },
      { id: "@vcn.default_security_list_id", compartment_id: "c" },
    ],
    [
      "a rule has a short id",
      "oci_core_network_security_group_security_rule",
      { direction: "INGRESS" },
      { id: /^[A-Z2-7]{6}$/, is_valid: true },
    ],
    [
      "an attachment is attached",
      "oci_core_drg_attachment",
      { drg_id: "@drg.id", network_details: [{ type: "VCN", id: "@vcn.id" }] },
      { state: "ATTACHED", vcn_id: "@vcn.id", compartment_id: "c" },
    ],
    [
      "a table is attached by two names",
      "oci_core_route_table_attachment",
      { subnet_id: "s", route_table_id: "r" },
      { id: "s/r" },
    ],
    ["a reserved address is free", "oci_core_public_ip", { ...C, lifetime: "RESERVED" }, { state: "AVAILABLE", scope: "REGION" }],
    [
      "an address with a private one is assigned",
      "oci_core_public_ip",
      { ...C, lifetime: "RESERVED", private_ip_id: "p" },
      { state: "ASSIGNED", assigned_entity_id: "p" },
    ],
    ["what has no name gets one", "oci_core_security_list", C, { display_name: /^securitylist\d{14}$/ }],
  ],
});
