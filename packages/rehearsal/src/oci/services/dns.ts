import type { Rows } from "../../engine/cloud";
import { of, subnetRange } from "./shared";

const API = "https://dns.{region}.oraclecloud.com/20180115";

/** Sources: DNS API, the data types of the same names; terraform-provider-oci, the `ID` of each resource. */
export const DNS: Rows = {
  // The resolver of a network is there with it, and taken over by its id.
  oci_dns_resolver: {
    values: {
      state: "ACTIVE",
      id: "{resolver_id}",
      self: `${API}/resolvers/{id}`,
      is_protected: true,
      default_view_id: "{ocid:dnsview}",
    },
  },
  oci_dns_resolver_endpoint: {
    planned: { endpoint_type: "VNIC" },
    values: {
      state: "ACTIVE",
      id: "resolverId/{path:resolver_id}/name/{path:name}",
      self: `${API}/resolvers/{resolver_id}/endpoints/{name}`,
      vnic_id: "{ocid:vnic}",
      pe_id: "{ocid:privateendpoint}",
      forwarding_address: "{private:range}",
      listening_address: "{private:range}",
    },
    links: { compartment_id: of("oci_dns_resolver", "resolver_id", "compartment_id"), range: subnetRange("subnet_id") },
  },
  oci_dns_rrset: {
    values: {
      id: "zoneNameOrId/{path:zone_name_or_id}/domain/{path:domain}/rtype/{path:rtype}",
      "items.record_hash": "{hex:32}",
      "items.rrset_version": "1",
    },
  },
  oci_dns_steering_policy: {
    planned: { ttl: 30 },
    values: { state: "ACTIVE", self: `${API}/steeringPolicies/{id}` },
  },
  oci_dns_steering_policy_attachment: {
    values: { state: "ACTIVE", self: `${API}/steeringPolicyAttachments/{id}`, rtypes: ["A", "AAAA", "CNAME"] },
    links: { compartment_id: of("oci_dns_steering_policy", "steering_policy_id", "compartment_id") },
    unique: ["{zone_id}/{domain_name}"],
  },
  oci_dns_view: { values: { state: "ACTIVE", self: `${API}/views/{id}` } },
  oci_dns_zone: {
    planned: { scope: "GLOBAL", dnssec_state: "DISABLED" },
    values: {
      state: "ACTIVE",
      self: `${API}/zones/{id}`,
      serial: 1,
      version: "1",
      resolution_mode: "STATIC",
      nameservers: [1, 2, 3, 4].map((n) => ({ hostname: `ns${n}.p{digits:2}.dns.oraclecloud.net.` })),
    },
    unique: ["{view_id|'public'}/{name}"],
  },
};
