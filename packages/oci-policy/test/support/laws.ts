import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type PolicyStatement, parseStatement, printStatement } from "../../src/index";
import { policyStatement } from "./arbitrary-statement";

/** Laws of reading, as properties: tests hold them against some hundred cases, `npm run torture` against very many. */

export const printedComesBack = fc.property(policyStatement, comesBack);

function comesBack(statement: PolicyStatement): void {
  // Generated objects may lack a prototype; what is read has one.
  assert.deepEqual(parseStatement(printStatement(statement)).statement, JSON.parse(JSON.stringify(statement)));
}

const WORDS = `allow deny define endorse admit group dynamic-group any-user service resource id to read manage objects in tenancy
  compartment any-tenancy of where all any { } ( ) , : / = != ! not before between and request.region target.x
  'x' /x*/ x ocid1.a.oc1..b ; . # " 'open sets-equal as associate with`.split(/\s+/);

const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 16 }).map((words) => words.join(" "));

const damaged = fc
  .tuple(policyStatement, fc.nat(), fc.nat(3), fc.string({ maxLength: 3, unit: "binary" }))
  .map(([statement, at, drop, insert]) => {
    const text = printStatement(statement);
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + insert + text.slice(cut + drop);
  });

/** Whatever the text: it is a statement that prints and comes back, or it has one diagnostic, inside of it. */
export const everyTextHasAnAnswer = fc.property(fc.oneof(damaged, soup, fc.string({ unit: "binary" })), (text) => {
  const { statement, diagnostic } = parseStatement(text);
  if (statement) {
    comesBack(statement);
    return;
  }
  assert.ok(diagnostic.column >= 1 && diagnostic.column <= text.length + 1, `column ${diagnostic.column}`);
  assert.equal(diagnostic.span.start, diagnostic.column - 1);
  assert.match(diagnostic.message, /^expected .+, found [^\r\n]*[^\r\n.]$/u);
});
