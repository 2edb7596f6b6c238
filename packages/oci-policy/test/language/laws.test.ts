import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { parseStatement, parseStatements, printStatement, spansOf, warningsOf } from "../../src/index";
import { policyStatement } from "../support/arbitrary-statement";
import { read } from "../support/reading";

fc.configureGlobal({ seed: 11, numRuns: 200 });

/** The pieces of a printed statement: what stands in quotes or slashes is one piece, whatever it holds. */
const piecesOf = (printed: string) => printed.match(/'[^']*'|\/[^/' ]+\/|[A-Za-z0-9_.@$+-]+|\s+|./gsu) ?? [];

describe("laws of reading", () => {
  test("every tree comes back from its print", () => {
    fc.assert(fc.property(policyStatement, (statement) => expect(read(printStatement(statement))).toEqual(statement)));
  });

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

  test("a text is a statement that prints and comes back, or has one diagnostic inside of it", () => {
    const word = fc.constantFrom(
      ..."allow deny define endorse admit group dynamic-group any-user service resource id to read manage objects in tenancy".split(
        " ",
      ),
      ..."compartment any-tenancy of where all any { } ( ) , : / = != ! not before between and request.region target.x".split(
        " ",
      ),
      ..."'x' /x*/ x ocid1.a.oc1..b ; . # \" 'open sets-equal as associate with".split(" "),
    );
    const soup = fc.array(word, { maxLength: 16 }).map((words) => words.join(" "));
    const damaged = fc
      .tuple(policyStatement, fc.nat(), fc.nat(3), fc.string({ maxLength: 3, unit: "binary" }))
      .map(([statement, at, drop, insert]) => {
        const text = printStatement(statement);
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + insert + text.slice(cut + drop);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, soup, fc.string({ unit: "binary" })), (text) => {
        const { statement, diagnostic } = parseStatement(text);
        if (statement) {
          expect(read(printStatement(statement))).toEqual(statement);
          return;
        }
        expect(diagnostic.column).toBeGreaterThanOrEqual(1);
        expect(diagnostic.column).toBeLessThanOrEqual(text.length + 1);
        expect(diagnostic.span.start).toBe(diagnostic.column - 1);
        expect(diagnostic.message).toMatch(/^expected .+, found [^\r\n]+$/u);
        expect(diagnostic.message).not.toMatch(/\.$/);
      }),
      { numRuns: 800 },
    );
  });

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
