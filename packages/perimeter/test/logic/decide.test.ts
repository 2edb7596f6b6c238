import { describe, expect, test } from "@jest/globals";
import {
  all,
  any,
  complement,
  decide,
  equal,
  equivalent,
  FALSE,
  type Formula,
  globbed,
  implies,
  intersection,
  is,
  type Language,
  not,
  other,
  parseGlob,
  present,
  some,
  TRUE,
  unknown,
  words,
} from "../../src/logic";

const named = (name: string) => ({ name, sort: "text" }) as const;
const list = { name: "list", sort: "text", many: true } as const;
const [x, y] = [named("x"), named("y")];
const like = (text: string) => globbed(parseGlob(text));
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `value-${index}`);

test("the example of the public entry", () => {
  const bucket = { name: "target.bucket.name", sort: "name" } as const;
  const user = { name: "request.user.name", sort: "name" } as const;
  const grant = all(
    some(bucket, globbed(parseGlob("*-media", { one: false }), { ignoreCase: true })),
    other(user, words(["guest"], { ignoreCase: true })),
  );
  const asset = some(bucket, globbed(parseGlob("eu-*"), { ignoreCase: true }));
  const witness = new Map([
    ["request.user.name", "a"],
    ["target.bucket.name", "eu-media"],
  ]);
  expect(decide(all(grant, asset))).toEqual({ kind: "sometimes", witness });
});

describe("what is unknown", () => {
  const open = unknown("the bucket's name");
  test.each<[string, Formula, string]>([
    ["alone is undecided", open, "undecided"],
    ["beside what never holds is never", all(open, is(x, "a"), is(x, "b")), "never"],
    ["beside what may hold is undecided", all(open, is(x, "a")), "undecided"],
    ["or what may hold is sometimes", any(open, is(x, "a")), "sometimes"],
    ["or what always holds is always", any(open, present(x), not(present(x))), "always"],
    ["or what never holds is undecided", any(open, all(is(x, "a"), is(x, "b"))), "undecided"],
    ["negated is undecided", not(open), "undecided"],
    ["and its negation is not never", all(open, not(open)), "undecided"],
  ])("%s", (_, formula, kind) => {
    expect(decide(formula).kind).toBe(kind);
  });

  test("says its reasons, each once and in order", () => {
    expect(decide(all(unknown("b"), any(unknown("a"), all(unknown("b"), present(x)))))).toEqual({
      kind: "undecided",
      reasons: ["a", "b"],
    });
  });

  test.each([
    ["lists that are compared", equal(list, x), '"list" and "x" are compared as lists'],
    ["two sorts that are compared", equal(x, { name: "n", sort: "number" }), '"x" is a text and "n" is a number'],
    ["one name with two sorts", all(present(x), present({ name: "x", sort: "flag" })), '"x" has values of two kinds'],
  ])("%s", (_, formula, reason) => {
    expect(decide(formula)).toEqual({ kind: "undecided", reasons: [reason] });
  });
});

describe("implication", () => {
  test.each<[string, Formula, Formula, "holds" | "fails" | "undecided"]>([
    ["a value implies its prefix", is(x, "eu-media"), some(x, like("eu-*")), "holds"],
    ["a prefix does not imply the value", some(x, like("eu-*")), is(x, "eu-media"), "fails"],
    ["a narrower glob implies a wider one", some(x, like("a*b*c")), some(x, like("a*c")), "holds"],
    ["a wider one does not imply it", some(x, like("a*c")), some(x, like("a*b*c")), "fails"],
    ["falsehood implies all", FALSE, is(x, "a"), "holds"],
    ["truth implies nothing that may fail", TRUE, is(x, "a"), "fails"],
    ["a value implies presence", is(x, "a"), present(x), "holds"],
    ["a negated value does not", not(is(x, "a")), present(x), "fails"],
    ["what is unknown is not implied", present(x), unknown("why"), "undecided"],
    ["what is unknown implies what always holds", unknown("why"), any(present(x), not(present(x))), "holds"],
  ])("%s", (_, one, second, kind) => {
    expect(implies(one, second).kind).toBe(kind);
  });

  test.each<[string, Formula, Formula, "holds" | "fails"]>([
    ["two ways to write one glob", some(x, like("*?")), some(x, like("?*")), "holds"],
    ["the glob beside them", some(x, like("*?")), some(x, like("??*")), "fails"],
    ["equality in both directions", equal(x, y), equal(y, x), "holds"],
    ["a variable and itself", equal(x, x), present(x), "holds"],
    ["absent is not other", not(is(x, "a")), other(x, words(["a"])), "fails"],
  ])("equivalence: %s", (_, one, second, kind) => {
    expect(equivalent(one, second).kind).toBe(kind);
  });
});

