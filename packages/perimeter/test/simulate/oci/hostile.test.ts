import { describe, expect, test } from "@jest/globals";
import { domainName, estateOfStatements, simulatorOf } from "../../../src/simulate/oci";
import { conditionOf, decisionOf } from "./support/deciding";
import { ask, policy } from "./support/setting";

const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

describe("names that every JavaScript object answers to", () => {
  test.each(INHERITED)("%s is no group of anybody, unless it is one", (name) => {
    const statements = [`allow group '${name}' to read objects in tenancy`];
    const estate = estateOfStatements([policy("tenancy", ...statements)]);
    expect(ask(estate, "u1", "OBJECT_READ", "a").decision).toBe("denied");
    expect(ask(estate, { kind: "user", groups: [domainName(name)] }, "OBJECT_READ", "a").decision).toBe("allowed");
  });
  test.each(INHERITED)("%s is no compartment, unless it is one", (name) => {
    const estate = estateOfStatements([policy("tenancy", `allow any-user to read objects in compartment '${name}'`)]);
    expect(ask(estate, "u1", "OBJECT_READ", "a").decision).toBe("denied");
    expect(ask(estate, "u1", "OBJECT_READ", name).decision).toBe("allowed");
  });
  test.each(INHERITED)("request.%s is absent, unless the request names it", (name) => {
    expect(conditionOf(`request.${name} = 'a'`)).toBe("denied");
    expect(conditionOf(`request.${name} = 'a'`, Object.fromEntries([[`request.${name}`, "a"]]))).toBe("allowed");
  });
  test.each(INHERITED)("%s is a permission that no table knows", (permission) => {
    expect(decisionOf({ statements: ["allow any-user to manage objects in tenancy"], permission })).toBe("undecided");
    expect(decisionOf({ statements: ["allow any-user to {OBJECT_READ} in tenancy"], permission })).toBe("denied");
  });
});

describe("what is large is answered all the same", () => {
  const many = 20_000;
  test("a condition of many comparisons", () => {
    const atoms = Array.from({ length: many }, (_, at) => `target.bucket.name = 'b${at}'`).join(", ");
    expect(conditionOf(`any {${atoms}}`, { "target.bucket.name": `b${many - 1}` })).toBe("allowed");
    expect(conditionOf(`any {${atoms}}`, { "target.bucket.name": "other" })).toBe("denied");
  });
  test("a list of many values against a variable of many", () => {
    const list = Array.from({ length: 1000 }, (_, at) => `'v${at}'`).join(", ");
    const held = Array.from({ length: 1000 }, (_, at) => `w${at}`);
    expect(conditionOf(`target.policy.type in (${list})`, { "target.policy.type": held })).toBe("denied");
  });
  test("braces as deep as they may be, and deeper", () => {
    const nested = (depth: number) => `${"all {".repeat(depth)}request.permission = 'OBJECT_READ'${"}".repeat(depth)}`;
    expect(conditionOf(nested(100))).toBe("allowed");
    expect(conditionOf(nested(100_000))).toBe("undecided");
  });
  test("a pattern of many stars against a long value", () => {
    const pattern = `${"a*".repeat(2000)}z`;
    expect(conditionOf(`target.bucket.name = /${pattern}/`, { "target.bucket.name": "a".repeat(50_000) })).toBe("denied");
  });
  test("many statements and many groups", () => {
    const statements = Array.from({ length: many }, (_, at) => `allow group g${at} to read objects in tenancy`);
    const simulate = simulatorOf(estateOfStatements([policy("tenancy", ...statements)]));
    const groups = Array.from({ length: 250 }, (_, at) => domainName(`g${many - at}`));
    const request = { permission: "OBJECT_READ", target: { compartment: ["a"] }, variables: new Map() };
    expect(simulate({ ...request, principal: { kind: "user", groups } }).by).toHaveLength(249);
    expect(simulate({ ...request, principal: { kind: "user", groups: [domainName("h")] } }).decision).toBe("denied");
  });
});

test("a sentence shows characters that would turn it around, and is no longer for a long statement", () => {
  const text = `allow group 'a\u202Eb' to read objects in compartment '${"x".repeat(500)}'`;
  const { because } = ask(estateOfStatements([policy("tenancy", text)]), "u1", "OBJECT_READ", "x".repeat(500));
  expect(because).not.toContain("\u202E");
  expect(because.length).toBeLessThan(1000);
});
