import { parseAddressRange } from "../../aws/policy/address";
import type { Estate } from "../../estate";
import { argument } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { literalOf } from "./literal";

/**
 * Where a resource has its addresses once they are known: arguments or attributes, in lists and blocks of any depth. A load
 * balancer comes before the reserved address that it has.
 * Source: provider documentation of each type, "Attributes Reference".
 */
const ADDRESSES: readonly (readonly [type: string, attributes: readonly string[]])[] = [
  ["oci_load_balancer_load_balancer", ["ip_address_details", "ip_addresses"]],
  ["oci_load_balancer", ["ip_address_details", "ip_addresses"]],
  ["oci_network_load_balancer_network_load_balancer", ["ip_addresses"]],
  ["oci_apigateway_gateway", ["ip_addresses"]],
  ["oci_core_instance", ["public_ip", "private_ip"]],
  ["oci_container_instances_container_instance", ["vnics"]],
  ["oci_core_ipv6", ["ip_address"]],
  ["oci_core_private_ip", ["ip_address"]],
  ["oci_core_public_ip", ["ip_address"]],
  ["aws_eip", ["public_ip", "private_ip", "address"]],
  ["aws_instance", ["public_ip", "private_ip", "ipv6_addresses"]],
  ["aws_lightsail_static_ip", ["ip_address"]],
  ["aws_globalaccelerator_accelerator", ["ip_sets"]],
];

/** The resource that an address is of, by reference or as plans and states know it. */
export function ownerOf(value: Value, estate: Estate): Resource | undefined {
  if (value.kind === "reference" && estate.resources.has(value.to)) return estate.resources.get(value.to);
  const address = literalOf(value, estate);
  if (address === undefined) return undefined;
  const range = parseAddressRange(address);
  if (!range) return undefined;
  const all = [...estate.resources.values()];
  for (const [type, attributes] of ADDRESSES)
    for (const resource of all)
      if (resource.type === type && attributes.some((name) => holds(argument(resource, name), address, estate))) return resource;
  return undefined;
}

function holds(value: Value | undefined, address: string, estate: Estate): boolean {
  if (value?.kind === "list") return value.items.some((item) => holds(item, address, estate));
  if (value?.kind === "object") return [...value.entries.values()].some((item) => holds(item, address, estate));
  return value?.kind === "literal" && isSameAddress(String(value.value), address);
}

function isSameAddress(one: string, other: string): boolean {
  if (one === other) return true;
  const [range, otherRange] = [one, other].map(parseAddressRange);
  return range !== undefined && otherRange !== undefined && range.family === otherRange.family && range.bits === otherRange.bits;
}
