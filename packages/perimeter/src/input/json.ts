/** Where a text stops being JSON, and what stands there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

/** The JSON of a text, or its first mistake. */
export function readJson(text: string): { readonly json: unknown } | { readonly mistake: JsonMistake } {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { mistake: mistakeIn(text) };
  }
}

type Expecting = "value" | "value or ]" | "key or }" | "key" | "colon" | "comma or }" | "comma or ]" | "end";

const WORDS: Readonly<Record<Expecting, string>> = {
  value: "a value",
  "value or ]": 'a value or "]"',
  "key or }": 'a key or "}"',
  key: "a key",
  colon: '":"',
  "comma or }": '"," or "}"',
  "comma or ]": '"," or "]"',
  end: "the end of the text",
};

const TOKEN = /[ \t\r\n]*(?:([{}[\],:"])|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** Goes through the tokens of a text that is no JSON, without recursion, up to the first that can't stand there. */
function mistakeIn(text: string): JsonMistake {
  const open: ("{" | "[")[] = [];
  let expecting: Expecting = "value";
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const sign = match && (match[1] ?? "scalar");
    const end = sign === '"' ? stringEnd(text, TOKEN.lastIndex) : TOKEN.lastIndex;
    const next: Expecting | undefined = sign === null || end === undefined ? undefined : after(expecting, sign, open);
    if (next === undefined || end === undefined) return describe(text, at, expecting);
    expecting = next;
    at = end;
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Behind the closing quote of a string; `undefined` where it doesn't close, or holds what no string may hold. */
function stringEnd(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign < " ") return undefined;
    if (sign === "\\") {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return undefined;
      at = ESCAPE.lastIndex;
    } else at += 1;
  }
  return undefined;
}

function after(expecting: Expecting, kind: string, open: ("{" | "[")[]): Expecting | undefined {
  if (kind === ":") return expecting === "colon" ? "value" : undefined;
  if (kind === ",") {
    if (expecting === "comma or }") return "key";
    return expecting === "comma or ]" ? "value" : undefined;
  }
  if (kind === "}" || kind === "]") {
    const closes = kind === "}" ? ["key or }", "comma or }"] : ["value or ]", "comma or ]"];
    if (!closes.includes(expecting)) return undefined;
    open.pop();
    return behindValue(open);
  }
  if (kind === '"' && (expecting === "key" || expecting === "key or }")) return "colon";
  if (expecting !== "value" && expecting !== "value or ]") return undefined;
  if (kind !== "{" && kind !== "[") return behindValue(open);
  open.push(kind);
  return kind === "{" ? "key or }" : "value or ]";
}

function behindValue(open: readonly ("{" | "[")[]): Expecting {
  const last = open.at(-1);
  if (last === undefined) return "end";
  return last === "{" ? "comma or }" : "comma or ]";
}

function describe(text: string, from: number, expecting: Expecting): JsonMistake {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at += 1;
  const lines = text.slice(0, at).split("\n");
  const found = at >= text.length ? "the end of the text" : `"${String.fromCodePoint(text.codePointAt(at) ?? 0)}"`;
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, expected: WORDS[expecting], found };
}
