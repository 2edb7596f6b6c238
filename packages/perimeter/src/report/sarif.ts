import { version } from "../../package.json";
import { RULES, type Rule } from "../verdict/rules";
import type { PathStep, Severity, Verdict } from "../verdict/verdict";
import { type Issue, issuesIn } from "./issue";
import { placeOf, type Sources } from "./sources";
import { approvalOf, counted, headline, short } from "./words";

/**
 * What GitHub takes: of a run's results it stores the 5,000 gravest, of a path's locations it shows 1,000, a description has
 * 1,024 signs at most ("SARIF support for code scanning", "SARIF results exceed one or more limits").
 */
const MOST_RESULTS = 5000;
const MOST_STEPS = 1000;
const LONGEST = 1024;

/** SARIF 2.1.0 (OASIS): one run, ordered by gravity, with the whole catalogue of rules. */
export function sarifReport(verdict: Verdict, sources: Sources): string {
  const issues = issuesIn(verdict);
  const shown = issues.slice(0, MOST_RESULTS);
  const rules = rulesFor(shown);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: { name: "perimeter", version, semanticVersion: version, rules: rules.map(descriptor) },
    },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(verdict, issues, shown) }],
    columnKind: "utf16CodeUnits",
    results: shown.map((issue) => resultOf(issue, indices.get(issue.rule) ?? -1, sources)),
  };
  return JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2);
}

/** The catalogue, and what findings name that it lacks. */
function rulesFor(issues: readonly Issue[]): readonly Rule[] {
  const known = new Set(RULES.map(({ id }) => id));
  const others = new Map(issues.filter(({ rule }) => !known.has(rule)).map((issue) => [issue.rule, issue]));
  return [
    ...RULES,
    ...[...others.values()].map(
      ({ rule, title, severity }): Rule => ({ id: rule, guarantee: "access", title, help: title, severity }),
    ),
  ];
}

/** What a host calls critical, high, medium and low begins at 9.0, 7.0, 4.0 and 0.1. */
const SCORES: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

function descriptor({ id, title, help, severity, isNote }: Rule) {
  const [guarantee = ""] = id.split("/");
  return {
    id,
    name: id,
    shortDescription: { text: short(title, LONGEST) },
    fullDescription: { text: short(help, LONGEST) },
    help: { text: help, markdown: `**${title}.** ${help}` },
    defaultConfiguration: { level: isNote ? "note" : "error" },
    properties: { tags: ["security", guarantee], precision: "very-high", "security-severity": SCORES[severity] },
  };
}

function resultOf(issue: Issue, ruleIndex: number, sources: Sources) {
  const { rule, severity, finding, fails, id } = issue;
  const path = finding?.path ?? [];
  const approval = approvalOf(issue);
  return {
    ruleId: rule,
    ruleIndex,
    level: fails ? "error" : "note",
    message: { text: messageOf(issue) },
    locations: [locationOf(issue, sources)],
    partialFingerprints: { primaryLocationLineHash: id, "perimeter/v1": id },
    ...(path.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: stepsOf(path, sources) }] }] } : {}),
    ...(approval ? { suppressions: [{ kind: "external", status: "accepted", justification: short(approval, LONGEST) }] } : {}),
    properties: { severity },
  };
}

/** The first sentence is all that a narrow place shows; a fix stands behind it. */
function messageOf({ message, finding }: Issue): string {
  return finding?.fix ? `${short(message, LONGEST)}. To close it: ${short(finding.fix.text, LONGEST)}` : short(message, LONGEST);
}

/** The line that made it, and where a plan has it. */
function locationOf({ addresses, source }: Issue, sources: Sources) {
  const [address] = addresses;
  const names = [
    ...(address === undefined ? [] : [{ fullyQualifiedName: address, kind: "resource" }]),
    ...(source?.construct ? [{ fullyQualifiedName: source.construct, kind: "module" }] : []),
  ];
  return { ...physical(addresses, sources, source), ...(names.length > 0 ? { logicalLocations: names } : {}) };
}

function physical(addresses: readonly string[], sources: Sources, source?: Issue["source"]) {
  const { file, line } = placeOf(addresses, sources, source);
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: 1 } } };
}

/** A path as a reference of RFC 3986: an absolute one needs its scheme. */
function uriOf(file: string): string {
  const encoded = file.split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]:\//.test(file)) return `file:///${file.slice(0, 2)}${encoded.slice(encoded.indexOf("/"))}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}

function stepsOf(path: readonly PathStep[], sources: Sources) {
  return path.slice(0, MOST_STEPS).map(({ step, address, text }, at) => ({
    location: {
      ...physical([address], sources),
      logicalLocations: [{ fullyQualifiedName: address, kind: "resource" }],
      message: { text: `${step}: ${short(text, LONGEST)}` },
    },
    executionOrder: at + 1,
    kinds: [step],
  }));
}

/** The sentence that matters, and what was cut. */
function notificationsOf(verdict: Verdict, issues: readonly Issue[], shown: readonly Issue[]) {
  const cut = issues.length - shown.length;
  const failing = issues.slice(shown.length).filter(({ fails }) => fails).length;
  const long = shown.filter(({ finding }) => (finding?.path.length ?? 0) > MOST_STEPS).length;
  const texts = [
    ...(cut > 0
      ? [
          `${counted(cut, "result was", "results were")} cut, the least grave, of which ${failing} fail the check: a code host stores ${MOST_RESULTS}`,
        ]
      : []),
    ...(long > 0 ? [`${counted(long, "path was", "paths were")} cut to ${MOST_STEPS} steps`] : []),
  ];
  return [
    { level: "note", message: { text: short(headline(verdict, issues), LONGEST) } },
    ...texts.map((text) => ({ level: "warning", message: { text } })),
  ];
}
