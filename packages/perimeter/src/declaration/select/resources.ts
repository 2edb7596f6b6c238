import { isUnknown } from "../../estate/maybe";
import type { Resource } from "../../input";
import { quote } from "../../quote";
import type { Selector } from "../model/selector";
import { didYouMean } from "../near";
import type { Notes } from "../notes";
import type { Place, Placed } from "../written";
import type { Facts } from "./facts";
import { ambiguousStacks, matches } from "./matches";

/** The resources that a selector means. None, an ambiguous address, or one of which nobody can tell is noted. */
export function selectResources(
  { value: selector, place }: Placed<Selector>,
  label: string,
  resources: readonly Resource[],
  facts: Facts,
  notes: Notes,
): readonly Resource[] {
  const found: Resource[] = [];
  let isOpen = false;
  for (const resource of resources) {
    const match = matches(selector, resource, facts);
    if (isUnknown(match)) {
      isOpen = true;
      noteUndecided(place, label, resource, match.unknown, notes);
    } else if (match) found.push(resource);
  }
  noteAmbiguous(place, label, selector, found, notes);
  if (found.length === 0 && !isOpen) noteNothing(place, label, selector, resources, notes);
  return found;
}

/** Nothing is passed over in silence: what may be meant must be known to be or not to be. */
export function noteUndecided(place: Place, label: string, { address }: Resource, reason: string, notes: Notes): void {
  const help = "name it by its address, or give a plan or state that knows";
  notes.add(place, "model/undecided", `${label}: whether "${address}" is meant can't be known: ${reason}`, { help });
}

export function noteAmbiguous(place: Place, label: string, selector: Selector, found: readonly Resource[], notes: Notes): void {
  const stacks = ambiguousStacks(selector, found);
  if (stacks.length === 0) return;
  const addresses = found.map(({ address }) => address);
  const help = `write one of: ${addresses.join(", ")}`;
  const message = `${label}: ${quote(selector.address ?? "")} stands in several stacks: ${stacks.join(", ")}`;
  notes.add(place, "model/ambiguous", message, { expected: addresses, help });
}

export function noteNothing(place: Place, label: string, selector: Selector, all: readonly Resource[], notes: Notes): void {
  notes.add(place, "model/no-match", `${label}: nothing matches ${shownSelector(selector)}`, () => ({
    help: whatThereIs(selector, all),
  }));
}

/** The nearest address or type, else why there may be none. */
function whatThereIs({ address, type }: Selector, all: readonly Resource[]): string {
  const addresses = all.flatMap((one) => [one.address, one.address.slice(one.stack.length + 1)]);
  const types = new Set(all.map((one) => one.type));
  const near =
    (address === undefined ? undefined : didYouMean(address, addresses)) ??
    (type === undefined || types.has(type) ? undefined : didYouMean(type, types));
  if (near !== undefined) return near;
  if (type !== undefined && !types.has(type)) return `there is no resource of type ${type}`;
  return "is the stack or plan that makes it among the PATHs?";
}

/** A selector as a sentence shows it. */
export function shownSelector(selector: Selector): string {
  const entries = Object.entries(selector);
  if (entries.length === 1 && selector.address !== undefined) return quote(selector.address);
  return `{ ${entries.map(([key, value]) => `${key}: ${quote(String(value))}`).join(", ")} }`;
}
