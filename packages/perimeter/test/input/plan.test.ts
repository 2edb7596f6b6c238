import { describe, expect, test } from "@jest/globals";
import { constant, moduleShown, type PlanParts, plan, raw, refers, state } from "../support/plans";
import { argumentOf, inputOf, mistakesIn, resourceAt } from "../support/stacks";

const read = (parts: PlanParts) => inputOf({ "p.plan.json": plan(parts) });
const addressesIn = (parts: PlanParts) => read(parts).resources.map(({ address }) => address);

const COMPARTMENT = { address: "oci_identity_compartment.c", after: { name: "stores" }, unknown: { id: true } };
const shownCompartment = { "oci_identity_compartment.c": { name: constant("stores") } };

/** An argument of a group whose compartment is made by the same plan. */
function argument(name: string, after: object, unknown: object, expressions: object): unknown {
  const input = read({
    changes: [COMPARTMENT, { address: "oci_identity_group.g", after, unknown }],
    root: { ...shownCompartment, "oci_identity_group.g": expressions },
  });
  return argumentOf(input, "p/oci_identity_group.g", name);
}

describe("values that a plan doesn't know", () => {
  const ID = "oci_identity_compartment.c.id";
  const REFERENCE = "<p/oci_identity_compartment.c.id>";
  const cases: readonly (readonly [string, string, object, object, object, unknown])[] = [
    ["what is known is a literal", "name", { name: "g" }, {}, { name: constant("g") }, "g"],
    ["what is known and null isn't written", "name", { name: null }, {}, {}, undefined],
    ["an attribute that nobody set is a matter of the apply", "state", {}, { state: true }, {}, undefined],
    [
      "an id in HCL is the one that the expression refers to",
      "compartment_id",
      {},
      { compartment_id: true },
      { compartment_id: refers(ID) },
      REFERENCE,
    ],
    ["an id in JSON too", "compartment_id", {}, { compartment_id: true }, { compartment_id: raw(`\${${ID}}`, ID) }, REFERENCE],
    [
      "the raw template is never taken for the value",
      "name",
      {},
      { name: true },
      { name: raw(`x-\${${ID}}`, ID) },
      `x-${REFERENCE}`,
    ],
    ["nor where the value is known", "name", { name: "x-1" }, {}, { name: raw("x-${var.n}", "var.n") }, "x-1"],
    [
      "a text in HCL is unknown, with the names that it uses",
      "description",
      {},
      { description: true },
      { description: refers(ID) },
      `?a plan doesn't show what an expression makes of "${ID}"`,
    ],
    [
      "an id over two names is unknown",
      "compartment_id",
      {},
      { compartment_id: true },
      { compartment_id: refers(ID, "oci_core_vcn.v.id") },
      `?a plan doesn't show what an expression makes of "${ID}", "oci_core_vcn.v.id"`,
    ],
    [
      "a reference stays where the value is known",
      "compartment_id",
      { compartment_id: "ocid1.compartment.oc1..c" },
      {},
      { compartment_id: refers(ID) },
      "<p/oci_identity_compartment.c.id=ocid1.compartment.oc1..c>",
    ],
    ["an expression that shows nothing leaves the value", "name", { name: "g" }, {}, { name: {} }, "g"],
    ["an expression that shows nothing of an unknown", "name", {}, { name: true }, { name: {} }, undefined],
    [
      "a list keeps the places of what it doesn't know",
      "statements",
      { statements: [null, "b"] },
      { statements: [true, false] },
      { statements: refers(ID) },
      [`?a plan doesn't show what an expression makes of "${ID}"`, "b"],
    ],
    [
      "in JSON each item has its own template",
      "statements",
      { statements: [null, "b"] },
      { statements: [true, false] },
      { statements: raw([`a \${${ID}}`, "b"], ID) },
      [`a ${REFERENCE}`, "b"],
    ],
    [
      "a list of ids with one that isn't known",
      "compartment_ids",
      { compartment_ids: [null] },
      { compartment_ids: [true] },
      { compartment_ids: refers(ID) },
      [REFERENCE],
    ],
    [
      "a whole list that isn't known",
      "statements",
      {},
      { statements: true },
      { statements: refers(ID) },
      `?a plan doesn't show what an expression makes of "${ID}"`,
    ],
    [
      "a block keeps what it knows",
      "rule",
      { rule: [{ a: "1" }] },
      { rule: [{ vcn_id: true }] },
      { rule: [{ a: constant("1"), vcn_id: refers(ID) }] },
      [{ a: "1", vcn_id: REFERENCE }],
    ],
    ["a set in another order keeps its texts", "names", { names: ["b", "a"] }, {}, { names: constant(["a", "b"]) }, ["b", "a"]],
    [
      "a map with one key that isn't known",
      "tags",
      { tags: { a: "1" } },
      { tags: { b: true } },
      { tags: refers(ID) },
      { a: "1", b: "?it is known only after apply" },
    ],
    ["a sensitive value is there in clear", "secret", { secret: "s" }, {}, { secret: refers("var.s") }, "s"],
  ];
  test.each(cases)("%s", (_, name, after, unknown, expressions, expected) =>
    expect(argument(name, after, unknown, expressions)).toEqual(expected),
  );
});

