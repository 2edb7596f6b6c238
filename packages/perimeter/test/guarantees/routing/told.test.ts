import { describe, expect, test } from "@jest/globals";
import { type Resources, statements } from "../../support/oci-estate";
import { state } from "../../support/plans";
import {
  AWAY,
  briefly,
  documents,
  ENABLED,
  firewall,
  GOOD,
  HEALTHY,
  IAD,
  MODEL,
  ONE,
  PHX,
  R53,
  r53,
  ranked,
  record,
  routingOf,
  steering,
} from "../../support/routing-estate";

describe("what is noted, and fails nothing", () => {
  const notesOf = (...more: readonly Resources[]) => {
    const { verdict, notes } = routingOf(documents(GOOD, ...more));
    return [verdict, ...notes.map(({ rule, principal }) => `${rule} ${principal?.name ?? ""}`.trim())];
  };
  test.each<readonly [string, readonly Resources[], readonly string[]]>([
    ["a load balancer without a firewall", [], ["holds", "routing/no-firewall"]],
    ["a firewall", [firewall("phx")], ["holds"]],
    [
      "an answer that is disabled and leads away",
      [firewall("phx"), firewall("iad"), steering([PHX, { ...AWAY, is_disabled: true }], [ENABLED])],
      ["holds", "routing/answer-outside"],
    ],
    [
      "an answer that is disabled and leads to the standby",
      [firewall("phx"), firewall("iad"), steering([PHX, { ...IAD, is_disabled: true }], [ENABLED])],
      ["holds"],
    ],
    [
      "a foreign group that changes records",
      [firewall("phx"), statements("allow group apac-eng to use dns-records in tenancy")],
      ["holds", "routing/control apac-eng"],
    ],
    [
      "a foreign group that sees records",
      [firewall("phx"), statements("allow group apac-eng to read dns-records in tenancy")],
      ["holds"],
    ],
    [
      "a group of the jurisdiction that changes records",
      [firewall("phx"), statements("allow group us-sre to use dns-records in tenancy")],
      ["holds"],
    ],
  ])("%s", (_, more, said) => expect(notesOf(...more)).toEqual(said));
});

test("a finding has the query, the health and the answer, the way to it, and a remedy", () => {
  const away = steering([PHX, AWAY], [ENABLED, HEALTHY, ranked("phx", "away"), ONE]);
  const { findings } = routingOf(documents(firewall("phx"), away));
  expect(findings).toEqual([
    expect.objectContaining({
      rule: "routing/answer-outside",
      severity: "high",
      principal: null,
      asset: null,
      witness: {
        query: { name: "us.example.com", type: "A", from: "anywhere" },
        health: { phx: "unhealthy", away: "healthy" },
        answer: "203.0.113.9",
      },
      message: "us.example.com leads to 203.0.113.9: nothing of the estate has the address 203.0.113.9, while phx is unhealthy",
      path: [
        { step: "route", address: "a/oci_dns_steering_policy_attachment.p", text: "attaches the policy to us.example.com" },
        { step: "route", address: "a/oci_dns_steering_policy.p", text: "answers A 203.0.113.9 (away)" },
      ],
      fix: {
        text: expect.stringContaining("take 203.0.113.9 out"),
        edits: [{ address: "a/oci_dns_steering_policy.p", argument: "answers", before: "203.0.113.9", after: null }],
      },
    }),
  ]);
});

test("a model that declares no routing asks for none", () => {
  const model = MODEL.replace(/routing:.*\n/, "");
  expect(routingOf(documents(record("us", "us.example.com", "A", "203.0.113.9")), model)).toEqual({
    id: "routing",
    verdict: "not-declared",
    findings: [],
    notes: [],
    undecided: [],
  });
});

test("the verdict is the same over orders of the input", () => {
  const all = documents(
    GOOD,
    steering([PHX, AWAY], [ENABLED]),
    R53,
    r53("us", { records: ["198.51.100.3"] }),
    record("six", "us.example.com", "AAAA", "2001:db8::9"),
  );
  const [stack] = Object.values(all) as [{ resource: Record<string, Record<string, object>> }];
  const turned = (one: object) => Object.fromEntries(Object.entries(one).reverse());
  const resource = turned(Object.fromEntries(Object.entries(stack.resource).map(([type, made]) => [type, turned(made)])));
  expect(routingOf({ "a.tf.json": { ...stack, resource } })).toEqual(routingOf(all));
});

describe("a state, which knows addresses and no providers", () => {
  const ocid = (kind: string, key: string) => `ocid1.${kind}.oc1.${key}.aaaaaaaa${kind}${key}`;
  const edge = (name: string, key: string, address: string) => ({
    [`oci_core_public_ip.${name}`]: { id: ocid("publicip", key), ip_address: address, lifetime: "RESERVED" },
    [`oci_load_balancer_load_balancer.${name}`]: {
      id: ocid("loadbalancer", key),
      reserved_ips: [{ id: ocid("publicip", key) }],
      ip_address_details: [{ ip_address: address, is_public: true }],
    },
    [`oci_load_balancer_backend_set.${name}`]: {
      load_balancer_id: ocid("loadbalancer", key),
      name: "app",
      backend: [{ ip_address: "10.0.0.5", port: 80, offline: false, drain: false }],
    },
    [`oci_load_balancer_listener.${name}`]: {
      load_balancer_id: ocid("loadbalancer", key),
      name: "https",
      default_backend_set_name: "app",
    },
  });
  const applied = (rdata: string) =>
    state({
      ...edge("phx", "phx", "198.51.100.10"),
      ...edge("fra", "eu-frankfurt-1", "198.51.100.20"),
      "oci_dns_zone.z": { id: ocid("dns-zone", "x"), name: "example.com", zone_type: "PRIMARY", scope: "GLOBAL" },
      "oci_dns_rrset.us": {
        zone_name_or_id: ocid("dns-zone", "x"),
        domain: "us.example.com",
        rtype: "A",
        items: [{ domain: "us.example.com", rtype: "A", rdata, ttl: 30 }],
      },
      "oci_objectstorage_bucket.media": { name: "media", namespace: "ns" },
      "oci_identity_group.us_sre": { id: ocid("group", "x"), name: "us-sre" },
    });
  test.each([
    ["198.51.100.10", ["holds"]],
    ["198.51.100.20", ["violated", "routing/answer-outside 198.51.100.20"]],
    ["198.51.100.30", ["violated", "routing/answer-outside 198.51.100.30"]],
  ])("%s", (rdata, said) => expect(briefly(routingOf({ "a.state.json": applied(rdata) }))).toEqual(said));
});
