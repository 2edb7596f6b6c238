import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { configurationText, edit } from "../support/deployments";
import { type Ran, ScratchProject } from "../support/run";

const PRODUCTION = configurationText("production");
let project: ScratchProject;
beforeAll(() => {
  project = new ScratchProject({ production: PRODUCTION, staging: configurationText("staging") });
});
afterAll(() => project.remove());

/** The JSON between the marks of a policy's statements. */
function statementsOf({ stdout }: Ran, policy: string): string[] {
  const [, json] = new RegExp(`cat > ${policy}\\.json <<'STATEMENTS'\\n(\\[[^]*?\\n\\])\\nSTATEMENTS`).exec(stdout) ?? [];
  return JSON.parse(json ?? "[]");
}

describe("npm run bootstrap", () => {
  let ran: Ran;
  beforeAll(() => {
    ran = project.run("scripts/bootstrap.ts");
  });

  test("prints the steps in an order in which each finds what it needs", () => {
    const made = [
      "iam compartment create",
      "kms management vault create",
      "kms management key create",
      "iam policy create",
      "os bucket create",
    ];
    const places = made.map((command) => ran.stdout.indexOf(`oci ${command}`));
    expect(ran.code).toBe(0);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("deploys every stack once, in its order, with time for the certificates between", () => {
    const deployed = [...ran.stdout.matchAll(/^npx cdktf deploy (.+)$/gm)].map(([, stacks]) => stacks);
    expect(deployed).toEqual(["tenancy access", "primary standby traffic oversight"]);
  });

  test("makes the bucket private, versioned and under its own key", () => {
    expect(ran.stdout).toMatch(
      /^oci os bucket create .*--name larkspur-us-state --public-access-type NoPublicAccess --versioning Enabled --kms-key-id \$KEY$/m,
    );
  });

  test("lets Object Storage of the primary region use the key, before any group exists", () => {
    expect(statementsOf(ran, "us-state-key")).toEqual([
      "Allow service objectstorage-us-phoenix-1 to {KEY_READ, KEY_ENCRYPT, KEY_DECRYPT} in compartment us-state",
    ]);
  });

  test("lets at the state whom the registry lets, from their network, and nobody else", () => {
    expect(statementsOf(ran, "us-state")).toEqual([
      "Allow group 'us'/'deploy-pipeline' to {OBJECT_INSPECT, OBJECT_READ, OBJECT_CREATE, OBJECT_OVERWRITE, OBJECT_DELETE} in compartment us-state where all {target.bucket.name = 'larkspur-us-state', request.region = 'phx', request.networkSource.name = 'us-pipeline'}",
    ]);
  });

  test("gives a role that doesn't write the reading alone", () => {
    const scenario =
      "  state-of-deployment:\n    why: read and write Terraform's state\n    stores: [state]\n    capability: content\n    writes: true";
    project.configure("reading", edit(PRODUCTION, [scenario, scenario.replace("\n    writes: true", "")]));
    const [statement] = statementsOf(project.run("scripts/bootstrap.ts", [], { DEPLOYMENT: "reading" }), "us-state");
    expect(statement).toContain("to {OBJECT_INSPECT, OBJECT_READ} in compartment us-state");
  });

  test("has nothing to make where the state is a local folder", () => {
    const { code, stdout } = project.run("scripts/bootstrap.ts", [], { DEPLOYMENT: "staging" });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "the state of staging is a local folder: nothing has to be made first\n",
    });
  });
});
