import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file for this user alone, since plans and states hold what the clouds hold, made-up secrets included.
 * Whoever reads it finds it whole, also when two rehearsals write it.
 */
export function keepPrivately(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}.new`;
  writeFileSync(made, content, { mode: 0o600 });
  renameSync(made, file);
}
