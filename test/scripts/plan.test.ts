import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { configurationText, PROJECT } from "../support/deployments";
import { ScratchProject } from "../support/run";

let project: ScratchProject;
beforeAll(() => {
  project = new ScratchProject({ production: configurationText("production") });
});
afterAll(() => project.remove());

test("prints the golden plan of a stack, and writes nothing", () => {
  const { code, stdout } = project.run("scripts/plan.ts", ["access"]);
  expect(code).toBe(0);
  expect(stdout).toBe(readFileSync(join(PROJECT, "test", "golden", "production", "access.txt"), "utf8"));
  expect(readdirSync(project.folder)).toEqual(["config"]);
});

/** A site follows nothing of Oracle Cloud: who deploys there has no credential of it. */
const STACKS = [
  "backup-guardrails",
  "backup-singapore",
  "backup-virginia",
  "tenancy",
  "access",
  "primary",
  "standby",
  "traffic",
  "oversight",
];

test("prints all stacks, in order of deployment, where none is named", () => {
  const heads = project.run("scripts/plan.ts").stdout.match(/^stack [\w-]+/gm);
  expect(heads).toEqual(STACKS.map((name) => `stack ${name}`));
});

test("refuses a stack that there isn't, and names those that there are", () => {
  const { code, stdout, stderr } = project.run("scripts/plan.ts", ["acces"]);
  expect({ code, stdout, stderr }).toEqual({
    code: 3,
    stdout: "",
    stderr: `there is no stack "acces": expected ${STACKS.join(", ")}\n`,
  });
});
