import type { Verdict } from "../verdict/verdict";
import { type Issue, issuesIn } from "./issue";
import { placeOf, type Sources } from "./sources";
import { counted, lastLine, short } from "./words";

/** A step shows ten annotations of a kind and drops the rest without a word (GitHub Actions, "Workflow commands"). */
const MOST = 10;
const LONGEST = 1000;

/** Workflow commands: what fails, worst first, each at its line. The last line is for the log. */
export function githubReport(verdict: Verdict, sources: Sources): string {
  const failing = issuesIn(verdict).filter(({ fails }) => fails);
  const shown = failing.slice(0, failing.length > MOST ? MOST - 1 : MOST);
  const more = failing.length - shown.length;
  return [
    ...shown.map((issue) => annotation(issue, sources)),
    ...(more > 0
      ? [command({ title: "perimeter" }, `and ${counted(more, "more problem", "more problems")}, in the whole report`)]
      : []),
    lastLine(verdict),
  ].join("\n");
}

function annotation(issue: Issue, sources: Sources): string {
  const { rule, title, message, finding, addresses, source } = issue;
  const { file, line } = placeOf(addresses, sources, source);
  const remedy = finding?.fix ? `\nfix: ${short(finding.fix.text, LONGEST)}` : "";
  return command({ file: file, line: `${line}`, title: `${rule}: ${title}` }, `${short(message, LONGEST)}${remedy}`);
}

const command = (properties: Readonly<Record<string, string>>, message: string) =>
  `::error ${Object.entries(properties)
    .map(([name, value]) => `${name}=${property(value)}`)
    .join(",")}::${data(message)}`;

/** As the runner reads them back (actions/toolkit, packages/core/src/command.ts): percent signs first. */
const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
