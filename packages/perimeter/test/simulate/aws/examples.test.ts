import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Scenario, simulate } from "./support/scenario";

/** `expect` is what the documentation says; `simulator` what `iam-simulate` says instead, where it says something else. */
interface Example extends Scenario {
  readonly id: string;
  readonly setting: string;
  readonly expect: "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";
  readonly why: string;
}

const EXAMPLES: readonly Example[] = readFileSync(join(__dirname, "examples.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

describe("the worked examples are answered as the documentation says", () => {
  test.each(EXAMPLES.map((example): [string, string, string, Example] => [example.id, example.setting, example.why, example]))(
    "%s: %s: %s",
    (_id, _setting, _why, example) => {
      const { decision, by } = simulate(example);
      expect(decision).toBe(example.expect === "Allowed" ? "allowed" : "denied");
      if (example.expect !== "Allowed") expect(by).toHaveLength(example.expect === "ExplicitlyDenied" ? 1 : 0);
    },
  );
});
