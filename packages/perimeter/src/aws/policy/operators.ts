/**
 * The condition operators as data; what they compare is decided in the evaluator.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export interface Operator {
  /** The kind of the values that it compares, and of the key's. */
  readonly value: ValueKind;
  /** How key and value are compared; for a negated operator, what may not hold. */
  readonly test: Test;
  /** Holds where none of the values matches, and therefore also where the key is missing. */
  readonly negated: boolean;
  /** `*` and `?` in its values are wildcards. */
  readonly wildcards: boolean;
  /** `${…}` in its values stands for the value of a key. */
  readonly variables: boolean;
  /** What it answers where the request lacks the key, before `IfExists` and set operators. */
  readonly whenMissing: boolean | "compared";
  /** May end in `IfExists`. */
  readonly ifExists: boolean;
}

export type ValueKind = "string" | "number" | "date" | "boolean" | "binary" | "address" | "arn";
export type Test =
  | "equals"
  | "equals-ignoring-case"
  | "like"
  | "less"
  | "less-or-equal"
  | "greater"
  | "greater-or-equal"
  | "within"
  | "absent";

const positive = { negated: false, whenMissing: false, ifExists: true } as const;
const negated = { negated: true, whenMissing: true, ifExists: true } as const;
const text = { value: "string", wildcards: false, variables: true } as const;
const textLike = { value: "string", wildcards: true, variables: true } as const;
const number = { value: "number", wildcards: false, variables: false } as const;
const date = { value: "date", wildcards: false, variables: false } as const;
const address = { value: "address", wildcards: false, variables: false } as const;
/** `ArnEquals` and `ArnLike` behave identically, and so do their negations ("Amazon Resource Name (ARN) condition operators"). */
const arn = { value: "arn", test: "like", wildcards: true, variables: true } as const;

export const OPERATORS = {
  StringEquals: { ...text, ...positive, test: "equals" },
  StringNotEquals: { ...text, ...negated, test: "equals" },
  StringEqualsIgnoreCase: { ...text, ...positive, test: "equals-ignoring-case" },
  StringNotEqualsIgnoreCase: { ...text, ...negated, test: "equals-ignoring-case" },
  StringLike: { ...textLike, ...positive, test: "like" },
  StringNotLike: { ...textLike, ...negated, test: "like" },
  NumericEquals: { ...number, ...positive, test: "equals" },
  NumericNotEquals: { ...number, ...negated, test: "equals" },
  NumericLessThan: { ...number, ...positive, test: "less" },
  NumericLessThanEquals: { ...number, ...positive, test: "less-or-equal" },
  NumericGreaterThan: { ...number, ...positive, test: "greater" },
  NumericGreaterThanEquals: { ...number, ...positive, test: "greater-or-equal" },
  DateEquals: { ...date, ...positive, test: "equals" },
  DateNotEquals: { ...date, ...negated, test: "equals" },
  DateLessThan: { ...date, ...positive, test: "less" },
  DateLessThanEquals: { ...date, ...positive, test: "less-or-equal" },
  DateGreaterThan: { ...date, ...positive, test: "greater" },
  DateGreaterThanEquals: { ...date, ...positive, test: "greater-or-equal" },
  Bool: { ...positive, value: "boolean", test: "equals", wildcards: false, variables: false },
  BinaryEquals: { ...positive, value: "binary", test: "equals", wildcards: false, variables: false },
  IpAddress: { ...address, ...positive, test: "within" },
  NotIpAddress: { ...address, ...negated, test: "within" },
  ArnEquals: { ...arn, ...positive },
  ArnLike: { ...arn, ...positive },
  ArnNotEquals: { ...arn, ...negated },
  ArnNotLike: { ...arn, ...negated },
  /** The only one that asks for the key itself: `true` where it is missing. It can't be combined with `IfExists`. */
  Null: {
    value: "boolean",
    test: "absent",
    negated: false,
    wildcards: false,
    variables: false,
    whenMissing: "compared",
    ifExists: false,
  },
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;

/**
 * For keys with several values: every value of the request must match one of the condition's, or one of them must.
 * Over no value at all `ForAllValues` holds and `ForAnyValue` doesn't, whatever the operator.
 * Source: IAM User Guide, "Set operators for multivalued context keys".
 */
export const SET_OPERATORS = {
  ForAllValues: { whenMissing: true },
  ForAnyValue: { whenMissing: false },
} as const;
export type SetOperator = keyof typeof SET_OPERATORS;
