import type { Conditions, Possibility } from "../possibility";
import type { Deciding } from "../simulate/answer";
import type { AwsRequest } from "../simulate/aws/request";
import type { OciRequest } from "../simulate/oci";

export type AnyRequest = OciRequest | AwsRequest;

/** Whether somebody can do all that a detour asks for: the requests that show it, one for each right, and who allows them. */
export type Held =
  | {
      readonly kind: "possible";
      readonly requests: readonly AnyRequest[];
      readonly by: readonly Deciding[];
      /** Whatever the circumstances are. */
      readonly always: boolean;
      /** Alternatives, each the rights that have to be held together. */
      readonly alternatives: readonly (readonly Conditions[])[];
    }
  | { readonly kind: "never" }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };

export const NEVER: Held = { kind: "never" };

/** All rights together. */
export function together(rights: Iterable<Possibility<AnyRequest>>): Held {
  const possible: Extract<Possibility<AnyRequest>, { kind: "possible" }>[] = [];
  const reasons: string[] = [];
  for (const right of rights) {
    if (right.kind === "never") return NEVER;
    if (right.kind === "undecided") reasons.push(...right.reasons);
    else possible.push(right);
  }
  return reasons.length > 0 ? { kind: "undecided", reasons } : allOf(possible);
}

type Open =
  | Extract<Held, { kind: "possible" }>
  | (Omit<Extract<Possibility<AnyRequest>, { kind: "possible" }>, "request"> & { readonly request: AnyRequest });

/** What shows several rights is only looked for where a finding or a matrix tells it. */
export function allOf(parts: readonly Open[]): Extract<Held, { kind: "possible" }> {
  return {
    kind: "possible",
    get requests() {
      return parts.flatMap((part) => ("requests" in part ? part.requests : [part.request]));
    },
    get by() {
      const unique = new Map(parts.flatMap((part) => part.by.map((one) => [`${one.address} ${one.text}`, one] as const)));
      return [...unique.values()];
    },
    get always() {
      return parts.every((part) => part.always);
    },
    get alternatives() {
      const each = parts.map((part) => ("alternatives" in part ? part.alternatives : [[part.conditions]]));
      return each.reduce<Alternatives>((all, own) => all.flatMap((one) => own.map((other) => [...one, ...other])), [[]]);
    },
  };
}

type Alternatives = Extract<Held, { kind: "possible" }>["alternatives"];

/** The first way that is open, with the conditions of all that are; else the doubts about those that may be. */
export function oneOf(ways: Iterable<Held>): Held {
  const rest = ways[Symbol.iterator]();
  const reasons: string[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    if (next.value.kind === "possible") return withAlternatives(next.value, rest);
    if (next.value.kind === "undecided") reasons.push(...next.value.reasons);
  }
  return reasons.length > 0 ? { kind: "undecided", reasons: [...new Set(reasons)] } : NEVER;
}

/** The other ways are only looked for where somebody compares all of them. */
function withAlternatives(first: Extract<Held, { kind: "possible" }>, rest: Iterator<Held>): Extract<Held, { kind: "possible" }> {
  let all: Alternatives | undefined;
  return {
    kind: "possible",
    get requests() {
      return first.requests;
    },
    get by() {
      return first.by;
    },
    get always() {
      return first.always;
    },
    get alternatives() {
      all ??= [...first.alternatives, ...remaining(rest).flatMap(({ alternatives }) => alternatives)];
      return all;
    },
  };
}

function remaining(rest: Iterator<Held>): readonly Extract<Held, { kind: "possible" }>[] {
  const found: Extract<Held, { kind: "possible" }>[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) if (next.value.kind === "possible") found.push(next.value);
  return found;
}

/** Asks for each only when the one before it left the answer open. */
export function* lazyMap<One, Other>(all: readonly One[], map: (one: One) => Other): Iterable<Other> {
  for (const one of all) yield map(one);
}

/** Both have to be so. */
export function both(one: Held, other: Held): Held {
  if (one.kind === "never" || other.kind === "never") return NEVER;
  const reasons = [one, other].flatMap((held) => (held.kind === "undecided" ? held.reasons : []));
  if (one.kind === "undecided" || other.kind === "undecided") return { kind: "undecided", reasons: [...new Set(reasons)] };
  return allOf([one, other]);
}
