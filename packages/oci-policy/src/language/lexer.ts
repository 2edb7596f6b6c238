/** A sign is its own kind; `stray` is a character that can begin no token, or a string that doesn't end. */
export type TokenKind = "word" | "string" | Sign | "end" | "stray";
export type Sign = (typeof SIGNS)[number];

const SIGNS = ["{", "}", "(", ")", ",", ":", "/", "=", "!"] as const;

const STRAY = 0;
const BLANK = 1;
const WORD = 2;
const QUOTE = 3;
const SIGN = 4;

/** What each ASCII character begins. Beyond ASCII every character is a stray one, also the blanks that look like blanks. */
const CLASSES = new Uint8Array(128);
for (const blank of " \t\n\v\f\r") CLASSES[blank.charCodeAt(0)] = BLANK;
for (const sign of SIGNS) CLASSES[sign.charCodeAt(0)] = SIGN;
for (let code = 0; code < 128; code += 1) if (/[A-Za-z0-9_.@$+-]/.test(String.fromCharCode(code))) CLASSES[code] = WORD;
CLASSES["'".charCodeAt(0)] = QUOTE;

const SIGN_OF: Sign[] = [];
for (const sign of SIGNS) SIGN_OF[sign.charCodeAt(0)] = sign;

const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;

/**
 * Reads a text token by token: `kind`, `start` and `end` are those of the token at hand. Nothing is allocated for a
 * token; its text is cut out when somebody asks for it.
 *
 * word := [A-Za-z0-9_.@$+-]+ · string := "'" any character but "'" or a line break "'"
 */
export class Lexer {
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** Where the token before this one ended. */
  previousEnd = 0;
  /** Where values stood without their quotes, as pairs of offsets. */
  readonly bareValues: number[] = [];
  /** Where nodes stood, if somebody asked. */
  places: Map<object, readonly number[]> | undefined;

  constructor(readonly text: string) {
    this.advance();
  }

  /** The token's text as written, with its quotes. */
  get raw(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Goes on to the next token. The end of the text stands right behind the last token, whatever blanks follow. */
  advance(): void {
    const { text } = this;
    const { length } = text;
    let at = this.end;
    this.previousEnd = at;
    while (at < length && classOf(text.charCodeAt(at)) === BLANK) at += 1;
    if (at >= length) {
      this.kind = "end";
      this.start = this.end;
      return;
    }
    this.start = at;
    const code = text.charCodeAt(at);
    switch (classOf(code)) {
      case WORD: {
        at += 1;
        while (at < length && classOf(text.charCodeAt(at)) === WORD) at += 1;
        this.take("word", at);
        return;
      }
      case QUOTE: {
        const end = closing(text, at + 1, SINGLE_QUOTE);
        if (end < 0) this.take("stray", at + 1);
        else this.take("string", end + 1);
        return;
      }
      case SIGN:
        this.take(SIGN_OF[code] as Sign, at + 1);
        return;
      default:
        this.take("stray", at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1));
    }
  }

  /**
   * Where a variable may stand, `:` belongs to the word: `target.resource.tag.Oracle-Tags:x.owner`. Elsewhere it
   * separates the names of a path, so the parser has to ask for it.
   */
  widenVariable(): void {
    const { text } = this;
    let at = this.end;
    while (at < text.length && (text.charCodeAt(at) === COLON || classOf(text.charCodeAt(at)) === WORD)) at += 1;
    this.end = at;
  }

  /**
   * Where a value may stand, `/` begins a pattern; elsewhere it separates a domain from a name.
   * pattern := "/" any character but "/", "'" or a line break "/"
   * Returns the text between the slashes, `undefined` if there is no such pattern.
   */
  takePattern(): string | undefined {
    const { text } = this;
    const end = closing(text, this.start + 1, SLASH);
    if (end <= this.start + 1) return undefined;
    const pattern = text.slice(this.start + 1, end);
    if (pattern.includes("'")) return undefined;
    this.end = end + 1;
    return pattern;
  }

  /** Whether the token is of this kind. */
  at(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Whether the token is this word of the grammar (given in lower case), in any case. */
  is(keyword: string): boolean {
    const { text, start } = this;
    if (this.kind !== "word" || this.end - start !== keyword.length) return false;
    // Among the characters of a word only a letter or a hyphen can become one of `keyword` by this bit.
    for (let at = 0; at < keyword.length; at += 1)
      if ((text.charCodeAt(start + at) | 32) !== keyword.charCodeAt(at)) return false;
    return true;
  }

  private take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }
}

function classOf(code: number): number {
  return code < 128 ? (CLASSES[code] as number) : STRAY;
}

/**
 * Where the delimiter closes, -1 if it doesn't on this line. A backslash before it leaves open whether it does: no
 * escape is documented, but a reader may know one, so such a text is refused rather than read in one of two ways.
 */
function closing(text: string, from: number, delimiter: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter) return text.charCodeAt(at - 1) === BACKSLASH && at > from ? -1 : at;
    if (code === 10 || code === 13) return -1;
  }
  return -1;
}
