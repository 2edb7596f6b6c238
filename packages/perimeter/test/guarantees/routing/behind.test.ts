import { expect, test } from "@jest/globals";
import type { Resources } from "../../support/oci-estate";
import { ADDRESS, about, firewall, GOOD, HOLDS, LB, type Row, record, redirect, site } from "../../support/routing-estate";

const INSTANCE: Resources = { oci_core_instance: { i: { compartment_id: "c", shape: "s" } } };

/** A network load balancer that answers for the name, with what its backend set has, and one backend beside it. */
function network(set: object, backend?: object): Resources {
  const network_load_balancer_id = "${oci_network_load_balancer_network_load_balancer.n.id}";
  return {
    ...INSTANCE,
    oci_core_public_ip: { nlb: { compartment_id: "c", lifetime: "RESERVED" } },
    oci_network_load_balancer_network_load_balancer: {
      n: { compartment_id: "c", display_name: "n", subnet_id: "s", reserved_ips: [{ id: "${oci_core_public_ip.nlb.id}" }] },
    },
    oci_network_load_balancer_backend_set: { n: { network_load_balancer_id, name: "app", policy: "FIVE_TUPLE", ...set } },
    oci_network_load_balancer_listener: {
      n: { network_load_balancer_id, name: "l", port: 443, protocol: "TCP", default_backend_set_name: "app" },
    },
    ...(backend
      ? { oci_network_load_balancer_backend: { n: { network_load_balancer_id, backend_set_name: "app", port: 443, ...backend } } }
      : {}),
    ...record("us", "us.example.com", "A", ADDRESS("nlb")),
  };
}

