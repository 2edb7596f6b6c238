import type { Pattern, PatternPart } from "../../aws/policy/pattern";
import type { Context } from "./context";
import { isUnknown, type Unknown } from "./estate";

/**
 * The pattern with each variable replaced by its key's value in the request, which is literal text: no `*` in it is a
 * wildcard. A missing key takes the default; `undefined` where there is none, and then the pattern matches nothing.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function substitute(pattern: Pattern, context: Context): Pattern | undefined | Unknown {
  if (!pattern.some(isVariable)) return pattern;
  const parts: PatternPart[] = [];
  for (const part of pattern) {
    const text = part.kind === "variable" ? textOf(part, context) : part;
    if (text === undefined || isUnknown(text)) return text;
    parts.push(text);
  }
  return parts;
}

type Variable = Extract<PatternPart, { kind: "variable" }>;

function isVariable(part: PatternPart): part is Variable {
  return part.kind === "variable";
}

function textOf({ key, fallback }: Variable, context: Context): PatternPart | undefined | Unknown {
  const value = context(key);
  if (isUnknown(value)) return value;
  if (value === undefined) return fallback === undefined ? undefined : { kind: "text", text: fallback };
  const [only] = value;
  // "You can't use a key that has multiple values as a variable"; what happens then isn't documented.
  return value.length === 1 && only !== undefined
    ? { kind: "text", text: only }
    : { unknown: `what the variable "\${${key}}" stands for, since the key has several values` };
}
