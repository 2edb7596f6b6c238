import { describe, expect, test } from "@jest/globals";
import * as world from "./support/world";
import { ALLOW_ALL, ask, bucket, estate, OBJECT, policy, request, role } from "./support/world";

const get = (context: Readonly<Record<string, string | readonly string[]>> = {}, resource = OBJECT) =>
  request(world.SESSION, "s3:GetObject", resource, context);
const own = (...statements: Parameters<typeof policy>[1][]) => ({
  principals: [role({ policies: [policy("resource", ...statements)] })],
  resources: [bucket()],
});

/** Jest's own limit of five seconds is the only clock: an exploding evaluation runs into it. */
describe("hostile input is answered", () => {
  test.each<readonly [what: string, pattern: string, text: string, decision: string]>([
    ["a pattern that explodes when it is tried out", `${"a*".repeat(200)}b`, "a".repeat(2000), "denied"],
    ["a pattern of single characters", "?".repeat(1000), "a".repeat(1000), "allowed"],
    ["a pattern of wildcards alone", "*?".repeat(500), "a".repeat(1000), "allowed"],
  ])("%s", (_, pattern, text, decision) => {
    const statement = { ...ALLOW_ALL, Condition: { StringLike: { "s3:prefix": pattern } } };
    expect(
      ask(
        { principals: [role({ policies: [policy("identity", statement)] })], resources: [bucket()] },
        get({ "s3:prefix": text }),
      ).decision,
    ).toBe(decision);
  });

  test("ten thousand statements", () => {
    const statements = Array.from({ length: 10_000 }, (_, index) => ({ ...ALLOW_ALL, Resource: `arn:aws:s3:::bk-${index}/*` }));
    const { decision } = ask(own(...statements.map((statement) => ({ ...statement, Principal: "*" }))), get());
    expect(decision).toBe("denied");
  });

  test("ten thousand values on both sides", () => {
    const values = Array.from({ length: 3000 }, (_, index) => `v${index}`);
    const statement = { ...ALLOW_ALL, Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": values } } };
    expect(ask({ ...own({ ...statement, Principal: "*" }) }, get({ "aws:TagKeys": values })).decision).toBe("allowed");
  });

  test.each(["aws:__proto__", "aws:constructor", "aws:PrincipalTag/__proto__", "aws:PrincipalTag/constructor"])(
    "the key %s is one like any other",
    (name) => {
      const tested = { ...ALLOW_ALL, Condition: { StringEquals: Object.fromEntries([[name, "x"]]) } };
      const parts = { principals: [role({ policies: [policy("identity", tested)] })], resources: [bucket()] };
      expect(ask(parts, get()).decision).toBe("denied");
      const asked = { ...get(), context: new Map([[name, ["x"]]]) };
      expect(ask(parts, asked).decision).toBe("allowed");
    },
  );

  test.each(["", ":", "s3", "s3:", ":GetObject", "s3:GetObject:x", "__proto__:constructor"])("the action %j", (action) => {
    expect(["denied", "undecided"]).toContain(
      ask({ principals: [role()], resources: [bucket()] }, request(world.SESSION, action, OBJECT)).decision,
    );
  });

  test.each(["", "arn", "arn:aws:s3", "arn:aws:s3:::", ":::::::", "arn:aws:s3:::bk/\u202e", "x".repeat(100_000)])(
    "the resource %#",
    (resource) => {
      expect(["denied", "undecided"]).toContain(ask({ principals: [role()] }, get({}, resource)).decision);
    },
  );

  test.each(["", "arn", "us-restore", "arn:aws:iam:::role/a"])("the role %j, which nobody knows", (arn) => {
    const principal = { kind: "session", role: arn, name: "ann", policies: [] } as const;
    expect(ask({ resources: [bucket()] }, request(principal, "s3:GetObject", OBJECT)).decision).toBe("undecided");
  });

  test("an estate of nothing", () => {
    expect(ask(estate({ accounts: [] }), get()).decision).toBe("undecided");
  });
});
