import { check } from "../check";
import { actorsCalled } from "../explain";
import { quote } from "../quote";
import { whatText, whoText } from "../report/matrix";
import type { AccessRow, Verdict } from "../verdict/verdict";
import { type Command, readArguments, usageError } from "./command";
import { EXIT, type ExitCode } from "./exit-code";
import { refuse } from "./input-error";
import { readQuestion } from "./question";
import { readTime, today } from "./time";

const OPTIONS = { model: { type: "string" }, at: { type: "string" }, format: { type: "string", default: "text" } } as const;

const SHARED = `
  --model FILE     as of "perimeter check"
  --at DATE        no request is made before it; default: today
  --format FORMAT  text (default) or json

exit code: 0 answered · 2 a part of it can't be known · 3 nothing was answered`;

/** Everybody who can do something with a store. */
export const who: Command = {
  usage: `usage: perimeter who STORE [PATH…]

Lists who can read, administer or see a store and its copies by their own rights, and under which circumstances.
${SHARED}`,

  async run(args) {
    const { name, question, format } = readQuestionAbout(who, args, "a store");
    const stores = question.declared.stores.map((store) => store.name);
    if (!stores.includes(name))
      refuse({ code: "who/no-store", message: `the model has no store ${quote(name)}`, help: `it has ${stores.join(", ")}` });
    const verdict = check(question);
    const rows = verdict.access.filter(({ asset, capability }) => asset.name === name && capability !== "none");
    return answer(verdict, rows, format, whoText(name, rows));
  },
};

/** Everything that somebody can do. */
export const what: Command = {
  usage: `usage: perimeter what PRINCIPAL [PATH…]

Lists what somebody can do with each store and copy by their own rights. PRINCIPAL is a role of the model, or the name, ARN or
address of a principal.
${SHARED}`,

  async run(args) {
    const { name, question, format } = readQuestionAbout(what, args, "a principal");
    const actors = actorsCalled(name, question).map(({ principal }) => principal);
    if (actors.length === 0) refuse({ code: "what/nobody", message: `nobody is called ${quote(name)}` });
    const verdict = check(question);
    const isMeant = ({ principal }: AccessRow) =>
      actors.some(
        (one) =>
          one.kind === principal.kind && one.name === principal.name && (one.resource?.address ?? null) === principal.address,
      );
    const rows = verdict.access.filter((row) => row.capability !== "none" && isMeant(row));
    return answer(verdict, rows, format, whatText(name, rows));
  },
};

function readQuestionAbout(command: Command, args: readonly string[], missing: string) {
  const { values, positionals } = readArguments(command, args, OPTIONS);
  const [name, ...paths] = positionals;
  const { format } = values;
  if (name === undefined) usageError(command, `${missing} is missing`);
  if (format !== "text" && format !== "json") usageError(command, `--format takes text or json, found ${quote(format)}`);
  const at = values.at === undefined ? today() : readTime(command, values.at);
  return { name, format, question: readQuestion(paths, values.model, at) };
}

/** What a matrix shows is what is known: where something isn't, there may be more. */
function answer({ guarantees }: Verdict, rows: readonly AccessRow[], format: string, text: string): ExitCode {
  console.log(format === "json" ? JSON.stringify(rows, null, 2) : text);
  const undecided = guarantees.flatMap((one) => one.undecided);
  if (undecided.length === 0) return EXIT.answered;
  for (const { address, reason } of undecided) console.error(`can't be known: ${address ? `${address}: ` : ""}${reason}`);
  return EXIT.undecided;
}
