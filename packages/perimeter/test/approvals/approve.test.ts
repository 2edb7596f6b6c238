import { describe, expect, test } from "@jest/globals";
import type { Verdict } from "../../src/verdict/verdict";
import { approvedWith, LIST, READ, tenancyWith, UNREADABLE, WRITE_POLICIES } from "../support/estates";
import { MODEL, stackOf, statements } from "../support/oci-estate";

const GIVEN = "reason: r, approver: a, expires: 2027-01-31";
const COVERS_READ = "role: apac-eng, store: media, capability: content";

/** The verdict on these statements, where these are approved. */
const approved = (given: readonly string[], ...entries: readonly string[]) =>
  approvedWith(
    stackOf(statements(...given)),
    MODEL,
    `version: 1\napprovals: [${entries.map((one) => `{ ${one} }`).join(", ")}]\n`,
  );

/** The outcome, each finding with a mark where it is approved, and what is stale. */
function told({ verdict, guarantees, approvals }: Verdict): readonly string[] {
  const findings = guarantees.flatMap((one) => one.findings.map(({ rule, approved: by }) => `${by ? "✓ " : ""}${rule}`));
  return [verdict, ...new Set(findings), ...(approvals?.stale ?? []).map(({ rule, line }) => `${rule} line ${line}`)];
}

const fingerprintOf = (statement: string) => tenancyWith(statement).guarantees[0]?.findings[0]?.fingerprint;

describe("an approval covers", () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["what a role reads", [READ], [`${COVERS_READ}, ${GIVEN}`], ["holds", "✓ access/direct-read"]],
    [
      "one finding by its fingerprint",
      [READ],
      [`fingerprint: "${fingerprintOf(READ)}", ${GIVEN}`],
      ["holds", "✓ access/direct-read"],
    ],
    [
      "a power by its own name",
      [WRITE_POLICIES],
      [`role: apac-eng, store: media, capability: administer, ${GIVEN}`],
      ["holds", "✓ access/escalation"],
    ],
    [
      "until its last day",
      [READ],
      [`${COVERS_READ}, reason: r, approver: a, expires: 2026-11-25`],
      ["holds", "✓ access/direct-read"],
    ],
    [
      "nothing from the next day on",
      [READ],
      [`${COVERS_READ}, reason: r, approver: a, expires: 2026-11-24`],
      ["violated", "access/direct-read", "approvals/expired line 2"],
    ],
    [
      "nothing of another store",
      [READ],
      [`${COVERS_READ.replace("media", "other")}, ${GIVEN}`],
      ["violated", "access/direct-read", "approvals/orphaned line 2"],
    ],
    [
      "nothing of another role",
      [READ],
      [`${COVERS_READ.replace("apac-eng", "us-data")}, ${GIVEN}`],
      ["violated", "access/direct-read", "approvals/orphaned line 2"],
    ],
    [
      "no reading where it says to administer",
      [READ],
      [`role: apac-eng, store: media, capability: administer, ${GIVEN}`],
      ["violated", "access/direct-read", "approvals/orphaned line 2"],
    ],
    [
      "one of two findings",
      [READ, "allow group us-data to read objects in compartment stores"],
      [`${COVERS_READ}, ${GIVEN}`],
      ["violated", "✓ access/direct-read", "access/undeclared-read", "access/over-budget"],
    ],
    ["nothing that can't be known", [READ, UNREADABLE], [`${COVERS_READ}, ${GIVEN}`], ["undecided", "✓ access/direct-read"]],
    ["no note: it fails nothing", [LIST], [`${COVERS_READ}, ${GIVEN}`], ["holds", "approvals/orphaned line 2"]],
    [
      "nothing, where there is nothing",
      ["allow group us-sre to inspect users in tenancy"],
      [`fingerprint: "0123456789abcdef", ${GIVEN}`],
      ["holds", "approvals/orphaned line 2"],
    ],
  ])("%s", (_, given, entries, said) => expect(told(approved(given, ...entries))).toEqual(said));
});

test("the approved finding says by whom, why and until when, and is otherwise what it was", () => {
  const [finding] = approved([READ], `${COVERS_READ}, ${GIVEN}`).guarantees[0]?.findings ?? [];
  const [before] = tenancyWith(READ).guarantees[0]?.findings ?? [];
  expect(finding).toEqual({ ...before, approved: { reason: "r", approver: "a", expires: "2027-01-31", line: 2 } });
});

test("an approved reader doesn't hide that the rest holds only by a denial", () => {
  const given = [READ, "allow group us-data to read objects in tenancy", "deny group us-data to read objects in tenancy"];
  const verdict = approved(given, `${COVERS_READ}, ${GIVEN}`);
  expect([verdict.verdict, verdict.restsOnDenials]).toEqual(["holds", true]);
});

describe("where not all guarantees are asked for,", () => {
  const entries = `version: 1\napprovals: [{ fingerprint: "0123456789abcdef", ${GIVEN} }, { ${COVERS_READ}, ${GIVEN} }]\n`;
  const stale = (...guarantees: readonly ("access" | "routing")[]) =>
    approvedWith(stackOf(), MODEL, entries, guarantees, ["access", "routing"]).approvals?.stale.map(({ message }) => message);
  test("an approval of another isn't missed", () => expect(stale("routing")).toEqual([]));
  test("one by role is of access", () =>
    expect(stale("access")).toEqual(['the approval of content of "media" for "apac-eng", given by "a", matches no finding']));
});
