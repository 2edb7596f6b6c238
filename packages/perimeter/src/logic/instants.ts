import { MAX_BOXES, OutOfBudget } from "./budget";
import { ascending, between, complementOf, holdsAfter, intersectLines, type Line, spansOf } from "./line";

/**
 * A set of instants as a union of boxes. A box has those instants, in milliseconds since 1970, that lie in its span, on its
 * days of the week, days of the month and months, and at its times of day, all in UTC.
 */
export type Instants = readonly Box[];

export interface Box {
  readonly span: Line<number>;
  /** Milliseconds since midnight. */
  readonly timeOfDay: Line<number>;
  /** 0, Sunday, to 6. */
  readonly dayOfWeek: Line<number>;
  /** 1 to 31. */
  readonly dayOfMonth: Line<number>;
  /** 1 to 12. */
  readonly month: Line<number>;
}

const DAY = 86_400_000;
/** The years that four digits can write. */
const [FIRST, END] = [Date.parse("0000-01-01T00:00:00Z"), Date.parse("9999-12-31T00:00:00Z") + DAY];

const EVERYTHING: Box = {
  span: between(FIRST, END, ascending),
  timeOfDay: between(0, DAY, ascending),
  dayOfWeek: between(0, 7, ascending),
  dayOfMonth: between(1, 32, ascending),
  month: between(1, 13, ascending),
};
const SIDES = ["span", "timeOfDay", "dayOfWeek", "dayOfMonth", "month"] as const satisfies readonly (keyof Box)[];

export const ALL_INSTANTS: Instants = [EVERYTHING];

/** From an instant on up to another, which is left out; open where missing. */
export function instantsBetween(from: number | undefined, to: number | undefined): Instants {
  return sided("span", between(from, to, ascending));
}

/** From a time of day on up to another, which is left out, over midnight where it begins later than it ends. */
export function timesOfDay(from: number, to: number): Instants {
  const window = from <= to ? between(from, to, ascending) : complementOf(between(to, from, ascending));
  return sided("timeOfDay", window);
}

/** On these days of the week (0, Sunday, to 6), days of the month (1 to 31) or in these months (1 to 12). */
export function calendarDays(side: "dayOfWeek" | "dayOfMonth" | "month", numbers: readonly number[]): Instants {
  const others = numbers.map((number) => complementOf(between(number, number + 1, ascending)));
  return sided(side, complementOf(others.reduce((one, other) => intersectLines(one, other, ascending), complementOf(NOTHING))));
}

const NOTHING: Line<number> = { startsInside: false, cuts: [] };

function sided(side: keyof Box, line: Line<number>): Instants {
  return [EVERYTHING].map((box) => ({ ...box, [side]: intersectLines(box[side], line, ascending) })).filter(isInhabited);
}

export function intersectInstants(one: Instants, other: Instants): Instants {
  return limited(one.flatMap((box) => other.map((second) => meet(box, second)).filter(isInhabited)));
}

/** Around each box lie those that leave it on one side first: they share nothing. */
export function complementInstants(set: Instants): Instants {
  return set.reduce((rest: Instants, box) => intersectInstants(rest, around(box)), ALL_INSTANTS);
}

function around(box: Box): Instants {
  let inside = EVERYTHING;
  const outside: Box[] = [];
  for (const side of SIDES) {
    outside.push({ ...inside, [side]: intersectLines(EVERYTHING[side], complementOf(box[side]), ascending) });
    inside = { ...inside, [side]: box[side] };
  }
  return outside.filter(isInhabited);
}

function meet(one: Box, other: Box): Box {
  const side = (name: keyof Box) => intersectLines(one[name], other[name], ascending);
  return {
    span: side("span"),
    timeOfDay: side("timeOfDay"),
    dayOfWeek: side("dayOfWeek"),
    dayOfMonth: side("dayOfMonth"),
    month: side("month"),
  };
}

/** No side is empty; whether the calendar has such a day is asked of `memberInstant`. */
function isInhabited(box: Box): boolean {
  return SIDES.every((side) => box[side].startsInside || box[side].cuts.length > 0);
}

function limited(boxes: readonly Box[]): Instants {
  if (boxes.length > MAX_BOXES) throw new OutOfBudget(`times are cut into more than ${MAX_BOXES} parts`);
  return boxes;
}

export function hasInstant(set: Instants, instant: number): boolean {
  const midnight = Math.floor(instant / DAY) * DAY;
  return set.some((box) => isIn(box.span, instant) && isIn(box.timeOfDay, instant - midnight) && isDayOf(box, midnight));
}

const isIn = (line: Line<number>, point: number) => holdsAfter(line, point, ascending);

function isDayOf({ dayOfWeek, dayOfMonth, month }: Box, midnight: number): boolean {
  const date = new Date(midnight);
  return isIn(dayOfWeek, date.getUTCDay()) && isIn(dayOfMonth, date.getUTCDate()) && isIn(month, date.getUTCMonth() + 1);
}

/** A witness's year, where nothing says another. */
const USUAL = Date.UTC(2026, 0, 1);

/** A member, from 2026 on where there is one; none where no calendar day is left. */
export function memberInstant(set: Instants): number | undefined {
  const later = intersectInstants(set, instantsBetween(USUAL, undefined));
  return firstOf(later) ?? firstOf(set);
}

function firstOf(set: Instants): number | undefined {
  for (const box of set) {
    for (const { from, to } of spansOf(box.span)) {
      const instant = firstWithin(box, from ?? FIRST, to ?? END);
      if (instant !== undefined) return instant;
    }
  }
  return undefined;
}

/** The calendar begins anew after 400 years, which are a whole number of weeks; one day more, since the first may be cut. */
const CYCLE = 146_097 * DAY + DAY;

function firstWithin(box: Box, from: number, to: number): number | undefined {
  const end = Math.min(to, from + CYCLE);
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < end; midnight += DAY) {
    if (!isDayOf(box, midnight)) continue;
    const left = intersectLines(box.timeOfDay, between(from - midnight, to - midnight, ascending), ascending);
    const [first] = spansOf(left);
    if (first) return midnight + (first.from ?? 0);
  }
  return undefined;
}
