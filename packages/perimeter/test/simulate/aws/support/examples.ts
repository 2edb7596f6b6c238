import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "./scenario";

/** A worked example. `expect` is what the documentation says, also where `iam-simulate` says something else. */
export interface Example extends Scenario {
  readonly id: string;
  readonly setting: string;
  readonly expect: "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";
  readonly why: string;
}

/** One a line, so that a reviewer sees what changed. */
export const EXAMPLES: readonly Example[] = readFileSync(join(__dirname, "../examples.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
