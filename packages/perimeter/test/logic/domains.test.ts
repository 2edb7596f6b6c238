import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addressBlock,
  addressText,
  calendarDays,
  complementAddresses,
  complementInstants,
  type Instants,
  instantsBetween,
  intersectAddresses,
  intersectInstants,
  type Numbers,
  numberAbove,
  numberBelow,
  numberEquals,
  timesOfDay,
} from "../../src/logic";
import { hasAddress, memberAddress } from "../../src/logic/addresses";
import { hasInstant, memberInstant } from "../../src/logic/instants";
import { ascending, between, complementOf, holdsAfter, intersectLines } from "../../src/logic/line";
import { memberNumber, numberOrder } from "../../src/logic/numbers";
import { block, clock, place } from "./support/values";

const within = (cidr: string) => addressBlock(block(cidr));

describe("addresses", () => {
  test.each([
    ["10.0.0.0/8", "10.0.0.0", true],
    ["10.0.0.0/8", "10.255.255.255", true],
    ["10.0.0.0/8", "11.0.0.0", false],
    ["10.0.0.0/8", "9.255.255.255", false],
    ["203.0.113.0/24", "203.0.113.255", true],
    ["203.0.113.0/24", "203.0.114.0", false],
    ["203.0.113.77/24", "203.0.113.1", true],
    ["192.0.2.1/32", "192.0.2.1", true],
    ["192.0.2.1/32", "192.0.2.2", false],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["128.0.0.0/1", "127.255.255.255", false],
  ])("%s and %s: %s; its complement says the opposite", (cidr, address, expected) => {
    const set = within(cidr);
    expect([hasAddress(set, place(address)), hasAddress(complementAddresses(set), place(address))]).toEqual([
      expected,
      !expected,
    ]);
  });

  const everywhere = addressBlock({ family: 6, bits: 0n, prefix: 0 });
  test.each([
    ["a range has an address of itself", within("10.1.0.0/16"), "10.1.0.0"],
    [
      "a range without its first half begins in the second",
      intersectAddresses(within("10.0.0.0/8"), complementAddresses(within("10.0.0.0/9"))),
      "10.128.0.0",
    ],
    ["two ranges apart share nothing", intersectAddresses(within("10.0.0.0/8"), within("11.0.0.0/8")), undefined],
    [
      "a range without a wider one is empty",
      intersectAddresses(within("10.1.0.0/16"), complementAddresses(within("10.0.0.0/8"))),
      undefined,
    ],
    ["outside of all of version 4 lies version 6", complementAddresses(within("0.0.0.0/0")), "2001:db8:0:0:0:0:0:7"],
    ["outside of all of version 6 lies version 4", complementAddresses(everywhere), "203.0.113.7"],
    [
      "outside of both there is nothing",
      intersectAddresses(complementAddresses(within("0.0.0.0/0")), complementAddresses(everywhere)),
      undefined,
    ],
  ])("%s", (_, set, expected) => {
    const member = memberAddress(set);
    expect(member === undefined ? undefined : addressText(member)).toBe(expected);
  });
});

describe("numbers", () => {
  const both = (one: Numbers, other: Numbers) => intersectLines(one, other, numberOrder);
  test.each<[string, Numbers, number | undefined]>([
    ["any below 5", numberBelow(5), 0],
    ["any below 0", numberBelow(0), -1],
    ["0 or below", numberBelow(0, { orEqual: true }), 0],
    ["above 3", numberAbove(3), 4],
    ["3 or above", numberAbove(3, { orEqual: true }), 3],
    ["exactly 7", numberEquals(7), 7],
    ["all but 0", complementOf(numberEquals(0)), -1],
    ["between 3 and 4 there are fractions", both(numberAbove(3), numberBelow(4)), 3.5],
    ["above 3 and at most 3 there is nothing", both(numberAbove(3), numberBelow(3, { orEqual: true })), undefined],
    ["at least and at most 3 there is 3", both(numberAbove(3, { orEqual: true }), numberBelow(3, { orEqual: true })), 3],
    ["below 3 and above 5 there is nothing", both(numberBelow(3), numberAbove(5)), undefined],
  ])("%s", (_, set, expected) => {
    expect(memberNumber(set)).toBe(expected);
  });
});

const at = (text: string) => Date.parse(text);
const NIGHT = timesOfDay(clock("22:00"), clock("06:00"));
const OFFICE = timesOfDay(clock("09:00"), clock("17:00"));
const MONDAY = calendarDays("dayOfWeek", [1]);

