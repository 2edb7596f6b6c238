import { isUnknown, type Maybe } from "../../estate/maybe";
import type { Resource } from "../../input";
import type { Selector } from "../model/selector";
import type { Facts } from "./facts";
import { hasName } from "./name";
import { hasTag } from "./tag";

/** Whether a resource is meant: everything that the selector says must fit, and one thing that doesn't is enough. */
export function matches({ type, address, name, tag }: Selector, resource: Resource, facts: Facts): Maybe<boolean> {
  if (type !== undefined && type !== resource.type) return false;
  if (address !== undefined && !isAt(address, resource)) return false;
  const named = name === undefined || hasName(name, resource, facts);
  if (named === false) return false;
  const tagged = tag === undefined || hasTag(tag, resource, facts);
  if (tagged === false) return false;
  return isUnknown(named) ? named : tagged;
}

/** With or without its stack; without an index an address means all instances, as it does for Terraform. */
function isAt(address: string, resource: Resource): boolean {
  if (address === resource.address) return true;
  const inside = resource.address.slice(resource.stack.length + 1);
  const forms = [inside, inside.replace(INDEX_AT_END, ""), inside.replace(INDEXES, "")];
  return forms.some((form) => address === form || address === `${resource.stack}/${form}`);
}

const INDEX_AT_END = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/;
const INDEXES = new RegExp(INDEX_AT_END.source.slice(0, -1), "g");

/** The stacks of what was found, where the selector doesn't say which of them is meant. */
export function ambiguousStacks({ address }: Selector, found: readonly Resource[]): readonly string[] {
  const stacks = [...new Set(found.map(({ stack }) => stack))];
  const saysStack = address !== undefined && stacks.some((stack) => address.startsWith(`${stack}/`));
  return address === undefined || saysStack || stacks.length < 2 ? [] : stacks;
}
