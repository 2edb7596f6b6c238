import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { countsText } from "../../src/cli/progress";

const MAIN = join(__dirname, "../../bin/rehearsal.js");

function rehearse(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const all = [MAIN, "rehearse", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8", env: { ...process.env, ...env } });
  return { status, stdout, stderr };
}

describe("the command", () => {
  test("without Terraform says so with the remedy, and decides nothing", () => {
    const { status, stderr } = rehearse([], { TERRAFORM_BINARY_NAME: "no-such-terraform" });
    expect([status, stderr]).toEqual([3, expect.stringContaining("no Terraform is on the PATH")]);
    expect(stderr).toContain("TERRAFORM_BINARY_NAME=/path/to/terraform");
  });
  test("quotes an option that it doesn't know", () => {
    const { status, stderr } = rehearse(["--destory"]);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/--destory[\s\S]*usage: rehearsal rehearse/)]);
    expect(stderr).not.toContain("    at ");
  });
  test("prints its usage", () =>
    expect(rehearse(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("exit code: 0") }));
});

describe("progress", () => {
  test("names what was done", () => expect(countsText({ create: 2, "delete create": 1 })).toBe("2 created, 1 replaced"));
  test("names that nothing was", () => expect(countsText({})).toBe("nothing to change"));
});

describe("a folder", () => {
  test("that Terraform refuses ends with 1, its own message and no stack trace", () => {
    const folder = mkdtempSync(join(tmpdir(), "rh-c-"));
    try {
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ resource: { aws_iam_role: { r: { name: "r" } } } }));
      const { status, stderr } = rehearse(["--from", folder]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('The argument "assume_role_policy" is required')]);
      expect(stderr).not.toContain("    at ");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
