import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Diagnostic } from "../../config/schema/diagnostic";
import { ConfigurationError, parseDeployment } from "../../config/schema/load";
import { besideConfigurations } from "../support/deployments";
import { isInside, PRODUCTION } from "./cases";

/** The problems of a text, none when it is accepted. Any other exception is a bug. */
function problems(text: string): readonly Diagnostic[] {
  try {
    parseDeployment("config/test.yaml", text, besideConfigurations);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.diagnostics;
    throw error;
  }
}

/** Words of the schema library that say nothing to a user. */
const JARGON =
  /invalid (input|key|option|discriminator)|received|undefined|\[object|too (small|big)|expected (string|array|object|record|int)\b/i;

function expectReadable(text: string): void {
  for (const diagnostic of problems(text)) {
    const { message, help = "", code } = diagnostic;
    expect(isInside(text, diagnostic)).toBe(true);
    expect(code).toMatch(/^[a-z-]+\/[A-Za-z_-]+$/);
    for (const words of [message, help]) {
      expect(words).toMatch(/^["a-z0-9][^\n\r]*[^\n\r.]$/);
      expect(words.replace(/"(\\.|[^"\\])*"/g, '""')).not.toMatch(JARGON);
    }
  }
}

/** Pieces that mean something to YAML, to JavaScript or to the schema. */
const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    ": ",
    "- ",
    "\n",
    "\n  ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "#",
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "? ",
    ",",
    "~",
    "---\n",
    "%YAML 1.1\n",
    "<<: ",
    "\t",
  ),
  fc.constantFrom(
    "kind",
    "stores",
    "null",
    "true",
    "0x1",
    ".nan",
    "2026-01-01",
    "__proto__",
    "constructor",
    "US",
    "bucket",
    "state",
  ),
);
const snippet = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

describe("whatever the text, it is loaded or refused with places inside it", () => {
  test("a text made of pieces of YAML", () => {
    fc.assert(fc.property(snippet, expectReadable), { numRuns: 1000 });
  });

  test("the production configuration, damaged in one place", () => {
    const place = fc.nat({ max: PRODUCTION.length });
    fc.assert(
      fc.property(place, fc.nat({ max: 40 }), snippet, (at, cut, inserted) =>
        expectReadable(PRODUCTION.slice(0, at) + inserted + PRODUCTION.slice(at + cut)),
      ),
      { numRuns: 100 },
    );
  });
});

/** Every path of the production configuration. */
const PATHS: (string | number)[][] = [];
collect(parseDocument(PRODUCTION).contents, []);
function collect(node: unknown, path: (string | number)[]): void {
  if (path.length > 0) PATHS.push(path);
  if (isMap(node)) for (const { key, value } of node.items) if (isScalar(key)) collect(value, [...path, String(key.value)]);
  if (isSeq(node)) for (const [index, item] of node.items.entries()) collect(item, [...path, index]);
}

const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, 7, -1, 0, 1.5, 1e21, "", " ", "*", "x", "US", "us-phoenix-1", "constructor", "__proto__"),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    [1],
    ["*"],
    { kind: "state" },
    { kind: "bucket" },
    { kind: {} },
    { backend: "local" },
  ),
  fc.string(),
);

describe("whatever a value is replaced by, the messages are ours", () => {
  test("every path, replaced by any value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), value, (path, replacement) => {
        const document = parseDocument(PRODUCTION);
        document.setIn(path, replacement);
        expectReadable(document.toString());
      }),
      { numRuns: 100 },
    );
  });

  test("every path, taken away", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), (path) => {
        const document = parseDocument(PRODUCTION);
        document.deleteIn(path);
        expectReadable(document.toString());
      }),
      { numRuns: 50 },
    );
  });
});
