import type { Deciding } from "../answer";

/**
 * What one part of the evaluation says. `no` is an implicit denial: `because` tells what came closest and what it lacked,
 * and `nearness` how close it came.
 */
export type Check =
  | { readonly kind: "yes"; readonly by: readonly Deciding[]; readonly because: string }
  | { readonly kind: "no"; readonly because: string; readonly nearness: number }
  | { readonly kind: "unknown"; readonly why: string };

/** A part that has nothing against the request, and no statement to show for it. */
export const PASSES: Extract<Check, { kind: "yes" }> = { kind: "yes", by: [], because: "" };

export function lacks(because: string, nearness = 0): Check {
  return { kind: "no", because, nearness };
}

export function open(why: string): Check {
  return { kind: "unknown", why };
}

/**
 * All parts must say yes. The first that says no is the reason, the nearer the more parts have said yes before it; what
 * isn't known matters only where none says no.
 */
export function all(checks: readonly Check[]): Check {
  let passed = 0;
  for (const check of checks) {
    if (check.kind === "no") return { ...check, nearness: check.nearness + 10 * passed };
    if (check.kind === "yes") passed += 1;
  }
  const unknown = checks.find((check) => check.kind === "unknown");
  if (unknown) return unknown;
  const yes = checks.filter((check) => check.kind === "yes");
  const because = yes.map((check) => check.because).filter((reason) => reason !== "");
  return { kind: "yes", by: yes.flatMap((check) => check.by), because: because.join(", and ") };
}

/** One way is enough. Of ways that all end in a denial, the reason is the one that came closest. */
export function any(checks: readonly Check[]): Check {
  const found = checks.find((check) => check.kind === "yes") ?? checks.find((check) => check.kind === "unknown");
  if (found) return found;
  const denied = checks.filter((check) => check.kind === "no");
  return denied.reduce((best, check) => (check.nearness > best.nearness ? check : best), {
    kind: "no",
    because: "nothing allows it",
    nearness: -1,
  });
}

/** The same answer, with nothing to say where it is yes: that a part has nothing against a request needs no words. */
export function quiet(check: Check): Check {
  return check.kind === "yes" ? { ...check, because: "" } : check;
}
