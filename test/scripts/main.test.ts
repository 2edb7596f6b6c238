import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { configurationText, edit, PROJECT } from "../support/deployments";
import { ScratchProject } from "../support/run";

let project: ScratchProject;
beforeEach(() => {
  project = new ScratchProject({ production: configurationText("production") });
});
afterEach(() => project.remove());

test("synthesizes into the folder that the cdktf CLI names", () => {
  const { code, stdout } = project.run("main.ts", [], { CDKTF_OUTDIR: "elsewhere" });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(existsSync(join(project.folder, "elsewhere", "manifest.json"))).toBe(true);
});

test("names the verdict in the last line on stderr, and ends with 3, when it refuses", () => {
  project.configure("production", edit(configurationText("production"), ["home: us-phoenix-1", "home: uk-london-1"]));
  const { code, stderr } = project.run("main.ts");
  expect(code).toBe(3);
  expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^verdict: refused \(\d+ problems?\), nothing was written$/);
});

test("a refusal by a construct is shown at the key of the configuration that asked for it", () => {
  // The key service can't check a network source.
  const asked = "    circumstances: { network: us-offices }";
  const text = edit(configurationText("production"), ["    circumstances: { multiFactor: true, ticket: key-rotation }", asked]);
  project.configure("production", text);
  const { code, stderr } = project.run("main.ts");
  expect(code).toBe(3);
  for (const purpose of ["objects", "database", "secrets"])
    expect(stderr).toContain(
      `config/production.yaml:${text.split("\n").indexOf(asked) + 1}:22: [primary/key-${purpose}] scenario "key-rotation" asks for a network source, which Vault can't check\n  take the circumstance away`,
    );
});

test("each resource carries the line of TypeScript that made it, relative to the project", () => {
  const out = join(project.folder, "out");
  expect(project.run("main.ts", [], { CDKTF_OUTDIR: out }).code).toBe(0);
  const primary = JSON.parse(readFileSync(join(out, "stacks", "primary", "cdk.tf.json"), "utf8"));
  const source = readFileSync(join(PROJECT, "constructs", "oci", "user-data-bucket.ts"), "utf8").split("\n");
  const line = source.findIndex((each) => each.includes("new ObjectstorageBucket(")) + 1;
  for (const bucket of Object.values<{ "//": { metadata: { stackTrace: string[] } } }>(
    primary.resource.oci_objectstorage_bucket,
  )) {
    const { stackTrace } = bucket["//"].metadata;
    expect(stackTrace[0]).toBe(`constructs/oci/user-data-bucket.ts:${line}`);
    expect(stackTrace[1]).toMatch(/^stacks\/primary\.ts:\d+$/);
  }
});
