import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file for this user alone, since plans and states hold what the clouds hold, made-up secrets included.
 * Whoever reads it finds it whole, also when two rehearsals write it.
 */
export function keepPrivately(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  put(file, content, 0o600, dirname(file));
}

/**
 * Writes a file that is the same each time, once: another call of Terraform may be reading it.
 * @param beside folder for what is half written, where that of the file has to hold nothing else
 */
export function writeOnce(file: string, content: string, mode = 0o600, beside = dirname(file)): void {
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  put(file, content, mode, beside);
}

function put(file: string, content: string, mode: number, beside: string): void {
  const made = join(beside, `.${process.pid}.new`);
  writeFileSync(made, content, { mode });
  renameSync(made, file);
}
