import { infixHelp, MAX_DEPTH, refuseDepth } from "../language/condition";
import { type Diagnostic, diagnosticOf, expectEnd, nearest, refuse } from "../language/diagnostics";
import type { Lexer } from "../language/lexer";
import { expectSign, take } from "../language/names";
import { parseFrom, place } from "../language/spans";
import { parseString } from "../language/value";
import { type Attribute, type MatchingRule, RESOURCE_ATTRIBUTES } from "./syntax";

/** What a matching rule says, or why it says nothing. */
export type ParsedRule =
  | { readonly rule: MatchingRule; readonly diagnostic?: never }
  | { readonly diagnostic: Diagnostic; readonly rule?: never };

/** Reads one matching rule of a dynamic group. Never throws. */
export function parseMatchingRule(text: string): ParsedRule {
  try {
    return { rule: parseFrom(text, parseWholeRule) };
  } catch (error) {
    return { diagnostic: diagnosticOf(error) };
  }
}

/** rule, up to the end of the text */
function parseWholeRule(lexer: Lexer): MatchingRule {
  const rule = parseRule(lexer, 1);
  expectEnd(lexer, [], infixHelp(lexer));
  return rule;
}

/** rule := ("all" | "any") "{" rule,+ [","] "}" | predicate */
function parseRule(lexer: Lexer, depth: number): MatchingRule {
  const { start } = lexer;
  const kind = take(lexer, ["all", "any"]);
  if (!kind) return parsePredicate(lexer);
  if (!lexer.at("{")) refuse(lexer, ["`{`"]);
  if (depth > MAX_DEPTH) refuseDepth(lexer);
  const rules: MatchingRule[] = [];
  do {
    lexer.advance();
    // The Console writes a comma behind the last rule, too.
    if (rules.length > 0 && lexer.at("}")) break;
    rules.push(parseRule(lexer, depth + 1));
  } while (lexer.at(","));
  expectSign(lexer, "}", ["`,`"], infixHelp(lexer));
  return place(lexer, { kind, rules }, start);
}

/** predicate := attribute [("=" | "!=") string] */
function parsePredicate(lexer: Lexer): MatchingRule {
  const { start } = lexer;
  const attribute = takeAttribute(lexer) ?? refuse(lexer, ["a rule"], helpForRule(lexer));
  const end = lexer.previousEnd;
  const rule = parseComparison(lexer, attribute);
  return place(lexer, rule, start, [start, end]);
}

function parseComparison(lexer: Lexer, attribute: Attribute): MatchingRule {
  switch (lexer.kind) {
    case "=":
      lexer.advance();
      return { kind: "equals", attribute, value: parseString(lexer) };
    case "!":
      lexer.advance();
      expectSign(lexer, "=");
      return { kind: "not-equals", attribute, value: parseString(lexer) };
    case ",":
    case "}":
    case "end":
      return { kind: "present", attribute };
    default:
      return refuse(lexer, ["`=`", "`!=`"], infixHelp(lexer));
  }
}

const TAG = /^tag\.([A-Za-z0-9_@:-]+)\.([A-Za-z0-9_@:-]+)\.value$/i;

/** attribute := "instance.id" | … | "tag" "." namespace "." key ".value"; `undefined` if none stands here. */
function takeAttribute(lexer: Lexer): Attribute | undefined {
  for (const attribute of RESOURCE_ATTRIBUTES) {
    if (lexer.raw.toLowerCase() !== attribute) continue;
    lexer.advance();
    return attribute;
  }
  const { kind, end } = lexer;
  if (kind !== "word") return undefined;
  lexer.widenVariable();
  const [, namespace, key] = TAG.exec(lexer.raw) ?? [];
  if (namespace === undefined || key === undefined) {
    lexer.end = end;
    return undefined;
  }
  lexer.advance();
  return { namespace, key };
}

function helpForRule(lexer: Lexer): string | undefined {
  if (lexer.kind !== "word") return undefined;
  const meant = nearest(lexer.raw, [...RESOURCE_ATTRIBUTES, "all", "any"]);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  if (/^tag\./i.test(lexer.raw)) return "a tag is written `tag.<namespace>.<key>.value`";
  return `a rule is about ${RESOURCE_ATTRIBUTES.map((attribute) => `\`${attribute}\``).join(", ")} or \`tag.<namespace>.<key>.value\``;
}
