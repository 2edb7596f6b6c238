import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "./terraform/errors";

/** Beside the synthesized stacks, says when their rehearsal takes place: `{ "date": "2026-01-15" }`. */
const FILE = "rehearsal.json";

/**
 * The time in the clouds of a folder's rehearsal, where the folder says one: a committed date then never rots.
 * @returns RFC 3339; `undefined` where the folder says none
 * @throws InputError when it says one that can't be read
 */
export function clockOf(folder: string): string | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  const date = dateIn(readFileSync(file, "utf8"));
  if (date === undefined) throw new InputError(`"${file}" doesn't say a date: expected { "date": "2026-01-15" }`);
  return `${date}T00:00:00Z`;
}

function dateIn(text: string): string | undefined {
  try {
    const { date } = JSON.parse(text);
    // A 30th of February would be a day of March.
    return new Date(`${date}T00:00:00Z`).toISOString() === `${date}T00:00:00.000Z` ? date : undefined;
  } catch {
    return undefined;
  }
}
