import { refuse, shown } from "./diagnostics";
import type { Lexer, Sign } from "./lexer";
import type { ById, QualifiedName } from "./syntax";

/** Words that the grammar uses where a name could stand; as names they need quotes. */
const RESERVED: ReadonlySet<string> = new Set(["to", "in", "where", "of", "with", "as", "id", "any", "all"]);
const BARE_NAME = /^[A-Za-z0-9_.@$+-]+$/;
const OCID = /^ocid1\.[A-Za-z0-9._-]+$/i;

/** Whether a statement can hold this name without quotes. A full stop at its end could be taken for the statement's. */
export function isBareName(name: string): boolean {
  return BARE_NAME.test(name) && !name.endsWith(".") && !isReserved(name);
}

/** Whether a text begins as the id of a resource does: `ocid1.<type>.<realm>.[region].<id>`. */
export function looksLikeOcid(text: string): boolean {
  return /^ocid1\../i.test(text);
}

/** Whether a text is such an id as a whole. */
export function isOcid(text: string): boolean {
  return OCID.test(text);
}

function isReserved(word: string): boolean {
  return word.length <= 5 && RESERVED.has(word.toLowerCase());
}

/** Takes one of these words of the grammar, and says which. */
export function take<Keyword extends string>(lexer: Lexer, keywords: readonly Keyword[]): Keyword | undefined {
  for (const keyword of keywords)
    if (lexer.is(keyword)) {
      lexer.advance();
      return keyword;
    }
  return undefined;
}

/** Takes this word of the grammar, if it stands here. */
export function takeKeyword(lexer: Lexer, keyword: string): boolean {
  if (!lexer.is(keyword)) return false;
  lexer.advance();
  return true;
}

/** Takes this word or refuses what stands in its place. */
export function expectKeyword(lexer: Lexer, keyword: string, help?: string): void {
  if (!lexer.is(keyword)) refuse(lexer, [`\`${keyword}\``], help);
  lexer.advance();
}

/** Takes this sign or refuses what stands in its place. */
export function expectSign(lexer: Lexer, sign: Sign, alternatives: readonly string[] = [], help?: string): void {
  if (!lexer.at(sign)) refuse(lexer, [...alternatives, `\`${sign}\``], help);
  lexer.advance();
}

/** name := word | string. A word of the grammar needs quotes to be a name. */
export function parseName(lexer: Lexer, what: string): string {
  if (lexer.kind === "string") return parseQuoted(lexer, what);
  if (lexer.kind !== "word") refuse(lexer, [what]);
  const word = lexer.raw;
  if (isReserved(word)) refuse(lexer, [what], `a name that is a word of the language needs quotes: ${shown(`'${word}'`)}`);
  lexer.advance();
  return word;
}

/** string, with something in it */
function parseQuoted(lexer: Lexer, what: string): string {
  const text = lexer.text.slice(lexer.start + 1, lexer.end - 1);
  if (text === "") refuse(lexer, [what], "a name needs at least one character");
  lexer.advance();
  return text;
}

/** ocid := "ocid1." type "." realm "." [region] "." id, bare or quoted */
export function parseOcid(lexer: Lexer, help?: string): string {
  const { kind, raw } = lexer;
  const ocid = kind === "string" ? raw.slice(1, -1) : raw;
  if ((kind !== "word" && kind !== "string") || !isOcid(ocid)) refuse(lexer, ["an OCID"], help);
  lexer.advance();
  return ocid;
}

/** item := "id" ocid | qualified-name */
export function parseItem(lexer: Lexer, what: string): QualifiedName | ById {
  if (takeKeyword(lexer, "id")) return { id: parseOcid(lexer, "a name that is a word of the language needs quotes: `'id'`") };
  if (/^'?ocid1\../i.test(lexer.raw)) refuse(lexer, ["`id`"], `write \`id\` before an OCID`);
  return parseQualifiedName(lexer, what);
}

/** qualified-name := name [ "/" name ] */
export function parseQualifiedName(lexer: Lexer, what: string): QualifiedName {
  const name = parseName(lexer, what);
  if (lexer.kind !== "/") return { name };
  lexer.advance();
  return { domain: name, name: parseName(lexer, what) };
}

/** The help where a word follows a bare name: most often a name with blanks that lacks its quotes. */
export function blankHelp(lexer: Lexer): string | undefined {
  const { text, kind, start, previousEnd, end } = lexer;
  if (kind !== "word") return undefined;
  const [before] = /[A-Za-z0-9_.@$+-]+$/.exec(text.slice(Math.max(0, previousEnd - 100), previousEnd)) ?? [];
  if (before === undefined) return undefined;
  return `a name with blanks needs quotes: ${shown(`'${before} ${text.slice(start, end)}'`)}`;
}
