import { distance } from "fastest-levenshtein";

/** Longer texts are no typing mistakes, and comparing them costs the square of their length. */
const LONGEST = 128;

/** `did you mean "…"?`, if a word is near enough to be meant. Every word of two letters is near: UK is no slip of US. */
export function didYouMean(found: string, words: Iterable<string>): string | undefined {
  if (found.length < 3 || found.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.min(found.length - 2, Math.max(2, Math.floor(found.length / 6)));
  for (const word of words) {
    if (Math.abs(word.length - found.length) > least) continue;
    const steps = distance(found, word);
    // Of two that are equally near the first stays.
    if (steps > least || (steps === least && best !== undefined)) continue;
    [best, least] = [word, steps];
  }
  return best === undefined ? undefined : `did you mean "${best}"?`;
}