describe("what there will be", () => {
  const one = (actions: readonly string[], more: object = {}) =>
    addressesIn({ changes: [{ address: "a_b.c", actions, after: { x: "1" }, ...more }] });
  test.each([
    ["what is made", ["create"], {}, ["p/a_b.c"]],
    ["what is kept", ["no-op"], {}, ["p/a_b.c"]],
    ["what is changed", ["update"], {}, ["p/a_b.c"]],
    ["what is replaced", ["delete", "create"], {}, ["p/a_b.c"]],
    ["what is replaced the other way", ["create", "delete"], {}, ["p/a_b.c"]],
    ["not what is deleted", ["delete"], { after: null, before: { x: "1" } }, []],
    ["but what is only forgotten, since it goes on to exist", ["forget"], { after: null, before: { x: "1" } }, ["p/a_b.c"]],
    ["not what an earlier replacement left over", ["delete"], { after: null, before: {}, deposed: "00000000" }, []],
  ])("%s", (_, actions, more, expected) => expect(one(actions, more)).toEqual(expected));

  test("what a plan deletes is gone from a state beside it, what it doesn't mention is not", () => {
    const input = inputOf({
      "p.plan.json": plan({ changes: [{ address: "a_b.c", actions: ["delete"], before: { x: "1" } }] }),
      "p.state.json": state({ "a_b.c": { x: "1" }, "a_b.d": { x: "2" } }),
    });
    expect(input.resources.map(({ address }) => address)).toEqual(["p/a_b.d"]);
  });
});

describe("references in a plan", () => {
  const group = (expressions: object, more: PlanParts, after: object = {}, unknown: object = { compartment_id: true }) =>
    argumentOf(
      read({
        ...more,
        changes: [...(more.changes ?? []), { address: "oci_identity_group.g", after, unknown }],
        root: { ...more.root, "oci_identity_group.g": expressions },
      }),
      "p/oci_identity_group.g",
      "compartment_id",
    );
  test.each([
    [
      "an instance of a count",
      { compartment_id: refers("oci_identity_compartment.c[1].id") },
      ["oci_identity_compartment.c[0]", "oci_identity_compartment.c[1]"],
      "<p/oci_identity_compartment.c[1].id>",
    ],
    [
      "an instance of a map",
      { compartment_id: refers('oci_identity_compartment.c["x"].id') },
      ['oci_identity_compartment.c["x"]'],
      '<p/oci_identity_compartment.c["x"].id>',
    ],
    [
      "in JSON with an index",
      { compartment_id: raw('${oci_identity_compartment.c["x"].id}', 'oci_identity_compartment.c["x"].id') },
      ['oci_identity_compartment.c["x"]'],
      '<p/oci_identity_compartment.c["x"].id>',
    ],
    [
      "a name that the plan doesn't make",
      { compartment_id: refers("oci_identity_compartment.none.id") },
      [],
      '?there is no resource "oci_identity_compartment.none", in an expression over "oci_identity_compartment.none.id"',
    ],
    [
      "a local, which a plan doesn't show",
      { compartment_id: refers("local.c") },
      [],
      '?a plan doesn\'t show what "local.c" is, in an expression over "local.c"',
    ],
  ])("%s", (_, expressions, made, expected) => {
    const changes = made.map((address) => ({ address, after: { name: "c" }, unknown: { id: true } }));
    expect(group(expressions, { changes, root: shownCompartment })).toEqual(expected);
  });
  test("a variable has its value in the plan", () =>
    expect(group({ compartment_id: refers("var.c") }, { variables: { c: "ocid1.compartment.oc1..c" } })).toBe(
      "ocid1.compartment.oc1..c",
    ));
  test("a data source has what was read", () =>
    expect(
      group(
        { compartment_id: refers("data.oci_identity_compartment.c.id") },
        {
          root: { "data.oci_identity_compartment.c": { name: constant("c") } },
          read: { "data.oci_identity_compartment.c": { id: "ocid1.compartment.oc1..c" } },
        },
      ),
    ).toBe("ocid1.compartment.oc1..c"));
  test("a data source that wasn't read", () =>
    expect(group({ compartment_id: refers("data.oci_x.c.id") }, { root: { "data.oci_x.c": {} } })).toBe(
      '?the data source "data.oci_x.c" is read when a plan is made, in an expression over "data.oci_x.c.id"',
    ));
});

