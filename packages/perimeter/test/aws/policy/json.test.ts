import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type JsonNode, jsonOf, memberPath, readJson } from "../../../src/aws/policy/json";
import { readPolicy } from "../../../src/aws/policy/read";

fc.configureGlobal({ seed: 7, numRuns: 300 });

/** The value that a tree stands for. */
function parsedOf(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.members.map(({ name, value }) => [name, parsedOf(value)]));
    case "array":
      return node.items.map(parsedOf);
    case "string":
      return node.text;
    default:
      return JSON.parse(node.text);
  }
}

const withoutPlaces = (node: JsonNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === "offset" ? undefined : value)));

describe("what is read is what JSON says", () => {
  test("of any value, printed with or without blanks", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const read = readJson(JSON.stringify(value, null, indent));
        expect("root" in read && parsedOf(read.root)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("and the same from the text as from the parsed value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const [text, parsed] = [readJson(JSON.stringify(value)), jsonOf(JSON.parse(JSON.stringify(value)))];
        expect("root" in text && withoutPlaces(text.root)).toEqual("root" in parsed && withoutPlaces(parsed.root));
      }),
    );
  });

  test("and a text is refused if and only if JSON refuses it", () => {
    const soup = fc.array(
      fc.constantFrom(...'{ } [ ] , : " \\ \\u12 \\n true fals null 1 -0 01 1. .5 1e5 1e "a" "\\x" \u0001 /'.split(" ")),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        const text = pieces.join("");
        const refused = (() => {
          try {
            JSON.parse(text);
            return false;
          } catch {
            return true;
          }
        })();
        expect("mistake" in readJson(text)).toBe(refused);
      }),
      { numRuns: 3000 },
    );
  });
});

const OPEN = '{\n  "Version": "2012-10-17",\n';

test.each([
  ["nothing", "", 1, 1, undefined, "expected a JSON value, found the end of the text"],
  ["a byte order mark", '\uFEFF{"Version":1}', 1, 1, undefined, 'expected a JSON value, found "<U+FEFF>"'],
  ["single quotes", "{'Version': 1}", 1, 2, undefined, 'expected a name in double quotes or "}", found "\'"'],
  ["a comma too many", `${OPEN}}`, 3, 1, undefined, 'expected a name in double quotes, found "}"'],
  ["a missing comma", `${OPEN.replace(",\n", "\n")}  "Statement": []}`, 3, 3, undefined, 'expected "," or "}", found """'],
  ["a missing colon", '{"Version" "x"}', 1, 12, undefined, 'expected ":", found """'],
  ["a comment", `${OPEN}  // all\n}`, 3, 3, undefined, 'expected a name in double quotes, found "/"'],
  ["a word", `${OPEN}  "Statement": True}`, 3, 16, "Statement", 'expected a JSON value, found "True"'],
  [
    "a string that doesn't close",
    '{"Version": "2012}',
    1,
    19,
    "Version",
    "expected the closing quote of a string, found the end of the text",
  ],
  [
    "a line break in a string",
    '{"Id": "a\nb"}',
    1,
    10,
    "Id",
    'expected no line break or other control character inside of a string, found "<U+000A>"',
  ],
  ["an escape that JSON lacks", '{"Id": "a\\x"}', 1, 8, "Id", 'expected a string whose escapes are those of JSON, found """'],
  ["a leading zero", '{"Id": 01}', 1, 9, undefined, 'expected "," or "}", found "1"'],
  ["two documents", '{"Id":"a"}\r\n{"Id":"b"}', 2, 1, undefined, 'expected the end of the text, found "{"'],
  ["a template", '{"Id": ${id}}', 1, 8, "Id", 'expected a JSON value, found "$"'],
])("%s is no policy, and is told with its line and column", (_, text, line, column, path, message) => {
  const told = { code: "policy/json", message, line, column, ...(path === undefined ? {} : { path }) };
  expect(readPolicy("identity", text).diagnostics).toMatchObject([told]);
});

test.each([
  ["a function", () => 1, "expected a JSON value, found a value of type function"],
  ["nothing", undefined, "expected a JSON value, found a value of type undefined"],
  ["no number", { Version: Number.NaN }, "expected a JSON value, found a value of type number"],
  ["a big integer", { Version: 1n }, "expected a JSON value, found a value of type bigint"],
])("%s is no JSON", (_, value, message) => expect(readPolicy("identity", value).diagnostics).toMatchObject([{ message }]));

test.each([
  ["", "Version", "Version"],
  ["Statement[0]", "Effect", "Statement[0].Effect"],
  ["Statement[0].Condition.StringEquals", "aws:PrincipalTag/team", "Statement[0].Condition.StringEquals.aws:PrincipalTag/team"],
  ["Condition", "token.actions:sub", 'Condition["token.actions:sub"]'],
  ["Condition", "", 'Condition[""]'],
  ["Condition", "a\u202Eb", 'Condition["a<U+202E>b"]'],
  ["Condition", "x".repeat(256), `Condition.${"x".repeat(256)}`],
  ["Condition", "x".repeat(257), `Condition["${"x".repeat(256)}…"]`],
])("the path below %j of %j is %j", (path, name, expected) => expect(memberPath(path, name)).toBe(expected));
