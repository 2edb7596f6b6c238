import { describe, expect, test } from "@jest/globals";
import type { Verdict } from "../../src/verdict/verdict";
import { SMALL, verdictNamed } from "../support/estates";
import { reported } from "./support";
import { type Element, parseXml } from "./xml";

const parsed = (verdict: Verdict) => parseXml(reported("junit", verdict));
const suitesOf = (name: string) => parsed(verdictNamed(name)).children;
const outcomes = (suite: Element | undefined) =>
  suite?.children.map(({ attributes, children }) => `${children[0]?.name ?? "passed"} ${attributes["classname"]}`);

describe.each(SMALL)("%s", (name) => {
  test("is well-formed, a suite for each guarantee, whose counts are those of its cases", () => {
    const verdict = verdictNamed(name);
    const root = parsed(verdict);
    expect(root.name).toBe("testsuites");
    const guarantees = verdict.guarantees.map(({ id }) => id as string);
    expect(root.children.map(({ attributes }) => attributes["name"]).filter((one) => one !== "approvals")).toEqual(guarantees);
    for (const suite of [...root.children, { ...root, children: root.children.flatMap(({ children }) => children) }]) {
      const count = (kind: string) => suite.children.filter(({ children }) => children.some((one) => one.name === kind)).length;
      const { tests, failures, errors, skipped } = suite.attributes;
      expect({ tests, failures, errors, skipped }).toEqual({
        tests: `${suite.children.length}`,
        failures: `${count("failure")}`,
        errors: `${count("error")}`,
        skipped: `${count("skipped")}`,
      });
      expect(suite.children.length).toBeGreaterThan(0);
    }
  });
});

test("a finding is a failure, what can't be known an error, what isn't declared is skipped, what holds passes", () => {
  expect(outcomes(suitesOf("one with a chain, a note and something unreadable")[0])).toEqual([
    "failure access/escalation",
    "error access/undecided",
  ]);
  expect(suitesOf("five guarantees, of which some aren't declared").map(outcomes)).toEqual([
    ["failure access/direct-read"],
    ["error residency/undecided"],
    ["skipped routing"],
    ["passed oversight"],
  ]);
});

test("what is approved is skipped, and the guarantee passes; a stale approval is a failure of its own suite", () => {
  const [access, approvals] = suitesOf("one with approvals, good and stale");
  expect(outcomes(access)).toEqual(["skipped access/direct-read", "passed access"]);
  expect(access?.children[0]?.children[0]?.attributes["message"]).toBe(
    "approved by sec@us.example until 2027-01-31: on the way out",
  );
  expect(outcomes(approvals)).toEqual(["failure approvals/orphaned", "failure approvals/expired"]);
});

test("a failure says how, and where", () => {
  const [failed] = suitesOf("a cdktf app")[0]?.children ?? [];
  expect([failed?.attributes["file"], failed?.attributes["line"]]).toEqual(["stacks/accès.ts", "42"]);
  expect(failed?.children[0]?.text.split("\n")).toEqual([
    'critical: group "apac-eng" (CN, SG) can read "media": it may read its objects',
    "1. a/oci_identity_policy.made: allow group apac-eng to read objects in compartment stores",
    'fix: take this away from group "apac-eng": allow group apac-eng to read objects in compartment stores',
  ]);
});

test("what a name holds stays text", () => {
  const [first] =
    suitesOf("one with hostile names")[0]?.children.filter(({ attributes }) => attributes["name"]?.includes("<img")) ?? [];
  expect(first?.attributes["name"]).toContain(`x<failure>]]>|<img src=x> @admin #1`);
  expect(first?.children.map(({ name }) => name)).toEqual(["failure"]);
});
