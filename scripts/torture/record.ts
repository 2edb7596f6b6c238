/** The last full run of a suite. */
export interface Recorded {
  readonly suite: string;
  readonly cases: number;
  readonly seed: number;
  /** ISO date. */
  readonly date: string;
  readonly commit: string;
  readonly casesPerSecond: number;
  readonly result: "held" | "failed";
}

const BEGIN = "<!-- written by npm run torture -->";
const END = "<!-- until here -->";
const HEAD = `| suite | cases | seed | date | commit | cases a second | result |
|---|---|---|---|---|---|---|`;

/**
 * The document with these results in its table: those of the same suites are replaced, those of suites that are no longer
 * among `names` go, the rest stays.
 */
export function withResults(document: string, names: readonly string[], results: readonly Recorded[]): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/torture.md lacks the lines "${BEGIN}" and "${END}" around its table`);
  const rows = new Map<string, string>();
  for (const row of document.slice(from, to).split("\n")) {
    const [, suite = ""] = /^\| (\S+) \|/.exec(row) ?? [];
    if (names.includes(suite)) rows.set(suite, row);
  }
  for (const result of results) rows.set(result.suite, rowOf(result));
  const inOrder = names.flatMap((name) => rows.get(name) ?? []);
  return `${document.slice(0, from)}${BEGIN}\n${[HEAD, ...inOrder].join("\n")}\n${document.slice(to)}`;
}

function rowOf({ suite, cases, seed, date, commit, casesPerSecond, result }: Recorded): string {
  return `| ${[suite, count(cases), seed, date, commit, count(casesPerSecond), result].join(" | ")} |`;
}

/** `1,000,000` */
export const count = (number: number) => Math.round(number).toLocaleString("en-US");