describe("modules in a plan", () => {
  const call = (module: object, expressions: object, more: object = {}) => ({
    m: { source: "./m", expressions, module, ...more },
  });
  const inner = moduleShown(
    {
      "oci_identity_policy.p": { compartment_id: refers("var.where"), name: refers("var.name") },
      "oci_identity_compartment.c": { name: constant("inner") },
    },
    {
      variables: { where: {}, name: { default: "n" } },
      outputs: {
        id: { expression: refers("oci_identity_compartment.c.id") },
        named: { expression: refers("oci_identity_compartment.c.name") },
      },
    },
  );
  const policy = (module: string) => ({
    address: `${module}.oci_identity_policy.p`,
    after: { name: "p" },
    unknown: { compartment_id: true },
  });
  const where = (module: string, parts: PlanParts) =>
    argumentOf(read(parts), `p/${module}.oci_identity_policy.p`, "compartment_id");

  test("a variable is what the call gives", () =>
    expect(
      where("module.m", {
        changes: [COMPARTMENT, policy("module.m")],
        root: shownCompartment,
        calls: call(inner, { where: refers("oci_identity_compartment.c.id") }),
      }),
    ).toBe("<p/oci_identity_compartment.c.id>"));
  test("a call in JSON gives a template", () =>
    expect(
      where("module.m", {
        changes: [COMPARTMENT, policy("module.m")],
        root: shownCompartment,
        calls: call(inner, { where: raw("${oci_identity_compartment.c.id}", "oci_identity_compartment.c.id") }),
      }),
    ).toBe("<p/oci_identity_compartment.c.id>"));
  test.each(['module.m["x"]', "module.m[0]"])("an instance of a repeated module: %s", (module) =>
    expect(
      where(module, {
        changes: [COMPARTMENT, policy(module)],
        root: shownCompartment,
        calls: call(inner, { where: refers("oci_identity_compartment.c.id") }, { for_each_expression: refers("local.x") }),
      }),
    ).toBe("<p/oci_identity_compartment.c.id>"),
  );
  test("a module inside of a module", () => {
    const outer = moduleShown(
      {},
      { variables: { where: {} }, module_calls: { inner: { expressions: { where: refers("var.where") }, module: inner } } },
    );
    expect(
      where("module.m.module.inner", {
        changes: [COMPARTMENT, policy("module.m.module.inner")],
        root: shownCompartment,
        calls: call(outer, { where: refers("oci_identity_compartment.c.id") }),
      }),
    ).toBe("<p/oci_identity_compartment.c.id>");
  });
  test("a module that is called module", () =>
    expect(
      where("module.module", {
        changes: [COMPARTMENT, policy("module.module")],
        root: shownCompartment,
        calls: { module: { expressions: { where: refers("oci_identity_compartment.c.id") }, module: inner } },
      }),
    ).toBe("<p/oci_identity_compartment.c.id>"));
  const outputOf = (name: string, module: string, more: object = {}) =>
    argumentOf(
      read({
        changes: [
          { address: `${module}.oci_identity_compartment.c`, after: { name: "inner" }, unknown: { id: true } },
          { address: "oci_identity_group.g", after: {}, unknown: { compartment_id: true } },
        ],
        root: { "oci_identity_group.g": { compartment_id: refers(name) } },
        calls: call(inner, { where: constant("x") }, more),
      }),
      "p/oci_identity_group.g",
      "compartment_id",
    );
  test.each([
    ["an output of a module", "module.m.id", "module.m", {}, "<p/module.m.oci_identity_compartment.c.id>"],
    [
      "an output of an instance",
      'module.m["x"].id',
      'module.m["x"]',
      { for_each_expression: refers("local.x") },
      '<p/module.m["x"].oci_identity_compartment.c.id>',
    ],
    [
      "an output of a counted instance",
      "module.m[0].id",
      "module.m[0]",
      { count_expression: constant(1) },
      "<p/module.m[0].oci_identity_compartment.c.id>",
    ],
    [
      "an output that isn't there",
      "module.m.none",
      "module.m",
      {},
      '?"module.m" has no output "none", in an expression over "module.m.none"',
    ],
    [
      "an output that is no id and isn't shown",
      "module.m.named",
      "module.m",
      {},
      '?a plan doesn\'t show what an expression makes of "oci_identity_compartment.c.name", in an expression over "module.m.named"',
    ],
  ])("%s", (_, name, module, more, expected) => expect(outputOf(name, module, more)).toBe(expected));
});

