import { parseAddressRange } from "./address";
import { parseDate } from "./date";
import type { TextMistake } from "./findings";
import type { Operator, ValueKind } from "./operators";
import { parsePattern } from "./pattern";
import type { ConditionValue, PolicyVersion } from "./syntax";

/**
 * Reads a value as its operator compares it. What the operator couldn't compare is refused rather than taken for a value
 * that never matches: a negated condition on it would always hold.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export function parseConditionValue(text: string, operator: Operator, version: PolicyVersion): ConditionValue | TextMistake {
  if (operator.value === "string" || operator.value === "arn") return parseText(text, operator, version);
  if (version === "2012-10-17" && text.includes("${"))
    return { expected: "no variable", help: "variables stand under string and ARN operators only" };
  return PARSERS[operator.value](text);
}

/** An ARN must begin as one, or with a variable that may be one: of other texts it isn't documented what they match. */
function parseText(
  text: string,
  { value, wildcards, variables }: Operator,
  version: PolicyVersion,
): ConditionValue | TextMistake {
  const { pattern, mistake } = parsePattern(text, { wildcards, variables: variables && version === "2012-10-17" });
  if (mistake) return mistake;
  if (value === "string") return { kind: "string", text, pattern };
  const isArn = pattern[0]?.kind === "variable" || (text.startsWith("arn:") && /^(?:[^:]*:){5}./s.test(text));
  return isArn
    ? { kind: "arn", text, pattern }
    : { expected: "an ARN of six segments", help: "a string operator compares any text" };
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
    Buffer.from(text, "base64").toString("base64") === text ? { kind: "binary", text, base64: text } : { expected: "base64" },
  address: (text) => {
    const range = parseAddressRange(text);
    return range === undefined ? { expected: "an IP address or a CIDR block" } : { kind: "address", text, range };
  },
};
