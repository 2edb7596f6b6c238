import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { didYouMean } from "../config/schema/nearest";
import { runCommand, UsageError } from "./run-command";
import { count, type Recorded, withResults } from "./torture/record";
import { type Outcome, runSuite } from "./torture/run";
import type { Suite } from "./torture/suite";
import { SUITES } from "./torture/suites";

const PROJECT = join(__dirname, "..");
const DOCUMENT = join(PROJECT, "docs/torture.md");
const CACHE = join(PROJECT, "node_modules/.cache/torture");
const NAMES = SUITES.map(({ name }) => name);

const USAGE = `usage: npm run torture [-- NAME… --seed N --cases N]

Holds laws against very many generated cases. A run that was stopped continues where it was. NAME is a suite, or what the
names of several begin with: perimeter/oci.

${SUITES.map(({ name, says, cases }) => `  ${name}  ${count(cases)} cases: ${says}`).join("\n")}

exit code: 0 all held · 1 a case broke its law · 3 nothing was decided`;

interface Options {
  readonly suites: readonly Suite[];
  readonly seed: number;
  readonly cases?: number;
  readonly help: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  return {
    suites: positionals.length === 0 ? SUITES : positionals.flatMap(suitesNamed),
    seed: whole("seed", values.seed),
    ...(values.cases === undefined ? {} : { cases: whole("cases", values.cases) }),
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: "string", default: "1" },
        cases: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** A suite, or all whose names begin so: `perimeter/oci`. */
function suitesNamed(name: string): readonly Suite[] {
  const found = SUITES.filter((suite) => `${suite.name}/`.startsWith(`${name}/`));
  if (found.length > 0) return found;
  throw new UsageError(
    [`there is no suite "${name}"`, didYouMean(name, NAMES) ?? "npm run torture -- --help lists them"].join("\n  "),
  );
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && number < 2 ** 31) return number;
  throw new UsageError(`--${option} takes a whole number from 1, found "${text}"`);
}

async function main(): Promise<void> {
  const { suites, seed, cases, help } = readOptions(process.argv.slice(2));
  if (help) console.log(USAGE);
  else await torture(suites, seed, cases);
}

async function torture(suites: readonly Suite[], seed: number, cases: number | undefined): Promise<void> {
  const { commit, clean } = sources();
  // Under changes that no commit names, nothing that ran before counts.
  const of = clean ? commit : `${commit} and changes of ${Date.now()}`;
  for (const suite of suites) {
    const run = { suite: suite.name, seed, cases: cases ?? suite.cases, commit: of };
    console.log(`${suite.name}: ${suite.says}`);
    const outcome = await runSuite(suite, run, CACHE, ({ done }) => showProgress(done, run.cases));
    report(suite.name, outcome);
    const result = outcome.failure ? "failed" : "held";
    if (result === "held" && run.cases < suite.cases) continue;
    const { done, seconds } = outcome;
    const recorded = { suite: suite.name, cases: done, seed, result, casesPerSecond: done / seconds } as const;
    record({ ...recorded, date: new Date().toISOString().slice(0, 10), commit: clean ? commit : `${commit}, changed` });
  }
}

function report(name: string, { done, seconds, failure }: Outcome): void {
  const figures = `${count(done)} cases held, ${count(done / Math.max(seconds, 0.001))} a second`;
  if (!failure) {
    console.log(`  ${figures}`);
    return;
  }
  process.exitCode = 1;
  console.log(`  ${figures}, then one broke the law:\n${failure.smallest.replace(/^/gm, "    ")}`);
  console.log(`  to repeat it: npm run torture -- ${name} --seed ${failure.seed} --cases ${failure.cases}`);
}

function showProgress(done: number, cases: number): void {
  if (process.stdout.isTTY) process.stdout.write(`  ${count(done)} of ${count(cases)}\r`);
}

/** What runs: the commit, and whether the sources are those of the commit. An archive of the sources has none. */
function sources(): { readonly commit: string; readonly clean: boolean } {
  const git = (...args: string[]) => spawnSync("git", args, { cwd: PROJECT, encoding: "utf8" });
  const head = git("rev-parse", "--short=10", "HEAD");
  if (head.status !== 0) return { commit: "no commit", clean: false };
  // What the last run has written is none of what runs.
  const changes = git("status", "--porcelain", "--", ".", ":!docs/torture.md");
  return { commit: head.stdout.trim(), clean: changes.status === 0 && changes.stdout.trim() === "" };
}

function record(result: Recorded): void {
  writeFileSync(DOCUMENT, withResults(readFileSync(DOCUMENT, "utf8"), NAMES, [result]));
}

runCommand(main);
