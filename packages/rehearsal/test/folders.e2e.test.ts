import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { planFolder, type RehearsalStep, rehearseFolder } from "../src";

const PATIENCE = 60_000;
const FIXTURES = join(__dirname, "fixtures");

let copies: string;
beforeAll(() => {
  copies = mkdtempSync(join(tmpdir(), "rh-f-"));
  cpSync(FIXTURES, copies, { recursive: true });
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

/** A folder's files with what they say. */
const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]);

async function rehearsed(folder: string, spawn: boolean) {
  const steps: RehearsalStep[] = [];
  const outcome = await rehearseFolder({
    from: join(copies, folder),
    destroy: true,
    spawn,
    onStep: (step) => steps.push(step),
  });
  const done = steps.flatMap((step) => (step.phase === "destroyed" || step.phase === "at rest" ? [step] : []));
  return { outcome, done };
}

const FOLDERS: readonly [folder: string, resources: number, guarded: number][] = [
  ["readers", 6, 2],
  ["two-clouds", 6, 0],
];

describe.each([
  ["stand-ins that run already", false],
  ["stand-ins that Terraform starts", true],
])("with %s the real Terraform plans, applies, rests and destroys", (_name, spawn) => {
  test.each(FOLDERS)(
    "%s",
    async (folder, resources, guarded) => {
      const { outcome, done } = await rehearsed(folder, spawn);
      expect(outcome).toMatchObject({ kind: "rehearsed", resources });
      expect(done).toMatchObject([
        { phase: "at rest", stack: folder, counts: { create: resources } },
        { phase: "destroyed", stack: folder, counts: { delete: resources }, guarded },
      ]);
    },
    PATIENCE,
  );
});

test(
  "two rehearsals at once don't disturb each other",
  async () => {
    const both = await Promise.all([rehearsed("two-clouds", false), rehearsed("two-clouds", false)]);
    expect(both.map(({ outcome }) => outcome)).toMatchObject(Array(2).fill({ kind: "rehearsed", resources: 6 }));
  },
  PATIENCE,
);

describe("an offline plan", () => {
  test("leaves the folder as it is, and shows what Terraform says and its JSON", async () => {
    const folder = join(FIXTURES, "readers");
    const before = contents(folder);
    const plan = await planFolder({ folder });
    expect(contents(folder)).toEqual(before);
    if (plan.kind !== "planned") throw new Error(plan.message);
    expect(plan.text).toContain("Plan: 6 to add, 0 to change, 0 to destroy.");
    expect(plan.text).not.toContain("Saved the plan");
    const changes: { address: string }[] = JSON.parse(plan.json).resource_changes;
    expect(changes.map(({ address }) => address)).toContain('module.reader["audit"].aws_iam_role.reader');
  });
});

test("what went wrong is a value", async () => {
  expect(await rehearseFolder({ from: "no-such" })).toEqual({ kind: "undecided", message: 'there is no folder "no-such"' });
  const aborted = AbortSignal.abort();
  const { kind } = await rehearseFolder({ from: join(copies, "two-clouds"), signal: aborted });
  expect(kind).toBe("undecided");
});
