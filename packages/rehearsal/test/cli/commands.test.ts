import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { countsText, teller } from "../../src/cli/progress";
import { Rehearsals } from "../support/command";

const PATIENCE = 60_000;
const FIXTURES = join(__dirname, "../fixtures");

let rehearsals: Rehearsals;
beforeEach(() => {
  rehearsals = new Rehearsals();
  cpSync(FIXTURES, join(rehearsals.folder, "given"), { recursive: true });
});
afterEach(() => rehearsals.remove());

describe("a mistake in a command line decides nothing", () => {
  const cases: readonly [name: string, args: readonly string[], message: RegExp][] = [
    ["no command", [], /^usage: rehearsal/],
    ["an unknown command", ["rehaerse"], /^there is no command "rehaerse"/],
    ["the name of a prototype", ["constructor"], /^there is no command "constructor"/],
    ["an unknown option", ["rehearse", "--destory"], /--destory[\s\S]*usage: rehearsal rehearse/],
    ["a plan of nothing", ["plan"], /^expected one folder, found 0\n\nusage: rehearsal plan/],
    ["a plan of two folders", ["plan", "a", "b"], /^expected one folder, found 2/],
    ["a folder that isn't there", ["rehearse", "--from", "nowhere"], /^there is no folder "nowhere"$/m],
    [
      "a stack that isn't there",
      ["rehearse", "rader", "--from", "given/readers"],
      /^there is no stack "rader"; there are readers$/m,
    ],
  ];
  test.each(cases)("%s", (_name, args, message) => {
    const { code, stderr } = rehearsals.run(args);
    expect([code, stderr]).toEqual([3, expect.stringMatching(message)]);
    expect(stderr).not.toContain("    at ");
    expect(rehearsals.leftovers()).toEqual([]);
  });
});

test.each(["", "rehearse", "plan", "shell", "rehearse shell"])("%j tells its usage", (command) => {
  const { code, stdout } = rehearsals.run([...command.split(" ").filter(Boolean), "--help"]);
  expect([code, stdout]).toEqual([0, expect.stringContaining("usage: rehearsal")]);
});

test.each([
  ["rehearse", "--from", "given/readers"],
  ["plan", "given/readers"],
  ["shell", "--", "true"],
])("%s without Terraform says so with the remedy, and decides nothing", (...args) => {
  const { code, stderr } = rehearsals.run(args, { TERRAFORM_BINARY_NAME: "no-such-terraform" });
  expect([code, stderr]).toEqual([
    3,
    expect.stringMatching(/^no Terraform is on the PATH[\s\S]*TERRAFORM_BINARY_NAME=\/path\/to\/terraform/),
  ]);
});

