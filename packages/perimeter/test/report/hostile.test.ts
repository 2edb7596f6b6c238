import { describe, expect, test } from "@jest/globals";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import fc from "fast-check";
import type { Finding, Verdict } from "../../src/verdict/verdict";
import { verdictNamed } from "../support/estates";
import { mistakesBy } from "../support/json-schema";
import { reported, UNSEEN } from "./support";
import { parseXml } from "./xml";

/** Texts of all kinds: what ends a line, a tag, a fence or a command, halves of characters, and what can't be seen. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."<>&\"'`|@#%:,;=\\/[](){}*_~$-! \n\r\t\0a1\u202e\ud800]]>".split("")), maxLength: 40 }),
);

/** A verdict whose every word is somebody else's. */
const verdicts = fc
  .record({
    name: text,
    message: text,
    address: text,
    file: fc.option(text),
    step: text,
    fix: text,
    reason: text,
    approver: text,
    approved: fc.boolean(),
  })
  .map(({ name, message, address, file, step, fix, reason, approver, approved }): Verdict => {
    const base = verdictNamed("one that somebody reads");
    const [access] = base.guarantees;
    const [finding] = access?.findings ?? [];
    if (!access || !finding?.principal || !finding.asset) throw new Error("there is no finding");
    const hostile: Finding = {
      ...finding,
      principal: { ...finding.principal, name, address },
      asset: { ...finding.asset, name, address },
      source: { file, line: 1, construct: name },
      path: [{ step: "grant", address, text: step }],
      message,
      fix: { text: fix, edits: [] },
      ...(approved ? { approved: { reason, approver, expires: "2027-01-01", line: 1 } } : {}),
    };
    const rows = base.access.map((row) => ({ ...row, when: step, asset: { ...row.asset, name, address } }));
    const trustBase = [{ principal: hostile.principal ?? finding.principal, declared: false, because: step }];
    return {
      ...base,
      access: rows,
      trustBase,
      guarantees: [{ ...access, findings: [hostile], undecided: [{ address, reason }] }],
    };
  });

const always = (holds: (verdict: Verdict) => void) => fc.assert(fc.property(verdicts, holds), { numRuns: 150, seed: 9 });

describe("whatever texts hold,", () => {
  const mistakesIn = mistakesBy(schema);
  test("SARIF fits its schema", () =>
    always((verdict) => expect(mistakesIn(JSON.parse(reported("sarif", verdict)))).toEqual([])));
  test("JUnit's XML is well-formed", () =>
    always((verdict) => expect(parseXml(reported("junit", verdict)).name).toBe("testsuites")));
  test("GitHub's commands are one a line", () =>
    always((verdict) => {
      const failing = verdict.guarantees[0]?.findings[0]?.approved ? 1 : 2;
      const lines = reported("github", verdict).split(/\r\n|\r|\n/);
      expect(lines.map((line) => line.startsWith("::error file="))).toEqual([...Array(failing).fill(true), false]);
    }));
  test("GitLab's report is JSON of the right form", () =>
    always((verdict) => {
      for (const { location, fingerprint } of JSON.parse(reported("gitlab", verdict)))
        expect([location.path, fingerprint]).toEqual([expect.stringMatching(/./), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    }));
  test("Markdown has no tag of theirs, and nothing unseen", () =>
    always((verdict) => {
      const markdown = reported("markdown", verdict);
      expect(markdown).not.toMatch(UNSEEN);
      const tags = withoutCode(markdown).match(/<(?!!--)[^\n]*?>/g) ?? [];
      expect(tags.filter((tag) => !/^<\/?(details|summary|sub|br|code)>$/.test(tag))).toEqual([]);
    }));
  test("the text has one line for each thing, and nothing unseen", () =>
    always((verdict) => expect(reported("text", verdict)).not.toMatch(UNSEEN)));
});

/** Code ends at as many backticks as it began with. */
const withoutCode = (markdown: string) => markdown.replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
