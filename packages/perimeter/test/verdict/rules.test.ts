import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { RULES, ruleOf } from "../../src/verdict/rules";
import { rulesDocument } from "../../src/verdict/rules-document";
import { VERDICTS, verdictNamed } from "../support/estates";
import { expectCommitted } from "../support/schema-file";

const SRC = join(__dirname, "../../src");
const DOCUMENT = join(__dirname, "../../../../docs/rules.md");

test("docs/rules.md is what the catalogue makes; `npm run golden` renews it", () =>
  expectCommitted(DOCUMENT, rulesDocument(RULES)));

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith(join("verdict", "rules")))
  .map((file) => [file, readFileSync(join(SRC, file), "utf8")] as const);

/** Rules that a source names, whatever quotes it uses. */
const namedIn = (text: string) =>
  [...text.matchAll(/["'`]((?:access|residency|routing|oversight|recovery|approvals)\/[a-z-]+)["'`]/g)].map(([, id = ""]) => id);

describe("the catalogue has every rule", () => {
  const naming = sources.filter(([, text]) => namedIn(text).length > 0);
  test("that sources name: some do", () => expect(naming.length).toBeGreaterThan(4));
  test.each(naming)("of %s", (_, text) => expect(namedIn(text).filter((id) => !ruleOf(id))).toEqual([]));
  test("of the design", () => {
    const design = [
      "access/ direct-read escalation anonymous bearer-link cross-tenancy credential key-export undeclared-read over-budget undeclared-trust",
      "residency/ copy-outside flow-outside region-unknown",
      "routing/ answer-outside delegation no-backend",
      "oversight/ unrecorded-read unrecorded-change alterable-record auditor-blind auditor-reads",
      "recovery/ copies days single-destroyer foreign-destroyer",
    ].flatMap((line) =>
      line
        .split(" ")
        .slice(1)
        .map((name) => `${line.split(" ")[0]}${name}`),
    );
    expect(design.filter((id) => !ruleOf(id))).toEqual([]);
  });
  test("of what couldn't be known, by guarantee", () => {
    const ids = RULES.filter(({ id }) => id.endsWith("/undecided")).map(({ guarantee }) => guarantee);
    expect(ids).toEqual(["access", "residency", "routing", "oversight", "recovery"]);
  });
});

describe("findings keep to it:", () => {
  const GRAVITY = ["low", "medium", "high", "critical"];
  test.each(VERDICTS)("%s", (name) => {
    for (const { findings, notes } of verdictNamed(name).guarantees) {
      for (const { rule, severity } of findings) {
        expect([ruleOf(rule)?.id, ruleOf(rule)?.isNote]).toEqual([rule, undefined]);
        expect(GRAVITY.indexOf(severity)).toBeLessThanOrEqual(GRAVITY.indexOf(ruleOf(rule)?.severity ?? "low"));
      }
      for (const { rule } of notes) expect(ruleOf(rule)).toMatchObject({ id: rule });
    }
  });
});

describe("each rule", () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s has a name, a title and a help that fit their places",
    (_, rule) => {
      expect(rule.id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
      expect(rule.title).toMatch(/^[A-Z][^.]{5,120}$/);
      expect(rule.help).toMatch(/^[A-Z].{20,600}\.$/);
    },
  );
  test("is there once", () => expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length));
});
