import { expect, test } from "@jest/globals";
import { violations } from "./terraform-schema";

const stackSaying = (description: string, more: object = {}) => ({
  data: { oci_core_services: { all: {} } },
  resource: { oci_identity_compartment: { root: { name: "root", description, ...more } } },
});

test.each([
  ["a resource of the stack", "${oci_identity_compartment.root.id}"],
  ["an element of a data source of the stack", "${data.oci_core_services.all.services[0].cidr_block}"],
  ["nothing, in escaped text", "$${oci_identity_compartment.gone.id}"],
  ["a variable", "${var.name}"],
  ["nothing, in plain text", "oci_identity_compartment.gone.id"],
])("a reference to %s leads somewhere", (_, description) => {
  expect(violations(stackSaying(description))).toEqual([]);
});

test.each([
  [
    "a resource that the stack doesn't hold",
    "${oci_identity_compartment.gone.id}",
    "the stack holds no oci_identity_compartment.gone",
  ],
  [
    "a data source that the stack doesn't hold",
    "${data.oci_core_services.gone.id}",
    "the stack holds no data.oci_core_services.gone",
  ],
  [
    "an attribute that the type doesn't have",
    "a ${oci_identity_compartment.root.ocid}",
    "oci_identity_compartment has no attribute ocid",
  ],
])("a reference to %s is found", (_, description, found) => {
  expect(violations(stackSaying(description))).toEqual([
    expect.stringMatching(`^oci_identity_compartment.root: description: .*${found}$`),
  ]);
});

test("a dependency on nothing is found", () => {
  const found = violations(stackSaying("a", { depends_on: ["oci_identity_compartment.gone", "data.oci_core_services.all"] }));
  expect(found).toEqual([
    "oci_identity_compartment.root: depends_on: oci_identity_compartment.gone: the stack holds no oci_identity_compartment.gone",
  ]);
});

test("an output that shows nothing is found", () => {
  const output = { id: { value: "${oci_identity_compartment.gone.id}" } };
  expect(violations({ output })).toEqual([expect.stringContaining("output: id.value: ")]);
});
