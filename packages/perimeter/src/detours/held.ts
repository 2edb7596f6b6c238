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
export function oneOf(ways: readonly Held[]): Held {
  const [first, ...others] = ways.filter((way) => way.kind === "possible");
  if (first) return others.length === 0 ? first : withAlternatives(first, others);
  const reasons = ways.flatMap((way) => (way.kind === "undecided" ? way.reasons : []));
  return reasons.length > 0 ? { kind: "undecided", reasons: [...new Set(reasons)] } : NEVER;
}

function withAlternatives(
  first: Extract<Held, { kind: "possible" }>,
  others: readonly Extract<Held, { kind: "possible" }>[],
): Extract<Held, { kind: "possible" }> {
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
      return [first, ...others].flatMap(({ alternatives }) => alternatives);
    },
  };
}
