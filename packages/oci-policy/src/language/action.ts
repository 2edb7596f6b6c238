import { didYouMean, refuse } from "./diagnostics";
import type { Lexer } from "./lexer";
import { blankHelp, expectKeyword, expectSign, take, takeKeyword } from "./names";
import { place } from "./spans";
import { type Action, type Subject, VERBS } from "./syntax";

const RESOURCE_TYPE = /^[A-Za-z][A-Za-z0-9-]*$/;
const PERMISSION = /^[A-Za-z][A-Za-z0-9_]*$/;
const QUOTED_VERBS = VERBS.map((verb) => `\`${verb}\``);

/** Takes the `to` after a subject, which only a list of permissions may do without. Says whether it was there. */
export function parseTo(lexer: Lexer, subject: Subject, alternatives: readonly string[] = []): boolean {
  if (takeKeyword(lexer, "to")) return true;
  if (lexer.kind !== "{") refuse(lexer, [...alternatives, "`to`"], helpForTo(lexer, subject));
  return false;
}

function helpForTo(lexer: Lexer, subject: Subject): string | undefined {
  if (lexer.is("of")) return "only the subject of `admit` is of another tenancy";
  const verb = VERBS.find((candidate) => lexer.is(candidate));
  if (verb) return `write \`to ${verb}\``;
  return "names" in subject ? (didYouMean(lexer.raw, ["to"]) ?? blankHelp(lexer)) : undefined;
}

/** action := "to" verb resource-type | ["to"] "{" permission,+ "}", with `to` taken before */
export function parseAction(lexer: Lexer, alternatives: readonly string[] = []): Action {
  if (lexer.at("{")) return parsePermissions(lexer);
  const { start } = lexer;
  const verb = take(lexer, VERBS);
  if (!verb) refuse(lexer, [...QUOTED_VERBS, "`{`", ...alternatives], helpForVerb(lexer));
  const typeStart = lexer.start;
  const resourceType = parseResourceType(lexer);
  return place(lexer, { kind: "verb", verb, resourceType }, start, [typeStart, lexer.previousEnd]);
}

function helpForVerb(lexer: Lexer): string | undefined {
  return lexer.is("associate") ? "only `endorse` and `admit` associate" : undefined;
}

/** Takes the `in` that follows an action. */
export function expectIn(lexer: Lexer, action: Action): void {
  if (lexer.is("in")) lexer.advance();
  else expectKeyword(lexer, "in", helpForIn(lexer, action));
}

function helpForIn(lexer: Lexer, action: Action): string | undefined {
  if (lexer.kind === "end") return "a statement needs its location: `in tenancy` or `in compartment …`";
  if (lexer.kind !== "," && lexer.kind !== "word") return undefined;
  if (lexer.is("where")) return "a statement needs its location before its condition: `in tenancy` or `in compartment …`";
  if (action.kind === "permissions") return "permissions say on what they are: no resource type follows them";
  return didYouMean(lexer.raw, ["in"]) ?? "a statement takes one resource type: write a statement for each";
}

/** resource-type := letter (letter | digit | "-")*, families and `all-resources` included */
export function parseResourceType(lexer: Lexer): string {
  const word = lexer.raw;
  if (lexer.kind !== "word" || lexer.is("in") || !RESOURCE_TYPE.test(word)) refuse(lexer, ["a resource type"]);
  lexer.advance();
  return word.toLowerCase();
}

/** permissions := "{" permission,+ "}" · permission := letter (letter | digit | "_")* */
function parsePermissions(lexer: Lexer): Action {
  const permissions: string[] = [];
  const { start } = lexer;
  const offsets: number[] = [];
  do {
    lexer.advance();
    const word = lexer.raw;
    if (lexer.kind !== "word" || !PERMISSION.test(word)) refuse(lexer, ["a permission"]);
    offsets.push(lexer.start, lexer.end);
    permissions.push(word.toUpperCase());
    lexer.advance();
  } while (lexer.at(","));
  expectSign(lexer, "}", ["`,`"]);
  return place(lexer, { kind: "permissions", permissions }, start, offsets);
}
