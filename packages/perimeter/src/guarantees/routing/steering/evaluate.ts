import { type Condition, isMet } from "./condition";
import type { Answer, AnswerData, Rule, Steering } from "./policy";
import { comesFrom, type Origin } from "./query";

/** One state of the world in which a policy is asked. Answers are told by their place in the policy. */
export interface Situation {
  readonly origin: Origin;
  readonly unhealthy: ReadonlySet<number>;
  /** Besides those that the policy itself disables. */
  readonly disabled: ReadonlySet<number>;
}

/** Answers that a policy may give together, and what had to be assumed for that. */
export interface Outcome {
  readonly answers: readonly number[];
  readonly doubts: readonly string[];
}

/** The answers that are left, in tiers: the order of the tiers is known, that within a tier is left to chance. */
interface State {
  readonly tiers: readonly (readonly number[])[];
  readonly doubts: readonly string[];
}

/** More choices than this of a list that is cut in the middle are not gone through one by one. */
const MOST_CHOICES = 500;

/**
 * Everything that a policy may answer to a query for a type of records. The first rule receives all answers in any order,
 * each other what the one before leaves (DNS API, SteeringPolicy `rules`). Where all answers are unhealthy, Oracle's pages
 * don't say whether the HEALTH rule leaves none or all: both may be.
 */
export function outcomesOf(steering: Steering, rtype: string, situation: Situation): readonly Outcome[] {
  const asked = steering.answers.flatMap((answer, at) => (answer.rtype === rtype ? [at] : []));
  const first: State = { tiers: [asked], doubts: [] };
  const last = steering.rules.length - 1;
  const states = steering.rules.reduce<readonly State[]>(
    (all, rule, at) => unique(all.flatMap((state) => apply(rule, state, { steering, situation, isLast: at === last }))),
    [first],
  );
  return states.map(({ tiers, doubts }) => ({ answers: tiers.flat(), doubts }));
}

interface Context {
  readonly steering: Steering;
  readonly situation: Situation;
  readonly isLast: boolean;
}

interface Settings {
  readonly data: readonly AnswerData[];
  /** For answers that no data of the matching case is for. */
  readonly otherwise: readonly AnswerData[];
  readonly count: number | undefined;
}

function apply(rule: Rule, state: State, context: Context): readonly State[] {
  return settingsOf(rule, context.situation.origin).flatMap(({ settings, doubts }) => {
    const doubting = { ...state, doubts: [...state.doubts, ...doubts] };
    return settings ? steps(rule, settings, doubting, context) : [doubting];
  });
}

/** How a query configures a rule; without settings it is passed over. Several where a condition isn't understood. */
function settingsOf(
  { cases, data, count }: Rule,
  origin: Origin,
): readonly { readonly settings?: Settings; readonly doubts: readonly string[] }[] {
  if (!cases) return [{ settings: { data, otherwise: [], count }, doubts: [] }];
  const found: { readonly settings?: Settings; readonly doubts: readonly string[] }[] = [];
  const doubts: string[] = [];
  for (const one of cases) {
    const met = one.condition ? isMet(one.condition, (subject, values) => comesFrom(origin, subject, values)) : true;
    const settings = { data: one.data, otherwise: data, count: one.count ?? count };
    if (met === true) return [...found, { settings, doubts: [...doubts] }];
    if (met === undefined && one.condition) {
      doubts.push(`whether a query meets ${shownCondition(one.condition)} isn't known`);
      found.push({ settings, doubts: [...doubts] });
    }
  }
  return [...found, { doubts }];
}

const shownCondition = (condition: Condition): string =>
  condition.kind === "unread" ? `"${condition.text}"` : "a condition of the policy";

