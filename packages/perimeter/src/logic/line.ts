/**
 * A set of points of an ordered line as the cuts where membership changes: canonical, so that equal sets have equal cuts.
 * A cut lies before its point; a point may itself stand for a side of a value.
 */
export interface Line<Point> {
  readonly startsInside: boolean;
  /** Ascending, none twice. */
  readonly cuts: readonly Point[];
}

/** Negative, zero or positive, as `Array.sort` takes it. */
export type Order<Point> = (one: Point, other: Point) => number;

/** For points that `<` compares. */
export function ascending<Point extends number | bigint | string>(one: Point, other: Point): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** All points from `from` on up to `to`, which is left out; an end that is missing is open. */
export function between<Point>(from: Point | undefined, to: Point | undefined, order: Order<Point>): Line<Point> {
  if (from !== undefined && to !== undefined && order(from, to) >= 0) return { startsInside: false, cuts: [] };
  return { startsInside: from === undefined, cuts: [from, to].filter((cut) => cut !== undefined) };
}

export function complementOf<Point>({ startsInside, cuts }: Line<Point>): Line<Point> {
  return { startsInside: !startsInside, cuts };
}

/** Takes as many steps as both lines have cuts. */
export function intersectLines<Point>(one: Line<Point>, other: Line<Point>, order: Order<Point>): Line<Point> {
  const cuts: Point[] = [];
  let [inOne, inOther] = [one.startsInside, other.startsInside];
  let inside = inOne && inOther;
  let [at, atOther] = [0, 0];
  for (;;) {
    const [cut, otherCut] = [one.cuts[at], other.cuts[atOther]];
    const [nextIsOne, nextIsOther] = whichIsNext(cut, otherCut, order);
    const next = nextIsOne ? cut : otherCut;
    if (next === undefined) return { startsInside: one.startsInside && other.startsInside, cuts };
    if (nextIsOne) [at, inOne] = [at + 1, !inOne];
    if (nextIsOther) [atOther, inOther] = [atOther + 1, !inOther];
    if ((inOne && inOther) === inside) continue;
    inside = !inside;
    cuts.push(next);
  }
}

function whichIsNext<Point>(one: Point | undefined, other: Point | undefined, order: Order<Point>): readonly [boolean, boolean] {
  if (one === undefined) return [false, true];
  if (other === undefined) return [true, false];
  const difference = order(one, other);
  return [difference <= 0, difference >= 0];
}

/** Whether the point right after this cut belongs to the set. */
export function holdsAfter<Point>({ startsInside, cuts }: Line<Point>, cut: Point, order: Order<Point>): boolean {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = cuts[middle];
    if (other !== undefined && order(other, cut) <= 0) low = middle + 1;
    else high = middle;
  }
  return startsInside !== (low % 2 === 1);
}

interface Span<Point> {
  /** Open where missing. */
  readonly from?: Point;
  /** Left out of the span; open where missing. */
  readonly to?: Point;
}

/** The spans of the set, ascending. */
export function spansOf<Point>({ startsInside, cuts }: Line<Point>): readonly Span<Point>[] {
  const spans: Span<Point>[] = [];
  if (startsInside) spans.push(cuts[0] === undefined ? {} : { to: cuts[0] });
  for (let index = startsInside ? 1 : 0; index < cuts.length; index += 2) {
    const [from, to] = [cuts[index], cuts[index + 1]];
    if (from !== undefined) spans.push(to === undefined ? { from } : { from, to });
  }
  return spans;
}
