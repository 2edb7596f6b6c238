import { describe, expect, test } from "@jest/globals";
import {
  addressBlock,
  all,
  any,
  calendarDays,
  complementOf,
  decide,
  equal,
  evaluate,
  every,
  type Formula,
  globbed,
  instantsBetween,
  is,
  not,
  numberAbove,
  numberBelow,
  numberEquals,
  other,
  parseGlob,
  present,
  some,
  timesOfDay,
  type Value,
  words,
} from "../../src/logic";
import { block, clock, place } from "./support/values";

const text = { name: "aws:PrincipalTag/team", sort: "text" } as const;
const keys = { name: "aws:TagKeys", sort: "text", many: true } as const;
const age = { name: "aws:MultiFactorAuthAge", sort: "number" } as const;
const source = { name: "aws:SourceIp", sort: "address" } as const;
const time = { name: "request.utc-timestamp", sort: "instant" } as const;
const mfa = { name: "aws:MultiFactorAuthPresent", sort: "flag" } as const;
const bucket = { name: "target.bucket.name", sort: "name" } as const;
const types = { name: "target.policy.type", sort: "name", many: true } as const;
const compartment = { name: "target.compartment.id", sort: "name" } as const;
const principal = { name: "request.principal.compartment.id", sort: "name" } as const;

const ab = words(["a", "b"]);
const dev = globbed(parseGlob("dev-*"));
const caseless = (...texts: readonly string[]) => words(texts, { ignoreCase: true });
const pattern = (glob: string) => globbed(parseGlob(glob, { one: false }), { ignoreCase: true });
const tenNet = addressBlock(block("10.0.0.0/8"));
const year2026 = instantsBetween(Date.parse("2026-01-01T00:00:00Z"), Date.parse("2027-01-01T00:00:00Z"));
const at = (moment: string) => Date.parse(moment);

type Case = readonly [value: Value | readonly Value[] | null, expected: boolean];
interface Operator {
  readonly says: string;
  readonly variable: string;
  readonly formula: Formula;
  readonly cases: readonly Case[];
}
const operator = (says: string, { name }: { readonly name: string }, formula: Formula, cases: readonly Case[]): Operator => ({
  says,
  variable: name,
  formula,
  cases,
});

/**
 * What each operator says of a value that matches, of one that doesn't and of none at all.
 * Sources: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context keys".
 */
const AWS: readonly Operator[] = [
  operator("StringEquals", text, some(text, ab), [
    ["a", true],
    ["b", true],
    ["A", false],
    ["c", false],
    [null, false],
  ]),
  operator("StringEqualsIgnoreCase", text, some(text, caseless("a")), [
    ["a", true],
    ["A", true],
    ["b", false],
    [null, false],
  ]),
  operator("StringLike", text, some(text, dev), [
    ["dev-1", true],
    ["Dev-1", false],
    ["dev", false],
    [null, false],
  ]),
  operator("StringNotEquals", text, not(some(text, ab)), [
    ["a", false],
    ["b", false],
    ["c", true],
    [null, true],
  ]),
  operator("StringNotLike", text, not(some(text, dev)), [
    ["dev-1", false],
    ["ops-1", true],
    [null, true],
  ]),
  operator("StringEqualsIfExists", text, every(text, ab), [
    ["a", true],
    ["c", false],
    [null, true],
  ]),
  operator("StringLikeIfExists", text, every(text, dev), [
    ["dev-1", true],
    ["ops-1", false],
    [null, true],
  ]),
  operator("StringNotEqualsIfExists", text, not(some(text, ab)), [
    ["a", false],
    ["c", true],
    [null, true],
  ]),
  operator("StringNotEquals guarded by Null false", text, other(text, ab), [
    ["a", false],
    ["c", true],
    [null, false],
  ]),
  operator("Null true", text, not(present(text)), [
    ["a", false],
    [null, true],
  ]),
  operator("Null false", text, present(text), [
    ["a", true],
    [null, false],
  ]),
  operator("ForAnyValue:StringEquals", keys, some(keys, ab), [
    [["a"], true],
    [["c"], false],
    [["c", "a"], true],
    [null, false],
  ]),
  operator("ForAllValues:StringEquals", keys, every(keys, ab), [
    [["a", "b"], true],
    [["a", "c"], false],
    [["c"], false],
    [null, true],
  ]),
  operator("ForAllValues guarded by Null false", keys, all(every(keys, ab), present(keys)), [
    [["a"], true],
    [["c"], false],
    [null, false],
  ]),
  operator("ForAllValues:StringNotEquals", keys, not(some(keys, ab)), [
    [["c"], true],
    [["c", "a"], false],
    [null, true],
  ]),
  operator("NumericLessThan", age, some(age, numberBelow(300)), [
    [299, true],
    [300, false],
    [null, false],
  ]),
  operator("NumericLessThanEquals", age, some(age, numberBelow(300, { orEqual: true })), [
    [300, true],
    [301, false],
    [null, false],
  ]),
  operator("NumericGreaterThan", age, some(age, numberAbove(300)), [
    [301, true],
    [300, false],
    [null, false],
  ]),
  operator("NumericGreaterThanEquals", age, some(age, numberAbove(300, { orEqual: true })), [
    [300, true],
    [299.5, false],
    [null, false],
  ]),
  operator("NumericNotEquals", age, not(some(age, numberEquals(300))), [
    [300, false],
    [301, true],
    [null, true],
  ]),
  operator("NumericLessThanIfExists", age, every(age, numberBelow(300)), [
    [299, true],
    [300, false],
    [null, true],
  ]),
  operator("present and not equal", age, some(age, complementOf(numberEquals(0))), [
    [0, false],
    [1, true],
    [null, false],
  ]),
  operator("IpAddress", source, some(source, tenNet), [
    [place("10.1.2.3"), true],
    [place("11.1.2.3"), false],
    [null, false],
  ]),
  operator("NotIpAddress", source, not(some(source, tenNet)), [
    [place("10.1.2.3"), false],
    [place("11.1.2.3"), true],
    [null, true],
  ]),
  operator("IpAddressIfExists", source, every(source, tenNet), [
    [place("10.1.2.3"), true],
    [place("11.1.2.3"), false],
    [null, true],
  ]),
  operator("DateGreaterThanEquals with DateLessThan", time, some(time, year2026), [
    [at("2026-01-01T00:00:00Z"), true],
    [at("2027-01-01T00:00:00Z"), false],
    [null, false],
  ]),
  operator("Bool true", mfa, is(mfa, true), [
    [true, true],
    [false, false],
    [null, false],
  ]),
  operator("Bool false", mfa, is(mfa, false), [
    [true, false],
    [false, true],
    [null, false],
  ]),
  operator("BoolIfExists true", mfa, every(mfa, [true]), [
    [true, true],
    [false, false],
    [null, true],
  ]),
];

