import { didYouMean, refuse, refuseSpan } from "./diagnostics";
import type { Lexer } from "./lexer";
import { expectSign, take, takeKeyword } from "./names";
import { place } from "./spans";
import type { Condition, ValueSet } from "./syntax";
import { parseString, parseValue, parseValueSet, parseValues, takeVariable } from "./value";

/** How deep conditions may nest. The service documents no limit; nobody writes more, and a stack has an end. */
export const MAX_DEPTH = 100;

const GROUPS = ["all", "any"] as const;

/** condition := ("all" | "any") "{" condition,+ "}" | atom     (OCI documentation, "Conditions") */
export function parseCondition(lexer: Lexer, depth = 1): Condition {
  const { start } = lexer;
  const kind = take(lexer, GROUPS);
  if (!kind) return parseAtom(lexer);
  if (!lexer.at("{")) refuse(lexer, ["`{`"]);
  if (depth > MAX_DEPTH) refuseDepth(lexer);
  const conditions: Condition[] = [];
  do {
    lexer.advance();
    conditions.push(parseCondition(lexer, depth + 1));
  } while (lexer.at(","));
  expectSign(lexer, "}", ["`,`"], infixHelp(lexer));
  return place(lexer, { kind, conditions }, start);
}

/** Refuses the brace at hand as one too many. */
export function refuseDepth(lexer: Lexer): never {
  refuseSpan(lexer, [`at most ${MAX_DEPTH} braces inside each other`], "one more");
}

/** The help where a second condition follows without braces. */
export function infixHelp(lexer: Lexer): string | undefined {
  if (lexer.is("and")) return "conditions are joined by braces: `all {…, …}`";
  if (lexer.is("like")) return "there is no `like`: compare with a pattern, such as `= /prefix*/`";
  if (lexer.is("or")) return "conditions are joined by braces: `any {…, …}`";
  return lexer.kind === "," ? "several conditions need braces: `all {…, …}` or `any {…, …}`" : undefined;
}

const SET_FUNCTIONS = ["sets-intersect", "sets-equal"] as const;

/** atom := ("!" | "not") variable | set-function "(" set "," set ")" | variable [comparison] */
function parseAtom(lexer: Lexer): Condition {
  const { start } = lexer;
  if (lexer.kind === "!" || lexer.is("not")) {
    lexer.advance();
    const variable = expectVariable(lexer);
    return place(lexer, { kind: "absent", variable }, start, [lexer.previousEnd - variable.length, lexer.previousEnd]);
  }
  const comparesSets = take(lexer, SET_FUNCTIONS);
  if (comparesSets) return parseSets(lexer, comparesSets, start);
  const variable = takeVariable(lexer) ?? refuseCondition(lexer);
  const end = lexer.previousEnd;
  const condition = parseComparison(lexer, variable);
  return place(lexer, condition, start, [start, end]);
}

function expectVariable(lexer: Lexer): string {
  return takeVariable(lexer) ?? refuse(lexer, ["a variable"], BEGINS);
}

const BEGINS = "a variable begins with `request.` or `target.`";

function refuseCondition(lexer: Lexer): never {
  return refuse(lexer, ["a condition"], helpForCondition(lexer));
}

function helpForCondition(lexer: Lexer): string | undefined {
  if (lexer.kind === "}") return "braces hold at least one condition, and no comma before the closing one";
  if (lexer.kind === "{" || lexer.kind === "(") return "conditions are grouped with `all {…}` or `any {…}`";
  if (lexer.is("none")) return "there is no `none`: negate each condition with `!=` inside `all {…}`";
  if (lexer.kind === "string") return "the variable stands on the left, without quotes";
  return lexer.kind === "word" ? (didYouMean(lexer.raw, ["all", "any", "not"]) ?? BEGINS) : undefined;
}

/** sets := ("sets-intersect" | "sets-equal") "(" set "," set ")", the function's name taken before */
function parseSets(lexer: Lexer, kind: "sets-intersect" | "sets-equal", start: number): Condition {
  expectSign(lexer, "(");
  const left = parseSet(lexer);
  expectSign(lexer, ",");
  const { start: secondStart, kind: second } = lexer;
  const right = parseSet(lexer);
  const [variable, set] = isVariable(left.set) ? [left, right] : [right, left];
  if (!isVariable(variable.set))
    refuseSpan({ start: secondStart, end: lexer.previousEnd }, ["a variable"], second === "(" ? "a list" : "a value");
  expectSign(lexer, ")");
  return place(lexer, { kind, variable: variable.set.variable, set: set.set }, start, variable.offsets);
}

function parseSet(lexer: Lexer): { readonly set: ValueSet; readonly offsets: readonly number[] } {
  const { start } = lexer;
  return { set: parseValueSet(lexer), offsets: [start, lexer.previousEnd] };
}

function isVariable(set: ValueSet): set is Extract<ValueSet, { kind: "variable" }> {
  return typeof set === "object" && set.kind === "variable";
}

const OPERATORS = ["`=`", "`!=`", "`in`", "`not in`", "`before`", "`after`", "`between`"];

/**
 * comparison := ("=" | "!=") value | ["not"] "in" values | ("before" | "after") string | "between" string "and" string
 * Without one the variable itself is the condition: it is present.
 */
function parseComparison(lexer: Lexer, variable: string): Condition {
  switch (lexer.kind) {
    case "=":
      lexer.advance();
      return { kind: "equals", variable, value: parseValue(lexer) };
    case "!":
      lexer.advance();
      expectSign(lexer, "=");
      return { kind: "not-equals", variable, value: parseValue(lexer) };
    case ",":
    case "}":
    case "end":
      return { kind: "present", variable };
    case "word":
      return parseWordComparison(lexer, variable);
    default:
      return refuse(lexer, OPERATORS);
  }
}

const WORD_OPERATORS = ["in", "not", "before", "after", "between"] as const;

function parseWordComparison(lexer: Lexer, variable: string): Condition {
  const operator = take(lexer, WORD_OPERATORS);
  switch (operator) {
    case "in":
      return { kind: "in", variable, values: parseValues(lexer) };
    case "not":
      if (!takeKeyword(lexer, "in")) refuse(lexer, ["`in`"]);
      return { kind: "not-in", variable, values: parseValues(lexer) };
    case "before":
    case "after":
      return { kind: operator, variable, time: parseTime(lexer) };
    case "between": {
      const from = parseTime(lexer);
      if (!takeKeyword(lexer, "and")) refuse(lexer, ["`and`"]);
      return { kind: "between", variable, from, to: parseTime(lexer) };
    }
    case undefined:
      return refuse(lexer, OPERATORS, infixHelp(lexer));
  }
}

/** string, with something in it: of what form the service documents no refusal */
function parseTime(lexer: Lexer): string {
  if (lexer.raw === "''") refuse(lexer, ["a time"]);
  return parseString(lexer);
}
