import { describe, expect, test } from "@jest/globals";
import { conditionOf, type Decision } from "../support/deciding";

/** Rule E24: "Managing Access Based on Time of Access". UTC; clocks may differ by five minutes. */
const AT = "request.utc-timestamp";
const DAY = `${AT}.time-of-day`;

test.each<[string, string, Decision]>([
  ["before '2026-06-01T00:00:00Z'", "2026-05-31T12:00:00Z", "allowed"],
  ["before '2026-06-01T00:00:00Z'", "2026-06-01T12:00:00Z", "denied"],
  ["before '2026-06-01T00:00:00Z'", "2026-05-31T23:54:00Z", "allowed"],
  ["before '2026-06-01T00:00:00Z'", "2026-05-31T23:57:00Z", "undecided"],
  ["before '2026-06-01T00:00:00Z'", "2026-06-01T00:00:00Z", "undecided"],
  ["before '2026-06-01T00:00:00Z'", "2026-06-01T00:06:00Z", "denied"],
  ["after '2026-06-01T00:00:00Z'", "2026-06-01T12:00:00Z", "allowed"],
  ["after '2026-06-01T00:00:00Z'", "2026-05-31T12:00:00Z", "denied"],
  ["after '2026-06-01T00:00:00Z'", "2026-06-01T00:00:00Z", "undecided"],
  ["before '2026-06-01Z'", "2026-05-31T12:00:00Z", "allowed"],
  ["before '2026-06-01T00:00Z'", "2026-05-31T12:00:00Z", "allowed"],
  ["before '2026-06-01T0:00'", "2026-05-31T12:00:00Z", "allowed"],
  ["before 'tomorrow'", "2026-05-31T12:00:00Z", "undecided"],
  ["before '2026-02-31Z'", "2026-05-31T12:00:00Z", "undecided"],
  ["before '2026-06-01Z'", "yesterday", "undecided"],
])(`${AT} %s at %s: %s`, (comparison, at, decision) => expect(conditionOf(`${AT} ${comparison}`, { [AT]: at })).toBe(decision));

describe("a window of the day", () => {
  test.each<[string, string, Decision]>([
    ["between '09:00:00Z' and '17:00:00Z'", "12:00:00Z", "allowed"],
    ["between '09:00:00Z' and '17:00:00Z'", "08:00:00Z", "denied"],
    ["between '09:00:00Z' and '17:00:00Z'", "18:00:00Z", "denied"],
    ["between '09:00:00Z' and '17:00:00Z'", "09:03:00Z", "undecided"],
    ["between '09:00:00Z' and '17:00:00Z'", "08:57:00Z", "undecided"],
    ["between '09:00:00Z' and '17:00:00Z'", "09:06:00Z", "allowed"],
    ["between '22:00:00Z' and '04:00:00Z'", "23:30:00Z", "allowed"],
    ["between '22:00:00Z' and '04:00:00Z'", "02:00:00Z", "allowed"],
    ["between '22:00:00Z' and '04:00:00Z'", "12:00:00Z", "denied"],
    ["between '22:00:00Z' and '04:00:00Z'", "04:02:00Z", "undecided"],
    ["between '00:00:00Z' and '06:00:00Z'", "23:58:00Z", "undecided"],
    ["between '9:00Z' and '17:00'", "12:00Z", "allowed"],
    ["between '25:00Z' and '17:00Z'", "12:00Z", "undecided"],
  ])("%s at %s: %s", (comparison, time, decision) => expect(conditionOf(`${DAY} ${comparison}`, { [DAY]: time })).toBe(decision));
});

/** The 24th of November 2026 is a Tuesday. */
describe("the parts of a time follow from it", () => {
  test.each<[string, Decision]>([
    [`${AT}.day-of-week = 'Tuesday'`, "allowed"],
    [`${AT}.day-of-week = 'monday'`, "denied"],
    [`${AT}.day-of-week in ('monday', 'tuesday')`, "allowed"],
    [`${AT}.day-of-week != 'tuesday'`, "denied"],
    [`${AT}.day-of-month = '24'`, "allowed"],
    [`${AT}.day-of-month = '25'`, "denied"],
    [`${AT}.month-of-year = '11'`, "allowed"],
    [`${AT}.month-of-year in ('10', '12')`, "denied"],
    [`${DAY} between '12:00Z' and '14:00Z'`, "allowed"],
    [`${DAY} between '14:00Z' and '16:00Z'`, "denied"],
  ])("%s: %s", (condition, decision) => expect(conditionOf(condition, { [AT]: "2026-11-24T13:00:00Z" })).toBe(decision));

  test("unless the request says them", () => {
    const variables = { [AT]: "2026-11-24T13:00:00Z", [`${AT}.day-of-week`]: "friday" };
    expect(conditionOf(`${AT}.day-of-week = 'friday'`, variables)).toBe("allowed");
  });
});
