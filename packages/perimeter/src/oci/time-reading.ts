import {
  all,
  any,
  calendarDays,
  type Formula,
  type Instants,
  instantsBetween,
  not,
  some,
  timesOfDay,
  unknown,
  type Variable,
} from "../logic";
import type { Atom } from "../simulate/oci/condition/evaluate";
import { instantOf, timeOfDayOf } from "../simulate/oci/condition/time";
import { QUESTIONS } from "../simulate/oci/questions";

/** All that conditions ask of a request's time is asked of one variable: its parts belong together. */
export const TIME: Variable<"instant"> = { name: "request.utc-timestamp", sort: "instant" };

export const isTime = (variable: string) => variable.toLowerCase().startsWith("request.utc-timestamp");

/** Requests tell their time in seconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** By how much clocks may differ ("Managing Access Based on Time of Access"). */
const CLOCKS_DIFFER = 5 * MINUTE;

/** A comparison with the time of a request, or with a part of it. */
export function timeFormula(atom: Atom): Formula {
  const part = atom.variable.toLowerCase().slice("request.utc-timestamp".length);
  switch (atom.kind) {
    case "before":
    case "after":
      return part === "" ? beforeOrAfter(atom.kind, atom.time) : unread(atom);
    case "between":
      return part === ".time-of-day" ? between(atom.from, atom.to) : unread(atom);
    case "equals":
      return days(part, [atom.value], false) ?? unread(atom);
    case "not-equals":
      return days(part, [atom.value], true) ?? unread(atom);
    case "in":
      return days(part, atom.values, false) ?? unread(atom);
    case "not-in":
      return days(part, atom.values, true) ?? unread(atom);
    case "absent":
      // Every request is made at some time.
      return not(some(TIME, instantsBetween(undefined, undefined)));
    default:
      return unread(atom);
  }
}

const unread = ({ variable }: Atom) => unknown(`what a condition asks of \`${variable}\``);

function beforeOrAfter(kind: "before" | "after", time: string): Formula {
  const bound = instantOf(time);
  if (bound === undefined) return unknown(`which time "${time}" is`);
  const side = (at: number) =>
    some(TIME, kind === "before" ? instantsBetween(undefined, at) : instantsBetween(at + SECOND, undefined));
  const [early, late] = [side(bound - CLOCKS_DIFFER), side(bound + CLOCKS_DIFFER)];
  return kind === "before" ? nearly(early, late) : nearly(late, early);
}

function between(from: string, to: string): Formula {
  const [start, end] = [timeOfDayOf(from), timeOfDayOf(to)];
  if (start === undefined || end === undefined) return unknown(`which time "${start === undefined ? from : to}" is`);
  const window = (widening: number) => some(TIME, timesOfDay(aroundTheClock(start - widening), aroundTheClock(end + widening)));
  const length = aroundTheClock(end - start);
  if (length <= 2 * CLOCKS_DIFFER || length >= DAY - 2 * CLOCKS_DIFFER) return unknown(QUESTIONS.timeBoundary);
  return nearly(window(-CLOCKS_DIFFER - SECOND), window(CLOCKS_DIFFER));
}

const aroundTheClock = (time: number) => ((time % DAY) + DAY) % DAY;

/** Certainly so, or within the minutes by which clocks differ. */
function nearly(certain: Formula, perhaps: Formula): Formula {
  return any(certain, all(perhaps, unknown(QUESTIONS.timeBoundary)));
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const SIDES = { ".day-of-week": "dayOfWeek", ".day-of-month": "dayOfMonth", ".month-of-year": "month" } as const;

function days(part: string, values: readonly unknown[], negated: boolean): Formula | undefined {
  if (!(part in SIDES)) return undefined;
  const numbers = values.map((value) => (typeof value === "string" ? dayNumber(part, value) : undefined));
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < values.length) return undefined;
  const set: Instants = calendarDays(SIDES[part as keyof typeof SIDES], known);
  return negated ? all(not(some(TIME, set)), some(TIME, instantsBetween(undefined, undefined))) : some(TIME, set);
}

function dayNumber(part: string, text: string): number | undefined {
  if (part === ".day-of-week") {
    const at = DAYS.indexOf(text.toLowerCase());
    return at < 0 ? undefined : at;
  }
  return /^[1-9]\d?$/.test(text) ? Number(text) : undefined;
}
