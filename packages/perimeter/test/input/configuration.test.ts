import { describe, expect, test } from "@jest/globals";
import { argumentOf, inputOf, resourceAt, valueIn } from "../support/stacks";

const group = (body: unknown) => ({ resource: { oci_identity_group: { g: body } } });
const addressesOf = (json: unknown) => inputOf({ "a.tf.json": json }).resources.map(({ address }) => address);

describe("a resource that is repeated", () => {
  test.each([
    ["a literal count", { count: 2, name: "g${count.index}" }, { "[0]": "g0", "[1]": "g1" }],
    ["a count of none", { count: 0, name: "g" }, {}],
    ["a count by a condition", { count: "${true ? 1 : 0}", name: "g" }, { "[0]": "g" }],
    ["a map", { for_each: { x: "1", y: "2" }, name: "${each.key}${each.value}" }, { '["x"]': "x1", '["y"]': "y2" }],
    ["a set", { for_each: '${toset(["a", "b"])}', name: "${each.key}=${each.value}" }, { '["a"]': "a=a", '["b"]': "b=b" }],
    ["an empty map", { for_each: {}, name: "g" }, {}],
    ["a map of objects", { for_each: { x: { n: "one" } }, name: "${each.value.n}" }, { '["x"]': "one" }],
  ])("%s is followed", (_, body, names) => {
    const input = inputOf({ "a.tf.json": group(body) });
    const found = input.resources.map(({ address }) => [
      address.replace("a/oci_identity_group.g", ""),
      argumentOf(input, address, "name"),
    ]);
    expect(Object.fromEntries(found)).toEqual(names);
  });
  test.each([
    ["a count that isn't known", { count: "${var.none}" }],
    ["a count that is no number", { count: "x" }],
    ["a count beyond all measure", { count: 1e9 }],
    ["a negative count", { count: -1 }],
    ["a map that isn't known", { for_each: "${var.none}" }],
    ["a set with a key that isn't known", { for_each: "${toset([var.none])}" }],
  ])("%s makes its existence uncertain, and keeps it", (_, body) => {
    const { address, uncertain } = resourceAt(inputOf({ "a.tf.json": group({ ...body, name: "g" }) }), "a/oci_identity_group.g");
    expect([address, uncertain]).toEqual([
      "a/oci_identity_group.g",
      'what "a/oci_identity_group.g" is repeated over isn\'t known',
    ]);
  });
  const THREE = { oci_core_vcn: { c: { count: 2 }, m: { for_each: { x: "1" } }, one: {} } };
  test.each([
    ["${oci_core_vcn.c[1].id}", "<a/oci_core_vcn.c[1].id>"],
    ["${oci_core_vcn.c[*].id}", ["<a/oci_core_vcn.c[0].id>", "<a/oci_core_vcn.c[1].id>"]],
    ["${oci_core_vcn.c.*.id}", ["<a/oci_core_vcn.c[0].id>", "<a/oci_core_vcn.c[1].id>"]],
    ["${length(oci_core_vcn.c)}", 2],
    ['${oci_core_vcn.m["x"].id}', '<a/oci_core_vcn.m["x"].id>'],
    ["${values(oci_core_vcn.m)[*].id}", ['<a/oci_core_vcn.m["x"].id>']],
    ["${[for k, v in oci_core_vcn.m : v.id]}", ['<a/oci_core_vcn.m["x"].id>']],
    ["${oci_core_vcn.c[2].id}", "?there is no item 2"],
    ['${oci_core_vcn.m["z"].id}', '?there is no "z"'],
  ])("its instances are referred to: %s", (text, value) => expect(valueIn(text, { resource: THREE })).toEqual(value));
});

describe("blocks that are repeated", () => {
  const rules = (dynamic: unknown, fixed?: unknown) =>
    argumentOf(inputOf({ "a.tf.json": group({ dynamic, ...(fixed ? { rule: fixed } : {}) }) }), "a/oci_identity_group.g", "rule");
  test.each([
    ["over a list", { rule: { for_each: ["p", "q"], content: { x: "${rule.value}" } } }, undefined, [{ x: "p" }, { x: "q" }]],
    ["over a map", { rule: { for_each: { k: "v" }, content: { x: "${rule.key}${rule.value}" } } }, undefined, [{ x: "kv" }]],
    [
      "with an iterator of its own",
      { rule: { for_each: ["p"], iterator: "it", content: { x: "${it.value}" } } },
      undefined,
      [{ x: "p" }],
    ],
    [
      "beside one that stands alone",
      { rule: [{ for_each: ["p"], content: { x: "${rule.value}" } }] },
      { x: "first" },
      [{ x: "first" }, { x: "p" }],
    ],
    [
      "over something unknown",
      { rule: { for_each: "${var.none}", content: {} } },
      undefined,
      '?the blocks "rule" are made by a "for_each" that isn\'t known',
    ],
  ])("%s", (_, dynamic, fixed, expected) => expect(rules(dynamic, fixed)).toEqual(expected));
});

