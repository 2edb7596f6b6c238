import { DnsZone } from "@cdktf/provider-oci/lib/dns-zone";
import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { InsideSteering, type InsideSteeringProps } from "../../../../constructs/oci/traffic/inside-steering";
import { groundOf, refusalsOf } from "../../../support/construct-stack";

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
});
