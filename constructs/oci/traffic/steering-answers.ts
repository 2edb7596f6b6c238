/** An answer of a steering policy. Its data may be a reference: it stands for the address of one resource. */
export interface SteeringAnswer {
  readonly name: string;
  readonly pool: string;
  readonly rdata: string;
  readonly isDisabled: boolean;
}

/** A rule without cases, as template FAILOVER has them. */
export interface SteeringRule {
  readonly ruleType: string;
  readonly defaultAnswerData?: readonly AnswerData[];
  readonly defaultCount?: number;
}

interface AnswerData {
  readonly answerCondition?: string;
  readonly shouldKeep?: boolean;
  readonly value?: number;
}

export interface Steering {
  readonly answers: readonly SteeringAnswer[];
  readonly rules: readonly SteeringRule[];
  /** What the zone says by itself: while no policy is attached, or when a policy is left without an answer. */
  readonly records: readonly string[];
}

/** What DNS may answer with, and why. */
export interface Outcome {
  readonly unhealthy: readonly string[];
  readonly disabled: readonly string[];
  readonly answers: readonly string[];
}

/** A rule or a condition that isn't understood here: what it does can't be proven. */
export class UnknownSteeringError extends Error {}

/**
 * Everything that DNS can answer, over every combination of answers that are unhealthy and disabled. Where Oracle's
 * pages leave open what happens when nothing healthy is left (all answers again, or none and then the zone's own
 * records), both are outcomes. Source: OCI documentation, "Traffic Management API Guide", rules and templates.
 */
export function everyOutcome(steering: Steering): Outcome[] {
  const subsets = subsetsOf(steering.answers.map(({ name }) => name));
  return subsets.flatMap((unhealthy) =>
    subsets.flatMap((disabled) =>
      outcomesWhen(steering, unhealthy, disabled).map((answers) => ({ unhealthy, disabled, answers })),
    ),
  );
}

/** The outcomes that lead anywhere but to `allowed`, or nowhere. */
export const strayOutcomes = (steering: Steering, allowed: readonly string[]): Outcome[] =>
  everyOutcome(steering).filter(({ answers }) => answers.length === 0 || answers.some((answer) => !allowed.includes(answer)));

function outcomesWhen({ answers, rules, records }: Steering, unhealthy: readonly string[], disabled: readonly string[]) {
  const asked = answers.map((answer) => ({ ...answer, isDisabled: answer.isDisabled || disabled.includes(answer.name) }));
  const left = rules.reduce<SteeringAnswer[][]>(
    (states, rule) => states.flatMap((state) => apply(rule, state, unhealthy)),
    [asked],
  );
  const steered = left.map((state) => (state.length > 0 ? state.map(({ rdata }) => rdata) : records));
  return [...steered, records];
}

/** The lists that a rule can leave of a list. */
function apply(rule: SteeringRule, answers: readonly SteeringAnswer[], unhealthy: readonly string[]): SteeringAnswer[][] {
  const data = rule.defaultAnswerData ?? [];
  switch (rule.ruleType) {
    case "FILTER":
      return [answers.filter((answer) => first(data, answer)?.shouldKeep === true)];
    case "HEALTH": {
      const healthy = answers.filter(({ name }) => !unhealthy.includes(name));
      return healthy.length > 0 ? [healthy] : [[...answers], []];
    }
    case "PRIORITY": {
      const ranked = answers.flatMap((answer) => {
        const value = first(data, answer)?.value;
        return value === undefined ? [] : [{ answer, value }];
      });
      return [ranked.sort((a, b) => a.value - b.value).map(({ answer }) => answer)];
    }
    case "LIMIT":
      return [answers.slice(0, rule.defaultCount ?? answers.length)];
    default:
      throw new UnknownSteeringError(`what a ${rule.ruleType} rule answers with isn't known here`);
  }
}

const first = (data: readonly AnswerData[], answer: SteeringAnswer) =>
  data.find(({ answerCondition }) => answerCondition === undefined || holds(answerCondition, answer));

function holds(condition: string, answer: SteeringAnswer): boolean {
  if (condition === "answer.isDisabled != true") return !answer.isDisabled;
  const [, property, value] = /^answer\.(name|pool) == '([^']*)'$/.exec(condition) ?? [];
  if (property === undefined) throw new UnknownSteeringError(`what "${condition}" selects isn't known here`);
  return answer[property as "name" | "pool"] === value;
}

function subsetsOf(names: readonly string[]): string[][] {
  const [name, ...others] = names;
  return name === undefined ? [[]] : subsetsOf(others).flatMap((subset) => [subset, [name, ...subset]]);
}
