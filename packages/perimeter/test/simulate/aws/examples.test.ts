import { describe, expect, test } from "@jest/globals";
import { EXAMPLES } from "./support/examples";
import { simulate } from "./support/scenario";

describe("the worked examples are answered as the documentation says", () => {
  test.each(EXAMPLES.map((example) => [example.id, example.setting, example.why, example] as const))(
    "%s: %s: %s",
    (_id, _setting, _why, example) => {
      const { decision, by } = simulate(example);
      expect(decision).toBe(example.expect === "Allowed" ? "allowed" : "denied");
      if (example.expect !== "Allowed") expect(by).toHaveLength(example.expect === "ExplicitlyDenied" ? 1 : 0);
    },
  );
});
