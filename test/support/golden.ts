import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect } from "@jest/globals";
import { PROJECT } from "./deployments";

/** Holds `text` against `test/golden/<name>`, which a reviewer reads; `npm run golden` renews it. */
export function expectGolden(name: string, text: string): void {
  expectFile(join(PROJECT, "test", "golden", name), text);
}

/** Holds `text` against a committed file that is generated; `npm run golden` renews it. */
export function expectFile(file: string, text: string): void {
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`there is no ${relative(PROJECT, file)}: write it with \`npm run golden\`, and read it`);
  expect(text).toBe(readFileSync(file, "utf8"));
}
