import type { TextMistake } from "./findings";

const ISO = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d))?)?$/;
const EPOCH = /^\d{5,11}$/;

/**
 * A date as milliseconds since 1970: the W3C's profile of ISO 8601, where a time has a zone, or seconds since 1970.
 * Four digits could be a year or seconds, and are refused.
 * Source: IAM User Guide, "Date condition operators"; W3C note "Date and Time Formats".
 */
export function parseDate(text: string): number | TextMistake {
  if (EPOCH.test(text)) return Number(text) * 1000;
  const match = ISO.exec(text);
  if (match === null) return mistakeOf(text);
  const [, year, month, day = "01", hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(date).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { expected: "a date that exists" };
  const [, sign, zoneHours = "0", zoneMinutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const behind = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const minutes = Number(hour) * 60 + Number(minute) - behind;
  return date + minutes * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
}

function mistakeOf(text: string): TextMistake {
  const expected = 'a date as "2026-01-31" or "2026-01-31T00:00:00Z", or seconds since 1970,';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text)) return { expected, help: 'a time ends in its zone: "Z" or as "+01:00"' };
  if (/^\d{12,}$/.test(text)) return { expected, help: "seconds, not milliseconds" };
  return { expected };
}
