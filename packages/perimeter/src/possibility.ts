import type { Deciding } from "./simulate/answer";

/**
 * Whether a principal can ever do something: for some request, for every one, or for none. What hangs on something that
 * isn't known is `undecided`, and never taken for one of the other two.
 */
export type Possibility<Request> =
  | {
      readonly kind: "possible";
      /** A request that is allowed, whatever isn't known. */
      readonly request: Request;
      /** Whether every request of this principal for this is allowed. */
      readonly always: boolean;
      /** The statements that allow it together. */
      readonly by: readonly Deciding[];
    }
  | { readonly kind: "never" }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };
