import {
  expect,
  expectIdentifier,
  Malformed,
  peek,
  refuse,
  type Scanner,
  skipSpace,
  take,
  takeIdentifier,
  takeName,
  takeNumber,
  takeWord,
} from "./scanner";
import type { Expression, For, Step } from "./syntax";

/** Deeper nesting is nothing that a person or a program writes on purpose. */
const DEEPEST = 100;

/** The expression, or the reason why the text is none. */
export type Parsed = { readonly expression: Expression } | { readonly malformed: string };

/** Reads a string of JSON configuration: a template, in which `${…}` interpolates and `$${` is a literal `${`. */
export function parseTemplate(text: string): Parsed {
  if (!text.includes("${") && !text.includes("%{")) return { expression: { kind: "literal", value: text } };
  return attempt(text, (scanner) => template(scanner, undefined, 0));
}

/** Reads a bare expression, such as a reference in a plan: `oci_identity_group.people["a"].name`. */
export function parseExpression(text: string): Parsed {
  return attempt(text, (scanner) => {
    const read = expression(scanner, 0);
    skipSpace(scanner);
    if (scanner.at < text.length) refuse(scanner, "the end of the expression");
    return read;
  });
}

function attempt(text: string, read: (scanner: Scanner) => Expression): Parsed {
  try {
    return { expression: read({ text, at: 0 }) };
  } catch (error) {
    if (error instanceof Malformed) return { malformed: error.message };
    throw error;
  }
}

/** template := (text | "${" ["~"] expression ["~"] "}" | "%{" directive "}")*, up to `closing` or the end of the text */
function template(scanner: Scanner, closing: '"' | undefined, depth: number): Expression {
  const parts: Expression[] = [];
  let text = "";
  let trim = false;
  const flush = () => {
    if (text !== "") parts.push({ kind: "literal", value: text });
    text = "";
  };
  for (;;) {
    if (scanner.at >= scanner.text.length) {
      if (closing !== undefined) refuse(scanner, "a closing quote");
      break;
    }
    if (closing !== undefined && scanner.text.startsWith(closing, scanner.at)) break;
    const sign = scanner.text.slice(scanner.at, scanner.at + 2);
    const isEscape = sign === "$$" || sign === "%%" ? scanner.text[scanner.at + 2] === "{" : false;
    if (isEscape) {
      text += `${sign[0]}{`;
      scanner.at += 3;
    } else if (sign === "%{") {
      return skipDirective(scanner);
    } else if (sign === "${") {
      scanner.at += 2;
      if (take(scanner, "~")) text = text.trimEnd();
      flush();
      parts.push(expression(scanner, depth + 1));
      trim = take(scanner, "~");
      expect(scanner, "}");
      if (trim) scanner.at += /^\s*/.exec(scanner.text.slice(scanner.at))?.[0].length ?? 0;
    } else if (closing !== undefined && sign[0] === "\\") {
      text += escaped(scanner);
    } else {
      text += sign[0] ?? "";
      scanner.at += 1;
    }
  }
  if (closing !== undefined) scanner.at += 1;
  flush();
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 ? only : { kind: "template", parts };
}

/** Directives choose and repeat text: the whole template is left unread, by name. */
function skipDirective(scanner: Scanner): Expression {
  scanner.at += 2;
  take(scanner, "~");
  const name = takeIdentifier(scanner) ?? "";
  scanner.at = scanner.text.length;
  return { kind: "unread", what: `the directive "%{ ${name} }"` };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function escaped(scanner: Scanner): string {
  const sign = scanner.text[scanner.at + 1] ?? "";
  const digits = sign === "u" ? 4 : sign === "U" ? 8 : 0;
  if (digits > 0) {
    const code = Number.parseInt(scanner.text.slice(scanner.at + 2, scanner.at + 2 + digits), 16);
    if (!(code <= 0x10ffff)) refuse(scanner, "an escape with its hexadecimal digits");
    scanner.at += 2 + digits;
    return String.fromCodePoint(code);
  }
  const plain = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : undefined;
  if (plain === undefined) refuse(scanner, "an escape");
  scanner.at += 2;
  return plain;
}

/** expression := operation ["?" expression ":" expression] */
function expression(scanner: Scanner, depth: number): Expression {
  if (depth > DEEPEST) throw new Malformed("it is nested too deeply");
  const test = operation(scanner, 0, depth);
  if (!take(scanner, "?")) return test;
  const then = expression(scanner, depth + 1);
  expect(scanner, ":");
  return { kind: "conditional", test, then, else: expression(scanner, depth + 1) };
}

/** Loosest first; longer signs before those that they begin with. */
const OPERATORS = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]] as const;

function operation(scanner: Scanner, level: number, depth: number): Expression {
  const operators = OPERATORS[level];
  if (operators === undefined) return unary(scanner, depth);
  let left = operation(scanner, level + 1, depth);
  for (;;) {
    const operator = operators.find((sign) => take(scanner, sign));
    if (operator === undefined) return left;
    left = { kind: "operation", operator, operands: [left, operation(scanner, level + 1, depth)] };
  }
}

