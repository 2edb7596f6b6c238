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
  /** Those that the policy disables, and so doesn't give. */
  readonly asleep: readonly SteeredAnswer[];
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
  if (!policy) return { ...NOTHING, open: [lead(asked, unknownEnd(by, "its steering policy isn't among what was given"))] };
  const steering = readSteering(policy, estate);
  if (isUnknown(steering)) return { ...NOTHING, open: [lead(asked, unknownEnd(policy, steering.unknown))] };
  const uncertain = [by, policy].flatMap(({ address, uncertain: why }) =>
    why === undefined ? [] : [`whether ${address} exists isn't known: ${why}`],
  );
  const path = [...asked.path, step(by, `attaches the policy to ${asked.name}`)];
  const all = [asked.type, "CNAME"].map((rtype) => ({ rtype, ...possibleAnswers(steering, rtype) }));
  const given = (at: number, rtype: string, more: Partial<Asked>): readonly SteeredAnswer[] => {
    const answer = steering.answers[at];
    if (!answer) return [];
    const text = shownValue(answer.rdata, estate);
    const says = `answers ${rtype} ${text} (${answer.name}${more.isAsleep ? ", disabled" : ""})`;
    const said = { by: policy, argument: "answers", text };
    const doubts = [...asked.doubts, ...uncertain, ...(more.doubts ?? [])];
    return [
      {
        asked: { ...asked, ...more, doubts, said, path: [...path, step(policy, says)] },
        value: answer.rdata,
        isName: rtype === "CNAME",
      },
    ];
  };
  return {
    answers: all.flatMap(({ rtype, shown }) =>
      [...shown].flatMap(([at, how]) => {
        const from = asked.from === "anywhere" ? how.situation.origin.text : asked.from;
        return given(at, rtype, { health: { ...asked.health, ...healthIn(steering, rtype, how) }, from, doubts: how.doubts });
      }),
    ),
    asleep: all.flatMap(({ rtype, shown }) =>
      steering.answers.flatMap((answer, at) =>
        answer.rtype === rtype && answer.isDisabled && !shown.has(at) ? given(at, rtype, { isAsleep: true }) : [],
      ),
    ),
    open: all.flatMap(({ unexplored }) =>
      unexplored.length > 0 ? [lead(asked, unknownEnd(policy, "it has more answers than can be looked at in every state"))] : [],
    ),
  };
}

const NOTHING: Steered = { answers: [], asleep: [], open: [] };

function healthIn({ answers }: Steering, rtype: string, { situation }: Shown): Lead["health"] {
  return Object.fromEntries(
    answers.flatMap((answer, at) => {
      if (answer.rtype !== rtype) return [];
      const isDisabled = answer.isDisabled || situation.disabled.has(at);
      return [[answer.name, isDisabled ? "disabled" : situation.unhealthy.has(at) ? "unhealthy" : "healthy"] as const];
    }),
  );
}
