import { describeService } from "./tables";

const C = { compartment_id: "c" };
const LB = { load_balancer_id: "lb" };

describeService("load balancers, names and edges", {
  given: {
    subnet: ["oci_core_subnet", { ...C, cidr_block: "10.0.1.0/24" }],
    policy: ["oci_dns_steering_policy", { ...C, display_name: "us" }],
  },
  planned: [
    [
      "a load balancer is public unless told",
      "oci_load_balancer_load_balancer",
      C,
      { is_private: false, is_delete_protection_enabled: false },
    ],
    ["its network sibling is private unless told", "oci_network_load_balancer_network_load_balancer", C, { is_private: true }],
    ["a backend takes its share", "oci_load_balancer_backend", LB, { weight: 1, drain: false, offline: false }],
    ["an answer holds for half a minute", "oci_dns_steering_policy", C, { ttl: 30 }],
  ],
  made: [
    ["a monitor runs", "oci_health_checks_http_monitor", C, { is_enabled: true }],
    [
      "a public one has an address of the internet",
      "oci_load_balancer_load_balancer",
      { ...C, subnet_ids: ["@subnet.id"] },
      { ip_addresses: [/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/], ip_address_details: [{ is_public: true }] },
    ],
    [
      "a private one has an address of its subnet",
      "oci_load_balancer_load_balancer",
      { ...C, subnet_ids: ["@subnet.id"], is_private: true },
      { ip_addresses: [/^10\.0\.1\.\d+$/], ip_address_details: [{ is_public: false }] },
    ],
    [
      "a private network one, too",
      "oci_network_load_balancer_network_load_balancer",
      { ...C, subnet_id: "@subnet.id" },
      { ip_addresses: [{ ip_address: /^10\.0\.1\./, is_public: false }] },
    ],
    [
      "a backend's name is its address",
      "oci_load_balancer_backend",
      { ...LB, backendset_name: "app", ip_address: "10.0.1.5", port: 8443 },
      { name: "10.0.1.5:8443", id: "loadBalancers/lb/backendSets/app/backends/10.0.1.5:8443", state: "SUCCEEDED" },
    ],
    [
      "a name in a path is escaped",
      "oci_load_balancer_listener",
      { ...LB, name: "a b/c" },
      { id: "loadBalancers/lb/listeners/a%20b%2Fc" },
    ],
    [
      "a zone has name servers",
      "oci_dns_zone",
      { ...C, name: "example.com", zone_type: "PRIMARY" },
      {
        id: /^ocid1\.dns-zone\./,
        scope: "GLOBAL",
        nameservers: [{ hostname: /^ns1\.p\d\d\.dns\.oraclecloud\.net\.$/ }, {}, {}, {}],
      },
    ],
    [
      "records are known by zone, name and type",
      "oci_dns_rrset",
      { zone_name_or_id: "example.com", domain: "www.example.com", rtype: "A" },
      { id: "zoneNameOrId/example.com/domain/www.example.com/rtype/A" },
    ],
    [
      "an attachment is in its policy's compartment",
      "oci_dns_steering_policy_attachment",
      { steering_policy_id: "@policy.id", zone_id: "z", domain_name: "d" },
      { compartment_id: "c" },
    ],
    [
      "a resolver is taken over",
      "oci_dns_resolver",
      { resolver_id: "ocid1.dnsresolver.oc1.phx.x" },
      { id: "ocid1.dnsresolver.oc1.phx.x" },
    ],
    [
      "a listening endpoint is known by its resolver",
      "oci_dns_resolver_endpoint",
      { resolver_id: "r", name: "in", is_listening: true, subnet_id: "@subnet.id" },
      { id: "resolverId/r/name/in", listening_address: /^10\.0\.1\./ },
    ],
  ],
});
