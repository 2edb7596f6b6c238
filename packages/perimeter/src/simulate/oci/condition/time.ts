import { QUESTIONS } from "../questions";
import { readings, type Truth } from "../truth";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** By how much clocks may differ ("Managing Access Based on Time of Access"). */
const CLOCKS_DIFFER = 5 * MINUTE;

/** `YYYY-MM-DDThh:mm[:ss]Z` or `YYYY-MM-DDZ`, UTC, as milliseconds since 1970; hours of one digit and a missing `Z` occur. */
export function instantOf(text: string): number | undefined {
  const [, year, month, day, hour = "0", minute = "0", second = "0"] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/i.exec(text.trim()) ?? [];
  if (year === undefined || !isClock(hour, minute, second)) return undefined;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(instant);
  // The 31st of a month of 30 days is none.
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? instant : undefined;
}

/** `hh:mm[:ss]Z`, as milliseconds since midnight. */
export function timeOfDayOf(text: string): number | undefined {
  const [, hour, minute, second = "0"] = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined || !isClock(hour, minute, second)) return undefined;
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

function isClock(hour: string, minute: string, second: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** `variable before 'time'`, `variable after 'time'` ("Managing Access Based on Time of Access"). */
export function isBeforeOrAfter(kind: "before" | "after", value: string, time: string): Truth {
  const [instant, bound] = [instantOf(value), instantOf(time)];
  if (instant === undefined || bound === undefined) return unreadable(bound === undefined ? time : value);
  const at = (moment: number) => (kind === "before" ? moment < bound : moment > bound);
  return readings(at(instant - CLOCKS_DIFFER), at(instant + CLOCKS_DIFFER), QUESTIONS.timeBoundary);
}

/** `variable between 'from' and 'to'`: a time of day, over midnight where it starts later than it ends. */
export function isBetween(value: string, from: string, to: string): Truth {
  const [time, start, end] = [timeOfDayOf(value), timeOfDayOf(from), timeOfDayOf(to)];
  if (time === undefined || start === undefined || end === undefined)
    return unreadable(start === undefined ? from : end === undefined ? to : value);
  const near = [start, end].some((bound) => distance(time, bound) <= CLOCKS_DIFFER);
  if (near) return { doubt: QUESTIONS.timeBoundary };
  return start <= end ? start < time && time < end : time > start || time < end;
}

/** Around the clock. */
function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, DAY - apart);
}

function unreadable(text: string): Truth {
  return { doubt: `which time "${text}" is` };
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** The parts of a time that conditions can ask for, by the ends of their variables' names. */
export function partOfTime(part: string, timestamp: string): string | undefined {
  const instant = instantOf(timestamp);
  if (instant === undefined) return undefined;
  const date = new Date(instant);
  switch (part) {
    case "month-of-year":
      return String(date.getUTCMonth() + 1);
    case "day-of-month":
      return String(date.getUTCDate());
    case "day-of-week":
      return DAYS[date.getUTCDay()];
    case "time-of-day":
      return `${date.toISOString().slice(11, 19)}Z`;
    default:
      return undefined;
  }
}
