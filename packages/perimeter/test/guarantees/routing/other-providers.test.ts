import { expect, test } from "@jest/globals";
import { ADDRESS, AWAY_FINDING, about, GOOD, HOLDS, R53, type Row, r53, record, UNZONED } from "../../support/routing-estate";

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
  [
    "an alias of a record by reference",
    [
      UNZONED,
      R53,
      r53("us", { alias: [{ name: "${aws_route53_record.app.fqdn}", zone_id: "z", evaluate_target_health: true }] }),
      r53("app", { name: "app", records: [ADDRESS("phx")] }),
    ],
    HOLDS,
  ],
  [
    "a zone that a data source finds: the name exists, and so the wildcard isn't its answer",
    [
      UNZONED,
      r53("us", { zone_id: "${data.aws_route53_zone.z.zone_id}", name: "us.example.com", records: [ADDRESS("phx")] }),
      r53("w", { zone_id: "${data.aws_route53_zone.z.zone_id}", name: "*.example.com", records: ["203.0.113.9"] }),
    ],
    HOLDS,
  ],
  [
    "… and nothing has the name",
    [UNZONED, r53("w", { zone_id: "${data.aws_route53_zone.z.zone_id}", name: "*.example.com", records: ["203.0.113.9"] })],
    AWAY_FINDING,
  ],
];

test.each(OTHERS)("%s", (_, more, said) => expect(about(...more)).toEqual(said));
