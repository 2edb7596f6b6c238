import { describe, expect, test } from "@jest/globals";
import { IdentityDomain } from "../../../constructs/oci/identity-domain";
import { SecondFactorSignOn, type SecondFactorSignOnProps } from "../../../constructs/oci/sign-on-policy";
import { allOf, groundOf, oneOf, synthesizeStack } from "../../support/construct-stack";
import type { StackJson } from "../../support/deployments";

function synthesizeSignOn(props: Omit<SecondFactorSignOnProps, "domain">): StackJson {
  return synthesizeStack((stack) => {
    const { root } = groundOf(stack);
    const domain = new IdentityDomain(stack, "domain", {
      compartment: root,
      name: "us",
      description: "people of the US",
      homeRegion: "us-phoenix-1",
    });
    new SecondFactorSignOn(domain, "sign-on", { domain, ...props });
  });
}

describe("signing on", () => {
  const perimeter = { name: "us-people", addresses: ["203.0.113.0/26"] };
  const fromAnywhere = { name: "break-glass", groupId: "g1" };
  const secondFactor = "ALLOW with IDP+2FA";

  test.each<[string, Omit<SecondFactorSignOnProps, "domain">, string[]]>([
    ["from anywhere takes a second factor", {}, [secondFactor, "DENY"]],
    ["from the perimeter takes a second factor", { perimeter }, [`${secondFactor} if from-us-people`, "DENY"]],
    [
      "of the group that may come from anywhere takes a second factor all the same",
      { perimeter, fromAnywhere },
      [`${secondFactor} if in-break-glass`, `${secondFactor} if from-us-people`, "DENY"],
    ],
  ])("%s, and is denied otherwise", (_, props, expected) => {
    const json = synthesizeSignOn(props);
    const { rules, policy_type, active } = oneOf(json, "oci_identity_domains_policy");
    expect({ policy_type, active }).toEqual({ policy_type: { value: "SignOn" }, active: true });
    expect(rules.map(({ sequence }: { sequence: number }) => sequence)).toEqual(expected.map((_, index) => index + 1));
    expect(rules.map(({ value }: { value: string }) => ruleIn(json, value))).toEqual(expected);
  });

  test("the perimeter is the addresses that it is given", () => {
    const json = synthesizeSignOn({ perimeter });
    expect(oneOf(json, "oci_identity_domains_network_perimeter").ip_addresses).toEqual([
      { value: "203.0.113.0/26", type: "CIDR", version: "IPV4" },
    ]);
    expect(allOf(json, "oci_identity_domains_condition")[0]).toMatchObject({
      attribute_name: "subject.ip",
      operator: "eq",
      attribute_value: expect.stringMatching(/^#inIPRange\("\$\{oci_identity_domains_network_perimeter\.[\w-]+\.id\}"\)$/),
    });
  });
});

/** The rule behind a reference, in words. */
function ruleIn(json: StackJson, reference: string): string {
  const rule = json.resource.oci_identity_domains_rule[nameIn(reference)];
  const returns = Object.fromEntries(rule.return.map(({ name, value }: { name: string; value: string }) => [name, value]));
  const condition = rule.condition_group && json.resource.oci_identity_domains_condition[nameIn(rule.condition_group.value)].name;
  return [returns.effect, returns.authenticationFactor && `with ${returns.authenticationFactor}`, condition && `if ${condition}`]
    .filter(Boolean)
    .join(" ");
}

const nameIn = (reference: string) => /^\$\{\w+\.([\w-]+)\.id\}$/.exec(reference)?.[1] ?? reference;
