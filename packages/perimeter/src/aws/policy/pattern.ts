import type { TextMistake } from "./findings";

/**
 * A text of a policy with its wildcards and variables cut out, so that nobody parses it again. What stays literal in its
 * place (`*` under `StringEquals`, `${…}` under version 2008-10-17, the escapes `${*}`, `${?}` and `${$}`) is text.
 * Adjacent texts are one part, and so are adjacent `*`: equal patterns are equal trees.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export type Pattern = readonly PatternPart[];

export type PatternPart =
  | { readonly kind: "text"; readonly text: string }
  /** `*`: any number of characters. */
  | { readonly kind: "many" }
  /** `?`: exactly one character. */
  | { readonly kind: "one" }
  /** `${key}` or `${key, 'fallback'}`: the value of that key in the request. */
  | { readonly kind: "variable"; readonly key: string; readonly fallback?: string };

/** What a place of a policy reads as more than text. */
interface PatternRules {
  readonly wildcards: boolean;
  readonly variables: boolean;
}

type ParsedPattern =
  | { readonly pattern: Pattern; readonly mistake?: undefined }
  | { readonly mistake: TextMistake; readonly pattern?: undefined };

/**
 * Cuts a text into its parts. Without variables a `${` is text; a `$` alone always is. With them it must begin one.
 * Source of the mistakes: IAM User Guide, "IAM policy validation check reference", the checks on variables.
 */
export function parsePattern(text: string, { wildcards, variables }: PatternRules): ParsedPattern {
  const parts: PatternPart[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextSpecial(text, at, wildcards, variables);
    if (next > at) pushText(parts, text.slice(at, next));
    if (next === text.length) break;
    if (text[next] !== "$") {
      pushWildcard(parts, text[next] === "*" ? "many" : "one");
      at = next + 1;
      continue;
    }
    const end = endOfVariable(text, next + 2);
    if (end === undefined) return { mistake: { found: text.slice(next), expected: '"}" at the end of a variable' } };
    const variable = variableOf(text.slice(next + 2, end));
    if ("expected" in variable) return { mistake: variable };
    if (variable.kind === "text") pushText(parts, variable.text);
    else parts.push(variable);
    at = end + 1;
  }
  return { pattern: parts };
}

/** The keys that its variables name, as written. */
export function variablesOf(pattern: Pattern): readonly string[] {
  return pattern.flatMap((part) => (part.kind === "variable" ? [part.key] : []));
}

function nextSpecial(text: string, from: number, wildcards: boolean, variables: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (wildcards && (character === "*" || character === "?")) return at;
    if (variables && character === "$" && text[at + 1] === "{") return at;
  }
  return text.length;
}

/** Where the brace closes: the first one outside of single quotes. */
function endOfVariable(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    if (text[at] === "}" && !quoted) return at;
  }
  // An apostrophe that never closes hides the brace: what is missing then is the quote.
  const brace = text.indexOf("}", from);
  return brace < 0 ? undefined : brace;
}

/** variable := "*" | "?" | "$" | key [ "," blank* "'" fallback "'" ] */
function variableOf(inside: string): PatternPart | TextMistake {
  const found = `\${${inside}}`;
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "text", text: inside };
  const comma = inside.indexOf(",");
  const key = comma < 0 ? inside : inside.slice(0, comma);
  if (key === "") return { found, expected: "a condition key in the variable" };
  if (/[\s{$']/.test(key)) return { found, expected: "a variable without blanks, quotes, braces and dollar signs in its key" };
  if (comma < 0) return { kind: "variable", key };
  const fallback = inside.slice(comma + 1).trim();
  if (fallback.length < 2 || !fallback.startsWith("'") || fallback.indexOf("'", 1) !== fallback.length - 1)
    return { found, expected: "a default value in single quotes" };
  return { kind: "variable", key, fallback: fallback.slice(1, -1) };
}

function pushText(parts: PatternPart[], text: string): void {
  if (text === "") return;
  const last = parts.at(-1);
  if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + text };
  else parts.push({ kind: "text", text });
}

function pushWildcard(parts: PatternPart[], kind: "many" | "one"): void {
  if (kind === "many" && parts.at(-1)?.kind === "many") return;
  parts.push({ kind });
}
