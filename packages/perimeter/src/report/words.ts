import { visible } from "../quote";
import type { GuaranteeVerdict, Verdict } from "../verdict/verdict";
import type { Issue } from "./issue";

/** `access violated · residency holds`: the line that every text ends with. */
export function lastLine({ guarantees, approvals }: Verdict): string {
  const verdicts = guarantees.map((one) => `${one.id} ${one.verdict}${approvedIn(one)}`);
  return [...verdicts, ...((approvals?.stale.length ?? 0) > 0 ? ["approvals stale"] : [])].join(" · ");
}

function approvedIn({ findings }: GuaranteeVerdict): string {
  const approved = findings.filter((finding) => finding.approved).length;
  return approved === 0 ? "" : `, ${approved} approved`;
}

/** The one sentence that matters: the worst that stands against the verdict, or that nothing does. */
export function headline(verdict: Verdict, issues: readonly Issue[]): string {
  const [worst, ...more] = issues.filter(({ fails }) => fails);
  if (worst) return `${sentenceOf(worst)}${more.length === 0 ? "" : `, and ${counted(more.length, "more", "more")}`}`;
  const declared = verdict.guarantees.filter((one) => one.verdict !== "not-declared").map(({ id }) => id);
  const approved = issues.filter(({ kind }) => kind === "approved").length;
  const all = declared.length === 1 ? `${declared[0]} holds` : `${listed(declared)} hold`;
  return approved === 0 ? all : `${all}, with ${counted(approved, "approved finding", "approved findings")}`;
}

function sentenceOf({ kind, message, rule }: Issue): string {
  if (kind === "undecided") return `${rule.split("/")[0]} can't be known: ${message}`;
  return message;
}

export const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** `a, b and c`. */
export const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** On one line, with nothing that can't be seen, and no longer than this. */
export function short(text: string, longest: number): string {
  const seen = visible(text);
  return seen.length > longest ? `${seen.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : seen;
}

/** `approved by "security@us.example" until 2026-12-31: on the way out`. */
export function approvalOf({ finding }: Issue): string | undefined {
  const approved = finding?.approved;
  return approved && `approved by ${approved.approver} until ${approved.expires}: ${approved.reason}`;
}

/** What deny statements have to do with it. */
export const DENIALS =
  "this holds only if deny policies are enabled in the tenancy, which the model doesn't say: set oci: { denyPolicies: true }";
