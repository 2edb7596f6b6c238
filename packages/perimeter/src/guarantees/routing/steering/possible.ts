import { type Condition, valuesOf } from "./condition";
import { outcomesOf, type Situation } from "./evaluate";
import type { Steering } from "./policy";
import { originsIn } from "./query";

/** The plainest state of the world in which a policy gives an answer. */
export interface Shown {
  readonly situation: Situation;
  /** What had to be assumed; empty: nothing. */
  readonly doubts: readonly string[];
}

export interface PossibleAnswers {
  /** By the answer's place in the policy. */
  readonly shown: ReadonlyMap<number, Shown>;
  /** Answers of which it isn't known, since there are too many states to look at each. */
  readonly unexplored: readonly number[];
}

/** So many states of the world are looked at one by one; a template's policy has as many with six answers. */
const MOST_SITUATIONS = 1 << 13;

/**
 * Which answers a policy can give to a query for a type of records, over every combination of origin, of answers that are
 * unhealthy, and of answers that are disabled, each in the plainest case.
 */
export function possibleAnswers(steering: Steering, rtype: string): PossibleAnswers {
  const origins = originsIn(steering);
  const asked = steering.answers.flatMap((answer, at) => (answer.rtype === rtype ? [at] : []));
  const hearsHealth = steering.rules.some(({ type }) => type === "HEALTH");
  const heedsDisabled = steering.rules.some((rule) => conditionsOn(rule).some((one) => valuesOf(one, "isdisabled").length > 0));
  const switches = asked.flatMap((at): readonly Switch[] => {
    const answer = steering.answers[at];
    return [
      ...(hearsHealth && answer?.isMonitored ? [{ at, kind: "unhealthy" } as const] : []),
      ...(heedsDisabled && !answer?.isDisabled ? [{ at, kind: "disabled" } as const] : []),
    ];
  });
  const shown = new Map<number, Shown>();
  const isDone = () => asked.every((at) => shown.get(at)?.doubts.length === 0);
  const look = (chosen: readonly Switch[]) => {
    for (const origin of origins) {
      const situation = { origin, unhealthy: placesOf(chosen, "unhealthy"), disabled: placesOf(chosen, "disabled") };
      for (const { answers, doubts } of outcomesOf(steering, rtype, situation))
        for (const at of answers)
          if (!shown.has(at) || (doubts.length === 0 && (shown.get(at)?.doubts.length ?? 0) > 0))
            shown.set(at, { situation, doubts });
    }
  };
  const isSmall = origins.length * 2 ** switches.length <= MOST_SITUATIONS;
  for (const chosen of isSmall ? subsets(switches) : plainest(switches)) {
    look(chosen);
    if (isDone()) break;
  }
  return { shown, unexplored: isSmall ? [] : asked.filter((at) => !shown.has(at) && isEverGiven(at, rtype, steering)) };
}

/** Whether an answer is given where it is the only one: other answers never help it. */
function isEverGiven(at: number, rtype: string, steering: Steering): boolean {
  const alone = { ...steering, answers: steering.answers.map((one, other) => (other === at ? one : { ...one, rtype: "" })) };
  return possibleAnswers(alone, rtype).shown.has(at);
}

interface Switch {
  readonly at: number;
  readonly kind: "unhealthy" | "disabled";
}

const placesOf = (chosen: readonly Switch[], kind: Switch["kind"]) =>
  new Set(chosen.filter((one) => one.kind === kind).map(({ at }) => at));

function conditionsOn({ cases = [], data }: Steering["rules"][number]): readonly Condition[] {
  return [...data, ...cases.flatMap((one) => one.data)].flatMap(({ condition }) => (condition ? [condition] : []));
}

/** Every combination, the smallest first. */
function* subsets<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let size = 0; size <= items.length; size += 1) yield* ofSize(items, size);
}

function* ofSize<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) return yield [];
  for (const [at, item] of items.entries()) for (const rest of ofSize(items.slice(at + 1), size - 1)) yield [item, ...rest];
}

/** Of many: none, each alone, and for each answer all others gone. What these don't show stays open. */
function* plainest(switches: readonly Switch[]): Generator<readonly Switch[]> {
  yield [];
  for (const one of switches) yield [one];
  for (const at of new Set(switches.map((one) => one.at)))
    for (const kind of ["unhealthy", "disabled"] as const) yield switches.filter((one) => one.at !== at && one.kind === kind);
}
