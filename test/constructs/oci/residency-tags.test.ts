import { describe, expect, test } from "@jest/globals";
import { ResidencyTagNamespace } from "../../../constructs/oci/residency-tags";
import { allOf, groundOf, oneOf, synthesizeStack, TENANCY } from "../../support/construct-stack";

describe("the tags of a jurisdiction", () => {
  const json = synthesizeStack((stack) => {
    const { root } = groundOf(stack);
    new ResidencyTagNamespace(stack, "tags", { tenancy: TENANCY, jurisdiction: "EU", stores: ["media"] }).markEverythingIn(root);
  });

  test.each([
    ["data-class", ["user-data", "evidence", "state", "none"]],
    ["residency", ["EU"]],
    ["store", ["media"]],
  ])("%s takes a value from a closed list", (name, values) => {
    const tag = allOf(json, "oci_identity_tag").find((each) => each.name === name);
    expect(tag.validator).toEqual({ validator_type: "ENUM", values });
  });

  test("belong to a namespace of its own, which no plan destroys", () => {
    const namespace = oneOf(json, "oci_identity_tag_namespace");
    expect(namespace).toMatchObject({ name: "eu-data", lifecycle: { prevent_destroy: true } });
  });

  test("mark whatever is made in a compartment with the residency", () => {
    expect(oneOf(json, "oci_identity_tag_default")).toMatchObject({
      value: "EU",
      tag_definition_id: expect.stringMatching(/^\$\{oci_identity_tag\.\w*residency\w*\.id\}$/),
    });
  });
});
