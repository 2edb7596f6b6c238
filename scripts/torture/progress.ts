import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A run of one suite: all that decides which cases it has. */
export interface Run {
  readonly suite: string;
  readonly seed: number;
  readonly cases: number;
  readonly commit: string;
}

/** How far a run has come. */
export interface Progress {
  /** Cases that held. */
  readonly done: number;
  readonly seconds: number;
}

const NOTHING: Progress = { done: 0, seconds: 0 };

/** Where the last stop was of exactly this run; a changed source makes it another one. */
export function progressOf(folder: string, run: Run): Progress {
  try {
    const { done, seconds, ...of } = JSON.parse(readFileSync(fileOf(folder, run), "utf8"));
    return JSON.stringify(of) === JSON.stringify(run) ? { done, seconds } : NOTHING;
  } catch {
    // There is none, or it was cut off: the run begins again.
    return NOTHING;
  }
}

export function keepProgress(folder: string, run: Run, progress: Progress): void {
  const file = fileOf(folder, run);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ ...run, ...progress }));
  renameSync(`${file}.new`, file);
}

/** A run that has ended is not continued. */
export function forgetProgress(folder: string, run: Run): void {
  rmSync(fileOf(folder, run), { force: true });
}

const fileOf = (folder: string, { suite }: Run) => join(folder, `${suite.replaceAll("/", ".")}.json`);
