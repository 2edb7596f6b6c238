import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { describe, expect, test } from "@jest/globals";
import { TerraformVariable } from "cdktf";
import { ConfigurationError } from "../../config/schema/load";
import { synthesizeAside } from "../../scripts/synthesize";
import { type Estate, makeEstate } from "../../stacks/estate";
import { PROJECT } from "../support/deployments";

/** The problems of the default deployment after somebody has had a hand in its tree. */
function problemsAfter(change: (estate: Estate) => void): string[] {
  const make: typeof makeEstate = (deployment, outdir) => {
    const estate = makeEstate(deployment, outdir);
    change(estate);
    return estate;
  };
  try {
    synthesizeAside({ project: PROJECT, deployment: "production", make }, () => undefined);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.diagnostics.map(({ file, message }) => `${file}: ${message}`);
    throw error;
  }
  return [];
}

describe("what somebody adds beside the constructs", () => {
  test("nothing added, nothing refused", () => expect(problemsAfter(() => undefined)).toEqual([]));

  test("a raw policy that depends on a variable is refused at the line that made it", () => {
    const [problem] = problemsAfter(({ access }) => {
      const group = new TerraformVariable(access, "group", { type: "string" });
      const statements = [`Allow group ${group.stringValue} to read objects in tenancy`];
      new IdentityPolicy(access, "raw", { compartmentId: "ocid1.tenancy.oc1..a", name: "raw", description: "raw", statements });
    });
    expect(problem).toMatch(
      /^test\/scripts\/synthesize\.test\.ts: \[access\/raw\] statements of access\/oci_identity_policy\.raw depends on "var\.group", which isn't known before an apply$/,
    );
  });

  test("an override that brings in another stack is refused", () => {
    const [problem] = problemsAfter(({ access }) => {
      const policy = access.node.findAll().find((construct) => construct instanceof IdentityPolicy) as IdentityPolicy;
      policy.addOverride("compartment_id", "${data.terraform_remote_state.tenancy.outputs.root}");
    });
    expect(problem).toContain("compartment_id of access/oci_identity_policy.");
    expect(problem).toContain('depends on "data.terraform_remote_state.tenancy.outputs.root"');
  });

  test("a validation of somebody else's construct is a refusal, not a stack trace", () => {
    const problems = problemsAfter(({ primary }) =>
      primary.node.addValidation({ validate: () => ["one thing", "another thing"] }),
    );
    expect(problems).toEqual(["config/production.yaml: [primary] another thing", "config/production.yaml: [primary] one thing"]);
  });
});
