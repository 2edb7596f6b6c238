import { didYouMean } from "../aws/nearest";
import { actorsCalled, explain as explanations } from "../explain";
import { quote } from "../quote";
import { explanationText } from "../report/explanation";
import { type Command, readArguments, usageError } from "./command";
import { EXIT } from "./exit-code";
import { refuse } from "./input-error";
import { readQuestion } from "./question";
import { readTime, today } from "./time";

const OPTIONS = { model: { type: "string" }, at: { type: "string" } } as const;

export const explain: Command = {
  usage: `usage: perimeter explain PRINCIPAL STORE [PATH…]

Says whether somebody can read a store or one of its copies, and the whole reason: the chain that leads there, or each layer
that keeps them from it. PRINCIPAL is a role of the model, or the name, ARN or address of a principal.

  --model FILE  as of "perimeter check"
  --at DATE     no request is made before it; default: today

exit code: 0 answered · 2 can't be known · 3 nothing was answered`,

  async run(args) {
    const { values, positionals } = readArguments(explain, args, OPTIONS);
    const [principal, store, ...paths] = positionals;
    if (principal === undefined || store === undefined) usageError(explain, "a principal and a store are missing");
    const at = values.at === undefined ? today() : readTime(explain, values.at);
    const question = readQuestion(paths, values.model, at);
    const stores = question.declared.stores.map(({ name }) => name);
    if (!stores.includes(store)) {
      const help = didYouMean(store, stores) ?? `the model has ${stores.join(", ")}`;
      refuse({ code: "explain/no-store", message: `the model has no store ${quote(store)}`, help });
    }
    const actors = actorsCalled(principal, question);
    if (actors.length === 0) {
      const help = "name a role of the model, or a principal as its cloud does: Domain/Group, a role, an ARN, an address";
      refuse({ code: "explain/nobody", message: `nobody is called ${quote(principal)}`, help });
    }
    const answers = explanations(question, actors, store);
    console.log(explanationText(principal, store, answers));
    const isKnown =
      answers.some(({ reached }) => reached.kind === "reached") || answers.every(({ reached }) => reached.kind === "never");
    return isKnown ? EXIT.answered : EXIT.undecided;
  },
};
