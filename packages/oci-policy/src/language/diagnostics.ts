import { distance } from "fastest-levenshtein";
import type { Lexer } from "./lexer";
import type { Span } from "./spans";

/** Why a text is none of the language: one sentence, its place, and how to go on. */
export interface Diagnostic {
  /** 1-based, in UTF-16 code units as editors count; at the end of the text one behind the last character. */
  readonly column: number;
  readonly span: Span;
  /** "expected X, found Y" */
  readonly message: string;
  /** What could have stood there; words of the language in backticks. */
  readonly expected: readonly string[];
  readonly help?: string;
}

const END = "the end of the statement";

/** Unwinds the parser; never leaves the package. No `Error`: nobody reads its stack, and taking one is slow. */
class Refusal {
  constructor(readonly diagnostic: Diagnostic) {}
}

/** What a parser refused. Anything else that was thrown is a defect, and goes on. */
export function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof Refusal) return error.diagnostic;
  throw error;
}

/** Refuses the token at hand. Words of the language in `expected` are in backticks, descriptions are not. */
export function refuse(lexer: Lexer, expected: readonly string[], help?: string): never {
  if (lexer.kind === "word" && lexer.raw.endsWith(".") && isBlank(lexer.text.slice(lexer.end))) refuseFullStop(lexer.end - 1);
  const mistake = mistakeOf(lexer);
  const advice = mistake?.help ?? help ?? didYouMean(lexer.kind === "word" ? lexer.raw : "", keywordsOf(expected));
  refuseSpan(lexer, mistake?.expected ?? expected, mistake?.found ?? foundAt(lexer), advice);
}

/** Refuses what stands at this span, which may be behind the token at hand. */
export function refuseSpan(
  { start, end }: Span,
  expected: readonly string[],
  found: string,
  help: string | undefined = undefined,
): never {
  const message = `expected ${orList(expected)}, found ${found}`;
  const place = { column: start + 1, span: { start, end } };
  throw new Refusal({ ...place, message, expected, ...(help === undefined ? {} : { help }) });
}

/** Takes the end of the text, and refuses whatever else stands there, as the service does with a full stop. */
export function expectEnd(lexer: Lexer, expected: readonly string[], help?: string): void {
  if (lexer.kind !== "end") refuse(lexer, [...expected, END], help);
  if (lexer.text[lexer.end - 1] === ".") refuseFullStop(lexer.end - 1);
}

/** The word of `candidates` that was probably meant; `undefined` if none is near. Case plays no part. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Longer texts are no typing mistakes, and comparing them costs the square of their length.
  if (word === "" || word.length > 64) return undefined;
  const lower = word.toLowerCase();
  const letters = [...lower].sort().join("");
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.min(3, Math.floor(candidate.length / 2));
    if (Math.abs(candidate.length - lower.length) > allowed) continue;
    const swapped = candidate.length === lower.length && [...candidate.toLowerCase()].sort().join("") === letters;
    const steps = swapped ? 1 : distance(lower, candidate.toLowerCase());
    if (steps <= allowed && steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** "did you mean `X`?", if a candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const meant = nearest(word, candidates);
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`;
}

/** A text of the user's as a message may show it: on one line, short, every character visible. */
export function shown(text: string): string {
  return `\`${visible(text, 60)}\``;
}

/** A text with its invisible characters written out, bidirectional ones among them, cut after `limit` characters. */
export function visible(text: string, limit: number): string {
  const short = text.length > limit ? `${text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return short.replace(/[^\P{C}]|[^\P{Z} ]/gu, (character) => `<${codePoint(character)}>`);
}

function foundAt(lexer: Lexer): string {
  return lexer.kind === "end" ? END : shown(lexer.raw);
}

interface Mistake {
  readonly expected?: readonly string[];
  readonly found?: string;
  readonly help?: string;
}

/** Mistakes that are none of this place but of the language as such: it has no such characters. */
function mistakeOf(lexer: Lexer): Mistake | undefined {
  const { text, start, kind } = lexer;
  const rest = text.slice(start, start + 2);
  if (rest === "//" || rest === "/*" || rest[0] === "#")
    return { found: `the comment ${shown(rest[0] === "#" ? "#" : rest)}`, help: "the language has no comments" };
  if (kind !== "stray") return undefined;
  switch (rest[0]) {
    case "'":
      return unclosed(text, start);
    case '"':
    case "“":
    case "”":
    case "„":
    case "‘":
    case "’":
    case "`":
      return { help: "only the straight single quote ' delimits names and values" };
    case ";":
      return isBlank(text.slice(start + 1))
        ? { expected: [END], help: "a statement has no terminator: leave the semicolon out" }
        : { help: "write each statement on its own" };
  }
  const character = lexer.raw;
  if (/[\p{C}\p{Z}]/u.test(character))
    return { found: `the invisible character ${codePoint(character)}`, help: "remove it, or write a blank" };
  return /\p{L}|\p{N}/u.test(character) ? { help: "a name with other than ASCII letters needs quotes" } : undefined;
}

/** A full stop may end a bare name, but the service refuses it at the end of a statement. */
function refuseFullStop(at: number): never {
  const help = "a statement has no terminator: leave the full stop out, or quote the name that ends in it";
  refuseSpan({ start: at, end: at + 1 }, [END], "a full stop", help);
}

function unclosed(text: string, start: number): Mistake {
  const [line = ""] = text.slice(start, start + 10_000).split(/[\r\n]/, 1);
  return line.includes("\\'")
    ? { found: "a string with `\\'`", help: "a single quote can't be escaped: no text with one fits into the language" }
    : { found: "a string without its closing `'`", help: "a string ends on its line, with a straight single quote" };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function keywordsOf(expected: readonly string[]): string[] {
  return expected.filter((item) => /^`[a-z-]+`$/.test(item)).map((item) => item.slice(1, -1));
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}
