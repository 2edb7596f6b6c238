import { describe, expect, test } from "@jest/globals";
import type { WebFirewallProps } from "../../../../constructs/oci/traffic/web-firewall";
import { firewallIn } from "../../../support/construct-edge";
import { oneOf, synthesizeStack } from "../../../support/construct-stack";

const made = (overrides: Partial<WebFirewallProps> = {}) => {
  const json = synthesizeStack((stack) => void firewallIn(stack, overrides));
  return { firewall: oneOf(json, "oci_waf_web_app_firewall"), policy: oneOf(json, "oci_waf_web_app_firewall_policy") };
};
const { firewall, policy } = made();

interface Action {
  readonly name: string;
  readonly type: string;
  readonly code?: number;
}
const actionNamed = (name: string, { actions }: { readonly actions: readonly Action[] } = policy) =>
  actions.find((action) => action.name === name);

describe("a web firewall", () => {
  test.each([
    ["stands before a load balancer", "backend_type", "LOAD_BALANCER"],
    ["stands before the given one", "load_balancer_id", expect.stringMatching(/^\$\{oci_load_balancer_load_balancer\.\w/)],
    ["has its own rules", "web_app_firewall_policy_id", expect.stringMatching(/^\$\{oci_waf_web_app_firewall_policy\.firewall_/)],
    ["comes after what listens", "depends_on", [expect.stringMatching(/^oci_load_balancer_listener\.load-balancer_/)]],
    ["is in the edge's compartment", "compartment_id", expect.stringContaining("compartment-edge")],
  ])("%s", (_, argument, expected) => expect(firewall[argument]).toEqual(expected));

  test("puts off a client that asks too often, and gives no body that could be read as the app's", () => {
    const [rule, ...others] = policy.request_rate_limiting.rules;
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      type: "REQUEST_RATE_LIMITING",
      configurations: [{ period_in_seconds: 60, requests_limit: 3000, action_duration_in_seconds: 60 }],
    });
    expect(actionNamed(rule.action_name)).toEqual({ name: "put-off", type: "RETURN_HTTP_RESPONSE", code: 429 });
  });

  test("lets requests from inside pass", () => {
    expect(actionNamed(policy.request_access_control.default_action_name)).toEqual({ name: "pass", type: "ALLOW" });
  });

  test("names no action that it doesn't have", () => {
    const named = [
      policy.request_access_control.default_action_name,
      ...[...policy.request_access_control.rules, ...policy.request_rate_limiting.rules].map(({ action_name }) => action_name),
    ];
    expect(named.filter((name) => !actionNamed(name))).toEqual([]);
  });
});

describe("requests from other countries", () => {
  test.each([
    ["log", { name: "log", type: "CHECK" }],
    ["block", { name: "block", type: "RETURN_HTTP_RESPONSE", code: 403 }],
  ] as const)("are met with what is asked for: %s", (requestsFromOutside, action) => {
    const { policy: asked } = made({ requestsFromOutside });
    expect(actionNamed(asked.request_access_control.rules[0].action_name, asked)).toEqual(action);
  });

  test.each([
    ["US", ["'US'", "'PR'", "'GU'"], ["'CA'", "'MX'", "'CN'"]],
    ["EU", ["'DE'", "'IE'", "'SE'"], ["'US'", "'GB'", "'CH'", "'NO'"]],
  ] as const)("are those that aren't served in %s", (jurisdiction, served, outside) => {
    const [{ condition, condition_language }] = made({ jurisdiction }).policy.request_access_control.rules;
    expect(condition_language).toBe("JMESPATH");
    expect(condition).toMatch(/^!i_contains\(\[('[A-Z]{2}'(, )?)+\], connection\.source\.geo\.countryCode\)$/);
    expect(served.filter((country) => !condition.includes(country))).toEqual([]);
    expect(outside.filter((country) => condition.includes(country))).toEqual([]);
    // "Understanding Conditions": a condition holds 1,024 characters.
    expect(condition.length).toBeLessThanOrEqual(1024);
  });
});
