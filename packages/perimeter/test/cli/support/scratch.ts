import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "@jest/globals";

const PERIMETER = join(__dirname, "../../../bin/perimeter.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which the command runs as a user would run it. */
export interface Scratch {
  readonly folder: string;
  write(name: string, contents: string | Buffer): void;
  /** Words of the command line behind `perimeter`, what comes in by the standard input, and variables of the environment. */
  perimeter(args: readonly string[], input?: string | Buffer, environment?: Readonly<Record<string, string>>): Ran;
}

/** A folder with these files, for the tests of one file. */
export function scratch(files: Readonly<Record<string, string | Buffer>> = {}): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "perimeter-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, contents: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  };
  for (const [name, contents] of Object.entries(files)) write(name, contents);
  return {
    folder,
    write,
    perimeter(args, input = "", environment = {}) {
      const env = { ...process.env, ...environment };
      const options = { cwd: folder, encoding: "utf8", input, env, maxBuffer: 2 ** 28, timeout: 60_000 } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [PERIMETER, ...args], options);
      return { code: status, stdout, stderr: withoutProgress(stderr) };
    },
  };
}

/** The objects of an output of JSON Lines. */
export const objectsIn = ({ stdout }: Ran): readonly unknown[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/** A slow machine is told how far it is; `progress.test.ts` looks at that. */
export const withoutProgress = (text: string): string => text.replace(/^perimeter: (reading|proving|writing), .*\n/gm, "");