/**
 * Sources: "Conditions" and "Managing Access Based on Time of Access" in the IAM policy reference; that `!=` is false of a
 * missing variable follows from its "not applicable".
 */
const OCI: readonly Operator[] = [
  operator("=", bucket, some(bucket, caseless("Media")), [
    ["media", true],
    ["MEDIA", true],
    ["ledger", false],
    [null, false],
  ]),
  operator("!=", bucket, other(bucket, caseless("Media")), [
    ["media", false],
    ["ledger", true],
    [null, false],
  ]),
  operator("in", bucket, some(bucket, caseless("Media", "x")), [
    ["MEDIA", true],
    ["X", true],
    ["y", false],
    [null, false],
  ]),
  operator("not in", bucket, other(bucket, caseless("Media", "x")), [
    ["media", false],
    ["x", false],
    ["y", true],
    [null, false],
  ]),
  operator("= /EU-*/", bucket, some(bucket, pattern("EU-*")), [
    ["eu-x", true],
    ["us-x", false],
    [null, false],
  ]),
  operator("!= /EU-*/", bucket, other(bucket, pattern("EU-*")), [
    ["eu-x", false],
    ["us-x", true],
    [null, false],
  ]),
  operator("!variable", bucket, not(present(bucket)), [
    ["media", false],
    [null, true],
  ]),
  operator("the guard any {!v, v != 'x'}", bucket, any(not(present(bucket)), other(bucket, caseless("x"))), [
    ["x", false],
    ["y", true],
    [null, true],
  ]),
  operator("= of a list", types, some(types, caseless("allow")), [
    [["allow"], true],
    [["allow", "deny"], true],
    [["deny"], false],
    [null, false],
  ]),
  operator("!= of a list", types, other(types, caseless("deny")), [
    [["allow"], true],
    [["allow", "deny"], false],
    [["deny"], false],
    [null, false],
  ]),
  operator("between 22:00 and 06:00", time, some(time, timesOfDay(clock("22:00"), clock("06:00"))), [
    [at("2026-03-02T23:00:00Z"), true],
    [at("2026-03-02T12:00:00Z"), false],
    [null, false],
  ]),
  operator("day-of-week in ('saturday', 'sunday')", time, some(time, calendarDays("dayOfWeek", [0, 6])), [
    [at("2026-03-01T12:00:00Z"), true],
    [at("2026-03-02T12:00:00Z"), false],
    [null, false],
  ]),
  operator("day-of-week not in ('saturday', 'sunday')", time, other(time, calendarDays("dayOfWeek", [0, 6])), [
    [at("2026-03-01T12:00:00Z"), false],
    [at("2026-03-02T12:00:00Z"), true],
    [null, false],
  ]),
];

