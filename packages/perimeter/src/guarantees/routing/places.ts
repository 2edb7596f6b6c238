import { containsRange, parseAddressRange } from "../../aws/policy/address";
import type { AddressRange } from "../../aws/policy/syntax";
import type { Estate } from "../../estate";
import { argument, itemsOf } from "../../estate/arguments";
import type { Resource } from "../../input";
import { literalOf } from "./literal";
import { regionOf } from "./region";

/** Blocks of addresses that are nobody's in public (RFC 1918, RFC 6598, RFC 4193). */
const PRIVATE: readonly AddressRange[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
  .map(parseAddressRange)
  .filter((range) => range !== undefined);

export const isPrivate = (address: AddressRange): boolean => PRIVATE.some((range) => containsRange(range, address));

/** Networks, and the arguments that say which addresses are theirs (provider documentation of each type). */
const NETWORKS: ReadonlyMap<string, readonly string[]> = new Map([
  ["oci_core_vcn", ["cidr_block", "cidr_blocks", "ipv6cidr_blocks", "ipv6private_cidr_blocks", "byoipv6cidr_blocks"]],
  ["oci_core_subnet", ["cidr_block", "ipv4cidr_blocks", "ipv6cidr_block", "ipv6cidr_blocks"]],
  ["aws_vpc", ["cidr_block", "ipv6_cidr_block"]],
  ["aws_subnet", ["cidr_block", "ipv6_cidr_block"]],
]);

/** The networks of the estate that have an address among theirs. */
export function networksOf(address: AddressRange, estate: Estate): readonly Resource[] {
  return [...estate.resources.values()].filter((resource) => holds(resource, address, estate));
}

function holds(resource: Resource, address: AddressRange, estate: Estate): boolean {
  return (NETWORKS.get(resource.type) ?? []).some((name) =>
    (itemsOf(argument(resource, name)) ?? []).some((block) => {
      const range = parseAddressRange(literalOf(block, estate) ?? "");
      return range !== undefined && containsRange(range, address);
    }),
  );
}

/** The networks that a load balancer is in; empty: they aren't known. */
export function networksAround(balancer: Resource, { links }: Estate): readonly Resource[] {
  const subnets = ["subnet_ids", "subnet_id"].flatMap((name) => itemsOf(argument(balancer, name)) ?? []);
  const found = subnets.map((value) => links.resource(value)).filter((one) => one?.type === "oci_core_subnet");
  return found.flatMap((subnet) => (subnet ? [subnet, ...vcnOf(subnet, links)] : []));
}

function vcnOf(subnet: Resource, links: Estate["links"]): readonly Resource[] {
  const vcn = links.resource(argument(subnet, "vcn_id"));
  return vcn ? [vcn] : [];
}

/** Where something is, for a proof that only some regions of OCI are right. */
export type Where =
  | { readonly kind: "inside"; readonly region: string }
  | { readonly kind: "outside"; readonly because: string }
  | { readonly kind: "unknown"; readonly because: string };

export function whereIs(resource: Resource, allowed: ReadonlySet<string>): Where {
  const { type, address } = resource;
  if (!type.startsWith("oci_")) return { kind: "outside", because: `${address} isn't on Oracle Cloud` };
  if (type.startsWith("oci_waas_"))
    return { kind: "outside", because: `${address} answers at the edge, in many places of the world` };
  const region = regionOf(resource);
  if (region === undefined) return { kind: "unknown", because: `the region of ${address} isn't known` };
  if (allowed.has(region)) return { kind: "inside", region };
  return { kind: "outside", because: `${address} is in ${region}, which is neither the primary's region nor its standby's` };
}