describe("names", () => {
  test.each([
    ["a local", { locals: { x: "1" } }, "${local.x}", "1"],
    ["a local of a local", { locals: { x: "${local.y}!", y: "1" } }, "${local.x}", "1!"],
    ["locals in several blocks", { locals: [{ x: "1" }, { y: "2" }] }, "${local.x}${local.y}", "12"],
    ["a variable with a default", { variable: { v: { default: "1" } } }, "${var.v}", "1"],
    ["a default isn't a template", { variable: { v: { default: "a" } } }, "${var.v}", "a"],
    ["a default that is an object", { variable: { v: { default: { a: ["b"] } } } }, "${var.v.a[0]}", "b"],
    ["a default of null", { variable: { v: { default: null } } }, '${coalesce(var.v, "x")}', "x"],
    ["a variable without one", { variable: { v: { type: "string" } } }, "${var.v}", '?"var.v" has no default'],
    ["a circle of locals", { locals: { x: "${local.y}", y: "${local.x}" } }, "${local.x}", '?"local.x" leads back to itself'],
    ["an argument of another resource", group({ name: "readers" }), "${oci_identity_group.g.name}", "readers"],
    [
      "an argument that is open in turn",
      group({ name: "${var.none}" }),
      "${oci_identity_group.g.name}",
      '?there is no "var.none"',
    ],
    ["a block's argument by index", group({ settings: { a: "1" } }), "${oci_identity_group.g.settings[0].a}", "1"],
  ])("%s", (_, blocks, text, value) => expect(valueIn(text, blocks)).toEqual(value));

  test("a chain of locals that is too long ends, and says so", () => {
    const locals = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`l${at}`, `\${local.l${at + 1}}`]));
    expect(valueIn("${local.l0}", { locals })).toMatch(/is reached through too many others$/);
  });
  test("locals that double each other forty times end, and say so", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`l${at}`, `\${[local.l${at + 1}, local.l${at + 1}]}`]),
    );
    expect(JSON.stringify(valueIn("${jsonencode(local.l0)}", { locals: { ...locals, l40: "x" } }))).toMatch(/is too large/);
  });
  test("texts that double each other forty times end, and say so", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`l${at}`, `\${local.l${at + 1}}\${local.l${at + 1}}`]),
    );
    expect(String(valueIn("${local.l0}", { locals: { ...locals, l40: "xxxxxxxx" } }))).toMatch(/is too large/);
  });
});

describe("variables that files set", () => {
  const value = (files: Readonly<Record<string, unknown>>) =>
    argumentOf(
      inputOf(
        { "main.tf.json": { variable: { v: { default: "default" } }, ...group({ name: "${var.v}" }) }, ...files },
        "folder",
      ),
      "main/oci_identity_group.g",
      "name",
    );
  test.each([
    ["none", {}, "default"],
    ["a file of values", { "terraform.tfvars.json": { v: "set" } }, "set"],
    ["a later file", { "terraform.tfvars.json": { v: "set" }, "x.auto.tfvars.json": { v: "later" } }, "later"],
    ["a file for others", { "terraform.tfvars.json": { w: "set" } }, "default"],
    ["a file in HCL", { "terraform.tfvars": 'v = "set"' }, '?"terraform.tfvars", which may set "var.v", isn\'t JSON'],
  ])("%s", (_, files, expected) => expect(value(files)).toBe(expected));
});

describe("files of one folder", () => {
  const other = { resource: { oci_identity_user: { u: { name: "${oci_identity_group.g.name}" } } } };
  test("refer to each other, and each names its own stack", () => {
    const input = inputOf({ "iam.tf.json": group({ name: "g" }), "users.tf.json": other }, "folder");
    expect([input.stacks, argumentOf(input, "users/oci_identity_user.u", "name")]).toEqual([["iam", "users"], "g"]);
  });
  test("that declare the same thing are stacks of their own", () => {
    const input = inputOf({ "a.tf.json": group({ name: "1" }), "b.tf.json": group({ name: "2" }) }, "folder");
    expect(["a", "b"].map((stack) => argumentOf(input, `${stack}/oci_identity_group.g`, "name"))).toEqual(["1", "2"]);
  });
  test("may override what the others declare", () => {
    const input = inputOf(
      { "a.tf.json": group({ name: "1", description: "d" }), "a_override.tf.json": group({ name: "2" }) },
      "folder",
    );
    expect(["name", "description"].map((name) => argumentOf(input, "a/oci_identity_group.g", name))).toEqual(["2", "d"]);
  });
});

