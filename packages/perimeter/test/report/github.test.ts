import { describe, expect, test } from "@jest/globals";
import type { Verdict } from "../../src/verdict/verdict";
import { fiveGuarantees, manyFindings, SMALL, verdictNamed } from "../support/estates";
import { reported } from "./support";

const lines = (verdict: Verdict) => reported("github", verdict).split("\n");
const COMMAND = /^::error (?:file=[^:,\s][^:,]*,line=\d+,)?title=[^:,]+::\S.*$/;

test.each(SMALL)("%s: a command a line, and the verdicts last", (name) => {
  const all = lines(verdictNamed(name));
  for (const line of all.slice(0, -1)) expect(line).toMatch(COMMAND);
  expect(all.at(-1)).toMatch(/^access (holds|violated|undecided)/);
});

test("a finding stands at the line that made it, with its fix", () =>
  expect(lines(verdictNamed("a cdktf app"))[0]).toBe(
    "::error file=stacks/accès.ts,line=42,title=access/direct-read%3A Somebody from outside can read a store or a copy::" +
      'group "apac-eng" (CN, SG) can read "media": it may read its objects%0A' +
      'fix: take this away from group "apac-eng": allow group apac-eng to read objects in compartment stores',
  ));

test("what can't be known and an approval that is stale are errors too, a note and what is approved are none", () => {
  const titles = (name: string) => lines(verdictNamed(name)).map((line) => /title=([^%]*)%3A/.exec(line)?.[1]);
  expect(titles("one with a chain, a note and something unreadable")).toEqual([
    "access/escalation",
    "access/undecided",
    undefined,
  ]);
  expect(titles("one with approvals, good and stale")).toEqual(["approvals/orphaned", "approvals/expired", undefined]);
  expect(lines(verdictNamed("one with approvals, good and stale"))[0]).toContain("file=approvals.yaml,line=4,");
});

/** As the runner reads a command back (actions/toolkit and actions/runner, ActionCommand). */
const unescaped = (text: string) =>
  text.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");

test("names can't begin a command of their own", () => {
  const all = lines(verdictNamed("one with hostile names"));
  expect(all.filter((line) => line.startsWith("::"))).toHaveLength(all.length - 1);
  const hostile = all.find((line) => line.includes("<img")) ?? "";
  expect(hostile).toContain("%250A::error::");
  expect(unescaped(hostile)).toContain("%0A::error::");
});

describe("there are ten at most,", () => {
  const of = (count: number) => lines(manyFindings(verdictNamed("one that somebody reads"), count));
  test("all of ten", () => expect(of(10)).toHaveLength(11));
  test("of more the worst nine, and how many are left", () => {
    const all = of(40);
    expect(all).toHaveLength(11);
    expect(all[9]).toBe("::error title=perimeter::and 31 more problems, in the whole report");
    expect(all.slice(0, 9).every((line) => / the time number (1|5|9|13|17|21|25|29|33)%0A/.test(line))).toBe(true);
  });
});

test("the last line has all verdicts", () =>
  expect(lines(fiveGuarantees(verdictNamed("one that somebody reads"))).at(-1)).toBe(
    "access violated · residency undecided · routing not-declared · oversight holds",
  ));
