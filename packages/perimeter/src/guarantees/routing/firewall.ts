import type { Estate } from "../../estate";
import { argument, textArgument } from "../../estate/arguments";
import type { Resource } from "../../input";
import type { About } from "../found";
import { step } from "./lead";
import { type Remark, whenOf, witnessOf } from "./remarks";

/**
 * The web application firewalls that look at what comes to a load balancer. Source: provider documentation of
 * oci_waf_web_app_firewall, `backend_type` and `load_balancer_id`.
 */
export function firewallsOf(balancer: Resource, { resources, links }: Estate): readonly Resource[] {
  return [...resources.values()].filter(
    (one) =>
      one.type === "oci_waf_web_app_firewall" &&
      one.uncertain === undefined &&
      (textArgument(one, "backend_type") ?? "LOAD_BALANCER") === "LOAD_BALANCER" &&
      links.resource(argument(one, "load_balancer_id"))?.address === balancer.address,
  );
}

/** A load balancer that no firewall looks at, and whether another that answers for the same name has one. */
export interface Unguarded {
  readonly about: About;
  /** Then it is a way around the firewall; where none has one, the estate has none, and that is only noted. */
  readonly isWrong: boolean;
}

/** The load balancers without a firewall, of all that answer for a name. */
export function unguarded(balancers: readonly Extract<Remark, { kind: "balancer" }>[], estate: Estate): readonly Unguarded[] {
  const unique = [...new Map(balancers.map((one) => [one.balancer.address, one])).values()];
  const without = unique.filter(({ balancer }) => firewallsOf(balancer, estate).length === 0);
  const isWrong = without.length < unique.length;
  return without.map(({ balancer: { address }, balancer, answer }) => {
    const { hostname, lead } = answer;
    const path = [...lead.path, step(balancer, "no web application firewall looks at what comes to it")];
    const edit = { address, argument: "oci_waf_web_app_firewall.load_balancer_id", before: "", after: address };
    return {
      isWrong,
      about: {
        rule: "routing/no-firewall",
        severity: isWrong ? "medium" : "low",
        path,
        witness: witnessOf(answer),
        message: isWrong
          ? `${hostname} leads around the web application firewall, to ${address}, which has none${whenOf(lead)}`
          : `${hostname} leads to ${address}, which has no web application firewall`,
        fix: { text: `attach a web application firewall to ${address}`, edits: [edit] },
      },
    };
  });
}
