import { createHash } from "node:crypto";
import type { Source } from "../input";
import { ruleOf } from "../verdict/rules";
import type { Finding, GuaranteeVerdict, Severity, Verdict } from "../verdict/verdict";

/** One thing that a report for machines shows, whatever it comes from. */
export interface Issue {
  readonly kind: "finding" | "undecided" | "stale-approval" | "approved" | "note";
  /** Whether the check fails by it. */
  readonly fails: boolean;
  readonly rule: string;
  /** What the rule is called. */
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  /** The finding that it tells of; of what couldn't be known there is none. */
  readonly finding?: Finding;
  /** Resources that it is about, the first one first. */
  readonly addresses: readonly string[];
  readonly source: Source | null;
  /** Told apart from every other of the report, and the same over lines and texts. */
  readonly id: string;
}

const GRAVITY: readonly Severity[] = ["critical", "high", "medium", "low"];

/** All of a verdict, what fails first, worst first. What couldn't be known is as grave as `high`. */
export function issuesIn(verdict: Verdict): readonly Issue[] {
  const all = verdict.guarantees.flatMap((one) => issuesOf(one));
  const stale = (verdict.approvals?.stale ?? []).map(
    ({ rule, line, message }): Issue => ({
      ...titled(rule),
      kind: "stale-approval",
      fails: true,
      message,
      addresses: [],
      source: { file: verdict.approvals?.file ?? null, line, construct: null },
      id: idOf(rule, message),
    }),
  );
  return distinct(
    [...all, ...stale]
      .map((issue, at) => ({ issue, at }))
      .sort(byGravity)
      .map(({ issue }) => issue),
  );
}

function byGravity(one: { issue: Issue; at: number }, other: { issue: Issue; at: number }): number {
  const rank = ({ kind, severity }: Issue) => [kind === "note" ? 2 : kind === "approved" ? 1 : 0, GRAVITY.indexOf(severity)];
  const [[first = 0, second = 0], [third = 0, fourth = 0]] = [rank(one.issue), rank(other.issue)];
  return first - third || second - fourth || one.at - other.at;
}

function issuesOf({ id, findings, notes, undecided }: GuaranteeVerdict): readonly Issue[] {
  const open = undecided.map(
    ({ address, reason }): Issue => ({
      ...titled(`${id}/undecided`),
      kind: "undecided",
      fails: true,
      message: address === null || reason.includes(address) ? reason : `${address}: ${reason}`,
      addresses: address === null ? [] : [address],
      source: null,
      id: idOf(`${id}/undecided`, address ?? "", reason),
    }),
  );
  return [
    ...findings.map((finding) => issueOf(finding, finding.approved ? "approved" : "finding")),
    ...open,
    ...notes.map((note) => issueOf(note, "note")),
  ];
}

function issueOf(finding: Finding, kind: Issue["kind"]): Issue {
  const { rule, severity, message, path, asset, principal, source, fingerprint } = finding;
  const addresses = [...path.map(({ address }) => address), asset?.address, principal?.address];
  return {
    ...titled(rule),
    kind,
    fails: kind === "finding",
    severity,
    message,
    finding,
    addresses: [...new Set(addresses.filter((one) => one !== undefined && one !== null && one !== ""))] as readonly string[],
    source,
    id: fingerprint,
  };
}

/** A rule that the catalogue doesn't know is called by its name. */
function titled(rule: string): Pick<Issue, "rule" | "title" | "severity"> {
  const known = ruleOf(rule);
  return { rule, title: known?.title ?? rule, severity: known?.severity ?? "high" };
}

const idOf = (...parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);

/** Hosts show one of those that have the same id: each further one gets its own. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const before = seen.get(issue.id) ?? 0;
    seen.set(issue.id, before + 1);
    return before === 0 ? issue : { ...issue, id: idOf(issue.id, `${before + 1}`) };
  });
}
