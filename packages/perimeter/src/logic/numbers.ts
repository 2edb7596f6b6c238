import { ascending, between, holdsAfter, type Line, type Order, spansOf } from "./line";

/** A cut beside a number: before it, or right after it. */
export interface NumberCut {
  readonly at: number;
  readonly after: boolean;
}

/** A set of real numbers, each of which a double can write. */
export type Numbers = Line<NumberCut>;

export const numberOrder: Order<NumberCut> = (one, other) =>
  ascending(one.at, other.at) || Number(one.after) - Number(other.after);

export const ALL_NUMBERS: Numbers = { startsInside: true, cuts: [] };

export function numberEquals(at: number): Numbers {
  return between({ at, after: false }, { at, after: true }, numberOrder);
}

export function numberBelow(at: number, { orEqual = false } = {}): Numbers {
  return between(undefined, { at, after: orEqual }, numberOrder);
}

export function numberAbove(at: number, { orEqual = false } = {}): Numbers {
  return between({ at, after: !orEqual }, undefined, numberOrder);
}

export function hasNumber(set: Numbers, number: number): boolean {
  return holdsAfter(set, { at: number, after: false }, numberOrder);
}

/** A member, a whole number where there is one near an end; none where the set is empty. */
export function memberNumber(set: Numbers): number | undefined {
  if (hasNumber(set, 0)) return 0;
  for (const { from, to } of spansOf(set)) {
    const low = from?.at ?? Number.NEGATIVE_INFINITY;
    const high = to?.at ?? Number.POSITIVE_INFINITY;
    const tries = [low, Math.floor(low) + 1, Math.ceil(high) - 1, (low + high) / 2, nextAfter(low)];
    const member = tries.find((number) => Number.isFinite(number) && hasNumber(set, number));
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The next larger double: between the two there is no number that a witness could write. */
function nextAfter(number: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, number);
  const value = bits.getBigInt64(0);
  bits.setBigInt64(0, number === 0 ? 1n : value + (number > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
