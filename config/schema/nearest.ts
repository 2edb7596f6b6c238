import { closest, distance } from "fastest-levenshtein";

/** `did you mean "…"?` when one of `valid` is near enough to `found` to be a likely slip. */
export function didYouMean(found: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0) return undefined;
  const nearest = closest(found, valid as string[]);
  return distance(found, nearest) <= slips(found) ? `did you mean "${nearest}"?` : undefined;
}

/** How many letters may differ. Of a word of two letters none: every other one is near, and UK is no slip of US. */
const slips = (found: string) => Math.min(found.length - 2, Math.max(2, Math.floor(found.length / 3)));

/** The nearest valid value where there is one, else all of them (few) or the first of them (many). */
export function expectedOneOf(found: string, valid: readonly string[]): string {
  const listed = valid.length > 8 ? `${valid.slice(0, 8).join(", ")}, …` : valid.join(", ");
  return didYouMean(found, valid) ?? (valid.length > 0 ? `expected one of: ${listed}` : "none is declared");
}
