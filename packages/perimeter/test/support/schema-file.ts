import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";

/** Expects a committed file to hold this text; `npm run golden` renews it. */
export function expectCommitted(file: string, text: string): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
}
