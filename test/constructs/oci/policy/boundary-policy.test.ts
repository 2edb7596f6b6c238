import { describe, expect, test } from "@jest/globals";
import type { Definition, Statement } from "oci-policy";
import { BoundaryPolicy, largestShares, type SourcedStatement } from "../../../../constructs/oci/policy/boundary-policy";
import { oneOf, refusalsOf, synthesizeStack, TENANCY } from "../../../support/construct-stack";

const about = (compartment: string, because: string, group = "readers"): SourcedStatement => {
  const statement: Statement = {
    effect: "allow",
    subject: { kind: "group", names: [{ domain: "us", name: group }] },
    action: { kind: "permissions", permissions: ["OBJECT_READ"] },
    location: { kind: "compartment", path: ["us", compartment] },
  };
  return { statement, because };
};
const many = (count: number, because: string) => Array.from({ length: count }, (_, n) => about(`${because}-${n}`, because));

const policyWith =
  (statements: readonly SourcedStatement[], definitions: readonly Definition[] = []) =>
  (stack: Parameters<typeof synthesizeStack>[0] extends (s: infer S) => void ? S : never) =>
    void new BoundaryPolicy(stack, "policy", {
      tenancy: TENANCY,
      name: "us-readers",
      description: "readers",
      statements,
      definitions,
    });

describe("a policy", () => {
  test("is attached to the root, and holds its statements as they are printed", () => {
    expect(
      oneOf(synthesizeStack(policyWith([about("media", "review"), about("messages", "review")])), "oci_identity_policy"),
    ).toMatchObject({
      compartment_id: TENANCY.id,
      statements: [
        "Allow group 'us'/'readers' to {OBJECT_READ} in compartment us:media",
        "Allow group 'us'/'readers' to {OBJECT_READ} in compartment us:messages",
      ],
    });
  });

  test("says a statement once, however many scenarios ask for it", () => {
    const { statements } = oneOf(
      synthesizeStack(policyWith([about("media", "review"), about("media", "restore")])),
      "oci_identity_policy",
    );
    expect(statements).toEqual(["Allow group 'us'/'readers' to {OBJECT_READ} in compartment us:media"]);
  });

  test("says what a name stands for before it uses it, and counts that among its statements", () => {
    const auditors: Definition = { kind: "define", what: "group", name: { name: "auditors" }, ocid: "ocid1.group.oc1..a" };
    const { statements } = oneOf(synthesizeStack(policyWith([about("media", "review")], [auditors])), "oci_identity_policy");
    expect(statements).toEqual([
      "Define group auditors as ocid1.group.oc1..a",
      "Allow group 'us'/'readers' to {OBJECT_READ} in compartment us:media",
    ]);
    expect(refusalsOf(policyWith(many(49, "review"), [auditors]))).toEqual([]);
    expect(refusalsOf(policyWith(many(50, "review"), [auditors]))).toEqual([expect.stringContaining("51 statements")]);
  });

  test("takes 50 statements, and is refused with 51, with its largest contributors", () => {
    const fifty = [...many(4, "restore"), ...many(30, "review"), ...many(10, "audit"), ...many(6, "operations")];
    expect(refusalsOf(policyWith(fifty))).toEqual([]);
    expect(refusalsOf(policyWith([...fifty, about("one-more", "audit")]))).toEqual([
      `[test/policy] policy "us-readers" would hold 51 statements, and the service takes 50; most are due to review (30), audit (11), operations (6): give fewer scenarios or stores to the role, or divide it in two (IAM, Service Limits: policies)`,
    ]);
  });

  test("counts a statement that is asked for twice once, also among the contributors", () => {
    const repeated = many(51, "review").flatMap((each) => [each, { ...each, because: "restore" }]);
    expect(refusalsOf(policyWith(repeated))).toEqual([
      expect.stringContaining("51 statements, and the service takes 50; most are due to review (51):"),
    ]);
    expect(refusalsOf(policyWith(many(50, "review").flatMap((each) => [each, each])))).toEqual([]);
  });

  test.each([
    ["a quote", "o'hara"],
    ["a line break", "two\nlines"],
    ["nothing", ""],
    ["a backslash at its end", "back\\"],
  ])("refuses a name that no statement can hold: %s", (_, name) => {
    const refusals = refusalsOf(policyWith([about("media", "review", name), about("media", "review")]));
    expect(refusals[0]).toMatch(/^\[test\/policy\] "/);
    expect(refusals).toHaveLength(1);
  });

  test("refuses an unprintable name to the letter, and takes a printable one beside it", () => {
    expect(refusalsOf(policyWith([about("media", "review", "o'hara")]))).toEqual([
      `[test/policy] "o'hara" can't stand in a policy statement: a name needs at least one character and may not hold ' or a line break, nor end in \\: rename it in the configuration`,
    ]);
    expect(refusalsOf(policyWith([about("media", "review", "o hara")]))).toEqual([]);
  });

  test("lets other mistakes through as what they are", () => {
    const broken = { statement: { effect: "allow" } as Statement, because: "a mistake" };
    expect(() => synthesizeStack(policyWith([broken]))).toThrow(TypeError);
  });
});

describe("the largest shares", () => {
  test.each([
    ["are three at most", { a: 1, b: 4, c: 3, d: 2 }, "b (4), c (3), d (2)"],
    ["of one are one", { a: 2 }, "a (2)"],
    ["of none are none", {}, ""],
  ])("%s", (_, counts: Record<string, number>, expected) => {
    const statements = Object.entries(counts).flatMap(([because, count]) => Array.from({ length: count }, () => ({ because })));
    expect(largestShares(statements)).toBe(expected);
  });
});
