import { refuse } from "./diagnostics";
import type { Lexer } from "./lexer";
import { parseItem, parseName, take } from "./names";
import { place } from "./spans";
import type { Subject } from "./syntax";

const KINDS = ["any-user", "any-group", "group", "dynamic-group", "service", "resource"] as const;

const INSTEAD: Readonly<Record<string, string>> = {
  user: "no statement names a user: write `any-user` and `where request.user.id = '…'`",
  users: "no statement names a user: write `any-user` and `where request.user.id = '…'`",
  allow: "a statement begins with `allow` or with `deny`, not with both",
  deny: "a statement begins with `allow` or with `deny`, not with both",
  endorse: "write `endorse` without `allow`",
  admit: "write `admit` without `allow`",
  define: "write `define` without `allow` or `deny`",
};

/**
 * subject := "any-user" | "any-group" | "group" item,+ | "dynamic-group" item,+ | "service" name,+ | "resource" name+
 * (OCI documentation, "Policy Syntax", subject)
 */
export function parseSubject(lexer: Lexer): Subject {
  const { start } = lexer;
  const kind = take(lexer, KINDS);
  switch (kind) {
    case "any-user":
    case "any-group":
      return place(lexer, { kind }, start);
    case "group":
      return listOf(lexer, start, (names) => ({ kind, names }), parseItem, "a group name");
    case "dynamic-group":
      return listOf(lexer, start, (names) => ({ kind, names }), parseItem, "a dynamic group name");
    case "service":
      return listOf(lexer, start, (names) => ({ kind, names }), parseName, "a service name");
    case "resource":
      return parseResource(lexer, start);
    case undefined:
      return refuse(
        lexer,
        KINDS.map((word) => `\`${word}\``),
        insteadOf(lexer),
      );
  }
}

function insteadOf(lexer: Lexer): string | undefined {
  const word = lexer.kind === "word" ? lexer.raw.toLowerCase() : "";
  return Object.hasOwn(INSTEAD, word) ? INSTEAD[word] : undefined;
}

/** X,+ := X ("," X)* */
function listOf<Item>(
  lexer: Lexer,
  start: number,
  subject: (names: readonly Item[]) => Subject,
  parse: (lexer: Lexer, what: string) => Item,
  what: string,
): Subject {
  const names: Item[] = [];
  const offsets: number[] = [];
  do {
    if (names.length > 0) lexer.advance();
    offsets.push(lexer.start);
    names.push(parse(lexer, what));
    offsets.push(lexer.previousEnd);
  } while (lexer.kind === ",");
  return place(lexer, subject(names), start, offsets);
}

/** resource := "resource" name+ */
function parseResource(lexer: Lexer, start: number): Subject {
  const names: string[] = [];
  const offsets: number[] = [];
  do {
    offsets.push(lexer.start);
    names.push(parseName(lexer, "a service name"));
    offsets.push(lexer.previousEnd);
  } while (lexer.kind === "string" || (lexer.kind === "word" && !lexer.is("to") && !lexer.is("of")));
  return place(lexer, { kind: "resource", names }, start, offsets);
}
