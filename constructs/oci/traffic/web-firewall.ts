import { WafWebAppFirewall } from "@cdktf/provider-oci/lib/waf-web-app-firewall";
import { WafWebAppFirewallPolicy } from "@cdktf/provider-oci/lib/waf-web-app-firewall-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Jurisdiction, servedCountries } from "../../../config/schema/jurisdictions";
import type { Compartment } from "../compartment";
import type { TlsLoadBalancer } from "./tls-load-balancer";

export interface WebFirewallProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly loadBalancer: TlsLoadBalancer;
  readonly requestsFromOutside: "log" | "block";
}

/** Per client address. Source: WAF API, RequestRateLimitingConfiguration. */
const RATE = { periodInSeconds: 60, requestsLimit: 3_000, actionDurationInSeconds: 60 };

/**
 * Looks at every request to a load balancer: clients that ask too often are put off, requests from other countries are
 * recorded or refused. Attacks on the app by their content are not recognised: the service lists its protection
 * capabilities, and their versions, to a caller alone, so that none is named here (docs/failover.md).
 */
export class WebFirewall extends Construct {
  readonly id: string;
  /** In force: what leads users here follows it. */
  readonly attached: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    { compartment, name, jurisdiction, loadBalancer, requestsFromOutside }: WebFirewallProps,
  ) {
    super(scope, id);
    const policy = new WafWebAppFirewallPolicy(this, "Policy", {
      compartmentId: compartment.id,
      displayName: name,
      actions: [
        { name: "pass", type: "ALLOW" },
        { name: "log", type: "CHECK" },
        { name: "block", type: "RETURN_HTTP_RESPONSE", code: 403 },
        { name: "put-off", type: "RETURN_HTTP_RESPONSE", code: 429 },
      ],
      requestAccessControl: {
        defaultActionName: "pass",
        rules: [
          {
            type: "ACCESS_CONTROL",
            name: "from-outside",
            actionName: requestsFromOutside,
            conditionLanguage: "JMESPATH",
            condition: outside(servedCountries(jurisdiction)),
          },
        ],
      },
      requestRateLimiting: {
        rules: [{ type: "REQUEST_RATE_LIMITING", name: "per-client", actionName: "put-off", configurations: [RATE] }],
      },
    });
    const firewall = new WafWebAppFirewall(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      backendType: "LOAD_BALANCER",
      loadBalancerId: loadBalancer.id,
      webAppFirewallPolicyId: policy.id,
      // It needs an HTTP listener ("Getting Started with Web Application Firewall Policies").
      dependsOn: [loadBalancer.listening],
    });
    this.id = firewall.id;
    this.attached = firewall;
  }
}

/** As a list of who is served, since a condition holds 1,024 characters ("Understanding Conditions"). */
const outside = (countries: readonly string[]) =>
  `!i_contains([${countries.map((country) => `'${country}'`).join(", ")}], connection.source.geo.countryCode)`;