describe("plan", () => {
  test("prints Terraform's plan, and keeps its JSON where it is told to", () => {
    const { code, stdout, stderr } = rehearsals.run(["plan", "given/readers", "--json", "plan.json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Plan: 6 to add, 0 to change, 0 to destroy\.[\s\S]*Changes to Outputs:/);
    expect(JSON.parse(readFileSync(join(rehearsals.folder, "plan.json"), "utf8")).format_version).toMatch(/^1\./);
    expect(rehearsals.leftovers()).toEqual([]);
  });

  test("of what Terraform refuses ends with 1 and Terraform's own words", () => {
    const main = join(rehearsals.folder, "given/readers/main.tf");
    writeFileSync(main, readFileSync(main, "utf8").replace("enable_delete", "enabel_delete"));
    const { code, stderr } = rehearsals.run(["plan", "given/readers"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('An argument named "enabel_delete" is not expected here')]);
    expect(stderr).toContain("Terraform refused the plan");
    expect(rehearsals.leftovers()).toEqual([]);
  });

  test("of a module from elsewhere is refused by its name", () => {
    const folder = join(rehearsals.folder, "given/elsewhere");
    mkdirSync(folder);
    writeFileSync(join(folder, "main.tf"), 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n');
    const { code, stderr } = rehearsals.run(["plan", "given/elsewhere"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining('module "vpc" comes from "terraform-aws-modules/vpc/aws"')]);
    expect(existsSync(join(folder, ".terraform"))).toBe(false);
  });

  test("of synthesized stacks names the command for them", () => {
    writeFileSync(join(rehearsals.folder, "given/manifest.json"), '{"stacks":{}}');
    const { code, stderr } = rehearsals.run(["plan", "given"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining('"rehearsal rehearse --from given" plans them')]);
  });
});

describe("rehearse", () => {
  test(
    "interrupted lets Terraform finish what is in flight, decides nothing and leaves nothing behind",
    async () => {
      const running = rehearsals.start(["rehearse", "--spawn", "--from", "given/two-clouds"]);
      await running.until(() => rehearsals.worlds().includes('"op":"create"'));
      const { code, output } = await running.interrupted();
      expect([code, output]).toEqual([3, expect.stringContaining("interrupted: nothing was decided")]);
      expect(rehearsals.leftovers()).toEqual([]);
    },
    PATIENCE,
  );

  test(
    "keeps its folder when it is asked to, and says where",
    () => {
      const { code, stdout } = rehearsals.run(["rehearse", "--keep", "--from", "given/two-clouds"]);
      const kept = /^kept: (\S+)/m.exec(stdout)?.[1] ?? "";
      expect([code, existsSync(join(kept, "world.jsonl")), existsSync(join(kept, "states/two-clouds.tfstate"))]).toEqual([
        0,
        true,
        true,
      ]);
    },
    PATIENCE,
  );
});

describe("shell", () => {
  test(
    "runs a command in which terraform leads to the stand-ins, and ends with its exit code",
    () => {
      const apply = "terraform init >&2 && terraform apply -auto-approve >&2 && terraform output -json roles; exit 7";
      const folder = join(rehearsals.folder, "given/readers");
      const { code, stdout } = rehearsals.run(["shell", "--", "sh", "-c", apply], {}, folder);
      expect([code, Object.keys(JSON.parse(stdout))]).toEqual([7, ["audit", "support"]]);
      expect(existsSync(join(folder, ".terraform"))).toBe(false);
      expect(existsSync(join(folder, ".terraform.lock.hcl"))).toBe(false);
      expect(rehearsals.leftovers()).toEqual([]);
    },
    PATIENCE,
  );

  test("says what is different in there, and why a call is refused", () => {
    const { code, stderr } = rehearsals.run(["shell", "--", "terraform", "login"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^terraform and cdktf reach local stand-ins[^\n]*\n[^\n]*real backends, states and lock files are left alone[^\n]*\nrehearsal: "terraform login"/,
    );
  });

  test("says what it can't run", () => {
    const { code, stderr } = rehearsals.run(["shell", "--", "no-such-command"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining('"no-such-command" can\'t be run')]);
    expect(rehearsals.leftovers()).toEqual([]);
  });
});

describe("progress", () => {
  test("names what was done", () => expect(countsText({ create: 2, "delete create": 1 })).toBe("2 created, 1 replaced"));
  test("names that nothing was", () => expect(countsText({})).toBe("nothing to change"));
  test("is told stack by stack, in one column, and names what was guarded", () => {
    const told: string[] = [];
    const tell = teller((line) => told.push(line));
    tell({ phase: "started", terraform: "1.11.4", stacks: ["a", "long"] });
    tell({ phase: "planned", stack: "a", counts: { create: 3 }, seconds: 1 });
    tell({ phase: "applied", stack: "a", counts: { create: 3 }, seconds: 1.5 });
    tell({ phase: "at rest", stack: "a", counts: { create: 3 }, seconds: 2 });
    tell({ phase: "destroyed", stack: "a", guarded: 2, counts: { delete: 3 }, seconds: 1 });
    expect(told).toEqual([
      "rehearsing 2 stacks with Terraform 1.11.4, no cloud account …",
      "  a     3 created; planned again: no changes  2.0 s",
      "  a     refused as declared (2 protected); protection lifted in the copy: 3 destroyed  1.0 s",
    ]);
  });
});
