import { quote } from "../quote";
import { readRequests } from "../simulate/request/read";
import type { Row } from "../simulate/request/request";
import { type Answered, answersOf } from "./answers";
import { type Command, readArguments, usageError } from "./command";
import { type KnownEstate, readStatementsFile } from "./estate";
import { EXIT, type ExitCode } from "./exit-code";
import { InputError } from "./input-error";
import { type Format, isAsExpected, isFormat, printAnswer, printComparison, printCounts } from "./print-answer";
import { nameOf, readText, STDIN } from "./text-file";
import { readTime } from "./time";

const OPTIONS = {
  statements: { type: "string" },
  expect: { type: "string" },
  format: { type: "string", default: "text" },
  at: { type: "string" },
} as const;

export const simulate: Command = {
  usage: `usage: perimeter simulate REQUEST.json [PATH…]
       perimeter simulate REQUEST.json --statements FILE
       perimeter simulate --expect REQUESTS.jsonl [PATH… | --statements FILE]

Says what the cloud answers to a concrete request, by which statements, and why. PATHs are folders of synthesized stacks,
of *.tf.json, of plans or states, or such files; none: cdktf.out.

  --statements FILE  OCI statements alone, a line each: COMPARTMENT<tab>STATEMENT; the compartment holds the policy and is
                     written path:from:the:root, the root itself tenancy
  --expect FILE      JSON Lines of requests, each with "expected": "allowed", "denied" or "undecided"; lists what differs
  --format FORMAT    text (default) or json, one object a line
  --at DATE          the time of the requests, 2026-01-31 or 2026-01-31T12:00:00Z; default: now. A request's own variable wins

A request:
  { "principal": {"groups": ["Domain/group"]} | {"user": "…"} | {"dynamicGroups": ["…"]} | {"service": "…"} | {"role": "arn:…"}
                 | {"user": "arn:…"} | {"resource": "workload"} | {"anonymous": true} | {"address": "stack/type.name"},
    "permission": "OBJECT_READ" (OCI) | "action": "s3:GetObject" (AWS),
    "target": {"compartment": "path:of:compartment"} | {"arn": "…"} | {"address": "stack/type.name"},
    "variables": {"target.bucket.name": "media", …} }
REQUEST.json may hold many, one a line; "-" is the standard input.

exit code: 0 answered, whether allowed or denied; with --expect as expected · 1 an answer is not as expected
           2 an answer is undecided · 3 nothing was decided: the input is wrong`,

  async run(args) {
    const { file, expect, paths, statements, format, at } = readOptions(args);
    const rows = readRows(file, expect);
    const estate = statements === undefined ? readTerraform(paths) : readStatementsFile(statements);
    const answers = answersOf(rows, estate, nameOf(file), at);
    return expect ? compare(answers, format) : print(answers, format);
  },
};

interface Options {
  /** Of the requests. */
  readonly file: string;
  /** Whether the answers are held against what the rows expect. */
  readonly expect: boolean;
  readonly paths: readonly string[];
  readonly statements: string | undefined;
  readonly format: Format;
  readonly at: Date;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = readArguments(simulate, args, OPTIONS);
  const { format, expect, statements } = values;
  if (!isFormat(format)) usageError(simulate, `--format takes text or json, found ${quote(format)}`);
  const [file, ...paths] = expect === undefined ? positionals : [expect, ...positionals];
  if (file === undefined) usageError(simulate, "simulate takes a file with a request");
  if (statements !== undefined && paths[0] !== undefined)
    usageError(simulate, `--statements stands for all PATHs, found ${quote(paths[0])} beside it`);
  if (statements === STDIN && file === STDIN) usageError(simulate, "the standard input can't be both requests and statements");
  const at = values.at === undefined ? new Date() : readTime(simulate, values.at);
  return { file, expect: expect !== undefined, paths, statements, format, at };
}

function readRows(file: string, expected: boolean): readonly Row[] {
  const read = readRequests(readText(file), nameOf(file), { expected, lines: expected || file.endsWith(".jsonl") });
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  return read.rows;
}

/** Loaded when it is needed: a file of statements doesn't wait for what reads plans. */
function readTerraform(paths: readonly string[]): KnownEstate {
  return (require("./terraform-estate") as typeof import("./terraform-estate")).readTerraform(paths);
}

function print(answers: readonly Answered[], format: Format): ExitCode {
  for (const answered of answers) console.log(printAnswer(answered, format, answers.length > 1));
  return answers.some(({ answer }) => answer.decision === "undecided") ? EXIT.undecided : EXIT.answered;
}

/** An answer that is undecided and was expected to be is as good as any other. */
function compare(answers: readonly Answered[], format: Format): ExitCode {
  for (const answered of answers) {
    const printed = printComparison(answered, format);
    if (printed !== undefined) console.log(printed);
  }
  if (format === "text") console.log(printCounts(answers));
  return answers.every(isAsExpected) ? EXIT.answered : EXIT.wrong;
}
