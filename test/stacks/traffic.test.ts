import { describe, expect, test } from "@jest/globals";
import { type Steering, strayOutcomes } from "../../constructs/oci/traffic/steering-answers";
import {
  configurationText,
  DEPLOYMENTS,
  edit,
  resourcesOf,
  type StackJson,
  synthesizedDeployment,
  synthesizeText,
} from "../support/deployments";

const of = (stack: StackJson, type: string) => resourcesOf(stack).filter((resource) => resource.type === type);
const argsOf = (stack: StackJson, type: string) => of(stack, type).map(({ args }) => args);

/** What the synthesized policy says, read without the construct. */
function steeringIn(stack: StackJson): Steering {
  const [policy] = argsOf(stack, "oci_dns_steering_policy");
  return {
    answers: policy.answers.map((a: StackJson) => ({ name: a.name, pool: a.pool, rdata: a.rdata, isDisabled: a.is_disabled })),
    rules: policy.rules.map((rule: StackJson) => ({
      ruleType: rule.rule_type,
      defaultCount: rule.default_count,
      defaultAnswerData: rule.default_answer_data?.map((data: StackJson) => ({
        answerCondition: data.answer_condition,
        shouldKeep: data.should_keep,
        value: data.value,
      })),
    })),
    records: argsOf(stack, "oci_dns_rrset").flatMap(({ items }) => items.map(({ rdata }: StackJson) => rdata)),
  };
}

describe.each(DEPLOYMENTS)("traffic of %s", (name) => {
  const { deployment, stacks, estate } = synthesizedDeployment(name);
  const stack = stacks.traffic;
  const reserved = of(stack, "oci_core_public_ip").map((address) => `\${oci_core_public_ip.${address.name}.ip_address}`);

  test("every answer, whatever is unhealthy or disabled, is one of the two reserved addresses", () => {
    expect(reserved).toHaveLength(2);
    expect(strayOutcomes(steeringIn(stack), reserved)).toEqual([]);
  });

  test("health is that of the answers, by the name that users ask for, seen from inside", () => {
    const [monitor] = argsOf(stack, "oci_health_checks_http_monitor");
    expect([monitor.targets, monitor.headers, monitor.vantage_point_names]).toEqual([
      reserved,
      { Host: deployment.routing.hostnames[0] },
      deployment.routing.health.vantagePoints,
    ]);
  });

  test("every name is steered, and only after a firewall looks at what comes", () => {
    const attachments = argsOf(stack, "oci_dns_steering_policy_attachment");
    expect(attachments.map(({ domain_name }) => domain_name).sort()).toEqual([...deployment.routing.hostnames].sort());
    const firewalls = of(stack, "oci_waf_web_app_firewall").map((firewall) => `oci_waf_web_app_firewall.${firewall.name}`);
    for (const { depends_on } of attachments) expect(depends_on).toEqual(expect.arrayContaining(firewalls));
    expect(firewalls).toHaveLength(2);
  });

  test("nothing listens without TLS 1.2 and a certificate of its own region", () => {
    expect(
      argsOf(stack, "oci_load_balancer_listener").map(({ port, ssl_configuration }) => [
        port,
        ssl_configuration.protocols,
        ssl_configuration.certificate_ids,
      ]),
    ).toEqual(
      (["primary", "standby"] as const).map((site) => [443, ["TLSv1.2", "TLSv1.3"], [deployment.routing.certificates[site]]]),
    );
  });

  test("backends are the app tiers, each of its region", () => {
    expect(argsOf(stack, "oci_load_balancer_backend").map(({ ip_address }) => ip_address)).toEqual([
      ...(estate.primary.app?.addresses ?? []),
      ...(estate.standby.app?.addresses ?? []),
    ]);
  });

  test("the edge is reached on 443, and reaches the app tier alone", () => {
    const rules = argsOf(stack, "oci_core_network_security_group_security_rule").map((rule) => {
      const { min } = rule.tcp_options.destination_port_range;
      return `${rule.direction} ${rule.source_type ?? rule.destination_type} ${min}`;
    });
    const { port } = deployment.app;
    const ofOne = [`INGRESS CIDR_BLOCK 443`, `EGRESS NETWORK_SECURITY_GROUP ${port}`, `INGRESS NETWORK_SECURITY_GROUP ${port}`];
    expect(rules.sort()).toEqual([...ofOne, ...ofOne].sort());
  });
});

describe("requests from outside", () => {
  const rule = (how: string) => {
    const text = edit(configurationText("production"), ["requestsFromOutside: log", `requestsFromOutside: ${how}`]);
    const [policy] = argsOf(synthesizeText(text).stacks.traffic, "oci_waf_web_app_firewall_policy");
    const [{ action_name, condition }] = policy.request_access_control.rules;
    return [policy.actions.find((action: StackJson) => action.name === action_name).type, condition];
  };
  const served = "!i_contains(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI'], connection.source.geo.countryCode)";

  test.each([
    ["log", "CHECK"],
    ["block", "RETURN_HTTP_RESPONSE"],
  ])("are met with %s as %s, and those from US territories aren't from outside", (how, action) => {
    expect(rule(how)).toEqual([action, served]);
  });
});