const BEHIND: readonly Row[] = [
  [
    "the load balancer is in another region",
    [site("fra", "oci.fra"), record("us", "us.example.com", "A", ADDRESS("fra"))],
    ["violated", "routing/answer-outside ${oci_core_public_ip.fra.ip_address}"],
  ],
  [
    "an address that is given to nothing",
    [
      { oci_core_public_ip: { spare: { compartment_id: "c", lifetime: "RESERVED" } } },
      record("us", "us.example.com", "A", ADDRESS("spare")),
    ],
    ["violated", "routing/no-backend ${oci_core_public_ip.spare.ip_address}"],
  ],
  [
    "… given to a private address",
    [
      { oci_core_public_ip: { spare: { compartment_id: "c", lifetime: "RESERVED", private_ip_id: "ocid1.privateip.oc1..x" } } },
      record("us", "us.example.com", "A", ADDRESS("spare")),
    ],
    HOLDS,
  ],
  [
    "a listener without a backend",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          phx: { load_balancer_id: LB("iad"), backendset_name: "app", ip_address: "10.0.0.5", port: 80 },
        },
      },
    ],
    ["violated", "routing/no-backend ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "… of a load balancer that answers for nothing",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          iad: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "10.0.0.5", port: 80 },
        },
      },
    ],
    HOLDS,
  ],
  [
    "the only backend is offline",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          phx: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "10.0.0.5", port: 80, offline: true },
        },
      },
    ],
    ["violated", "routing/no-backend ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "… or kept as a reserve",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          phx: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "10.0.0.5", port: 80, backup: true },
        },
      },
    ],
    HOLDS,
  ],
  [
    "a backend with a public address of somebody's",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          two: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "198.51.100.3", port: 80 },
        },
      },
    ],
    ["violated", "routing/answer-outside ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "a backend on AWS",
    [
      GOOD,
      {
        aws_instance: { i: { ami: "a" } },
        oci_load_balancer_backend: {
          two: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "${aws_instance.i.private_ip}", port: 80 },
        },
      },
    ],
    ["violated", "routing/answer-outside ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "a backend in a network of AWS",
    [
      GOOD,
      {
        aws_vpc: { v: { cidr_block: "172.31.0.0/16" } },
        oci_load_balancer_backend: {
          two: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "172.31.0.4", port: 80 },
        },
      },
    ],
    ["violated", "routing/answer-outside ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "a backend that is an instance of the region",
    [
      GOOD,
      {
        oci_core_instance: { i: { compartment_id: "c", shape: "s" } },
        oci_load_balancer_backend: {
          two: { load_balancer_id: LB("phx"), backendset_name: "app", ip_address: "${oci_core_instance.i.private_ip}", port: 80 },
        },
      },
    ],
    HOLDS,
  ],
  [
    "a pool of instances is behind it",
    [
      GOOD,
      {
        oci_load_balancer_backend: {
          phx: { load_balancer_id: LB("iad"), backendset_name: "app", ip_address: "10.0.0.5", port: 80 },
        },
        oci_core_instance_pool: {
          p: {
            compartment_id: "c",
            load_balancers: [{ load_balancer_id: LB("phx"), backend_set_name: "app", port: 80, vnic_selection: "PrimaryVnic" }],
          },
        },
      },
    ],
    HOLDS,
  ],
  [
    "a route to a set without a backend",
    [
      GOOD,
      {
        oci_load_balancer_backend_set: { none: { load_balancer_id: LB("phx"), name: "none", policy: "p" } },
        oci_load_balancer_path_route_set: {
          r: {
            load_balancer_id: LB("phx"),
            name: "r",
            path_routes: [{ path: "/x", backend_set_name: "none", path_match_type: [{ match_type: "EXACT_MATCH" }] }],
          },
        },
        oci_load_balancer_listener: {
          two: {
            load_balancer_id: LB("phx"),
            name: "two",
            port: 80,
            protocol: "HTTP",
            default_backend_set_name: "app",
            path_route_set_name: "r",
          },
        },
      },
    ],
    ["violated", "routing/no-backend ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "a listener of another name has no backend",
    [
      GOOD,
      {
        oci_load_balancer_backend_set: { none: { load_balancer_id: LB("phx"), name: "none", policy: "p" } },
        oci_load_balancer_hostname: { other: { load_balancer_id: LB("phx"), name: "other", hostname: "eu.example.com" } },
        oci_load_balancer_listener: {
          two: {
            load_balancer_id: LB("phx"),
            name: "two",
            port: 80,
            protocol: "HTTP",
            default_backend_set_name: "none",
            hostname_names: ["other"],
          },
        },
      },
    ],
    HOLDS,
  ],
  ["a redirect to the same name", [GOOD, redirect("{host}")], HOLDS],
  [
    "a redirect to somebody else",
    [GOOD, redirect("example.net")],
    ["violated", "routing/answer-outside ${oci_core_public_ip.phx.ip_address}"],
  ],
  [
    "a redirect to another name that is right",
    [GOOD, redirect("app.example.com"), record("app", "app.example.com", "A", ADDRESS("iad"))],
    HOLDS,
  ],
  [
    "the region isn't known",
    [{ ...site("any", "oci.any"), oci_dns_rrset: record("us", "us.example.com", "A", ADDRESS("any")).oci_dns_rrset ?? {} }],
    ["undecided", "? a/oci_dns_rrset.us"],
  ],
  [
    "a firewall at one of two",
    [record("us", "us.example.com", "A", ADDRESS("phx"), ADDRESS("iad")), firewall("phx")],
    ["violated", "routing/no-firewall ${oci_core_public_ip.iad.ip_address}"],
  ],
  [
    "a firewall at both",
    [record("us", "us.example.com", "A", ADDRESS("phx"), ADDRESS("iad")), firewall("phx"), firewall("iad")],
    HOLDS,
  ],
  [
    "a gateway of the region",
    [
      { oci_apigateway_gateway: { g: { compartment_id: "c", endpoint_type: "PUBLIC", subnet_id: "s" } } },
      record("us", "us.example.com", "CNAME", "${oci_apigateway_gateway.g.hostname}"),
    ],
    HOLDS,
  ],
  [
    "a gateway of another region",
    [
      { oci_apigateway_gateway: { g: { provider: "oci.fra", compartment_id: "c", endpoint_type: "PUBLIC", subnet_id: "s" } } },
      record("us", "us.example.com", "CNAME", "${oci_apigateway_gateway.g.hostname}"),
    ],
    ["violated", "routing/answer-outside ${oci_apigateway_gateway.g.hostname}"],
  ],
  ["a network load balancer with a backend", [network({ backends: [{ ip_address: "10.0.0.5", port: 443 }] })], HOLDS],
  ["… that is a machine by its id", [network({}, { target_id: "${oci_core_instance.i.id}" })], HOLDS],
  ["… without one", [network({})], ["violated", "routing/no-backend ${oci_core_public_ip.nlb.ip_address}"]],
  ["an instance of the region", [INSTANCE, record("us", "us.example.com", "A", "${oci_core_instance.i.public_ip}")], HOLDS],
  [
    "an instance of AWS",
    [{ aws_instance: { i: { ami: "a" } } }, record("us", "us.example.com", "A", "${aws_instance.i.public_ip}")],
    ["violated", "routing/answer-outside ${aws_instance.i.public_ip}"],
  ],
];

test.each(BEHIND)("%s", (_, more, said) => expect(about(...more)).toEqual(said));
