import type { Test } from "../aws/policy/operators";
import type { Pattern } from "../aws/policy/pattern";
import type { ConditionValue } from "../aws/policy/syntax";
import {
  addressBlock,
  globbed,
  type Instants,
  instantsBetween,
  type Language,
  type Numbers,
  numberAbove,
  numberBelow,
  numberEquals,
  type SetOf,
  type Sort,
  words,
} from "../logic";

/** The values that match one value of a condition, of which no variable is left; by the sort that it is of. */
export function setOf(test: Test, value: ConditionValue, pattern: Pattern): SetOf[Sort] {
  switch (value.kind) {
    case "string":
      return languageOf(pattern, test === "equals-ignoring-case");
    case "arn":
      return languageOf(pattern, false);
    case "boolean":
      return words([String(value.boolean)], { ignoreCase: true });
    case "binary":
      return words([value.base64]);
    case "number":
      return numbersOf(test, value.number);
    case "date":
      return instantsOf(test, value.time);
    case "address":
      return addressBlock(value.range);
  }
}

/** A pattern without variables as a set of texts. */
export function languageOf(pattern: Pattern, ignoreCase: boolean): Language {
  const parts = pattern.flatMap((part) => (part.kind === "variable" ? [] : [part]));
  const [only] = parts;
  if (only === undefined) return words([""], { ignoreCase });
  return parts.length === 1 && only.kind === "text" ? words([only.text], { ignoreCase }) : globbed(parts, { ignoreCase });
}

function numbersOf(test: Test, at: number): Numbers {
  switch (test) {
    case "less":
      return numberBelow(at);
    case "less-or-equal":
      return numberBelow(at, { orEqual: true });
    case "greater":
      return numberAbove(at);
    case "greater-or-equal":
      return numberAbove(at, { orEqual: true });
    default:
      return numberEquals(at);
  }
}

function instantsOf(test: Test, at: number): Instants {
  switch (test) {
    case "less":
      return instantsBetween(undefined, at);
    case "less-or-equal":
      return instantsBetween(undefined, at + 1);
    case "greater":
      return instantsBetween(at + 1, undefined);
    case "greater-or-equal":
      return instantsBetween(at, undefined);
    default:
      return instantsBetween(at, at + 1);
  }
}
