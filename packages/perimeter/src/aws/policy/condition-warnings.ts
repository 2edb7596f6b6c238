import { quote } from "../../quote";
import { type ConditionKey, didYouMeanKey } from "../catalogue/condition-keys";
import { OPERATORS, type Operator } from "./operators";
import type { Condition } from "./syntax";
import { type Warnings, warning } from "./warning";

type ConditionRule = (condition: Condition, key: ConditionKey | undefined) => Warnings;

/** What is suspicious about a key under an operator, a function each; what isn't known of the key can't be. */
export const CONDITION_RULES: readonly ConditionRule[] = [unknownKey, setOperator, operatorOfOtherType, literalWildcards];

/** Keys of identity providers begin with the provider's domain, which may be anybody's. */
function* unknownKey({ key, path }: Condition, known: ConditionKey | undefined): Warnings {
  if (known === undefined && !/^[^:]*[./]/.test(key))
    yield warning("unknown-key", path, `no condition key is called ${quote(key)}`, didYouMeanKey(key));
}

/** IAM User Guide, "Set operators for multivalued context keys". */
function* setOperator({ operator, key, path }: Condition, known: ConditionKey | undefined): Warnings {
  if (known === undefined || operator.name === "Null") return;
  if (known.multivalued && operator.set === undefined) {
    const help = 'write "ForAllValues:" or "ForAnyValue:" before the operator';
    yield warning("missing-set-operator", path, `${quote(key)} has several values`, help);
  }
  if (known.multivalued || operator.set === undefined) return;
  const effect = operator.set === "ForAllValues" ? ', and "ForAllValues" also holds where it is missing' : "";
  yield warning("needless-set-operator", path, `${quote(key)} has one value only${effect}`, `leave out "${operator.set}:"`);
}

/** A string operator compares every value as text. */
function* operatorOfOtherType({ operator, key, path }: Condition, known: ConditionKey | undefined): Warnings {
  const { value }: Operator = OPERATORS[operator.name];
  if (known === undefined || operator.name === "Null" || value === "string" || value === known.value) return;
  const message = `"${operator.name}" doesn't compare the values of ${quote(key)}`;
  yield warning("other-type", path, message, `they are of type ${known.value}`);
}

function* literalWildcards({ operator, values, path }: Condition): Warnings {
  const { wildcards }: Operator = OPERATORS[operator.name];
  const isWild = (text: string) => /[*?]/.test(text.replace(/\$\{[*?]\}/g, ""));
  const literal = wildcards ? undefined : values.find((value) => value.kind === "string" && isWild(value.text));
  if (literal === undefined) return;
  const like = operator.name.includes("Not") ? "StringNotLike" : "StringLike";
  yield warning(
    "literal-wildcard",
    path,
    `${quote(literal.text)} is literal text under "${operator.name}"`,
    `wildcards need "${like}"`,
  );
}
