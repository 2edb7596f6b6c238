import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { printPolicy, printStatement } from "../../../src/aws/policy/print";
import { readPolicy } from "../../../src/aws/policy/read";
import { warningsOf } from "../../../src/aws/policy/warnings";
import { bucketPolicy } from "../support/arbitrary-policy";
import { documentOf } from "../support/policies";

fc.configureGlobal({ seed: 17, numRuns: 300 });

const read = (source: unknown) => documentOf(readPolicy("bucket", source));

/** Every element of a document in brackets, and its statements too. */
function bracketed(document: Readonly<Record<string, unknown>>): unknown {
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]);
  const mapped = (object: object, change: (value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
  const principal = (value: unknown) => (typeof value === "string" ? { AWS: [value] } : mapped(value as object, list));
  const condition = (value: unknown) => mapped(value as object, (keys) => mapped(keys as object, list));
  const element = ([name, value]: [string, unknown]): [string, unknown] => {
    if (name.endsWith("Principal")) return [name, principal(value)];
    if (name === "Condition") return [name, condition(value)];
    return [name, name === "Effect" || name === "Sid" ? value : list(value)];
  };
  const statements = list(document["Statement"]).map((each: object) => Object.fromEntries(Object.entries(each).map(element)));
  return { ...document, Statement: statements };
}

/** Without the place of a single statement that stands without brackets. */
const inList = (document: unknown): unknown =>
  JSON.parse(withBigInts(document).replaceAll('"Statement.', '"Statement[0].').replaceAll('"Statement"', '"Statement[0]"'));
const withBigInts = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));

describe("laws of reading", () => {
  test("what AWS takes is read, and comes back from its print", () => {
    fc.assert(
      fc.property(bucketPolicy, (source) => {
        const document = read(source);
        // Without a version it is printed with the one that it has.
        expect(read(printPolicy(document))).toEqual(document);
      }),
    );
  });

  test("no element of what was read is empty: nothing of a document is passed over", () => {
    fc.assert(
      fc.property(bucketPolicy, (source) => {
        for (const { principal, action, resource, conditions } of read(source).statements) {
          for (const element of [principal, action, resource]) expect(element?.items.length).toBeGreaterThan(0);
          for (const { values } of conditions) expect(values.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("printing is one form: what was printed and read prints the same", () => {
    fc.assert(
      fc.property(bucketPolicy, (source) => {
        const printed = printPolicy(read(source));
        expect(printPolicy(read(JSON.parse(printed)))).toBe(printed);
      }),
    );
  });

  test("brackets around single values mean nothing", () => {
    fc.assert(fc.property(bucketPolicy, (source) => expect(inList(read(bracketed(source)))).toEqual(inList(read(source)))));
  });

  test("a text reads as its parsed value does", () => {
    fc.assert(
      fc.property(bucketPolicy, fc.constantFrom(undefined, 2), (source, indent) => {
        expect(read(JSON.stringify(source, null, indent))).toEqual(read(source));
      }),
    );
  });

  test("a statement reads alone as it does among others", () => {
    fc.assert(
      fc.property(bucketPolicy, (source) => {
        const { statements, version } = read(source);
        for (const statement of statements) {
          const [alone] = read({ Version: version, Statement: [JSON.parse(printStatement(statement))] }).statements;
          expect(alone && printStatement(alone)).toBe(printStatement(statement));
        }
      }),
    );
  });

  test("any JSON is a document or has diagnostics, each with a code, a path that it holds and one line of text", () => {
    const names = fc.constantFrom(
      "Version",
      "Statement",
      "Effect",
      "Action",
      "Principal",
      "Resource",
      "Condition",
      "AWS",
      "StringEquals",
      "__proto__",
      "x",
    );
    const leaves = fc.oneof(
      fc.constantFrom("Allow", "*", "s3:*", "2012-10-17", "arn:aws:s3:::m", ""),
      fc.jsonValue({ maxDepth: 0 }),
    );
    const soup = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "medium" },
        leaves,
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(names, tie("node"), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(soup, (source) => {
        const text = JSON.stringify(source);
        const { document, diagnostics } = readPolicy("bucket", text);
        if (document) return expect(documentOf(readPolicy("bucket", printPolicy(document)))).toEqual(document);
        expect(diagnostics.length).toBeGreaterThan(0);
        for (const { code, message, line, column } of diagnostics) {
          expect(code).toMatch(/^policy\/[a-z-]+$/);
          expect(message).toMatch(/^expected .+, found .+$/);
          expect([line, (column ?? 0) >= 1 && (column ?? 0) <= text.length + 1]).toEqual([1, true]);
        }
      }),
      { numRuns: 800 },
    );
  });

  test("warnings come without exception, each with a path of the document", () => {
    fc.assert(
      fc.property(bucketPolicy, (source) => {
        for (const { path, code } of warningsOf(read(source))) {
          expect(path).toMatch(/^Statement/);
          expect(code).toMatch(/^policy\/[a-z-]+$/);
        }
      }),
    );
  });
});
