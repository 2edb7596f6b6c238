import { parseAddressRange } from "./address";
import { parseDate } from "./date";
import type { TextMistake } from "./findings";
import { segmentsOf } from "./match";
import { OPERATORS, type Operator, type OperatorName, type ValueKind } from "./operators";
import { parsePattern } from "./pattern";
import type { ConditionValue, PolicyVersion } from "./syntax";

/**
 * Reads a value as its operator compares it. What the operator couldn't compare is refused rather than taken for a value
 * that never matches: a negated condition on it would always hold.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export function parseConditionValue(text: string, name: OperatorName, version: PolicyVersion): ConditionValue | TextMistake {
  const { value, wildcards, variables }: Operator = OPERATORS[name];
  const current = version === "2012-10-17";
  if (value !== "string" && value !== "arn") {
    const help = "variables stand under string and ARN operators only";
    const parsed = current && text.includes("${") ? { expected: "no variable", help } : PARSERS[value](text);
    return "expected" in parsed ? { ...parsed, expected: `${parsed.expected} for "${name}"` } : parsed;
  }
  const { pattern, mistake } = parsePattern(text, { wildcards, variables: variables && current });
  if (mistake) return mistake;
  if (value === "string") return { kind: "string", text, pattern };
  // Of texts that can't be an ARN it isn't documented what they match; a variable may be one.
  const isArn = pattern[0]?.kind === "variable" || (text.startsWith("arn:") && segmentsOf(pattern)?.[5].length);
  if (isArn) return { kind: "arn", text, pattern };
  return { expected: `an ARN of six segments for "${name}"`, help: "a string operator compares any text" };
}

type Parser = (text: string) => ConditionValue | TextMistake;

const PARSERS: Readonly<Record<Exclude<ValueKind, "string" | "arn">, Parser>> = {
  number: (text) =>
    /^-?\d{1,30}(?:\.\d{1,30})?$/.test(text) ? { kind: "number", text, number: Number(text) } : { expected: "a number" },
  date: (text) => {
    const time = parseDate(text);
    return typeof time === "number" ? { kind: "date", text, time } : time;
  },
  boolean: (text) =>
    text === "true" || text === "false"
      ? { kind: "boolean", text, boolean: text === "true" }
      : { expected: '"true" or "false"', help: /^(?:true|false)$/i.test(text) ? "write it in lower case" : undefined },
  binary: (text) =>
    text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
      ? { kind: "binary", text, base64: Buffer.from(text, "base64").toString("base64") }
      : { expected: "base64" },
  address: (text) => {
    const range = parseAddressRange(text);
    return range === undefined ? { expected: "an IP address or a CIDR block" } : { kind: "address", text, range };
  },
};
