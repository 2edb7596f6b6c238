import { describe, expect, test } from "@jest/globals";
import {
  everyOutcome,
  type Steering,
  strayOutcomes,
  UnknownSteeringError,
} from "../../../../constructs/oci/traffic/steering-answers";

const PRIMARY = "192.0.2.1";
const STANDBY = "192.0.2.2";
const ELSEWHERE = "203.0.113.9";
const INSIDE = [PRIMARY, STANDBY];

const answer = (name: string, rdata: string) => ({ name, pool: name, rdata, isDisabled: false });
const kept = { ruleType: "FILTER", defaultAnswerData: [{ answerCondition: "answer.isDisabled != true", shouldKeep: true }] };
const HEALTH = { ruleType: "HEALTH" };
const preferred = {
  ruleType: "PRIORITY",
  defaultAnswerData: [
    { answerCondition: "answer.pool == 'primary'", value: 1 },
    { answerCondition: "answer.pool == 'standby'", value: 2 },
  ],
};
const ONE = { ruleType: "LIMIT", defaultCount: 1 };

const GOOD: Steering = {
  answers: [answer("primary", PRIMARY), answer("standby", STANDBY)],
  rules: [kept, HEALTH, preferred, ONE],
  records: [PRIMARY],
};

const answersWhen = (steering: Steering, unhealthy: string[], disabled: string[]) =>
  everyOutcome(steering)
    .filter((outcome) => String(outcome.unhealthy) === String(unhealthy) && String(outcome.disabled) === String(disabled))
    .map(({ answers }) => String(answers));

describe("failover between two", () => {
  test.each([
    [[], [], [PRIMARY, PRIMARY]],
    [["primary"], [], [STANDBY, PRIMARY]],
    [["standby"], [], [PRIMARY, PRIMARY]],
    // All again, or none and then the zone's record.
    [["primary", "standby"], [], [PRIMARY, PRIMARY, PRIMARY]],
    [[], ["primary"], [STANDBY, PRIMARY]],
    [[], ["primary", "standby"], [PRIMARY, PRIMARY, PRIMARY]],
  ])("with %j unhealthy and %j disabled answers %j", (unhealthy, disabled, expected) => {
    expect(answersWhen(GOOD, unhealthy, disabled)).toEqual(expected);
  });

  test("never leads anywhere else", () => expect(strayOutcomes(GOOD, INSIDE)).toEqual([]));
});

describe("a neighbour that leads elsewhere is found", () => {
  const third = { ...preferred, defaultAnswerData: [...preferred.defaultAnswerData, { value: 3 }] };
  test.each<[string, Steering]>([
    [
      "a third answer when both are down",
      { ...GOOD, answers: [...GOOD.answers, answer("abroad", ELSEWHERE)], rules: [kept, HEALTH, third, ONE] },
    ],
    ["the standby's address changed", { ...GOOD, answers: [answer("primary", PRIMARY), answer("standby", ELSEWHERE)] }],
    ["a record of the zone", { ...GOOD, records: [ELSEWHERE] }],
    ["no record, so that nothing is left", { ...GOOD, records: [] }],
  ])("%s", (_, steering) => expect(strayOutcomes(steering, INSIDE)).not.toEqual([]));

  test("an answer that no rule ranks is never given", () => {
    expect(strayOutcomes({ ...GOOD, answers: [...GOOD.answers, answer("abroad", ELSEWHERE)] }, INSIDE)).toEqual([]);
  });

  test.each([
    [{ ruleType: "WEIGHTED" }, "what a WEIGHTED rule answers with isn't known here"],
    [
      {
        ruleType: "FILTER",
        defaultAnswerData: [{ answerCondition: "query.client.geoKey in (geoKey '6252001')", shouldKeep: true }],
      },
      "what \"query.client.geoKey in (geoKey '6252001')\" selects isn't known here",
    ],
  ])("a rule that can't be evaluated is no proof: %j", (rule, message) => {
    expect(() => everyOutcome({ ...GOOD, rules: [rule] })).toThrow(new UnknownSteeringError(message));
  });
});
