import { expect, test } from "@jest/globals";
import { crossStackReferences } from "../../../scripts/plan/references";
import { renderStack } from "../../../scripts/plan/render";
import type { SynthesizedStack } from "../../../scripts/plan/synthesized";

const TENANCY: SynthesizedStack = {
  name: "tenancy",
  dependencies: [],
  json: { output: { "cross-stack-output-app": { value: "${oci_identity_compartment.app_1.id}" } } },
};
const remote = (output: string) => `\${data.terraform_remote_state.cross-stack-reference-input-tenancy.outputs.${output}}`;
const stackOf = (type: string, args: Record<string, unknown>): SynthesizedStack => ({
  name: "primary",
  dependencies: ["tenancy"],
  json: {
    terraform: { backend: { local: { path: "x.tfstate" } } },
    data: { terraform_remote_state: { "cross-stack-reference-input-tenancy": { backend: "local" } } },
    resource: { [type]: { a_1: { "//": { metadata: { path: "primary/a", stackTrace: ["stacks/primary.ts:1"] } }, ...args } } },
  },
});

test("a reader sees what decides: references by what they lead to, lists, nested blocks; no notes of cdktf", () => {
  const stack = stackOf("oci_core_subnet", {
    compartment_id: remote("cross-stack-output-app"),
    vcn_id: "${oci_core_vcn.v_1.id}",
    tags: [],
    ranges: ["10.0.0.0/8", "172.16.0.0/12"],
    rules: [{ name: "one", enabled: true }, { name: "two" }],
    text: "$${not.a.reference}",
  });
  expect(renderStack(stack, [TENANCY, stack])).toMatchInlineSnapshot(`
"stack primary · 1 resources
after tenancy
state local path=x.tfstate

oci_core_subnet.a_1
  compartment_id: → tenancy/oci_identity_compartment.app_1.id
  vcn_id: → oci_core_vcn.v_1.id
  tags: none
  ranges: 10.0.0.0/8, 172.16.0.0/12
  rules:
    - name: one
      enabled: true
    - name: two
  text: $\${not.a.reference}
"
`);
});

test("a long statement is told in its own order: who, what, where, when", () => {
  const statement = `Allow group 'us'/'readers' to {${Array.from({ length: 12 }, (_, index) => `PERMISSION_NUMBER_${index}`).join(", ")}} in compartment us:stores where all {target.bucket.name = 'media', request.region = 'phx'}`;
  const stack = stackOf("oci_identity_policy", { statements: [statement] });
  const lines = renderStack(stack, [stack])
    .split("\n")
    .filter((line) => /^ {4}/.test(line));
  expect(lines.map((line) => line.trim().split(" ")[0])).toEqual([
    "-",
    "to",
    "PERMISSION_NUMBER_5,",
    "PERMISSION_NUMBER_10,",
    "in",
    "where",
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(135);
});

test("references between stacks are found wherever they stand, once each", () => {
  const stack = stackOf("oci_core_subnet", {
    compartment_id: remote("cross-stack-output-app"),
    nested: [{ again: `x ${remote("cross-stack-output-app")}` }],
  });
  expect(crossStackReferences(stack, [TENANCY, stack])).toEqual([
    { from: "primary", to: "tenancy", what: "oci_identity_compartment.app_1.id" },
  ]);
});
