import type { GuaranteeVerdict, Verdict } from "../verdict/verdict";
import { type Issue, issuesIn } from "./issue";
import { placeOf, type Sources } from "./sources";
import { approvalOf, short } from "./words";

/**
 * JUnit's XML: a suite for each guarantee. A finding is a failure, what can't be known an error, what is approved or not
 * declared is skipped; a guarantee that holds is one test that passes.
 */
export function junitReport(verdict: Verdict, sources: Sources): string {
  const issues = issuesIn(verdict).filter(({ kind }) => kind !== "note");
  const suites = verdict.guarantees.map((guarantee) =>
    suite(guarantee.id, [
      ...issues.filter(({ rule }) => isOf(rule, guarantee)).map((issue) => caseOf(issue, sources)),
      ...ownCase(guarantee),
    ]),
  );
  const stale = issues.filter(({ kind }) => kind === "stale-approval").map((issue) => caseOf(issue, sources));
  const all = [...suites, ...(stale.length > 0 ? [suite("approvals", stale)] : [])];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="perimeter"${counts(all.flatMap(({ cases }) => cases))}>`,
    ...all.map(({ xml }) => xml),
    "</testsuites>",
  ].join("\n");
}

interface Case {
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  readonly xml: string;
}

const isOf = (rule: string, { id }: GuaranteeVerdict) => rule.startsWith(`${id}/`);

function suite(name: string, cases: readonly Case[]): { readonly cases: readonly Case[]; readonly xml: string } {
  const xml = [`  <testsuite name="${name}"${counts(cases)}>`, ...cases.map((one) => one.xml), "  </testsuite>"].join("\n");
  return { cases, xml };
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

function ownCase({ id, verdict }: GuaranteeVerdict): readonly Case[] {
  const name = ` classname="${id}" name="${id} holds"`;
  if (verdict === "holds") return [{ outcome: "passed", xml: `    <testcase${name}/>` }];
  if (verdict !== "not-declared") return [];
  return [
    {
      outcome: "skipped",
      xml: `    <testcase${name}>\n      <skipped message="the model doesn't declare it"/>\n    </testcase>`,
    },
  ];
}

function caseOf(issue: Issue, sources: Sources): Case {
  const { rule, message, addresses, source, id } = issue;
  const { file, line } = placeOf(addresses, sources, source);
  const name = escaped(`${short(message, 300)} [${id}]`);
  const outcome = issue.kind === "approved" ? "skipped" : issue.kind === "undecided" ? "error" : "failure";
  return {
    outcome,
    xml: [
      `    <testcase classname="${escaped(rule)}" name="${name}" file="${escaped(short(file, 1000))}" line="${line}">`,
      `      ${inside(issue, outcome)}`,
      "    </testcase>",
    ].join("\n"),
  };
}

function inside(issue: Issue, outcome: Exclude<Case["outcome"], "passed">): string {
  const { rule, severity, message, finding } = issue;
  if (outcome === "skipped") return `<skipped message="${escaped(short(approvalOf(issue) ?? "", 1000))}"/>`;
  const steps = (finding?.path ?? []).map(({ address, text }, at) => `${at + 1}. ${short(address, 300)}: ${short(text, 400)}`);
  const remedy = finding?.fix ? [`fix: ${short(finding.fix.text, 400)}`] : [];
  const text = [`${severity}: ${short(message, 1000)}`, ...steps, ...remedy].join("\n");
  return `<${outcome} type="${escaped(rule)}" message="${escaped(short(message, 1000))}">${escaped(text)}</${outcome}>`;
}

/** What XML has signs of its own for; those that it can't hold were told by number before. */
function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
