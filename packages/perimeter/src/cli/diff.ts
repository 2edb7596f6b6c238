import { type Difference, diff as differenceOf } from "../diff";
import { answersIn } from "../guarantees/routing/answers";
import { quote } from "../quote";
import { diffJson } from "../report/diff-json";
import { diffMarkdown } from "../report/diff-markdown";
import { diffText } from "../report/diff-text";
import { type Command, readArguments, usageError } from "./command";
import { EXIT, type ExitCode } from "./exit-code";
import { readQuestion } from "./question";
import { readTime, today } from "./time";

const OPTIONS = {
  model: { type: "string" },
  format: { type: "string", default: "text" },
  "fail-on": { type: "string" },
  at: { type: "string" },
} as const;

const FORMATS: ReadonlyMap<string, (difference: Difference) => string> = new Map([
  ["text", diffText],
  ["markdown", diffMarkdown],
  ["json", diffJson],
]);

export const diff: Command = {
  usage: `usage: perimeter diff BEFORE AFTER

Says what a change adds and takes away: who can read what, who could change the boundary, where data rests and flows, keys,
phases, findings and verdicts. BEFORE and AFTER are each a folder of stacks, plans or states, or one such file. They are
compared by what the clouds know: another address, another order or another way to say the same is no change.

  perimeter diff base/cdktf.out head/cdktf.out
  perimeter diff base.json head.json --model perimeter.yaml --fail-on widened --format markdown

  --model FILE       what is user data and who is foreign, on both sides; default: perimeter.yaml in or beside each, or here
  --format FORMAT    text (default), markdown (for a pull request, at most 60,000 characters) or json
  --fail-on widened  end with 1 if somebody can do more, data rests or flows in more places or a guarantee turned worse
  --at DATE          the day on which both are asked about; default: today

exit code: 0 compared · 1 widened, with --fail-on · 2 something can't be known that could before · 3 nothing was compared`,

  async run(args) {
    const { values, positionals } = readArguments(diff, args, OPTIONS);
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined) usageError(diff, "what is compared is missing: BEFORE and AFTER");
    if (others.length > 0) usageError(diff, `two sides are compared, found ${positionals.length}`);
    const failOn = values["fail-on"];
    if (failOn !== undefined && failOn !== "widened") usageError(diff, `--fail-on takes widened, found ${quote(failOn)}`);
    const report = FORMATS.get(values.format);
    if (!report) usageError(diff, `--format takes ${[...FORMATS.keys()].join(", ")}, found ${quote(values.format)}`);
    const at = values.at === undefined ? today() : readTime(diff, values.at);
    const questionOf = (path: string) => readQuestion([path], values.model, at);
    const difference = differenceOf(questionOf(before), questionOf(after), { routes: answersIn });
    console.log(report(difference));
    return exitCodeOf(difference, failOn === "widened");
  },
};

function exitCodeOf({ widened, lessKnown }: Difference, failsOnWidened: boolean): ExitCode {
  if (failsOnWidened && widened) return EXIT.wrong;
  return lessKnown ? EXIT.undecided : EXIT.answered;
}
