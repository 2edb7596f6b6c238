import { describe, expect, test } from "@jest/globals";
import { constant, plan, raw, refers, state } from "../support/plans";
import { argumentOf, type Documents, inputOf } from "../support/stacks";

const S3 = { bucket: "states", key: "network/net.tfstate", region: "us-east-1" };

const maker = (backend: object, outputs: object = { id: { value: "${oci_core_vcn.v.id}" } }) => ({
  terraform: { backend },
  resource: { oci_core_vcn: { v: { display_name: "v" } } },
  output: outputs,
});

const reader = (data: object, text = "${data.terraform_remote_state.net.outputs.id}", name = "net") => ({
  data: { terraform_remote_state: { [name]: data } },
  resource: { oci_core_subnet: { s: { vcn_id: text } } },
});

const vcnOf = (documents: Documents) => argumentOf(inputOf(documents), "app/oci_core_subnet.s", "vcn_id");
const FOUND = "<made/oci_core_vcn.v.id>";
const none = (name = "net") => `?the state that "data.terraform_remote_state.${name}" reads is of no stack that was given`;

describe("the state that is read is the one of the same backend", () => {
  const cases: readonly (readonly [string, object, object, unknown])[] = [
    ["s3", { s3: S3 }, { backend: "s3", config: S3 }, FOUND],
    ["s3 in another key", { s3: S3 }, { backend: "s3", config: { ...S3, key: "other" } }, none()],
    ["s3 in another bucket", { s3: S3 }, { backend: "s3", config: { ...S3, bucket: "theirs", key: "x/y" } }, none()],
    [
      "s3 reached with another profile",
      { s3: { ...S3, profile: "a" } },
      { backend: "s3", config: { ...S3, profile: "b" } },
      FOUND,
    ],
    [
      "oci",
      { oci: { namespace: "n", bucket: "b", key: "k" } },
      { backend: "oci", config: { namespace: "n", bucket: "b", key: "k" } },
      FOUND,
    ],
    [
      "oci in another namespace",
      { oci: { namespace: "n", bucket: "b", key: "k" } },
      { backend: "oci", config: { namespace: "m", bucket: "b", key: "k" } },
      none(),
    ],
    ["gcs", { gcs: { bucket: "b", prefix: "p" } }, { backend: "gcs", config: { bucket: "b", prefix: "p" } }, FOUND],
    ["gcs without a prefix", { gcs: { bucket: "b" } }, { backend: "gcs", config: { bucket: "b" } }, FOUND],
    [
      "azurerm",
      { azurerm: { storage_account_name: "a", container_name: "c", key: "k" } },
      { backend: "azurerm", config: { storage_account_name: "a", container_name: "c", key: "k" } },
      FOUND,
    ],
    ["local", { local: { path: "../x.tfstate" } }, { backend: "local", config: { path: "../x.tfstate" } }, FOUND],
    ["http", { http: { address: "https://a" } }, { backend: "http", config: { address: "https://a" } }, FOUND],
    [
      "remote",
      { remote: { organization: "o", workspaces: { name: "w" } } },
      { backend: "remote", config: { organization: "o", workspaces: { name: "w" } } },
      FOUND,
    ],
    [
      "remote in another workspace",
      { remote: { organization: "o", workspaces: { name: "w" } } },
      { backend: "remote", config: { organization: "o", workspaces: { name: "v" } } },
      none(),
    ],
    ["another kind of backend", { s3: S3 }, { backend: "gcs", config: S3 }, none()],
    ["a kind that nobody knows", { mine: { key: "k" } }, { backend: "mine", config: { key: "k" } }, none()],
    ["a key that isn't known", { s3: S3 }, { backend: "s3", config: { ...S3, key: "${var.none}" } }, none()],
  ];
  test.each(cases)("%s", (_, backend, data, expected) =>
    expect(vcnOf({ "made.tf.json": maker(backend), "app.tf.json": reader(data) })).toBe(expected),
  );
});

