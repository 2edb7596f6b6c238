import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { parseStatements, printStatement, spansOf, warningsOf } from "../../src/index";
import { policyStatement } from "../support/arbitrary-statement";
import { everyTextHasAnAnswer, printedComesBack } from "../support/laws";
import { read } from "../support/reading";

fc.configureGlobal({ seed: 11, numRuns: 200 });

/** The pieces of a printed statement: what stands in quotes or slashes is one piece, whatever it holds. */
const piecesOf = (printed: string) => printed.match(/'[^']*'|\/[^/' ]+\/|[A-Za-z0-9_.@$+-]+|\s+|./gsu) ?? [];

describe("laws of reading", () => {
  test("every tree comes back from its print", () => fc.assert(printedComesBack));

  test("blanks and line breaks between the words mean nothing", () => {
    const blank = fc.constantFrom(" ", "  ", "\t", "\n", "\r\n  ");
    fc.assert(
      fc.property(policyStatement, blank, (statement, wide) => {
        // A pattern may hold blanks and look like several pieces.
        fc.pre(!printStatement(statement).includes("/"));
        const spaced = piecesOf(printStatement(statement)).map((piece) => (piece === " " ? wide : piece));
        expect(read(`${wide}${spaced.join("")}${wide}`)).toEqual(statement);
      }),
    );
  });

  test("a text is a statement that prints and comes back, or has one diagnostic inside of it", () =>
    fc.assert(everyTextHasAnAnswer, { numRuns: 800 }));

  test("every node of a tree that was read knows its place, and the places nest", () => {
    fc.assert(
      fc.property(policyStatement, (built) => {
        const text = printStatement(built);
        const statement = read(text);
        const spans = spansOf(statement);
        expect(spans.of(statement)).toEqual({ start: 0, end: text.length });
        if (statement.kind === "define") return;
        const places = [statement.subject, statement.condition].flatMap((node) => (node ? [spans.of(node)] : []));
        expect(places).not.toContain(undefined);
        expect(spansOf(built).of(built)).toBeUndefined();
      }),
    );
  });

  test("warnings come without exception, also for trees built by hand", () => {
    fc.assert(
      fc.property(policyStatement, (built) => {
        const kinds = (of: typeof built) => warningsOf(of).map(({ kind }) => kind);
        expect(kinds(read(printStatement(built)))).toEqual(kinds(built));
      }),
    );
  });

  test("a text of statements gives one answer a line, and a mistake ends its line only", () => {
    fc.assert(
      fc.property(fc.array(policyStatement, { maxLength: 5 }), fc.nat(5), (statements, at) => {
        const lines = statements.map(printStatement);
        lines.splice(at, 0, "allow nobody", "");
        // A name may hold a character at which an editor breaks no line.
        const parsed = parseStatements(lines.join("\n"));
        expect(parsed.filter(({ statement }) => statement).map(({ statement }) => statement)).toEqual(statements);
        expect(parsed.filter(({ diagnostic }) => diagnostic).map(({ line }) => line)).toEqual([
          Math.min(at, statements.length) + 1,
        ]);
      }),
    );
  });
});
