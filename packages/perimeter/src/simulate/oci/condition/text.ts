import { ociRegion, type Value } from "oci-policy";
import { sameText } from "../names";
import { QUESTIONS } from "../questions";
import { readings, type Truth } from "../truth";

type Literal = Exclude<Value, { kind: "variable" }>;

/** Whether a value of this variable is what a condition compares it with ("Conditions", matching). Case plays no part. */
export function isText(variable: string, value: string, literal: Literal): Truth {
  if (typeof literal !== "string") return fits(value, literal.pattern);
  if (sameText(value, literal)) return true;
  if (literal.includes("*")) return fitsQuoted(variable, value, literal);
  return isRegion(variable, value, literal);
}

/**
 * A `*` in quotes: for a tag alone it means any value ("Using Tags to Manage Access"), and the samples for object names use
 * it as in a pattern ("Details for Object Storage"). Of other variables nobody says.
 */
function fitsQuoted(variable: string, value: string, literal: string): Truth {
  const lower = variable.toLowerCase();
  if (lower === "target.object.name") return fits(value, literal);
  if (lower.includes(".tag.") && literal === "*") return true;
  return readings(fits(value, literal), false, QUESTIONS.quotedStar);
}

/** `*` at the start, the end or both: a suffix, a prefix, a part ("Conditions"). What else a pattern means is open. */
function fits(value: string, pattern: string): Truth {
  const inner = pattern.replace(/^\*|\*$/g, "");
  if (inner.includes("*")) return sameText(value, pattern) || readings(isGlobOf(pattern, value), false, QUESTIONS.innerStar);
  const [text, part] = [value.toLowerCase(), inner.toLowerCase()];
  const [open, close] = [pattern.startsWith("*"), pattern.endsWith("*")];
  if (open && close) return text.includes(part);
  if (open) return text.endsWith(part);
  if (close) return text.startsWith(part);
  return readings(text === part, text.includes(part), QUESTIONS.patternWithoutStar);
}

/** Each `*` stands for any text. Each part is taken at its first place, so that no pattern explodes. */
function isGlobOf(pattern: string, value: string): boolean {
  const text = value.toLowerCase();
  const parts = pattern.toLowerCase().split("*");
  const [first = "", last = ""] = [parts.shift(), parts.pop()];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

/** `request.region` holds the key of a region ("General Variables for All Requests"); full names are for quotas. */
function isRegion(variable: string, value: string, literal: string): Truth {
  if (variable.toLowerCase() !== "request.region") return false;
  const key = ociRegion(literal.toLowerCase())?.key;
  return readings(false, key !== undefined && sameText(key, value), QUESTIONS.regionName);
}
