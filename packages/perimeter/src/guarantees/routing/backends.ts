import { parseAddressRange } from "../../aws/policy/address";
import type { Estate } from "../../estate";
import { argument, fieldsOf, isTrue, itemsOf } from "../../estate/arguments";
import type { Resource, Value } from "../../input";
import { shownValue } from "./lead";
import { literalOf } from "./literal";
import { ownerOf } from "./owners";
import { isPrivate, networksAround, networksOf, type Where, whereIs } from "./places";

/** A machine behind a load balancer. */
export interface Backend {
  /** What puts it there. */
  readonly by: Resource;
  /** Left out: it is whatever the resource makes. */
  readonly target?: Value;
}

/** Types that put machines behind load balancers, with the arguments that say which, where, and by which address. */
const ADDING = [
  {
    types: ["oci_load_balancer_backend", "oci_network_load_balancer_backend"],
    sets: ["backendset_name", "backend_set_name"],
    balancers: ["load_balancer_id", "network_load_balancer_id"],
  },
];

/** The types of a backend set, whose own blocks may hold backends as well (plans and states show them there). */
export const SETS: ReadonlySet<string> = new Set([
  "oci_load_balancer_backend_set",
  "oci_load_balancer_backendset",
  "oci_network_load_balancer_backend_set",
  "oci_network_load_balancer_network_load_balancers_backend_sets_unified",
]);

/** What a load balancer passes a set's requests to; "unknown": that isn't known. Those that are out of use don't count. */
export function backendsOf(balancer: Resource, set: string, estate: Estate): readonly Backend[] | "unknown" {
  const all = [...estate.resources.values()];
  const found: Backend[] = [];
  let isOpen = false;
  for (const by of all) {
    const adding = ADDING.find(({ types }) => types.includes(by.type));
    if (adding && isOn(by, balancer, adding.balancers, estate)) {
      const name = adding.sets.map((one) => literalOf(argument(by, one), estate)).find((one) => one !== undefined);
      if (name === undefined) isOpen = true;
      if (name === set && isInUse(by.arguments.entries)) found.push(backendFrom(by, by.arguments.entries));
    }
    if (SETS.has(by.type) && isOn(by, balancer, BALANCERS, estate) && literalOf(argument(by, "name"), estate) === set)
      for (const name of ["backend", "backends"]) {
        const items = itemsOf(argument(by, name));
        if (!items) isOpen = true;
        for (const item of items ?? []) if (isInUse(fieldsOf(item))) found.push(backendFrom(by, fieldsOf(item)));
      }
    if (by.type === "oci_core_instance_pool")
      for (const item of itemsOf(argument(by, "load_balancers")) ?? []) {
        const fields = fieldsOf(item);
        if (
          isTheSame(fields.get("load_balancer_id"), balancer, estate) &&
          literalOf(fields.get("backend_set_name"), estate) === set
        )
          found.push({ by });
      }
  }
  return found.length === 0 && isOpen ? "unknown" : found;
}

export const BALANCERS: readonly string[] = ["load_balancer_id", "network_load_balancer_id"];

/** Whether a part is one of this load balancer. */
export function isOn(part: Resource, balancer: Resource, names: readonly string[], estate: Estate): boolean {
  return names.some((name) => isTheSame(argument(part, name), balancer, estate));
}

function isTheSame(value: Value | undefined, balancer: Resource, estate: Estate): boolean {
  return estate.links.resource(value)?.address === balancer.address;
}

/** Neither offline nor drained: such a backend receives nothing ("Managing Backend Servers"). */
function isInUse(fields: ReadonlyMap<string, Value>): boolean {
  return !["offline", "drain", "is_offline", "is_drain"].some((name) => isTrue(fields.get(name)));
}

function backendFrom(by: Resource, fields: ReadonlyMap<string, Value>): Backend {
  const target = fields.get("ip_address") ?? fields.get("target_id");
  return target ? { by, target } : { by };
}

/**
 * Where a backend is. A private address is one of the load balancer's own network, unless other networks of the estate have
 * it: what a load balancer reaches beyond its network has to be among what was given.
 */
export function whereIsBackend({ by, target }: Backend, balancer: Resource, allowed: ReadonlySet<string>, estate: Estate): Where {
  if (!target) return whereIs(by, allowed);
  const owner = ownerOf(target, estate) ?? estate.links.resource(target);
  if (owner) return whereIs(owner, allowed);
  const text = literalOf(target, estate);
  if (text === undefined) return { kind: "unknown", because: `which machine "${by.address}" stands for isn't known` };
  const address = parseAddressRange(text);
  if (!address) return { kind: "unknown", because: `whose "${text}" is isn't known` };
  if (!isPrivate(address)) return { kind: "outside", because: `${shownValue(target, estate)} is no address of the estate` };
  const [around, having] = [networksAround(balancer, estate), networksOf(address, estate)];
  if (having.length === 0 || having.some((one) => around.includes(one))) return whereIs(balancer, allowed);
  const places = having.map((network) => whereIs(network, allowed));
  const isCertain = new Set(places.map(({ kind }) => kind)).size === 1;
  return isCertain && places[0] ? places[0] : { kind: "unknown", because: `several networks have the address ${text}` };
}
