import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { isMet, readCondition } from "../../../src/guarantees/routing/steering/condition";
import { outcomesOf, type Situation } from "../../../src/guarantees/routing/steering/evaluate";
import type { AnswerData, Rule, Steering } from "../../../src/guarantees/routing/steering/policy";
import { possibleAnswers } from "../../../src/guarantees/routing/steering/possible";
import { comesFrom, type Origin, originsIn } from "../../../src/guarantees/routing/steering/query";
import { literal } from "../../../src/input/value";

const POOLS = ["a", "b", "c"];
const CONDITIONS = [
  "answer.isDisabled != true",
  "answer.pool == 'a'",
  "answer.pool == 'b'",
  "answer.name in ('n0', 'n2')",
  "answer.isDisabled == true or answer.pool == 'c'",
];
const CASES = [
  "query.client.geoKey in (geoKey '6252001')",
  "query.client.geokey in (geokey '6255149')",
  "query.client.geoKey in (geoKey '6255148') and not query.client.asn == 7",
  "query.client.address in (subnet '192.0.2.0/24')",
];

const data = fc.record(
  { condition: fc.constantFrom(...CONDITIONS).map(readCondition), keeps: fc.boolean(), value: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: ["keeps"] },
);
const someData = fc.array(data, { maxLength: 3 });
const someCase = fc.record(
  { condition: fc.constantFrom(...CASES).map(readCondition), data: someData, count: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: ["data"] },
);
const rule = fc.record(
  {
    type: fc.constantFrom("FILTER", "HEALTH", "WEIGHTED", "PRIORITY", "LIMIT"),
    data: someData,
    cases: fc.array(someCase, { minLength: 1, maxLength: 2 }),
    count: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ["type", "data"] },
) as fc.Arbitrary<Rule>;
const answers = fc
  .array(fc.record({ pool: fc.constantFrom(...POOLS), isDisabled: fc.boolean(), isMonitored: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map((one, at) => ({ ...one, name: `n${at}`, rtype: "A", rdata: literal(`192.0.2.${at}`) })));
const policy: fc.Arbitrary<Steering> = fc.record({ answers, rules: fc.array(rule, { maxLength: 4 }) });
const small = policy.map(({ answers: all, rules }): Steering => ({ answers: all.slice(0, 3), rules }));

/** What the words of Oracle's pages say, for one order of the answers at a time: every order that chance may give is tried. */
function naive({ answers: all, rules }: Steering, { origin, unhealthy, disabled }: Situation): readonly (readonly number[])[] {
  let lists = permutations(all.map((_, at) => at));
  for (const one of rules) lists = unique(lists.flatMap((list) => after(one, list)));
  return lists;

  function after(one: Rule, list: readonly number[]): readonly (readonly number[])[] {
    const matching = one.cases?.find(({ condition }) => !condition || isMet(condition, (...ask) => comesFrom(origin, ...ask)));
    if (one.cases && !matching) return [list];
    const dataFor = (answer: number): AnswerData | undefined =>
      [...(matching?.data ?? []), ...one.data].find(({ condition }) => !condition || isMet(condition, isOf(answer)));
    const rank = (answer: number) => dataFor(answer)?.value ?? 1000;
    const healthy = list.filter((answer) => !(all[answer]?.isMonitored && unhealthy.has(answer)));
    switch (one.type) {
      case "FILTER":
        return [list.filter((answer) => dataFor(answer)?.keeps)];
      case "HEALTH":
        return healthy.length === 0 ? [list, healthy] : [healthy];
      case "PRIORITY":
        return [[...list].sort((left, right) => rank(left) - rank(right))];
      case "WEIGHTED":
        return permutations(list);
      default:
        return [list.slice(0, matching?.count ?? one.count ?? list.length)];
    }
  }

  function isOf(answer: number): Parameters<typeof isMet>[1] {
    const { name = "", pool = "", isDisabled = false } = all[answer] ?? {};
    const said: Readonly<Record<string, string>> = { name, pool, isdisabled: String(isDisabled || disabled.has(answer)) };
    return (subject, values) => values.includes(said[subject] ?? "");
  }
}

const unique = (lists: readonly (readonly number[])[]) => [...new Map(lists.map((list) => [list.join(), list])).values()];

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

const membersOf = (lists: readonly (readonly number[])[]) => [...new Set(lists.flat())].sort();
const subsets = (count: number): readonly ReadonlySet<number>[] =>
  Array.from(
    { length: 2 ** count },
    (_, bits) => new Set(Array.from({ length: count }, (_one, at) => at).filter((at) => bits & (1 << at))),
  );

describe("the rules of a policy", () => {
  test("give what trying every order of the answers gives, in every state", () =>
    fc.assert(
      fc.property(policy, fc.nat(), fc.nat(), fc.nat(), (steering, place, down, off) => {
        const [origins, states] = [originsIn(steering), subsets(steering.answers.length)];
        const situation: Situation = {
          origin: origins[place % origins.length] as Origin,
          unhealthy: states[down % states.length] ?? new Set(),
          disabled: states[off % states.length] ?? new Set(),
        };
        const outcomes = outcomesOf(steering, "A", situation);
        expect(outcomes.flatMap(({ doubts }) => doubts)).toEqual([]);
        expect([...new Set(outcomes.flatMap((one) => one.answers))].sort()).toEqual(membersOf(naive(steering, situation)));
      }),
      { seed: 1, numRuns: 400 },
    ));

  test("can give what some state of health, origin and disabled answers gives, and each is shown by one that does", () =>
    fc.assert(
      fc.property(small, (steering) => {
        const { shown, unexplored } = possibleAnswers(steering, "A");
        const states = subsets(steering.answers.length);
        const all = originsIn(steering).flatMap((origin) =>
          states.flatMap((unhealthy) => states.flatMap((disabled) => naive(steering, { origin, unhealthy, disabled }))),
        );
        expect(unexplored).toEqual([]);
        expect([...shown.keys()].sort()).toEqual(membersOf(all));
        for (const [at, { situation }] of shown) expect(naive(steering, situation).flat()).toContain(at);
      }),
      { seed: 2, numRuns: 60 },
    ));

  test("tell all places apart that their conditions do: any other place is like one of those that are tried", () =>
    fc.assert(
      fc.property(
        policy,
        fc.constantFrom<readonly string[]>([], ["6252001", "6255149"], ["6251999", "6255149"], ["6255148"], ["6255147"]),
        fc.constantFrom(undefined, "7", "8"),
        (steering, keys, asn) => {
          const conditions = steering.rules.flatMap(({ cases = [] }) =>
            cases.flatMap(({ condition }) => (condition ? [condition] : [])),
          );
          const answersOf = (origin: Origin) => conditions.map((one) => isMet(one, (...ask) => comesFrom(origin, ...ask)));
          const somewhere = { places: new Set(keys), ...(asn ? { asn } : {}), address: 0n, text: "" };
          const tried = originsIn(steering).map(answersOf);
          expect(tried).toContainEqual(answersOf(somewhere));
        },
      ),
      { seed: 3, numRuns: 300 },
    ));
});

describe("conditions", () => {
  test.each<[string, boolean | undefined]>([
    ["answer.pool == 'x'", true],
    ["answer.pool != 'x'", false],
    ["answer.pool == 'y'", false],
    ["answer.name in ('m', 'n')", true],
    ["answer.name not in ('m', 'n')", false],
    ["not (answer.pool == 'x' and answer.name == 'm')", true],
    ["answer.pool == 'y' or answer.isDisabled == false", true],
    ["answer.isDisabled != true", true],
    ["answer.color == 'red'", undefined],
    ["answer.pool == 'x' and answer.color == 'red'", undefined],
    ["answer.pool ==", undefined],
    ["query.client.geoKey in (geoKey '1')", undefined],
    ["", undefined],
  ])("%s", (text, met) => {
    const said: Readonly<Record<string, string>> = { name: "n", pool: "x", isdisabled: "false" };
    expect(
      isMet(readCondition(text), (subject, values) => (subject in said ? values.includes(said[subject] ?? "") : undefined)),
    ).toBe(met);
  });
});

test("of many answers the plainest states are looked at, and what they don't show is named", () => {
  const many = Array.from({ length: 12 }, (_, at) => ({
    name: `n${at}`,
    pool: `p${at}`,
    rtype: "A",
    rdata: literal(at),
    isDisabled: false,
    isMonitored: true,
  }));
  const rules: readonly Rule[] = [
    { type: "FILTER", data: [{ condition: readCondition("answer.isDisabled != true"), keeps: true }] },
    { type: "HEALTH", data: [] },
    { type: "PRIORITY", data: many.map(({ pool }, value) => ({ condition: readCondition(`answer.pool == '${pool}'`), value })) },
    { type: "LIMIT", data: [], count: 1 },
  ];
  const { shown, unexplored } = possibleAnswers({ answers: many, rules }, "A");
  expect([shown.size, unexplored]).toEqual([12, []]);
  const first: Rule = { type: "FILTER", data: [{ condition: readCondition("answer.pool == 'p0'"), keeps: true }] };
  const filtered = possibleAnswers({ answers: many, rules: [first, ...rules] }, "A");
  expect([[...filtered.shown.keys()], filtered.unexplored]).toEqual([[0], []]);
  const four = possibleAnswers(
    { answers: many, rules: [...rules.slice(0, 3), { type: "LIMIT", data: [], count: 4 }, ...rules.slice(2)] },
    "A",
  );
  expect([...four.shown.keys(), ...four.unexplored].sort((one, other) => one - other)).toEqual(many.map((_, at) => at));
});
