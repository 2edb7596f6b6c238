/** A token of Terraform's language, no finer than its structure needs. */
export interface Token {
  readonly kind: "word" | "string" | "newline" | "mark" | "end";
  /** A word, a mark of one character, or what a string says; a string with a template in it says nothing. */
  readonly text: string | undefined;
  readonly line: number;
}

/** A text that isn't of the language, with its line. */
export class SyntaxRefusal extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const SKIPPED = /(?:[ \t\r\ufeff]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*|\d[\w.]*/uy;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

/** Source: HCL Native Syntax Specification, Lexical Elements and Template Expressions. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const [token, end] = next(text, start, line);
    if (token) found.push(token);
    line += newlines(text, start, end);
    start = end;
  }
  found.push({ kind: "end", text: undefined, line });
  return found;
}

function newlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = text.indexOf("\n", start); index >= 0 && index < end; index = text.indexOf("\n", index + 1)) count += 1;
  return count;
}

function next(text: string, start: number, line: number): readonly [token: Token | undefined, end: number] {
  const skipped = at(SKIPPED, text, start);
  if (skipped) return [undefined, start + skipped[0].length];
  const word = at(WORD, text, start);
  if (word) return [{ kind: "word", text: word[0], line }, start + word[0].length];
  const heredoc = at(HEREDOC, text, start);
  if (heredoc)
    return [{ kind: "string", text: undefined, line }, heredocEnd(text, start + heredoc[0].length, heredoc[1] ?? "", line)];
  if (text.startsWith("/*", start)) throw new SyntaxRefusal(line, "expected the end of a comment, found the end of the file");
  const mark = text[start] ?? "";
  if (mark === '"') return quoted(text, start, line);
  return [{ kind: mark === "\n" ? "newline" : "mark", text: mark, line }, start + 1];
}

/** A heredoc ends with a line of its marker alone; the line break after it belongs to what follows. */
function heredocEnd(text: string, start: number, marker: string, line: number): number {
  for (let from = start; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const stop = end < 0 ? text.length : end;
    if (text.slice(from, stop).trim() === marker) return stop;
    from = stop + 1;
  }
  throw new SyntaxRefusal(line, `expected a line "${marker}" that ends the text, found the end of the file`);
}

/** A quoted text; templates in it may hold quoted texts again, to any depth. */
function quoted(text: string, start: number, line: number): readonly [Token, number] {
  // Of each level: how many braces of a template are open, or that it is the text between quotes.
  const levels: (number | "text")[] = ["text"];
  let template = false;
  for (let index = start + 1; index < text.length; index++) {
    const level = levels.at(-1);
    const character = text[index];
    if (level === "text") {
      const pair = text.slice(index, index + 2);
      if (pair === "$$" || pair === "%%") index += text[index + 2] === "{" ? 2 : 0;
      else if (pair === "${" || pair === "%{") {
        template = true;
        levels.push(1);
        index += 1;
      } else if (character === "\\") index += 1;
      else if (character === "\n") break;
      else if (character === '"') {
        levels.pop();
        if (levels.length === 0) return [{ kind: "string", text: said(text.slice(start, index + 1), template), line }, index + 1];
      }
    } else if (character === '"') levels.push("text");
    else if (character === "{") levels[levels.length - 1] = Number(level) + 1;
    else if (character === "}") {
      if (level === 1) levels.pop();
      else levels[levels.length - 1] = Number(level) - 1;
    }
  }
  throw new SyntaxRefusal(line, "expected the end of a quoted text, found the end of the line");
}

/** What a quoted text says, where its escapes are those of JSON too; a doubled mark stands for the beginning of no template. */
function said(source: string, template: boolean): string | undefined {
  if (template) return undefined;
  try {
    return String(JSON.parse(source)).replace(/([$%])\1\{/g, "$1{");
  } catch {
    return undefined;
  }
}
