import { describe, expect, test } from "@jest/globals";
import { estateOf } from "../../src/estate";
import { openIn, readInput } from "../../src/input";
import { plan, state } from "../support/plans";
import { inputOf, resourceAt, texts } from "../support/stacks";

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}"x"${close.repeat(depth)}`;
const group = (statements: string) =>
  `{"resource":{"oci_identity_policy":{"p":{"compartment_id":"ocid1.tenancy.oc1..t","statements":${statements}}}}}`;

/** Each is read to its end, and what it makes of the estate is an answer. */
describe("hostile inputs", () => {
  test.each([
    ["lists nested deeply in a configuration", { "a.tf.json": group(nested(20_000, "[", "]")) }],
    ["objects nested deeply in a configuration", { "a.tf.json": group(nested(20_000, '{"a":', "}")) }],
    [
      "lists nested deeply in a state",
      { "a.json": JSON.stringify(state({ "oci_identity_policy.p": { statements: 7 } })).replace("7", nested(20_000, "[", "]")) },
    ],
    [
      "unknowns nested deeply in a plan",
      {
        "a.json": JSON.stringify(
          plan({ changes: [{ address: "oci_identity_policy.p", after: { statements: 7 }, unknown: { statements: 8 } }] }),
        )
          .replace("7", nested(5_000, "[", "]"))
          .replace("8", nested(5_000, "[", "]")),
      },
    ],
    [
      "expressions nested deeply in a plan",
      {
        "a.json": JSON.stringify(
          plan({
            changes: [{ address: "oci_identity_policy.p", after: {} }],
            root: { "oci_identity_policy.p": { statements: { x: 7 } } },
          }),
        ).replace("7", nested(20_000, '{"a":', "}")),
      },
    ],
    [
      "modules nested deeply in a state",
      { "a.json": `{"format_version":"1.0","values":{"root_module":${nested(10_000, '{"child_modules":[', "]}")}}}` },
    ],
    ["labels nested in lists", { "a.tf.json": `{"resource":${nested(3_000, "[", "]")}}` }],
  ])("%s", (_, documents) => {
    const read = readInput(texts(documents));
    expect("read" in read && estateOf(read.read).oci.tenancy.policies.length).not.toBe(false);
  });

  test("a value that is nested too deeply is open, never cut off", () => {
    const { arguments: given } = resourceAt(inputOf({ "a.tf.json": group(nested(500, "[", "]")) }), "a/oci_identity_policy.p");
    expect(openIn(given)).toEqual({ kind: "unknown", reason: "it is nested too deeply" });
  });
  test("a for over ten thousand, three times nested, ends and says so", () => {
    const items = Array.from({ length: 10_000 }, (_, at) => at);
    const json = {
      locals: { l: items },
      resource: { a_b: { c: { x: "${[for a in local.l : [for b in local.l : [for c in local.l : c]]]}" } } },
    };
    expect(resourceAt(inputOf({ "a.tf.json": json }), "a/a_b.c").uncertain).toMatch(/^its arguments aren't known: /);
  });
  test("ten thousand resources that refer to each other are read", () => {
    const groups = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`g${at}`, { name: at === 0 ? "first" : "${oci_identity_group.g0.name}" }]),
    );
    expect(inputOf({ "a.tf.json": { resource: { oci_identity_group: groups } } }).resources).toHaveLength(10_000);
  });
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s is a name like any other", (name) => {
    const text = `{"resource":{"${name}":{"${name}":{"${name}":"x"}}},"locals":{"${name}":"y"},"output":{"${name}":{"value":"z"}},"variable":{"${name}":{"default":"v"}}}`;
    const { arguments: given } = resourceAt(inputOf({ "a.tf.json": text }), `a/${name}.${name}`);
    expect([...given.entries]).toEqual([[name, { kind: "literal", value: "x" }]]);
  });
  test("compartments whose parents lead in a circle are unknown", () => {
    const compartment = (parent: string) => ({ name: "c", compartment_id: `\${oci_identity_compartment.${parent}.id}` });
    const input = inputOf({
      "a.tf.json": { resource: { oci_identity_compartment: { x: compartment("y"), y: compartment("x") } } },
    });
    expect(estateOf(input).oci.tenancy.compartments.map(({ path }) => path)).toEqual(
      Array(2).fill({
        unknown: expect.stringMatching(/^the parents of compartment "a\/oci_identity_compartment\.[xy]" lead in a circle$/),
      }),
    );
  });
});
