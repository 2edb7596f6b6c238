import { GUARANTEE_IDS, check as verdictOn } from "../check";
import { quote } from "../quote";
import { textReport } from "../report/text";
import type { GuaranteeId, Verdict } from "../verdict/verdict";
import { type Command, readArguments, usageError } from "./command";
import { EXIT, type ExitCode } from "./exit-code";
import { readQuestion } from "./question";
import { readTime, today } from "./time";

const OPTIONS = {
  model: { type: "string" },
  guarantee: { type: "string", multiple: true },
  format: { type: "string", default: "text" },
  at: { type: "string" },
  strict: { type: "boolean", default: false },
} as const;

export const check: Command = {
  usage: `usage: perimeter check [PATH…]

Proves from stacks, plans or states who can read what, and says why. PATHs are folders of synthesized stacks, of *.tf.json,
of plans or states, or such files; none: cdktf.out.

  --model FILE        what is user data and who is foreign; default: perimeter.yaml in or beside the first PATH, or here
  --guarantee ID      what to prove, repeatable: ${GUARANTEE_IDS.join(", ")}; default: all
  --format FORMAT     text (default) or json
  --at DATE           no request is made before it, 2026-01-31 or 2026-01-31T12:00:00Z; default: today
  --strict            what holds only because of deny statements is undecided, unless the model says that they are in force

exit code: 0 holds · 1 violated · 2 can't be known · 3 nothing was decided`,

  async run(args) {
    const { values, positionals } = readArguments(check, args, OPTIONS);
    const { format, guarantee, strict } = values;
    if (format !== "text" && format !== "json") usageError(check, `--format takes text or json, found ${quote(format)}`);
    const guarantees = guarantee ? guaranteesIn(guarantee) : GUARANTEE_IDS;
    const at = values.at === undefined ? today() : readTime(check, values.at);
    const verdict = verdictOn(readQuestion(positionals, values.model, at), { layers: guarantees.includes("access"), guarantees });
    console.log(format === "json" ? JSON.stringify(verdict, null, 2) : textReport(verdict));
    return exitCodeOf(verdict, strict);
  },
};

/** @throws UsageError one isn't known */
function guaranteesIn(written: readonly string[]): readonly GuaranteeId[] {
  const other = written.find((one) => !GUARANTEE_IDS.some((id) => id === one));
  if (other !== undefined) usageError(check, `--guarantee takes ${GUARANTEE_IDS.join(", ")}, found ${quote(other)}`);
  return GUARANTEE_IDS.filter((id) => written.includes(id));
}

function exitCodeOf({ verdict, restsOnDenials }: Verdict, strict: boolean): ExitCode {
  if (verdict === "violated") return EXIT.wrong;
  return verdict === "undecided" || (strict && restsOnDenials) ? EXIT.undecided : EXIT.answered;
}
