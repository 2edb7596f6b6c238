import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, jest, test } from "@jest/globals";
import { readQuestion } from "perimeter";
import { type Difference, diff } from "../../packages/perimeter/src/diff";
import { synthesizeAside } from "../../scripts/synthesize";
import { PROJECT } from "../support/deployments";

jest.setTimeout(180_000);

const AT = new Date("2026-11-25T00:00:00Z");
const FOLDER = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));
const BASE = join(FOLDER, "base");
synthesizeAside({ project: PROJECT, deployment: "production" }, (staging) => cpSync(staging, BASE, { recursive: true }));
const BEFORE = readQuestion([BASE], undefined, AT);

/** The default deployment against itself, with each file's text changed. */
function after(name: string, change: (text: string, file: string) => string): Difference {
  const folder = join(FOLDER, name);
  cpSync(BASE, folder, { recursive: true });
  const stacks = readdirSync(join(folder, "stacks")).map((stack) => join("stacks", stack, "cdk.tf.json"));
  for (const file of [...stacks, "perimeter.yaml"]) {
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), change(text, file));
  }
  return diff(BEFORE, readQuestion([folder], undefined, AT));
}

/** Every resource under another name in Terraform, in the opposite order. */
function renamed(text: string): string {
  const names = text.replace(/\b((?:oci|aws)_\w+)\.([\w-]+_[0-9A-F]{8})\b/g, "$1.renamed_$2");
  if (!text.startsWith("{")) return names;
  const file = JSON.parse(names);
  const resource = Object.entries(file.resource as Record<string, object>).map(([type, all]) => [
    type,
    Object.fromEntries(
      Object.entries(all)
        .reverse()
        .map(([name, body]) => [/_[0-9A-F]{8}$/.test(name) ? `renamed_${name}` : name, body]),
    ),
  ]);
  return JSON.stringify({ ...file, resource: Object.fromEntries(resource) });
}

test("hundreds of other addresses are no change to who can read what", () => {
  const { summary, widened, lessKnown, sameAccess, inputs } = after("renamed", renamed);
  expect([summary, widened, lessKnown, sameAccess]).toEqual(["no change to who can read what", false, false, true]);
  expect(inputs.readdressed).toBeGreaterThan(400);
});

test("one word in a statement is found among them, and whose it is", () => {
  const { access, widened } = after("wider", (text, file) =>
    file.includes("access")
      ? renamed(text).replaceAll("between '13:00:00Z' and '23:59:59Z'", "between '12:00:00Z' and '23:59:59Z'")
      : renamed(text),
  );
  expect(widened).toBe(true);
  expect(access.length).toBeGreaterThan(0);
  expect([...new Set(access.map(({ change }) => change))]).toEqual(["widened"]);
});
