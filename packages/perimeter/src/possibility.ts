import type { Formula } from "./logic";
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
      readonly conditions: Conditions;
    }
  | { readonly kind: "never" }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };

/** For which requests somebody holds a right, to compare with another estate's. */
export interface Conditions {
  /** A permission of Oracle Cloud, an action of AWS. */
  readonly right: string;
  readonly allowed: Formula;
  /** What is true of every request. */
  readonly circumstances: Formula;
}

/** What is only asked of few answers is found out when somebody asks. */
export function lazily<Request>(
  find: () => { readonly request: Request; readonly by: readonly Deciding[] },
  isAlways: () => boolean,
  conditions: Conditions,
): Extract<Possibility<Request>, { kind: "possible" }> {
  const [found, always] = [once(find), once(isAlways)];
  return {
    kind: "possible",
    conditions,
    get request() {
      return found().request;
    },
    get by() {
      return found().by;
    },
    get always() {
      return always();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
