/** A text that is no template of Terraform's. Never leaves this folder. */
export class Malformed extends Error {}

/** Blanks and comments between the tokens of an expression. Sticky: matches where `lastIndex` stands. */
const SPACE = /(?:[ \t\r\n]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** A namespace of a provider's function: `provider::aws::arn_parse`. */
const FUNCTION_NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A place in a text, and what can be read from there. */
export interface Scanner {
  readonly text: string;
  at: number;
}

export function skipSpace(scanner: Scanner): void {
  match(scanner, SPACE);
}

/** Takes `sign` if it stands behind the blanks. */
export function take(scanner: Scanner, sign: string): boolean {
  skipSpace(scanner);
  if (!scanner.text.startsWith(sign, scanner.at)) return false;
  scanner.at += sign.length;
  return true;
}

export function peek(scanner: Scanner, sign: string): boolean {
  skipSpace(scanner);
  return scanner.text.startsWith(sign, scanner.at);
}

export function expect(scanner: Scanner, sign: string): void {
  if (!take(scanner, sign)) refuse(scanner, `"${sign}"`);
}

export function takeIdentifier(scanner: Scanner): string | undefined {
  skipSpace(scanner);
  return match(scanner, IDENTIFIER);
}

/** A name, or names with `::` between them where a function is called. */
export function takeName(scanner: Scanner): string | undefined {
  skipSpace(scanner);
  return match(scanner, FUNCTION_NAME);
}

export function expectIdentifier(scanner: Scanner): string {
  return takeIdentifier(scanner) ?? refuse(scanner, "a name");
}

/** Takes this word, and not one that only begins with it. */
export function takeWord(scanner: Scanner, word: string): boolean {
  const before = scanner.at;
  if (takeIdentifier(scanner) === word) return true;
  scanner.at = before;
  return false;
}

export function takeNumber(scanner: Scanner): number | undefined {
  skipSpace(scanner);
  const digits = match(scanner, NUMBER);
  return digits === undefined ? undefined : Number(digits);
}

export function refuse(scanner: Scanner, expected: string): never {
  skipSpace(scanner);
  const found = scanner.at >= scanner.text.length ? "the end of the text" : `"${String.fromCodePoint(codePoint(scanner))}"`;
  throw new Malformed(`expected ${expected} at character ${scanner.at + 1}, found ${found}`);
}

const codePoint = ({ text, at }: Scanner) => text.codePointAt(at) ?? 0;

function match(scanner: Scanner, pattern: RegExp): string | undefined {
  pattern.lastIndex = scanner.at;
  const found = pattern.exec(scanner.text)?.[0];
  if (found !== undefined) scanner.at += found.length;
  return found;
}
