import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { configurationText, DEPLOYMENTS, stackNames } from "../support/deployments";
import { ScratchProject } from "../support/run";

const REHEARSE = "packages/rehearsal/bin/rehearsal.js";

let project: ScratchProject;
beforeEach(() => {
  project = new ScratchProject(Object.fromEntries(DEPLOYMENTS.map((name) => [name, configurationText(name)])));
});
afterEach(() => project.remove());

describe("the real Terraform takes every stack, applies it and then finds nothing to change", () => {
  test.each(DEPLOYMENTS)(
    "%s",
    (name) => {
      expect(project.run("scripts/start.ts", ["--no-rehearsal"], { DEPLOYMENT: name }).code).toBe(0);
      const { code, stdout, stderr } = project.run(REHEARSE, ["rehearse"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const stack of stackNames(name)) {
        expect(stdout).toMatch(new RegExp(`^ {2}${stack} +\\d+ created; planned again: no changes`, "m"));
        for (const kept of ["plan", "state"])
          expect(existsSync(join(project.folder, "cdktf.out", "rehearsal", `${stack}.${kept}.json`))).toBe(true);
      }
    },
    60_000,
  );
});

test("without Terraform the rehearsal says so with the remedy, and decides nothing", () => {
  project.run("scripts/start.ts", ["--no-rehearsal"]);
  const { code, stderr } = project.run(REHEARSE, ["rehearse"], { TERRAFORM_BINARY_NAME: "no-such-terraform" });
  expect(code).toBe(3);
  expect(stderr).toMatch(/^no Terraform is on the PATH: the rehearsal runs the real one\n {2}remedy: /);
});
