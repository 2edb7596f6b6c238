import { distance } from "fastest-levenshtein";

/** Longer texts are no typing mistakes, and comparing them costs the square of their length. */
const LONGEST = 64;

/** The word that was probably meant: the nearest within a few slips, whatever its case; `undefined` if none is. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === "" || word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.min(3, Math.floor(candidate.length / 3)));
    if (Math.abs(candidate.length - lower.length) > allowed) continue;
    const steps = distance(lower, candidate.toLowerCase());
    if (steps <= allowed && steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** `did you mean "X"?`, if a candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const meant = nearest(word, candidates);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}