describe("instants", () => {
  test.each<[string, Instants, string, boolean]>([
    ["office hours begin at nine", OFFICE, "2026-03-02T09:00:00Z", true],
    ["a moment before nine they haven't", OFFICE, "2026-03-02T08:59:59.999Z", false],
    ["at five they are over", OFFICE, "2026-03-02T17:00:00Z", false],
    ["a window over midnight holds late", NIGHT, "2026-03-02T23:59:59Z", true],
    ["a window over midnight holds early", NIGHT, "2026-03-02T00:00:00Z", true],
    ["a window over midnight leaves noon out", NIGHT, "2026-03-02T12:00:00Z", false],
    ["a window over midnight ends in the morning", NIGHT, "2026-03-02T06:00:00Z", false],
    ["2 March 2026 is a Monday", MONDAY, "2026-03-02T00:00:00Z", true],
    ["the day before is not", MONDAY, "2026-03-01T23:59:59Z", false],
    ["before 1970 the week goes on", calendarDays("dayOfWeek", [3]), "1969-12-31T12:00:00Z", true],
    ["the 31st", calendarDays("dayOfMonth", [31]), "2026-01-31T12:00:00Z", true],
    ["not the 30th", calendarDays("dayOfMonth", [31]), "2026-01-30T12:00:00Z", false],
    ["one of two months", calendarDays("month", [1, 12]), "2026-12-25T00:00:00Z", true],
    ["none of two months", calendarDays("month", [1, 12]), "2026-11-25T00:00:00Z", false],
    ["after an instant", instantsBetween(at("2026-01-01T00:00:00Z"), undefined), "2026-01-01T00:00:00Z", true],
    ["before it", instantsBetween(undefined, at("2026-01-01T00:00:00Z")), "2026-01-01T00:00:00Z", false],
  ])("%s", (_, set, instant, expected) => {
    expect([hasInstant(set, at(instant)), hasInstant(complementInstants(set), at(instant))]).toEqual([expected, !expected]);
  });

  const all = (...sets: readonly Instants[]) => sets.reduce(intersectInstants);
  test.each<[string, Instants, string | undefined]>([
    ["the first Monday of 2026", MONDAY, "2026-01-05T00:00:00.000Z"],
    ["a Monday after office hours", all(MONDAY, OFFICE), "2026-01-05T09:00:00.000Z"],
    ["Monday is not Tuesday", all(MONDAY, calendarDays("dayOfWeek", [2])), undefined],
    ["there is no 30 February", all(calendarDays("dayOfMonth", [30]), calendarDays("month", [2])), undefined],
    ["the next 29 February", all(calendarDays("dayOfMonth", [29]), calendarDays("month", [2])), "2028-02-29T00:00:00.000Z"],
    ["there is no night in office hours", all(NIGHT, OFFICE), undefined],
    [
      "a day before 2026 where one is asked for",
      instantsBetween(undefined, at("0001-01-01T00:00:00Z")),
      "0000-01-01T00:00:00.000Z",
    ],
    [
      "no Monday between Tuesday and Sunday",
      all(MONDAY, instantsBetween(at("2026-03-03T00:00:00Z"), at("2026-03-09T00:00:00Z"))),
      undefined,
    ],
    [
      "a Monday between Tuesday and Tuesday",
      all(MONDAY, instantsBetween(at("2026-03-03T00:00:00Z"), at("2026-03-09T00:00:00.001Z"))),
      "2026-03-09T00:00:00.000Z",
    ],
    ["an empty window", timesOfDay(clock("09:00"), clock("09:00")), undefined],
  ])("%s", (_, set, expected) => {
    const member = memberInstant(set);
    expect(member === undefined ? undefined : new Date(member).toISOString()).toBe(expected);
  });

  const hour = fc.integer({ min: 0, max: 23 }).map((hours) => hours * 3_600_000);
  const side = fc.oneof(
    fc.tuple(hour, hour).map(([from, to]) => timesOfDay(from, to)),
    fc.subarray([0, 1, 2, 3, 4, 5, 6]).map((days) => calendarDays("dayOfWeek", days)),
    fc.subarray([1, 2, 29, 31]).map((days) => calendarDays("dayOfMonth", days)),
    fc.subarray([1, 2, 12]).map((months) => calendarDays("month", months)),
  );
  const instant = fc.integer({ min: at("2024-01-01T00:00:00Z"), max: at("2029-01-01T00:00:00Z") });
  test("complement and intersection are those of the instants", () => {
    const law = fc.property(side, side, instant, (one, other, moment) => {
      const neither = intersectInstants(complementInstants(one), complementInstants(other));
      return hasInstant(complementInstants(neither), moment) === (hasInstant(one, moment) || hasInstant(other, moment));
    });
    fc.assert(law, { seed: 1, numRuns: 300 });
  });
  test("a member belongs to its set", () => {
    const law = fc.property(side, side, (one, other) => {
      const set = intersectInstants(one, complementInstants(other));
      const member = memberInstant(set);
      return member === undefined || (hasInstant(one, member) && !hasInstant(other, member));
    });
    fc.assert(law, { seed: 1, numRuns: 300 });
  });
});

test("lines are sets: intersection and complement are pointwise, and equal sets have equal cuts", () => {
  const point = fc.integer({ min: 0, max: 9 });
  const line = fc
    .array(fc.tuple(point, point), { maxLength: 4 })
    .map((spans) =>
      complementOf(
        spans
          .map(([from, to]) => complementOf(between(from, to, ascending)))
          .reduce((one, other) => intersectLines(one, other, ascending), between<number>(undefined, undefined, ascending)),
      ),
    );
  const points = Array.from({ length: 12 }, (_, index) => index - 1);
  const bits = (set: ReturnType<typeof complementOf<number>>) => points.map((one) => holdsAfter(set, one, ascending));
  const law = fc.property(line, line, (one, other) => {
    const both = bits(intersectLines(one, other, ascending));
    expect(both).toEqual(bits(one).map((inside, index) => inside && bits(other)[index]));
    const same = JSON.stringify(bits(one)) === JSON.stringify(bits(other));
    expect(JSON.stringify(one) === JSON.stringify(other)).toBe(same);
  });
  fc.assert(law, { seed: 1, numRuns: 500 });
});
