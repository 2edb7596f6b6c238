import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readPolicy } from "../../../src/aws/policy/read";
import { holds } from "../../../src/simulate/aws/condition";

/**
 * The condition operators a second time, from their tables in the documentation: a test of one value by a regular
 * expression, a sort or arithmetic, then negation, lists and sets spelled out case by case.
 */
function reads(
  name: string,
  set: string,
  ifExists: boolean,
  expected: readonly string[],
  actual: readonly string[] | undefined,
): boolean {
  if (name === "Null") return expected.includes(String(actual === undefined));
  if (actual === undefined) return ifExists || (set === "" ? /Not/.test(name) : set === "ForAllValues:");
  const one = (value: string) => {
    const hits = expected.filter((each) => fits(name.replace("Not", ""), each, value)).length;
    return name.includes("Not") ? hits === 0 : hits > 0;
  };
  const results = actual.map(one);
  return set === "ForAllValues:" ? !results.includes(false) : results.includes(true);
}

function fits(positive: string, expected: string, value: string): boolean {
  const difference = Number(value) - Number(expected);
  switch (positive) {
    case "StringEquals":
      return [expected, value].sort()[0] === expected && [value, expected].sort()[0] === value && expected === value;
    case "StringEqualsIgnoreCase":
      return new RegExp(`^${expected.replace(/[*?]/g, "\\$&")}$`, "i").test(value);
    case "StringLike":
      return new RegExp(`^${expected.replaceAll("?", ".").replaceAll("*", ".*")}$`, "s").test(value);
    case "NumericEquals":
      return difference === 0;
    case "NumericLessThan":
      return Math.sign(difference) === -1;
    case "NumericLessThanEquals":
      return Math.sign(difference) !== 1;
    case "NumericGreaterThan":
      return Math.sign(difference) === 1;
    case "NumericGreaterThanEquals":
      return Math.sign(difference) !== -1;
    case "Bool":
      return expected === value;
    case "IpAddress": {
      const [network = "", prefix = "32"] = expected.split("/");
      return bits(network).slice(0, Number(prefix)) === bits(value).slice(0, Number(prefix));
    }
    default:
      throw new Error(positive);
  }
}

function bits(address: string): string {
  return address
    .split(".")
    .map((byte) => Number(byte).toString(2).padStart(8, "0"))
    .join("");
}

const TEXT = fc.stringMatching(/^[ab*?]{0,4}$/);
const PLAIN = fc.stringMatching(/^[abAB*]{0,4}$/);
const NUMBER = fc.integer({ min: -3, max: 3 }).map(String);
const ADDRESS = fc
  .tuple(fc.constantFrom(10, 203), fc.constantFrom(0, 128), fc.constantFrom(0, 1), fc.constantFrom(1, 77))
  .map((bytes) => bytes.join("."));
const RANGE = fc.tuple(ADDRESS, fc.constantFrom("", "/0", "/8", "/9", "/17", "/25", "/32")).map((parts) => parts.join(""));

interface Kind {
  readonly operators: readonly string[];
  readonly expected: fc.Arbitrary<string>;
  readonly actual: fc.Arbitrary<string>;
  /** Takes one value, and no set operator. */
  readonly single?: true;
}

const KINDS: Readonly<Record<string, Kind>> = {
  texts: {
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringEqualsIgnoreCase",
      "StringNotEqualsIgnoreCase",
      "StringLike",
      "StringNotLike",
    ],
    expected: TEXT,
    actual: PLAIN,
  },
  numbers: {
    operators: [
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
    ],
    expected: NUMBER,
    actual: NUMBER,
  },
  "truth values": {
    operators: ["Bool"],
    expected: fc.constantFrom("true", "false"),
    actual: fc.constantFrom("true", "false"),
    single: true,
  },
  addresses: { operators: ["IpAddress", "NotIpAddress"], expected: RANGE, actual: ADDRESS },
  presence: { operators: ["Null"], expected: fc.constantFrom("true", "false"), actual: TEXT, single: true },
};

describe("conditions are read as a second reading of the documentation reads them", () => {
  test.each(Object.entries(KINDS))("%s", (_, { operators, expected, actual, single }) => {
    const cases = fc.record({
      name: fc.constantFrom(...operators),
      set: single ? fc.constant("") : fc.constantFrom("", "ForAllValues:", "ForAnyValue:"),
      ifExists: fc.boolean(),
      values: fc.array(expected, { minLength: 1, maxLength: single ? 1 : 3 }),
      present: fc.option(fc.array(actual, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, ({ name, set, ifExists, values, present }) => {
        const suffix = ifExists && name !== "Null";
        const value = set === "" ? present?.slice(0, 1) : present;
        const condition = { [`${set}${name}${suffix ? "IfExists" : ""}`]: { "aws:TagKeys": values } };
        const { document } = readPolicy("identity", {
          Version: "2012-10-17",
          Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: condition },
        });
        const [read] = document?.statements[0]?.conditions ?? [];
        fc.pre(read !== undefined);
        expect(read && holds(read, () => value)).toBe(reads(name, set, suffix, values, value));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
