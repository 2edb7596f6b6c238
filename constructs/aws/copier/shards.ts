/** What one of several parallel tasks copies, as patterns of paths from the root of the store; nothing means all. */
export interface Shard {
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
}

const DIGITS = [..."0123456789abcdef"];

/** As many as two hexadecimal digits tell apart. */
export const MOST_SHARDS = DIGITS.length ** 2;

/**
 * Divides a store by the beginning of its keys, for keys that begin with a hash in lower-case hexadecimal. Every other key
 * is the last shard's: it excludes what the others include, so that each key is copied by exactly one. A pattern may end in
 * a wildcard, and only end (AWS DataSync User Guide, "Filtering data").
 */
export function shardsOf(count: number): Shard[] {
  if (count <= 1) return [{}];
  const beginnings = count <= DIGITS.length ? DIGITS : DIGITS.flatMap((first) => DIGITS.map((second) => first + second));
  const firstOf = (shard: number) => Math.floor((shard * beginnings.length) / count);
  const patterns = (from: number, to: number) => beginnings.slice(from, to).map((beginning) => `/${beginning}*`);
  const last = count - 1;
  return Array.from({ length: count }, (_, shard) =>
    shard < last ? { includes: patterns(firstOf(shard), firstOf(shard + 1)) } : { excludes: patterns(0, firstOf(last)) },
  );
}
