import type { Severity, Verdict } from "../verdict/verdict";
import { type Issue, issuesIn } from "./issue";
import { placeOf, type Sources } from "./sources";
import { approvalOf, short } from "./words";

/** GitLab's own words, in its order (GitLab documentation, "Code Quality report format"). */
const SEVERITIES: Readonly<Record<Severity, string>> = { critical: "blocker", high: "critical", medium: "major", low: "minor" };

/** The Code Quality report of GitLab: one object for each finding, the worst first. */
export function gitlabReport(verdict: Verdict, sources: Sources): string {
  return JSON.stringify(
    issuesIn(verdict).map((issue) => ({
      description: descriptionOf(issue),
      check_name: issue.rule,
      fingerprint: issue.id,
      severity: issue.fails ? SEVERITIES[issue.severity] : "info",
      location: locationOf(issue, sources),
    })),
    null,
    2,
  );
}

function descriptionOf(issue: Issue): string {
  const approval = approvalOf(issue);
  return short(approval ? `${approval}. ${issue.message}` : issue.message, 1000);
}

function locationOf({ addresses, source }: Issue, sources: Sources) {
  const { file, line } = placeOf(addresses, sources, source);
  return { path: file, lines: { begin: line } };
}
