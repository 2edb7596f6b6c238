import type { Verdict } from "../verdict/verdict";
import { type Issue, issuesIn } from "./issue";
import { code, details, escaped, table } from "./markdown-text";
import { placeOf, type Sources } from "./sources";
import { shownPrincipal } from "./text";
import { approvalOf, counted, DENIALS, headline, lastLine, short } from "./words";

/** A comment of a code host holds 65,536 signs; what frames this one needs room too. */
const MOST = 60_000;
/** What is kept for the line that says what was cut. */
const RESERVED = 400;
/** A chain that is longer is read in the JSON. */
const MOST_STEPS = 20;

/** A list that there may not be room for. */
interface Part {
  /** What its entries are called where some are cut. */
  readonly called: string;
  readonly entries: readonly string[];
  /** The entries as they stand in the report. @default one below the other */
  readonly fold?: (entries: readonly string[]) => string;
}

/** The verdict for a pull request: the sentence that matters, then what fails; what is long is folded. */
export function markdownReport(verdict: Verdict, sources: Sources): string {
  const issues = issuesIn(verdict);
  const of = (...kinds: readonly Issue["kind"][]) => issues.filter(({ kind }) => kinds.includes(kind));
  const head = [
    `### perimeter: ${verdict.verdict}`,
    `**${escaped(short(headline(verdict, issues), 1500))}.**`,
    ...(verdict.restsOnDenials ? [escaped(DENIALS)] : []),
    guaranteeTable(verdict),
  ].join("\n\n");
  const texts = (...kinds: readonly Issue["kind"][]) => of(...kinds).map((issue) => issueText(issue, sources));
  const parts: readonly Part[] = [
    { called: "that fail the check", entries: texts("finding", "undecided", "stale-approval") },
    { called: "that are approved", entries: texts("approved") },
    folded("who can read a store", matrixRows(verdict)),
    folded("who could change the boundary itself", trustRows(verdict)),
    folded(
      "notes, which fail nothing",
      of("note").map(({ rule, message }) => `${code(rule)} ${escaped(short(message, 300))}`),
    ),
  ];
  const tail = `<sub>${escaped(lastLine(verdict))}, as of ${verdict.at}</sub>`;
  return fitted(head, parts, tail);
}

/** As many entries as there is room for, in their order; a folded list takes half of what is left. What was cut is said. */
function fitted(head: string, parts: readonly Part[], tail: string): string {
  let room = MOST - head.length - tail.length - RESERVED;
  const kept: string[] = [];
  const cut: string[] = [];
  for (const { called, entries, fold } of parts) {
    const frame = fold ? fold([]).length + 20 : 0;
    const share = fold ? room / 2 - frame : room;
    const fitting = entries.slice(0, howMany(entries, cut.length === 0 || fold ? share : 0));
    const missing = entries.length - fitting.length;
    if (missing > 0) cut.push(`${missing} of ${entries.length} ${called}`);
    if (fitting.length === 0) continue;
    const text = fold ? fold(fitting) : fitting.join("\n\n");
    kept.push(text);
    room -= text.length + 2;
  }
  const said = cut.length === 0 ? [] : [`*Cut, since a comment holds no more: ${cut.join("; ")}. The JSON report has all.*`];
  return [head, ...kept, ...said, tail].join("\n\n");
}

/** How many entries there is room for. */
function howMany(entries: readonly string[], room: number): number {
  let taken = 0;
  const first = entries.findIndex((entry) => {
    taken += entry.length + 4;
    return taken > room;
  });
  return first < 0 ? entries.length : first;
}

function guaranteeTable({ guarantees }: Verdict): string {
  const rows = guarantees.map(({ id, verdict, findings, undecided }) => {
    const approved = findings.filter((finding) => finding.approved).length;
    const open = findings.length - approved;
    const counts = [
      ...(open > 0 ? [counted(open, "finding", "findings")] : []),
      ...(undecided.length > 0 ? [`${undecided.length} undecided`] : []),
      ...(approved > 0 ? [`${approved} approved`] : []),
    ];
    return [id, verdict === "holds" || verdict === "not-declared" ? verdict : `**${verdict}**`, counts.join(", ")];
  });
  return table(["guarantee", "verdict", ""], rows);
}

function issueText(issue: Issue, sources: Sources): string {
  const { kind, rule, severity, message, finding, addresses, source, id } = issue;
  const label = kind === "undecided" ? "undecided" : kind === "approved" ? "approved" : severity;
  const { file, line } = placeOf(addresses, sources, source);
  const approval = approvalOf(issue);
  const path = finding?.path ?? [];
  const steps = path
    .slice(0, MOST_STEPS)
    .map(({ address, text }, at) => `${at + 1}. ${code(short(address, 200))}<br>${code(short(text, 300))}`);
  const further = path.length > MOST_STEPS ? [`${MOST_STEPS + 1}. and ${path.length - MOST_STEPS} more`] : [];
  return [
    `- **${label}** ${code(rule)} ${escaped(short(message, 800))} (${code(short(`${file}:${line}`, 300))})`,
    ...(approval ? [`  ${escaped(short(approval, 600))}`] : []),
    ...(finding?.fix ? [`  Fix: ${escaped(short(finding.fix.text, 600))}`] : []),
    ...(steps.length > 0
      ? [indented(details(`by ${counted(path.length, "step", "steps")}, ${code(id)}`, [...steps, ...further].join("\n")))]
      : []),
  ].join("\n\n");
}

const indented = (text: string) => text.replace(/^(?=.)/gm, "  ");

function folded(called: string, rows: readonly string[]): Part {
  const entries = [...new Set(rows)];
  return {
    called,
    entries,
    fold: (shown) => details(`${called} (${entries.length})`, shown.map((row) => `- ${row}`).join("\n")),
  };
}

function matrixRows({ access }: Verdict): readonly string[] {
  return access
    .filter(({ capability }) => capability === "content" || capability === "administer")
    .map(({ principal, asset, capability, when }) => {
      const copy = asset.kind === "copy" ? ` (copy ${code(short(asset.address, 200))})` : "";
      const who = escaped(short(shownPrincipal(principal), 300));
      return `${escaped(short(asset.name, 200))}${copy}: ${capability}, ${who}, ${escaped(short(when, 300))}`;
    })
    .sort();
}

const trustRows = ({ trustBase }: Verdict): readonly string[] =>
  trustBase.map(
    ({ principal, declared, because }) =>
      `${escaped(short(shownPrincipal(principal), 300))}: ${declared ? "trusted" : "**not declared**"}, ${escaped(short(because, 300))}`,
  );
