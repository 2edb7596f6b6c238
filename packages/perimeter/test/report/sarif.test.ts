import { describe, expect, test } from "@jest/globals";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import type { Verdict } from "../../src/verdict/verdict";
import { manyFindings, SMALL, verdictNamed } from "../support/estates";
import { mistakesBy } from "../support/json-schema";
import { reported, SOURCES, UNSEEN } from "./support";

const mistakesIn = mistakesBy(schema);
const sarif = (verdict: Verdict) => JSON.parse(reported("sarif", verdict));
const runOf = (verdict: Verdict) => sarif(verdict).runs[0];
const named = (name: string) => runOf(verdictNamed(name));

describe.each(SMALL)("%s", (name) => {
  test("fits the schema of SARIF 2.1.0", () => expect(mistakesIn(sarif(verdictNamed(name)))).toEqual([]));
  test("is one run, and has what GitHub requires of each result and rule", () => {
    const { runs, $schema, version } = sarif(verdictNamed(name));
    expect([runs.length, $schema, version]).toEqual([1, expect.stringContaining("sarif"), "2.1.0"]);
    const [{ results, tool }] = runs;
    for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(message.text).toMatch(/\S/);
      expect(message.text).not.toMatch(UNSEEN);
      expect(locations).toHaveLength(1);
      expect(locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri: expect.stringMatching(/^[^/\s]/) } });
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}$/);
    }
    for (const { shortDescription, fullDescription, help, properties, name: called } of tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text.length).toBeLessThanOrEqual(1024);
      expect(called.length).toBeLessThanOrEqual(255);
      expect(properties.tags.length).toBeLessThanOrEqual(10);
      expect(Number(properties["security-severity"])).toBeGreaterThan(0);
    }
  });
  test("has a fingerprint for each result alone", () => {
    const ids = named(name).results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a finding has its line of TypeScript, its plan address, its construct and its path", () => {
  const [result] = named("a cdktf app").results;
  const made = { artifactLocation: { uri: "stacks/acc%C3%A8s.ts" }, region: { startLine: 42, startColumn: 1 } };
  expect(result).toMatchObject({
    ruleId: "access/direct-read",
    level: "error",
    locations: [
      {
        physicalLocation: made,
        logicalLocations: [
          { fullyQualifiedName: "a/oci_identity_policy.made", kind: "resource" },
          { fullyQualifiedName: "access/made", kind: "module" },
        ],
      },
    ],
    codeFlows: [
      { threadFlows: [{ locations: [{ location: { physicalLocation: made }, executionOrder: 1, kinds: ["grant"] }] }] },
    ],
  });
});

test("where no line is known, the file of the stack stands for it, from the root; else the model", () => {
  const uri = (sources = SOURCES) =>
    JSON.parse(reported("sarif", verdictNamed("one that somebody reads"), sources)).runs[0].results[0].locations[0]
      .physicalLocation.artifactLocation.uri;
  expect(uri()).toBe("infra/a.tf.json");
  expect(uri({ ...SOURCES, files: new Map() })).toBe("infra/perimeter.yaml");
  expect(uri({ ...SOURCES, files: new Map([["a", "/else where/a.tf.json"]]) })).toBe("file:///else%20where/a.tf.json");
  expect(uri({ ...SOURCES, files: new Map([["a", "C:\\work\\a.tf.json"]]) })).toBe("file:///C:/work/a.tf.json");
});

test("a chain has its steps in order", () => {
  const chain = named("one with a chain, a note and something unreadable").results[0].codeFlows[0].threadFlows[0].locations;
  expect(
    chain.map(({ kinds, executionOrder }: { kinds: string[]; executionOrder: number }) => `${executionOrder} ${kinds}`),
  ).toEqual(["1 membership", "2 membership", "3 grant"]);
});

test("what fails is an error, a note and what is approved a note; what is approved is suppressed", () => {
  const levels = (name: string) =>
    named(name).results.map((one: { level: string; ruleId: string }) => `${one.level} ${one.ruleId}`);
  expect(levels("one with a chain, a note and something unreadable")).toEqual([
    "error access/escalation",
    "error access/undecided",
    "note access/metadata",
  ]);
  expect(levels("one with approvals, good and stale")).toEqual([
    "error approvals/orphaned",
    "error approvals/expired",
    "note access/direct-read",
    "note access/metadata",
  ]);
  const approved = named("one with approvals, good and stale").results[2];
  expect(approved.suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "approved by sec@us.example until 2027-01-31: on the way out" },
  ]);
});

describe("of more results than a host stores", () => {
  const run = runOf(manyFindings(verdictNamed("one that somebody reads"), 5400));
  test("the 5,000 gravest are kept, in order", () => {
    const severities = run.results.map(({ properties }: { properties: { severity: string } }) => properties.severity);
    const counts = ["critical", "high", "medium", "low"].map(
      (one) => severities.filter((severity: string) => severity === one).length,
    );
    expect(counts).toEqual([1350, 1350, 1350, 950]);
    expect([...severities].sort((one, other) => rank(one) - rank(other))).toEqual(severities);
  });
  test("and it is said how many were cut", () => {
    const said = run.invocations[0].toolExecutionNotifications.map(({ message }: { message: { text: string } }) => message.text);
    expect(said[1]).toBe("401 results were cut, the least grave, of which 400 fail the check: a code host stores 5000");
  });
  test("it still fits the schema", () => expect(mistakesIn({ version: "2.1.0", runs: [run] })).toEqual([]));
});

test("a path is cut to what a host shows, and that is said", () => {
  const verdict = verdictNamed("one that somebody reads");
  const [access] = verdict.guarantees;
  const [finding] = access?.findings ?? [];
  if (!access || !finding) throw new Error("there is no finding");
  const path = Array.from({ length: 1200 }, () => finding.path[0]).flatMap((step) => step ?? []);
  const run = runOf({ ...verdict, guarantees: [{ ...access, findings: [{ ...finding, path, message: "m".repeat(9000) }] }] });
  expect(run.results[0].codeFlows[0].threadFlows[0].locations).toHaveLength(1000);
  expect(run.results[0].message.text.length).toBeLessThan(2200);
  expect(run.invocations[0].toolExecutionNotifications[1].message.text).toBe("1 path was cut to 1000 steps");
});

test("a rule that the catalogue lacks gets a descriptor of its own", () => {
  const verdict = manyFindings(verdictNamed("one that somebody reads"), 1);
  const [access] = verdict.guarantees;
  if (!access) throw new Error("there is no guarantee");
  const run = runOf({
    ...verdict,
    guarantees: [{ ...access, findings: access.findings.map((one) => ({ ...one, rule: "access/new" })) }],
  });
  expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe("access/new");
});

const rank = (severity: string) => ["critical", "high", "medium", "low"].indexOf(severity);
