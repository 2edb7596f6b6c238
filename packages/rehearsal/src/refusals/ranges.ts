/** A range of IPv4 addresses, as its first address and the number behind its last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** `undefined`: the text is no range, or its address has bits behind the prefix. */
export function rangeOf(cidr: string): Range | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)?.slice(1).map(Number);
  if (!parts || parts.slice(0, 4).some((part) => part > 255) || (parts[4] ?? 33) > 32) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 32] = parts;
  const from = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - length);
  return from % size === 0 ? { from, to: from + size } : undefined;
}

export const isInside = (inner: Range, outer: Range): boolean => inner.from >= outer.from && inner.to <= outer.to;

export const overlap = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;