describe("else the one of the stack whose name it bears", () => {
  const cases: readonly (readonly [string, string, object, string, unknown])[] = [
    ["cdktf's name for the input of a stack", "made", {}, "cross-stack-reference-input-made", FOUND],
    ["a data source of the same name", "made", {}, "made", FOUND],
    ["a state of the same name", "made", { config: { path: "../../states/made.tfstate" } }, "net", FOUND],
    ["a key of the same name", "made", { config: { key: "env/made.terraform.tfstate" } }, "net", FOUND],
    ["no name of a stack", "made", { config: { path: "terraform.tfstate" } }, "net", none()],
    ["its own name, which is never another's", "app", {}, "app", none("app")],
  ];
  test.each(cases)("%s", (_, stack, data, name, expected) =>
    expect(
      vcnOf({
        [`${stack === "app" ? "made" : stack}.tf.json`]: maker({ local: {} }),
        "app.tf.json": reader(data, `\${data.terraform_remote_state.${name}.outputs.id}`, name),
      }),
    ).toBe(expected),
  );

  test("two stacks of one backend are never guessed between", () =>
    expect(
      vcnOf({
        "made.tf.json": maker({ s3: S3 }),
        "twin.tf.json": maker({ s3: S3 }),
        "app.tf.json": reader({ backend: "s3", config: S3 }),
      }),
    ).toBe('?the state that "data.terraform_remote_state.net" reads may be of "made" or "twin"'));
});

describe("what an output gives", () => {
  const from = (outputs: object, text: string) =>
    vcnOf({ "made.tf.json": maker({ s3: S3 }, outputs), "app.tf.json": reader({ backend: "s3", config: S3 }, text) });
  test.each([
    ["a reference", { id: { value: "${oci_core_vcn.v.id}" } }, "${data.terraform_remote_state.net.outputs.id}", FOUND],
    ["by index", { "a-b": { value: "${oci_core_vcn.v.id}" } }, '${data.terraform_remote_state.net.outputs["a-b"]}', FOUND],
    [
      "an object",
      { o: { value: { vcn: ["${oci_core_vcn.v.id}"] } } },
      "${data.terraform_remote_state.net.outputs.o.vcn[0]}",
      FOUND,
    ],
    ["a name", { n: { value: "${oci_core_vcn.v.display_name}" } }, "${data.terraform_remote_state.net.outputs.n}", "v"],
    ["nothing of that name", {}, "${data.terraform_remote_state.net.outputs.id}", '?stack "made" has no output "id"'],
    [
      "nothing of a prototype's name",
      {},
      "${data.terraform_remote_state.net.outputs.constructor}",
      '?stack "made" has no output "constructor"',
    ],
    ["in a text", { id: { value: "${oci_core_vcn.v.id}" } }, "x-${data.terraform_remote_state.net.outputs.id}", `x-${FOUND}`],
  ])("%s", (_, outputs, text, expected) => expect(from(outputs, text)).toBe(expected));

  test("outputs may go from stack to stack", () =>
    expect(
      vcnOf({
        "made.tf.json": maker({ s3: S3 }),
        "middle.tf.json": {
          data: { terraform_remote_state: { made: {} } },
          output: { id: { value: "${data.terraform_remote_state.made.outputs.id}" } },
        },
        "app.tf.json": reader({}, "${data.terraform_remote_state.middle.outputs.id}", "middle"),
      }),
    ).toBe(FOUND));
  test("a circle of outputs ends", () => {
    const ring = (other: string) => ({
      data: { terraform_remote_state: { [other]: {} } },
      output: { id: { value: `\${data.terraform_remote_state.${other}.outputs.id}` } },
    });
    expect(
      vcnOf({
        "a.tf.json": ring("b"),
        "b.tf.json": ring("a"),
        "app.tf.json": reader({}, "${data.terraform_remote_state.a.outputs.id}", "a"),
      }),
    ).toBe('?"output.id" leads back to itself');
  });
});

