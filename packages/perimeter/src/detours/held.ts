import type { Possibility } from "../possibility";
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

type Open = Omit<Extract<Held, { kind: "possible" }>, "kind" | "requests"> &
  ({ readonly requests: readonly AnyRequest[] } | { readonly request: AnyRequest });

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
  };
}

/** The first way that is open; else the doubts about those that may be. */
export function oneOf(ways: Iterable<Held>): Held {
  const reasons: string[] = [];
  for (const way of ways) {
    if (way.kind === "possible") return way;
    if (way.kind === "undecided") reasons.push(...way.reasons);
  }
  return reasons.length > 0 ? { kind: "undecided", reasons: [...new Set(reasons)] } : NEVER;
}

/** Both have to be so. */
export function both(one: Held, other: Held): Held {
  if (one.kind === "never" || other.kind === "never") return NEVER;
  const reasons = [one, other].flatMap((held) => (held.kind === "undecided" ? held.reasons : []));
  if (one.kind === "undecided" || other.kind === "undecided") return { kind: "undecided", reasons: [...new Set(reasons)] };
  return allOf([one, other]);
}
