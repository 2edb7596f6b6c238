import { parseAddressRange } from "../../../aws/policy/address";

/** What a condition of a rule says; a part that isn't understood is never taken for true or false. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "in"; readonly subject: Subject; readonly values: readonly string[] }
  | { readonly kind: "unread"; readonly text: string };

/** What conditions ask about: an answer, or where a query comes from. */
export type Subject = "name" | "pool" | "isdisabled" | "geokey" | "asn" | "address";

/** Spellings that Oracle's pages have of the same thing ("Traffic Management API Guide", SteeringPolicyRule `cases`). */
const SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ["answer.name", "name"],
  ["answer.pool", "pool"],
  ["answer.isdisabled", "isdisabled"],
  ["query.client.geokey", "geokey"],
  ["query.client.asn", "asn"],
  ["query.client.address", "address"],
  ["query.client.subnet", "address"],
]);

const TOKEN = /\s*(?:(==|!=|&&|\|\||[(),!])|'([^']*)'|"([^"]*)"|([A-Za-z_][\w.]*|\d[\w.:/-]*))/y;

interface Token {
  readonly sign: string;
  readonly quoted: boolean;
}

/**
 * condition := and ("or" and)* ; and := not ("and" not)* ; not := "not" not | "(" condition ")" | comparison ;
 * comparison := subject ("==" | "!=") value | subject ["not"] "in" "(" [kind] value ("," [kind] value)* ")".
 */
export function readCondition(text: string): Condition {
  const tokens = tokensOf(text);
  if (!tokens) return { kind: "unread", text };
  let at = 0;
  const next = (...words: readonly string[]) => {
    const token = tokens[at];
    if (!token || token.quoted || !words.includes(token.sign.toLowerCase())) return false;
    at += 1;
    return true;
  };
  const read = either();
  return read && at === tokens.length ? read : { kind: "unread", text };

  function joined(kind: "and" | "or", part: () => Condition | undefined, ...words: readonly string[]): Condition | undefined {
    const parts = [part()];
    while (next(...words)) parts.push(part());
    const known = parts.filter((one) => one !== undefined);
    if (known.length < parts.length) return undefined;
    return known.length === 1 ? known[0] : { kind, parts: known };
  }
  function either() {
    return joined("or", both, "or", "||");
  }
  function both() {
    return joined("and", one, "and", "&&");
  }
  function one(): Condition | undefined {
    if (next("not", "!")) {
      const part = one();
      return part && { kind: "not", part };
    }
    if (next("(")) {
      const inner = either();
      return next(")") ? inner : undefined;
    }
    return comparison();
  }
  function comparison(): Condition | undefined {
    const subject = SUBJECTS.get(word()?.toLowerCase() ?? "");
    if (!subject) return undefined;
    const isEqual = next("==");
    if (isEqual || next("!=")) return signed(isEqual, subject, [word()]);
    const isIn = !next("not");
    if (!next("in") || !next("(")) return undefined;
    const values: (string | undefined)[] = [];
    do {
      if (tokens?.[at + 1]?.quoted || /^[0-9]/.test(tokens?.[at + 1]?.sign ?? "")) next("geokey", "subnet", "asn");
      values.push(word());
    } while (next(","));
    return next(")") ? signed(isIn, subject, values) : undefined;
  }
  function word(): string | undefined {
    const token = tokens?.[at];
    at += 1;
    return token && (token.quoted || /^[\w]/.test(token.sign)) ? token.sign : undefined;
  }
}

function signed(isPositive: boolean, subject: Subject, values: readonly (string | undefined)[]): Condition | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length || !known.every((value) => fits(subject, value))) return undefined;
  const inside: Condition = { kind: "in", subject, values: known };
  return isPositive ? inside : { kind: "not", part: inside };
}

function fits(subject: Subject, value: string): boolean {
  if (subject === "isdisabled") return /^(true|false)$/i.test(value);
  if (subject === "asn") return /^\d+$/.test(value);
  return subject !== "address" || parseAddressRange(value) !== undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const [, sign, single, double, word] = TOKEN.exec(text) ?? [];
    const token = sign ?? single ?? double ?? word;
    if (token === undefined) return undefined;
    tokens.push({ sign: token, quoted: single !== undefined || double !== undefined });
  }
  return tokens;
}

/** All that a condition compares a subject with. */
export function valuesOf(condition: Condition, subject: Subject): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.parts.flatMap((part) => valuesOf(part, subject));
    case "not":
      return valuesOf(condition.part, subject);
    case "in":
      return condition.subject === subject ? condition.values : [];
    case "unread":
      return [];
  }
}

/** Whether it is met; `undefined` where that can't be told. */
export function isMet(
  condition: Condition,
  atom: (subject: Subject, values: readonly string[]) => boolean | undefined,
): boolean | undefined {
  switch (condition.kind) {
    case "and":
    case "or": {
      const met = condition.parts.map((part) => isMet(part, atom));
      const decisive = condition.kind === "or";
      if (met.includes(decisive)) return decisive;
      return met.includes(undefined) ? undefined : !decisive;
    }
    case "not": {
      const met = isMet(condition.part, atom);
      return met === undefined ? undefined : !met;
    }
    case "in":
      return atom(condition.subject, condition.values);
    case "unread":
      return undefined;
  }
}
