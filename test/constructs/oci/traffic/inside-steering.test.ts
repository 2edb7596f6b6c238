import { DnsZone } from "@cdktf/provider-oci/lib/dns-zone";
import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { InsideSteering, type InsideSteeringProps } from "../../../../constructs/oci/traffic/inside-steering";
import { allOf, groundOf, oneOf, refusalsOf, synthesizeStack, typesIn } from "../../../support/construct-stack";

function steeringIn(stack: TerraformStack, overrides: Partial<InsideSteeringProps>, addresses = ["192.0.2.1", "192.0.2.2"]) {
  const { root } = groundOf(stack);
  const after = new DnsZone(stack, "stand-in", { compartmentId: root.id, name: "other.example", zoneType: "PRIMARY" });
  new InsideSteering(stack, "steering", {
    compartment: root,
    name: "steering",
    jurisdiction: "US",
    zone: "us.acme.example",
    hostnames: ["us.acme.example", "media.us.acme.example"],
    places: addresses.map((address, index) => ({ name: index === 0 ? "primary" : "standby", address, after })),
    health: { path: "/health", vantagePoints: ["aws-iad", "goo-chs", "azr-sat"] },
    ...overrides,
  });
}
const refusals = (overrides: Partial<InsideSteeringProps>, addresses?: string[]) =>
  refusalsOf((stack) => steeringIn(stack, overrides, addresses));

const json = synthesizeStack((stack) => steeringIn(stack, {}));
const zone = allOf(json, "oci_dns_zone").find(({ name }) => name === "us.acme.example");
const policy = oneOf(json, "oci_dns_steering_policy");
const monitor = oneOf(json, "oci_health_checks_http_monitor");
const NAMES = ["media.us.acme.example", "us.acme.example"];

describe("names of a jurisdiction", () => {
  test("are made of these, and of no alias, no second zone and no redirect", () => {
    expect(typesIn(json).filter((type) => /dns|health|redirect/.test(type))).toEqual([
      "oci_dns_rrset",
      "oci_dns_steering_policy",
      "oci_dns_steering_policy_attachment",
      "oci_dns_zone",
      "oci_health_checks_http_monitor",
    ]);
  });

  test.each([
    ["are in a zone that no plan destroys", zone?.lifecycle, { prevent_destroy: true }],
    ["are in a public primary zone", [zone?.zone_type, zone?.scope], ["PRIMARY", undefined]],
    ["lead by failover", policy.template, "FAILOVER"],
    ["forget soon where they led", policy.ttl, 30],
    ["lead by this monitor", policy.health_check_monitor_id, expect.stringMatching(/http_monitor\.steering_Health_/)],
    ["lead to A records alone", policy.answers.map(({ rtype }: { rtype: string }) => rtype), ["A", "A"]],
    ["are watched by what they lead to", monitor.targets, policy.answers.map(({ rdata }: { rdata: string }) => rdata)],
    ["are watched by TLS, where users come in", [monitor.protocol, monitor.port, monitor.path], ["HTTPS", 443, "/health"]],
    ["are watched from inside", monitor.vantage_point_names, ["aws-iad", "goo-chs", "azr-sat"]],
    ["are watched all the time", monitor.is_enabled, true],
  ])("%s", (_, actual, expected) => expect(actual).toEqual(expected));

  // "Traffic Management API Guide", template FAILOVER: FILTER first, HEALTH second, LIMIT last.
  test("lead by the rules of the template, in its order, to one answer", () => {
    expect(policy.rules.map(({ rule_type }: { rule_type: string }) => rule_type)).toEqual([
      "FILTER",
      "HEALTH",
      "PRIORITY",
      "LIMIT",
    ]);
    expect(policy.rules.at(-1).default_count).toBe(1);
  });

  test("have each a record of the first place, and are steered after it and after what both places wait for", () => {
    const records = allOf(json, "oci_dns_rrset");
    const attachments = allOf(json, "oci_dns_steering_policy_attachment");
    expect(records.map(({ domain, items }) => [domain, items])).toEqual(
      NAMES.map((domain) => [domain, [{ domain, rtype: "A", rdata: "192.0.2.1", ttl: 30 }]]),
    );
    expect(attachments.map(({ domain_name }) => domain_name)).toEqual(NAMES);
    for (const { depends_on } of attachments)
      expect(depends_on).toEqual(
        expect.arrayContaining([expect.stringMatching(/^oci_dns_rrset\./), expect.stringMatching(/^oci_dns_zone\.stand-in/)]),
      );
  });
});

describe("steering", () => {
  test("to two addresses is accepted", () => expect(refusals({})).toEqual([]));

  test.each<[string, Partial<InsideSteeringProps>, string[] | undefined, string]>([
    [
      "one address twice",
      {},
      ["192.0.2.1", "192.0.2.1"],
      "names lead to 2 places that aren't two addresses: expected the primary and its standby, each at an address of its own",
    ],
    [
      "one address alone",
      {},
      ["192.0.2.1"],
      "names lead to 1 places that aren't two addresses: expected the primary and its standby, each at an address of its own",
    ],
    [
      "a vantage point that nobody knows",
      { health: { path: "/health", vantagePoints: ["aws-iad", "goo-chs", "aws-nyc"] } },
      undefined,
      "vantage point aws-nyc isn't in US: an outage between continents would take the site down: check from inside",
    ],
    [
      "a name of another zone",
      { hostnames: ["notus.acme.example"] },
      undefined,
      "notus.acme.example isn't in zone us.acme.example: name the zone itself or what is below it",
    ],
    [
      "a vantage point elsewhere",
      { health: { path: "/health", vantagePoints: ["aws-iad", "goo-chs", "aws-sin"] } },
      undefined,
      "vantage point aws-sin isn't in US: an outage between continents would take the site down: check from inside",
    ],
  ])("with %s is refused", (_, overrides, addresses, refusal) => {
    expect(refusals(overrides, addresses)).toContain(`[test/steering] ${refusal}`);
  });

  test.each<[string, Partial<InsideSteeringProps>]>([
    ["the zone's own name alone", { hostnames: ["us.acme.example"] }],
    ["a name two levels below it", { hostnames: ["a.media.us.acme.example"] }],
    [
      "a jurisdiction whose points are its own",
      { jurisdiction: "EU", health: { path: "/up", vantagePoints: ["aws-fra", "aws-dub", "azr-dub"] } },
    ],
  ])("with %s is accepted", (_, overrides) => expect(refusals(overrides)).toEqual([]));
});
