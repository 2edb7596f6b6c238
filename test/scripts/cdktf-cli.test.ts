import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PROJECT, stackNames } from "../support/deployments";

const STACKS = stackNames("production");

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "cdktf-"));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The stock command line, as a user calls it in the project's folder. */
function cdktf(...args: string[]) {
  const bin = join(PROJECT, "node_modules", ".bin", "cdktf");
  const env = { ...process.env, CI: "1", CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull };
  return spawnSync(bin, [...args, "--output", out], { cwd: PROJECT, encoding: "utf8", env });
}

test("cdktf synth writes every stack", () => {
  const { status, stdout } = cdktf("synth");
  // It breaks its lines where the terminal ends.
  expect(stdout.replace(/\s+/g, " ")).toContain(`Generated Terraform code for the stacks: ${[...STACKS].sort().join(", ")}`);
  expect(status).toBe(0);
  for (const stack of STACKS) expect(existsSync(join(out, "stacks", stack, "cdk.tf.json"))).toBe(true);
}, 60_000);

test("cdktf list names them", () => {
  const { status, stdout } = cdktf("list");
  expect(stdout.match(/^[\w-]+(?=\s+\S+stacks\/[\w-]+$)/gm)?.sort()).toEqual([...STACKS].sort());
  expect(status).toBe(0);
}, 60_000);
