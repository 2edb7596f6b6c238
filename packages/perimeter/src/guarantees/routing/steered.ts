import type { Estate } from "../../estate";
import { isUnknown } from "../../estate/maybe";
import type { Value } from "../../input";
import { type Asked, type Lead, lead, shownValue, step, unknownEnd } from "./lead";
import type { Attachment } from "./records";
import type { Steering } from "./steering/policy";
import { possibleAnswers, type Shown } from "./steering/possible";
import { readSteering } from "./steering/read-policy";

/** What a steering policy does with a query. */
export interface Steered {
  readonly answers: readonly SteeredAnswer[];
  readonly open: readonly Lead[];
}

export interface SteeredAnswer {
  readonly asked: Asked;
  readonly value: Value;
  /** Whether it is another name. */
  readonly isName: boolean;
}

/** Every answer that the policy of an attachment can give, each in the plainest state of the world in which it does. */
export function steered({ by, policy }: Attachment, asked: Asked, estate: Estate): Steered {
  if (!policy) return { answers: [], open: [lead(asked, unknownEnd(by, "its steering policy isn't among what was given"))] };
  const steering = readSteering(policy, estate);
  if (isUnknown(steering)) return { answers: [], open: [lead(asked, unknownEnd(policy, steering.unknown))] };
  const uncertain = [by, policy].flatMap(({ address, uncertain: why }) =>
    why === undefined ? [] : [`whether ${address} exists isn't known: ${why}`],
  );
  const path = [...asked.path, step(by, `attaches the policy to ${asked.name}`)];
  const answers: SteeredAnswer[] = [];
  const open: Lead[] = [];
  for (const rtype of [asked.type, "CNAME"]) {
    const { shown, unexplored } = possibleAnswers(steering, rtype);
    for (const [at, how] of shown) {
      const answer = steering.answers[at];
      if (!answer) continue;
      const text = shownValue(answer.rdata, estate);
      const question = {
        ...asked,
        path: [...path, step(policy, `answers ${rtype} ${text} (${answer.name})`)],
        health: { ...asked.health, ...healthIn(steering, rtype, how) },
        from: asked.from === "anywhere" ? how.situation.origin.text : asked.from,
        doubts: [...asked.doubts, ...uncertain, ...how.doubts],
        said: { by: policy, argument: "answers", text },
      };
      answers.push({ asked: question, value: answer.rdata, isName: rtype === "CNAME" });
    }
    if (unexplored.length > 0)
      open.push(lead(asked, unknownEnd(policy, "it has more answers than can be looked at in every state")));
  }
  return { answers, open };
}

function healthIn({ answers }: Steering, rtype: string, { situation }: Shown): Lead["health"] {
  return Object.fromEntries(
    answers.flatMap((answer, at) => {
      if (answer.rtype !== rtype) return [];
      const isDisabled = answer.isDisabled || situation.disabled.has(at);
      return [[answer.name, isDisabled ? "disabled" : situation.unhealthy.has(at) ? "unhealthy" : "healthy"] as const];
    }),
  );
}
