import { type Approvals, approverOf } from "../approvals";
import { GUARANTEE_IDS, check as verdictOn } from "../check";
import { quote } from "../quote";
import { FORMATS, reportIn } from "../report";
import { COLOURED, PLAIN, wantsColours } from "../report/colours";
import type { Sources } from "../report/sources";
import { lastLine } from "../report/words";
import type { GuaranteeId, Verdict } from "../verdict/verdict";
import { readApprovalsFor } from "./approvals-file";
import { type Command, readArguments, usageError } from "./command";
import { EXIT, type ExitCode } from "./exit-code";
import { refuse } from "./input-error";
import { type Output, outputsOf } from "./outputs";
import { type Progress, watchProgress } from "./progress";
import { type Asked, readQuestion } from "./question";
import { strictly } from "./strict";
import { readTime, today } from "./time";
import { writeWhole } from "./write-file";

const OPTIONS = {
  model: { type: "string" },
  approvals: { type: "string" },
  guarantee: { type: "string", multiple: true },
  format: { type: "string", multiple: true },
  at: { type: "string" },
  strict: { type: "boolean", default: false },
} as const;

export const check: Command = {
  usage: `usage: perimeter check [PATH…]

Proves from stacks, plans or states who can read what, and says why. PATHs are folders of synthesized stacks, of *.tf.json,
of plans or states, or such files; none: cdktf.out.

  --model FILE        what is user data and who is foreign; default: perimeter.yaml in or beside the first PATH, or here
  --approvals FILE    findings that somebody answers for; default: approvals.yaml beside the model, if there is one
  --guarantee ID      what to prove, repeatable: ${GUARANTEE_IDS.join(", ")}; default: all
  --format FORMAT     ${FORMATS.join(", ")}; repeatable with files: --format sarif=out.sarif;
                      default: text. One goes to the standard output; where all have files, that gets the last line alone
  --at DATE           no request is made before it, 2026-01-31 or 2026-01-31T12:00:00Z; default: today
  --strict            what holds only because of deny statements is undecided, unless the model says that they are in force

Text has colours on a terminal (NO_COLOR: never, FORCE_COLOR: always).

exit code: 0 all that is declared holds · 1 violated, or an approval is stale · 2 can't be known · 3 nothing was decided`,

  async run(args) {
    const { values, positionals } = readArguments(check, args, OPTIONS);
    const outputs = outputsOf(check, values.format ?? ["text"]);
    const guarantees = values.guarantee ? guaranteesIn(values.guarantee) : GUARANTEE_IDS;
    const at = values.at === undefined ? today() : readTime(check, values.at);
    const progress = watchProgress();
    try {
      const asked = readQuestion(positionals, values.model, at);
      const approvals = readApprovalsFor(asked.model, values.approvals, at);
      progress.now("proving");
      const proven = prove(asked, guarantees, approvals);
      const verdict = values.strict ? strictly(proven) : proven;
      requireDeclared(verdict);
      return printed(verdict, asked, outputs, progress);
    } finally {
      progress.end();
    }
  },
};

/** @throws UsageError one isn't known */
function guaranteesIn(written: readonly string[]): readonly GuaranteeId[] {
  const other = written.find((one) => !GUARANTEE_IDS.some((id) => id === one));
  if (other !== undefined) usageError(check, `--guarantee takes ${GUARANTEE_IDS.join(", ")}, found ${quote(other)}`);
  return GUARANTEE_IDS.filter((id) => written.includes(id));
}

function prove(asked: Asked, guarantees: readonly GuaranteeId[], approvals: Approvals | undefined): Verdict {
  const layers = guarantees.includes("access");
  if (!approvals) return verdictOn(asked, { layers, guarantees });
  const { approve, stale } = approverOf(approvals, asked.at.toISOString().slice(0, 10), guarantees, GUARANTEE_IDS);
  const verdict = verdictOn(asked, { layers, guarantees, approve });
  return { ...verdict, approvals: { file: approvals.file, stale: stale() } };
}

/**
 * A check of what the model doesn't ask for decides nothing, and is no pass.
 * @throws InputError
 */
export function requireDeclared({ guarantees }: Verdict): void {
  if (guarantees.some(({ verdict }) => verdict !== "not-declared")) return;
  const ids = guarantees.map(({ id }) => id).join(", ");
  refuse({
    code: "model/not-declared",
    message: `nothing was decided: the model doesn't declare ${ids}`,
    help: "declare it in the model, or ask for another guarantee",
  });
}

/** Every report is made before the first is written. */
function printed(verdict: Verdict, { estate, files, model }: Asked, outputs: readonly Output[], progress: Progress): ExitCode {
  progress.now("writing");
  const sources: Sources = { sourceOf: (address) => estate.resources.get(address)?.source, files, model, root: process.cwd() };
  const paint = wantsColours(process.env, process.stdout.isTTY) ? COLOURED : PLAIN;
  const reports = outputs.map(({ format, file }) => ({
    file,
    text: reportIn(format)(verdict, sources, file === undefined ? paint : PLAIN),
  }));
  for (const { file, text } of reports) if (file !== undefined) writeWhole(file, `${text}\n`);
  const shown = reports.find(({ file }) => file === undefined);
  console.log(shown ? shown.text : lastLine(verdict));
  return exitCodeOf(verdict);
}

/** An approval that covers nothing fails like a finding: somebody has to decide again. */
export function exitCodeOf({ verdict, approvals }: Verdict): ExitCode {
  if (verdict === "violated" || (approvals && approvals.stale.length > 0)) return EXIT.wrong;
  return verdict === "undecided" ? EXIT.undecided : EXIT.answered;
}