describe("stacks of which only a plan or a state is given", () => {
  const made = plan({
    changes: [{ address: "oci_core_vcn.v", after: { display_name: "v" }, unknown: { id: true } }],
    root: { "oci_core_vcn.v": { display_name: constant("v") } },
    outputs: { id: { expression: refers("oci_core_vcn.v.id") } },
  });
  const app = plan({
    changes: [{ address: "oci_core_subnet.s", after: { vcn_id: "ocid1.vcn.oc1..v" } }],
    root: {
      "oci_core_subnet.s": {
        vcn_id: raw("${data.terraform_remote_state.made.outputs.id}", "data.terraform_remote_state.made.outputs.id"),
      },
      "data.terraform_remote_state.made": { backend: constant("local"), config: constant({ path: "../../states/made.tfstate" }) },
    },
  });
  test.each<readonly [string, Documents, unknown]>([
    ["two plans", { "made.plan.json": made, "app.plan.json": app }, "<made/oci_core_vcn.v.id=ocid1.vcn.oc1..v>"],
    [
      "a configuration that reads a plan",
      { "made.plan.json": made, "app.tf.json": reader({}, undefined, "made") },
      none("made").replace("net", "made"),
    ],
    [
      "a plan that reads a configuration",
      { "made.tf.json": maker({ local: {} }), "app.plan.json": app },
      "<made/oci_core_vcn.v.id=ocid1.vcn.oc1..v>",
    ],
    [
      "a configuration that reads a state",
      {
        "made.state.json": state({ "oci_core_vcn.v": { id: "ocid1.vcn.oc1..v" } }, { id: "ocid1.vcn.oc1..v" }),
        "app.tf.json": reader({}, "${data.terraform_remote_state.made.outputs.id}", "made"),
      },
      "ocid1.vcn.oc1..v",
    ],
  ])("%s", (_, documents, expected) => {
    const value = vcnOf(documents);
    expect(String(value).replace(/^\?there is no "data\.terraform_remote_state\.net"$/, none("made"))).toBe(expected);
  });
});

describe("a plan or a state adds values to the configuration of the same stack", () => {
  const GROUP = {
    resource: {
      oci_identity_group: { g: { name: "readers", description: "${var.none}" } },
      oci_identity_policy: { p: { statements: ["allow group id ${oci_identity_group.g.id} to read x"] } },
    },
  };
  const added = (documents: Documents, address: string, name: string) =>
    argumentOf(inputOf({ "s.tf.json": GROUP, ...documents }), address, name);
  const OCID = "ocid1.group.oc1..g";
  test.each<readonly [string, Documents, string, string, unknown]>([
    [
      "an id from a state",
      { "s.state.json": state({ "oci_identity_group.g": { id: OCID } }) },
      "s/oci_identity_group.g",
      "id",
      OCID,
    ],
    [
      "an id in a statement",
      { "s.state.json": state({ "oci_identity_group.g": { id: OCID } }) },
      "s/oci_identity_policy.p",
      "statements",
      [`allow group id <s/oci_identity_group.g.id=${OCID}> to read x`],
    ],
    [
      "an id from a plan",
      { "s.plan.json": plan({ changes: [{ address: "oci_identity_group.g", actions: ["no-op"], after: { id: OCID } }] }) },
      "s/oci_identity_group.g",
      "id",
      OCID,
    ],
    [
      "what the configuration leaves open",
      { "s.state.json": state({ "oci_identity_group.g": { description: "d" } }) },
      "s/oci_identity_group.g",
      "description",
      "d",
    ],
    [
      "never what the configuration says",
      { "s.state.json": state({ "oci_identity_group.g": { name: "older" } }) },
      "s/oci_identity_group.g",
      "name",
      "readers",
    ],
    [
      "nor a statement of an older plan",
      { "s.plan.json": plan({ changes: [{ address: "oci_identity_group.g", after: { name: "older" } }] }) },
      "s/oci_identity_group.g",
      "name",
      "readers",
    ],
    [
      "the state of another stack adds nothing",
      { "t.state.json": state({ "oci_identity_group.g": { id: OCID } }) },
      "s/oci_identity_group.g",
      "id",
      undefined,
    ],
  ])("%s", (_, documents, address, name, expected) => expect(added(documents, address, name)).toEqual(expected));

  test("instances that the configuration can't count come from the plan", () => {
    const repeated = { resource: { oci_identity_group: { g: { for_each: "${var.none}", name: "${each.key}" } } } };
    const planned = plan({ changes: [{ address: 'oci_identity_group.g["x"]', after: { name: "x" } }] });
    const input = inputOf({ "s.tf.json": repeated, "s.plan.json": planned });
    expect(input.resources.map(({ address, uncertain }) => [address, uncertain])).toEqual([
      ['s/oci_identity_group.g["x"]', undefined],
    ]);
  });
  test("modules that the configuration doesn't follow come from the plan", () => {
    const planned = plan({ changes: [{ address: "module.m.oci_identity_group.g", after: { name: "x" } }] });
    const { resources, unread } = inputOf({ "s.tf.json": { module: { m: { source: "./m" } } }, "s.plan.json": planned });
    expect([resources.map(({ address }) => address), unread]).toEqual([["s/module.m.oci_identity_group.g"], []]);
  });
});