/** Nothing else than this value, or none. */
function exactly(name: string, value: Value | readonly Value[] | null): Formula {
  const variable = [text, keys, age, source, time, mfa, bucket, types].find((one) => one.name === name) ?? text;
  if (value === null) return not(present(variable));
  const values = typeof value === "object" ? value : [value];
  if (variable === keys || variable === types) {
    const each = values.map((one) => some(variable, words([String(one)], { ignoreCase: variable === types })));
    return all(...each, every(variable, words(values.map(String), { ignoreCase: variable === types })));
  }
  return all(...values.map((one) => is(variable, one as never)));
}

describe.each([
  ["AWS", AWS],
  ["OCI", OCI],
])("%s", (_, operators) => {
  describe.each([...operators])("$says", ({ variable, formula, cases }) => {
    const named = cases.map(([value, expected]) => ({ value, shown: value === null ? "no value" : String(value), expected }));
    test.each(named)("of $shown is $expected", ({ value, expected }) => {
      expect(evaluate(formula, new Map([[variable, value]]))).toBe(expected);
    });
    test.each(named)("of $shown is decided as $expected", ({ value, expected }) => {
      expect(decide(all(exactly(variable, value), formula)).kind).toBe(expected ? "sometimes" : "never");
    });
  });
});

const equalCompartments = equal(compartment, principal);
const COMBINED: readonly (readonly [string, Formula, "always" | "never" | "sometimes"])[] = [
  [
    "any of two != is true of every present value",
    any(other(bucket, caseless("a")), other(bucket, caseless("b")), not(present(bucket))),
    "always",
  ],
  ["any of two != is not true of an absent one", any(other(bucket, caseless("a")), other(bucket, caseless("b"))), "sometimes"],
  ["all of two = contradict each other", all(some(bucket, caseless("a")), some(bucket, caseless("b"))), "never"],
  ["all of two = of a list don't", all(some(types, caseless("a")), some(types, caseless("b"))), "sometimes"],
  ["case does not tell apart", all(some(bucket, caseless("A")), other(bucket, caseless("a"))), "never"],
  ["case tells apart where it plays a part", all(is(text, "A"), not(is(text, "a"))), "sometimes"],
  ["equal variables share their value", all(equalCompartments, is(compartment, "a"), is(principal, "b")), "never"],
  ["equal variables may have it", all(equalCompartments, is(compartment, "a"), other(principal, caseless("b"))), "sometimes"],
  ["equal variables are present", all(equalCompartments, not(present(compartment))), "never"],
  [
    "absent variables are not equal",
    all(not(equalCompartments), not(present(compartment)), not(present(principal))),
    "sometimes",
  ],
  ["equality goes on", all(equalCompartments, equal(principal, bucket), not(equal(compartment, bucket))), "never"],
  ["inequality does not", all(not(equalCompartments), not(equal(principal, bucket)), equal(compartment, bucket)), "sometimes"],
  [
    "patterns of equal variables must meet",
    all(equalCompartments, some(compartment, pattern("a*")), some(principal, pattern("b*"))),
    "never",
  ],
  [
    "patterns of equal variables that meet",
    all(equalCompartments, some(compartment, pattern("a*")), some(principal, pattern("*b"))),
    "sometimes",
  ],
  [
    "three different values of two letters don't exist",
    all(
      ...[compartment, principal, bucket].map((one) => some(one, caseless("a", "b"))),
      not(equalCompartments),
      not(equal(principal, bucket)),
      not(equal(compartment, bucket)),
    ),
    "never",
  ],
  [
    "three different values of three letters do",
    all(
      ...[compartment, principal, bucket].map((one) => some(one, caseless("a", "b", "c"))),
      not(equalCompartments),
      not(equal(principal, bucket)),
      not(equal(compartment, bucket)),
    ),
    "sometimes",
  ],
  [
    "a night is no office hour",
    all(some(time, timesOfDay(clock("22:00"), clock("06:00"))), some(time, timesOfDay(clock("09:00"), clock("17:00")))),
    "never",
  ],
  ["an address outside of all ranges exists", all(present(source), not(some(source, tenNet))), "sometimes"],
  ["a Deny with NotIpAddress and its opposite are everything", any(some(source, tenNet), not(some(source, tenNet))), "always"],
  ["BoolIfExists false and Bool true exclude each other", all(every(mfa, [false]), is(mfa, true)), "never"],
  ["neither true nor false is absent", all(not(is(mfa, true)), not(is(mfa, false))), "sometimes"],
  [
    "ForAllValues of two disjoint sets leaves the absent key",
    all(every(keys, words(["a"])), every(keys, words(["b"]))),
    "sometimes",
  ],
  [
    "ForAllValues of two disjoint sets leaves no value",
    all(every(keys, words(["a"])), every(keys, words(["b"])), present(keys)),
    "never",
  ],
];

test.each(COMBINED)("%s", (_, formula, expected) => {
  expect(decide(formula).kind).toBe(expected);
});
