import { OPERATORS, type Operator, SET_OPERATORS } from "../../aws/policy/operators";
import type { Condition } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import { compare } from "./compare";
import type { Context } from "./context";
import { isUnknown } from "./estate";
import { every, not, some, type Truth } from "./truth";

/**
 * Whether one key holds under one operator.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context keys".
 */
export function holds(condition: Condition, context: Context): Truth {
  const operator: Operator = OPERATORS[condition.operator.name];
  const actual = context(condition.key);
  if (isUnknown(actual)) return actual;
  if (operator.test === "absent") return isAbsent(condition, actual === undefined);
  if (actual === undefined) return whenMissing(condition, operator);

  const matches = (value: string): Truth => {
    const oneMatches = some(condition.values, (expected) => compare(operator.test, expected, value, context));
    return operator.negated ? not(oneMatches) : oneMatches;
  };
  if (condition.operator.set === "ForAllValues") return every(actual, matches);
  if (condition.operator.set === "ForAnyValue") return some(actual, matches);
  const [only] = actual;
  // A key with several values asks for a set operator; what happens without one isn't documented.
  return actual.length === 1 && only !== undefined
    ? matches(only)
    : { unknown: `how the ${actual.length} values of ${quote(condition.key)} compare without a set operator` };
}

/** `Null` asks for the key itself; each of its values is an answer that is taken. */
function isAbsent({ values }: Condition, absent: boolean): boolean {
  return values.some((value) => value.kind === "boolean" && value.boolean === absent);
}

function whenMissing({ operator }: Condition, { whenMissing: ofOperator }: Operator): boolean {
  if (operator.ifExists) return true;
  return operator.set === undefined ? ofOperator === true : SET_OPERATORS[operator.set].whenMissing;
}
