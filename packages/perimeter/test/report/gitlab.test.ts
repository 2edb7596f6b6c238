import { expect, test } from "@jest/globals";
import type { Verdict } from "../../src/verdict/verdict";
import { manyFindings, SMALL, verdictNamed } from "../support/estates";
import { mistakesBy } from "../support/json-schema";
import { reported } from "./support";

const issues = (verdict: Verdict) => JSON.parse(reported("gitlab", verdict));

/** GitLab's documentation, "Code Quality report format": what a report has to have. */
const text = { type: "string", minLength: 1 };
const mistakesIn = mistakesBy({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          // Relative, and without ./ before it.
          path: { type: "string", pattern: "^[^/.]" },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
});

test.each(SMALL)("%s has the form that GitLab asks for, each with its own fingerprint", (name) => {
  const all = issues(verdictNamed(name));
  expect(mistakesIn(all)).toEqual([]);
  expect(new Set(all.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(all.length);
});

test("severities are GitLab's, worst first; what fails nothing is info", () => {
  const severities = issues(manyFindings(verdictNamed("one that somebody reads"), 4)).map(
    ({ severity }: { severity: string }) => severity,
  );
  expect(severities).toEqual(["blocker", "critical", "major", "minor", "info"]);
  const told = issues(verdictNamed("one with a chain, a note and something unreadable")).map(
    (one: { severity: string; check_name: string }) => `${one.severity} ${one.check_name}`,
  );
  expect(told).toEqual(["blocker access/escalation", "critical access/undecided", "info access/metadata"]);
});

test("what is approved says by whom", () =>
  expect(issues(verdictNamed("one with approvals, good and stale")).at(-2)).toMatchObject({
    severity: "info",
    description: expect.stringMatching(/^approved by sec@us\.example until 2027-01-31: on the way out\. group "apac-eng"/),
  }));

test("a finding that is there twice has two fingerprints, the same each time", () => {
  const verdict = verdictNamed("one that somebody reads");
  const [access] = verdict.guarantees;
  if (!access) throw new Error("there is no guarantee");
  const twice = { ...verdict, guarantees: [{ ...access, findings: [...access.findings, ...access.findings], notes: [] }] };
  const fingerprints = issues(twice).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(2);
  expect(reported("gitlab", twice)).toBe(reported("gitlab", twice));
});
