import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readModel } from "../../src/declaration";
import { SMALL, WHOLE } from "./support/models";

/** Whatever a text is, it is a model, or what is wrong with it has a place in it. */
function isAnswered(text: string): boolean {
  const read = readModel(text, "perimeter.yaml");
  if ("content" in read) return true;
  const lines = text.split(/\r\n|\r|\n/).length;
  return (
    read.diagnostics.length > 0 &&
    read.diagnostics.every(
      ({ line = 0, column = 0, message, code }) =>
        line >= 1 && line <= lines && column >= 1 && message !== "" && code.startsWith("model/"),
    )
  );
}

const RUNS = { numRuns: 400, seed: 8 };

describe("hostile texts are answered, never thrown at", () => {
  test("any text", () => fc.assert(fc.property(fc.string({ unit: "binary" }), isAnswered), RUNS));

  test("texts of YAML's own signs", () => {
    const signs = fc.constantFrom(..."-?:,[]{}#&*!|>'\"%@` \n\t\r~=<\0ab1.".split(""));
    fc.assert(fc.property(fc.string({ unit: signs, maxLength: 60 }), isAnswered), RUNS);
  });
  test("a model with a piece cut out, and another put in", () => {
    const piece = fc.constantFrom(
      "",
      "{",
      "[",
      "*a",
      "&a",
      "!!set",
      "---",
      "null",
      "'",
      '"',
      "\n",
      ": ",
      "- ",
      "__proto__: 1",
      "\u0000",
    );
    const place = fc.nat(WHOLE.length);
    fc.assert(
      fc.property(place, fc.nat(40), piece, (at, length, other) =>
        isAnswered(WHOLE.slice(0, at) + other + WHOLE.slice(at + length)),
      ),
      RUNS,
    );
  });
  test("any JSON in the place of any value", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("rests", "stores", "roles", "trusted", "budget", "sites", "oversight"),
        (json, key) =>
          isAnswered(
            `version: 1\njurisdiction: US\nrests: { oci: [us-phoenix-1] }\nstores: { a: aws_b.c }\n`.replace(`${key}:`, "x:") +
              `${key}: ${JSON.stringify(json)}\n`,
          ),
      ),
      RUNS,
    );
  });

  const anchors = (count: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        `a${at}: &a${at} [${Array(10)
          .fill(at === 0 ? "x" : `*a${at - 1}`)
          .join(", ")}]`,
    );
  test.each<[string, string, string]>([
    ["anchors that repeat each other a billion times", anchors(10).join("\n"), "model/too-many-aliases"],
    ["brackets without end", "[".repeat(100_000), "model/not-yaml"],
    ["lists nested deeply", `${"[".repeat(200)}${"]".repeat(200)}`, "model/too-deep"],
    ["maps nested deeply", Array.from({ length: 60 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"), "model/too-deep"],
    ["a file of another kind", "x".repeat(600_000), "model/too-large"],
    ["nothing", "", "model/wrong-type"],
    ["a list", "- a\n- b\n", "model/wrong-type"],
    ["a hundred thousand keys", Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join("\n"), "model/missing-key"],
    ["the prototype", `${SMALL}__proto__: { polluted: true }\n`, "model/unknown-key"],
    ["a merge key", `${SMALL}<<: { budget: { media: 1 } }\n`, "model/unknown-key"],
  ])("%s", (_, text, code) => {
    const started = performance.now();
    const read = readModel(text, "perimeter.yaml");
    expect("diagnostics" in read && read.diagnostics[0]?.code).toBe(code);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
