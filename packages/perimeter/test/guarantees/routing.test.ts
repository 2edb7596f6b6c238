import { describe, expect, test } from "@jest/globals";
import type { Resources } from "../support/oci-estate";
import { ADDRESS, AWAY, about, ENABLED, HEALTHY, IAD, ONE, PHX, ranked, record, site, steering } from "../support/routing-estate";

const GOOD = record("us", "us.example.com", "A", ADDRESS("phx"));
const AWAY_FINDING = ["violated", "routing/answer-outside 203.0.113.9"];
const HOLDS = ["holds"];

type Row = readonly [string, readonly Resources[], readonly string[]];

const RECORDS: readonly Row[] = [
  ["nothing answers", [], ["undecided", "? null"]],
  ["a record leads to the primary", [GOOD], HOLDS],
  ["… and to the standby", [record("us", "us.example.com", "A", ADDRESS("phx"), ADDRESS("iad"))], HOLDS],
  ["… and to an address that nothing has", [record("us", "us.example.com", "A", ADDRESS("phx"), "203.0.113.9")], AWAY_FINDING],
  ["the name is written with capitals and a dot", [record("us", "US.Example.com.", "A", "203.0.113.9")], AWAY_FINDING],
  ["another name leads away", [GOOD, record("eu", "eu.example.com", "A", "203.0.113.9")], HOLDS],
  [
    "an address of version 6 leads away",
    [GOOD, record("six", "us.example.com", "AAAA", "2001:db8::9")],
    ["violated", "routing/answer-outside 2001:db8::9"],
  ],
  ["a text says an address", [GOOD, record("t", "us.example.com", "TXT", "203.0.113.9")], HOLDS],
  [
    "an old record type",
    [
      GOOD,
      { oci_dns_record: { r: { zone_name_or_id: "example.com", domain: "us.example.com", rtype: "A", rdata: "203.0.113.9" } } },
    ],
    AWAY_FINDING,
  ],
  [
    "a record of a private zone",
    [
      GOOD,
      {
        oci_dns_zone: {
          inner: { compartment_id: "c", name: "us.example.com", zone_type: "PRIMARY", scope: "PRIVATE", view_id: "v" },
        },
        oci_dns_rrset: {
          inner: {
            zone_name_or_id: "${oci_dns_zone.inner.id}",
            domain: "us.example.com",
            rtype: "A",
            items: [{ domain: "us.example.com", rtype: "A", rdata: "203.0.113.9", ttl: 1 }],
          },
        },
      },
    ],
    HOLDS,
  ],
  [
    "a record of a view",
    [
      GOOD,
      {
        oci_dns_rrset: {
          inner: {
            zone_name_or_id: "example.com",
            view_id: "v",
            domain: "us.example.com",
            rtype: "A",
            items: [{ domain: "us.example.com", rtype: "A", rdata: "203.0.113.9", ttl: 1 }],
          },
        },
      },
    ],
    HOLDS,
  ],
  [
    "another name of the zone is the answer",
    [record("us", "us.example.com", "CNAME", "app.example.com."), record("app", "app.example.com", "A", ADDRESS("iad"))],
    HOLDS,
  ],
  [
    "… that leads away",
    [record("us", "us.example.com", "CNAME", "app.example.com."), record("app", "app.example.com", "A", "203.0.113.9")],
    AWAY_FINDING,
  ],
  [
    "… that nothing answers for",
    [record("us", "us.example.com", "CNAME", "app.example.com.")],
    ["undecided", "? a/oci_dns_rrset.us"],
  ],
  [
    "a name of somebody else's is the answer",
    [record("us", "us.example.com", "CNAME", "example.cdn.net.")],
    ["violated", "routing/answer-outside example.cdn.net"],
  ],
  [
    "names that lead in a circle",
    [record("us", "us.example.com", "CNAME", "b.example.com"), record("b", "b.example.com", "CNAME", "us.example.com")],
    ["undecided", "? a/oci_dns_rrset.us"],
  ],
  [
    "the zone's alias leads away",
    [record("us", "us.example.com", "ALIAS", "example.cdn.net.")],
    ["violated", "routing/answer-outside example.cdn.net"],
  ],
  [
    "all below another name are names elsewhere",
    [record("d", "example.com", "DNAME", "example.net.")],
    ["violated", "routing/answer-outside us.example.net"],
  ],
  [
    "a hint of a service leads away",
    [GOOD, record("s", "us.example.com", "HTTPS", "1 . alpn=h2 ipv4hint=203.0.113.9")],
    AWAY_FINDING,
  ],
  ["a service without hints", [GOOD, record("s", "us.example.com", "HTTPS", "1 . alpn=h2")], HOLDS],
  ["a wildcard leads away", [record("w", "*.example.com", "A", "203.0.113.9")], AWAY_FINDING],
  ["… and the name exists", [GOOD, record("w", "*.example.com", "A", "203.0.113.9")], HOLDS],
  ["… of a name that exists between", [record("w", "*.com", "A", "203.0.113.9"), GOOD], HOLDS],
  ["a wildcard leads to the primary", [record("w", "*.example.com", "A", ADDRESS("phx"))], HOLDS],
  [
    "the name is left to nameservers elsewhere",
    [GOOD, record("ns", "us.example.com", "NS", "ns1.elsewhere.net.")],
    ["violated", "routing/delegation ns1.elsewhere.net."],
  ],
  ["another name is left to nameservers elsewhere", [GOOD, record("ns", "eu.example.com", "NS", "ns1.elsewhere.net.")], HOLDS],
  [
    "the name is left to a zone of its own",
    [
      record("ns", "us.example.com", "NS", "${oci_dns_zone.us.nameservers[0].hostname}"),
      {
        oci_dns_zone: { us: { compartment_id: "c", name: "us.example.com", zone_type: "PRIMARY" } },
        oci_dns_rrset: {
          apex: {
            zone_name_or_id: "${oci_dns_zone.us.id}",
            domain: "us.example.com",
            rtype: "A",
            items: [{ domain: "us.example.com", rtype: "A", rdata: ADDRESS("phx"), ttl: 1 }],
          },
        },
      },
    ],
    HOLDS,
  ],
  [
    "the zone has a nameserver elsewhere",
    [GOOD, record("ns", "example.com", "NS", "ns1.p68.dns.oraclecloud.net.", "ns1.elsewhere.net.")],
    ["violated", "routing/delegation ns1.elsewhere.net."],
  ],
  ["the zone has those that the service gave", [GOOD, record("ns", "example.com", "NS", "ns1.p68.dns.oraclecloud.net.")], HOLDS],
  [
    "what a record says isn't known",
    [record("us", "us.example.com", "A", "${var.address}")],
    ["undecided", "? a/oci_dns_rrset.us"],
  ],
  [
    "which name a record has isn't known",
    [GOOD, record("v", "${var.name}.example.com", "A", "203.0.113.9")],
    ["undecided", "? a/oci_dns_rrset.v"],
  ],
  ["… but not that one", [GOOD, record("v", "${var.name}.example.net", "A", "203.0.113.9")], HOLDS],
  [
    "the zone is a copy of another's",
    [
      GOOD,
      {
        oci_dns_zone: {
          copy: {
            compartment_id: "c",
            name: "example.net",
            zone_type: "SECONDARY",
            external_masters: [{ address: "203.0.113.1" }],
          },
        },
      },
    ],
    HOLDS,
  ],
  [
    "the name's zone is a copy of another's",
    [
      {
        oci_dns_zone: {
          z: { compartment_id: "c", name: "example.com", zone_type: "SECONDARY", external_masters: [{ address: "203.0.113.1" }] },
        },
      },
    ],
    ["undecided", "? a/oci_dns_zone.z"],
  ],
];

