import { quote } from "../quote";
import { type Command, usageError } from "./command";

/** The time that `--at` names. A day begins at midnight, UTC. */
export function readTime(command: Command, text: string): Date {
  const [, day, clock = "T00:00:00Z"] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?Z)?$/.exec(text) ?? [];
  const time = new Date(`${day}${clock}`);
  // A 30th of February would be a day of March.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(day ?? text))
    usageError(command, `--at takes a date such as 2026-01-31 or 2026-01-31T12:00:00Z, found ${quote(text)}`);
  return time;
}

/** The first moment of this day: the same question on the same day has the same answer. */
export function today(): Date {
  return new Date(new Date().setUTCHours(0, 0, 0, 0));
}
