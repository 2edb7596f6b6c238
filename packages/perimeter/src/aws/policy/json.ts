import { visible } from "../../quote";

/**
 * JSON whose every value knows where it stands: by its path, and in a text by its offset. Objects stay lists of members,
 * so that a name such as `__proto__` is a name, and one that comes twice is seen.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonOther;

interface Placed {
  /** `Statement[0].Condition`; empty for the document itself. */
  readonly path: string;
  /** UTF-16 code units before it; `undefined` where no text was read. */
  readonly offset: number | undefined;
}

export interface JsonObject extends Placed {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

/** Placed at its name. */
export interface JsonMember extends Placed {
  readonly name: string;
  readonly value: JsonNode;
}

export interface JsonArray extends Placed {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Placed {
  readonly kind: "string";
  readonly text: string;
}

/** `text` is the value in its one usual form. */
export interface JsonOther extends Placed {
  readonly kind: "number" | "boolean" | "null";
  readonly text: string;
}

/** A policy needs eight levels. */
const DEEPEST = 32;

/** Why a text is no JSON: what was expected and found, and where. */
export interface JsonMistake extends Placed {
  readonly expected: string;
  readonly found: string;
}

type ReadJson = { readonly root: JsonNode } | { readonly mistake: JsonMistake };

/** Unwinds the reader; never leaves this file. */
class Refusal {
  constructor(readonly mistake: JsonMistake) {}
}

/** Reads one JSON value (RFC 8259) that fills the text. */
export function readJson(text: string): ReadJson {
  return caught(() => new JsonReader(text).document());
}

/** Takes a value that somebody else has parsed. What JSON can't hold is a mistake. */
export function jsonOf(value: unknown): ReadJson {
  return caught(() => nodeOf(value, "", 0));
}

/** Longer names are cut: a path is for people. */
const LONGEST_NAME = 256;
const PLAIN_NAME = /^[^\s.[\]"\\\p{C}]+$/u;

/** The path of a member. A name that would make it ambiguous, invisible or endless is quoted. */
export function memberPath(path: string, name: string): string {
  if (name.length <= LONGEST_NAME && PLAIN_NAME.test(name)) return path === "" ? name : `${path}.${name}`;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return `${path}[${JSON.stringify(visible(short))}]`;
}

/** What a node is called in a message. */
export function kindOf(node: JsonNode): string {
  if (node.kind === "null") return "null";
  return node.kind === "array" || node.kind === "object" ? `an ${node.kind}` : `a ${node.kind}`;
}

function caught(read: () => JsonNode): ReadJson {
  try {
    return { root: read() };
  } catch (error) {
    if (error instanceof Refusal) return { mistake: error.mistake };
    throw error;
  }
}

function tooDeep(path: string, offset: number | undefined): never {
  throw new Refusal({ path, offset, expected: `at most ${DEEPEST} levels of nesting`, found: "one more" });
}

function nodeOf(value: unknown, path: string, depth: number): JsonNode {
  if (depth > DEEPEST) tooDeep(path, undefined);
  const place = { path, offset: undefined };
  if (typeof value === "string") return { kind: "string", text: value, ...place };
  if (value === null) return { kind: "null", text: "null", ...place };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value), ...place };
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", text: String(value), ...place };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => nodeOf(item, `${path}[${index}]`, depth + 1));
    return { kind: "array", items, ...place };
  }
  if (typeof value !== "object")
    throw new Refusal({ ...place, expected: "a JSON value", found: `a value of type ${typeof value}` });
  const members = Object.entries(value).map(([name, member]): JsonMember => {
    const memberPlace = { path: memberPath(path, name), offset: undefined };
    return { name, value: nodeOf(member, memberPlace.path, depth + 1), ...memberPlace };
  });
  return { kind: "object", members, ...place };
}

const WORDS = { t: ["boolean", "true"], f: ["boolean", "false"], n: ["null", "null"] } as const;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const QUOTE = 34;
const BACKSLASH = 92;

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonNode {
    const root = this.value("", 0);
    this.blanks();
    if (this.at < this.text.length) this.refuse("", "the end of the text");
    return root;
  }

  private value(path: string, depth: number): JsonNode {
    this.blanks();
    if (depth > DEEPEST) tooDeep(path, this.at);
    const offset = this.at;
    const character = this.text[offset];
    if (character === "{") return this.object(path, depth);
    if (character === "[") return this.array(path, depth);
    if (character === '"') return { kind: "string", text: this.string(path), path, offset };
    if (character === "t" || character === "f" || character === "n") {
      const [kind, word] = WORDS[character];
      if (!this.text.startsWith(word, offset)) this.refuse(path, "a JSON value");
      this.at += word.length;
      return { kind, text: word, path, offset };
    }
    NUMBER.lastIndex = offset;
    const [number] = NUMBER.exec(this.text) ?? [];
    if (number === undefined) this.refuse(path, "a JSON value");
    this.at += number.length;
    // As JSON that somebody else has parsed would have it.
    return { kind: "number", text: String(Number(number)), path, offset };
  }

  private object(path: string, depth: number): JsonNode {
    const members: JsonMember[] = [];
    const offset = this.at;
    this.at += 1;
    while (!this.takes("}")) {
      if (members.length > 0) this.expect(path, ",", "}");
      this.blanks();
      const nameOffset = this.at;
      if (this.text[nameOffset] !== '"')
        this.refuse(path, members.length > 0 ? "a name in double quotes" : 'a name in double quotes or "}"');
      const name = this.string(path);
      this.expect(path, ":");
      const inner = memberPath(path, name);
      members.push({ name, value: this.value(inner, depth + 1), path: inner, offset: nameOffset });
    }
    return { kind: "object", members, path, offset };
  }

  private array(path: string, depth: number): JsonNode {
    const items: JsonNode[] = [];
    const offset = this.at;
    this.at += 1;
    while (!this.takes("]")) {
      if (items.length > 0) this.expect(path, ",", "]");
      items.push(this.value(`${path}[${items.length}]`, depth + 1));
    }
    return { kind: "array", items, path, offset };
  }

  /** No regular expression: on a text of a megabyte it would fill its stack. */
  private string(path: string): string {
    const start = this.at;
    let escaped = false;
    for (let at = start + 1; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return escaped ? this.unescaped(path, start) : this.text.slice(start + 1, at);
      }
      if (code === BACKSLASH) {
        escaped = true;
        at += 1;
      } else if (code < 0x20) {
        this.at = at;
        this.refuse(path, "no line break or other control character inside of a string");
      }
    }
    this.at = this.text.length;
    this.refuse(path, "the closing quote of a string");
  }

  private unescaped(path: string, start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      this.at = start;
      this.refuse(path, "a string whose escapes are those of JSON");
    }
  }

  private expect(path: string, ...signs: readonly string[]): void {
    const [sign = ""] = signs;
    if (!this.takes(sign)) this.refuse(path, signs.map((each) => `"${each}"`).join(" or "));
  }

  private takes(sign: string): boolean {
    this.blanks();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private blanks(): void {
    while (BLANKS.has(this.text.charCodeAt(this.at))) this.at += 1;
  }

  private refuse(path: string, expected: string): never {
    const rest = this.text.slice(this.at, this.at + 24);
    const [found = ""] = /^(?:[\w.+-]+|.?)/su.exec(rest) ?? [];
    throw new Refusal({ path, offset: this.at, expected, found });
  }
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
