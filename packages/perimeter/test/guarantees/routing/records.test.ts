import { expect, test } from "@jest/globals";
import { ADDRESS, AWAY_FINDING, about, GOOD, HOLDS, type Row, record } from "../../support/routing-estate";

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
    ["undecided", "? a/oci_dns_rrset.b"],
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

test.each(RECORDS)("%s", (_, more, said) => expect(about(...more)).toEqual(said));

test("names that lead to ever more names are given up, and the verdict left open", () => {
  const many = Array.from({ length: 14 }, (_, at) => {
    const domain = at === 0 ? "us.example.com" : `n${at}.example.com`;
    return ["a", "b", "c"].map((more) => record(`${more}${at}`, domain, "CNAME", `n${at + 1}.example.com`));
  });
  expect(about(...many.flat())[0]).toBe("undecided");
});