describe("what stands in the file and is no argument", () => {
  test("meta-arguments are left out", () => {
    const body = {
      "//": {},
      provider: "oci",
      depends_on: ["x"],
      lifecycle: { prevent_destroy: true },
      provisioner: {},
      name: "g",
    };
    const { arguments: given } = resourceAt(inputOf({ "a.tf.json": group(body) }), "a/oci_identity_group.g");
    expect([...given.entries.keys()]).toEqual(["name"]);
  });
  test("null is what isn't written", () =>
    expect(argumentOf(inputOf({ "a.tf.json": group({ name: null }) }), "a/oci_identity_group.g", "name")).toBeUndefined());
  test("labels may be lists of objects", () =>
    expect(
      addressesOf({ resource: [{ oci_identity_group: [{ g: [{ name: "x" }] }] }, { oci_identity_user: { u: {} } }] }),
    ).toEqual(["a/oci_identity_group.g", "a/oci_identity_user.u"]));
  test.each([
    ["a module", { module: { m: { source: "./m" } } }, "a/module.m", "a module isn't followed in a configuration: give its plan"],
    ["an import", { import: [{ to: "x", id: "y" }] }, "a/import", 'a block "import" isn\'t read'],
    ["a removal", { removed: [{ from: "x" }] }, "a/removed", 'a block "removed" isn\'t read'],
  ])("%s is named as unread", (_, json, address, reason) =>
    expect(inputOf({ "a.tf.json": json }).unread).toEqual([{ address, reason }]),
  );
  test("names of prototypes are names", () => {
    const json = JSON.parse(
      '{"resource":{"__proto__":{"constructor":{"__proto__":"x","toString":"y"}},"a_b":{"__proto__":{"name":"n"}}}}',
    );
    expect(addressesOf(json)).toEqual(["a/__proto__.constructor", "a/a_b.__proto__"]);
  });
});

describe("the provider of a resource", () => {
  const PROVIDERS = {
    provider: {
      oci: [
        { region: "us-phoenix-1", tenancy_ocid: "ocid1.tenancy.oc1..t" },
        { alias: "home", region: "${local.r}" },
      ],
    },
    locals: { r: "us-ashburn-1" },
  };
  test.each([
    ["is the one of its type's name", {}, { name: "oci", region: "us-phoenix-1", tenancy: "ocid1.tenancy.oc1..t" }],
    ["is the one that it names", { provider: "oci.home" }, { name: "oci", alias: "home", region: "us-ashburn-1" }],
    ["may be named as a reference", { provider: "${oci.home}" }, { name: "oci", alias: "home", region: "us-ashburn-1" }],
    ["may not be configured here", { provider: "oci.none" }, { name: "oci", alias: "none" }],
  ])("%s", (_, body, expected) => {
    const { provider } = resourceAt(inputOf({ "a.tf.json": { ...PROVIDERS, ...group(body) } }), "a/oci_identity_group.g");
    const texts = Object.entries(provider).map(([name, value]) => [name, typeof value === "string" ? value : value.value]);
    expect(Object.fromEntries(texts)).toEqual(expected);
  });
});

describe("where a resource was made", () => {
  const source = (metadata: unknown) =>
    resourceAt(inputOf({ "a.tf.json": group({ "//": { metadata } }) }), "a/oci_identity_group.g").source;
  test.each([
    [
      "our own form",
      { path: "a/g", stackTrace: ["constructs/x.ts:34", "main.ts:1"] },
      { file: "constructs/x.ts", line: 34, construct: "a/g" },
    ],
    [
      "a trace of V8",
      { path: "a/g", stackTrace: ["new G (/app/main.ts:14:5)"] },
      { file: "/app/main.ts", line: 14, construct: "a/g" },
    ],
    [
      "past installed packages",
      { path: "a/g", stackTrace: ["new T (/app/node_modules/cdktf/lib/a.js:1:2)", "new G (/app/main.ts:9:1)"] },
      { file: "/app/main.ts", line: 9, construct: "a/g" },
    ],
    ["without a trace", { path: "a/g" }, { file: null, line: null, construct: "a/g" }],
    ["without anything", {}, null],
    ["with something else", { path: 5, stackTrace: "x" }, null],
  ])("%s", (_, metadata, expected) => expect(source(metadata)).toEqual(expected));
});
