import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { code, escaped } from "../../src/report/markdown-text";
import type { Verdict } from "../../src/verdict/verdict";
import { manyFindings, SMALL, verdictNamed } from "../support/estates";
import { reported, UNSEEN } from "./support";

const markdown = (verdict: Verdict) => reported("markdown", verdict);
const named = (name: string) => markdown(verdictNamed(name));

describe.each(SMALL)("%s", (name) => {
  test("begins with the verdict and the sentence that matters, and ends with all verdicts", () => {
    const [heading, empty, sentence] = named(name).split("\n");
    expect([heading, empty]).toEqual([`### perimeter: ${verdictNamed(name).verdict}`, ""]);
    expect(sentence).toMatch(/^\*\*.+\.\*\*$/);
    expect(named(name)).toMatch(/<sub>access .*, as of 2026-11-25<\/sub>$/);
  });
  test("closes what it opens, holds no tag of somebody else's, and fits a comment", () => {
    const text = named(name);
    const tags = withoutCode(text).match(/<(?!!--).*?>/g) ?? [];
    expect(tags.filter((tag) => !/^<\/?(details|summary|sub|br|code)>$/.test(tag))).toEqual([]);
    for (const tag of ["details", "summary", "sub"])
      expect(tags.filter((one) => one === `<${tag}>`)).toHaveLength(tags.filter((one) => one === `</${tag}>`).length);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).not.toMatch(UNSEEN);
  });
});

const withoutCode = (text: string) => text.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");

test("the sentence is the worst that stands against it, or that nothing does", () => {
  const sentence = (name: string) => named(name).split("\n")[2];
  expect(sentence("one that somebody reads")).toBe('**group "apac-eng" (CN, SG) can read "media": it may read its objects.**');
  expect(sentence("one with a chain, a note and something unreadable")).toMatch(/^\*\*group "apac-eng" .*, and 1 more\.\*\*$/);
  expect(sentence("a tenancy that holds")).toBe("**access holds.**");
  expect(sentence("one with approvals, good and stale")).toMatch(/^\*\*the approval of .* matches no finding, and 1 more\.\*\*$/);
});

test("a finding has its line, its fix, and its steps folded", () => {
  const text = named("a cdktf app");
  expect(text).toContain(
    '- **critical** `access/direct-read` group "apac-eng" (CN, SG) can read "media": it may read its objects (`stacks/accès.ts:42`)',
  );
  expect(text).toContain("  Fix: take this away");
  expect(text).toContain("  <details><summary>by 1 step, <code>");
  expect(text).toContain("  1. `a/oci_identity_policy.made`<br>`allow group apac-eng to read objects in compartment stores`");
});

describe("what a comment can't hold is cut, and said:", () => {
  const text = markdown(manyFindings(verdictNamed("one that somebody reads"), 3000));
  const shown = [...text.matchAll(/^- \*\*(\w+)\*\* `access\/direct-read`/gm)].map(([, severity]) => severity);
  test("as much as there is room for", () => {
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
  });
  test("the worst are kept", () => expect(new Set(shown)).toEqual(new Set(["critical"])));
  test("how many were cut", () =>
    expect(text).toContain(`*Cut, since a comment holds no more: ${3000 - shown.length} of 3000 that fail the check`));
  test("and the table counts all", () => expect(text).toContain("| access | **violated** | 3000 findings |"));
  test("a list that is folded leaves room for the others", () => {
    const notes = markdown(manyFindings(verdictNamed("one that somebody reads"), 3000, "notes"));
    expect(notes).toMatch(/\*Cut, .* \d+ of 3000 notes, which fail nothing\. The JSON report has all\.\*/);
    expect(notes).toContain("<details><summary>who can read a store");
    expect(notes.length).toBeLessThanOrEqual(60_000);
  });
});

describe("a text is shown as it is", () => {
  test.each([
    ["a_b*c", "a\\_b\\*c"],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["@admin of #12", "@<!-- -->admin of #<!-- -->12"],
    ["[x](y)|z", "\\[x\\](y)\\|z"],
    ["- no list", "\\- no list"],
    ["1. none", "\\1. none"],
  ])("%s", (text, shown) => expect(escaped(text)).toBe(shown));
  test.each([
    ["plain", "`plain`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a\nb", "`a b`"],
    ["", "`  `"],
  ])("and as code: %j", (text, shown) => expect(code(text)).toBe(shown));
  test("whatever it holds, no tag and no mention is left", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>&@#`|[]()!-ab1 \\*_".split("")) }), (text) => {
        const without = escaped(text).replaceAll("<!-- -->", "\u0000");
        return !/[<>]/.test(without) && !/[@#][A-Za-z0-9]/.test(without);
      }),
    ));
  test("whatever it holds, code ends where it should", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", " ", "\n") }), (text) => {
        const [fence = ""] = /^`+/.exec(code(text)) ?? [];
        const inside = code(text).slice(fence.length, -fence.length);
        return !(inside.match(/`+/g) ?? []).some((run) => run.length === fence.length) && !inside.includes("\n");
      }),
    ));
});
