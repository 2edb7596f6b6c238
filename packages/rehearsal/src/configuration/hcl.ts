import { type Block, type Literal, UNREAD } from "./block";
import { SyntaxRefusal, type Token, tokens } from "./tokens";

/** Deeper than anybody nests, and far from the end of the stack. */
const DEEPEST = 100;

const OPENING = "{[(";
const CLOSING = "}])";

/**
 * The blocks of a file in HCL, with such attributes as are literals: nothing is evaluated.
 * Source: HCL Native Syntax Specification, Structural Elements.
 * @param place the file, as the user would name it
 * @throws SyntaxRefusal with its line
 */
export function hclBlocks(text: string, place: string): readonly Block[] {
  const all = tokens(text);
  let next = 0;

  const { blocks } = body(0);
  if (peek().kind !== "end") refuse("a block");
  return blocks;

  /** body := (attribute | block | newline)* */
  function body(depth: number) {
    if (depth > DEEPEST) refuse(`no more than ${DEEPEST} blocks inside each other`);
    const attributes = new Map<string, Literal>();
    const inner: Block[] = [];
    for (;;) {
      skipNewlines();
      if (peek().kind !== "word") return { attributes, blocks: inner };
      const { text: name = "", line } = take();
      if (isMark("=")) {
        take();
        attributes.set(name, literal(expression()));
      } else inner.push(block(name, line, depth));
    }
  }

  /** block := word (word | string)* "{" body "}" */
  function block(type: string, line: number, depth: number): Block {
    const labels: string[] = [];
    for (let token = peek(); token.kind === "word" || token.kind === "string"; token = peek()) {
      if (token.text === undefined) refuse("a label that is a plain text");
      labels.push(take().text ?? "");
    }
    if (!isMark("{")) refuse("`=` or a block in braces");
    take();
    const inside = body(depth + 1);
    if (!isMark("}")) refuse("`}`");
    take();
    return { type, labels, ...inside, place: `${place}:${line}`, syntax: "hcl" };
  }

  /** An expression ends with its line, or with the block that it stands in; brackets hold it together. */
  function expression(): readonly Token[] {
    const start = next;
    for (let depth = 0; ; next++) {
      const { kind, text: mark = "" } = peek();
      if (kind === "end" && depth > 0) refuse("a closing bracket");
      if (kind === "end" || (depth === 0 && (kind === "newline" || (kind === "mark" && CLOSING.includes(mark))))) break;
      if (kind === "mark" && OPENING.includes(mark)) depth += 1;
      if (kind === "mark" && CLOSING.includes(mark)) depth -= 1;
    }
    return all.slice(start, next);
  }

  function peek(): Token {
    return all[next] ?? { kind: "end", text: undefined, line: 0 };
  }
  function take(): Token {
    const token = peek();
    next += 1;
    return token;
  }
  function isMark(mark: string): boolean {
    return peek().kind === "mark" && peek().text === mark;
  }
  function skipNewlines(): void {
    while (peek().kind === "newline") next += 1;
  }
  function refuse(expected: string): never {
    const { kind, text: found, line } = peek();
    const what = kind === "end" ? "the end of the file" : kind === "newline" ? "the end of the line" : `"${found ?? "…"}"`;
    throw new SyntaxRefusal(line, `expected ${expected}, found ${what}`);
  }
}

const WORDS: Readonly<Record<string, Literal>> = { true: true, false: false, null: null };

/** The value of an expression that is a text, `true`, `false`, `null`, or an object of such. */
function literal(expression: readonly Token[]): Literal {
  const [only, ...more] = expression;
  if (only?.kind === "mark" && only.text === "{") return object(expression.slice(1, -1));
  if (!only || more.length > 0) return UNREAD;
  if (only.kind === "string") return only.text ?? UNREAD;
  return Object.hasOwn(WORDS, only.text ?? "") ? (WORDS[only.text ?? ""] ?? null) : UNREAD;
}

/** Members are parted by commas or line ends; one whose value is more than a single token is unread. */
function object(inside: readonly Token[]): Literal {
  const entries: [string, Literal][] = [];
  for (const member of parted(inside)) {
    const [name, is, ...value] = member;
    if (name?.text === undefined || is?.kind !== "mark" || !"=:".includes(is.text ?? "")) return UNREAD;
    entries.push([name.text, value.length === 1 ? literal(value) : UNREAD]);
  }
  return Object.fromEntries(entries);
}

function parted(inside: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of inside) {
    if (token.kind === "mark" && OPENING.includes(token.text ?? "")) depth += 1;
    if (token.kind === "mark" && CLOSING.includes(token.text ?? "")) depth -= 1;
    const parting = token.kind === "newline" || (token.kind === "mark" && token.text === ",");
    if (depth === 0 && parting) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
