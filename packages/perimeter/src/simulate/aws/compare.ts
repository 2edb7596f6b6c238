import { containsRange, parseAddressRange } from "../../aws/policy/address";
import { parseDate } from "../../aws/policy/date";
import { matchesArn, matchesPattern } from "../../aws/policy/match";
import type { Test } from "../../aws/policy/operators";
import type { Pattern } from "../../aws/policy/pattern";
import type { ConditionValue } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import type { Context } from "./context";
import { isUnknown, type Unknown } from "./estate";
import type { Truth } from "./truth";
import { substitute } from "./variables";

/**
 * Whether one value of the request matches one value of the policy, before any negation. A value that isn't of the
 * operator's kind gives no answer: the documentation doesn't say how it compares.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export function compare(test: Test, expected: ConditionValue, actual: string, context: Context): Truth {
  switch (expected.kind) {
    case "string":
      return compareText(expected.pattern, actual, test === "equals-ignoring-case", context);
    case "arn":
      return compareArn(expected.pattern, actual, context);
    case "number": {
      const number = readNumber(actual);
      return number === undefined ? notA("number", actual) : ordered(test, number, expected.number);
    }
    case "date": {
      const time = parseDate(actual);
      return typeof time === "number" ? ordered(test, time, expected.time) : notA("date", actual);
    }
    case "boolean": {
      const lower = actual.toLowerCase();
      return lower === "true" || lower === "false" ? lower === String(expected.boolean) : notA("boolean", actual);
    }
    case "binary":
      return actual === expected.base64;
    case "address": {
      const address = parseAddressRange(actual);
      return address === undefined ? notA("address", actual) : containsRange(expected.range, address);
    }
  }
}

function notA(kind: string, actual: string): Unknown {
  return { unknown: `how ${quote(actual)} compares, which is no ${kind}` };
}

function compareText(pattern: Pattern, actual: string, ignoreCase: boolean, context: Context): Truth {
  const substituted = substitute(pattern, context);
  if (substituted === undefined) return false;
  return isUnknown(substituted) ? substituted : matchesPattern(substituted, actual, { ignoreCase });
}

function compareArn(pattern: Pattern, actual: string, context: Context): Truth {
  if (!/^arn:([^:]*:){4}/.test(actual)) return notA("ARN", actual);
  const substituted = substitute(pattern, context);
  if (substituted === undefined || isUnknown(substituted)) return substituted ?? false;
  return matchesArn(substituted, actual);
}

function ordered(test: Test, actual: number, expected: number): boolean {
  switch (test) {
    case "less":
      return actual < expected;
    case "less-or-equal":
      return actual <= expected;
    case "greater":
      return actual > expected;
    case "greater-or-equal":
      return actual >= expected;
    default:
      return actual === expected;
  }
}

function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}
