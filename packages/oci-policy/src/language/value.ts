import { refuse, shown } from "./diagnostics";
import type { Lexer } from "./lexer";
import { expectSign, looksLikeOcid } from "./names";
import type { Value, ValueSet } from "./syntax";

const VARIABLE = /^(?:request|target)(?:\.[A-Za-z0-9_@:-]+)+$/i;
const NUMBER = /^[0-9]+(?:\.[0-9]+)?$/;

/** variable := ("request" | "target") ("." (letter | digit | "_" | "@" | "-" | ":")+)+; `undefined` if none stands here. */
export function takeVariable(lexer: Lexer): string | undefined {
  if (lexer.kind !== "word") return undefined;
  const { end } = lexer;
  lexer.widenVariable();
  const word = lexer.raw;
  if (!VARIABLE.test(word)) {
    lexer.end = end;
    return undefined;
  }
  lexer.advance();
  return word;
}

/**
 * value := string | pattern | variable | ocid | number
 * The service takes any other word without quotes for a variable, and finds none ("Invalid right-hand side in condition:
 * empty list of varnames", terraform-provider-oci #1335). OCIDs and numbers stand bare in Oracle's own samples.
 */
export function parseValue(lexer: Lexer): Value {
  switch (lexer.kind) {
    case "string":
      return parseString(lexer);
    case "/":
      return parsePattern(lexer);
    case "word": {
      const variable = takeVariable(lexer);
      return variable === undefined ? parseBare(lexer) : { kind: "variable", variable };
    }
    case "=":
      return refuse(lexer, VALUE, "values are compared with one `=`");
    default:
      return refuse(lexer, VALUE);
  }
}

const VALUE = ["a quoted value", "a pattern", "a variable"];

/** string, which may be empty here */
export function parseString(lexer: Lexer): string {
  if (lexer.kind !== "string") refuse(lexer, ["a quoted value"], quoteHelp(lexer));
  const text = lexer.text.slice(lexer.start + 1, lexer.end - 1);
  lexer.advance();
  return text;
}

function parsePattern(lexer: Lexer): Value {
  const pattern = lexer.takePattern();
  if (pattern === undefined)
    refuse(lexer, VALUE, "a pattern ends with `/` on its line, and holds at least one character and no `/`, `'` or `\\/`");
  lexer.advance();
  return { kind: "pattern", pattern };
}

/** ocid | number: read as if quoted */
function parseBare(lexer: Lexer): string {
  const word = lexer.raw;
  if (!looksLikeOcid(word) && !NUMBER.test(word)) refuse(lexer, VALUE, quoteHelp(lexer));
  lexer.bareValues.push(lexer.start, lexer.end);
  lexer.advance();
  return word;
}

function quoteHelp(lexer: Lexer): string | undefined {
  return lexer.kind === "word" ? `a value needs quotes: ${shown(`'${lexer.raw}'`)}` : undefined;
}

/** values := "(" value,+ ")" */
export function parseValues(lexer: Lexer): readonly Value[] {
  if (!lexer.at("(")) refuse(lexer, ["`(`"]);
  const values: Value[] = [];
  do {
    lexer.advance();
    values.push(parseValue(lexer));
  } while (lexer.at(","));
  expectSign(lexer, ")", ["`,`"]);
  return values;
}

/** set := value | values */
export function parseValueSet(lexer: Lexer): ValueSet {
  return lexer.kind === "(" ? { kind: "values", values: parseValues(lexer) } : parseValue(lexer);
}