describe("documents in a plan of HCL", () => {
  const DOCUMENT = {
    "data.aws_iam_policy_document.d": {
      statement: [
        { actions: constant(["s3:*"]), principals: [{ type: constant("AWS"), identifiers: refers("aws_iam_role.r.arn") }] },
      ],
    },
  };
  const document = (policy: object) =>
    argumentOf(
      read({
        changes: [
          { address: "aws_iam_role.r", after: { name: "r" }, unknown: { arn: true } },
          {
            address: "data.aws_iam_policy_document.d",
            actions: ["read"],
            after: { statement: [{ actions: ["s3:*"], sid: null, principals: [{ type: "AWS", identifiers: [null] }] }] },
            unknown: { json: true, statement: [{ actions: [false], principals: [{ identifiers: [true] }] }] },
          },
          { address: "aws_kms_key.k", after: {}, unknown: { policy: true } },
        ],
        root: { ...DOCUMENT, "aws_iam_role.r": { name: constant("r") }, "aws_kms_key.k": { policy } },
        providers: { aws: { region: constant("us-east-1"), allowed_account_ids: constant(["111122223333"]) } },
      }),
      "p/aws_kms_key.k",
      "policy",
    );
  test("that is read only when it is applied, is computed", () =>
    expect(JSON.parse(String(document(refers("data.aws_iam_policy_document.d.json"))))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Principal: { AWS: "arn:aws:iam::111122223333:role/r" } }],
    }));
  test("of which two are used, is unknown", () =>
    expect(document(refers("data.aws_iam_policy_document.d.json", "var.x"))).toBe(
      '?a plan doesn\'t show what an expression makes of "data.aws_iam_policy_document.d.json", "var.x"',
    ));
});

describe("the provider in a plan", () => {
  const of = (providers: PlanParts["providers"], root: object = {}) => {
    const { provider } = resourceAt(
      read({
        changes: [{ address: "oci_identity_group.g", after: {} }],
        root: { "oci_identity_group.g": root },
        providers: providers ?? {},
        variables: { r: "us-ashburn-1" },
      }),
      "p/oci_identity_group.g",
    );
    return Object.fromEntries(
      Object.entries(provider).map(([name, value]) => [name, typeof value === "string" ? value : value.value]),
    );
  };
  test.each([
    ["is configured", { oci: { region: constant("us-phoenix-1") } }, { name: "oci", region: "us-phoenix-1" }],
    ["has what a variable says", { oci: { region: refers("var.r") } }, { name: "oci", region: "us-ashburn-1" }],
    ["may not be configured", {}, { name: "oci" }],
  ])("%s", (_, providers, expected) => expect(of(providers)).toEqual(expected));
});

describe("versions of the format", () => {
  const withVersion = (version: string) =>
    mistakesIn({ "p.plan.json": plan({ changes: [{ address: "a_b.c", after: {} }], version }) });
  test.each(["1.0", "1.1", "1.2", "1.9", "1.10"])("%s is read", (version) => expect(withVersion(version)).toEqual([]));
  test.each(["2.0", "0.9", "1", "x", ""])('"%s" is refused by name', (version) =>
    expect(withVersion(version)).toEqual([`"p.plan.json" is a plan of format_version "${version}"`]),
  );
});
