import type { Maybe } from "../estate";

/** What a variable holds in a request. */
export type Binding =
  | {
      readonly kind: "values";
      readonly values: readonly string[];
      /** Why these may not be all. */
      readonly more?: Unread;
    }
  /** The service supplies none: the request has nothing of the kind. */
  | { readonly kind: "absent" }
  | Unread;

export type Unread =
  /**
   * The request left it out, though there is a value: the name of a user of whom only the groups are given. A statement that
   * allows takes it for absent, as every variable that isn't named; one that denies can't be passed over for it.
   */
  | { readonly kind: "unnamed" }
  /** There is a value, and it can't be read. */
  | { readonly kind: "unknown"; readonly why: string };

/** What each variable holds, by its name as a condition writes it. */
export type Bindings = (variable: string) => Binding;

export const ABSENT: Binding = { kind: "absent" };
export const UNNAMED: Unread = { kind: "unnamed" };

export function values(...texts: readonly string[]): Binding {
  return { kind: "values", values: texts };
}

/** A fact as a binding; one that was left out is unnamed. */
export function fact(known: Maybe<string | readonly string[]> | undefined): Binding {
  if (known === undefined) return UNNAMED;
  if (typeof known === "string") return values(known);
  return "unknown" in known ? { kind: "unknown", why: known.unknown } : values(...known);
}