describe("records", () => test.each(RECORDS)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));

const NATIVE = record("native", "us.example.com", "A", ADDRESS("phx"));
const geo = (key: string) => `query.client.geoKey in (geoKey '${key}')`;
const kept = (...pools: readonly string[]) =>
  pools.map((pool) => ({ answer_condition: `answer.pool == '${pool}'`, should_keep: true }));
const order = (...pools: readonly string[]) =>
  pools.map((pool, at) => ({ answer_condition: `answer.pool == '${pool}'`, value: at + 1 }));
const US = "6252001";

const STEERING: readonly Row[] = [
  [
    "failover between the two",
    [steering([PHX, IAD], [ENABLED, HEALTHY, ranked("phx", "iad"), ONE], { template: "FAILOVER" })],
    HOLDS,
  ],
  [
    "failover at last to elsewhere",
    [steering([PHX, IAD, AWAY], [ENABLED, HEALTHY, ranked("phx", "iad", "away"), ONE], { template: "FAILOVER" })],
    AWAY_FINDING,
  ],
  [
    "… disabled",
    [steering([PHX, IAD, { ...AWAY, is_disabled: true }], [ENABLED, HEALTHY, ranked("phx", "iad", "away"), ONE])],
    HOLDS,
  ],
  [
    "… disabled, and no rule heeds it",
    [steering([PHX, IAD, { ...AWAY, is_disabled: true }], [HEALTHY, ranked("phx", "iad", "away"), ONE])],
    AWAY_FINDING,
  ],
  [
    "an answer of a small weight leads elsewhere",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          {
            rule_type: "WEIGHTED",
            default_answer_data: [
              { answer_condition: "answer.name == 'phx'", value: 255 },
              { answer_condition: "answer.name == 'away'", value: 1 },
            ],
          },
          ONE,
        ],
        { template: "LOAD_BALANCE" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "weights between the two",
    [
      steering(
        [PHX, IAD],
        [
          ENABLED,
          HEALTHY,
          { rule_type: "WEIGHTED", default_answer_data: [{ answer_condition: "answer.name == 'phx'", value: 1 }] },
          ONE,
        ],
      ),
    ],
    HOLDS,
  ],
  [
    "users of the US come elsewhere in an outage",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          HEALTHY,
          {
            rule_type: "PRIORITY",
            cases: [{ case_condition: geo(US), answer_data: order("phx", "away") }, { answer_data: order("phx", "away") }],
          },
          ONE,
        ],
        { template: "ROUTE_BY_GEO" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "places are told apart before health, and elsewhere nothing is left",
    [
      steering(
        [PHX, IAD, AWAY],
        [
          ENABLED,
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx", "iad") }, { answer_data: kept("iad") }],
          },
          HEALTHY,
          ONE,
        ],
      ),
    ],
    ["violated", "routing/answer-outside 203.0.113.9"].slice(0, 0).concat(HOLDS),
  ],
  [
    "a user abroad comes elsewhere",
    [
      steering(
        [PHX, IAD, AWAY],
        [
          ENABLED,
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx", "iad") }, { answer_data: kept("away") }],
          },
          HEALTHY,
          ONE,
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a place that no query comes from since a larger one is before it",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: geo("6255149"), answer_data: kept("phx") },
              { case_condition: geo(US), answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    HOLDS,
  ],
  [
    "no case matches, and the rule is passed over",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [{ case_condition: geo(US), answer_data: kept("phx") }],
            default_answer_data: kept("phx"),
          },
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a network has an answer of its own",
    [
      steering(
        [PHX, AWAY],
        [
          ENABLED,
          {
            rule_type: "PRIORITY",
            cases: [
              { case_condition: "query.client.asn == 3", answer_data: order("away", "phx") },
              { answer_data: order("phx", "away") },
            ],
          },
          ONE,
        ],
        { template: "ROUTE_BY_ASN" },
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "an address range has an answer of its own",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: "query.client.address in (subnet '192.0.2.0/24')", answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    AWAY_FINDING,
  ],
  [
    "a range within one that comes first",
    [
      steering(
        [PHX, AWAY],
        [
          {
            rule_type: "FILTER",
            cases: [
              { case_condition: "query.client.address in (subnet '192.0.0.0/16')", answer_data: kept("phx") },
              { case_condition: "query.client.address in (subnet '192.0.2.0/24')", answer_data: kept("away") },
              { answer_data: kept("phx") },
            ],
          },
        ],
      ),
    ],
    HOLDS,
  ],
  ["only the first is kept, and nothing takes it away", [steering([PHX, AWAY], [ranked("phx", "away"), ONE])], HOLDS],
  ["… but health does", [steering([PHX, AWAY], [HEALTHY, ranked("phx", "away"), ONE])], AWAY_FINDING],
  [
    "… which no check looks at",
    [steering([PHX, AWAY], [HEALTHY, ranked("phx", "away"), ONE], { health_check_monitor_id: null })],
    HOLDS,
  ],
  ["two are kept", [steering([PHX, AWAY], [ranked("phx", "away"), { rule_type: "LIMIT", default_count: 2 }])], AWAY_FINDING],
  ["an answer without a rank comes last", [steering([PHX, AWAY], [ranked("phx"), ONE])], HOLDS],
  [
    "all are cut after they are chosen by chance",
    [steering([PHX, AWAY], [{ rule_type: "WEIGHTED" }, ONE, ranked("phx", "away")])],
    AWAY_FINDING,
  ],
  [
    "a condition that nobody understands keeps an answer elsewhere",
    [
      steering(
        [PHX, AWAY],
        [{ rule_type: "FILTER", default_answer_data: [{ answer_condition: "answer.pool like 'p*'", should_keep: true }] }],
      ),
    ],
    ["undecided", "? a/oci_dns_steering_policy.p"],
  ],
  [
    "… but all answers are right",
    [
      steering(
        [PHX, IAD],
        [{ rule_type: "FILTER", default_answer_data: [{ answer_condition: "answer.pool like 'p*'", should_keep: true }] }],
      ),
    ],
    HOLDS,
  ],
  [
    "a name of somebody else's is an answer",
    [steering([PHX, { name: "cdn", rdata: "example.cdn.net", rtype: "CNAME" }], [ENABLED])],
    ["violated", "routing/answer-outside example.cdn.net"],
  ],
  [
    "the zone's own record leads away while the policy is replaced",
    [steering([PHX, IAD], [ENABLED]), record("us", "us.example.com", "A", "203.0.113.9")],
    AWAY_FINDING,
  ],
  [
    "… and so does what stands for every name",
    [steering([PHX, IAD], [ENABLED]), record("us", "*.example.com", "A", "203.0.113.9")],
    AWAY_FINDING,
  ],
  [
    "… unless the name has a record of its own",
    [steering([PHX, IAD], [ENABLED]), NATIVE, record("w", "*.example.com", "A", "203.0.113.9")],
    HOLDS,
  ],
  [
    "a policy that isn't here",
    [
      {
        oci_dns_steering_policy_attachment: {
          p: {
            steering_policy_id: "ocid1.dnspolicy.oc1..aaaaaaaaaaaaaa",
            zone_id: "${oci_dns_zone.z.id}",
            domain_name: "us.example.com",
          },
        },
      },
    ],
    ["undecided", "? a/oci_dns_steering_policy_attachment.p"],
  ],
  [
    "a policy of another name leads away",
    [
      NATIVE,
      steering([AWAY], [ENABLED]),
      {
        oci_dns_steering_policy_attachment: {
          p: {
            steering_policy_id: "${oci_dns_steering_policy.p.id}",
            zone_id: "${oci_dns_zone.z.id}",
            domain_name: "eu.example.com",
          },
        },
      },
    ],
    HOLDS,
  ],
];

describe("steering", () => test.each(STEERING)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));

const LB = (name: string) => `\${oci_load_balancer_load_balancer.${name}.id}`;

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
];

function redirect(host: string): Resources {
  const load_balancer_id = LB("phx");
  return {
    oci_load_balancer_rule_set: {
      r: {
        load_balancer_id,
        name: "r",
        items: [
          {
            action: "REDIRECT",
            redirect_uri: [{ protocol: "HTTPS", host, port: 443 }],
            response_code: 301,
            conditions: [{ attribute_name: "PATH", attribute_value: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" }],
          },
        ],
      },
    },
    oci_load_balancer_listener: {
      plain: {
        load_balancer_id,
        name: "plain",
        port: 80,
        protocol: "HTTP",
        default_backend_set_name: "app",
        rule_set_names: ["${oci_load_balancer_rule_set.r.name}"],
      },
    },
  };
}

function firewall(name: string): Resources {
  return {
    oci_waf_web_app_firewall: {
      [name]: { compartment_id: "c", backend_type: "LOAD_BALANCER", load_balancer_id: LB(name), web_app_firewall_policy_id: "p" },
    },
  };
}

describe("behind an answer", () => test.each(BEHIND)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));

const R53: Resources = { aws_route53_zone: { z: { name: "example.com" } } };
const r53 = (name: string, more: object): Resources => ({
  aws_route53_record: { [name]: { zone_id: "${aws_route53_zone.z.zone_id}", name: "us", type: "A", ttl: 60, ...more } },
});
const UNZONED = { oci_dns_zone: { z: { compartment_id: "c", name: "example.net", zone_type: "PRIMARY" } } };

const OTHERS: readonly Row[] = [
  ["another provider leads to the primary, alone", [UNZONED, R53, r53("us", { records: [ADDRESS("phx")] })], HOLDS],
  [
    "… beside the zone",
    [GOOD, R53, r53("us", { records: [ADDRESS("phx")] })],
    ["violated", "routing/delegation ${oci_core_public_ip.phx.ip_address}"],
  ],
  ["… for another name", [GOOD, R53, r53("us", { name: "eu", records: ["203.0.113.9"] })], HOLDS],
  ["… and leads away", [GOOD, R53, r53("us", { records: ["203.0.113.9"] })], AWAY_FINDING],
  [
    "… within a network",
    [GOOD, { aws_route53_zone: { z: { name: "example.com", vpc: [{ vpc_id: "v" }] } } }, r53("us", { records: ["203.0.113.9"] })],
    HOLDS,
  ],
  [
    "an alias of a load balancer of AWS",
    [
      UNZONED,
      R53,
      { aws_lb: { l: { name: "l" } } },
      r53("us", { alias: [{ name: "${aws_lb.l.dns_name}", zone_id: "z", evaluate_target_health: true }] }),
    ],
    ["violated", "routing/answer-outside ${aws_lb.l.dns_name}"],
  ],
  [
    "an alias of a record that is right",
    [
      UNZONED,
      R53,
      r53("us", { alias: [{ name: "app.example.com", zone_id: "z", evaluate_target_health: true }] }),
      r53("app", { name: "app", records: [ADDRESS("phx")] }),
    ],
    HOLDS,
  ],
  [
    "an address of AWS",
    [UNZONED, R53, { aws_eip: { e: {} } }, r53("us", { records: ["${aws_eip.e.public_ip}"] })],
    ["violated", "routing/answer-outside ${aws_eip.e.public_ip}"],
  ],
  [
    "a fallback by health leads away",
    [
      UNZONED,
      R53,
      r53("one", { records: [ADDRESS("phx")], set_identifier: "one", failover_routing_policy: [{ type: "PRIMARY" }] }),
      r53("two", { records: ["203.0.113.9"], set_identifier: "two", failover_routing_policy: [{ type: "SECONDARY" }] }),
    ],
    AWAY_FINDING,
  ],
  [
    "a fallback by health to the standby",
    [
      UNZONED,
      R53,
      r53("one", { records: [ADDRESS("phx")], set_identifier: "one", failover_routing_policy: [{ type: "PRIMARY" }] }),
      r53("two", { records: [ADDRESS("iad")], set_identifier: "two", failover_routing_policy: [{ type: "SECONDARY" }] }),
    ],
    HOLDS,
  ],
  [
    "users of a country have an answer elsewhere",
    [
      UNZONED,
      R53,
      r53("one", { records: [ADDRESS("phx")], set_identifier: "rest", geolocation_routing_policy: [{ country: "*" }] }),
      r53("two", { records: ["203.0.113.9"], set_identifier: "de", geolocation_routing_policy: [{ country: "DE" }] }),
    ],
    AWAY_FINDING,
  ],
  [
    "all names below lead to a distribution",
    [UNZONED, R53, r53("w", { name: "*", type: "CNAME", records: ["d111.cloudfront.net"] })],
    ["violated", "routing/answer-outside d111.cloudfront.net"],
  ],
  [
    "a part is left to a zone of AWS",
    [
      record("ns", "us.example.com", "NS", "${aws_route53_zone.us.name_servers[0]}"),
      { aws_route53_zone: { us: { name: "us.example.com" } } },
      {
        aws_route53_record: {
          us: { zone_id: "${aws_route53_zone.us.zone_id}", name: "us.example.com", type: "A", ttl: 1, records: [ADDRESS("phx")] },
        },
      },
    ],
    ["violated", "routing/delegation ${aws_route53_zone.us.name_servers.0}"],
  ],
  [
    "a zone of AWS leaves the name to a zone of Oracle's",
    [
      { oci_dns_zone: { z: { compartment_id: "c", name: "us.example.com", zone_type: "PRIMARY" } } },
      GOOD,
      R53,
      r53("ns", { type: "NS", records: ["${oci_dns_zone.z.nameservers[0].hostname}"] }),
    ],
    HOLDS,
  ],
  [
    "… and to nameservers elsewhere",
    [
      { oci_dns_zone: { z: { compartment_id: "c", name: "us.example.com", zone_type: "PRIMARY" } } },
      GOOD,
      R53,
      r53("ns", { type: "NS", records: ["${oci_dns_zone.z.nameservers[0].hostname}", "ns.elsewhere.net"] }),
    ],
    ["violated", "routing/delegation ns.elsewhere.net"],
  ],
  [
    "a provider that isn't modelled leads away",
    [
      GOOD,
      { cloudflare_dns_record: { us: { zone_id: "z", name: "us.example.com", type: "A", content: "203.0.113.9", ttl: 1 } } },
    ],
    AWAY_FINDING,
  ],
  [
    "… leads to the primary, alone",
    [
      UNZONED,
      { cloudflare_dns_record: { us: { zone_id: "z", name: "us.example.com", type: "A", content: ADDRESS("phx"), ttl: 1 } } },
    ],
    ["undecided", "? a/cloudflare_dns_record.us"],
  ],
  [
    "… has a name that isn't known",
    [GOOD, { cloudflare_dns_record: { us: { zone_id: "z", name: "us", type: "A", content: "203.0.113.9", ttl: 1 } } }],
    ["undecided", "? a/cloudflare_dns_record.us"],
  ],
  [
    "… has another name",
    [
      GOOD,
      { google_dns_record_set: { eu: { managed_zone: "z", name: "eu.example.com.", type: "A", rrdatas: ["203.0.113.9"] } } },
    ],
    HOLDS,
  ],
  [
    "… names the zone beside the record",
    [GOOD, { azurerm_dns_a_record: { us: { zone_name: "example.com", name: "us", records: ["203.0.113.9"], ttl: 1 } } }],
    AWAY_FINDING,
  ],
  [
    "the registry names other nameservers",
    [
      GOOD,
      {
        aws_route53domains_registered_domain: { d: { domain_name: "example.com", name_server: [{ name: "ns.elsewhere.net" }] } },
      },
    ],
    ["violated", "routing/delegation ns.elsewhere.net"],
  ],
  [
    "the registry names the zone's own",
    [
      GOOD,
      {
        aws_route53domains_registered_domain: {
          d: { domain_name: "example.com", name_server: [{ name: "ns1.p68.dns.oraclecloud.net" }] },
        },
      },
    ],
    HOLDS,
  ],
];

describe("other providers", () => test.each(OTHERS)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
