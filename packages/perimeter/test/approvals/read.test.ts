import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { approvalsSchema, readApprovals } from "../../src/approvals";
import { mistakesBy } from "../support/json-schema";
import { expectCommitted } from "../support/schema-file";

test("the schema that is shipped is the one that the reader's shapes make; `npm run golden` renews it", () =>
  expectCommitted(join(__dirname, "../../schemas/approvals.schema.json"), `${JSON.stringify(approvalsSchema, null, 2)}\n`));

const AT = "2026-11-25";
const mistakesIn = mistakesBy(approvalsSchema);

const GOOD = `version: 1
approvals:
  - fingerprint: "0123456789abcdef"
    reason: moves out in spring
    approver: security@us.example
    approved: 2026-11-01
    expires: 2027-05-01
  - { role: us-sre, store: media, capability: content, reason: r, approver: a, expires: 2026-12-31 }
`;

test("each approval says what it covers, with its line", () =>
  expect(readApprovals(GOOD, "approvals.yaml", AT)).toEqual({
    file: "approvals.yaml",
    approvals: [
      {
        covers: { fingerprint: "0123456789abcdef" },
        reason: "moves out in spring",
        approver: "security@us.example",
        expires: "2027-05-01",
        line: 3,
      },
      {
        covers: { role: "us-sre", store: "media", capability: "content" },
        reason: "r",
        approver: "a",
        expires: "2026-12-31",
        line: 8,
      },
    ],
  }));

describe("is good, by the schema too:", () => {
  test.each<[string, string, string]>([
    ["all of it", "", ""],
    ["a year to the day", "expires: 2027-05-01", "expires: 2027-11-01"],
    ["the day of the check", "approved: 2026-11-01", "approved: 2026-11-25"],
    ["one day", "expires: 2027-05-01", "expires: 2026-11-01"],
    ["one that expired: it is told apart later", "expires: 2026-12-31", "expires: 2020-01-01"],
    ["none", GOOD.slice(GOOD.indexOf("\n  - f")), " []\n"],
  ])("%s", (_, from, to) => {
    const text = changed(from, to);
    expect(readApprovals(text, "a.yaml", AT)).toHaveProperty("approvals");
    expect(mistakesIn(parse(text))).toEqual([]);
  });
});

const YEAR = "is more than a year after";

describe("is refused at its place:", () => {
  test.each<[string, string, string, string, boolean?]>([
    ["nothing", GOOD, "", "1:1 the approvals: expected a map with version, approvals, found nothing"],
    ["another version", "version: 1", "version: 2", "1:10 version: expected 1, found a number, 2"],
    ["no YAML", "version: 1", "version: [1", "2:1 "],
    ["an unknown key", "approver: sec", "by: me\n    approver: sec", '5:5 unknown key "by" in approvals[0]'],
    ["a missing reason", "    reason: moves out in spring\n", "", '3:5 approvals[0] lacks "reason"'],
    ["an empty reason", "moves out in spring", '" "', '4:13 approvals[0].reason: expected why this is accepted, found " "'],
    [
      "nobody who answers",
      "approver: security@us.example",
      "approver:",
      "5:5 approvals[0].approver: expected who answers for it, found nothing",
    ],
    ["a fingerprint that is cut", '"0123456789abcdef"', '"0123"', "3:18 approvals[0].fingerprint: expected a fingerprint"],
    [
      "a fingerprint that YAML takes for a number",
      '"0123456789abcdef"',
      "1234567890123456",
      "3:18 approvals[0].fingerprint: expected a fingerprint",
    ],
    [
      "a capability that there isn't",
      "capability: content",
      "capability: read",
      '8:47 approvals[1].capability: expected a capability, found "read"',
    ],
    ["what is a note anyway", "capability: content", "capability: metadata", "8:47 approvals[1].capability"],
    [
      "a role without a store",
      ", store: media",
      "",
      "8:5 approvals[1]: expected either fingerprint, or role, store and capability",
    ],
    ["a fingerprint beside a role", "{ role:", '{ fingerprint: "0123456789abcdef", role:', "8:5 approvals[1]: expected either"],
    ["neither of the two", 'fingerprint: "0123456789abcdef"\n    reason', "reason", "3:5 approvals[0]: expected either"],
    [
      "no day",
      "2027-05-01",
      "2027-02-30",
      '7:14 approvals[0].expires: expected a date, such as 2026-01-31, found "2027-02-30"',
      true,
    ],
    ["more than a year", "2027-05-01", "2027-11-02", `7:14 approvals[0].expires: 2027-11-02 ${YEAR} 2026-11-01`, true],
    [
      "more than a year from today, undated",
      "expires: 2026-12-31",
      "expires: 2027-11-26",
      `8:89 approvals[1].expires: 2027-11-26 ${YEAR} 2026-11-25`,
      true,
    ],
    [
      "an end before its beginning",
      "2027-05-01",
      "2026-10-31",
      "7:14 approvals[0].expires: 2026-10-31 lies before 2026-11-01",
      true,
    ],
    [
      "one dated ahead",
      "approved: 2026-11-01",
      "approved: 2026-11-26",
      "6:15 approvals[0].approved: 2026-11-26 lies after 2026-11-25",
      true,
    ],
  ])("%s", (_, from, to, said, onlyReader = false) => {
    const text = changed(from, to);
    const read = readApprovals(text, "a.yaml", AT);
    const told = "diagnostics" in read ? read.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`) : [];
    expect(told[0]?.slice(0, said.length)).toBe(said);
    if (!onlyReader && !/\[1$/m.test(text)) expect(mistakesIn(parse(text))).not.toEqual([]);
  });

  test("a leap day lasts to the 28th", () => {
    const text =
      "version: 1\napprovals: [{ fingerprint: '0123456789abcdef', reason: r, approver: a, approved: 2028-02-29, expires: DAY }]\n";
    expect(readApprovals(text.replace("DAY", "2029-02-28"), "a", "2028-03-01")).toHaveProperty("approvals");
    expect(readApprovals(text.replace("DAY", "2029-03-01"), "a", "2028-03-01")).toHaveProperty("diagnostics");
  });

  test("all at once, in the order of the file", () => {
    const read = readApprovals(
      changed("reason: moves", "reasons: moves").replace("capability: content", "capability: x"),
      "a.yaml",
      AT,
    );
    expect("diagnostics" in read ? read.diagnostics.map(({ line }) => line) : []).toEqual([3, 4, 8]);
  });
});

function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`there is no ${from}`);
  return GOOD.replace(from, () => to);
}
