import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import { openIn, type Resource, reasonOf, type Value } from "../../input";
import type { PathStep } from "../../verdict/verdict";
import { step } from "./lead";
import { literalOf } from "./literal";
import { LOAD_BALANCERS, NETWORK_LOAD_BALANCERS } from "./load-balancer";
import { ownerOf } from "./owners";
import { whereIs } from "./places";

/** What an answer comes to. */
export type Destination =
  /** Something of the primary or its standby; a load balancer is looked behind. */
  | { readonly kind: "inside"; readonly front: Resource; readonly isBalancer: boolean; readonly path: readonly PathStep[] }
  | { readonly kind: "outside"; readonly because: string; readonly path: readonly PathStep[] }
  /** An address of the estate that nothing has. */
  | { readonly kind: "idle"; readonly address: Resource; readonly path: readonly PathStep[] }
  | { readonly kind: "unknown"; readonly because: string };

/**
 * Whose an answer's address is. One that is known and that no resource has is somebody else's, also where resources have
 * addresses which only the cloud knows: a configuration that means one of these refers to it, and a plan or state shows it.
 */
export function destinationOf(value: Value, allowed: ReadonlySet<string>, estate: Estate): Destination {
  const owner = ownerOf(value, estate);
  if (owner) return fromOwner(owner, allowed, estate);
  const text = literalOf(value, estate);
  if (text !== undefined) return { kind: "outside", because: `nothing of the estate has the address ${text}`, path: [] };
  const open = openIn(value);
  return { kind: "unknown", because: `where it leads isn't known${open ? `: ${reasonOf(open)}` : ""}` };
}

function fromOwner(owner: Resource, allowed: ReadonlySet<string>, estate: Estate): Destination {
  const where = whereIs(owner, allowed);
  if (where.kind === "unknown") return where;
  if (where.kind === "outside") return { ...where, path: [step(owner, where.because)] };
  if (owner.type === "oci_core_public_ip") return fromReserved(owner, allowed, estate);
  const isBalancer = LOAD_BALANCERS.has(owner.type) || NETWORK_LOAD_BALANCERS.has(owner.type);
  return { kind: "inside", front: owner, isBalancer, path: [step(owner, `has the address, in ${where.region}`)] };
}

/** A reserved address leads to the load balancer that it is given to, or to the private address that it stands for. */
function fromReserved(reserved: Resource, allowed: ReadonlySet<string>, estate: Estate): Destination {
  const holder = [...estate.resources.values()].find((one) =>
    (itemsOf(argument(one, "reserved_ips")) ?? []).some((block) => isThis(fieldsOf(block).get("id"), reserved, estate)),
  );
  const path = [step(reserved, "is the reserved address")];
  if (holder) {
    const further = fromOwner(holder, allowed, estate);
    return further.kind === "unknown" ? further : { ...further, path: [...path, ...further.path] };
  }
  const isAssigned = ["private_ip_id", "assigned_entity_id"].some((name) => {
    const value = argument(reserved, name);
    return value !== undefined && textArgument(reserved, name) !== "";
  });
  return isAssigned
    ? { kind: "inside", front: reserved, isBalancer: false, path }
    : { kind: "idle", address: reserved, path: [step(reserved, "is an address that nothing has")] };
}

const isThis = (value: Value | undefined, resource: Resource, { links }: Estate) =>
  links.resource(value)?.address === resource.address;