function unary(scanner: Scanner, depth: number): Expression {
  const operator = !peek(scanner, "!=") && take(scanner, "!") ? "!" : take(scanner, "-") ? "-" : undefined;
  if (operator === undefined) return postfix(scanner, depth);
  if (depth > DEEPEST) throw new Malformed("it is nested too deeply");
  return { kind: "operation", operator, operands: [unary(scanner, depth + 1)] };
}

/** postfix := primary ("." name | "." digits | ".*" | "[*]" | "[" expression "]")* */
function postfix(scanner: Scanner, depth: number): Expression {
  const of = primary(scanner, depth);
  const steps: Step[] = [];
  for (let step = nextStep(scanner, depth); step; step = nextStep(scanner, depth)) steps.push(step);
  return steps.length === 0 ? of : { kind: "steps", of, steps };
}

function nextStep(scanner: Scanner, depth: number): Step | undefined {
  if (!peek(scanner, "...") && take(scanner, ".")) {
    if (take(scanner, "*")) return { kind: "splat" };
    const digits = /^\d+/.exec(scanner.text.slice(scanner.at, scanner.at + 16))?.[0];
    if (digits === undefined) return { kind: "attribute", name: expectIdentifier(scanner) };
    scanner.at += digits.length;
    return { kind: "index", key: { kind: "literal", value: Number(digits) } };
  }
  if (!take(scanner, "[")) return undefined;
  if (take(scanner, "*")) {
    expect(scanner, "]");
    return { kind: "splat" };
  }
  const key = expression(scanner, depth + 1);
  expect(scanner, "]");
  return { kind: "index", key };
}

function primary(scanner: Scanner, depth: number): Expression {
  if (take(scanner, "(")) {
    const inner = expression(scanner, depth + 1);
    expect(scanner, ")");
    return inner;
  }
  if (take(scanner, '"')) return template(scanner, '"', depth + 1);
  if (take(scanner, "[")) return list(scanner, depth + 1);
  if (take(scanner, "{")) return object(scanner, depth + 1);
  if (peek(scanner, "<<")) throw new Malformed("a heredoc can't be read here");
  const number = takeNumber(scanner);
  if (number !== undefined) return { kind: "literal", value: number };
  const name = takeName(scanner) ?? refuse(scanner, "a value");
  if (peek(scanner, "(")) return call(scanner, name, depth + 1);
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
  return name === "null" ? { kind: "literal", value: null } : { kind: "name", name };
}

function call(scanner: Scanner, name: string, depth: number): Expression {
  expect(scanner, "(");
  const values: Expression[] = [];
  let expanded = false;
  while (!take(scanner, ")")) {
    values.push(expression(scanner, depth));
    expanded = take(scanner, "...");
    if (!take(scanner, ",") && !peek(scanner, ")")) refuse(scanner, '"," or ")"');
  }
  return { kind: "call", name, arguments: values, expanded };
}

function list(scanner: Scanner, depth: number): Expression {
  if (takeWord(scanner, "for")) return forLoop(scanner, "]", depth);
  const items: Expression[] = [];
  while (!take(scanner, "]")) {
    items.push(expression(scanner, depth));
    if (!take(scanner, ",") && !peek(scanner, "]")) refuse(scanner, '"," or "]"');
  }
  return { kind: "list", items };
}

/** object := "{" (key ("=" | ":") expression [","])* "}"; a bare word as a key is that text. */
function object(scanner: Scanner, depth: number): Expression {
  if (takeWord(scanner, "for")) return forLoop(scanner, "}", depth);
  const entries: (readonly [Expression, Expression])[] = [];
  while (!take(scanner, "}")) {
    const key = expression(scanner, depth);
    if (!take(scanner, "=") && !take(scanner, ":")) refuse(scanner, '"=" or ":"');
    entries.push([key.kind === "name" ? { kind: "literal", value: key.name } : key, expression(scanner, depth)]);
    take(scanner, ",");
  }
  return { kind: "object", entries };
}

function forLoop(scanner: Scanner, closing: "]" | "}", depth: number): For {
  const first = expectIdentifier(scanner);
  const second = take(scanner, ",") ? expectIdentifier(scanner) : undefined;
  if (!takeWord(scanner, "in")) refuse(scanner, '"in"');
  const collection = expression(scanner, depth);
  expect(scanner, ":");
  const head = expression(scanner, depth);
  const resultKey = closing === "}" ? head : undefined;
  if (resultKey) expect(scanner, "=>");
  const result = resultKey ? expression(scanner, depth) : head;
  const grouped = take(scanner, "...");
  const test = takeWord(scanner, "if") ? expression(scanner, depth) : undefined;
  expect(scanner, closing);
  return {
    kind: "for",
    ...(second === undefined ? { value: first } : { key: first, value: second }),
    in: collection,
    ...(resultKey ? { resultKey } : {}),
    result,
    grouped,
    ...(test ? { test } : {}),
  };
}
