import type { Estate } from "../../estate";
import { textArgument } from "../../estate/arguments";
import type { Value } from "../../input";
import { domainOf } from "./domain";

/** Attributes in which a resource has the name under which the public reaches it (provider documentation of each type). */
const HOST_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["oci_apigateway_gateway", ["hostname"]],
  ["oci_waas_waas_policy", ["cname"]],
  ["aws_alb", ["dns_name"]],
  ["aws_cloudfront_distribution", ["domain_name"]],
  ["aws_elb", ["dns_name"]],
  ["aws_globalaccelerator_accelerator", ["dns_name", "dual_stack_dns_name"]],
  ["aws_lb", ["dns_name"]],
]);

/** The resource behind a name, as a value that refers to it; `undefined`: the name isn't one that a cloud gave. */
export function hostOf(value: Value, text: string | undefined, { resources }: Estate): Value | undefined {
  if (text === undefined) return value.kind === "reference" && resources.has(value.to) ? value : undefined;
  const name = domainOf(text);
  for (const resource of resources.values())
    for (const attribute of HOST_NAMES.get(resource.type) ?? [])
      if (domainOf(textArgument(resource, attribute) ?? "") === name && name !== "")
        return { kind: "reference", to: resource.address, attribute: [attribute] };
  return undefined;
}
