import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { configurationText, edit, stackNames } from "../support/deployments";
import { ScratchProject } from "../support/run";

/** The smaller deployment shows the same, sooner. */
const STACKS = stackNames("staging");
const PRODUCTION = configurationText("production");
/** Two problems of different kinds, at two places. */
const BROKEN = edit(
  PRODUCTION,
  ["home: us-phoenix-1", "home: us-pheonix-1"],
  ["scenarios: [audit, audit-of-copies]", "scenarios: [audit, audit-of-copies, serve]"],
);

let project: ScratchProject;
beforeEach(() => {
  project = new ScratchProject({ production: PRODUCTION, staging: configurationText("staging"), broken: BROKEN });
});
afterEach(() => project.remove());

/** Synthesizes, and leaves the rehearsal out: what these tests are about is written before it. */
const start = (env: Readonly<Record<string, string>> = {}) =>
  project.run("scripts/start.ts", ["--no-rehearsal"], { DEPLOYMENT: "staging", ...env });

/** Every file below a folder with its content and its time of change. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(join(project.folder, folder), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .map((file) => [file, join(project.folder, folder, file)] as const)
      .filter(([, path]) => statSync(path).isFile())
      .map(([file, path]) => [file, `${statSync(path).mtimeMs} ${readFileSync(path, "utf8")}`]),
  );
}

describe("npm start", () => {
  test("rehearses what it synthesized, stack by stack, and says last what is proven", () => {
    const { code, stdout, stderr } = project.run("scripts/start.ts", [], { DEPLOYMENT: "staging" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const told = [...stdout.matchAll(/^ {2}([\w-]+) +\d+ created; planned again: no changes +[\d.]+ s$/gm)].map(
      ([, name]) => name,
    );
    expect([...told].sort()).toEqual([...stackNames("staging")].sort());
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^verdict: (\w+ holds, )+rehearsed$/);
    expect(existsSync(join(project.folder, "cdktf.out", "rehearsal", "primary.state.json"))).toBe(true);
  }, 60_000);

  test("without Terraform says so with the remedy, and goes on", () => {
    const { code, stdout } = project.run("scripts/start.ts", [], { TERRAFORM_BINARY_NAME: "no-such-terraform" });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^not rehearsed: no Terraform is on the PATH[\s\S]*^ {2}remedy: [\s\S]*^stacks, in order of deployment$/m,
    );
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^verdict: (\w+ holds, )+not rehearsed$/);
  });

  test("ends with 1 when the rehearsal refuses, and shows Terraform's own words", () => {
    const stub = join(project.folder, "terraform");
    const version = '{ "terraform_version": "1.11.4" }';
    writeFileSync(stub, `#!/bin/sh\n[ "$1" = version ] && echo '${version}' && exit 0\necho "Error: out of order" >&2\nexit 1\n`);
    chmodSync(stub, 0o755);
    const { code, stderr } = project.run("scripts/start.ts", [], { TERRAFORM_BINARY_NAME: stub });
    expect(code).toBe(1);
    expect(stderr).toContain("Error: out of order");
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("verdict: refused by the rehearsal");
  });

  test("says how it is called when an option isn't known", () => {
    const { code, stderr } = project.run("scripts/start.ts", ["--rehearse"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/--rehearse[\s\S]*usage: npm start/);
    expect(readdirSync(project.folder)).toEqual(["config"]);
  });

  test("synthesizes, and says last what is proven", () => {
    const { code, stdout, stderr } = start();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^verdict: (\w+ holds, )+not rehearsed$/);
    expect(readdirSync(join(project.folder, "cdktf.out", "stacks")).sort()).toEqual([...STACKS].sort());
  });

  test("says before anything runs which Terraform the backend needs", () => {
    const { stdout } = start({ DEPLOYMENT: "production", TERRAFORM_BINARY_NAME: "no-such-terraform" });
    expect(stdout).toContain('no Terraform is on the PATH; deploying with the backend "oci" needs 1.12.0 or later');
  });

  test("makes another deployment from another file", () => {
    const tenancyOf = (DEPLOYMENT: string) => {
      expect(start({ DEPLOYMENT }).code).toBe(0);
      return readFileSync(join(project.folder, "cdktf.out", "stacks", "tenancy", "cdk.tf.json"), "utf8");
    };
    expect(tenancyOf("staging")).toContain("ocid1.tenancy.oc1..aaaaaaaalarkspurusexamplestaging");
    expect(tenancyOf("production")).toContain("ocid1.tenancy.oc1..aaaaaaaalarkspurusexampletenancy");
  });

  test("leaves the output folder byte for byte as it was when it refuses, and nothing beside it", () => {
    start();
    const before = contentsOf("cdktf.out");
    const { code, stdout, stderr } = start({ DEPLOYMENT: "broken" });
    expect(code).toBe(3);
    expect(stdout).not.toContain("verdict");
    expect(stderr).toContain('unknown OCI region "us-pheonix-1"\n  did you mean "us-phoenix-1"?');
    expect(stderr).toContain('unknown scenario "serve"');
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("verdict: refused (2 problems), nothing was written");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(contentsOf("cdktf.out")).toEqual(before);
    expect(readdirSync(project.folder).sort()).toEqual(["cdktf.out", "config"]);
  });

  test("makes no output folder when the first synthesis is refused", () => {
    expect(start({ DEPLOYMENT: "broken" }).code).toBe(3);
    expect(readdirSync(project.folder)).toEqual(["config"]);
  });

  test("keeps what Terraform has put beside a stack, and takes away a stack that is no more", () => {
    start();
    writeFileSync(join(project.folder, "cdktf.out", "stacks", "primary", ".terraform.lock.hcl"), "lock");
    mkdirSync(join(project.folder, "cdktf.out", "stacks", "former"));
    writeFileSync(join(project.folder, "cdktf.out", "stacks", "former", "cdk.tf.json"), "{}");
    expect(start().code).toBe(0);
    expect(readFileSync(join(project.folder, "cdktf.out", "stacks", "primary", ".terraform.lock.hcl"), "utf8")).toBe("lock");
    expect(readdirSync(join(project.folder, "cdktf.out", "stacks")).sort()).toEqual([...STACKS].sort());
  });
});

test("what a killed run left is removed when it is old, and what another run is making stays", () => {
  const [old, young] = ["cdktf.out.new-killed", "cdktf.out.new-running"].map((name) => join(project.folder, name)) as [
    string,
    string,
  ];
  for (const folder of [old, young]) mkdirSync(folder);
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  utimesSync(old, yesterday, yesterday);
  expect(start().code).toBe(0);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});

test("two runs with the same configuration give the same bytes", () => {
  start();
  const withoutTimes = () =>
    Object.fromEntries(Object.entries(contentsOf("cdktf.out")).map(([file, text]) => [file, text.slice(text.indexOf(" "))]));
  const first = withoutTimes();
  start();
  expect(withoutTimes()).toEqual(first);
});
