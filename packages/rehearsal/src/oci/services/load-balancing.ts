import type { Row, Rows, Templates } from "../../engine/cloud";
import { subnetRange } from "./shared";

/** A part of a load balancer: no OCID, but a path of names. Source: terraform-provider-oci, the `ID` of each resource. */
const part = (path: string, more: Row = {}): Row => ({
  ...more,
  values: { state: "SUCCEEDED", id: `loadBalancers/{path:load_balancer_id}/${path}`, ...more.values },
});

const ADDRESS: Templates = { ip_address: "{front:range}", is_public: "{not:is_private}", reserved_ip: [] };

/** Sources: Load Balancing API; Network Load Balancer API: the data types of the same names. */
export const LOAD_BALANCING: Rows = {
  oci_load_balancer_backend: part("backendSets/{path:backendset_name}/backends/{path:name}", {
    planned: { drain: false, offline: false, weight: 1 },
    values: { name: "{ip_address}:{port}" },
  }),
  oci_load_balancer_backend_set: part("backendSets/{path:name}"),
  oci_load_balancer_certificate: part("certificates/{path:certificate_name}"),
  oci_load_balancer_hostname: part("hostnames/{path:name}"),
  oci_load_balancer_listener: part("listeners/{path:name}"),
  oci_load_balancer_load_balancer: {
    planned: { is_private: false, is_delete_protection_enabled: false, is_request_id_enabled: false, ip_mode: "IPV4" },
    values: {
      state: "ACTIVE",
      request_id_header: "X-Request-Id",
      ip_addresses: ["{front:range}"],
      ip_address_details: [ADDRESS],
    },
    links: { range: subnetRange("subnet_ids.0") },
  },
  oci_load_balancer_rule_set: part("ruleSets/{path:name}"),
  oci_load_balancer_ssl_cipher_suite: part("sslCipherSuites/{path:name}"),
  oci_network_load_balancer_network_load_balancer: {
    // The other way round than its sibling. Source: CreateNetworkLoadBalancerDetails, isPrivate.
    planned: {
      is_private: true,
      is_preserve_source_destination: false,
      is_symmetric_hash_enabled: false,
      nlb_ip_version: "IPV4",
    },
    values: { state: "ACTIVE", ip_addresses: [{ ...ADDRESS, ip_version: "IPV4" }] },
    links: { range: subnetRange("subnet_id") },
  },
};
