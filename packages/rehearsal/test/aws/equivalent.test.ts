import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { equivalent, sameDocument } from "../../src/aws/equivalent";
import type { ObjectValue } from "../../src/schema/value";
import { rehearsedWorld } from "./worlds";

const one = (statement: string) => `{"Version":"2012-10-17","Statement":[${statement}]}`;
const ALLOW = '{"Effect":"Allow","Action":["a","b"],"Resource":"r"}';

describe("two documents are", () => {
  const cases: readonly [name: string, a: string, b: string, same: boolean][] = [
    ["one in another order of members", '{"a":1,"b":2}', '{ "b": 2, "a": 1 }', true],
    ["two with lists in another order, if they are no policies", '{"a":[1,2]}', '{"a":[2,1]}', false],
    ["one policy with actions in another order", one(ALLOW), one(ALLOW.replace('"a","b"', '"b","a"')), true],
    ["two with another action", one(ALLOW), one(ALLOW.replace('"b"', '"c"')), false],
    ["two with one action less", one(ALLOW), one(ALLOW.replace(',"b"', "")), false],
    ["one with a list of one for one", one('{"Action":"a"}'), one('{"Action":["a"]}'), true],
    ["one with statements in another order", one(`${ALLOW},{"Effect":"Deny"}`), one(`{"Effect":"Deny"},${ALLOW}`), true],
    ["one with a statement for a list of one", '{"Statement":{"Action":"a"}}', '{"Statement":[{"Action":"a"}]}', true],
    ["one with an effect in other letters", one('{"Effect":"allow"}'), one('{"Effect":"Allow"}'), true],
    ["two with the other effect", one('{"Effect":"Deny"}'), one('{"Effect":"Allow"}'), false],
    ["two with another Sid", one('{"Sid":"a"}'), one('{"Sid":"b"}'), false],
    ["two of another version", one(ALLOW), one(ALLOW).replace("2012", "2008"), false],
    [
      "one with an account for its root user",
      one('{"Principal":{"AWS":"111122223333"}}'),
      one('{"Principal":{"AWS":["arn:aws:iam::111122223333:root"]}}'),
      true,
    ],
    [
      "two with an account for a user",
      one('{"Principal":{"AWS":"111122223333"}}'),
      one('{"Principal":{"AWS":"arn:aws:iam::111122223333:user/u"}}'),
      false,
    ],
    ["two with everyone for every account", one('{"Principal":"*"}'), one('{"Principal":{"AWS":"*"}}'), false],
    ["two with everyone for no one", one('{"Principal":"*"}'), one("{}"), false],
    ["two with an allowed action for one that isn't", one('{"Action":"a"}'), one('{"NotAction":"a"}'), false],
    [
      "one with condition values in another order",
      one('{"Condition":{"StringEquals":{"k":["a","b"]}}}'),
      one('{"Condition":{"StringEquals":{"k":["b","a"]}}}'),
      true,
    ],
    [
      "two with another condition",
      one('{"Condition":{"StringEquals":{"k":"a"}}}'),
      one('{"Condition":{"StringLike":{"k":"a"}}}'),
      false,
    ],
    ["two that are no JSON", "{", "{", false],
    ["two deeper than any policy", `${"[".repeat(5000)}${"]".repeat(5000)}`, `${"[".repeat(5000)} ${"]".repeat(5000)}`, false],
    ["two that differ in a name of the language", '{"__proto__":1}', '{"__proto__":2}', false],
  ];
  test.each(cases)("%s", (_name, a, b, same) => {
    expect([sameDocument(a, b), sameDocument(b, a)]).toEqual([same, same]);
  });
});

test("a policy is itself with everything in another order, and another one with one member changed", () => {
  const words = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
  const statement = fc.record({ Effect: fc.constantFrom("Allow", "Deny"), Action: words, Resource: words });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
      const turned = [...statements].reverse().map((of) => ({ ...of, Action: [...of.Action].reverse() }));
      const [first, ...rest] = statements;
      const other = [{ ...first, Sid: "other" }, ...rest];
      const text = (all: unknown) => JSON.stringify({ Statement: all });
      expect(sameDocument(text(statements), text(turned))).toBe(true);
      expect(sameDocument(text(statements), text(other))).toBe(false);
    }),
  );
});

test.each([
  ["suppressEquivalentKeyARNOrID", "k", "arn:aws:kms:us-east-1:1:key/k", true],
  ["suppressEquivalentKeyARNOrID", "k", "arn:aws:kms:us-east-1:1:key/kk", false],
  ["suppressOpenIDURL", "idp.example", "https://idp.example", true],
  ["suppressOpenIDURL", "idp.example", "https://idp.example.org", false],
  ["SuppressMissingOptionalConfigurationBlock", "{}", "{ }", false],
  ["inline: normalizes JSON", "{}", "{ }", true],
])("%s: %s and %s: %s", (rule, prior, wanted, same) => expect(equivalent(rule, prior, wanted)).toBe(same));

describe("a plan for a policy", () => {
  const { made, changed, close } = rehearsedWorld();
  afterAll(close);
  const policy = made("aws_iam_policy", { name: "p", policy: one(ALLOW), description: "d" });
  const role = made("aws_iam_role", { name: "r", assume_role_policy: one(ALLOW) });
  const turned = one(ALLOW.replace('"a","b"', '"b","a"'));
  test("is none when only the order is another", () =>
    expect(changed("aws_iam_policy", policy, { policy: turned }).isSame).toBe(true));
  test("is a change when an action is", () => {
    const { isSame, planned } = changed("aws_iam_policy", policy, { policy: one(ALLOW.replace('"b"', '"c"')) });
    expect([isSame, planned["policy"]]).toEqual([false, one(ALLOW.replace('"b"', '"c"'))]);
  });
  test("keeps the text that is there when something else changes", () => {
    const change: ObjectValue = { assume_role_policy: turned, description: "new" };
    expect(changed("aws_iam_role", role, change).made()).toMatchObject({ assume_role_policy: one(ALLOW), description: "new" });
  });
});