function steps(rule: Rule, settings: Settings, state: State, context: Context): readonly State[] {
  const { tiers, doubts } = state;
  const { steering, situation } = context;
  switch (rule.type) {
    case "FILTER": {
      const kept = (unsure: boolean) => filtered(tiers, (at) => keeps(settings, at, context) ?? unsure);
      if (tiers.flat().every((at) => keeps(settings, at, context) !== undefined)) return [{ tiers: kept(false), doubts }];
      const more = [...doubts, "whether an answer is kept isn't known"];
      return [true, false].map((unsure) => ({ tiers: kept(unsure), doubts: more }));
    }
    case "HEALTH": {
      const healthy = filtered(tiers, (at) => !(steering.answers[at]?.isMonitored && situation.unhealthy.has(at)));
      return healthy.length > 0 || tiers.length === 0 ? [{ tiers: healthy, doubts }] : [state, { tiers: [], doubts }];
    }
    case "PRIORITY": {
      const ranks = new Map(tiers.flat().map((at) => [at, firstFor(settings, at, context)] as const));
      if ([...ranks.values()].includes("unsure"))
        return [{ tiers: [tiers.flat()], doubts: [...doubts, "which answer comes first isn't known"] }];
      const rankOf = (at: number) => {
        const data = ranks.get(at);
        return data && data !== "unsure" && data.value !== undefined ? data.value : Number.POSITIVE_INFINITY;
      };
      const values = [...new Set(tiers.flat().map(rankOf))].sort((one, other) => (one < other ? -1 : 1));
      return [{ tiers: values.flatMap((value) => filtered(tiers, (at) => rankOf(at) === value)), doubts }];
    }
    case "WEIGHTED":
      return [{ tiers: filtered([tiers.flat()], () => true), doubts }];
    case "LIMIT":
      return settings.count === undefined ? [state] : limited(state, settings.count, context.isLast);
    default: {
      const more = [...doubts, `what a rule of type ${rule.type} does isn't known`];
      return [
        { tiers, doubts: more },
        { tiers: [], doubts: more },
      ];
    }
  }
}

function filtered(tiers: readonly (readonly number[])[], keep: (at: number) => boolean): readonly (readonly number[])[] {
  return tiers.map((tier) => tier.filter(keep)).filter((tier) => tier.length > 0);
}

/** An answer stays only if what is for it says so. */
function keeps(settings: Settings, at: number, context: Context): boolean | undefined {
  const data = firstFor(settings, at, context);
  return data === "unsure" ? undefined : data?.keeps === true;
}

/** The first data that are for an answer. */
function firstFor(
  { data, otherwise }: Settings,
  at: number,
  { steering, situation }: Context,
): AnswerData | "unsure" | undefined {
  const answer = steering.answers[at];
  for (const one of [...data, ...otherwise]) {
    const met = one.condition && answer ? isMet(one.condition, isOf(answer, situation.disabled.has(at))) : true;
    if (met === undefined) return "unsure";
    if (met) return one;
  }
  return undefined;
}

function isOf({ name, pool, isDisabled }: Answer, isDisabledNow: boolean): Parameters<typeof isMet>[1] {
  return (subject, values) => {
    if (subject === "name") return values.includes(name);
    if (subject === "pool") return pool !== undefined && values.includes(pool);
    if (subject === "isdisabled")
      return values.some((value) => (value.toLowerCase() === "true") === (isDisabled || isDisabledNow));
    return undefined;
  };
}

/** The first answers; of a tier that is cut, any of it may be among them. */
function limited({ tiers, doubts }: State, count: number, isLast: boolean): readonly State[] {
  const whole: (readonly number[])[] = [];
  let left = count;
  for (const tier of tiers) {
    if (left === 0) break;
    if (tier.length > left) {
      if (isLast) return [{ tiers: [...whole, tier], doubts }];
      const choices = choicesOf(tier, left);
      if (!choices) return [{ tiers: [...whole, tier], doubts: [...doubts, "too many answers may be the first"] }];
      return choices.map((choice) => ({ tiers: [...whole, choice], doubts }));
    }
    whole.push(tier);
    left -= tier.length;
  }
  return [{ tiers: whole, doubts }];
}

/** Every part of a list that has so many items; `undefined`: there are too many. */
function choicesOf(items: readonly number[], count: number): readonly (readonly number[])[] | undefined {
  let choices: readonly (readonly number[])[] = [[]];
  for (const [at, item] of items.entries()) {
    const rest = items.length - at - 1;
    choices = choices
      .flatMap((choice) => [choice, ...(choice.length < count ? [[...choice, item]] : [])])
      .filter((choice) => choice.length + rest >= count);
    if (choices.length > MOST_CHOICES) return undefined;
  }
  return choices;
}

function unique(states: readonly State[]): readonly State[] {
  return [...new Map(states.map((state) => [JSON.stringify(state), state])).values()];
}
