import { ociRegion, type Value } from "oci-policy";
import { ALL_TEXTS, globbed, type Language, parseGlob, union, words } from "../logic";
import { QUESTIONS } from "../simulate/oci/questions";

type Literal = Exclude<Value, { kind: "variable" }>;

/** Which values a literal stands for: those that certainly do, and those that do by one of two readings of the documentation. */
export interface TextReading {
  readonly certain: Language;
  /** Holds the certain ones, too; left out: there are no others. */
  readonly perhaps?: { readonly language: Language; readonly question: string };
}

const exactly = (text: string) => words([text], { ignoreCase: true });
const like = (pattern: string) => globbed(parseGlob(pattern, { one: false }), { ignoreCase: true });

/** What a condition compares a variable with, as a set of texts ("Conditions", matching). Case plays no part. */
export function readingOf(variable: string, literal: Literal): TextReading {
  if (typeof literal !== "string") return ofPattern(literal.pattern);
  const lower = variable.toLowerCase();
  if (literal.includes("*")) return ofQuotedStar(lower, literal);
  const key = lower === "request.region" ? ociRegion(literal.toLowerCase())?.key : undefined;
  return key === undefined ? { certain: exactly(literal) } : either(exactly(literal), exactly(key), QUESTIONS.regionName);
}

/** `*` in quotes: of object names a pattern, of a tag alone any value; of others nobody says ("Details for Object Storage"). */
function ofQuotedStar(variable: string, literal: string): TextReading {
  if (variable === "target.object.name") return ofPattern(literal);
  if (variable.includes(".tag.") && literal === "*") return { certain: ALL_TEXTS };
  const { certain, perhaps } = ofPattern(literal);
  return either(exactly(literal), union([certain, ...(perhaps ? [perhaps.language] : [])]), QUESTIONS.quotedStar);
}

/** `*` at the start, the end or both: a suffix, a prefix, a part. What else a pattern means is open. */
function ofPattern(pattern: string): TextReading {
  const inner = pattern.replace(/^\*|\*$/g, "");
  if (inner.includes("*")) return either(exactly(pattern), like(pattern), QUESTIONS.innerStar);
  if (inner === pattern) return either(exactly(pattern), like(`*${pattern}*`), QUESTIONS.patternWithoutStar);
  return { certain: like(pattern) };
}

function either(certain: Language, other: Language, question: string): TextReading {
  return { certain, perhaps: { language: union([certain, other]), question } };
}
