import { overlay } from "./overlay";
import { type Fields, fields } from "./value";

/** What plans and states know of the resources of one stack. */
export interface Facts {
  /** By address: planned values, then those of a state. */
  readonly values: ReadonlyMap<string, Fields>;
  /** Of data sources, by address. */
  readonly data: ReadonlyMap<string, Fields>;
  /** Whether a plan says which resources there will be. */
  readonly planned: boolean;
}

export const NO_FACTS: Facts = { values: new Map(), data: new Map(), planned: false };

/** Two sources of one stack, of which the first one wins. */
export function joinFacts(first: Facts, second: Facts): Facts {
  if (first === NO_FACTS || second === NO_FACTS) return first === NO_FACTS ? second : first;
  return {
    values: joined(first.values, second.values),
    data: joined(first.data, second.data),
    planned: first.planned || second.planned,
  };
}

function joined(first: ReadonlyMap<string, Fields>, second: ReadonlyMap<string, Fields>): ReadonlyMap<string, Fields> {
  const all = new Map(second);
  for (const [address, value] of first) {
    const both = overlay(value, all.get(address) ?? fields([]), "first");
    if (both.kind === "object") all.set(address, both);
  }
  return all;
}

/** The keys under which a repeated resource exists, by the addresses of its instances: numbers or names. */
export function instanceKeys(addresses: Iterable<string>, address: string): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (const one of addresses) {
    if (!one.startsWith(`${address}[`)) continue;
    const key: unknown = safelyParsed(one.slice(address.length + 1, -1));
    if (typeof key === "string" || typeof key === "number") keys.push(key);
  }
  return keys;
}

function safelyParsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