describe("formulas are the same object", () => {
  test.each<[string, Formula, Formula]>([
    [
      "however their operands are nested",
      all(is(x, "a"), all(is(y, "b"), present(list))),
      all(all(is(x, "a"), is(y, "b")), present(list)),
    ],
    ["whatever the order", any(is(x, "a"), is(y, "b")), any(is(y, "b"), is(x, "a"))],
    ["a contradiction", all(is(x, "a"), not(is(x, "a"))), FALSE],
    ["an excluded middle", any(is(x, "a"), not(is(x, "a"))), TRUE],
    ["words that are put together", any(is(x, "a"), is(x, "b")), some(x, words(["b", "a"]))],
    ["none of several words", all(not(is(x, "a")), not(is(x, "b"))), not(some(x, words(["a", "b"])))],
    ["all of nothing", all(), TRUE],
    ["any of nothing", any(), FALSE],
    ["one alone", all(is(x, "a")), is(x, "a")],
  ])("%s", (_, one, second) => {
    expect(one).toBe(second);
  });
});

const nested = (depth: number) =>
  numbered(depth).reduce((inner: Language, text) => intersection([complement(inner), like(`${text}*`)]), like("a*"));

/** Each ends, with this answer. */
const HOSTILE: readonly (readonly [string, () => Formula, string])[] = [
  ["a thousand stars", () => some(x, like("a*".repeat(1000))), "sometimes"],
  [
    "a thousand stars that another pattern excludes",
    () => all(some(x, like("a*".repeat(1000))), not(some(x, like("a*")))),
    "never",
  ],
  [
    "a thousand stars against a thousand",
    () => all(some(x, like("a*".repeat(1000))), some(x, like("*b".repeat(1000)))),
    "undecided",
  ],
  ["a pattern that explodes", () => some(x, like(`*a${"?".repeat(40)}`)), "undecided"],
  ["ten thousand values", () => all(some(x, words(numbered(10_000))), not(some(x, like("value-*")))), "never"],
  [
    "ten thousand values, one by one",
    () => all(any(...numbered(10_000).map((value) => is(x, value))), some(x, like("*-9999"))),
    "sometimes",
  ],
  [
    "ten thousand values that are excluded",
    () => all(not(some(x, words(numbered(10_000)))), some(x, like("value-*"))),
    "sometimes",
  ],
  [
    "ten thousand patterns",
    () => all(present(x), ...numbered(10_000).map((value) => not(some(x, like(`${value}*`))))),
    "undecided",
  ],
  ["ten thousand variables", () => all(...numbered(10_000).map((name) => present(named(name)))), "sometimes"],
  [
    "ten thousand variables in a chain",
    () => all(...numbered(10_000).map((name, index) => any(present(named(name)), is(named(`value-${index + 1}`), "a")))),
    "undecided",
  ],
  ["a list of twenty patterns", () => all(...numbered(20).map((text) => some(list, like(`*${text}*`)))), "undecided"],
  [
    "a nest of five thousand",
    () =>
      numbered(5000).reduce((inner: Formula, name, index) => (index % 2 ? all : any)(inner, present(named(name))), present(x)),
    "sometimes",
  ],
  ["a language that is nested a thousand deep", () => some(x, nested(1000)), "undecided"],
  ["names of objects", () => all(is(named("__proto__"), "constructor"), is(named("constructor"), "__proto__")), "sometimes"],
];

test.each(HOSTILE)("%s: an answer", (_, formula, kind) => {
  expect(decide(formula()).kind).toBe(kind);
});
