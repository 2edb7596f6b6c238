import { describe, expect, test } from "@jest/globals";
import { Compartment } from "../../../constructs/oci/compartment";
import { residencyTags } from "../../../constructs/oci/residency-tags";
import { allOf, groundOf, oneOf, synthesizeStack, TENANCY } from "../../support/construct-stack";

describe("a compartment", () => {
  const compartments = allOf(
    synthesizeStack((stack) => void groundOf(stack)),
    "oci_identity_compartment",
  );

  test.each(compartments.map((each): [string, typeof each] => [each.name, each]))(
    "%s is never adopted: a name that is taken is an error; and no plan destroys it",
    (_, compartment) => {
      expect(compartment.enable_delete).toBe(true);
      expect(compartment.lifecycle).toEqual({ prevent_destroy: true });
    },
  );

  test("is located by its names from below the root", () => {
    synthesizeStack((stack) => {
      const { root, compartment } = groundOf(stack);
      expect(root.location).toEqual({ kind: "compartment", path: ["us"] });
      expect(compartment("app", compartment("tier", root)).location).toEqual({
        kind: "compartment",
        path: ["us", "tier", "app"],
      });
    });
  });

  test("lies below its parent", () => {
    const [tenancy, ...others] = compartments.map(({ name, compartment_id }) => `${name}: ${compartment_id}`).sort();
    expect([tenancy, ...others]).toEqual([
      expect.stringMatching(/^keys: \$\{oci_identity_compartment\.\w*compartment-us_\w+\.id\}$/),
      expect.stringMatching(/^objects: \$\{oci_identity_compartment\.\w*compartment-keys_\w+\.id\}$/),
      expect.stringMatching(/^stores: \$\{oci_identity_compartment\.\w*compartment-us_\w+\.id\}$/),
      `us: ${TENANCY.id}`,
    ]);
  });

  test("is tagged where it is told to", () => {
    const json = synthesizeStack((stack) => {
      new Compartment(stack, "c", { parent: TENANCY, name: "c", description: "c", tags: residencyTags("US", "none") });
    });
    expect(oneOf(json, "oci_identity_compartment").defined_tags).toEqual({
      "us-data.residency": "US",
      "us-data.data-class": "none",
    });
  });
});
