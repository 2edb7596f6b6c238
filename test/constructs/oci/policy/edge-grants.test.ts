import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Scenario } from "../../../../config/schema/model";
import { EDGE, grantEdge } from "../../../../constructs/oci/policy/edge-grants";
import type { Grant } from "../../../../constructs/oci/policy/grant";
import { FOREIGNER, groundOf, refusalsOf, role, scenario, synthesizeStack } from "../../../support/construct-stack";
import { FORBIDDEN, readStatement } from "../../../support/statements";

type Capability = Scenario["capability"];

const edge = (stack: TerraformStack, who = role(), capability: Capability = "metadata", circumstances = {}) => {
  const { compartment, root } = groundOf(stack);
  const asked = scenario({ name: "deploy", infrastructure: true, capability, circumstances });
  return grantEdge(stack, who, asked, "US", compartment("edge", root));
};

function grantsOf(ask: (stack: TerraformStack) => readonly Grant[]): readonly Grant[] {
  const grants: Grant[] = [];
  synthesizeStack((stack) => void grants.push(...ask(stack)));
  return grants;
}
const read = (grants: readonly Grant[]) => grants.map(({ statement }) => readStatement(printStatement(statement)));
const permissionsOf = (capability: Capability) =>
  read(grantsOf((stack) => edge(stack, role(), capability))).flatMap(({ permissions }) => permissions ?? ["unknown"]);
const [seen, changed] = [permissionsOf("metadata"), permissionsOf("administer")];

describe("grants on the edge", () => {
  test.each(["metadata", "administer"] as const)("are on its compartment, for %s and in its scenario", (capability) => {
    const grants = grantsOf((stack) => edge(stack, role(), capability));
    expect([...new Set(read(grants).map(({ location }) => location))]).toEqual(["us:edge"]);
    expect([...new Set(grants.map(({ on, to, because }) => `${on} to ${to} for ${because}`))]).toEqual([
      `${EDGE} to reviewers for deploy`,
    ]);
  });

  // Each beside the one that a change of the edge needs.
  test.each([
    ["a load balancer is seen", "LOAD_BALANCER_INSPECT", true, true],
    ["a load balancer is changed", "LOAD_BALANCER_UPDATE", false, true],
    ["a firewall is changed", "WEB_APP_FIREWALL_UPDATE", false, true],
    ["a rule of a firewall is changed", "WAF_POLICY_UPDATE", false, true],
    ["a record is seen", "DNS_RECORD_INSPECT", true, true],
    ["a record is changed", "DNS_RECORD_UPDATE", false, true],
    ["a zone is made", "DNS_ZONE_CREATE", false, true],
    ["a zone is deleted", "DNS_ZONE_DELETE", false, false],
    ["a name is steered", "DNS_POLICY_STEERING_UPDATE", false, true],
    ["a health check is seen", "HEALTH_CHECK_MONITOR_INSPECT", true, true],
    ["a health check is changed", "HEALTH_CHECK_MONITOR_MANAGE", false, true],
    ["an address is reserved", "PUBLIC_IP_CREATE", false, true],
    ["an address is given up", "PUBLIC_IP_DELETE", false, false],
    ["a way in is made", "INTERNET_GATEWAY_CREATE", false, true],
    ["a certificate is imported", "CERTIFICATE_CREATE", false, true],
    ["a certificate is deleted", "CERTIFICATE_DELETE", false, false],
    ["a private key is handed out", "CERTIFICATE_BUNDLE_READ", false, false],
  ])("%s: %s to whoever sees the edge %j, to whoever changes it %j", (_, permission, sees, changes) => {
    expect([seen.includes(permission), changed.includes(permission)]).toEqual([sees, changes]);
  });

  test("see and change no more than is named: nothing on a store, a key, a secret or a policy", () => {
    const allowed =
      /^(LOAD_BALANCER|WAF_POLICY|WEB_APP_FIREWALL|INTERNET_GATEWAY|PUBLIC_IP|PRIVATE_IP|DNS|HEALTH_CHECK_MONITOR|CERTIFICATE)_/;
    expect(changed.filter((permission) => !allowed.test(permission))).toEqual([]);
    expect(changed.filter((permission) => (FORBIDDEN as readonly string[]).includes(permission))).toEqual([]);
  });

  test("let whoever sees it read settings alone", () => {
    expect(seen.filter((permission) => !/_(INSPECT|READ)$/.test(permission))).toEqual([]);
  });

  test("carry a window of time, each of them", () => {
    const time = { days: ["monday"], from: "09:00", to: "17:00" } as const;
    const given = read(grantsOf((stack) => edge(stack, role(), "administer", { time })));
    expect(given.length).toBeGreaterThan(1);
    for (const { conditions } of given)
      expect(conditions).toEqual([
        "request.utc-timestamp.day-of-week in ('monday')",
        "request.utc-timestamp.time-of-day between '09:00:00Z' and '17:00:00Z'",
      ]);
  });

  test("are refused for a network, which names can't check, and not given without it", () => {
    const refusals = refusalsOf((stack) => void edge(stack, role(), "administer", { network: ["us-offices"] }));
    expect(refusals).toContainEqual(
      expect.stringContaining("asks for a network source, which DNS and Health Checks can't check: take the circumstance away"),
    );
  });
});

test.each([
  ["see", "metadata"],
  ["change", "administer"],
] as const)("somebody from elsewhere can't %s where users are led", (verb, capability) => {
  expect(refusalsOf((stack) => expect(edge(stack, FOREIGNER, capability)).toEqual([]))).toEqual([
    expect.stringContaining(`role "apac-engineering" resides in CN, SG and can't ${verb} where users are led`),
  ]);
  expect(refusalsOf((stack) => expect(edge(stack, role(), capability)).not.toEqual([]))).toEqual([]);
});
